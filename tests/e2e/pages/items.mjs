// Imported items: the page of the quadrant, and what is offered for the product list.

const WORDS = {
  zh: { empty: "还没有商品的数据", fields: "四个象限，四种做法", cuts: "分界线", moved: "换了象限的", chosen: "选中的商品", table: "逐件", push: "高流量高转化", lift: "高流量低转化", tasks: "生成任务", made: "任务都已生成", cutX: "访客数的分界值", cutBy: "访客数按", mean: "店内平均", period: "时间", presale: /预售商品/, open: "打开商品", add: "加入商品表", filter: "筛选", rate: "支付转化率", visitors: "访客数", item: "商品", missing: /件加入商品表/, working: "支付转化率 = 支付买家数", order: "下单转化率 = 下单买家数", sliderX: "访客数的分界线", watch: "低流量低转化", watchAction: (n) => `继续给位置展示；观察 ${n} 天仍无变化就撤掉`, rewrite: "改写", rewriteLabel: "低流量低转化怎么做", watchDays: "观察期", own: "你的写法", usual: "恢复原文" },
  en: { empty: "No figures of items yet", fields: "Four fields, four actions", cuts: "Cuts", moved: "Changed its field", chosen: "The chosen item", table: "Item by item", push: "Much traffic, high conversion", lift: "Much traffic, low conversion", tasks: "Make tasks", made: "All tasks are made", cutX: "Visitors: cut at", cutBy: "Visitors by", mean: "the shop's mean", period: "Period", presale: /On presale/, open: "Open the product", add: "Add to the products", filter: "Filter", rate: "Pay conversion", visitors: "Visitors", item: "Item", missing: /^Add \d+ to the products/, working: "Pay conversion = paying buyers", order: "Order conversion = ordering buyers", sliderX: "Cut of the visitors", watch: "Little traffic, low conversion", watchAction: (n) => `Keep its slot; withdraw it if nothing changes in ${n} days`, rewrite: "Rewrite", rewriteLabel: "What to do with: Little traffic, low conversion", watchDays: "Watch for", own: "Your words", usual: "Back to the usual words" },
};

export class QuadrantPage {
  constructor(app, locale = "zh") {
    this.app = app;
    this.page = app.page;
    this.words = WORDS[locale];
  }

  async open() {
    await this.app.goto("#/quadrant");
    await this.app.heading().waitFor();
  }

  region(title) {
    return this.page.locator("section").filter({ has: this.page.getByRole("heading", { name: title, exact: true }) }).last();
  }

  field(name) {
    return this.page.locator(".quadrant-field").filter({ hasText: name });
  }

  /** How many items are in a field. */
  async count(name) {
    return Number.parseInt(await this.field(name).locator(".quadrant-count").innerText(), 10);
  }

  bubbles() {
    return this.page.locator(".chart-bubble");
  }
}
