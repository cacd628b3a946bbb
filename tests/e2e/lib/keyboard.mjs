// The keyboard alone: no pointer, and no focus that was not reached by keys.

import assert from "node:assert/strict";

/** More stops than any page has. */
const MOST = 150;

export class Keyboard {
  constructor(page) {
    this.page = page;
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text) {
    await this.page.keyboard.type(text);
  }

  /** Goes on by Tab until one of the elements has the focus. */
  async to(target, key = "Tab") {
    await target.first().waitFor();
    for (let n = 0; n < MOST; n += 1) {
      if (await this.has(target)) return;
      await this.page.keyboard.press(key);
    }
    assert.fail(`${key} does not lead to ${target}`);
  }

  async isOn(target) {
    assert.ok(await this.has(target), `the focus is not on ${target}`);
  }

  /** Whether the focus is on, or within, one of the elements. */
  async has(target) {
    return target.evaluateAll((all) =>
      all.some((element) => element !== document.body && element.contains(document.activeElement)),
    );
  }
}
