// Do the pages work in a real browser? `cargo xtask browser [NAME ...]` runs this.
//
// Every file in paths/ exports `{ name, run(ctx) }` as its default, and if it needs to `today` (the date of its demo
// world) and `minutes` (how long it may take). A path passes if `run` does not throw; what `run` returns is told. At the
// end all HTML seen is given to the Nu HTML checker, which counts as one more test.

import { mkdir, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Checker } from "./check.mjs";
import { launch } from "./chromium.mjs";
import { Context } from "./context.mjs";
import { startFarled } from "./farled.mjs";
import { checkHtml } from "./nu.mjs";

const PATH_MINUTES = 5;
// How much of what the program said is shown when a path fails.
const LOG_LINES = 5;
const here = dirname(fileURLToPath(import.meta.url));
const output = process.env.FARLED_BROWSER_OUTPUT ?? join(tmpdir(), "farled-browser");
const wanted = process.argv.slice(2);

async function paths() {
  const folder = process.env.FARLED_BROWSER_PATHS ?? join(here, "paths");
  const files = (await readdir(folder)).filter((file) => file.endsWith(".mjs")).sort();
  const all = await Promise.all(files.map(async (file) => (await import(join(folder, file))).default));
  return all.filter((path) => (wanted.length === 0 || wanted.some((word) => path.name.includes(word))));
}

async function runPath(path, browser, checker) {
  const farled = await startFarled(path.today);
  const ctx = new Context(browser, farled, checker);
  const minutes = path.minutes ?? PATH_MINUTES;
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done in ${minutes} minutes`)), minutes * 60_000);
  });
  try {
    return await Promise.race([path.run(ctx), late]);
  } catch (error) {
    error.message += farled.log.slice(-LOG_LINES).map((line) => `\nfarled: ${line}`).join("");
    throw error;
  } finally {
    clearTimeout(timer);
    await ctx.close();
    await farled.stop();
  }
}

const count = { passed: 0, failed: 0 };

async function counted(name, work) {
  const started = performance.now();
  try {
    const note = await work();
    count.passed += 1;
    console.log(`ok     ${name} (${((performance.now() - started) / 1000).toFixed(1)} s${note ? `, ${note}` : ""})`);
  } catch (error) {
    count.failed += 1;
    const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at .*\/paths\//.test(line));
    console.log([`FAILED ${name}`, error.message ?? error, ...places].join("\n"));
  }
}

await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
const browser = await launch();
const checker = new Checker(output);
try {
  for (const path of await paths()) {
    await counted(path.name, async () => {
      const before = checker.pages;
      const note = await runPath(path, browser, checker);
      return [`${checker.pages - before} pages checked`, note].filter(Boolean).join(", ");
    });
  }
} finally {
  await browser.close();
}
if (checker.pages > 0 || wanted.length === 0) {
  await counted("the Nu HTML checker", async () => `${await checkHtml(output)} pages`);
}
console.log(`pages and pictures: ${output}`);
console.log(`browser: ${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 && count.passed > 0 ? 0 : 1;
