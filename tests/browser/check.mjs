// Is this page one that everybody can use?

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const NARROWEST = { width: 320, height: 800 };
const PHONE = { width: 390, height: 844 };

// Checks pages, and keeps their HTML for the Nu HTML checker and a picture of each.
export class Checker {
  constructor(output) {
    this.output = output;
    this.known = new Set();
    this.pages = 0;
  }

  // Throws with everything that is wrong with the page as it stands. A page with the very same HTML as one
  // that has been checked is not looked at twice. The page keeps its size and place.
  async check(page, name) {
    const faults = [...page.farled.faults.splice(0)];
    const html = await page.farled.html;
    const hash = createHash("sha256").update(html ?? "").digest("hex");
    if (html !== undefined && this.known.has(hash) && faults.length === 0) return;
    this.known.add(hash);
    this.pages += 1;
    const file = `${String(this.pages).padStart(3, "0")}-${slug(name ?? new URL(page.url()).pathname)}`;
    if (html === undefined) faults.push("no HTML was answered");
    else await this.keep("html", `${file}.html`, html);

    if (page.farled.scriptless && html !== undefined) {
      faults.push(...(await this.look(await this.twinOf(page, html), file)));
    } else {
      faults.push(...(await this.look(page, file)));
    }
    if (faults.length > 0) throw new Error(`${page.url()}\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
  }

  // axe is script itself, so a page read without script is laid out once more where script can run, from the very
  // same HTML with its own script taken out. One page serves all, one after the other.
  async twinOf(page, html) {
    this.twin ??= await (await page.context().browser().newContext()).newPage();
    const scriptless = html.replace(/<script\b[^>]*>.*?<\/script>/gis, "");
    await this.twin.setViewportSize(page.viewportSize());
    await this.twin.unrouteAll();
    await this.twin.route(page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: scriptless }));
    await this.twin.goto(page.url());
    return this.twin;
  }

  async look(page, file) {
    const size = page.viewportSize();
    const faults = [...(await structure(page)), ...(await axe(page))];
    await page.emulateMedia({ colorScheme: "dark" });
    faults.push(...(await axe(page, ["color-contrast"])).map((fault) => `in dark mode: ${fault}`));
    await page.emulateMedia({ colorScheme: null });
    await page.setViewportSize(NARROWEST);
    faults.push(...(await reflow(page)));
    await page.setViewportSize(PHONE);
    await this.keep("pictures", `${file}.png`, await page.screenshot({ fullPage: true, animations: "disabled" }));
    await page.setViewportSize(size);
    return faults;
  }

  async keep(folder, file, content) {
    await mkdir(join(this.output, folder), { recursive: true });
    await writeFile(join(this.output, folder, file), content);
  }
}

// Notes, from now on, what the page answered and what went wrong behind it.
export function watch(page, origin, scriptless) {
  page.farled = { html: Promise.resolve(undefined), faults: [], scriptless };
  const fault = (text) => page.farled.faults.push(text);
  page.on("response", (response) => {
    const redirected = response.status() >= 300 && response.status() < 400;
    if (!response.request().isNavigationRequest() || response.frame() !== page.mainFrame() || redirected) return;
    if (!(response.headers()["content-type"] ?? "").startsWith("text/html")) return;
    page.farled.html = response.text().catch(() => undefined);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith("data:")) {
      fault(`asks another server: ${request.url()}`);
    }
  });
  page.on("pageerror", (error) => fault(`script error: ${error.message}`));
  page.on("console", (message) => {
    // A refusal is a page with a 4xx status; Chromium calls that an error, we do not.
    const refusal = /^Failed to load resource: the server responded with a status of 4/.test(message.text());
    const ofPage = message.location().url === page.url();
    if (message.type() === "error" && !(refusal && ofPage)) fault(`console: ${message.text()}`);
  });
}

async function structure(page) {
  return page.evaluate(() => {
    const faults = [];
    if (document.title.trim() === "") faults.push("the page has no title");
    const headings = document.querySelectorAll("h1").length;
    if (headings !== 1) faults.push(`the page has ${headings} h1, not one`);
    if (!document.documentElement.lang) faults.push("the page does not say its language");
    if (document.querySelectorAll("main").length !== 1) faults.push("the page has not exactly one main part");
    // A text that the language files lack is shown as its key.
    for (const key of document.body.innerText.match(/\[[a-z]+(-[a-z0-9]+)+\]/g) ?? []) faults.push(`a text is missing: ${key}`);
    if (document.querySelector("[style], style, [onclick], script:not([src])")) {
      faults.push("the page has style or script in its markup");
    }
    return faults;
  });
}

async function axe(page, rules) {
  // It stays on the page until the next one is drawn.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: TAGS };
  const violations = await page.evaluate(
    async (options) => (await globalThis.axe.run(document, options)).violations,
    { runOnly, resultTypes: ["violations"] },
  );
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `axe ${violation.id}: ${violation.help}; ${node.target.join(" ")} ${node.html.slice(0, 160)}`),
  );
}

// WCAG 1.4.10: at 320 px nobody has to scroll sideways. A part may scroll by itself (a wide table), the page not.
async function reflow(page) {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const faults = [];
    for (const element of [document.documentElement, document.body]) {
      if (["hidden", "clip"].includes(getComputedStyle(element).overflowX)) {
        faults.push(`${element.localName} hides what does not fit in the width`);
      }
    }
    const wide = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth);
    if (wide <= room) return faults;
    const scrolls = (element) =>
      element && element !== document.body &&
      (["auto", "scroll"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const culprits = [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > room + 1 && !scrolls(element))
      .slice(0, 5)
      .map((element) => `${element.localName}${element.className ? `.${element.className}` : ""}`);
    return [...faults, `at 320 px the page is ${wide} px wide: ${culprits.join(", ")}`];
  });
}

function slug(text) {
  return text.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 80) || "start";
}
