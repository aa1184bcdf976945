/* way.tsx - the way of a message through the stages, from the top down. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

import type { Decision, Passage } from "../decision";
import { Bar, Fact } from "../parts";
import { capital, micros, plural, spoken } from "../text";
import {
    actionTitle,
    guardName,
    guardState,
    isAboutDraft,
    languageName,
    severityWord,
} from "../words";
import { type Found, FoundList, MarkedMessage, foundIn } from "./message";
import type { Turn } from "./screen";
import { STAGES, STAGE_ORDER, type Stage, type StageName, stagesOf, totalUs } from "./stages";
import { Understand } from "./understand";

export function EmptyWay({ isWaiting }: { isWaiting: boolean }) {
    return (
        <section class="block" aria-labelledby="way-title">
            <h2 id="way-title" class="title">
                The way of a message
            </h2>
            <ol class={`way way-empty ${isWaiting ? "is-waiting" : ""}`}>
                {STAGE_ORDER.map((name) => (
                    <li key={name} class="stage">
                        <h3>{STAGES[name].title}</h3>
                        <p class="stage-line">{STAGES[name].does}</p>
                    </li>
                ))}
            </ol>
        </section>
    );
}

/* What the stages show of one turn: what was found, and which of it is pointed at. */
interface View {
    turn: Turn;
    decision: Decision;
    found: readonly Found[];
    pointed: number | null;
    onPoint: (id: number | null) => void;
}

export function Way({ turn }: { turn: Turn }) {
    const { decision } = turn.answer;
    const [pointed, onPoint] = useState<number | null>(null);
    const view: View = { turn, decision, found: foundIn(turn.text, decision), pointed, onPoint };

    return (
        <>
            <section class="block" aria-labelledby="way-title">
                <h2 id="way-title" class="title">
                    How it was decided
                </h2>
                <MarkedMessage
                    text={turn.text}
                    language={decision.language}
                    found={view.found}
                    pointed={pointed}
                />
                <ol class="way">
                    {stagesOf(decision).map((stage) => (
                        <StageItem key={stage.name} stage={stage} total={totalUs(decision) ?? 0}>
                            {stage.isReached && <StageBody name={stage.name} view={view} />}
                        </StageItem>
                    ))}
                </ol>
            </section>
            <Provenance decision={decision} />
        </>
    );
}

interface StageProps {
    stage: Stage;
    total: number;
    children: ComponentChildren;
}

function StageItem({ stage, total, children }: StageProps) {
    return (
        <li class={`stage ${stage.isReached ? "is-reached" : "is-unreached"}`}>
            <div class="stage-head">
                <h3>{STAGES[stage.name].title}</h3>
                {stage.isReached ? (
                    <StageTime stage={stage} total={total} />
                ) : (
                    <span class="stage-time">not on this way</span>
                )}
            </div>
            {children}
        </li>
    );
}

/* Where in the whole time this stage ran, and how long. */
function StageTime({ stage, total }: { stage: Stage; total: number }) {
    if (stage.us === null || total === 0) {
        return null;
    }
    return (
        <span class="stage-time">
            <span class="clock" aria-hidden="true">
                <span
                    class="clock-run"
                    style={{
                        left: `${(stage.startUs / total) * 100}%`,
                        width: `${(stage.us / total) * 100}%`,
                    }}
                />
            </span>
            <span class="number">{micros(stage.us)}</span>
        </span>
    );
}

function StageBody({ name, view }: { name: StageName; view: View }) {
    const { decision } = view;

    switch (name) {
        case "guard_in":
            return <GuardIn view={view} />;
        case "understand":
            return (
                <Understand
                    decision={decision}
                    entities={view.found.filter((f) => f.kind === "entity")}
                    onPoint={view.onPoint}
                />
            );
        case "route":
            return <Route decision={decision} />;
        case "retrieve":
            return <Retrieve decision={decision} />;
        case "draft":
            return <DraftLine decision={decision} />;
        case "guard_out":
            return <GuardOut decision={decision} />;
        case "decide":
            return (
                <p class="stage-line">
                    <strong>{actionTitle(decision.action)}</strong>
                    {decision.queue !== null && <>, to the queue {decision.queue}</>}.
                </p>
            );
    }
}

function GuardIn({ view }: { view: View }) {
    const { decision, found, onPoint } = view;
    const evidence = found.filter((f) => f.kind !== "entity");

    return (
        <>
            {evidence.length === 0 ? (
                <p class="stage-line">Nothing found.</p>
            ) : (
                <FoundList found={evidence} onPoint={onPoint} />
            )}
            {decision.intent.label === null && (
                <p class="stage-line">
                    <strong>Stopped here.</strong> The message goes no further; nothing is made of
                    it.
                </p>
            )}
            <Guards decision={decision} />
        </>
    );
}

function Guards({ decision }: { decision: Decision }) {
    const guards = decision.manifest.guards;
    const failing = guards.filter((guard) => guard.state !== "closed");

    return (
        <details open={failing.length > 0}>
            <summary>
                {plural(guards.length, "guard")},{" "}
                {failing.length === 0 ? "all working" : `${failing.length} not working`}
            </summary>
            <ul class="guards">
                {guards.map((guard) => (
                    <li key={guard.name} class={guard.state === "closed" ? "" : "is-failing"}>
                        {capital(guardName(guard.name))}{" "}
                        <span class="aside">{guardState(guard.state)}</span>
                    </li>
                ))}
            </ul>
        </details>
    );
}

function Route({ decision }: { decision: Decision }) {
    const { path, workflow } = decision.manifest;

    return (
        <>
            <p class="stage-line">The workflow “{workflow}” went:</p>
            <ol class="path-steps">
                {path.map((step, i) => (
                    <li key={i} class={i === path.length - 1 ? "is-last" : ""}>
                        {step}
                    </li>
                ))}
            </ol>
        </>
    );
}

function Retrieve({ decision }: { decision: Decision }) {
    const passages = decision.manifest.passages;
    const best = Math.max(...passages.map((passage) => passage.score), 1e-9);
    const number = (passage: Passage): number | null =>
        decision.draft?.citations.find((citation) => citation.sha256 === passage.sha256)?.n ?? null;

    if (passages.length === 0) {
        return <p class="stage-line">No passage of the help pages speaks of this.</p>;
    }
    return (
        <>
            <p class="stage-line">
                {capital(plural(passages.length, "passage"))}, best first; the time is counted with
                the draft.
            </p>
            <ul class="passages">
                {passages.map((passage) => (
                    <li key={`${passage.page}#${passage.anchor}`}>
                        <span class="passage-name">
                            {capital(spoken(passage.anchor))}{" "}
                            <span class="path">{passage.page}</span>
                            {number(passage) !== null && (
                                <span class="quoted-as">quoted as {number(passage)}</span>
                            )}
                        </span>
                        <Bar share={passage.score / best} kind="bar-passage" />
                        <span class="number">{passage.score.toFixed(1)}</span>
                    </li>
                ))}
            </ul>
        </>
    );
}

function DraftLine({ decision }: { decision: Decision }) {
    const { draft } = decision;

    if (draft === null) {
        return <p class="stage-line">No draft: {draftLack(decision.reason)}</p>;
    }
    const quoted = draft.sentences.filter((sentence) => sentence.citations.length > 0).length;
    return (
        <p class="stage-line">
            {capital(plural(quoted, "sentence"))} quoted from{" "}
            {plural(draft.citations.length, "passage")}, in {languageName(draft.language)}.
        </p>
    );
}

function draftLack(reason: string): string {
    switch (reason) {
        case "unsupported":
            return "no passage supports an answer.";
        case "missing_entity":
            return "something the answer needs is not in the message.";
        default:
            return "it was held back.";
    }
}

function GuardOut({ decision }: { decision: Decision }) {
    const findings = decision.evidence.filter((finding) => isAboutDraft(finding.guard));

    if (findings.length === 0) {
        return (
            <p class="stage-line">
                Every quoted sentence was found again in its passage; nothing else was found.
            </p>
        );
    }
    return (
        <ul class="found">
            {findings.map((finding, i) => (
                <li key={i}>
                    <span class={`found-kind found-${finding.severity}`}>
                        {severityWord(finding.severity)}
                    </span>
                    <span class="found-what">{capital(finding.reason)}</span>
                    <code class="found-code">{finding.guard}</code>
                </li>
            ))}
        </ul>
    );
}

function Provenance({ decision }: { decision: Decision }) {
    const { manifest } = decision;

    return (
        <section class="block" aria-labelledby="provenance-title">
            <h2 id="provenance-title" class="subtitle">
                Made by
            </h2>
            <dl class="facts facts-wide">
                <Fact name="Bot">{decision.bot}</Fact>
                <Fact name="Release">
                    <code class="digest">{decision.release}</code>
                </Fact>
                <Fact name="Model">
                    {manifest.tier === null
                        ? "none was asked"
                        : `${manifest.model}, tier ${manifest.tier}`}
                </Fact>
                <Fact name="Prompt">{manifest.prompt}</Fact>
                <Fact name="At">
                    <time dateTime={manifest.created}>
                        {manifest.created.replace("T", " ").replace("Z", " UTC")}
                    </time>
                </Fact>
            </dl>
        </section>
    );
}
