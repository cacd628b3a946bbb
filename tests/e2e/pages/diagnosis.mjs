// The diagnosis: whether a period met what it is held against, and why.

const WORDS = {
  zh: { empty: "还没有店铺的数据", period: "时间", september: "2026年9月", custom: "自选日期", from: "从", bases: ["上期", "目标", "去年", "基线"], chart: "访客数 × 支付转化率 × 客单价", why: "为什么，怎么办", items: "按商品", mix: "量、结构与转化", campaigns: "活动的真实增量", task: "建任务", made: "已建任务", hero: /集中在一款：月光镜面双层首饰盒/, least: "至少要有的访客数", few: "访客太少", how: "怎么算的", basis: "不去重", missed: "未达标", all: /全部 \d+ 款/, asTable: "以表格查看" },
  en: { empty: "No figures of the shop yet", period: "Period", september: "Sep 2026", custom: "Own dates", from: "From", bases: ["Before", "Target", "Last year", "Baseline"], chart: "Visitors × conversion × order value", why: "Why, and what to do", items: "By product", mix: "Volume, mix and rate", campaigns: "What campaigns really added", task: "Make a task", made: "Task made", hero: /Most of it is one item: Moonlight mirror box/, least: "Least visitors of a rate", few: "too few visitors", how: "How it is calculated", basis: "not de-duplicated", missed: "Missed", all: /^All \d+/, asTable: "View as a table" },
};

export class DiagnosisPage {
  constructor(app, locale = "zh") {
    this.app = app;
    this.page = app.page;
    this.words = WORDS[locale];
  }

  async open() {
    await this.app.goto("#/diagnosis");
    await this.app.heading().waitFor();
  }

  region(title) {
    return this.page.locator("section").filter({ has: this.page.getByRole("heading", { name: title, exact: true }) }).last();
  }

  verdict() {
    return this.page.locator(".diagnosis-verdict");
  }

  async choose(label) {
    await this.page.getByLabel(this.words.period, { exact: true }).selectOption({ label });
  }

  async against(idx) {
    await this.page.getByRole("radio", { name: this.words.bases[idx], exact: true }).check({ force: true });
  }
}
