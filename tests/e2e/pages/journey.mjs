// The page on what decides a purchase: factors, the two lists, stages, visits.

const WORDS = {
  zh: { take: "载入 25 个因素", factors: "决策因素", first: "重点突破", savings: "减少或砍掉", detail: "所选因素", swot: "记入 SWOT", weakness: /W 弱势/, curve: "放上价值曲线", task: "建行动", remove: "删除", name: "名称", note: "批注", workmanship: "做工和品质", card: "代写贺卡", pain: "痛点", receive: "收货", step: "记一步", saw: "看到什么", touch: "接触点", takeTouch: "填入淘宝接触点", view: "给谁看", rows: "显示哪些行", mine: "我的视图", viewName: "视图名称", removeView: "删除视图", reset: "恢复原样", service: "客服", all: "全部", mood: "心情曲线", moods: "各阶段的心情", edited: "拖动哪条线", target: "目标", today: "今天", buy: "购买", lanes: ["接触点", "在做", "在想", "痛点", "机会"], none: /还没有给心情打分/, says: /最低在“购买”（2 分），最高在“考虑”（5 分）；低于目标：购买。/, missing: "导入的文件里没有：曝光、点击。" },
  en: { take: "Take the 25 factors", factors: "Decision factors", first: "Break through", savings: "Reduce or cut", detail: "Chosen factor", swot: "To the SWOT", weakness: /W weakness/, curve: "Onto the value curve", task: "Make an action", remove: "Delete", name: "Name", note: "Note", workmanship: "Workmanship and quality", card: "Handwritten greeting card", pain: "Pain", receive: "Receive", step: "Note a step", saw: "What I saw", touch: "Touchpoints", takeTouch: "Take Taobao's touchpoints", view: "Shown to", rows: "Rows shown", mine: "My view", viewName: "Name of the view", removeView: "Delete the view", reset: "Back as it was", service: "Customer service", all: "Everything", mood: "Mood", moods: "Mood at each stage", edited: "The dots move", target: "Target", today: "Today", buy: "Buy", lanes: ["Touchpoints", "Doing", "Thinking", "Pain", "Opportunity"], none: /No mood yet/, says: /Lowest at “Buy” \(2 of 5\), highest at “Consider” \(5 of 5\); under the target: Buy\./, missing: "Not in the imported files: Impressions, Clicks." },
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

  /** The fields of a stage that can be seen, by their labels. */
  async lanes(stage) {
    const group = this.page.getByRole("group", { name: stage, exact: true });
    const fields = group.getByRole("textbox").filter({ visible: true });
    await fields.first().waitFor();
    return fields.evaluateAll((all) => all.map((one) => one.labels[0].textContent.trim()));
  }

  /** Chooses for whom the map is shown. */
  async lookAs(name) {
    await this.page.getByRole("combobox", { name: this.words.view }).selectOption({ label: name });
  }

  /** Shows a row of the map, or hides it. */
  async toggleRow(name) {
    await this.page.getByRole("button", { name: this.words.rows }).click();
    await this.page.getByRole("menu").getByText(name, { exact: true }).click();
  }

  /** The dots of the curve's line that is edited, by stage. */
  dots() {
    return this.region(this.words.mood).getByRole("slider");
  }

  /** What the curve's table says of a line. */
  async moods(name) {
    const grid = this.page.getByRole("grid", { name: this.words.moods });
    const row = grid.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name, exact: true }) });
    return row.evaluate((one) => [...one.querySelectorAll(".grid-text")].slice(1).map((cell) => cell.textContent.trim()));
  }
}
