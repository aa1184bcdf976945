/* text.ts - cutting texts into the pieces that are shown, and writing numbers.
 *
 * Offsets of the server count Unicode code points; strings here count UTF-16 units, so
 * the message is taken apart first.  Nothing in this file knows the page.
 */

export interface Span {
    start: number;
    end: number;
}

export interface Segment<T> {
    text: string;
    spans: T[]; /* those that cover it, in the order given */
}

/* Cut a text at every border of a span.  A span that does not lie in the text is kept out,
 * as is an empty one. */
export function segments<T extends Span>(text: string, spans: readonly T[]): Segment<T>[] {
    const points = Array.from(text);
    const held = spans.filter((s) => s.start >= 0 && s.start < s.end && s.end <= points.length);
    const borders = new Set([0, points.length]);

    for (const span of held) {
        borders.add(span.start).add(span.end);
    }
    const cuts = [...borders].sort((a, b) => a - b);
    return cuts.slice(1).map((end, i) => {
        const start = cuts[i] ?? 0;
        return {
            text: points.slice(start, end).join(""),
            spans: held.filter((s) => s.start <= start && s.end >= end),
        };
    });
}

/* A draft in pieces: text, and the numbers of the sources that a sentence cites. */
export type Piece = { text: string; isQuoted: boolean } | { cites: number };

/* The draft's text is its sentences with "[n]" after those that cite; only what stands
 * between two sentences is read as a mark, so a page that itself writes "[1]" is shown as
 * it is.  A text that does not hold its sentences is one plain piece. */
export function draftPieces(
    text: string,
    sentences: readonly { text: string; citations: readonly number[] }[],
): Piece[] {
    const pieces: Piece[] = [];
    let at = 0;

    for (const sentence of sentences) {
        const start = text.indexOf(sentence.text, at);
        if (start < 0) {
            return [{ text, isQuoted: false }];
        }
        pieces.push(...between(text.slice(at, start)));
        pieces.push({ text: sentence.text, isQuoted: sentence.citations.length > 0 });
        at = start + sentence.text.length;
    }
    return [...pieces, ...between(text.slice(at))];
}

function between(gap: string): Piece[] {
    return gap
        .split(/(\[\d+\])/)
        .filter((part) => part !== "")
        .map((part) => {
            const mark = /^\[(\d+)\]$/.exec(part);
            return mark ? { cites: Number(mark[1]) } : { text: part, isQuoted: false };
        });
}

/* In single quotes for a POSIX shell. */
export function shellQuote(text: string): string {
    return `'${text.replaceAll("'", "'\\''")}'`;
}

/* The same request from a terminal.  The key is never printed. */
export function curlLine(url: string, body: string, hasKey: boolean): string {
    const lines = [
        `curl -s ${shellQuote(url)}`,
        "-H 'content-type: application/json'",
        ...(hasKey ? ['-H "authorization: Bearer $USHER_KEY"'] : []),
        `-d ${shellQuote(body)}`,
    ];
    return lines.join(" \\\n  ");
}

/* 0.98979 -> "0.990"; never rounded up to certainty. */
export function confidence(value: number): string {
    const text = value.toFixed(3);
    return text === "1.000" && value < 1 ? "0.999+" : text;
}

export function percent(share: number): string {
    return `${Number((share * 100).toPrecision(3))} %`;
}

export function micros(us: number): string {
    if (us < 1) {
        return "< 1 µs";
    }
    return us < 1000 ? `${Math.round(us)} µs` : `${(us / 1000).toFixed(1)} ms`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
    return `${count} ${count === 1 ? one : many}`;
}

/* "late_delivery" -> "late delivery" */
export function spoken(label: string): string {
    return label.replaceAll(/[_-]/g, " ");
}

export function capital(text: string): string {
    return text.slice(0, 1).toUpperCase() + text.slice(1);
}
