/* failure_test.ts - what goes wrong is said in words, with what to do. */
import assert from "node:assert/strict";

import type { Page } from "playwright-core";

import { KEY, REFUSED, answer, ask, decide, pageTest, shoot, withPage } from "./harness";
import { decisionJson } from "./samples";

const problem = (name: string, status: number, detail: string, more: object = {}): object => ({
    type: `urn:usher:error:${name}`,
    title: name,
    status,
    detail,
    instance: "/v1/triage",
    ...more,
});

async function failureOf(
    prepare: (page: Page) => Promise<void>,
    see: (text: string, page: Page) => Promise<void> | void,
): Promise<void> {
    await withPage({ expects: REFUSED, prepare }, async (page) => {
        await ask(page, "My parcel is late");
        const card = page.locator(".pane .failure");
        await card.waitFor();
        await see(await card.innerText(), page);
    });
}

pageTest("a problem document is said in words, with its detail and its place", async () => {
    const document = problem("input", 400, "the text is empty", {
        at: { line: 1, column: 9, pointer: "/text" },
    });
    await failureOf(
        (page) => answer(page, "/v1/triage", 400, document),
        async (text, page) => {
            assert.match(text, /The server cannot read this message/);
            assert.match(text, /the text is empty, at \/text/);
            assert.match(text, /Change the message/);
            await shoot(page, "problem");
        },
    );
});

pageTest(
    "the server's own refusal of a text that is too long is told, and the text is kept",
    async () => {
        await withPage({ expects: REFUSED }, async (page) => {
            const long = "late ".repeat(40_000);
            await ask(page, long);
            await page.locator(".failure").waitFor();
            assert.match(await page.locator(".failure-detail").innerText(), /\d/);
            assert.equal((await page.inputValue("#message")).length, long.length);
        });
    },
);

pageTest("a limit tells how long to wait", async () => {
    await failureOf(
        (page) =>
            answer(page, "/v1/triage", 429, problem("limit", 429, "too many requests"), {
                "retry-after": "7",
            }),
        (text) => assert.match(text, /Wait 7 s and send it again/),
    );
});

pageTest("a refusal is no question for a key where none was given", async () => {
    await failureOf(
        (page) => answer(page, "/v1/triage", 403, problem("denied", 403, "not from this page")),
        async (text, page) => {
            assert.match(text, /does not allow this[\s\S]*not from this page/);
            assert.equal(await page.locator("#key").count(), 0);
        },
    );
});

pageTest("an error that is no problem document tells its status", async () => {
    await failureOf(
        (page) => answer(page, "/v1/triage", 502, "<h1>Bad gateway</h1>"),
        (text) => assert.match(text, /HTTP status 502/),
    );
});

pageTest("an answer that the page does not know is told, with the place", async () => {
    await failureOf(
        (page) => answer(page, "/v1/triage", 200, { ...decisionJson(), intent: 3 }),
        (text) => assert.match(text, /not what this page knows[\s\S]*\/intent is not an object/),
    );
    await failureOf(
        (page) => answer(page, "/v1/triage", 200, '{"half":'),
        (text) => assert.match(text, /the answer is no JSON/),
    );
});

pageTest("a server that is gone is told, and trying again works when it is back", async () => {
    await withPage({ expects: REFUSED }, async (page) => {
        await page.waitForSelector(".chooser");
        await page.route("**/v1/triage", (route) => route.abort("connectionrefused"));
        await ask(page, "My parcel is late");
        await page.locator(".failure").waitFor();
        assert.match(
            await page.locator(".failure").innerText(),
            /cannot be reached[\s\S]*usher serve/,
        );
        await shoot(page, "gone");
        await page.unroute("**/v1/triage");
        await page.click("button:has-text('Try again')");
        await page.waitForSelector("#outcome");
        assert.equal(await page.locator(".failure").count(), 0);
    });
});

pageTest("a server that is silent is given up after half a minute", async () => {
    await withPage({}, async (page) => {
        await page.clock.install();
        await page.route("**/v1/triage", () => undefined);
        await ask(page, "My parcel is late");
        await page.clock.fastForward(31_000);
        await page.locator(".failure").waitFor();
        assert.match(
            await page.locator(".failure").innerText(),
            /does not answer[\s\S]*nothing came for 30 s/,
        );
    });
});

pageTest("waiting is shown, and only the last question counts", async () => {
    await withPage({}, async (page) => {
        let release = (): void => undefined;
        const held = new Promise<void>((resolve) => (release = resolve));
        await page.waitForSelector(".chooser");
        await page.route("**/v1/triage", async (route) => {
            if (route.request().postData()?.includes("first") === true) {
                await held;
            }
            await route.continue().catch(() => undefined); /* the first one was given up */
        });
        await ask(page, "The first");
        await page.waitForSelector("[aria-busy=true]");
        assert.equal(await page.locator(".composer .primary").innerText(), "Deciding…");
        await shoot(page, "waiting");
        await decide(page, "My parcel is late");
        release();
        await page.waitForSelector("[aria-busy=false]");
        assert.equal(await page.locator(".past").count(), 1);
    });
});

pageTest("a server with keys asks for one, and it stays in memory", async () => {
    await withPage({ expects: REFUSED, isKeyed: true }, async (page) => {
        await page.waitForSelector("#key");
        await shoot(page, "key");
        await page.keyboard.type(KEY);
        await page.keyboard.press("Enter");
        await page.waitForSelector(".chooser");
        await decide(page, "My parcel is late");
        assert.match(
            await page.locator("[aria-label='curl command']").innerText(),
            /Bearer \$USHER_KEY/,
        );
        assert.ok(!(await page.content()).includes(KEY));
        assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
        assert.equal(await page.evaluate(() => document.cookie), "");
        await page.reload();
        await page.waitForSelector("#key");
    });
});

pageTest("a key is kept for the tab if so wished, and forgotten on demand", async () => {
    await withPage({ expects: REFUSED, isKeyed: true }, async (page) => {
        await page.fill("#key", KEY);
        await page.check("text=Keep it until this tab is closed");
        await page.click("text=Use this key");
        await page.waitForSelector(".chooser");
        await page.reload();
        await page.waitForSelector(".chooser");
        assert.equal(await page.evaluate(() => localStorage.length), 0);
        await page.click("text=Forget the key");
        await page.waitForSelector("#key");
        assert.equal(await page.evaluate(() => sessionStorage.length), 0);
    });
});

/* Suddenly only KEY is good. */
async function lock(page: Page): Promise<void> {
    for (const path of ["/v1/bots", "/v1/triage"]) {
        await page.route(`**${path}`, (route) =>
            route.request().headers()["authorization"] === `Bearer ${KEY}`
                ? route.continue()
                : route.fulfill({
                      status: 401,
                      contentType: "application/problem+json",
                      body: JSON.stringify(problem("denied", 401, "a key is needed")),
                  }),
        );
    }
}

pageTest(
    "a key that stops being good is asked for again, and the question is then answered",
    async () => {
        await withPage({ expects: REFUSED }, async (page) => {
            await page.waitForSelector(".chooser");
            await lock(page);
            await ask(page, "My parcel is late");
            await page.locator(".pane .failure #key").fill("a-wrong-key-of-16");
            await page.keyboard.press("Enter");
            await page.waitForSelector("text=The server does not know this key");
            assert.equal(await page.locator("#key").count(), 1);
            await page.fill("#key", KEY);
            await page.keyboard.press("Enter");
            await page.waitForSelector("#outcome");
        });
    },
);
