/* screen.tsx - type a customer's message, see what the bot makes of it.
 *
 * Three panes: the message, what becomes of it, and the way there.  What was asked in this
 * tab stays in memory and can be looked at again.
 */
import { useEffect, useRef, useState } from "preact/hooks";

import { type Answer, Failure, triage } from "../api";
import { FailureCard } from "../failure";
import type { Session } from "../shell";
import { actionTitle, reasonText } from "../words";
import { Composer } from "./composer";
import { History } from "./history";
import { EmptyOutcome, Outcome, Same } from "./outcome";
import { EmptyWay, Way } from "./way";

const TURNS_MAX = 30;
const PATIENCE_MS = 200; /* before waiting is shown */

/* One question of this tab and its answer. */
export interface Turn {
    id: number;
    text: string;
    bot: string | null; /* as it was named in the request */
    hasKey: boolean;
    answer: Answer;
}

interface Asking {
    turns: Turn[]; /* newest first */
    shown: Turn | null;
    failure: Failure | null;
    isSlow: boolean;
    ask: (text: string) => void;
    show: (turn: Turn) => void;
}

function useAsking(session: Session): Asking {
    const [turns, setTurns] = useState<Turn[]>([]);
    const [shown, setShown] = useState<Turn | null>(null);
    const [failure, setFailure] = useState<Failure | null>(null);
    const [isSlow, setSlow] = useState(false);
    const running = useRef<AbortController | null>(null);
    const count = useRef(0);

    const ask = (text: string): void => {
        const cancel = new AbortController();
        const bot = session.mustNameBot && session.bot !== null ? session.bot.name : null;
        const slow = setTimeout(() => setSlow(true), PATIENCE_MS);

        running.current?.abort(); /* only the last question counts */
        running.current = cancel;
        triage(text, bot, session.key, cancel.signal)
            .then(
                (answer) => {
                    if (!cancel.signal.aborted) {
                        const turn = {
                            id: ++count.current,
                            text,
                            bot,
                            hasKey: session.key !== "",
                            answer,
                        };
                        setTurns((last) => [turn, ...last].slice(0, TURNS_MAX));
                        setShown(turn);
                        setFailure(null);
                    }
                },
                (error: unknown) => {
                    if (!cancel.signal.aborted) {
                        setFailure(
                            error instanceof Failure
                                ? error
                                : new Failure("The page failed", "Load it again.", String(error)),
                        );
                    }
                },
            )
            .finally(() => {
                clearTimeout(slow);
                if (running.current === cancel) {
                    setSlow(false);
                }
            });
    };
    const show = (turn: Turn): void => {
        setShown(turn);
        setFailure(null);
    };
    return { turns, shown, failure, isSlow, ask, show };
}

export function TryScreen({ session }: { session: Session }) {
    const [message, setMessage] = useState("");
    const asking = useAsking(session);
    const { shown, failure, isSlow } = asking;
    const lastAsked = useRef("");
    const outcome = useRef<HTMLDivElement>(null);
    const ask = (text: string): void => {
        lastAsked.current = text;
        setMessage(text);
        asking.ask(text);
    };

    useRetryWithKey(session.key, failure, () => ask(lastAsked.current));
    useInView(outcome, shown, failure);
    return (
        <div class={`panes ${shown === null ? "is-empty" : ""}`}>
            <div class="pane pane-message">
                <div class="stay">
                    <Composer
                        message={message}
                        isSlow={isSlow}
                        isNew={asking.turns.length === 0}
                        languages={session.bot?.languages ?? null}
                        onChange={setMessage}
                        onAsk={ask}
                    />
                    <History
                        turns={asking.turns}
                        shown={shown}
                        onShow={(turn) => {
                            setMessage(turn.text);
                            asking.show(turn);
                        }}
                    />
                </div>
            </div>
            <div
                ref={outcome}
                class={`pane pane-outcome ${isSlow ? "is-waiting" : ""}`}
                aria-busy={isSlow}
            >
                {failure !== null && !(failure.wantsKey && session.isKeyAsked) && (
                    <FailureCard
                        failure={failure}
                        onRetry={() => ask(lastAsked.current)}
                        onKey={session.useKey}
                    />
                )}
                {shown !== null ? (
                    <Outcome key={shown.id} turn={shown} />
                ) : (
                    failure === null && <EmptyOutcome isWaiting={isSlow} />
                )}
            </div>
            <div class={`pane pane-way ${isSlow ? "is-waiting" : ""}`}>
                {shown !== null ? (
                    <Way key={shown.id} turn={shown} />
                ) : (
                    <EmptyWay isWaiting={isSlow} />
                )}
            </div>
            {shown !== null && (
                <div class="pane pane-same">
                    <Same key={shown.id} turn={shown} />
                </div>
            )}
            <p role="status" class="unseen">
                {announcement(shown, failure, isSlow)}
            </p>
        </div>
    );
}

/* A new key answers the question that failed for want of one. */
function useRetryWithKey(key: string, failure: Failure | null, retry: () => void): void {
    const before = useRef(key);

    useEffect(() => {
        if (before.current !== key) {
            before.current = key;
            if (key !== "" && failure?.wantsKey === true) {
                retry();
            }
        }
    });
}

/* On a narrow screen the answer comes below the message: bring it where it is seen. */
function useInView(
    place: { current: HTMLElement | null },
    shown: Turn | null,
    failure: Failure | null,
): void {
    useEffect(() => {
        const top = place.current?.getBoundingClientRect().top ?? 0;
        if ((shown !== null || failure !== null) && (top < 0 || top > innerHeight * 0.6)) {
            place.current?.scrollIntoView({ block: "start" });
        }
    }, [shown, failure]);
}

function announcement(shown: Turn | null, failure: Failure | null, isSlow: boolean): string {
    if (isSlow) {
        return "Deciding";
    }
    if (failure !== null || shown === null) {
        return ""; /* a failure is an alert of its own */
    }
    const { action, reason } = shown.answer.decision;
    return `${actionTitle(action)}. ${reasonText(action, reason)}`;
}
