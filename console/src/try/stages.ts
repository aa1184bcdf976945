/* stages.ts - the stages of a turn, in order, and how far this one came.
 *
 * The server tells times by stage and the steps of the team's own workflow; what each of
 * the seven stages found stands elsewhere in the decision.
 */
import type { Decision } from "../decision";

export type StageName =
    "guard_in" | "understand" | "route" | "retrieve" | "draft" | "guard_out" | "decide";

export interface StageWords {
    title: string;
    does: string;
}

export const STAGE_ORDER: readonly StageName[] = [
    "guard_in",
    "understand",
    "route",
    "retrieve",
    "draft",
    "guard_out",
    "decide",
];

export const STAGES: Record<StageName, StageWords> = {
    guard_in: { title: "Guard", does: "Looks for personal data, attacks, and people in danger." },
    understand: {
        title: "Understand",
        does: "Intent, mood, language, numbers; or that it is none of these.",
    },
    route: { title: "Route", does: "Follows the rules of the team’s workflow." },
    retrieve: { title: "Retrieve", does: "Searches the team’s help pages." },
    draft: { title: "Draft", does: "Composes an answer of whole sentences of those pages." },
    guard_out: { title: "Guard the draft", does: "Finds every sentence again in its source." },
    decide: { title: "Decide", does: "Send, ask for approval, or hand over to a person." },
};

export interface Stage {
    name: StageName;
    isReached: boolean;
    us: number | null; /* null: not told */
    startUs: number; /* since the turn began */
}

const TIMED: Partial<Record<StageName, readonly string[]>> = {
    guard_in: ["guard"],
    understand: ["language", "intent", "mood", "entities"],
    draft: ["draft"],
    guard_out: ["guard_draft"],
    decide: ["decide"],
};

function timeOf(decision: Decision, name: StageName): number | null {
    const timings = decision.manifest.timings;
    const told = (TIMED[name] ?? []).filter((stage) => timings.has(stage));

    return told.length === 0
        ? null
        : told.reduce((sum, stage) => sum + (timings.get(stage) ?? 0), 0);
}

export function stagesOf(decision: Decision): Stage[] {
    const timings = decision.manifest.timings;
    const isUnderstood = decision.intent.label !== null;
    const hasDraft = decision.draft !== null || timings.has("draft");
    const reached: Record<StageName, boolean> = {
        guard_in: true,
        understand: isUnderstood,
        route: isUnderstood,
        retrieve: hasDraft || decision.manifest.passages.length > 0,
        draft: hasDraft,
        guard_out: decision.draft !== null || timings.has("guard_draft"),
        decide: true,
    };
    let startUs = 0;
    return STAGE_ORDER.map((name) => {
        const stage = { name, isReached: reached[name], us: timeOf(decision, name), startUs };
        startUs += stage.us ?? 0;
        return stage;
    });
}

export function totalUs(decision: Decision): number | null {
    const times = [...decision.manifest.timings.values()];
    return times.length === 0 ? null : times.reduce((sum, us) => sum + us, 0);
}
