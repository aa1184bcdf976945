/* decision_test.ts - answers are read with care, and what is odd is named. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { Mismatch, readBots, readDecision } from "../../console/src/decision";
import { stagesOf, totalUs } from "../../console/src/try/stages";
import { decisionJson } from "./samples";

test("an answer is read whole", () => {
    const decision = readDecision(decisionJson());
    assert.equal(decision.intent.label, "late_delivery");
    assert.equal(decision.draft?.citations[0]?.anchor, "late-parcels");
    assert.equal(decision.manifest.threshold.k, 13);
    assert.deepEqual(
        decision.manifest.scores.map((s) => s.label),
        ["late_delivery", "order_status"],
    );
});

test("an answer may grow", () => {
    assert.doesNotThrow(() => readDecision({ ...decisionJson(), something_new: { deep: [1] } }));
});

test("what is missing or of another type is named by its place", () => {
    const wrong = (change: object): string => {
        try {
            readDecision({ ...decisionJson(), ...change });
        } catch (error) {
            assert.ok(error instanceof Mismatch);
            return error.message;
        }
        return assert.fail("was read");
    };
    assert.equal(wrong({ action: 7 }), "/action is not a string");
    assert.equal(wrong({ entities: {} }), "/entities is not a list");
    assert.equal(wrong({ evidence: [{ guard: "x" }] }), "/evidence/0/reason is not a string");
    assert.equal(wrong({ manifest: null }), "/manifest is not an object");
});

test("no member is taken from a prototype", () => {
    assert.throws(() => readDecision(Object.create(decisionJson())), Mismatch);
});

test("a list of bots is read with where it goes on", () => {
    const bot = { name: "acme", release: "rel_1", languages: ["en"], default: true, intents: 28 };
    const page = readBots({ items: [bot], next: "c2" });
    assert.deepEqual(page.items[0], {
        name: "acme",
        release: "rel_1",
        languages: ["en"],
        isDefault: true,
        intents: 28,
    });
    assert.equal(page.next, "c2");
});

test("stages follow one another in time and add up to the whole", () => {
    const decision = readDecision(decisionJson());
    const stages = stagesOf(decision);
    let at = 0;
    for (const stage of stages) {
        assert.equal(stage.startUs, at);
        at += stage.us ?? 0;
    }
    assert.equal(at, totalUs(decision));
});

test("a message that the guards stop reaches neither understanding nor search", () => {
    const stopped = {
        ...decisionJson(),
        intent: { label: null, confidence: 0, in_scope: false, alternatives: [] },
        draft: null,
    };
    stopped.manifest = { ...stopped.manifest, passages: [], timings_us: { guard: 9, decide: 1 } };
    const reached = stagesOf(readDecision(stopped)).filter((stage) => stage.isReached);
    assert.deepEqual(
        reached.map((stage) => stage.name),
        ["guard_in", "decide"],
    );
});
