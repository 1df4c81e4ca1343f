// Can it be done with the keyboard alone?

const TABS_MAX = 400;

// Hands that have no mouse: everything is reached with Tab, and done with Enter, Space, arrows and typing.
// An element is named as a person would name it (its accessible name or label), or given as a locator.
export class Keyboard {
  constructor(page) {
    this.page = page;
  }

  // Presses Tab until the focus is on the element. Fails if it is not in the order of focus, or if one cannot
  // see that it has the focus.
  async reach(locator) {
    const described = String(locator);
    await locator.waitFor({ state: "attached", timeout: 5000 }).catch(() => {
      throw new Error(`not on ${this.page.url()}: ${described}`);
    });
    // Found once: finding it by its name anew after each Tab takes longer than all else.
    const wanted = await locator.elementHandle();
    for (let tabs = 0; tabs < TABS_MAX; tabs += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) {
        await this.#mustShowFocus(locator, described);
        return;
      }
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`cannot be reached with Tab on ${this.page.url()}: ${described}`);
  }

  // Follows a link and waits for the page.
  async follow(name, within) {
    await this.reach(await this.#find(name, (options) => this.#in(within).getByRole("link", options)));
    await this.#leave("Enter");
  }

  // Presses a button that submits a form, and waits for the page that answers.
  async submit(name, within) {
    await this.reach(await this.#find(name, (options) => this.#in(within).getByRole("button", options)));
    await this.#leave("Enter");
  }

  // Opens or closes what stands behind a summary.
  async unfold(name) {
    await this.reach(this.page.locator("summary", { hasText: name }));
    await this.page.keyboard.press("Enter");
  }

  // Types into a field; what stood there before is replaced.
  async type(label, text, within) {
    const field = await this.#find(label, (options) => this.#in(within).getByRole("textbox", options));
    await this.reach(field);
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.press("Delete");
    const lines = text.split("\n");
    for (const [index, line] of lines.entries()) {
      await this.page.keyboard.type(line);
      if (index < lines.length - 1) await this.page.keyboard.press("Enter");
    }
    const typed = await field.inputValue();
    if (typed !== text) throw new Error(`typing ${JSON.stringify(text)} wrote ${JSON.stringify(typed)}`);
  }

  // Types a date, 2026-09-29. The browser's language says in which order its parts are asked for.
  async date(label, day, within) {
    const [year, month, date] = day.split("-");
    const field = await this.#find(label, (options) => this.#in(within).getByLabel(options.name, options));
    await this.reach(field);
    const orders = [[month, date, year], [date, month, year], [year, "ArrowRight", month, date]];
    for (const order of orders) {
      for (let part = 0; part < 3; part += 1) await this.page.keyboard.press("ArrowLeft");
      for (const part of order) {
        await (/^\d/.test(part) ? this.page.keyboard.type(part) : this.page.keyboard.press(part));
      }
      if ((await field.inputValue()) === day) return;
    }
    throw new Error(`typing ${day} wrote ${await field.inputValue()}`);
  }

  // Types a time of day, 13.00.
  async time(label, time, within) {
    const field = await this.#find(label, (options) => this.#in(within).getByLabel(options.name, options));
    await this.reach(field);
    await this.page.keyboard.type(time.replace(".", ""));
    const typed = await field.inputValue();
    if (typed !== time.replace(".", ":")) throw new Error(`typing ${time} wrote ${typed}`);
  }

  // Ticks a box that is not ticked.
  async tick(label, within) {
    const box = await this.#find(label, (options) => this.#in(within).getByRole("checkbox", options));
    await this.reach(box);
    if (!(await box.isChecked())) await this.page.keyboard.press("Space");
    if (!(await box.isChecked())) throw new Error(`Space does not tick ${box}`);
  }

  // Chooses one of a group of radio buttons: Tab comes to the group, arrows move in it.
  async choose(label, within) {
    const wanted = await this.#find(label, (options) => this.#in(within).getByRole("radio", options));
    const group = await wanted.getAttribute("name");
    const radios = this.page.locator(`input[type=radio][name=${JSON.stringify(group)}]`);
    const count = await radios.count();
    const entered = () => radios.evaluateAll((all) => all.includes(document.activeElement));
    for (let tabs = 0; !(await entered()); tabs += 1) {
      if (tabs === TABS_MAX) throw new Error(`cannot be reached with Tab on ${this.page.url()}: ${wanted}`);
      await this.page.keyboard.press("Tab");
    }
    await this.page.keyboard.press("Space");
    for (let steps = 0; steps < count && !(await wanted.isChecked()); steps += 1) {
      await this.page.keyboard.press("ArrowDown");
    }
    if (!(await wanted.isChecked())) throw new Error(`arrows do not choose ${wanted}`);
    await this.#mustShowFocus(wanted, String(wanted));
  }

  // Picks from a list by typing the beginning of the line.
  async pick(label, line, within) {
    const list = await this.#find(label, (options) => this.#in(within).getByRole("combobox", options));
    await this.reach(list);
    await this.page.keyboard.type(line);
    const picked = await list.evaluate((select) => select.selectedOptions[0]?.label ?? "");
    if (!picked.startsWith(line)) throw new Error(`typing ${JSON.stringify(line)} picked ${JSON.stringify(picked)}`);
  }

  // A part of the page, by the name of its group or region.
  #in(within) {
    if (within === undefined) return this.page;
    const named = { name: within, exact: typeof within === "string" };
    return this.page.getByRole("group", named).or(this.page.getByRole("region", named)).first();
  }

  // The one element of this name; if none has exactly this name, the one whose name holds it.
  async #find(name, find) {
    if (typeof name !== "string" && !(name instanceof RegExp)) return name;
    for (const exact of [true, false]) {
      const found = find({ name, exact });
      const count = await found.count();
      if (count === 1) return found;
      if (count > 1) throw new Error(`${count} things are called ${name} on ${this.page.url()}`);
    }
    throw new Error(`nothing is called ${name} on ${this.page.url()}`);
  }

  async #leave(key) {
    await Promise.all([this.page.waitForNavigation({ waitUntil: "load", timeout: 15000 }), this.page.keyboard.press(key)]);
  }

  // WCAG 2.4.7 and 2.4.11: the focus can be seen and is not outside the window.
  async #mustShowFocus(locator, described) {
    const fault = await locator.evaluate((element) => {
      const box = element.getBoundingClientRect();
      const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      if (!inside) return "has the focus outside the window";
      const shown = [element, element.closest("label"), element.parentElement].some((part) => {
        const style = part && getComputedStyle(part);
        return style && ((style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none");
      });
      return shown ? undefined : "does not show that it has the focus";
    });
    if (fault) throw new Error(`${fault} on ${this.page.url()}: ${described}`);
  }
}
