// The page on tests of products and pictures.

const WORDS = {
  zh: { new: "新建测试", name: "测试名称", field: (field, name) => `${name} ${field}`, impressions: "展现量", clicks: "点击量", letter: (letter) => `方案 ${letter}`, add: "加一个方案", remove: (name) => `删除方案 ${name}`, paste: "粘贴表格", pasteField: "粘贴到这里", apply: "采用", lift: "想找到的最小提升", base: "原来的率", taken: "采用哪个", why: "理由", task: "建成行动", made: "已建成行动", linked: "行动", compare: "两两比较", chart: "各方案的区间", asTable: "以表格查看", svg: "存为 SVG", delete: "删除测试", confirm: "删除", impossible: "分子大于分母，请核对", early: "还没到计划的数量", winner: "可以换上它", tests: "全部测试", holm: /按 Holm 校正/, daysLeft: /还要约/, none: "还没有测试" },
  en: { new: "New test", name: "Name of the test", field: (field, name) => `${field}, ${name}`, impressions: "Impressions", clicks: "Clicks", letter: (letter) => `Variant ${letter}`, add: "Add a variant", remove: (name) => `Remove variant ${name}`, paste: "Paste a table", pasteField: "Paste here", apply: "Take over", lift: "Least lift worth finding", base: "Base rate", taken: "Variant that is taken", why: "Why", task: "Make it an action", made: "Action made", linked: "Action", compare: "Compared in pairs", chart: "How sure each rate is", asTable: "View as a table", svg: "Save SVG", delete: "Delete the test", confirm: "Delete", impossible: "More than there were: check it", early: "the planned size is not reached", winner: "Take it", tests: "All tests", holm: /corrected after Holm/, daysLeft: /more days? at the present pace/, none: "No tests yet" },
};

export class TrialsPage {
  constructor(app, locale = "zh") {
    this.app = app;
    this.page = app.page;
    this.words = WORDS[locale];
  }

  async open() {
    await this.app.goto("#/tests");
    await this.app.heading().waitFor();
  }

  async create() {
    await this.page.getByRole("button", { name: this.words.new }).click();
    await this.page.getByRole("textbox", { name: this.words.name, exact: true }).waitFor();
  }

  field(field, variant) {
    return this.page.getByRole("textbox", { name: this.words.field(this.words[field], variant), exact: true });
  }

  async type(field, variant, text) {
    const input = this.field(field, variant);
    await input.fill(text);
    await input.press("Enter");
  }

  /** Commits a number of the plan. */
  async plan(field, text) {
    const input = this.page.getByRole("textbox", { name: this.words[field], exact: true });
    await input.fill(text);
    await input.press("Enter");
  }

  verdict() {
    return this.page.locator(".trials-verdict");
  }

  region(name) {
    return this.page.getByRole("region", { name, exact: true });
  }

  /** The cells of a row of the pairs. */
  async pair(idx = 0) {
    const row = this.region(this.words.compare).locator("tbody tr").nth(idx);
    return row.locator("th, td").allInnerTexts();
  }

  list() {
    return this.page.getByRole("navigation", { name: this.words.tests });
  }

  async pasteTable(text) {
    await this.page.getByRole("button", { name: this.words.paste }).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: this.words.pasteField }).fill(text);
    await dialog.getByRole("button", { name: this.words.apply }).click();
    await dialog.waitFor({ state: "detached" });
  }
}
