// 客户画像: list, card, form, comparison and the tables.

/** The words that the locators need, in both languages. */
const WORDS = {
  zh: {
    create: "新画像", list: "所有画像", name: "怎么称呼这群人", ageFrom: "年龄从", ageTo: "到",
    female: "女性占比", male: "男性占比", priceFrom: "最低价", priceTo: "能接受的最高价",
    regions: "地域", paste: "粘贴百分比表", table: "表格", replace: "替换这张表", add: "加一条",
    need: "需求", evidence: /^证据：/, addEvidence: "加一条证据", says: "内容", isFact: /已核实的事实/,
    done: "完成", weight: "占比与价值", share: "占访客的比例", cvr: "支付转化率", aov: "客单价",
    visitors: "一个月的访客数", uses: "用在哪里", addInsight: "加一条洞察", insight: "洞察与做法",
    makeTask: "做成任务", task: "任务", sentence: "一句话描述", sentenceZh: "中文", remove: "删除画像",
    compare: "并排比较", tables: "地域", png: "存为 PNG", source: "来源与复核", reviewBy: "下次复核",
  },
  en: {
    create: "New persona", list: "All personas", name: "What do you call them?", ageFrom: "Age from", ageTo: "to",
    female: "Women", male: "Men", priceFrom: "From", priceTo: "To",
    regions: "Regions", paste: "Paste a table", table: "Table", replace: "Replace the table", add: "Add one",
    need: "Need", evidence: /^Evidence:/, addEvidence: "Add a piece of evidence", says: "What it says", isFact: /A checked fact/,
    done: "Done", weight: "Weight", share: "Share of visitors", cvr: "Pay conversion", aov: "Order value",
    visitors: "Visitors of a month", uses: "What follows from it", addInsight: "Add an insight", insight: "Insight, and what to do",
    makeTask: "Make a task", task: "Task", sentence: "In one sentence", sentenceZh: "Chinese", remove: "Delete",
    compare: "Compare", tables: "Regions", png: "Save as PNG", source: "Source and review", reviewBy: "Review by",
  },
};

export class PersonasPage {
  constructor(app, locale = "zh") {
    this.app = app;
    this.page = app.page;
    this.words = WORDS[locale];
  }

  async open() {
    await this.app.goto("#/personas");
    await this.app.heading().waitFor();
  }

  async create() {
    await this.page.getByRole("button", { name: this.words.create }).first().click();
    await this.card().waitFor();
  }

  card() {
    return this.page.getByRole("article");
  }

  async cardText() {
    return (await this.card().innerText()).replace(/\s+/g, " ");
  }

  /** A field of the form by its label. */
  field(label) {
    return this.page.getByLabel(label, { exact: true }).filter({ visible: true });
  }

  /** Types into a field and leaves it. */
  async type(label, text) {
    await this.field(label).fill(text);
    await this.field(label).press("Tab");
  }

  /** Unfolds a part of the form. */
  async unfold(title) {
    await this.page.locator("summary").filter({ hasText: title }).click();
  }

  /** Pastes a table into the distribution that stands `place`-th in sight. */
  async pasteTable(place, text) {
    await this.page.getByRole("button", { name: this.words.paste }).nth(place).click();
    await this.field(this.words.table).fill(text);
    await this.page.getByRole("button", { name: this.words.replace }).click();
    await this.page.getByRole("dialog").waitFor({ state: "detached" });
  }

  /** The needs of the form. */
  needs() {
    return this.page.getByRole("textbox", { name: this.words.need, exact: true });
  }

  /** Adds a need of the kind that stands `place`-th: hard, latent. */
  async addNeed(place, text) {
    await this.page.getByRole("button", { name: this.words.add, exact: true }).nth(place).click();
    const added = this.needs();
    // The hard ones stand before the latent ones.
    const field = place === 0 ? added.first() : added.last();
    await field.fill(text);
    await field.press("Tab");
  }

  /** Puts a fact under the claim whose button is `button`. */
  async addFact(button, text) {
    await button.click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("button", { name: this.words.addEvidence }).click();
    await dialog.getByLabel(this.words.says, { exact: true }).fill(text);
    await dialog.getByLabel(this.words.isFact).check();
    await dialog.getByRole("button", { name: this.words.done }).click();
    await dialog.waitFor({ state: "detached" });
  }

  evidenceButtons() {
    return this.page.getByRole("button", { name: this.words.evidence }).filter({ visible: true });
  }

  /** Looks at the personas in another way. */
  async look(name) {
    await this.page.getByRole("radio", { name, exact: true }).check();
  }

  async choose(name) {
    const list = this.page.getByRole("navigation", { name: this.words.list });
    await list.getByRole("button").filter({ hasText: name }).click();
  }

  async names() {
    const list = this.page.getByRole("navigation", { name: this.words.list });
    return list.locator("b").allInnerTexts();
  }
}
