// How does a process go on from day to day, between people who each have a browser of their own?

// A story that several people act in, at their keyboards and without script.
export class Walk {
  #people = new Map();
  #known = new Set();

  constructor(ctx) {
    this.ctx = ctx;
  }

  // It is another day, and everybody signs in anew.
  async day(day) {
    this.#people.clear();
    await this.ctx.wakeOn(day);
  }

  // Somebody at the keyboard, named as on the sign-in page, with the seat if one person has several.
  async as(name) {
    if (!this.#people.has(name)) {
      // The long list of whom one can be in the demo is gone through by Tab once for each person.
      const first = !this.#known.has(name);
      this.#known.add(name);
      const page = await (first ? this.ctx.noJs.signIn(name, { byKeyboard: true }) : this.ctx.noJs.signInQuietly(name));
      await page.goto("/");
      this.#people.set(name, new Person(this.ctx, page));
    }
    return this.#people.get(name);
  }
}

// One person. What they do is in `keys`; here is what they go to and see.
export class Person {
  constructor(ctx, page) {
    this.ctx = ctx;
    this.page = page;
    this.keys = ctx.keyboard(page);
  }

  // The page of a child's process, the way one comes to it from the first page one has.
  async process(child) {
    await this.page.goto("/");
    await this.keys.follow(child);
  }

  async sees(...words) {
    const text = (await this.page.locator("main").innerText()).replace(/\s+/g, " ");
    for (const word of words) {
      if (!text.includes(word)) throw new Error(`${this.page.url()} does not say ${word}, but: ${text.slice(0, 1500)}`);
    }
  }

  async doesNotSee(word) {
    if ((await this.page.locator("main").innerText()).includes(word)) throw new Error(`${this.page.url()} says ${word}`);
  }

  check(name) {
    return this.ctx.check(this.page, name);
  }
}
