// Advertising: totals, plans, what is chosen and decided, the budget.

const WORDS = {
  zh: { empty: "还没有推广数据", toImport: "去导入", total: "合计", roi: "投入产出比 ROI", table: "计划", by: "场景", chosen: "选中的计划", decision: "决定", raise: "加价", why: "为什么这样决定", make: "生成任务", made: "任务已生成", budget: "同样的预算怎么分", budgetTotal: "每天一共花", floors: /下限和不能判断的计划/, terms: "口径和门槛", margin: "毛利率（不计推广）", even: (roi) => `保本 ${roi}`, spend: "花费", chart: "回报有多确定", asTable: /表格/, period: "时间", days: /最近 30 天/ },
  en: { empty: "No figures of advertising yet", toImport: "Import", total: "All together", roi: "Return (ROI)", table: "Plans", by: "Channels", chosen: "The chosen plan", decision: "Decision", raise: "Raise", why: "Why", make: "Make a task", made: "The task is made", budget: "How the same budget could be shared out", budgetTotal: "A day in all", floors: /^Floors, and plans/, terms: "Basis and thresholds", margin: "Margin before advertising", even: (roi) => `breaks even at ${roi}`, spend: "Spend", chart: "How sure a return is", asTable: /table/i, period: "Period", days: /Last 30 days/ },
};

export class AdsPage {
  constructor(app, locale = "zh") {
    this.app = app;
    this.page = app.page;
    this.words = WORDS[locale];
  }

  async open() {
    await this.app.goto("#/ads");
    await this.app.heading().waitFor();
  }

  region(title) {
    return this.page.getByRole("region", { name: title, exact: true });
  }

  /** The rows of the plans. */
  rows() {
    return this.region(this.words.table).locator("tbody .grid-row");
  }

  async type(region, label, text) {
    const field = this.region(region).getByLabel(label, { exact: true });
    await field.fill(text);
    await field.press("Enter");
  }
}
