// Price and profit: the worked example V-14 typed by hand, the discounts with their trace, refunds,
// break-even, prices worked backwards; all of it without a pointer where there is another way.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";
import { ProductsPage } from "../pages/products.mjs";
import { ControlPage, ProfitPage } from "../pages/profit.mjs";
import { SamplePage } from "../pages/sample.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);

/** V-14: price 128; goods 60, parcel 6, gift 3; commission 5 %, advertising 10 %. */
async function typeExample(app, locale) {
  const products = new ProductsPage(app, locale);
  await products.open();
  await products.begin();
  await products.type(0, 0, "首饰盒");
  await products.type(0, 4, "128");
  await products.cell(0, 0).click();
  await app.page.getByRole("button", { name: locale === "zh" ? "加一行成本" : "Add costs" }).click();
  const names = { zh: ["货", "运费", "赠品", "平台佣金", "推广"], en: ["Goods", "Parcel", "Gift", "Commission", "Advertising"] };
  for (const [idx, value] of ["60", "6", "3", "5", "10"].entries()) {
    const field = app.page.locator(".products-cost").getByLabel(names[locale][idx], { exact: true });
    await field.fill(value);
    await field.press("Enter");
  }
  await new Shell(app, locale).saved();
}

for (const locale of ["zh", "en"]) {
  test(`the worked example, with discounts, refunds and prices worked back: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [profit, shell] = [new ProfitPage(app, locale), new Shell(app, locale)];
      const { words } = profit;
      await profit.open();
      await app.page.getByText(words.empty).waitFor();
      await typeExample(app, locale);
      await profit.open();
      // V-14.
      await profit.shows(words.unit, "¥39.80");
      assert.equal(await profit.tile(words.evenPrice).innerText(), "¥81.18");
      assert.equal((await profit.tile(words.evenRoi).innerText()).trim(), "2.44");
      await profit.type(words.even, words.conversion, "2.5");
      await profit.type(words.even, words.click, "1.2");
      await profit.tile(words.evenClick).getByText("¥1.31").waitFor();
      await profit.tile(words.evenCvr).getByText("2.29%").waitFor();
      // A coupon of the order: 满 200 减 20, not reached by one piece, shared by two.
      await app.page.getByRole("button", { name: words.add }).click();
      await app.page.getByRole("menuitem", { name: words.coupon }).click();
      await profit.type(words.stack, words.from, "200");
      await profit.type(words.stack, words.amount, "20");
      await profit.shows(words.trace, words.short);
      await profit.type(words.stack, words.pieces, "2");
      await profit.shows(words.trace, "−¥20.00");
      const rows = await profit.rows(words.trace);
      assert.deepEqual(rows.slice(-2).map((row) => row.slice(1)), [["", "¥118.00", "", "¥236.00"], ["", "¥118.00", "", "¥236.00"]]);
      assert.deepEqual(rows[1].slice(1), ["−¥20.00", "−¥10.00", "−¥10.00", "¥236.00"]);
      // The platform bears half of it.
      await profit.type(words.stack, words.borne, "50");
      await profit.shows(words.trace, "¥123.00");
      await app.page.getByRole("button", { name: words.done }).click();
      // Never sold for less than 120.
      await profit.type(words.stack, words.lowest, "120");
      await app.page.getByRole("alert").filter({ hasText: words.below }).waitFor();
      // Refunds: of all products, then of this one alone.
      await profit.type(words.refunds, words.refundRate, "10");
      await profit.shows(words.unit, "−¥12.30");
      await app.page.getByLabel(words.own).check();
      await profit.shows(words.unit, "−¥12.30");
      // Worked back: a margin of 30 %, ending in 9.
      await profit.type(words.solver, words.target, "30");
      await profit.region(words.solver).getByLabel(words.ending).selectOption({ label: words.nine });
      await profit.region(words.solver).getByText(/¥\d+9[，:]/).first().waitFor();
      await profit.type(words.solver, words.wanted, "118");
      await profit.region(words.solver).getByText(/¥129/).waitFor();
      // Kept, and taken back step by step.
      await shell.saved();
      await app.reload();
      await profit.shows(words.unit, "−¥12.30");
      assert.equal(await app.page.getByLabel(words.own).isChecked(), true);
    }));

  test(`the sample's products stand in one table; the one under the cursor is looked at: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const profit = new ProfitPage(app, locale);
      const { words } = profit;
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await profit.open();
      const grid = app.page.getByRole("grid", { name: words.list });
      await grid.waitFor();
      assert.equal(await grid.getByRole("rowheader").count(), 24);
      const first = await profit.rows(words.trace);
      assert.equal(first.length, 8);
      // The third product, by keys.
      await grid.locator('[data-row="0"][data-column="0"]').click();
      await app.page.keyboard.press("ArrowDown");
      await app.page.keyboard.press("ArrowDown");
      await app.page.waitForFunction((name) => document.querySelector(`[aria-label="${name}"] .grid-row[data-kind=current]`)?.getAttribute("aria-rowindex") === "4", words.list);
      assert.notDeepEqual(await profit.rows(words.trace), first);
      // Another step is first: of a group only the first that applies counts.
      const steps = app.page.locator(".profit-step");
      const names = await steps.locator(".check").allInnerTexts();
      await steps.nth(2).getByRole("button", { name: words.up }).click();
      await app.page.waitForFunction((name) => document.querySelectorAll(".profit-step .check")[1].innerText === name, names[2]);
      await steps.nth(1).getByRole("checkbox").uncheck();
      await app.page.locator(".profit-step[data-off]").waitFor();
      await new Shell(app, locale).undoButton().click();
      await app.page.locator(".profit-step[data-off]").waitFor({ state: "detached" });
    }));
}

for (const locale of ["zh", "en"]) {
  test(`the control table is typed and pasted into; the ad cap says what to do: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [control, shell] = [new ControlPage(app, locale), new Shell(app, locale)];
      const { words } = control;
      await control.open();
      // Nothing known: typed by hand. Rows: sales, refunds, net, goods, …
      await control.type(0, 2, "100000");
      await control.type(0, 1, "12万");
      // A block of Excel's: budget and actual of goods and packaging.
      await control.cell(3, 1).click();
      await control.paste("50000\t45,000\r\n1000\t1200\r\n");
      await app.page.waitForFunction(() => document.querySelectorAll(".grid-cell[data-row='4'] .grid-text").length && document.querySelector(".grid-cell[data-row='4'][data-column='2'] .grid-text").innerText === "1,200");
      assert.deepEqual((await control.line(words.sales)).slice(1, 4), ["120,000", "100,000", "−20,000"]);
      assert.deepEqual((await control.line(words.goods)).slice(1, 6), ["50,000", "45,000", "−5,000", "−10.0%", "45.0%"]);
      // 100,000 − 45,000 − 1,200.
      assert.equal((await control.line(words.profit))[2], "53,800");
      await app.page.getByText(words.missing).waitFor();
      // V-18: 11,200 of 100,000 is above 10 %, 9,800 is not.
      await control.type(11, 2, "11200");
      await app.page.getByRole("alert").filter({ hasText: words.over }).waitFor();
      await app.page.getByRole("alert").getByText(words.rule).waitFor();
      await control.type(11, 2, "9800");
      await app.page.getByText(words.within).waitFor();
      const cap = app.page.getByLabel(words.cap);
      await cap.fill("9");
      await cap.press("Enter");
      await app.page.getByRole("alert").filter({ hasText: words.over }).waitFor();
      await cap.fill("10");
      await cap.press("Enter");
      await app.page.getByText(words.within).waitFor();
      // A wrong text is refused where it stands; undo takes back what was typed before it.
      await control.type(3, 2, "46000");
      await control.cell(3, 2).click();
      await app.page.keyboard.type("abc");
      await app.page.keyboard.press("Enter");
      await app.page.getByText(new RegExp(`${words.goods} · `)).first().waitFor();
      await app.page.keyboard.press("Escape");
      await shell.undoButton().click();
      await app.page.waitForFunction(() => document.querySelector(".grid-cell[data-row='3'][data-column='2'] .grid-text").innerText === "45,000");
      await shell.saved();
      await app.reload();
      await control.grid().waitFor();
      assert.equal((await control.line(words.goods))[2], "45,000");
    }));

  test(`actual amounts come from imported days and the plan: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const control = new ControlPage(app, locale);
      const { words } = control;
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await control.open();
      await control.grid().waitFor();
      // October 2026, the last month that is over.
      assert.equal((await control.line(words.sales))[2], "127,109.56");
      await app.page.getByText(words.list, { exact: true }).waitFor();
      assert.equal(await app.page.locator(".profit-over li").count(), 2);
      // September was above the cap.
      await app.page.getByLabel(words.month, { exact: true }).selectOption({ index: 8 });
      await app.page.getByRole("alert").filter({ hasText: words.over }).waitFor();
      await app.page.getByRole("radio", { name: words.year }).check();
      await app.page.waitForFunction(() => document.querySelectorAll("[role=columnheader]").length === 14);
      // A year's months are pasted at once.
      await control.cell(5, 1).click();
      await control.paste(Array.from({ length: 12 }, (_, idx) => `${(idx + 1) * 10}`).join("\t"));
      await app.page.waitForFunction(() => document.querySelector(".grid-cell[data-row='5'][data-column='12'] .grid-text").innerText === "120");
      assert.equal(await control.cell(5, 13).innerText(), "780");
    }));
}
