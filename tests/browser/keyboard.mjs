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
    for (let tabs = 0; tabs < TABS_MAX; tabs += 1) {
      if (await locator.evaluate((element) => element === document.activeElement)) {
        await this.#mustShowFocus(locator, described);
        return;
      }
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`cannot be reached with Tab on ${this.page.url()}: ${described}`);
  }

  // Follows a link and waits for the page.
  async follow(name) {
    await this.reach(this.#find(name, (text) => this.page.getByRole("link", { name: text })));
    await this.#leave("Enter");
  }

  // Presses a button that submits a form, and waits for the page that answers.
  async submit(name) {
    await this.reach(this.#find(name, (text) => this.page.getByRole("button", { name: text })));
    await this.#leave("Enter");
  }

  // Opens or closes what stands behind a summary.
  async unfold(name) {
    await this.reach(this.#find(name, (text) => this.page.locator("summary", { hasText: text })));
    await this.page.keyboard.press("Enter");
  }

  // Types into a field; what stood there before is replaced.
  async type(label, text) {
    const field = this.#find(label, (name) => this.page.getByLabel(name));
    await this.reach(field);
    const kind = await field.getAttribute("type");
    if (kind === "date" || kind === "time" || kind === "datetime-local") {
      // These take digits segment by segment, in the order of the browser's language.
      throw new Error(`a ${kind} field is typed differently in every browser language; use text fields: ${field}`);
    }
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.press("Delete");
    await this.page.keyboard.type(text);
  }

  // Ticks a box that is not ticked.
  async tick(label) {
    const box = this.#find(label, (name) => this.page.getByRole("checkbox", { name }));
    await this.reach(box);
    if (!(await box.isChecked())) await this.page.keyboard.press("Space");
    if (!(await box.isChecked())) throw new Error(`Space does not tick ${box}`);
  }

  // Chooses one of a group of radio buttons: Tab comes to the group, arrows move in it.
  async choose(label) {
    const wanted = this.#find(label, (name) => this.page.getByRole("radio", { name }));
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
  async pick(label, line) {
    const list = this.#find(label, (name) => this.page.getByRole("combobox", { name }));
    await this.reach(list);
    await this.page.keyboard.type(line);
    const picked = await list.evaluate((select) => select.selectedOptions[0]?.label ?? "");
    if (!picked.startsWith(line)) throw new Error(`typing ${JSON.stringify(line)} picked ${JSON.stringify(picked)}`);
  }

  #find(name, find) {
    return typeof name === "string" || name instanceof RegExp ? find(name) : name;
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
