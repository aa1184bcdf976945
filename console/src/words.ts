/* words.ts - what the server's words mean, in sentences a support team reads.
 *
 * A word that is not here (a newer server's) is shown as it is.
 */
import { spoken } from "./text";

export type Tone = "good" | "ask" | "team" | "look" | "urgent" | "closed";

interface ActionWords {
    title: string;
    tone: Tone;
}

const ACTIONS: Record<string, ActionWords> = {
    auto_reply: { title: "The answer may go out", tone: "good" },
    needs_approval: { title: "A draft waits for approval", tone: "ask" },
    queue: { title: "Goes to a team", tone: "team" },
    review: { title: "A person looks first", tone: "look" },
    escalate: { title: "Somebody is called now", tone: "urgent" },
    refuse: { title: "Refused, in approved words", tone: "closed" },
};

const REASONS: Record<string, string> = {
    certified:
        "The bot is sure of the intent, by its certificate, and the team lets such answers go out by themselves.",
    policy: "The team’s workflow asks for this.",
    risk: "An answer of this kind can cost a lot, so two people look at it.",
    unsupported: "The help pages do not answer this, so there is no draft.",
    missing_entity:
        "Something that the answer needs is not in the message, such as an order number.",
    low_confidence: "The bot is not sure enough what this is about.",
    out_of_scope: "This is about none of the subjects that the bot knows.",
    language: "The bot does not speak the language of the message.",
    guard: "A guard found something that a person should see before anything is answered.",
    guard_unavailable: "A guard could not do its work, so nothing is answered without a person.",
    model_unavailable: "A model did not answer, so a person takes over.",
    budget: "The budget is used up, so a person takes over.",
    priority: "The message is of the highest priority.",
    self_harm: "The writer may be in danger.",
    deadline: "Nobody answered in time.",
    customer_request: "The customer asks for a person.",
    banned: "The bot may not speak about this subject; a person handles it.",
};

/* Where an action says more about its reason than the reason alone. */
const POLICY: Record<string, string> = {
    auto_reply: "The team lets answers to this intent go out by themselves.",
    needs_approval:
        "The bot understood and found an answer in the help pages. A person approves it before it is sent.",
    queue: "The bot understood. The team answers messages of this kind itself.",
};

export function actionTitle(action: string): string {
    return ACTIONS[action]?.title ?? spoken(action);
}

export function actionTone(action: string): Tone {
    return ACTIONS[action]?.tone ?? "look";
}

export function reasonText(action: string, reason: string): string {
    const text = reason === "policy" ? (POLICY[action] ?? REASONS[reason]) : REASONS[reason];
    return text ?? `Reason: ${spoken(reason)}.`;
}

const GUARDS: Record<string, string> = {
    pii: "personal data",
    injection: "attacks in words",
    abuse: "abuse and threats",
    self_harm: "danger to the writer",
    subject: "subjects for people only",
    words: "the team’s own words",
    pattern: "the team’s own patterns",
    model: "attacks, by model",
    brand: "the brand’s voice",
    citation: "every sentence has its source",
};

export function guardName(guard: string): string {
    return GUARDS[guard] ?? spoken(guard);
}

const GUARD_STATES: Record<string, string> = {
    closed: "working",
    open: "not asked for a while, because it failed",
    half_open: "being tried again",
};

export function guardState(state: string): string {
    return GUARD_STATES[state] ?? spoken(state);
}

const SEVERITIES: Record<string, string> = {
    info: "noted",
    warn: "warns",
    block: "stops",
};

export function severityWord(severity: string): string {
    return SEVERITIES[severity] ?? severity;
}

/* Guards that look at the draft, not at the message. */
export function isAboutDraft(guard: string): boolean {
    return /^(brand|citation|output)(\.|$)/.test(guard);
}

const PRIORITIES: Record<number, string> = { 1: "most urgent", 2: "normal", 3: "can wait" };

export function priorityText(priority: number): string {
    const word = PRIORITIES[priority];
    return word === undefined ? String(priority) : `${priority}, ${word}`;
}

const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

export function languageName(code: string): string {
    try {
        return names.of(code) ?? code;
    } catch {
        return code; /* not a language tag */
    }
}

/* What to do about a problem document, by the last word of its type. */
const PROBLEMS: Record<string, { title: string; advice: string }> = {
    input: {
        title: "The server cannot read this message",
        advice: "Change the message and send it again.",
    },
    denied: {
        title: "The server does not allow this",
        advice: "Ask whoever runs the server.",
    },
    not_found: {
        title: "There is no such bot here any more",
        advice: "Load the page again to see which bots there are.",
    },
    conflict: { title: "Somebody changed this meanwhile", advice: "Send it again." },
    limit: {
        title: "A limit was reached",
        advice: "Shorten the message, or wait a little and send it again.",
    },
    cancelled: { title: "The request was cut off", advice: "Send it again." },
    corrupt: {
        title: "The server’s data contradict themselves",
        advice: "Tell whoever runs the server; its log says more.",
    },
    config: {
        title: "The server is set up wrongly",
        advice: "Tell whoever runs the server; its log says more.",
    },
    uncertain: {
        title: "It is not known whether this was done",
        advice: "Look before you send it again.",
    },
    unavailable: {
        title: "Something the server needs does not answer",
        advice: "Wait a little and send it again.",
    },
    timeout: { title: "This took too long", advice: "Send it again." },
};

export function problemWords(name: string): { title: string; advice: string } {
    return (
        PROBLEMS[name] ?? {
            title: "The server refused",
            advice: "Send it again, or tell whoever runs the server.",
        }
    );
}
