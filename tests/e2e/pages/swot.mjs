// The SWOT page: four quadrants, strategies, candidates.

const WORDS = {
  zh: { quadrants: ["优势", "弱势", "机会", "威胁"], add: /^添加/, move: (code) => `移动 ${code}`, menu: (code) => `${code} 的操作`, text: "内容", done: "完成", pair: "建策略", strategy: "策略", save: "保存", owner: "负责人", due: "到期", candidates: /^从数据找候选/, accept: "采用", dismiss: "不要", tows: /^TOWS/, removeTitle: "删除这一条？", remove: "删除", weight: /^权重/, export: "导出", markdown: "存为 Markdown", png: "存为图片", keep: "存下现在" },
  en: { quadrants: ["Strengths", "Weaknesses", "Opportunities", "Threats"], add: /^Add to/, move: (code) => `Move ${code}`, menu: (code) => `Actions for ${code}`, text: "What it says", done: "Done", pair: "New strategy", strategy: "Strategy", save: "Save", owner: "Owner", due: "Due", candidates: /^Candidates/, accept: "Accept", dismiss: "Dismiss", tows: /^TOWS/, removeTitle: "Delete this entry?", remove: "Delete", weight: /^Weight/, export: "Export", markdown: "Save as Markdown", png: "Save as picture", keep: "Keep the present" },
};

export class SwotPage {
  constructor(app, locale = "zh") {
    this.app = app;
    this.page = app.page;
    this.words = WORDS[locale];
  }

  async open() {
    await this.app.goto("#/swot");
  }

  /** A quadrant by its letter. */
  quadrant(letter) {
    const name = this.words.quadrants["SWOT".indexOf(letter)];
    return this.page.getByRole("region", { name, exact: true });
  }

  /** What the entries of a quadrant say, from above. */
  async entries(letter) {
    return this.quadrant(letter).getByRole("listitem").locator(".swot-text").allInnerTexts();
  }

  /** Adds entries one after another, as they are typed. */
  async add(letter, ...texts) {
    await this.quadrant(letter).getByRole("button", { name: this.words.add }).click();
    const field = this.quadrant(letter).getByRole("textbox");
    for (const text of texts) {
      await field.fill(text);
      await field.press("Enter");
    }
    await field.press("Escape");
  }

  handle(code) {
    return this.page.getByRole("button", { name: this.words.move(code), exact: true });
  }

  /** Moves an entry by the arrow keys of its handle. */
  async press(code, key) {
    await this.handle(code).focus();
    await this.page.keyboard.press(key);
  }

  /** Drags an entry onto the middle of a quadrant's list, by the pointer. */
  async drag(code, letter) {
    const from = await this.handle(code).boundingBox();
    const to = await this.quadrant(letter).getByRole("list").boundingBox();
    await this.page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x + to.width / 2, to.y + 4, { steps: 6 });
    await this.page.mouse.move(to.x + to.width / 2, to.y + to.height - 3, { steps: 3 });
    await this.page.mouse.up();
  }

  /** Chooses from an entry's menu. */
  async choose(code, item) {
    await this.page.getByRole("button", { name: this.words.menu(code), exact: true }).click();
    await this.page.getByRole("menuitem", { name: item, exact: true }).click();
  }

  /** Pairs entries into a strategy. */
  async pair(codes, words, owner) {
    await this.page.getByRole("button", { name: this.words.pair }).first().click();
    const dialog = this.page.getByRole("dialog");
    for (const code of codes) await dialog.getByRole("checkbox", { name: new RegExp(`^${code} `) }).check();
    const field = dialog.getByRole("textbox", { name: this.words.strategy, exact: true });
    await field.fill((await field.inputValue()) + words);
    await dialog.getByRole("textbox", { name: this.words.owner }).fill(owner);
    await dialog.getByRole("button", { name: this.words.save }).click();
    await dialog.waitFor({ state: "detached" });
  }

  /** The part with the strategies. */
  tows() {
    return this.page.getByRole("region", { name: this.words.tows });
  }

  /** Opens the candidates, and gives the dialog. */
  async candidates() {
    await this.page.getByRole("button", { name: this.words.candidates }).click();
    return this.page.getByRole("dialog");
  }

  /** Chooses from the menu of what goes out, and gives the download. */
  async exported(item) {
    await this.page.getByRole("button", { name: this.words.export, exact: true }).click();
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("menuitem", { name: item }).click();
    return download;
  }
}
