// Would the checks notice?

import { join } from "node:path";
import { Checker } from "../check.mjs";
import { checkHtml } from "../nu.mjs";

// Each fault planted on the page, and what must be said about it.
const PLANTED = [
  ["<p style='width: 900px'>wide</p>", ["at 320 px the page is", "style or script in its markup"]],
  ["<h1>again</h1>", ["2 h1"]],
  ["<p>[no-such-text]</p>", ["a text is missing"]],
  ["<input name='unlabelled'>", ["axe label"]],
  ["<img src='http://127.0.0.1:9/picture.png' alt=''>", ["asks another server"]],
  ["<b><div>misplaced</div></b>", []],
  ["<p class='pale'>pale</p>", ["axe color-contrast"]],
];
const PALE = "<link rel='stylesheet' href='data:text/css,.pale%7Bcolor:%23ddd%7D'>";

export default {
  name: "planted faults are found",
  async run(ctx) {
    const checker = new Checker(join(ctx.checker.output, "planted"));
    for (const open of [() => ctx.page(), () => ctx.noJs.page()]) {
      const page = await open();
      const body = PLANTED.map(([markup]) => markup).join("\n");
      const html = `<!doctype html><html lang="sv"><head><title>Planted</title>${PALE}</head><body><main><h1>Planted</h1>${body}</main></body></html>`;
      await page.context().route("**/planted", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
      await page.goto("/planted");
      const said = await checker.check(page, "planted").then(() => "nothing", (error) => error.message);
      for (const expected of PLANTED.flatMap(([, sayings]) => sayings)) {
        if (!said.includes(expected)) throw new Error(`not found: ${expected}. What was said: ${said}`);
      }
      checker.known.clear();
    }
    const said = await checkHtml(checker.output).then(() => "nothing", (error) => error.message);
    if (!said.includes("div")) throw new Error(`the Nu HTML checker said ${said}`);
    await this.unreachable(ctx);
  },

  // What only a mouse can reach, the keyboard must not find.
  async unreachable(ctx) {
    const page = await ctx.page();
    await page.goto("/");
    await page.evaluate(() => {
      document.querySelectorAll("a, button").forEach((element) => element.setAttribute("tabindex", "-1"));
    });
    const link = page.getByRole("link").first();
    const said = await ctx.keyboard(page).reach(link).then(() => "nothing", (error) => error.message);
    if (!said.includes("cannot be reached")) throw new Error(`the keyboard found what it cannot reach: ${said}`);
  },
};
