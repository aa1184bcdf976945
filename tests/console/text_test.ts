/* text_test.ts - texts are cut where the server means, and said as they are. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

import {
    confidence,
    curlLine,
    draftPieces,
    micros,
    percent,
    segments,
    shellQuote,
} from "../../console/src/text";

const cut = (text: string, ...spans: [number, number][]): string =>
    segments(
        text,
        spans.map(([start, end]) => ({ start, end })),
    )
        .map((s) => (s.spans.length === 0 ? s.text : `<${s.spans.length}:${s.text}>`))
        .join("");

test("a span is counted in code points, not in halves of surrogate pairs", () => {
    assert.equal(cut("😀😀 jo@example.com", [3, 17]), "😀😀 <1:jo@example.com>");
    assert.equal(cut("é e\u0301 x", [3, 4]), "é e<1:\u0301> x");
});

test("spans that overlap are cut where either begins or ends", () => {
    assert.equal(cut("abcdef", [0, 4], [2, 6]), "<1:ab><2:cd><1:ef>");
    assert.equal(cut("abc", [0, 3], [1, 2]), "<1:a><2:b><1:c>");
});

test("a span outside the text, empty or turned round marks nothing", () => {
    assert.equal(cut("abc", [1, 9], [-1, 2], [2, 1], [0, 0]), "abc");
    assert.equal(cut("", [0, 1]), "");
});

test("a text comes back whole from its segments", () => {
    const text = "Grüße 👩‍👩‍👧 aus\nKöln";
    assert.equal(
        segments(text, [{ start: 2, end: 9 }])
            .map((s) => s.text)
            .join(""),
        text,
    );
});

const shown = (text: string, sentences: { text: string; citations: number[] }[]): string =>
    draftPieces(text, sentences)
        .map((p) => ("cites" in p ? `(${p.cites})` : p.isQuoted ? `<${p.text}>` : p.text))
        .join("");

test("a mark after a sentence is a source, one inside a sentence is text", () => {
    const sentences = [
        { text: "Hello,", citations: [] },
        { text: "See note [1] there.", citations: [2] },
    ];
    assert.equal(
        shown("Hello,\n\nSee note [1] there. [2] Bye [x]", sentences),
        "Hello,\n\n<See note [1] there.> (2) Bye [x]",
    );
});

test("a draft that does not hold its sentences is shown as it is", () => {
    assert.equal(
        shown("Something else [1]", [{ text: "Hello,", citations: [] }]),
        "Something else [1]",
    );
});

test("a sentence that occurs twice is found twice, in order", () => {
    const twice = { text: "Thanks.", citations: [1] };
    assert.equal(shown("Thanks. [1] Thanks. [1]", [twice, twice]), "<Thanks.> (1) <Thanks.> (1)");
});

test("a shell gives back exactly what was quoted", () => {
    for (const text of ["it's", "''", '$HOME `id` \\ "x" !', "two\nlines", "ü😀"]) {
        assert.equal(
            execFileSync("sh", ["-c", `printf %s ${shellQuote(text)}`], { encoding: "utf8" }),
            text,
        );
    }
});

test("the line to copy names a variable instead of the key", () => {
    assert.match(curlLine("http://h/v1/triage", "{}", true), /Bearer \$USHER_KEY/);
    assert.doesNotMatch(curlLine("http://h/v1/triage", "{}", false), /authorization/);
});

test("a confidence below one is never shown as one", () => {
    assert.equal(confidence(0.999956), "0.999+");
    assert.equal(confidence(1), "1.000");
    assert.equal(confidence(0.98979), "0.990");
    assert.equal(confidence(0), "0.000");
});

test("times and shares have units that fit their size", () => {
    assert.deepEqual([0, 1, 999, 5321].map(micros), ["< 1 µs", "1 µs", "999 µs", "5.3 ms"]);
    assert.deepEqual([0.03, 0.95, 0.0125].map(percent), ["3 %", "95 %", "1.25 %"]);
});
