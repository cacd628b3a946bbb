import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import { closeBrowser } from "../lib/browser.mjs";
import { expected, restatedXlsx, shopDaysXls, samplesDir } from "../lib/samples.mjs";
import { withApp } from "../pages/app.mjs";
import { GoalsPage, number } from "../pages/goals.mjs";
import { ImportPage } from "../pages/import.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);
before(samplesDir);

/** Sales of the months of 2026 in whole yuan, by the program that wrote the files. */
function sales(totals) {
  const months = Object.entries(totals["支付金额"].by_month);
  return months.filter(([month]) => month.startsWith("2026-")).map(([, fen]) => fen / 100);
}

/** The twelve months of the table, without quarters and total. */
const months = (rows) => rows.filter(([name]) => /^\d+ ?月|^[A-Z][a-z]{2}/.test(name));

test(
  "a year's target is broken down, held against imported sales, and outlives the browser's storage",
  () =>
    withApp({}, async (app) => {
      const truth = expected();
      const base = truth.files.find(({ path }) => shopDaysXls().endsWith(path));
      const [shell, files, goals] = [new Shell(app), new ImportPage(app), new GoalsPage(app)];

      await files.open();
      await files.choose(shopDaysXls());
      await files.row(".xls");
      await files.apply();

      await goals.open();
      await goals.setTarget("165万");
      await goals.look("year");
      const first = months(await goals.rows("months"));
      assert.equal(first.length, 12);
      const actual = (rows) => rows.map((cells) => number(cells[2])).filter((value) => value !== null);
      assert.deepEqual(actual(first), sales(base.totals));
      const sum = (await goals.rows("months")).at(-1);
      assert.equal(number(sum[1]), 1_650_000);

      await files.open();
      await files.choose(restatedXlsx());
      assert.match(await files.row(".xlsx"), /38 处改写/);
      await files.apply();
      await goals.open();
      await goals.look("year");
      const restated = await goals.rows("months");
      assert.deepEqual(actual(months(restated)), sales(truth.shop_days_after_all_imports.totals));

      await shell.saved();
      await app.reload();
      await goals.look("year");
      assert.deepEqual(await goals.rows("months"), restated);

      const file = await app.exported();
      const workbook = JSON.parse(fs.readFileSync(file, "utf8"));
      assert.equal(workbook.format, "zhanggui.workbook");
      await app.wipeStorage();
      await app.page.goto("about:blank");
      await goals.open();
      assert.equal(await goals.grid("months").count(), 0);
      await app.dropFile(file);
      await goals.open();
      await goals.look("year");
      assert.deepEqual(await goals.rows("months"), restated);
    }),
);

test("everything can be undone, back to the empty workbook", () =>
  withApp({}, async (app) => {
    const [shell, files, goals] = [new Shell(app), new ImportPage(app), new GoalsPage(app)];
    await files.open();
    await files.choose(shopDaysXls());
    await files.row(".xls");
    await files.apply();
    await goals.open();
    await goals.setTarget("165万");
    let n_steps = 0;
    while (await shell.undoButton().isEnabled()) {
      await shell.undoButton().click();
      n_steps += 1;
    }
    assert.equal(n_steps, 2);
    assert.equal(await goals.grid("days").count(), 0);
    while (await shell.redoButton().isEnabled()) await shell.redoButton().click();
    await goals.look("year");
    assert.equal(number((await goals.rows("months")).at(-1)[1]), 1_650_000);
  }));

test("a day that is typed over is locked, and the year still adds up", () =>
  withApp({ locale: "en" }, async (app) => {
    const goals = new GoalsPage(app, "en");
    await goals.open();
    await goals.setTarget("1.65M");
    await goals.look("month");
    const before = await goals.rows("days");
    const [day] = before[10];
    await goals.type("days", day, "10000");
    await app.page.locator('[data-locked] .grid-text', { hasText: "10,000" }).first().waitFor();
    await goals.look("year");
    assert.equal(number((await goals.rows("months")).at(-1)[1]), 1_650_000);
  }));
