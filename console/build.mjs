/* build.mjs - makes the page: app.js, app.css, index.html and icon.svg in a folder.
 *
 * usage: node build.mjs FOLDER
 *
 * Meson runs it (meson.build) and tools/embed puts what it made into the program.  The same
 * sources and packages give the same bytes.
 */
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2] && resolve(process.argv[2]);

async function bundle(esbuild) {
    await mkdir(folder, { recursive: true });
    await esbuild.build({
        absWorkingDir: here,
        entryPoints: { app: "src/main.tsx" },
        outdir: folder,
        bundle: true,
        minify: true,
        charset: "utf8",
        format: "iife",
        target: "es2022",
        legalComments: "none",
        logLevel: "warning",
    });
    await esbuild.build({
        absWorkingDir: here,
        entryPoints: { app: "style/app.css" },
        outdir: folder,
        bundle: true,
        minify: true,
        charset: "utf8",
        target: ["chrome117", "firefox115", "safari16.4"],
        logLevel: "warning",
    });
    for (const name of ["index.html", "icon.svg"]) {
        await copyFile(join(here, name), join(folder, name));
    }
}

async function versions(file, member) {
    return JSON.parse(await readFile(join(here, file), "utf8"))[member];
}

/* What is installed must be what package.json names, or the bytes would differ unseen. */
async function check() {
    for (const [name, wanted] of Object.entries(await versions("package.json", "dependencies"))) {
        const found = await versions(`node_modules/${name}/package.json`, "version").catch(
            () => "none",
        );
        if (found !== wanted) {
            throw new Error(
                `${name} ${wanted} is needed, ${found} is installed; run \`tools/install run\`, or configure with -Dconsole=disabled`,
            );
        }
    }
}

async function main() {
    if (folder === undefined) {
        throw new Error("usage: node build.mjs FOLDER");
    }
    await check();
    await bundle(await import("esbuild"));
}

main().catch((error) => {
    console.error(`console: ${error.message}`);
    process.exit(1);
});
