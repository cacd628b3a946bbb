// The page on new products: the board, a card in depth, what left the board.

const WORDS = {
  zh: { stages: ["找款", "定风格", "供应商", "上线前考核"], add: (stage) => `在“${stage}”添加新品`, move: (name) => `移动 ${name}`, menu: (name) => `${name} 的操作`, moveTo: (stage) => `移到“${stage}”`, score: (name) => `${name} 得分`, criteria: ["消费者认知", "容易发现度", "价格竞争性", "人群契合"], problem: "为消费者解决什么", name: "名称", list: "上架为商品", anyway: "未过考核，仍要上架", listed: "已上架", product: "看商品", passes: "过线", fails: "未过线", fix: "先改这些", scoring: "考核标准", weight: (name) => `${name} 权重`, line: "及格线（分）", delete: "删除", close: "关闭", task: "建成行动", made: "已建成行动", open: "打开", launchOn: "计划上架日", ready: "图和详情完成日", late: /晚于计划上架日/, verdict: "决定", stop: "放弃", stopped: "已放弃", back: "放回板上", addChannel: "加一个渠道", budget: "渠道 1 预算", sum: /预算合计/, products: "商品表" },
  en: { stages: ["Find", "Decide the style", "Supplier", "Check before launch"], add: (stage) => `Add to ${stage}`, move: (name) => `Move ${name}`, menu: (name) => `Actions for ${name}`, moveTo: (stage) => `Move to ${stage}`, score: (name) => `Score, ${name}`, criteria: ["Recognition", "Findability", "Price", "Persona fit"], problem: "What it solves for the customer", name: "Name", list: "Make it a product", anyway: "Make it a product all the same", listed: "For sale", product: "See the product", passes: "Passes", fails: "Fails", fix: "Mend these first", scoring: "Criteria and pass line", weight: (name) => `Weight, ${name}`, line: "Pass line (points)", delete: "Delete", close: "Close", task: "Make it an action", made: "Action made", open: "Open", launchOn: "For sale on", ready: "Pictures and page ready by", late: /after the day for sale/, verdict: "Decision", stop: "Give up", stopped: "Given up", back: "Back to the board", addChannel: "Add a channel", budget: "Budget, channel 1", sum: /^Budgets: / , products: "Product table" },
};

export class LaunchPage {
  constructor(app, locale = "zh") {
    this.app = app;
    this.page = app.page;
    this.words = WORDS[locale];
  }

  async open() {
    await this.app.goto("#/launch");
    await this.app.heading().waitFor();
  }

  /** A stage by its place, 0–3. */
  stage(place) {
    return this.page.getByRole("region", { name: this.words.stages[place], exact: true });
  }

  /** The names on the cards of a stage, from above. */
  async cards(place) {
    return this.stage(place).locator(".launch-title").allInnerTexts();
  }

  /** Waits until the cards of a stage are these. */
  async has(place, names) {
    const wanted = JSON.stringify(names);
    const region = this.stage(place);
    for (let n = 0; n < 100; n += 1) {
      if (JSON.stringify(await region.locator(".launch-title").allInnerTexts()) === wanted) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`stage ${place}: ${JSON.stringify(await this.cards(place))} and not ${wanted}`);
  }

  async add(place, ...names) {
    const label = this.words.add(this.words.stages[place]);
    await this.stage(place).getByRole("button", { name: label }).click();
    const field = this.stage(place).getByRole("textbox", { name: label });
    for (const name of names) {
      await field.fill(name);
      await field.press("Enter");
    }
    await field.press("Escape");
  }

  handle(name) {
    return this.page.getByRole("button", { name: this.words.move(name), exact: true });
  }

  async press(name, key) {
    await this.handle(name).focus();
    await this.page.keyboard.press(key);
  }

  async drag(name, place) {
    const from = await this.handle(name).boundingBox();
    const to = await this.stage(place).getByRole("list").boundingBox();
    await this.page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x + to.width / 2, to.y + 4, { steps: 6 });
    await this.page.mouse.move(to.x + to.width / 2, to.y + to.height - 3, { steps: 3 });
    await this.page.mouse.up();
  }

  async choose(name, item) {
    await this.page.getByRole("button", { name: this.words.menu(name), exact: true }).click();
    await this.page.getByRole("menuitem", { name: item, exact: true }).click();
  }

  /** Opens a card, and gives its dialog. */
  async card(name) {
    await this.page.locator(".launch-title").getByText(name, { exact: true }).click();
    const dialog = this.page.getByRole("dialog", { name, exact: true });
    await dialog.waitFor();
    return dialog;
  }

  async score(dialog, ...points) {
    for (const [idx, point] of points.entries()) {
      const group = dialog.getByRole("radiogroup", { name: this.words.score(this.words.criteria[idx]) });
      await group.getByRole("radio", { name: String(point), exact: true }).check();
    }
  }
}
