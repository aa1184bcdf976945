/* api.ts - what the page asks of the server, and how that can fail.
 *
 * Every failure is a Failure with words for a person: what happened and what to do.
 */
import { type Bot, type Decision, Mismatch, readBots, readDecision } from "./decision";
import { problemWords } from "./words";

const WAIT_MS = 30_000;
const BOT_PAGES_MAX = 20;

/* The shape that a problem document is read as; every member may be missing. */
interface Problem {
    name: string;
    detail: string;
    place: string;
}

export class Failure extends Error {
    constructor(
        readonly title: string,
        readonly advice: string,
        readonly detail: string = "",
        readonly wantsKey: boolean = false,
    ) {
        super(title);
    }
}

export interface Answer {
    decision: Decision;
    json: unknown;
    roundTripMs: number;
}

/* The path of a request and what it carries, also for the line that is shown. */
export const TRIAGE_PATH = "/v1/triage";

export function triageBody(text: string, bot: string | null): string {
    return JSON.stringify(bot === null ? { text } : { text, bot });
}

function text(value: unknown): string {
    return typeof value === "string" ? value : "";
}

function placeOf(at: unknown): string {
    if (typeof at !== "object" || at === null) {
        return "";
    }
    const place = at as { line?: unknown; column?: unknown; pointer?: unknown };
    if (typeof place.pointer === "string" && place.pointer !== "") {
        return `at ${place.pointer}`;
    }
    return typeof place.line === "number"
        ? `in line ${place.line}, column ${Number(place.column)}`
        : "";
}

function readProblem(body: string): Problem {
    let value: unknown = null;

    try {
        value = JSON.parse(body);
    } catch {
        /* A proxy's page, say; its status speaks for it. */
    }
    if (typeof value !== "object" || value === null) {
        return { name: "", detail: "", place: "" };
    }
    const problem = value as Record<string, unknown>;
    return {
        name: text(problem["type"]).replace(/^.*:/, ""),
        detail: text(problem["detail"]) || text(problem["title"]),
        place: placeOf(problem["at"]),
    };
}

function refusal(response: Response, body: string, hasKey: boolean): Failure {
    const problem = readProblem(body);
    const words = problemWords(problem.name);
    const detail = [problem.detail, problem.place].filter((part) => part !== "").join(", ");
    const retryAfter = Number(response.headers.get("retry-after"));
    const advice = retryAfter > 0 ? `Wait ${retryAfter} s and send it again.` : words.advice;
    const seen = detail === "" ? `HTTP status ${response.status}` : detail;

    if (response.status === 401) {
        const title = hasKey ? "The server does not know this key" : "The server asks for a key";
        return new Failure(
            title,
            "Type the key below; whoever runs the server has it.",
            seen,
            true,
        );
    }
    if (response.status === 403 && hasKey) {
        return new Failure("This key may not ask that", "Type another key below.", seen, true);
    }
    return new Failure(words.title, advice, seen);
}

/* fetch() with a deadline; the JSON of a good answer, or a Failure. */
async function ask(
    path: string,
    key: string,
    options: RequestInit,
    cancel: AbortSignal,
): Promise<unknown> {
    const deadline = new AbortController();
    const stop = (): void => deadline.abort();
    const timer = setTimeout(stop, WAIT_MS);

    cancel.addEventListener("abort", stop);
    try {
        const headers = key === "" ? {} : { authorization: `Bearer ${key}` };
        const response = await fetch(path, {
            ...options,
            headers: { ...options.headers, ...headers },
            cache: "no-store",
            signal: deadline.signal,
        });
        const body = await response.text();
        if (!response.ok) {
            throw refusal(response, body, key !== "");
        }
        return JSON.parse(body) as unknown;
    } catch (error) {
        throw described(error, cancel.aborted);
    } finally {
        clearTimeout(timer);
        cancel.removeEventListener("abort", stop);
    }
}

function described(error: unknown, isCancelled: boolean): unknown {
    if (error instanceof Failure || isCancelled) {
        return error;
    }
    if (error instanceof SyntaxError) {
        return strange("the answer is no JSON");
    }
    if (error instanceof DOMException && error.name === "AbortError") {
        return new Failure(
            "The server does not answer",
            "Try again; your message is kept.",
            `nothing came for ${WAIT_MS / 1000} s`,
        );
    }
    return new Failure(
        "The server cannot be reached",
        "Look whether it still runs (usher serve), then try again; your message is kept.",
    );
}

function strange(detail: string): Failure {
    return new Failure(
        "The server’s answer is not what this page knows",
        "Load the page again; it may be older than the server.",
        detail,
    );
}

function read<T>(reader: (value: unknown) => T, value: unknown): T {
    try {
        return reader(value);
    } catch (error) {
        throw error instanceof Mismatch ? strange(error.message) : error;
    }
}

export async function triage(
    message: string,
    bot: string | null,
    key: string,
    cancel: AbortSignal,
): Promise<Answer> {
    const started = performance.now();
    const json = await ask(
        TRIAGE_PATH,
        key,
        {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: triageBody(message, bot),
        },
        cancel,
    );
    return { decision: read(readDecision, json), json, roundTripMs: performance.now() - started };
}

export async function listBots(key: string, cancel: AbortSignal): Promise<Bot[]> {
    const bots: Bot[] = [];
    let path: string | null = "/v1/bots";

    for (let page = 0; path !== null && page < BOT_PAGES_MAX; page++) {
        const { items, next }: { items: Bot[]; next: string | null } = read(
            readBots,
            await ask(path, key, {}, cancel),
        );
        bots.push(...items);
        path = next === null ? null : `/v1/bots?cursor=${encodeURIComponent(next)}`;
    }
    return bots;
}
