// The page on what decides a purchase: factors, the two lists, stages, visits.

const WORDS = {
  zh: { take: "载入 25 个因素", factors: "决策因素", first: "重点突破", savings: "减少或砍掉", detail: "所选因素", swot: "记入 SWOT", weakness: /W 弱势/, curve: "放上价值曲线", task: "建行动", remove: "删除", name: "名称", note: "批注", workmanship: "做工和品质", card: "代写贺卡", pain: "痛点", receive: "收货", step: "记一步", saw: "看到什么" },
  en: { take: "Take the 25 factors", factors: "Decision factors", first: "Break through", savings: "Reduce or cut", detail: "Chosen factor", swot: "To the SWOT", weakness: /W weakness/, curve: "Onto the value curve", task: "Make an action", remove: "Delete", name: "Name", note: "Note", workmanship: "Workmanship and quality", card: "Handwritten greeting card", pain: "Pain", receive: "Receive", step: "Note a step", saw: "What I saw" },
};

export class JourneyPage {
  constructor(app, locale = "zh") {
    this.app = app;
    this.page = app.page;
    this.words = WORDS[locale];
  }

  async open() {
    await this.app.goto("#/journey");
  }

  async takeTemplate() {
    await this.page.getByRole("button", { name: this.words.take }).click();
    await this.grid().waitFor();
  }

  grid() {
    return this.page.getByRole("grid", { name: this.words.factors });
  }

  row(name) {
    return this.grid().getByRole("row").filter({ has: this.page.getByRole("rowheader", { name, exact: true }) });
  }

  /** What stands in the row of a factor, the name first. */
  async cells(name) {
    return this.row(name).evaluate((row) => [...row.querySelectorAll(".grid-text")].map((cell) => cell.textContent.trim()));
  }

  /** Types importance, own performance and effort of a factor, by keyboard from the first on. */
  async score(name, [importance, own, effort]) {
    await this.row(name).getByRole("gridcell").first().click();
    for (const key of [importance, "Tab", own, "Tab", "Tab", effort, "Enter"]) {
      if (key.length === 1) await this.page.keyboard.type(key);
      else await this.page.keyboard.press(key);
    }
  }

  async choose(name) {
    await this.row(name).getByRole("gridcell").nth(2).click();
  }

  region(name) {
    return this.page.getByRole("region", { name });
  }

  /** The names in one of the two lists. */
  async listed(name) {
    return this.region(name).locator("ol b").allInnerTexts();
  }

  detail() {
    return this.region(this.words.detail);
  }
}
