// The page on competitors.

const WORDS = {
  zh: { add: "加对手", name: "店铺名称", done: "完成", price: "价格", day: "日期", save: "记下", changes: /^上次看过/, addOwn: "加商品", own: "商品", cost: "成本", rate: "费率", addAnswer: "加一条应对", our: "我们的价", their: "对手价", register: "名单", observe: "记一次观察", ownSection: "我们的商品", answers: "价格应对表", bands: "价格带" },
  en: { add: "Add a competitor", name: "Shop", done: "Done", price: "Price", day: "Date", save: "Note down", changes: /^What changed/, addOwn: "Add a product", own: "Product", cost: "Cost", rate: "Rate", addAnswer: "Add an answer", our: "Our price", their: "Their price", register: "Register", observe: "Note down what you see", ownSection: "Our products", answers: "Answers to prices", bands: "Price bands" },
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

  /** Notes the price down that was seen on a day. */
  async observe(day, price) {
    const form = this.section("observe");
    await form.getByLabel(this.words.day).fill(day);
    await form.getByLabel(this.words.price, { exact: true }).fill(price);
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
