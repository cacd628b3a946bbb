// An input method as Chromium drives one: text that is being composed, keys that belong to the
// composition and not to the page, and the words that come out of it.

export class InputMethod {
  static async of(page) {
    const method = new InputMethod();
    method.page = page;
    method.session = await page.context().newCDPSession(page);
    await page.evaluate(() => {
      document.activeElement.isThatOfTheInputMethod = true;
    });
    return method;
  }

  /** Shows text that is not written yet. */
  async compose(text) {
    const at = text.length;
    await this.session.send("Input.imeSetComposition", { text, selectionStart: at, selectionEnd: at });
  }

  /** Presses a key that the input method takes for itself: the page sees it as composing. */
  async key(key, { ctrl = false } = {}) {
    await this.page.evaluate(
      ([key, ctrlKey]) => {
        const options = { key, ctrlKey, keyCode: 229, isComposing: true, bubbles: true, cancelable: true };
        document.activeElement.dispatchEvent(new KeyboardEvent("keydown", options));
        document.activeElement.dispatchEvent(new KeyboardEvent("keyup", options));
      },
      [key, ctrl],
    );
  }

  /** Ends the composition with these words. */
  async commit(text) {
    await this.session.send("Input.insertText", { text });
  }

  /** Whether the field is still the very element in which the composition began. */
  async isSameElement(field) {
    return field.evaluate(
      (element) => element === document.activeElement && element.isThatOfTheInputMethod === true,
    );
  }
}
