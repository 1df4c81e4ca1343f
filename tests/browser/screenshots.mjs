// Which pictures of the program are shown in the documents? `cargo xtask screenshots` draws them again.

import { mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "./chromium.mjs";
import { Context } from "./context.mjs";
import { startFarled } from "./farled.mjs";

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1020, height: 760 };

// Who sees what: `open(page)` goes from where the person comes in to the page of the picture. Without a persona
// nobody is signed in.
const PICTURES = [
  { name: "start", viewport: DESK, open: (page) => page.goto("/") },
  { name: "work", viewport: DESK, persona: "Cecilia Törn, kurator", open: (page) => page.goto("/work") },
  { name: "process", viewport: DESK, persona: "Karin Lindvall, kurator", open: (page) => follow(page, "Elliot Lindqvist") },
  {
    name: "booking",
    viewport: DESK,
    persona: "Birgitta Kron, specialpedagog i förskolan",
    async open(page) {
      await follow(page, "Boka nästa möte");
      await page.locator("summary").first().click();
      return page.locator("#earliest");
    },
  },
  { name: "family", viewport: PHONE, persona: "Jenny Lindqvist", open: (page) => follow(page, "Elliot") },
  {
    name: "room",
    viewport: DESK,
    // The day of a meeting: pictures after this one are of that day too.
    day: "2026-10-02",
    persona: "Cecilia Törn, kurator",
    open: (page) => follow(page, "Led mötet"),
  },
];
// A picture ends here, however long the page is.
const HEIGHT_MAX = 1000;

async function follow(page, link) {
  await page.getByRole("link", { name: link, exact: true }).first().click();
  await page.waitForLoadState();
}

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "docs", "screenshots");
await mkdir(folder, { recursive: true });
for (const file of await readdir(folder)) if (file.endsWith(".png")) await rm(join(folder, file));

const farled = await startFarled();
const browser = await launch();
const ctx = new Context(browser, farled);
try {
  for (const { name, viewport, day, persona, open } of PICTURES) {
    if (day) await ctx.wakeOn(day);
    const page = await (persona ? ctx.signIn(persona, { viewport }) : ctx.page({ viewport }));
    // What the picture begins with, if it is not the top of the page.
    const first = await open(page);
    const top = first?.boundingBox ? Math.max(0, (await first.boundingBox()).y + (await page.evaluate(() => scrollY)) - 24) : 0;
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    const clip = { x: 0, y: top, width: viewport.width, height: Math.min(whole - top, HEIGHT_MAX) };
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path, fullPage: true, clip, animations: "disabled" });
    console.log(path);
  }
} finally {
  await ctx.close();
  await browser.close();
  await farled.stop();
}
