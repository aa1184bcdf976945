/* key.ts - the server's key: in memory, or, if the visitor says so, in the session storage
 * of this tab, which the browser drops when the tab is closed.  Never in local storage, an
 * address or a line to be copied. */

const NAME = "usher.key";

export function loadKey(): string {
    try {
        return sessionStorage.getItem(NAME) ?? "";
    } catch {
        return ""; /* storage is switched off */
    }
}

export function keepKey(key: string, forTab: boolean): void {
    try {
        if (forTab && key !== "") {
            sessionStorage.setItem(NAME, key);
        } else {
            sessionStorage.removeItem(NAME);
        }
    } catch {
        /* Then it stays in memory. */
    }
}
