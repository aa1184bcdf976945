/* outcome.tsx - what becomes of the message: the decision, the draft, how to ask again. */
import { TRIAGE_PATH, triageBody } from "../api";
import { type Draft, type Sureness, surenessOf } from "../decision";
import { CopyBlock, ToneIcon } from "../parts";
import { confidence, curlLine, draftPieces, micros, spoken } from "../text";
import { actionTitle, actionTone, reasonText } from "../words";
import type { Turn } from "./screen";
import { totalUs } from "./stages";

export function EmptyOutcome({ isWaiting }: { isWaiting: boolean }) {
    return (
        <section class="block outcome-empty" aria-labelledby="outcome-title">
            <h2 id="outcome-title">{isWaiting ? "Deciding…" : "See how the bot decides"}</h2>
            <p>
                Type what a customer might write, or take an example. The bot answers only from the
                team’s help pages; what it is not sure of goes to a person, and it says why.
            </p>
            <p class="note">Nothing is sent to anybody, and nothing is stored.</p>
        </section>
    );
}

export function Outcome({ turn }: { turn: Turn }) {
    const { decision } = turn.answer;
    const tone = actionTone(decision.action);

    return (
        <>
            <section class={`verdict tone-${tone}`} aria-labelledby="outcome-title" id="outcome">
                <div class="verdict-head">
                    <ToneIcon tone={tone} />
                    <h2 id="outcome-title">{actionTitle(decision.action)}</h2>
                </div>
                <p class="verdict-reason">{reasonText(decision.action, decision.reason)}</p>
                <p class="codes">
                    <code>{decision.action}</code>
                    <code>{decision.reason}</code>
                    {decision.queue !== null && (
                        <span class="to-queue">
                            to the queue <strong>{decision.queue}</strong>
                        </span>
                    )}
                </p>
                <Summary turn={turn} />
            </section>
            <Answer turn={turn} />
        </>
    );
}

const DOUBT: Record<Sureness, string> = {
    sure: "",
    unsure: "perhaps ",
    none: "nearest intent: ",
    unknown: "",
};

function Summary({ turn }: { turn: Turn }) {
    const { decision, roundTripMs } = turn.answer;
    const us = totalUs(decision);

    return (
        <p class="summary">
            {decision.intent.label !== null && (
                <span>
                    {DOUBT[surenessOf(decision)]}
                    {spoken(decision.intent.label)}{" "}
                    <span class="number">{confidence(decision.intent.confidence)}</span>
                </span>
            )}
            {us !== null && <span>decided in {micros(us)}</span>}
            <span>{Math.max(1, Math.round(roundTripMs))} ms there and back</span>
        </p>
    );
}

function Answer({ turn }: { turn: Turn }) {
    const { draft, wording } = turn.answer.decision;

    if (draft !== null) {
        return <DraftCard draft={draft} />;
    }
    return (
        <section class="block" aria-labelledby="draft-title">
            <h2 id="draft-title" class="subtitle">
                {wording === null ? "No draft" : "What the customer is told"}
            </h2>
            {wording === null ? (
                <p class="quiet-text">Nothing is written for this message; a person answers it.</p>
            ) : (
                <p class="letter">{wording}</p>
            )}
        </section>
    );
}

/* To a source, or back to where it is cited. */
function goTo(id: string): void {
    const target = document.getElementById(id);
    target?.focus();
    target?.scrollIntoView({ block: "nearest" });
}

function DraftCard({ draft }: { draft: Draft }) {
    const pieces = draftPieces(draft.text, draft.sentences);
    const isFirst = (n: number, i: number): boolean =>
        pieces.findIndex((piece) => "cites" in piece && piece.cites === n) === i;

    return (
        <section class="block" aria-labelledby="draft-title">
            <h2 id="draft-title" class="subtitle">
                Draft
            </h2>
            <div class="letter" lang={draft.language} dir="auto">
                {pieces.map((piece, i) =>
                    "cites" in piece ? (
                        <sup key={i}>
                            <button
                                type="button"
                                class="cite"
                                id={isFirst(piece.cites, i) ? `cite-${piece.cites}` : undefined}
                                aria-label={`Source ${piece.cites}`}
                                onClick={() => goTo(`source-${piece.cites}`)}
                            >
                                {piece.cites}
                            </button>
                        </sup>
                    ) : (
                        <span key={i} class={piece.isQuoted ? "quoted" : undefined}>
                            {piece.text}
                        </span>
                    ),
                )}
            </div>
            {draft.citations.length > 0 && (
                <ol class="sources" aria-label="Sources">
                    {draft.citations.map((citation) => (
                        <li key={citation.n} id={`source-${citation.n}`} tabIndex={-1}>
                            <span class="source-n">{citation.n}</span>
                            <span class="source-name">
                                {citation.heading}
                                <span class="path">
                                    {citation.page}#{citation.anchor}
                                </span>
                            </span>
                            <button
                                type="button"
                                class="back"
                                aria-label={`Back to where source ${citation.n} is cited`}
                                onClick={() => goTo(`cite-${citation.n}`)}
                            >
                                ↑
                            </button>
                        </li>
                    ))}
                </ol>
            )}
            <p class="note">
                Underlined sentences stand in the help pages word for word; the rest is wording that
                the team approved.
            </p>
        </section>
    );
}

/* How to ask the same without this page, and the whole answer. */
export function Same({ turn }: { turn: Turn }) {
    const url = new URL(TRIAGE_PATH, location.href).href;

    return (
        <section class="block" aria-labelledby="same-title">
            <h2 id="same-title" class="subtitle">
                The same from a terminal
            </h2>
            <CopyBlock
                label="curl command"
                text={curlLine(url, triageBody(turn.text, turn.bot), turn.hasKey)}
            />
            <details>
                <summary>The answer as JSON</summary>
                <CopyBlock
                    label="answer as JSON"
                    text={JSON.stringify(turn.answer.json, null, 2)}
                />
            </details>
        </section>
    );
}
