/* decision.ts - what the server answers, as types, and read with care.
 *
 * Answers may grow: unknown members are left alone.  What the page needs and does not
 * find, or finds in another type, is a Mismatch that names the place.
 */

export interface Scored {
    label: string;
    confidence: number;
}

export interface Finding {
    guard: string;
    reason: string;
    severity: string;
    start: number; /* code points of the message; start = end: no place in it */
    end: number;
    confidence: number | null;
}

export interface Entity {
    type: string;
    text: string;
    start: number;
    end: number;
}

export interface Citation {
    n: number;
    page: string;
    heading: string;
    anchor: string;
    sha256: string;
    score: number;
}

export interface Sentence {
    text: string;
    citations: number[];
}

export interface Draft {
    text: string;
    language: string;
    sentences: Sentence[];
    citations: Citation[];
}

export interface Passage {
    page: string;
    anchor: string;
    sha256: string;
    score: number;
}

export interface Threshold {
    value: number;
    certified: boolean;
    error: number | null;
    certainty: number | null;
    n: number | null;
    k: number | null;
}

export interface GuardState {
    name: string;
    state: string;
}

export interface Manifest {
    tier: string | null;
    model: string;
    prompt: string;
    threshold: Threshold;
    scores: Scored[]; /* largest first */
    guards: GuardState[];
    passages: Passage[];
    workflow: string;
    path: string[];
    timings: ReadonlyMap<string, number>; /* microseconds */
    created: string;
}

export interface Decision {
    id: string;
    bot: string;
    release: string;
    action: string;
    reason: string;
    intent: { label: string | null; confidence: number; inScope: boolean; alternatives: Scored[] };
    sentiment: string | null;
    sentimentConfidence: number;
    urgency: number | null;
    priority: number | null;
    language: string | null;
    entities: Entity[];
    queue: string | null;
    evidence: Finding[];
    draft: Draft | null;
    wording: string | null;
    manifest: Manifest;
}

export interface Bot {
    name: string;
    release: string;
    languages: string[];
    isDefault: boolean;
    intents: number | null;
}

/* The answer is not what this page was built for. */
export class Mismatch extends Error {}

/* One value of an answer and where it stands. */
class Node {
    constructor(
        readonly value: unknown,
        readonly place: string,
    ) {}

    wrong(expected: string): never {
        throw new Mismatch(`${this.place || "the answer"} is not ${expected}`);
    }

    at(name: string): Node {
        const value = this.value;

        if (typeof value !== "object" || value === null || Array.isArray(value)) {
            return this.wrong("an object");
        }
        const members = value as Record<string, unknown>;
        return new Node(
            Object.hasOwn(members, name) ? members[name] : null,
            `${this.place}/${name}`,
        );
    }

    get isNull(): boolean {
        return this.value === null;
    }

    string(): string {
        return typeof this.value === "string" ? this.value : this.wrong("a string");
    }

    number(): number {
        return typeof this.value === "number" ? this.value : this.wrong("a number");
    }

    boolean(): boolean {
        return typeof this.value === "boolean" ? this.value : this.wrong("true or false");
    }

    stringOrNull(): string | null {
        return this.isNull ? null : this.string();
    }

    numberOrNull(): number | null {
        return this.isNull ? null : this.number();
    }

    list<T>(read: (item: Node) => T): T[] {
        if (!Array.isArray(this.value)) {
            return this.wrong("a list");
        }
        return this.value.map((item, i) => read(new Node(item, `${this.place}/${i}`)));
    }

    numbers(): [string, number][] {
        if (typeof this.value !== "object" || this.value === null) {
            return this.wrong("an object");
        }
        return Object.keys(this.value).map((name) => [name, this.at(name).number()]);
    }
}

function readScored(node: Node): Scored {
    return { label: node.at("label").string(), confidence: node.at("confidence").number() };
}

function readFinding(node: Node): Finding {
    return {
        guard: node.at("guard").string(),
        reason: node.at("reason").string(),
        severity: node.at("severity").string(),
        start: node.at("start").number(),
        end: node.at("end").number(),
        confidence: node.at("confidence").numberOrNull(),
    };
}

function readEntity(node: Node): Entity {
    return {
        type: node.at("type").string(),
        text: node.at("text").string(),
        start: node.at("start").number(),
        end: node.at("end").number(),
    };
}

function readCitation(node: Node): Citation {
    return {
        n: node.at("n").number(),
        page: node.at("page").string(),
        heading: node.at("heading").string(),
        anchor: node.at("anchor").string(),
        sha256: node.at("sha256").string(),
        score: node.at("score").number(),
    };
}

function readDraft(node: Node): Draft {
    return {
        text: node.at("text").string(),
        language: node.at("language").string(),
        sentences: node.at("sentences").list((sentence) => ({
            text: sentence.at("text").string(),
            citations: sentence.at("citations").list((n) => n.number()),
        })),
        citations: node.at("citations").list(readCitation),
    };
}

function readThreshold(node: Node): Threshold {
    return {
        value: node.at("value").number(),
        certified: node.at("certified").boolean(),
        error: node.at("error").numberOrNull(),
        certainty: node.at("certainty").numberOrNull(),
        n: node.at("n").numberOrNull(),
        k: node.at("k").numberOrNull(),
    };
}

function readManifest(node: Node): Manifest {
    const prompt = node.at("prompt");

    return {
        tier: node.at("tier").stringOrNull(),
        model: node.at("model").at("name").string(),
        prompt: `${prompt.at("name").string()} ${prompt.at("version").string()}`.trim(),
        threshold: readThreshold(node.at("threshold")),
        scores: node
            .at("scores")
            .numbers()
            .map(([label, confidence]) => ({ label, confidence }))
            .sort((a, b) => b.confidence - a.confidence),
        guards: node.at("guards").list((guard) => ({
            name: guard.at("name").string(),
            state: guard.at("state").string(),
        })),
        passages: node.at("passages").list((passage) => ({
            page: passage.at("page").string(),
            anchor: passage.at("anchor").string(),
            sha256: passage.at("sha256").string(),
            score: passage.at("fused").number(),
        })),
        workflow: node.at("workflow").at("name").string(),
        path: node
            .at("workflow")
            .at("path")
            .list((step) => step.string()),
        timings: new Map(node.at("timings_us").numbers()),
        created: node.at("created").string(),
    };
}

export function readDecision(value: unknown): Decision {
    const node = new Node(value, "");
    const intent = node.at("intent");
    const draft = node.at("draft");

    return {
        id: node.at("id").string(),
        bot: node.at("bot").string(),
        release: node.at("release").string(),
        action: node.at("action").string(),
        reason: node.at("reason").string(),
        intent: {
            label: intent.at("label").stringOrNull(),
            confidence: intent.at("confidence").number(),
            inScope: intent.at("in_scope").boolean(),
            alternatives: intent.at("alternatives").list(readScored),
        },
        sentiment: node.at("sentiment").at("label").stringOrNull(),
        sentimentConfidence: node.at("sentiment").at("confidence").number(),
        urgency: node.at("urgency").numberOrNull(),
        priority: node.at("priority").numberOrNull(),
        language: node.at("language").stringOrNull(),
        entities: node.at("entities").list(readEntity),
        queue: node.at("queue").stringOrNull(),
        evidence: node.at("evidence").list(readFinding),
        draft: draft.isNull ? null : readDraft(draft),
        wording: node.at("wording").stringOrNull(),
        manifest: readManifest(node.at("manifest")),
    };
}

export type Sureness = "sure" | "unsure" | "none" | "unknown";

/* How far the intent may be believed: "none" is none of the bot's intents, "unknown" was
 * never asked. */
export function surenessOf({ intent, manifest }: Decision): Sureness {
    if (intent.label === null) {
        return "unknown";
    }
    if (!intent.inScope) {
        return "none";
    }
    return intent.confidence >= manifest.threshold.value ? "sure" : "unsure";
}

/* One page of GET /v1/bots and where the next begins. */
export function readBots(value: unknown): { items: Bot[]; next: string | null } {
    const node = new Node(value, "");

    return {
        items: node.at("items").list((bot) => ({
            name: bot.at("name").string(),
            release: bot.at("release").string(),
            languages: bot.at("languages").list((language) => language.string()),
            isDefault: bot.at("default").value === true,
            intents: bot.at("intents").numberOrNull(),
        })),
        next: node.at("next").stringOrNull(),
    };
}
