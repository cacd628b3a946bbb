// The sample shop: opened in one click, thrown away in one.

const WORDS = {
  zh: { open: "打开示例店铺", discard: "丢掉示例", discarded: "示例已丢掉", undo: /^撤销/ },
  en: { open: "Open the sample shop", discard: "Discard the sample", discarded: "The sample was discarded", undo: /^Undo/ },
};

export class SamplePage {
  constructor(app, locale = "zh") {
    this.page = app.page;
    this.words = WORDS[locale];
  }

  async open() {
    await this.page.getByRole("button", { name: this.words.open }).click();
    await this.note().waitFor();
  }

  /** The line that says that this is the sample. */
  note() {
    return this.page.getByRole("note").filter({ hasText: this.words.discard });
  }

  async discard() {
    await this.page.getByRole("button", { name: this.words.discard }).click();
    await this.note().waitFor({ state: "detached" });
  }

  /** Takes the throwing away back, by the notice that tells of it. */
  async bringBack() {
    const toast = this.page.getByRole("status").filter({ hasText: this.words.discarded });
    await toast.getByRole("button", { name: this.words.undo }).click();
    await this.note().waitFor();
  }
}
