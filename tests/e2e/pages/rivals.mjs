// The page on competitors.

const WORDS = {
  zh: { add: "加对手", name: "店铺名称", done: "完成", price: "价格", day: "日期", save: "记下", changes: /^上次看过/, addOwn: "加商品", own: "商品", cost: "成本", rate: "费率", addAnswer: "加一条应对", our: "我们的价", their: "对手价", register: "名单", observe: "记一次观察", ownSection: "我们的商品", answers: "价格应对表", bands: "价格带", trends: "走势对比", attribute: "看哪一项", versus: "我们的商品对比对手的商品", noteOurs: "记下我们的数", todo: "我们怎么办", task: "做成任务", isTask: "已是任务", addProduct: "加商品", product: "商品", index: "交易指数", differences: "同行差异对比", begin: "列出八项", same: /^同款检查/, watch: "美工每日十店", addShop: "记一家", asTable: "以表格查看", finalPrice: "到手价", legend: "图例" },
  en: { add: "Add a competitor", name: "Shop", done: "Done", price: "Price", day: "Date", save: "Note down", changes: /^What changed/, addOwn: "Add a product", own: "Product", cost: "Cost", rate: "Rate", addAnswer: "Add an answer", our: "Our price", their: "Their price", register: "Register", observe: "Note down what you see", ownSection: "Our products", answers: "Answers to prices", bands: "Price bands", trends: "Courses compared", attribute: "Attribute", versus: "Our product against theirs", noteOurs: "Note down our facts", todo: "What to do", task: "Make a task", isTask: "Is a task", addProduct: "Add a product", product: "Product", index: "Trade index", differences: "Differences from our peers", begin: "Lay out the eight aspects", same: /^Same items/, watch: "Ten shops a day", addShop: "Note a shop", asTable: "View as a table", finalPrice: "Price after discounts", legend: "Legend" },
};

export class RivalsPage {
  constructor(app, locale = "zh") {
    this.app = app;
    this.page = app.page;
    this.words = WORDS[locale];
  }

  async open() {
    await this.app.goto("#/rivals");
  }

  section(name) {
    return this.page.getByRole("region", { name: this.words[name] });
  }

  /** Adds a competitor of this name. */
  async add(name) {
    await this.page.getByRole("button", { name: this.words.add, exact: true }).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: this.words.name, exact: true }).fill(name);
    await dialog.getByRole("button", { name: this.words.done }).click();
    await dialog.waitFor({ state: "detached" });
  }

  /** Adds a product that is watched to the competitor of this name. */
  async watchProduct(rival, product) {
    await this.section("register").getByRole("button", { name: rival }).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("button", { name: this.words.addProduct, exact: true }).click();
    await dialog.getByRole("textbox", { name: this.words.product, exact: true }).fill(product);
    await dialog.getByRole("button", { name: this.words.done }).click();
    await dialog.waitFor({ state: "detached" });
  }

  /** Notes the price down that was seen on a day; of a product, where one is named. */
  async observe(day, price, product) {
    await this.see(day, { price }, product);
  }

  /** Notes down what was seen on a day, by the names of the fields in `words`. */
  async see(day, facts, product) {
    const form = this.section("observe");
    if (product) await form.getByLabel(this.words.product, { exact: true }).selectOption({ label: product });
    await form.getByLabel(this.words.day).fill(day);
    for (const [field, value] of Object.entries(facts)) {
      await form.getByLabel(this.words[field], { exact: true }).fill(value);
    }
    await form.getByRole("button", { name: this.words.save }).click();
  }

  /** Adds an own product with its price, cost and rate. */
  async addOwn(name, price, cost, rate) {
    const own = this.section("ownSection");
    await own.getByRole("button", { name: this.words.addOwn }).click();
    await own.getByLabel(this.words.own, { exact: true }).last().fill(name);
    for (const [label, value] of [[this.words.price, price], [this.words.cost, cost], [this.words.rate, rate]]) {
      const field = own.getByLabel(label, { exact: true }).last();
      await field.fill(value);
      await field.press("Enter");
    }
  }
}
