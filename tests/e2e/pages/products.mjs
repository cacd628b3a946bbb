// The pages on products and on their matrix.

const WORDS = {
  zh: { begin: "开始填表", list: "商品表", sales: "销量与份额", facts: "资料", addPeriod: "加一个时段", role: "角色", roles: "产品结构", search: "找名称或商品ID", price: /按定价排序/, stored: "回到原来的顺序", columns: "显示的列", stock: /^库存/, remove: /删除选中的/, textbook: "增长 × 份额", shop: "利润 × 销量", units: "支付件数", cutX: "横轴切线", flips: "切线一动，谁会换象限", cuts: "切线", fields: "各象限怎么做", cow: "金牛", star: "明日之星", task: "建行动", allMade: "这一格的商品都已有行动", chosen: /^选中：/, share: /相对份额 = /, proxy: "代理轴", xAxis: "横轴", table: "以表格查看", traffic: "引流", campaign: "活动", refusedRole: /没有“主推”这个角色/, undoTask: /已建 \d+ 个行动/, moved: "谁换了象限", dependency: "单款利润占比警戒线", dependencyWords: /警戒线。它一出事/ },
  en: { begin: "Start the table", list: "Product table", sales: "Sales and share", facts: "Facts", addPeriod: "Add a period", role: "Role", roles: "Structure by roles", search: "Find a name or an item ID", price: /Sort by List price/, stored: "Back to the stored order", columns: "Columns shown", stock: /^Stock/, remove: /Delete the (selected|\d+ selected)/, textbook: "Growth × share", shop: "Profit × sales", units: "Pieces sold", cutX: "Cut across", flips: "Who changes fields if a cut moves", cuts: "Cuts", fields: "What to do in each field", cow: "Cash cow", star: "Rising star", task: "Make an action", allMade: "Every product here has its action", chosen: /^Selected: /, share: /Relative share = /, proxy: "Proxy axis", xAxis: "Across", table: "View as a table", traffic: "Traffic", campaign: "Promotional", refusedRole: /There is no role “主推”/, undoTask: /Made \d+ actions?/, moved: "Who changed fields", dependency: "One product's share of the profit, at most", dependencyWords: /above your limit/ },
};

export class ProductsPage {
  constructor(app, locale = "zh") {
    this.app = app;
    this.page = app.page;
    this.words = WORDS[locale];
  }

  async open() {
    await this.app.goto("#/products");
    await this.app.heading().waitFor();
  }

  /** Opens the table of a workbook without products. */
  async begin() {
    await this.page.getByRole("button", { name: this.words.begin }).click();
    await this.grid().waitFor();
  }

  grid() {
    return this.page.getByRole("grid", { name: this.words.list });
  }

  region(name) {
    return this.page.getByRole("region", { name, exact: true });
  }

  lines() {
    return this.grid().getByRole("row").filter({ has: this.page.getByRole("rowheader") });
  }

  /** The texts of every row that is drawn. */
  async rows() {
    return this.lines().evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll(".grid-text")].map((cell) => cell.textContent.trim())),
    );
  }

  /** The first `n` names of the table. */
  async names(n) {
    return (await this.rows()).slice(0, n).map((row) => row[0]);
  }

  cell(row, column) {
    return this.grid().locator(`[data-row="${row}"][data-column="${column}"]`);
  }

  async type(row, column, text) {
    await this.cell(row, column).click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }

  /** Pastes a text into the cell under the cursor, as Excel puts it on the clipboard. */
  async paste(text) {
    await this.page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(event);
    }, text);
  }
}

export class BoardPage extends ProductsPage {
  async open() {
    await this.app.goto("#/bcg");
    await this.app.heading().waitFor();
  }

  /** "shop" or "textbook". */
  async axes(set) {
    await this.page.getByRole("radio", { name: this.words[set], exact: true }).check();
  }

  bubble(name) {
    return this.page.locator("button.chart-bubble", { has: this.page.locator(`xpath=self::*[@aria-label="${name}"]`) });
  }

  /** The section of a field, by its name. */
  field(name) {
    return this.page.locator(".products-field", { has: this.page.getByRole("heading", { name }) });
  }
}
