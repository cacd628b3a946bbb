// The import page: files in, what they say, what they would change.

const WORDS = {
  zh: { choose: /^(选择文件|再加文件)$/, apply: /^应用/, cancel: "取消", file: "文件", restated: "改写的旧数", applied: /已导入/, refused: "拒收", totals: "合计：导入前 → 导入后", undo: "撤销" },
  en: { choose: /^(Choose files|Add files)$/, apply: /^Apply/, cancel: "Cancel", file: "File", restated: "Restated figures", applied: /Imported/, refused: "Refused", totals: "Totals: before → after", undo: "Undo" },
};

export class ImportPage {
  constructor(app, locale = "zh") {
    this.app = app;
    this.page = app.page;
    this.words = WORDS[locale];
  }

  async open() {
    await this.app.goto("#/import");
  }

  /** Chooses files by the browser's own dialog, as a user does. */
  async choose(...files) {
    const dialog = this.page.waitForEvent("filechooser");
    await this.page.locator("button").filter({ hasText: this.words.choose }).click();
    await (await dialog).setFiles(files);
  }

  /** The row of a file in the preview, as its cells read. */
  async row(name) {
    const row = this.page.getByRole("row").filter({ hasText: name });
    await row.getByText(/可导入|部分|没有变化|拒收|Ready|Partly|No change|Refused/).first().waitFor();
    return row.innerText();
  }

  /** The section that lists what would be restated. */
  restated() {
    return this.page.locator("section").filter({ hasText: this.words.restated });
  }

  async apply() {
    await this.page.getByRole("button", { name: this.words.apply }).click();
    await this.page.getByText(this.words.applied).first().waitFor();
  }

  async cancel() {
    await this.page.getByRole("button", { name: this.words.cancel }).click();
  }

  /** What the page said was imported. */
  async outcome() {
    return this.page.getByText(this.words.applied).first().innerText();
  }
}
