/* samples.ts - an answer of the server, for tests that need another one than it gives. */

const HEX = "8745df228e80bb62f76a97ff73fd11672e26630a32dacfd94f1bd747a99f2181";

/* What POST /v1/triage answers, in CONTRACT.md's shape. */
export function decisionJson() {
    return {
        id: "t-1",
        bot: "acme",
        release: `rel_${HEX}`,
        action: "needs_approval",
        reason: "policy",
        next_action: "auto_resolve",
        intent: {
            label: "late_delivery" as string | null,
            confidence: 0.98979,
            in_scope: true,
            alternatives: [{ label: "order_status", confidence: 0.010062 }],
        },
        sentiment: { label: "neutral", confidence: 0.507283 },
        urgency: 0.05,
        priority: 2,
        language: "en",
        entities: [{ type: "order_number", text: "4471902", start: 10, end: 17 }],
        queue: null as string | null,
        evidence: [] as object[],
        draft: {
            text: "Hello,\n\nWe open a trace. [1]",
            language: "en",
            sha256: HEX,
            sentences: [
                { text: "Hello,", citations: [] as number[] },
                { text: "We open a trace.", citations: [1] },
            ],
            citations: [
                {
                    n: 1,
                    page: "shipping.md",
                    heading: "Late parcels",
                    anchor: "late-parcels",
                    sha256: HEX,
                    score: 7.1,
                },
            ],
        } as object | null,
        manifest: {
            release: `rel_${HEX}`,
            bot: "acme",
            prompt: { name: "acme-triage", version: "1.0", sha256: HEX },
            brand_sha256: HEX,
            tier: "nano",
            model: { name: "nano", sha256: HEX },
            threshold: {
                value: 0.892096,
                certified: true,
                error: 0.03,
                certainty: 0.95,
                n: 688,
                k: 13,
                date: "2026-11-20",
            },
            scores: { order_status: 0.010062, late_delivery: 0.98979 },
            guards: [{ name: "pii", state: "closed", version: 1 }],
            passages: [
                {
                    page: "shipping.md",
                    anchor: "late-parcels",
                    sha256: HEX,
                    bm25: 7.1,
                    dense: null,
                    fused: 7.1,
                },
            ] as object[],
            workflow: {
                name: "triage",
                sha256: HEX,
                path: ["guard", "classify", "route", "draft", "approve"],
            },
            cost: { micros: 0, currency: "USD" },
            timings_us: {
                guard: 25,
                language: 170,
                intent: 27,
                mood: 19,
                entities: 6,
                draft: 53,
                guard_draft: 37,
                decide: 1,
            } as object,
            trace_id: null,
            prev_sha256: null,
            created: "2026-11-20T16:03:12.009Z",
        },
    };
}

export function botsJson(...names: string[]) {
    return {
        items: names.map((name, i) => ({
            name,
            release: `rel_${HEX}`,
            languages: ["en"],
            default: i === 0,
            intents: 3,
        })),
        next: null,
    };
}
