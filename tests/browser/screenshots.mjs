// Which pictures of the program are shown in the documents? `cargo xtask screenshots` draws them again.

import { mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "./chromium.mjs";
import { Context } from "./context.mjs";
import { startFarled } from "./farled.mjs";

// Who sees what: `open(page)` goes from where the person comes in to the page of the picture. Without a persona
// nobody is signed in.
const PICTURES = [{ name: "sign-in", open: (page) => page.goto("/sign-in") }];

const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } };
// A picture ends here, however long the page is.
const HEIGHT_MAX = 1800;

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "docs", "screenshots");
await mkdir(folder, { recursive: true });
for (const file of await readdir(folder)) if (file.endsWith(".png")) await rm(join(folder, file));

const farled = await startFarled();
const browser = await launch();
const ctx = new Context(browser, farled);
try {
  for (const { name, persona, open } of PICTURES) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      const page = await (persona ? ctx.signIn(persona, { viewport }) : ctx.page({ viewport }));
      await open(page);
      const height = Math.min(await page.evaluate(() => document.documentElement.scrollHeight), HEIGHT_MAX);
      const path = join(folder, `${name}-${size}.png`);
      await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width: viewport.width, height }, animations: "disabled" });
      console.log(path);
    }
  }
} finally {
  await ctx.close();
  await browser.close();
  await farled.stop();
}
