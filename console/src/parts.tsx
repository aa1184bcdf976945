/* parts.tsx - small pieces that every screen uses. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import type { Tone } from "./words";

/* One shape a tone, so that colour is never the only sign. */
const TONE_PATHS: Record<Tone, string> = {
    good: "M4 8.5l2.5 2.5L12 5.5",
    ask: "M5.8 6a2.2 2.2 0 1 1 3 2.05c-.5.2-.8.6-.8 1.15M8 11.6v.1",
    team: "M4 8h8M9 5l3 3-3 3",
    look: "M2.8 8S4.8 4.8 8 4.8 13.2 8 13.2 8 11.2 11.2 8 11.2 2.8 8 2.8 8zM8 7.6v.8",
    urgent: "M8 4.2v4.6M8 11.6v.1",
    closed: "M5 5l6 6M11 5l-6 6",
};

export function ToneIcon({ tone }: { tone: Tone }) {
    return (
        <svg
            class={`tone-icon tone-${tone}`}
            viewBox="0 0 16 16"
            aria-hidden="true"
            focusable="false"
        >
            <circle cx="8" cy="8" r="8" class="tone-disc" />
            <path d={TONE_PATHS[tone]} class="tone-stroke" />
        </svg>
    );
}

export function Mark() {
    return (
        <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <rect width="32" height="32" rx="7" class="brand-ground" />
            <path d="M10 8v8a6 6 0 0 0 12 0V8" class="brand-line" />
            <circle cx="16" cy="26" r="2" class="brand-dot" />
        </svg>
    );
}

/* A share of one as a bar.  Decoration: the number always stands beside it. */
export function Bar({ share, kind = "" }: { share: number; kind?: string }) {
    const width = `${Math.max(0, Math.min(1, share)) * 100}%`;
    return (
        <span class={`bar ${kind}`} aria-hidden="true">
            <span class="bar-fill" style={{ width }} />
        </span>
    );
}

async function copyText(text: string): Promise<boolean> {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        return false; /* no permission, or no secure context */
    }
}

function select(element: HTMLElement): void {
    const range = document.createRange();
    range.selectNodeContents(element);
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
}

/* Text to take away.  Where the browser forbids copying, it is selected instead. */
export function CopyBlock({ text, label }: { text: string; label: string }) {
    const block = useRef<HTMLPreElement>(null);
    const [told, setTold] = useState("");

    useEffect(() => setTold(""), [text]);
    const copy = async (): Promise<void> => {
        if (await copyText(text)) {
            setTold("Copied");
        } else if (block.current !== null) {
            select(block.current);
            setTold("Selected; copy it with the keyboard");
        }
    };
    return (
        <div class="copy-block">
            <pre ref={block} tabIndex={0} role="region" aria-label={label}>
                {text}
            </pre>
            <div class="copy-row">
                <button type="button" class="quiet" onClick={copy} aria-label={`Copy: ${label}`}>
                    Copy
                </button>
                <span role="status" class="told">
                    {told}
                </span>
            </div>
        </div>
    );
}

export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
    return (
        <div class="fact">
            <dt>{name}</dt>
            <dd>{children}</dd>
        </div>
    );
}
