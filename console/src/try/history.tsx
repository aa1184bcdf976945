/* history.tsx - what was asked in this tab, newest first. */
import { ToneIcon } from "../parts";
import { surenessOf } from "../decision";
import { spoken } from "../text";
import { actionTitle, actionTone } from "../words";
import type { Turn } from "./screen";

interface Props {
    turns: readonly Turn[];
    shown: Turn | null;
    onShow: (turn: Turn) => void;
}

export function History({ turns, shown, onShow }: Props) {
    if (turns.length === 0) {
        return null;
    }
    return (
        <section class="block history" aria-labelledby="history-title">
            <h2 id="history-title" class="subtitle">
                Asked in this tab
            </h2>
            <ol>
                {turns.map((turn) => (
                    <li key={turn.id}>
                        <button
                            type="button"
                            class="past"
                            aria-current={turn.id === shown?.id ? "true" : undefined}
                            onClick={() => onShow(turn)}
                        >
                            <ToneIcon tone={actionTone(turn.answer.decision.action)} />
                            <span class="past-text" dir="auto">
                                {turn.text}
                            </span>
                            <span class="past-intent">{pastLine(turn)}</span>
                        </button>
                    </li>
                ))}
            </ol>
            <p class="note">Kept until the page is loaded again, nowhere else.</p>
        </section>
    );
}

function pastLine(turn: Turn): string {
    const { decision } = turn.answer;
    const title = actionTitle(decision.action);
    return surenessOf(decision) === "sure"
        ? `${spoken(decision.intent.label ?? "")} · ${title}`
        : title;
}
