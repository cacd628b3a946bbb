// The board: periods, comparison, pinned figures, what a number is made of, charts.

const WORDS = {
  zh: {
    empty: "还没有全店的数据", tiles: "指标", add: "加指标", pickTitle: "看板上的指标", filter: "找指标", done: "好", sales: "支付金额", net: "净支付金额", bounce: "跳失率", period: "时间", month: "月", day: "日", custom: "自定义", earlier: "往前一期", later: "往后一期", from: "从", until: "到", against: "对照", year: "去年同日", event: "去年同事件日", off: "不对比",
    move: (name) => `移动${name}`, menu: (name) => `${name}的操作`, unpin: "拿下来", formula: "算法", cvr: "支付转化率", cvrFormula: "支付买家数 ÷ 访客数", adFormula: /÷ 支付金额/, limit: /及格/, files: "来自这些文件", ad: "推广费用占比", october: /10月1日–31日/, september: /9月1日–30日/, lastYear: /2025年10月|10月1日–31日/, day31: /10月31日/, points: /个百分点/, aov: "客单价", charts: "图", first: "范围的第一天", last: "范围的最后一天", whole: "回到原来的范围", funnel: "转化漏斗", gaps: "数据缺口", gapsNote: /齐 \d+ 天/, notes: "标注", noteText: "做了什么", addNote: "加标注", multiples: "分组小图", waterfall: "瀑布", scatter: "散点", source: "流量来源", visitors: "访客数", oneMore: "再加一个指标", oneLess: "去掉最后一个指标", commission: "淘宝客佣金", impressions: "推广展现量", addChart: "加图", bars: "柱形", panelMenu: /图的操作$/, remove: "拿下这张图", table: "以表格查看", removeNote: /^删掉标注/,
  },
  en: {
    empty: "No figures of the shop yet", tiles: "Figures", add: "Add a figure", pickTitle: "Figures on the board", filter: "Find a figure", done: "Done", sales: "Sales (GMV)", net: "Sales less refunds", bounce: "Bounce rate", period: "Period", month: "Month", day: "Day", custom: "Custom", earlier: "Previous period", later: "Next period", from: "From", until: "To", against: "Compare with", year: "Same dates last year", event: "Same event last year", off: "No comparison",
    move: (name) => `Move ${name}`, menu: (name) => `What to do with ${name}`, unpin: "Take off", formula: "Formula", cvr: "Pay conversion (CVR)", cvrFormula: "Paying buyers ÷ Visitors", adFormula: /÷ Sales/, limit: /Pass/, files: "The files behind it", ad: "Ad spend of sales", october: /Oct 1–31/, september: /Sep 1–30/, lastYear: /2025|Oct 1–31/, day31: /Oct 31/, points: / pp/, aov: "Average order value (AOV)", charts: "Charts", first: "First day of the range", last: "Last day of the range", whole: "Back to the usual range", funnel: "Funnel", gaps: "Gaps in the data", gapsNote: /\d+ complete/, notes: "Notes", noteText: "What was done", addNote: "Add the note", multiples: "Small multiples", waterfall: "Waterfall", scatter: "Scatter", source: "Traffic source", visitors: "Visitors", oneMore: "Add one more figure", oneLess: "Take the last figure off", commission: "Affiliate commission", impressions: "Impressions of ads", addChart: "Add a chart", bars: "Bars", panelMenu: /^What to do with the chart/, remove: "Take the chart off", table: "View as a table", removeNote: /^Remove the note/,
  },
};

export class BoardPage {
  constructor(app, locale = "zh") {
    this.app = app;
    this.page = app.page;
    this.words = WORDS[locale];
  }

  async open() {
    await this.app.goto("#/board");
    await this.app.heading().waitFor();
  }

  /** The line with the exact days. */
  days() {
    return this.page.locator(".page-head-question");
  }

  tile(name) {
    return this.page.locator(".board-tile").filter({ has: this.page.getByRole("button", { name: this.words.move(name), exact: true }) });
  }

  /** The pinned figures, in their order. */
  async names() {
    return this.page.locator(".board-tile .drag-handle").allInnerTexts();
  }

  async menu(name, item) {
    await this.tile(name).getByRole("button", { name: this.words.menu(name), exact: true }).click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  async choosePeriod(name) {
    await this.page.getByRole("radio", { name, exact: true }).check({ force: true });
  }

  async compareWith(label) {
    await this.page.getByLabel(this.words.against, { exact: true }).selectOption({ label });
  }

  panels() {
    return this.page.locator(".board-panel");
  }

  /** The chart of a kind. */
  panel(kind) {
    return this.panels().filter({ has: this.page.locator(".board-panel-head > .drag-handle", { hasText: kind }) });
  }

  /** How many days the charts look at: the places between the edges of the window. */
  async rangeDays() {
    const at = async (name) => Number(await this.page.getByRole("slider", { name, exact: true }).getAttribute("aria-valuenow"));
    return (await at(this.words.last)) - (await at(this.words.first)) + 1;
  }

  region(title) {
    return this.page.locator("section").filter({ has: this.page.getByRole("heading", { name: title, exact: true }) }).last();
  }
}
