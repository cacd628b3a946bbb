// The frame around every page: navigation, language, theme, history, saving.

/** The words of the frame that the locators need, in both languages. */
const WORDS = {
  zh: { other: "English", theme: "切换深浅色", tools: "工具", more: "更多", allPages: "全部页面", undo: /^撤销/, redo: /^重做/, saved: /已保存/ },
  en: { other: "中文", theme: "Switch light and dark", tools: "Tools", more: "More", allPages: "All pages", undo: /^Undo/, redo: /^Redo/, saved: /saved/i },
};

export class Shell {
  constructor(app, locale = "zh") {
    this.app = app;
    this.page = app.page;
    this.words = WORDS[locale];
  }

  /** The links of the navigation that can be seen, as they read. */
  async pages() {
    const links = this.page.getByRole("navigation", { name: this.words.tools }).getByRole("link");
    return (await links.filter({ visible: true }).allInnerTexts()).map((text) => text.trim());
  }

  async open(name) {
    const links = this.page.getByRole("navigation", { name: this.words.tools }).getByRole("link", { name, exact: true });
    await links.filter({ visible: true }).click();
  }

  /** The list of all pages behind a phone's bar. */
  sheet() {
    return this.page.getByRole("navigation", { name: this.words.allPages });
  }

  async openSheet() {
    const buttons = this.page.getByRole("button", { name: this.words.more, exact: true });
    await buttons.filter({ visible: true }).last().click();
    await this.sheet().waitFor();
  }

  /** Every page, by way of that list: `seen` is called on each. */
  async throughSheet(seen) {
    await this.openSheet();
    const names = (await this.sheet().getByRole("link").allInnerTexts()).map((text) => text.trim());
    await this.page.keyboard.press("Escape");
    for (const name of names) {
      await this.openSheet();
      await this.sheet().getByRole("link", { name, exact: true }).click();
      await this.page.waitForFunction((title) => document.title.startsWith(title), name);
      await seen(name);
    }
    return names;
  }

  async switchLanguage() {
    await this.page.getByRole("button", { name: this.words.other, exact: true }).click();
  }

  async switchTheme() {
    await this.page.getByRole("button", { name: this.words.theme }).click();
  }

  async language() {
    return this.page.locator("html").getAttribute("lang");
  }

  async theme() {
    return this.page.locator("html").getAttribute("data-theme");
  }

  /** The colour behind the page, as it is painted. */
  async background() {
    return this.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  }

  undoButton() {
    return this.page.getByRole("button", { name: this.words.undo }).first();
  }

  redoButton() {
    return this.page.getByRole("button", { name: this.words.redo }).first();
  }

  /** Waits until the save state says that all is stored. */
  async saved() {
    await this.page.getByRole("status").filter({ hasText: this.words.saved }).first().waitFor();
  }
}
