// The page on positioning: levels, statement, curve, chain, changes.

const WORDS = {
  zh: { level: "消费者层面", other: "区域层面", field: "做谁、哪个区域或哪个品类的", slogan: "口号", add: "加因素", scores: "曲线分数", curve: "价值曲线", noLevel: /^还没有选定层面/, target: "我们目标", today: "我们今天", figures: "聚焦与差异", focus: /^聚焦/, actions: "四步动作", raise: "增加", chain: "列出六个环节", conforms: "符合要求", material: "原材料采购", no: "否", change: "建联动变更", changes: "联动变更", departments: "部门", price: "价格", needs: "要变吗", yes: "是", done: "完成", factor: "新因素" },
  en: { level: "Customers", other: "Region", field: "First for whom, where, or in what", slogan: "Slogan", add: "Add a factor", scores: "Scores of the curve", curve: "Value curve", noLevel: /^No level is chosen yet/, target: "Our target", today: "We today", figures: "Focus and divergence", focus: /^Focus/, actions: "Four actions", raise: "Raise", chain: "Lay out the six links", conforms: "Conforms", material: "Raw materials", no: "No", change: "Make a change to follow", changes: "Changes to follow", departments: "Department", price: "Prices", needs: "Must change", yes: "Yes", done: "Done", factor: "New factor" },
};

export class PositionPage {
  constructor(app, locale = "zh") {
    this.app = app;
    this.page = app.page;
    this.words = WORDS[locale];
  }

  async open() {
    await this.app.goto("#/position");
  }

  region(name) {
    return this.page.getByRole("region", { name });
  }

  grid() {
    return this.page.getByRole("grid", { name: this.words.scores });
  }

  async addFactor() {
    await this.page.getByRole("button", { name: this.words.add, exact: true }).click();
  }

  /** The handles of the line that is edited, from left to right. */
  handles() {
    return this.page.getByRole("slider");
  }

  /** What the table says of our target, factor by factor. */
  async targets() {
    return this.grid().getByRole("row").filter({ has: this.page.getByRole("rowheader") }).evaluateAll(
      (rows) => rows.map((row) => row.querySelectorAll(".grid-text")[3].textContent.trim()),
    );
  }

  async type(row, column, text) {
    const line = this.grid().getByRole("row").filter({ has: this.page.getByRole("rowheader") }).nth(row);
    await line.getByRole("gridcell").nth(column - 1).click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }
}
