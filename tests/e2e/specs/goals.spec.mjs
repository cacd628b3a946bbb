// The goals page beyond the main job: conflicts, pastes, pieces, splits, events.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { expected, samplesDir, shopDaysXls } from "../lib/samples.mjs";
import { withApp } from "../pages/app.mjs";
import { GoalsPage, number } from "../pages/goals.mjs";
import { ImportPage } from "../pages/import.mjs";
import { Shell } from "../pages/shell.mjs";

before(samplesDir);
after(closeBrowser);

const english = (journey) => () => withApp({ locale: "en" }, journey);

async function withTarget(app) {
  const goals = new GoalsPage(app, "en");
  await goals.open();
  await goals.setTarget("1.65M");
  return goals;
}

const CONFLICT = {
  zh: { target: "165万", nov: "11月", said: "这个数放不进去", parts: ["¥5,000", "¥1,000", "¥4,000", "还没有改动任何数"] },
  en: { target: "1.65M", nov: "Nov", said: "This number does not fit", parts: ["¥5,000", "¥1,000", "over by", "¥4,000", "Nothing was changed"] },
};

for (const locale of ["zh", "en"]) {
  test(`a week that cannot hold with its month is refused, with the amounts: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [goals, words] = [new GoalsPage(app, locale), CONFLICT[locale]];
      await goals.open();
      await goals.setTarget(words.target);
      await goals.look("year");
      await goals.type("months", words.nov, "1000");
      await goals.look("week");
      const before = await goals.rows("weeks");
      // 2–8 November lies in November whole.
      const [name] = before[44];
      await goals.type("weeks", name, "5000");
      await app.page.getByText(words.said).first().waitFor();
      const message = await app.text();
      for (const part of words.parts) assert.ok(message.includes(part), part);
      await app.page.keyboard.press("Escape");
      assert.deepEqual(await goals.rows("weeks"), before);
      // What does fit is taken, and undone in one step.
      await goals.type("weeks", name, "600");
      await goals.grid("weeks").locator("[data-locked]", { hasText: "600" }).waitFor();
      await new Shell(app, locale).undoButton().click();
      await goals.grid("weeks").locator("[data-locked]").first().waitFor({ state: "detached" });
      assert.deepEqual(await goals.rows("weeks"), before);
    }));
}

test("two months pasted from a spreadsheet are one step", english(async (app) => {
  const goals = await withTarget(app);
  await goals.look("year");
  const before = await goals.rows("months");
  const row = goals.grid("months").getByRole("row").filter({ has: app.page.getByRole("rowheader", { name: "Jan" }) });
  await row.getByRole("gridcell").first().click();
  await app.page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "100,000\r\n２００,０００\r\n");
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  });
  await goals.grid("months").locator("[data-locked]").nth(1).waitFor();
  const after = await goals.rows("months");
  assert.deepEqual([number(after[0][1]), number(after[1][1])], [100_000, 200_000]);
  assert.equal(number(after.at(-1)[1]), 1_650_000);
  await new Shell(app, "en").undoButton().click();
  await goals.grid("months").locator("[data-locked]").first().waitFor({ state: "detached" });
  assert.deepEqual(await goals.rows("months"), before);
}));

test("a goal in pieces is held against the pieces that were sold", english(async (app) => {
  const [files, goals] = [new ImportPage(app, "en"), new GoalsPage(app, "en")];
  await files.open();
  await files.choose(shopDaysXls());
  await files.row(".xls");
  await files.apply();
  await goals.open();
  await app.page.getByRole("radio", { name: "Units sold" }).check();
  await app.page.getByRole("radio", { name: "Type it", exact: true }).check();
  await app.page.getByLabel("Target of the year (units)").fill("20,000");
  await app.page.getByRole("button", { name: "Break it down" }).click();
  await goals.look("year");
  const rows = (await goals.rows("months")).filter(([name]) => /^[A-Z][a-z]{2}$/.test(name));
  const sold = rows.map((cells) => number(cells[2])).filter((value) => value !== null);
  const base = expected().files.find(({ path }) => shopDaysXls().endsWith(path));
  const months = Object.entries(base.totals["支付件数"].by_month);
  assert.deepEqual(sold, months.filter(([month]) => month.startsWith("2026-")).map(([, n]) => n));
}));

test("a locked part beyond its month is refused; every day of the parts adds up", english(async (app) => {
  const goals = await withTarget(app);
  await app.page.getByRole("button", { name: "Add a split" }).click();
  await app.page.getByRole("menuitem", { name: "Owner" }).click();
  const grid = app.page.getByRole("grid", { name: "Owner" });
  const row = grid.getByRole("row").filter({ has: app.page.getByRole("rowheader", { name: "Owner 1" }) });
  await row.getByRole("gridcell").first().click();
  await app.page.keyboard.type("900000");
  await app.page.keyboard.press("Enter");
  await app.page.getByText("The locked cells of the split do not fit").first().waitFor();
  await app.page.keyboard.press("Escape");
  await app.page.getByRole("radio", { name: "Days of the month" }).check();
  const cells = (name) =>
    grid.getByRole("row").filter({ has: app.page.getByRole("rowheader", { name }) })
      .locator(".grid-text").allTextContents();
  await grid.getByRole("columnheader", { name: "28", exact: true }).waitFor();
  const [one, two, total] = [await cells("Owner 1"), await cells("Owner 2"), await cells("Total")];
  const fen = (text) => Math.round(number(text) * 100);
  for (let idx = 1; idx < total.length; idx += 1) {
    assert.equal(fen(one[idx]) + fen(two[idx]), fen(total[idx]), `column ${idx}`);
  }
  await goals.look("month");
  const days = await goals.rows("days");
  // The day table shows whole yuan.
  assert.equal(Math.round(number(total.at(-1))), Math.round(number(days.at(-1)[1])));
}));

test("an own event is added, weighs on its day, and is removed and brought back", english(async (app) => {
  const goals = await withTarget(app);
  await goals.look("month");
  const before = await goals.rows("days");
  await app.page.getByRole("link", { name: "Events", exact: true }).first().click();
  await app.page.getByRole("button", { name: "Add an event" }).click();
  const own = app.page.getByRole("listitem").filter({ has: app.page.getByLabel("Name", { exact: true }) });
  await own.getByLabel("Uplift").fill("500%");
  await own.getByLabel("Uplift").press("Enter");
  await own.getByText(/target ¥/).waitFor();
  await goals.open();
  const raised = await goals.rows("days");
  // The event is on today, 1 November, which an event of 170% had before.
  assert.ok(number(raised[0][1]) > 2 * number(before[0][1]));
  await app.goto("#/events");
  await own.getByRole("button", { name: /^Remove/ }).click();
  await app.page.getByText("None yet").waitFor();
  await app.page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await own.waitFor();
}));
