// Can everybody use every page that somebody can come to?
//
// All pages of the demo world are read as everybody there is, quickly and without drawing them. Of each kind of page
// (an address with its numbers taken out) as many are then drawn and checked as it takes to have seen everything
// that stands on any of them. Last, every kind of form is sent empty, and what answers is checked too.

import { actsOf, kindOf, linksOf, shapeOf } from "../shape.mjs";

// How many pages are read, and drawn, side by side.
const READERS = 4;
const DRAWERS = 2;
const NOWHERE = "/no-such-page";

export default {
  name: "every page",
  minutes: 15,
  async run(ctx) {
    const people = await ctx.personas();
    const faults = [];
    const found = await readAll(ctx, people, faults);
    const chosen = cover(found);
    const drawers = await Promise.all(Array.from({ length: DRAWERS }, () => new Drawer(ctx, faults)));
    await shared(drawers, chosen, (drawer, one) => drawer.look(one));
    await shared(drawers, formsOf(chosen), (drawer, form) => drawer.send(form));
    if (faults.length > 0) throw new Error(faults.join("\n"));
    return `${found.length} shapes of ${new Set(found.map((one) => one.kind)).size} kinds of pages read as ${people.length} people`;
  },
};

// Every page each person can come to by links. Of pages with the same things on them the first is kept.
async function readAll(ctx, people, faults) {
  const found = new Map();
  const publicly = await crawl(ctx, await ctx.page(), undefined, new Set(), found, faults);
  const readers = Array.from({ length: READERS }, () => ({}));
  await shared(readers, people, async (_, persona) => {
    const page = await ctx.signInQuietly(persona);
    const own = await crawl(ctx, page, persona, publicly, found, faults);
    if (own.size < 2) faults.push(`${persona} finds ${own.size} pages only`);
    await page.context().close();
  });
  return [...found.values()];
}

// Follows every link that is not among the known addresses. Returns the addresses that were come to.
async function crawl(ctx, page, persona, known, found, faults) {
  const cookies = await page.context().cookies();
  const headers = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") };
  const seen = new Set(["/", ...(persona ? [] : [NOWHERE])]);
  for (const address of seen) {
    const response = await fetch(`${ctx.address}${address}`, { headers });
    const html = await response.text();
    if (response.status !== (address === NOWHERE ? 404 : 200)) {
      faults.push(`${persona ?? "nobody"}: ${address} answers ${response.status}`);
      continue;
    }
    const shape = shapeOf(html);
    const one = { kind: kindOf(new URL(response.url)), persona, address, shape, acts: actsOf(html) };
    const key = `${one.kind} ${[...shape].sort().join(" ")}`;
    if (!found.has(key)) found.set(key, one);
    for (const link of linksOf(html)) {
      const target = new URL(link, response.url);
      const path = target.pathname + target.search;
      if (target.origin === ctx.address && !path.startsWith("/assets/") && !known.has(path)) seen.add(path);
    }
  }
  return seen;
}

// As few pages as will do to have seen all that stands on pages of their kind.
function cover(found) {
  const kinds = [...new Set(found.map((one) => one.kind))];
  return kinds.flatMap((kind) => {
    const pages = found.filter((one) => one.kind === kind);
    const missing = new Set(pages.flatMap((one) => [...one.shape]));
    const chosen = [];
    while (missing.size > 0) {
      const news = (one) => [...one.shape].filter((part) => missing.has(part)).length;
      const best = pages.reduce((best, one) => (news(one) > news(best) ? one : best));
      best.shape.forEach((part) => missing.delete(part));
      chosen.push(best);
    }
    return chosen;
  });
}

// One form of each kind, with somebody who can send it and where it stands.
function formsOf(chosen) {
  const forms = new Map();
  for (const one of chosen) {
    for (const act of one.acts) {
      const kind = `${one.kind} ${kindOf(new URL(act, "http://here"))}`;
      if (!/^\/(sign-out|sessions|sign-in|seats)$/.test(act) && !forms.has(kind)) forms.set(kind, { ...one, act });
    }
  }
  return [...forms.values()];
}

// Draws pages in a browser, as one person after the other.
class Drawer {
  #pages = new Map();

  constructor(ctx, faults) {
    this.ctx = ctx;
    this.faults = faults;
  }

  async #as(persona) {
    if (!this.#pages.has(persona)) {
      this.#pages.set(persona, persona ? this.ctx.signInQuietly(persona) : this.ctx.page());
    }
    return this.#pages.get(persona);
  }

  async look({ persona, address, kind }) {
    const page = await this.#as(persona);
    await this.#told(`${persona ?? "nobody"}`, async () => {
      await page.goto(address);
      await this.ctx.check(page, `${kind} ${persona ?? "nobody"}`);
    });
  }

  // Sends a form with nothing filled in. Acts that need nothing are then done, so a form may be gone before its turn.
  async send({ persona, address, kind, act }) {
    const page = await this.#as(persona);
    await this.#told(`${persona} sends ${act} empty`, async () => {
      await page.goto(address);
      const form = page.locator(`main form[method=post][action=${JSON.stringify(act)}]`).first();
      if ((await form.count()) === 0) return;
      const [response] = await Promise.all([
        page.waitForNavigation({ waitUntil: "load" }),
        form.evaluate((element) => element.requestSubmit(element.querySelector("button"))),
      ]);
      if (response.status() >= 500) throw new Error(`answers ${response.status()}`);
      await this.ctx.check(page, `sent ${kind} ${persona}`);
    });
  }

  async #told(what, work) {
    await work().catch((error) => this.faults.push(`${what}: ${error.message}`));
  }
}

// Each thing is done once, by whichever worker is free.
async function shared(workers, things, work) {
  const waiting = things.values();
  await Promise.all(
    workers.map(async (worker) => {
      for (const thing of waiting) await work(worker, thing);
    }),
  );
}
