/* message.tsx - the message with what was found in it marked, and lists that name it.
 *
 * Marks are told apart by their line, not by colour alone, and the lists say in words all
 * that the marks show.  Pointing at a line of a list frames its mark.
 */
import type { Decision } from "../decision";
import { capital, segments, spoken } from "../text";
import { isAboutDraft, severityWord } from "../words";

export interface Found {
    id: number;
    kind: string; /* info, warn, block, entity */
    what: string;
    code: string; /* the server's own name */
    quote: string;
    isLong: boolean; /* about so much of the message that quoting it again helps nobody */
    start: number;
    end: number;
}

const QUOTE_MAX = 48; /* code points */

/* What was found in the message: evidence first, then entities. */
export function foundIn(text: string, decision: Decision): Found[] {
    const points = Array.from(text);
    const evidence = decision.evidence.filter((finding) => !isAboutDraft(finding.guard));

    return [
        ...evidence.map((f) => ({
            kind: f.severity,
            what: f.reason,
            code: f.guard,
            start: f.start,
            end: f.end,
        })),
        ...decision.entities.map((e) => ({
            kind: "entity",
            what: spoken(e.type),
            code: e.type,
            start: e.start,
            end: e.end,
        })),
    ].map((found, id) => ({
        ...found,
        id,
        quote: points.slice(found.start, found.end).join(""),
        isLong: found.end - found.start > QUOTE_MAX,
    }));
}

/* The gravest of the marks that cover a piece gives it its look. */
const GRAVITY: readonly string[] = ["block", "warn", "info", "entity"];

function gravest(found: readonly Found[]): string {
    return GRAVITY.find((kind) => found.some((f) => f.kind === kind)) ?? "info";
}

interface MessageProps {
    text: string;
    language: string | null;
    found: readonly Found[];
    pointed: number | null;
}

export function MarkedMessage({ text, language, found, pointed }: MessageProps) {
    return (
        <blockquote
            class="marked"
            dir="auto"
            lang={language ?? undefined}
            tabIndex={0}
            aria-label="The message, with what was found"
        >
            {segments(text, found).map((segment, i) =>
                segment.spans.length === 0 ? (
                    segment.text
                ) : (
                    <mark
                        key={i}
                        class={`mark-${gravest(segment.spans)} ${segment.spans.some((s) => s.id === pointed) ? "is-pointed" : ""}`}
                    >
                        {segment.text}
                    </mark>
                ),
            )}
        </blockquote>
    );
}

interface ListProps {
    found: readonly Found[];
    onPoint: (id: number | null) => void;
}

export function FoundList({ found, onPoint }: ListProps) {
    return (
        <ul class="found">
            {found.map((f) => (
                <li
                    key={f.id}
                    onMouseEnter={() => onPoint(f.id)}
                    onMouseLeave={() => onPoint(null)}
                >
                    <span class={`found-kind found-${f.kind}`}>
                        {f.kind === "entity" ? "read" : severityWord(f.kind)}
                    </span>
                    <span class="found-what">
                        {capital(f.what)}
                        {f.quote !== "" && !f.isLong && <q class="found-quote">{f.quote}</q>}
                    </span>
                    <code class="found-code">{f.code}</code>
                </li>
            ))}
        </ul>
    );
}
