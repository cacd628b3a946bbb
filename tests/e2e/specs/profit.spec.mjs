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

/** One product of a price and nothing but goods. */
async function typeProduct(app, locale, price, goods) {
  const products = new ProductsPage(app, locale);
  await products.open();
  await products.begin();
  await products.type(0, 0, "发饰盒");
  await products.type(0, 4, price);
  await products.type(0, 5, goods);
  await new Shell(app, locale).saved();
}

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
      // The cap is taken back where it is looked at.
      await shell.undoButton().click();
      await app.page.getByRole("alert").filter({ hasText: words.over }).waitFor();
      assert.match(app.page.url(), /#\/profit-control$/);
      await shell.redoButton().click();
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
      await app.page.waitForFunction(() => document.querySelector("[role=grid]").querySelectorAll("[role=columnheader]").length === 14);
      // A year's months are pasted at once.
      await control.cell(5, 1).click();
      await control.paste(Array.from({ length: 12 }, (_, idx) => `${(idx + 1) * 10}`).join("\t"));
      await app.page.waitForFunction(() => document.querySelector(".grid-cell[data-row='5'][data-column='12'] .grid-text").innerText === "120");
      assert.equal(await control.cell(5, 13).innerText(), "780");
    }));
}

for (const locale of ["zh", "en"]) {
  test(`the table's amounts by campaign and by product add up to it: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const control = new ControlPage(app, locale);
      const { words } = control;
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await control.open();
      const grid = app.page.getByRole("grid", { name: words.parts });
      await grid.waitFor();
      const rows = () => grid.getByRole("row").filter({ has: app.page.getByRole("rowheader") }).evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll(".grid-text")].map((cell) => cell.textContent.trim())),
      );
      const yuan = (text) => (text === "–" ? 0 : Number(text.replace(/,/g, "").replace("−", "-")));
      const adds_up = (all) => {
        const total = all.at(-1);
        assert.equal(total[0], words.partsTotal);
        // Net sales, goods, other costs, advertising, profit: each is rounded to the yuan.
        for (const column of [2, 3, 4, 5, 7]) {
          const sum = all.slice(0, -1).reduce((sum, row) => sum + yuan(row[column]), 0);
          assert.ok(Math.abs(sum - yuan(total[column])) <= all.length, `${column}: ${sum}, ${total[column]}`);
        }
      };
      const campaigns = await rows();
      assert.ok(4 < campaigns.length, `${campaigns.length}`);
      adds_up(campaigns);
      // Unallocated costs stay a line of their own, which sells nothing and is taken off the profit.
      const unallocated = campaigns.at(-2);
      assert.equal(unallocated[0], words.unallocated);
      assert.equal(unallocated[2], "–");
      assert.ok(yuan(unallocated[7]) < 0, unallocated.join(" | "));
      await app.page.getByRole("radio", { name: words.byProduct, exact: true }).check();
      await app.page.waitForFunction((n) => document.querySelectorAll("[role=grid]").length === 2 && document.querySelectorAll("[role=grid]")[1].querySelectorAll("tbody .grid-row").length !== n, campaigns.length);
      const products = await rows();
      assert.ok(20 < products.length, `${products.length}`);
      adds_up(products);
      // The month's net sales and profit are those of the table above.
      assert.equal(yuan(products.at(-1)[7]), Math.round(yuan((await control.line(words.profit))[2])));
    }));

  test(`what if, tornado and waterfall answer to a slider, a number and keys: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const profit = new ProfitPage(app, locale);
      const { words } = profit;
      await typeExample(app, locale);
      await profit.open();
      const whatIf = profit.region(words.whatIf);
      await whatIf.waitFor();
      await profit.type(words.whatIf, words.volume, "600");
      // 600 × 39.80.
      await profit.shows(words.whatIf, "¥23,880.00");
      const slider = whatIf.getByRole("slider", { name: words.lever, exact: true });
      await slider.focus();
      for (let n = 0; n < 10; n += 1) await app.page.keyboard.press("ArrowRight");
      // 10 % dearer: 50.68 a piece; 472 pieces earn the same.
      await profit.shows(words.whatIf, "¥50.68");
      await whatIf.getByText(words.same).filter({ hasText: "472" }).waitFor();
      const number = whatIf.getByLabel(words.by, { exact: true });
      assert.equal(await number.inputValue(), "10.00");
      await number.fill("-20");
      await number.press("Enter");
      assert.equal(await slider.inputValue(), "-20");
      await whatIf.getByRole("button", { name: words.reset }).click();
      await profit.shows(words.whatIf, "¥0.00");
      // The price moves the profit most; the picture is read by keys, and stands as a table.
      const tornado = profit.region(words.tornado);
      const chart = tornado.getByRole("img");
      assert.match(await chart.getAttribute("aria-label"), new RegExp(words.lever));
      await chart.focus();
      await app.page.keyboard.press("ArrowDown");
      await tornado.locator("[aria-live]").filter({ hasText: words.lever }).waitFor({ state: "attached" });
      await tornado.getByText(words.table, { exact: true }).click();
      const rows = tornado.locator(".chart-table tbody tr");
      await rows.nth(6).waitFor();
      assert.match(await rows.first().innerText(), /¥17,352\.00.*¥30,408\.00.*¥13,056\.00/s);
      // The waterfall ends at the profit.
      const waterfall = profit.region(words.waterfall);
      await waterfall.getByText(words.table, { exact: true }).click();
      const falls = waterfall.locator(".chart-table tbody tr");
      await falls.first().waitFor();
      assert.match(await falls.first().innerText(), /¥76,800\.00/);
      assert.match(await falls.last().innerText(), new RegExp(`${words.net}.*¥23,880\\.00`, "s"));
      const download = app.page.waitForEvent("download");
      await waterfall.getByRole("button", { name: /SVG/ }).click();
      assert.match((await download).suggestedFilename(), /\.svg$/);
    }));

  test(`a set of two for ninety (V-01), and whether the pull pays: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [profit, shell] = [new ProfitPage(app, locale), new Shell(app, locale)];
      const { words } = profit;
      await typeProduct(app, locale, "50", "20");
      await profit.open();
      await profit.region(words.bundles).getByRole("button", { name: words.addBundle }).click();
      await profit.type(words.bundles, words.bundlePrice, "90");
      const bundles = profit.region(words.bundles);
      await bundles.getByText(words.cheaper).waitFor();
      await bundles.getByText(words.accept, { exact: true }).waitFor();
      // A coupon of all products comes off it too, if it is to: 90 − 20, of which the shop bears all.
      await bundles.getByLabel(words.takesSteps).check();
      await bundles.getByText(words.noSteps).waitFor();
      await profit.region(words.stack).getByRole("button", { name: words.add }).click();
      await app.page.getByRole("menuitem", { name: words.coupon }).click();
      await profit.type(words.stack, words.from, "80");
      await profit.type(words.stack, words.amount, "20");
      await bundles.getByText(words.stacked).waitFor();
      await bundles.getByLabel(words.takesSteps).uncheck();
      await bundles.getByText(words.cheaper).waitFor();
      await profit.region(words.stack).getByRole("button", { name: words.removeStep }).click();
      await profit.type(words.bundles, words.bundlePrice, "39");
      await bundles.getByText(words.loss, { exact: true }).waitFor();
      // 100 pieces earn 3,000; 50 buyers, a tenth of them 10 each; 4,000 of advertising.
      await profit.type(words.whatIf, words.volume, "100");
      await profit.type(words.pull, words.buyers, "50");
      await profit.type(words.pull, words.attach, "10");
      await profit.type(words.pull, words.attached, "10");
      const pull = profit.region(words.pull);
      await pull.getByText("¥3,050.00").waitFor();
      await pull.getByText(words.keep).waitFor();
      await profit.type(words.pull, words.ads, "4000");
      await pull.getByText("−¥950.00").waitFor();
      await pull.getByText(words.cut).waitFor();
      await shell.saved();
      await app.reload();
      await pull.getByText("−¥950.00").waitFor();
      await bundles.getByText(words.loss, { exact: true }).waitFor();
    }));
}

for (const locale of ["zh", "en"]) {
  test(`a recommendation that falls is to be replaced; four determinants add up: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [profit, shell] = [new ProfitPage(app, locale), new Shell(app, locale)];
      const { words } = profit;
      const products = new ProductsPage(app, locale);
      await products.open();
      await products.begin();
      await products.type(0, 0, "首饰盒");
      await products.type(1, 0, "托盘");
      await shell.saved();
      await profit.open();
      const cross = profit.region(words.cross);
      const look = async (n, day, units, conversion) => {
        await cross.getByRole("button", { name: words.addLook }).click();
        const row = cross.locator(".profit-look").nth(n);
        await row.locator("input[type=date]").fill(day);
        for (const [label, text] of [[words.units, units], [words.crossConversion, conversion]]) {
          const field = row.getByLabel(label, { exact: true });
          await field.fill(text);
          await field.press("Enter");
        }
      };
      await look(0, "2026-10-01", "50", "3");
      await look(1, "2026-10-15", "40", "3.1");
      await cross.getByText(words.changed).waitFor();
      await cross.getByText(words.worse).waitFor();
      await profit.type(words.four, words.effect, "1.8");
      await profit.type(words.four, words.effect2, "1.2");
      await profit.region(words.four).getByText(words.expected).waitFor();
      await shell.saved();
      await app.reload();
      await cross.getByText(words.worse).waitFor();
      await profit.region(words.four).getByText(words.expected).waitFor();
    }));
}
