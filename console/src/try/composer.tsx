/* composer.tsx - where the message is typed, or an example taken. */
import { useEffect, useRef } from "preact/hooks";

import { examplesFor } from "./examples";

interface Props {
    message: string;
    isSlow: boolean; /* the answer takes a while */
    isNew: boolean; /* nothing asked yet: examples show their text */
    languages: readonly string[] | null;
    onChange: (message: string) => void;
    onAsk: (message: string) => void;
}

export function Composer({ message, isSlow, isNew, languages, onChange, onAsk }: Props) {
    const box = useRef<HTMLTextAreaElement>(null);
    const isEmpty = message.trim() === "";
    const ask = (): void => {
        if (isEmpty) {
            box.current?.focus();
        } else {
            onAsk(message);
        }
    };
    const onKeyDown = (event: KeyboardEvent): void => {
        /* Not while an input method is composing a character. */
        if (event.key === "Enter" && !event.shiftKey && !event.altKey && !event.isComposing) {
            event.preventDefault();
            ask();
        }
    };

    useEffect(() => box.current?.focus({ preventScroll: true }), []);
    return (
        <section class="block composer" aria-labelledby="composer-title">
            <form
                onSubmit={(event) => {
                    event.preventDefault();
                    ask();
                }}
            >
                <label id="composer-title" class="title" for="message">
                    Customer’s message
                </label>
                <textarea
                    id="message"
                    ref={box}
                    rows={6}
                    dir="auto"
                    placeholder="What might a customer write?"
                    aria-describedby="message-hint"
                    value={message}
                    onInput={(event) => onChange(event.currentTarget.value)}
                    onKeyDown={onKeyDown}
                />
                <div class="composer-row">
                    <p id="message-hint" class="note">
                        <kbd>Enter</kbd> decides, <kbd>Shift+Enter</kbd> begins a line
                    </p>
                    <button type="submit" class="primary" aria-disabled={isEmpty}>
                        {isSlow ? "Deciding…" : "Decide"}
                    </button>
                </div>
            </form>
            <h2 class="subtitle">Or take an example</h2>
            <ul class={isNew ? "examples" : "examples is-short"}>
                {examplesFor(languages).map((example) => (
                    <li key={example.title}>
                        <button type="button" class="example" onClick={() => onAsk(example.text)}>
                            <span class="example-title">{example.title}</span>
                            {isNew && (
                                <span class="example-text" lang={example.language}>
                                    {example.text}
                                </span>
                            )}
                        </button>
                    </li>
                ))}
            </ul>
        </section>
    );
}
