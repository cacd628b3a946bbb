// The advice: what the figures say is to be done.

const WORDS = {
  zh: { empty: "还没有可以判断的数据", items: "商品", shop: "店铺", task: "建任务", made: "已建任务", later: /^稍后再看: /, week: "7 天后", quiet: "稍后再看的", wake: "现在就看", rules: "规则与门槛", figures: "凭的数字", hero: /主推款，每天检查链接/, rank: "访客数排名 ≤" },
  en: { empty: "No figures to judge by yet", items: "Items", shop: "The shop", task: "Make a task", made: "Task made", later: /^Later: /, week: "In 7 days", quiet: "For later", wake: "Show it now", rules: "Rules and limits", figures: "The figures", hero: /a leading item, check its page every day/, rank: "Place by visitors ≤" },
};

export class AdvicePage {
  constructor(app, locale = "zh") {
    this.app = app;
    this.page = app.page;
    this.words = WORDS[locale];
  }

  async open() {
    await this.app.goto("#/advice");
    await this.app.heading().waitFor();
  }

  region(title) {
    return this.page.locator("section").filter({ has: this.page.getByRole("heading", { name: title, exact: true }) }).last();
  }

  /** Each piece of advice. */
  all() {
    return this.page.locator(".advice-list > li");
  }
}
