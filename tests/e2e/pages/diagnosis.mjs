// The diagnosis: whether a period met what it is held against, and why.

const WORDS = {
  zh: { empty: "还没有店铺的数据", period: "时间", september: "2026年9月", custom: "自选日期", from: "从", bases: ["上期", "目标", "去年", "基线"], chart: "访客数 × 支付转化率 × 客单价", why: "为什么，怎么办", items: "按商品", mix: "量、结构与转化", campaigns: "活动的真实增量", task: "建任务", made: "已建任务", hero: /集中在一款：月光镜面双层首饰盒/, least: "至少要有的访客数", few: "访客太少", how: "怎么算的", basis: "不去重", missed: "未达标", all: /全部 \d+ 款/, asTable: "以表格查看", to: "到", parts: ["差在哪里", "流量来源", "体检"], bySource: "按流量来源", split: ["渠道", "来源"], overlap: /访客按来源有重叠：店铺 28,172/, noSources: /这段时间没有流量来源的数据/, sources: "流量来源", mixIf: "换一种来源结构", fixed: "总数不变", free: "总数可变", asIs: "恢复原状", search: "手淘搜索", feed: "首页推荐", cart: "购物车", siteWide: "全站推广", visitors: (name) => `${name} · 访客`, converts: "哪个来源转化高", channels: ["免费流量", "付费流量", "自主访问", "其他"], people: "访客", paidCost: /关键词推广/, sort: "支付转化率", checkUp: "店铺体检", scores: "评分还差多少", ratings: "计入评分的评价数", inquiry: "询单转化", inquiryShort: /到 50.0% 还差/, worth: "访客价值与访客成本", better: "改好", aov: "客单价", heroes: "主推款检查", sanity: "数据可信吗", moreClicks: "广告点击多于访客", logistics: /物流/ },
  en: { empty: "No figures of the shop yet", period: "Period", september: "Sep 2026", custom: "Own dates", from: "From", bases: ["Before", "Target", "Last year", "Baseline"], chart: "Visitors × conversion × order value", why: "Why, and what to do", items: "By product", mix: "Volume, mix and rate", campaigns: "What campaigns really added", task: "Make a task", made: "Task made", hero: /Most of it is one item: Moonlight mirror box/, least: "Least visitors of a rate", few: "too few visitors", how: "How it is calculated", basis: "not de-duplicated", missed: "Missed", all: /^All \d+/, asTable: "View as a table", to: "To", parts: ["Where it differs", "Traffic sources", "Check-up"], bySource: "By traffic source", split: ["Channel", "Source"], overlap: /Visitors by source overlap, so they add to more than the shop.s: 28,172/, noSources: /No figures of traffic sources for this time/, sources: "Traffic sources", mixIf: "Another mix of sources", fixed: "Stay the same", free: "May change", asIs: "As it is", search: "Taobao search", feed: "Home feed", cart: "Cart", siteWide: "Site-wide ads", visitors: (name) => `${name} · visitors`, converts: "Which sources convert", channels: ["Free", "Paid", "Own", "Other"], people: "Visitors", paidCost: /Keyword ads/, sort: "Conversion", checkUp: "Check-up", scores: "What the scores are short of", ratings: "Ratings that count", inquiry: "Those who ask", inquiryShort: /To 50.0% it takes/, worth: "What a visitor is worth and costs", better: "Better by", aov: "Order value", heroes: "Hero products", sanity: "Can the figures be right", moreClicks: "More clicks than visitors", logistics: /ogistics/ },
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

  async look(idx) {
    await this.page.getByRole("radio", { name: this.words.parts[idx], exact: true }).check({ force: true });
  }

  async between(from, to) {
    await this.choose(this.words.custom);
    for (const [label, day] of [[this.words.from, from], [this.words.to, to]]) {
      const field = this.page.getByLabel(label, { exact: true });
      await field.fill(day);
      await field.blur();
    }
  }

  async against(idx) {
    await this.page.getByRole("radio", { name: this.words.bases[idx], exact: true }).check({ force: true });
  }
}
