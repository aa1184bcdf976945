/* harness.ts - one server and one browser for all tests, and a page that forgives nothing.
 *
 * withPage() fails when the page breaks its own security policy, writes an error to the
 * console, throws, or asks another server for anything.
 */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";

import { type Browser, type Page, chromium } from "playwright-core";

const START_MS = 60_000; /* the bot may have to be compiled first */
const program = process.env["CHROMIUM"] ?? "";

/* What the server with keys knows. */
export const KEY = "a-good-key-for-these-tests";

const children: ChildProcess[] = [];
let open: Promise<string> | null = null;
let keyed: Promise<string> | null = null;
let browser: Promise<Browser> | null = null;

function startServer(...options: string[]): Promise<string> {
    const usher = process.env["USHER"] ?? "build/src/usher";
    const child = spawn(
        usher,
        ["serve", "bots/acme", "--listen", "127.0.0.1:0", "--json", ...options],
        {
            stdio: ["ignore", "pipe", "inherit"],
        },
    );

    children.push(child);
    return new Promise((resolve, reject) => {
        const timer = setTimeout(
            () => reject(new Error("the server does not say that it is ready")),
            START_MS,
        );
        child.on("exit", (status) => reject(new Error(`the server ended with status ${status}`)));
        child.on("error", reject);
        createInterface({ input: child.stdout }).once("line", (line) => {
            clearTimeout(timer);
            resolve((JSON.parse(line) as { url: string }).url.replace(/\/$/, ""));
        });
    });
}

/* The server that everybody may ask. */
export function serverUrl(): Promise<string> {
    open ??= startServer();
    return open;
}

/* One that wants KEY. */
function keyedUrl(): Promise<string> {
    if (keyed === null) {
        const file = join(mkdtempSync(join(tmpdir(), "usher-console-")), "keys");
        writeFileSync(file, `${KEY}\n`, { mode: 0o600 });
        keyed = startServer("--key-file", file);
    }
    return keyed;
}

function openBrowser(): Promise<Browser> {
    /* Chromium's own sandbox cannot be had as root, as in a container. */
    const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    browser ??= chromium.launch({ executablePath: program, args });
    return browser;
}

after(async () => {
    await (await browser)?.close();
    for (const child of children) {
        child.removeAllListeners("exit");
        child.kill("SIGTERM");
    }
});

export interface Options {
    scheme?: "light" | "dark";
    width?: number;
    height?: number;
    isKeyed?: boolean;
    moves?: boolean; /* the visitor has not asked for stillness */
    expects?: RegExp; /* console errors that belong to this test */
    prepare?: (page: Page) => Promise<void>;
}

/* Chromium's message for any answer that is no success; the page's own words are tested. */
export const REFUSED = /^Failed to load resource/;

export async function withPage(
    options: Options,
    use: (page: Page) => Promise<void>,
): Promise<void> {
    const origin = await (options.isKeyed === true ? keyedUrl() : serverUrl());
    const context = await (
        await openBrowser()
    ).newContext({
        colorScheme: options.scheme ?? "light",
        reducedMotion: options.moves === true ? "no-preference" : "reduce",
        viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
        permissions: ["clipboard-read", "clipboard-write"],
    });
    const page = await context.newPage();
    const wrong: string[] = [];

    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => wrong.push(`thrown: ${error.message}`));
    page.on("console", (message) => {
        if (
            ["error", "warning"].includes(message.type()) &&
            options.expects?.test(message.text()) !== true
        ) {
            wrong.push(`console: ${message.text()}`);
        }
    });
    page.on("request", (request) => {
        if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith("data:")) {
            wrong.push(`asked elsewhere: ${request.url()}`);
        }
    });
    await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
            console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
        });
    });
    try {
        await options.prepare?.(page);
        await page.goto(`${origin}/`);
        await use(page);
        assert.deepEqual(wrong, []);
    } finally {
        await context.close();
    }
}

/* A test that needs the browser; without one it is not there, and run says so. */
export function pageTest(name: string, use: () => Promise<void>): void {
    if (program !== "") {
        test(name, { timeout: 60_000 }, use);
    }
}

export async function ask(page: Page, message: string): Promise<void> {
    await page.fill("#message", message);
    await page.keyboard.press("Enter");
}

/* Ask and wait for what became of it. */
export async function decide(page: Page, message: string): Promise<void> {
    await ask(page, message);
    await page.waitForFunction(
        (text) =>
            document.querySelector("#outcome") !== null &&
            document.querySelector(".marked")?.textContent === text,
        message,
    );
}

export async function shoot(page: Page, name: string): Promise<void> {
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    await page.screenshot({ path: `build/test-logs/console-${name}.png`, fullPage: true });
}

/* Answer a path with this instead of the server's own. */
export async function answer(
    page: Page,
    path: string,
    status: number,
    body: unknown,
    headers: Record<string, string> = {},
): Promise<void> {
    await page.route(`**${path}`, (route) =>
        route.fulfill({
            status,
            contentType: status < 400 ? "application/json" : "application/problem+json",
            headers,
            body: typeof body === "string" ? body : JSON.stringify(body),
        }),
    );
}
