// The pages on price and profit.

const WORDS = {
  zh: { list: "每款一件赚多少", stack: "到手价怎么来的", add: "加一步优惠", coupon: "店铺券 / 店铺满减", from: "满多少", amount: "减多少", borne: "商家承担", pieces: "一单几件", done: "好了", trace: "逐步记录", paid: "到手价", unit: "一件赚在哪、花在哪", profit: "每件利润", even: "保本线", refunds: "退款", refundRate: "退款率", own: "这款单独设", solver: "倒推价格", target: "目标利润率", ending: "价格尾数", nine: "尾数 9 元", wanted: "想要的到手价", conversion: "支付转化率", click: "点击价 CPC", one: "看哪一款", short: "还差", up: /上移$/, evenPrice: "保本标价", evenRoi: "保本 ROI", evenClick: "保本点击价", evenCvr: "保本转化率", whatIf: "如果……会怎样", lever: "标价", by: "标价 · 改变 %", monthProfit: "每月利润", reset: "全部归零", tornado: "哪一项最动利润", waterfall: "一个月的钱去哪了", table: "以表格查看", net: "净利润", same: /得卖 [\d,]+ 件/, goods: "进货价", bundles: "套餐设计", addBundle: "加一个套餐", takesSteps: /套餐价再用券和满减/, noSteps: /还没有对全部商品生效/, stacked: /套餐价 ¥90\.00：.* −¥20\.00；到手价 ¥70\.00/, removeStep: /^删除/, bundlePrice: "套餐价", cheaper: /便宜 10\.0%.*¥45\.00/, accept: "可以做", loss: "亏本", pull: "引流款带动测算", buyers: "一个月的买家", attach: "连带率（还买了别的）", attached: "每笔连带的利润", ads: "推广费", keep: /保留/, cut: /减量/, cross: "关联销售记录", addLook: "记一行", units: "销售量", crossConversion: "转化率", worse: /建议更换/, changed: /销量 −20\.0%/, four: "利润率四因素", effect: "成本 · 预计利润率变化（百分点）", effect2: "价值 · 预计利润率变化（百分点）", expected: /合计预计：\+3\.00/, volume: "每月件数", empty: "先有商品，才有利润", received: "商家实收", kept: "佣金不退的部分", lowest: "历史最低价", below: /低于历史最低价/ },
  en: { list: "What a piece of each product earns", stack: "From list price to what is paid", add: "Add a discount", coupon: "Shop coupon", from: "From an order of", amount: "Amount off", borne: "Borne by the shop", pieces: "Pieces", done: "Done", trace: "Step by step", paid: "Buyer pays", unit: "Where the money of a piece goes", profit: "Profit a piece", even: "Break-even", refunds: "Refunds", refundRate: "Refund rate", own: "This product has its own", solver: "Work the price out", target: "Margin wanted", ending: "Price ending", nine: "Yuan ending in 9", wanted: "Wanted price paid", conversion: "Conversion", click: "Price of a click (CPC)", one: "Product", short: "short", up: /^Move .* up$/, evenPrice: "Break-even price", evenRoi: "Break-even ROI", evenClick: "Break-even CPC", evenCvr: "Break-even conversion", whatIf: "What if", lever: "List price", by: "List price · Change, %", monthProfit: "Profit a month", reset: "Put all back", tornado: "What moves the profit most", waterfall: "Where the money of a month goes", table: "View as a table", net: "Net profit", same: /[\d,]+ pieces a month must be sold/, goods: "Goods", bundles: "Sets", addBundle: "Add a set", takesSteps: /Coupons and order discounts/, noSteps: /no coupon or order discount/, stacked: /Price ¥90\.00: .* −¥20\.00; paid ¥70\.00/, removeStep: /^(Delete|Remove)/, bundlePrice: "Price of the set", cheaper: /10\.0% cheaper.*¥45\.00/, accept: "Accept", loss: "It loses money", pull: "Does the pull pay?", buyers: "Buyers in a month", attach: "Bought something else too", attached: "Profit of such a purchase", ads: "Advertising", keep: /keep it/, cut: /sell fewer/, cross: "Recommendations", addLook: "Add a look", units: "Pieces", crossConversion: "Conversion", worse: /Replace it/, changed: /pieces −20\.0%/, four: "What decides the margin", effect: "Cost · Expected change, points", effect2: "Value · Expected change, points", expected: /of all four: \+3\.00/, volume: "Pieces a month", empty: "Products first, then their profit", received: "Shop receives", kept: "Commission that is kept", lowest: "Lowest price ever", below: /less than ever before/ },
};

const CONTROL = {
  zh: { table: "预算、实际、差额", goods: "货", sales: "支付金额", profit: "利润", cap: "推广占比不超过", over: /推广占 .*超过/, rule: /重新测试/, within: /^没超：/, month: "月份", year: "全年实际", oneMonth: "一个月", missing: /没算进利润/, unallocated: "未分摊费用", list: "超上限的月份", none: /没有月份超过/, parts: "按活动、按商品", partsTotal: "合计（与上表一致）", byProduct: "按商品" },
  en: { table: "Budget, actual, variance", goods: "Goods", sales: "Sales paid", profit: "Profit", cap: "Advertising at most", over: /advertising took .* above the cap/, rule: /test it anew/, within: /Within the cap/, month: "Month", year: "Actual, year", oneMonth: "One month", missing: /not in the profit/, unallocated: "Unallocated", list: "Months above the cap", none: /No month of the year/, parts: "By campaign and product", partsTotal: "Total (that of the table above)", byProduct: "Product" },
};

export class ControlPage {
  constructor(app, locale = "zh") {
    this.app = app;
    this.page = app.page;
    this.words = CONTROL[locale];
  }

  async open() {
    await this.app.goto("#/profit-control");
    await this.app.heading().waitFor();
  }

  grid() {
    return this.page.getByRole("grid", { name: this.words.table });
  }

  cell(row, column) {
    return this.grid().locator(`[data-row="${row}"][data-column="${column}"]`);
  }

  /** What stands in the row of a name. */
  async line(name) {
    const row = this.grid().getByRole("row").filter({ has: this.page.getByRole("rowheader", { name, exact: true }) });
    return row.locator(".grid-text").allInnerTexts();
  }

  async type(row, column, text) {
    await this.cell(row, column).click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }

  async paste(text) {
    await this.page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(event);
    }, text);
  }
}

export class ProfitPage {
  constructor(app, locale = "zh") {
    this.app = app;
    this.page = app.page;
    this.words = WORDS[locale];
  }

  async open() {
    await this.app.goto("#/profit");
    await this.app.heading().waitFor();
  }

  region(name) {
    return this.page.getByRole("region", { name, exact: true });
  }

  /** Types into a field of a part of the page, and commits. */
  async type(region, label, text) {
    const field = this.region(region).getByLabel(label, { exact: true });
    await field.fill(text);
    await field.press("Enter");
  }

  /** The texts of a table's rows. */
  async rows(name) {
    return this.page.getByRole("group", { name, exact: true }).locator("tbody tr").evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent.replace(/\s+/g, " ").trim())),
    );
  }

  /** Waits until a row of a table shows a text. */
  async shows(name, text) {
    await this.page.getByRole("group", { name, exact: true }).locator("tbody tr", { hasText: text }).first().waitFor();
  }

  tile(name) {
    return this.page.locator(".tile", { hasText: name }).locator(".tile-value");
  }
}
