// What does a path have to work with?

import { watch } from "./check.mjs";
import { Keyboard } from "./keyboard.mjs";

const DESK = { width: 1280, height: 900 };

// Everything a path needs: pages, people to be, and the checks. One fresh demo world for each path.
export class Context {
  #contexts = [];

  constructor(browser, farled, checker) {
    this.browser = browser;
    this.farled = farled;
    this.address = farled.address;
    this.checker = checker;
  }

  // The same people with script turned off in their browser.
  get noJs() {
    return {
      page: (options) => this.page({ ...options, javaScriptEnabled: false }),
      signIn: (persona, options) => this.signIn(persona, { ...options, javaScriptEnabled: false }),
    };
  }

  // A page in a browser of its own, signed in as nobody.
  async page(options = {}) {
    const context = await this.browser.newContext({ viewport: DESK, locale: "sv-SE", baseURL: this.address, ...options });
    this.#contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(10000);
    watch(page, this.address, options.javaScriptEnabled === false);
    return page;
  }

  // The keys of all whom the demo lets one be, in the order of its sign-in page.
  async personas() {
    const page = await this.page();
    await page.goto("/sign-in");
    const keys = await page.locator("[data-persona]").evaluateAll((all) => all.map((one) => one.dataset.persona));
    await page.context().close();
    if (keys.length === 0) throw new Error("the sign-in page offers nobody to be: no element has data-persona");
    return keys;
  }

  // A page on which this person has just signed in.
  async signIn(persona, options = {}) {
    const page = await this.page(options);
    await page.goto("/sign-in");
    const choice = page.locator(`[data-persona=${JSON.stringify(persona)}]`);
    if ((await choice.count()) !== 1) throw new Error(`the sign-in page does not offer ${persona} once`);
    await Promise.all([page.waitForNavigation({ waitUntil: "load" }), choice.click()]);
    if (new URL(page.url()).pathname === "/sign-in") throw new Error(`${persona} is still on the sign-in page`);
    return page;
  }

  // axe (WCAG 2.2 A and AA, contrast also in dark mode), 320 px, structure, other servers, script errors; the
  // HTML is kept for the Nu HTML checker.
  check(page, name) {
    return this.checker.check(page, name);
  }

  // Hands without a mouse, on this page.
  keyboard(page) {
    return new Keyboard(page);
  }

  async close() {
    for (const context of this.#contexts) await context.close().catch(() => {});
  }
}
