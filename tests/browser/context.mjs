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
      signInQuietly: (persona) => this.signInQuietly(persona, { javaScriptEnabled: false }),
    };
  }

  // A later day in the same world: the program is ended and started again. Everybody has to sign in anew.
  async wakeOn(day) {
    await this.close();
    await this.farled.wakeOn(day);
  }

  // A page in a browser of its own, signed in as nobody.
  async page({ byKeyboard, ...options } = {}) {
    const context = await this.browser.newContext({ viewport: DESK, locale: "sv-SE", baseURL: this.address, ...options });
    this.#contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(10000);
    watch(page, this.address, options.javaScriptEnabled === false);
    return page;
  }

  // All whom the demo lets one be, "Name, seat", in the order of its sign-in page.
  async personas() {
    const page = await this.page();
    await page.goto("/sign-in");
    const all = await page.locator("button.person").evaluateAll((buttons) =>
      buttons.map((button) => [".person-name", ".person-seat"].map((part) => button.querySelector(part).textContent.trim()).join(", ")),
    );
    await page.context().close();
    if (all.length === 0) throw new Error("the sign-in page offers nobody to be");
    return all;
  }

  // A page on which this person has just signed in. The person is named as on the sign-in page, and with the seat
  // ("Name, seat") where one person has several.
  async signIn(persona, options = {}) {
    const page = await this.page(options);
    await page.goto("/sign-in");
    const [name, ...seat] = persona.split(", ");
    const saying = (part, text) => ({ has: page.locator(part, { hasText: exactly(text) }) });
    let choice = page.locator("button.person").filter(saying(".person-name", name));
    if (seat.length > 0) choice = choice.filter(saying(".person-seat", seat.join(", ")));
    const count = await choice.count();
    if (count !== 1) throw new Error(`the sign-in page offers ${persona} ${count} times`);
    if (options.byKeyboard) await this.keyboard(page).submit(choice);
    else await Promise.all([page.waitForNavigation({ waitUntil: "load" }), choice.click()]);
    if (new URL(page.url()).pathname === "/sign-in") throw new Error(`${persona} is still on the sign-in page`);
    return page;
  }

  // The same without drawing the sign-in page: for paths that become everybody there is.
  async signInQuietly(persona, options = {}) {
    const page = await this.page(options);
    const choices = await (await page.request.get(`${this.address}/sign-in`)).text();
    const seats = [...choices.matchAll(/<button class="person"[^>]*value="([^"]+)"[^>]*>(.*?)<\/button>/gs)].filter(
      ([, , words]) => {
        const [who, seat] = ["person-name", "person-seat"].map((part) => textOf(words, part));
        return persona === who || persona === `${who}, ${seat}`;
      },
    );
    if (seats.length !== 1) throw new Error(`the sign-in page offers ${persona} ${seats.length} times`);
    const headers = { "sec-fetch-site": "same-origin" };
    const answer = await page.request.post(`${this.address}/sign-in`, { form: { seat: seats[0][1] }, headers });
    if (new URL(answer.url()).pathname === "/sign-in") throw new Error(`${persona} is still on the sign-in page`);
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
    for (const context of this.#contexts.splice(0)) await context.close().catch(() => {});
  }
}

function exactly(text) {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`);
}

function textOf(html, part) {
  const found = html.match(new RegExp(`class="${part}">(.*?)<`, "s"))?.[1] ?? "";
  return found.replaceAll("&amp;", "&").trim();
}
