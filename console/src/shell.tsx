/* shell.tsx - the frame of every screen: which server, which bot, which key.
 *
 * The first screen is trying a message; screens to come take its place in <main> and get
 * the same session.
 */
import { useCallback, useEffect, useState } from "preact/hooks";

import { Failure, listBots } from "./api";
import type { Bot } from "./decision";
import { FailureCard } from "./failure";
import { keepKey, loadKey } from "./key";
import { Mark } from "./parts";
import { plural } from "./text";
import { TryScreen } from "./try/screen";

/* What a screen knows about the server. */
export interface Session {
    bot: Bot | null; /* the chosen one; null until the list is here */
    mustNameBot: boolean; /* several are served */
    key: string;
    isKeyAsked: boolean; /* by the shell; a screen need not ask too */
    useKey: (key: string, forTab: boolean) => void;
}

interface Listing {
    bots: Bot[];
    failure: Failure | null;
}

function useListing(key: string, round: number): Listing {
    const [listing, setListing] = useState<Listing>({ bots: [], failure: null });

    useEffect(() => {
        const cancel = new AbortController();
        listBots(key, cancel.signal).then(
            (bots) => setListing({ bots, failure: null }),
            (error: unknown) => {
                if (error instanceof Failure) {
                    setListing((last) => ({ ...last, failure: error }));
                }
            },
        );
        return () => cancel.abort();
    }, [key, round]);
    return listing;
}

export function Shell() {
    const [key, setKey] = useState(loadKey);
    const [round, setRound] = useState(0);
    const [chosen, setChosen] = useState("");
    const { bots, failure } = useListing(key, round);
    const bot =
        bots.find((b) => b.name === chosen) ?? bots.find((b) => b.isDefault) ?? bots[0] ?? null;
    const useKey = useCallback((next: string, forTab: boolean): void => {
        keepKey(next, forTab);
        setKey(next);
        setRound((n) => n + 1);
        document.getElementById("message")?.focus();
    }, []);
    const isKeyAsked = failure?.wantsKey === true;
    const session: Session = { bot, mustNameBot: bots.length > 1, key, isKeyAsked, useKey };

    return (
        <>
            <a class="skip" href="#message">
                Skip to the message
            </a>
            <header class="top">
                <h1 class="brand">
                    <Mark />
                    Usher
                </h1>
                <BotChooser bots={bots} bot={bot} onChoose={setChosen} />
                <div class="top-end">
                    {key !== "" && (
                        <button type="button" class="quiet" onClick={() => useKey("", false)}>
                            Forget the key
                        </button>
                    )}
                    <a class="quiet-link" href="/openapi.json">
                        API
                    </a>
                </div>
            </header>
            <main>
                {failure !== null && (isKeyAsked || bot === null) && (
                    <div class="banner">
                        <FailureCard
                            failure={failure}
                            onRetry={() => setRound((n) => n + 1)}
                            onKey={useKey}
                        />
                    </div>
                )}
                <TryScreen session={session} />
            </main>
        </>
    );
}

interface ChooserProps {
    bots: readonly Bot[];
    bot: Bot | null;
    onChoose: (name: string) => void;
}

function BotChooser({ bots, bot, onChoose }: ChooserProps) {
    if (bot === null) {
        return null;
    }
    const about = [
        bot.intents === null ? "" : plural(bot.intents, "intent"),
        bot.languages.join(", "),
        `${bot.release.slice(0, 12)}…`,
    ];
    return (
        <div class="chooser">
            {bots.length > 1 ? (
                <label>
                    <span class="chooser-name">Bot</span>
                    <select
                        value={bot.name}
                        onChange={(event) => onChoose(event.currentTarget.value)}
                    >
                        {bots.map((b) => (
                            <option key={b.name} value={b.name}>
                                {b.name}
                            </option>
                        ))}
                    </select>
                </label>
            ) : (
                <span>
                    <span class="chooser-name">Bot</span> <strong>{bot.name}</strong>
                </span>
            )}
            <span class="chooser-about" title={bot.release}>
                {about.filter((part) => part !== "").join(" · ")}
            </span>
        </div>
    );
}
