/* understand.tsx - what the models made of the message, and how sure they are. */
import type { ComponentChildren } from "preact";

import { type Decision, surenessOf } from "../decision";
import { Bar, Fact } from "../parts";
import { confidence, micros, percent, plural, spoken } from "../text";
import { languageName, priorityText } from "../words";
import { type Found, FoundList } from "./message";

const LABELS_MAX = 6; /* of intents; the rest is counted */

interface Props {
    decision: Decision;
    entities: readonly Found[];
    onPoint: (id: number | null) => void;
}

export function Understand({ decision, entities, onPoint }: Props) {
    return (
        <>
            <p class="stage-line">{sureness(decision)}</p>
            <Intents decision={decision} />
            <dl class="facts">
                {decision.sentiment !== null && (
                    <Fact name="Sentiment">
                        {decision.sentiment}{" "}
                        <span class="number">{confidence(decision.sentimentConfidence)}</span>
                    </Fact>
                )}
                {decision.urgency !== null && (
                    <Fact name="Urgency">
                        {decision.urgency.toFixed(2)}{" "}
                        <Bar share={decision.urgency} kind="bar-small" />
                    </Fact>
                )}
                {decision.priority !== null && (
                    <Fact name="Priority">{priorityText(decision.priority)}</Fact>
                )}
                {decision.language !== null && (
                    <Fact name="Language">{languageName(decision.language)}</Fact>
                )}
            </dl>
            {entities.length > 0 && <FoundList found={entities} onPoint={onPoint} />}
            <p class="note">{times(decision)}</p>
        </>
    );
}

/* The likeliest intents as bars, with the bound that the first has to reach. */
function Intents({ decision }: { decision: Decision }) {
    const { scores, threshold } = decision.manifest;
    const labels = scores.slice(0, LABELS_MAX);
    const rest = scores.length - labels.length;

    return (
        <>
            <ul class="intents">
                {labels.map((scored, i) => (
                    <li key={scored.label} class={i === 0 ? "is-first" : ""}>
                        <span class="intent-name">{spoken(scored.label)}</span>
                        <span class="intent-track" aria-hidden="true">
                            <Bar share={scored.confidence} kind="bar-intent" />
                            <span class="bound" style={{ left: `${threshold.value * 100}%` }} />
                        </span>
                        <span class="number">{confidence(scored.confidence)}</span>
                    </li>
                ))}
            </ul>
            <p class="note">
                <span class="bound-key" aria-hidden="true" /> {bound(decision)}
                {rest > 0 && <> {plural(rest, "more intent")} of at least 0.01.</>}
            </p>
        </>
    );
}

function sureness(decision: Decision): ComponentChildren {
    const name = <strong>{spoken(decision.intent.label ?? "")}</strong>;

    switch (surenessOf(decision)) {
        case "sure":
            return <>{name}, and sure enough of it.</>;
        case "unsure":
            return <>Perhaps {name}, but not sure enough.</>;
        case "none":
            return <>Nearest is {name}, but it reads like none of the bot’s intents.</>;
        case "unknown":
            return <>Not asked.</>;
    }
}

function bound(decision: Decision): string {
    const { value, certified, error, certainty, n, k } = decision.manifest.threshold;
    const needed = `Needed: ${confidence(value)}`;

    if (!certified || error === null) {
        return `${needed}, not certified.`;
    }
    const seen = k === null || n === null ? "" : ` (${k} of ${n} calibration messages were)`;
    const sure = certainty === null ? "" : `, with ${percent(certainty)} certainty`;
    return `${needed}, certified: from there on the intent is wrong at most ${percent(error)} of the time${sure}${seen}.`;
}

/* Of the parts of understanding. */
function times(decision: Decision): string {
    const timings = decision.manifest.timings;
    const told = ["language", "intent", "mood", "entities"].filter((stage) => timings.has(stage));

    return told.map((stage) => `${stage} ${micros(timings.get(stage) ?? 0)}`).join(" · ");
}
