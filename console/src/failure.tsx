/* failure.tsx - what went wrong, in words, with what to do about it. */
import { useEffect, useRef, useState } from "preact/hooks";

import type { Failure } from "./api";

interface Props {
    failure: Failure;
    onRetry: () => void;
    onKey: (key: string, forTab: boolean) => void;
}

export function FailureCard({ failure, onRetry, onKey }: Props) {
    return (
        <section class="block failure" role="alert" aria-labelledby="failure-title">
            <h2 id="failure-title">{failure.title}</h2>
            {failure.detail !== "" && <p class="failure-detail">{failure.detail}</p>}
            <p>{failure.advice}</p>
            {failure.wantsKey ? (
                <KeyForm onKey={onKey} />
            ) : (
                <button type="button" class="secondary" onClick={onRetry}>
                    Try again
                </button>
            )}
        </section>
    );
}

function KeyForm({ onKey }: { onKey: Props["onKey"] }) {
    const [key, setKey] = useState("");
    const [forTab, setForTab] = useState(false);
    const field = useRef<HTMLInputElement>(null);
    const use = (event: Event): void => {
        event.preventDefault();
        if (key.trim() !== "") {
            onKey(key.trim(), forTab);
        }
    };

    useEffect(() => field.current?.focus(), []);
    return (
        <form class="key-form" onSubmit={use}>
            <label for="key">Key of the server</label>
            <div class="key-row">
                <input
                    id="key"
                    ref={field}
                    type="password"
                    autocomplete="off"
                    spellcheck={false}
                    value={key}
                    onInput={(event) => setKey(event.currentTarget.value)}
                />
                <button type="submit" class="primary">
                    Use this key
                </button>
            </div>
            <label class="check">
                <input
                    type="checkbox"
                    checked={forTab}
                    onChange={(event) => setForTab(event.currentTarget.checked)}
                />
                Keep it until this tab is closed
            </label>
            <p class="note">
                It is sent to this server only. Without the tick it is gone when the page is loaded
                again.
            </p>
        </form>
    );
}
