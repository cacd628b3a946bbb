// Stock and replenishment: judged from imported items, typed into, filtered, sorted, ordered.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";
import { ProductsPage } from "../pages/products.mjs";
import { SamplePage } from "../pages/sample.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);

const WORDS = {
  zh: { stock: "库存与补货", out: "缺货", reorder: "需补货", low: "快没货", missing: "缺库存或销量", make: /给 \d+ 款建补货任务/, made: /已建 \d+ 个补货任务/, allMade: "补货任务都已建好", nothing: "现在没有要补的货", rules: /^界线/, lead: "到货周期（默认）", average: "日均销量按", week: "最近 7 天", noItems: /还没有导入商品数据/, refused: /不能小于 0/, units: "销量与份额", add: "加一个时段" },
  en: { stock: "Stock", out: "Out of stock", reorder: "Reorder", low: "Running low", missing: "Stock or sales missing", make: /Make tasks? to reorder \d+ product/, made: /Made \d+ tasks?/, allMade: "All tasks to reorder are made", nothing: "Nothing to reorder now", rules: /^Limits/, lead: "Lead time (usual)", average: "Average sales of", week: "The last 7 days", noItems: /No items imported yet/, refused: /cannot be below 0/, units: "Sales and share", add: "Add a period" },
};

// Name, state, stock, a day, lasts for, suggested, on order, lead time, safety, reorder point.
const [STATE, STOCK, DAILY, COVER, SUGGESTED, ON_ORDER, LEAD] = [1, 2, 3, 4, 5, 6, 7];

for (const locale of ["zh", "en"]) {
  test(`stock is judged from the sample's items, typed, filtered and ordered: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [products, shell] = [new ProductsPage(app, locale), new Shell(app, locale)];
      const words = WORDS[locale];
      const keys = { [words.out]: "out", [words.reorder]: "reorder", [words.low]: "low" };
      const state = (name) => app.page.locator(`.products-state[data-state=${keys[name]}]`);
      const count = async (name) => Number(await state(name).locator("b").innerText());
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await app.goto("#/products/stock");
      await products.grid().waitFor();
      const total = await app.page.locator(".products-state b").allInnerTexts();
      assert.equal(total.map(Number).reduce((sum, n) => sum + n, 0), 24);
      assert.ok(1 <= await count(words.out), "something is out of stock");
      assert.ok(1 <= await count(words.reorder), "something is to be ordered");
      assert.ok(1 <= await count(words.low), "something runs low");
      // Sorted by state the most urgent stand first; the arithmetic holds in the row.
      await products.grid().getByRole("columnheader").nth(STATE).getByRole("button").click();
      await app.page.waitForFunction((out) => document.querySelector('tbody .grid-row .grid-cell[data-column="1"] .grid-text')?.textContent === out, words.out);
      const row = (await products.rows())[await count(words.out)];
      assert.equal(row[STATE], words.reorder);
      const number = (text) => Number(text.replace(/,/g, ""));
      assert.ok(0 < number(row[SUGGESTED]), row.join(" | "));
      // A state is pressed to see it alone, by keys too.
      await state(words.reorder).focus();
      await app.page.keyboard.press("Enter");
      const n_reorder = await count(words.reorder);
      await app.page.waitForFunction((n) => document.querySelectorAll("tbody .grid-row").length === n, n_reorder);
      await state(words.reorder).click();
      // Typed stock: plenty of it is no longer to be ordered; undo brings it back.
      const at = await count(words.out);
      await products.type(at, STOCK, "1万");
      await app.page.waitForFunction((n) => Number([...document.querySelectorAll(".products-state b")][1].innerText) === n, n_reorder - 1);
      await shell.undoButton().click();
      await app.page.waitForFunction((n) => Number([...document.querySelectorAll(".products-state b")][1].innerText) === n, n_reorder);
      // What cannot be is refused where it stands, as is a column that is worked out.
      await products.cell(at, ON_ORDER).click();
      await app.page.keyboard.type("-5");
      await app.page.keyboard.press("Enter");
      await app.page.getByText(words.refused).first().waitFor();
      await app.page.keyboard.press("Escape");
      // A longer way for all: more is to be ordered; what a product says itself stays.
      await app.page.getByText(words.rules).click();
      const lead = app.page.getByLabel(words.lead, { exact: true });
      await lead.fill("60");
      await lead.press("Enter");
      await app.page.waitForFunction((n) => n < Number([...document.querySelectorAll(".products-state b")][1].innerText), n_reorder);
      // Another length of time for the average.
      await app.page.getByLabel(words.average, { exact: true }).selectOption({ label: words.week });
      // One press: a task for each of them, once.
      const button = app.page.getByRole("button", { name: words.make });
      await button.click();
      await app.page.getByText(words.made).first().waitFor();
      await app.page.getByRole("button", { name: words.allMade }).waitFor();
      await shell.saved();
      await app.reload();
      await app.page.getByRole("button", { name: words.allMade }).waitFor();
      assert.equal(await app.scrollsSideways(), false);
    }));

  test(`without imported items the pieces of a period count, and what is missing is said: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const products = new ProductsPage(app, locale);
      const words = WORDS[locale];
      await products.open();
      await products.begin();
      await products.type(0, 0, "首饰盒");
      await app.page.getByRole("radio", { name: words.stock, exact: true }).check();
      await app.page.getByText(words.noItems).waitFor();
      await app.page.locator(".products-state", { hasText: words.missing }).locator("b", { hasText: "1" }).waitFor();
      await app.page.getByRole("button", { name: words.nothing }).waitFor();
      await products.type(0, STOCK, "0");
      await app.page.locator(".products-state", { hasText: words.out }).locator("b", { hasText: "1" }).waitFor();
      await products.type(0, LEAD, "0");
      const row = (await products.rows())[0];
      assert.deepEqual([row[STATE], row[DAILY], row[COVER], row[LEAD]], [words.out, "–", "–", "0"]);
    }));
}
