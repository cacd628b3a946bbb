// The board: its figures are compared, explained and arranged, by role and by keys.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { sourceDays } from "../lib/samples.mjs";
import { withApp } from "../pages/app.mjs";
import { BoardPage } from "../pages/boards.mjs";
import { ImportPage } from "../pages/import.mjs";
import { SamplePage } from "../pages/sample.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);

for (const locale of ["zh", "en"]) {
  test(`figures are compared, explained and arranged: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [board, shell] = [new BoardPage(app, locale), new Shell(app, locale)];
      const { words } = board;
      const { page } = app;
      await board.open();
      await page.getByText(words.empty).waitFor();
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await board.open();
      // The last month with figures, against the whole month before: the dates are printed.
      await board.days().filter({ hasText: words.october }).filter({ hasText: words.september }).waitFor();
      const first = await board.names();
      assert.deepEqual(first.slice(0, 2).map((name) => name.trim()).length, 2);
      await board.tile(words.sales).locator(".delta").filter({ hasText: /[+−]\d+\.\d%/ }).waitFor();
      await board.tile(words.cvr).locator(".delta").filter({ hasText: words.points }).first().waitFor();
      // One day, a step back, and another comparison.
      await board.choosePeriod(words.day);
      await board.days().filter({ hasText: words.day31 }).waitFor();
      await page.getByRole("button", { name: words.earlier, exact: true }).click();
      await board.compareWith(words.year);
      await board.days().filter({ hasText: /10月30日|Oct 30/ }).waitFor();
      await board.compareWith(words.off);
      await board.tile(words.sales).locator("dt").nth(2).waitFor({ state: "detached" });
      await board.choosePeriod(words.month);
      await board.compareWith(words.event);
      await board.days().filter({ hasText: /按|aligned by|没有去年也有|no event|nothing to compare/i }).waitFor();
      // Explained: formula, parts, file; a limit is typed over and given back.
      await board.tile(words.cvr).locator(".board-value").click();
      const dialog = page.getByRole("dialog", { name: words.cvr });
      await dialog.getByText(words.cvrFormula).waitFor();
      await dialog.getByText(/参谋店铺整体日报/).first().waitFor();
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      // Figures are added, moved by keys, taken off; each is one step back.
      await page.getByRole("button", { name: words.add }).click();
      const pick = page.getByRole("dialog", { name: words.pickTitle });
      await pick.getByLabel(words.filter).fill(words.bounce);
      await pick.getByLabel(words.filter).press("Tab");
      await pick.getByRole("checkbox", { name: words.bounce }).check();
      await pick.getByRole("button", { name: words.done }).click();
      await board.tile(words.bounce).waitFor();
      await board.tile(words.bounce).locator(".board-value").click();
      const bounce = page.getByRole("dialog", { name: words.bounce });
      const limit = bounce.getByLabel(words.limit).first();
      assert.equal(await limit.inputValue(), "70.00%");
      await limit.fill("65");
      await limit.press("Tab");
      await page.waitForFunction(() => [...document.querySelectorAll(".board-limits input")].some((one) => one.value === "65.00%"));
      await page.keyboard.press("Escape");
      await bounce.waitFor({ state: "detached" });
      const handle = page.getByRole("button", { name: words.move(words.bounce), exact: true });
      await handle.focus();
      await page.keyboard.press("ArrowLeft");
      const order = async () => (await board.names()).map((name) => name.trim());
      await page.waitForFunction((name) => document.querySelectorAll(".board-tile .drag-handle")[5]?.innerText.trim() === name, words.bounce);
      assert.equal(await handle.evaluate((one) => one === document.activeElement), true, "the focus stays");
      await board.menu(words.bounce, words.unpin);
      await board.tile(words.bounce).waitFor({ state: "detached" });
      await shell.undoButton().click();
      await board.tile(words.bounce).waitFor();
      assert.equal((await order())[5], words.bounce);
      // It is kept.
      await page.waitForTimeout(600);
      await app.reload();
      await board.tile(words.bounce).waitFor();
    }));

  test(`a figure is dragged, and days of one's own are looked at, on a phone too: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const board = new BoardPage(app, locale);
      const { words } = board;
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await board.open();
      const handle = app.page.getByRole("button", { name: words.move(words.aov), exact: true });
      await handle.waitFor();
      const from = await handle.boundingBox();
      const to = await app.page.getByRole("button", { name: words.move(words.sales), exact: true }).boundingBox();
      await app.page.mouse.move(from.x + 10, from.y + 10);
      await app.page.mouse.down();
      await app.page.mouse.move(to.x + 30, to.y + 10, { steps: 8 });
      await app.page.mouse.up();
      await app.page.waitForFunction((name) => document.querySelector(".board-tile .drag-handle").innerText.trim() === name, words.aov);
      await board.choosePeriod(words.custom);
      const start = app.page.getByLabel(words.from, { exact: true });
      await start.fill("2026-10-20");
      await start.press("Tab");
      await board.days().filter({ hasText: /10月20日–31日|Oct 20–31/ }).waitFor();
      await app.page.setViewportSize({ width: 390, height: 844 });
      assert.equal(await app.scrollsSideways(), false);
    }));

  test(`charts are read, looked into closer, noted on, arranged and saved: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [board, shell] = [new BoardPage(app, locale), new Shell(app, locale)];
      const { words } = board;
      const { page } = app;
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await board.open();
      await board.panels().nth(5).waitFor();
      assert.equal(await board.rangeDays(), 84);
      // Read by keys, then a part is marked by Shift and looked at closer.
      const line = board.panels().nth(0).getByRole("img");
      await line.focus();
      await page.keyboard.press("Home");
      await board.panels().nth(0).locator("[aria-live]").filter({ hasText: /%/ }).waitFor({ state: "attached" });
      for (let n = 0; n < 9; n += 1) await page.keyboard.press("Shift+ArrowRight");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: words.whole }).waitFor();
      assert.equal(await board.rangeDays(), 10);
      await page.getByRole("button", { name: words.whole }).click();
      assert.equal(await board.rangeDays(), 84);
      // The same by the pointer, on another chart.
      const combo = board.panels().nth(2).getByRole("img");
      await combo.scrollIntoViewIfNeeded();
      const box = await combo.boundingBox();
      await page.mouse.move(box.x + box.width * 0.3, box.y + 120);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.6, box.y + 120, { steps: 6 });
      await page.mouse.up();
      await page.getByRole("button", { name: words.whole }).waitFor();
      const n_days = await board.rangeDays();
      assert.ok(15 < n_days && n_days < 45, `${n_days}`);
      // The window's edge goes by keys.
      const edge = page.getByRole("slider", { name: words.first, exact: true });
      await edge.focus();
      await page.keyboard.press("PageDown");
      assert.equal(await board.rangeDays(), n_days + 28);
      // The table has a row a step of the funnel; a picture is saved.
      const funnel = board.panels().nth(1);
      await funnel.getByText(words.table).click();
      // Impressions and clicks of ads, then from visitors to buyers.
      await funnel.locator("tbody tr").nth(6).waitFor();
      assert.equal(await funnel.locator("tbody tr").count(), 7);
      await funnel.locator("tbody th").first().filter({ hasText: words.impressions }).waitFor();
      const saving = page.waitForEvent("download");
      await funnel.getByRole("button", { name: /SVG/ }).click();
      assert.match((await saving).suggestedFilename(), /\.svg$/);
      // Gaps: every day of the sample is there, or is said not to be.
      await page.getByText(words.gapsNote).first().waitFor();
      // A note is made, shown and taken back.
      await page.getByLabel(words.noteText, { exact: true }).fill("618");
      await page.getByLabel(words.noteText, { exact: true }).press("Tab");
      await page.getByRole("button", { name: words.addNote }).click();
      const note = page.getByRole("button", { name: words.removeNote }).and(page.getByRole("button", { name: /618$/ }));
      await note.waitFor();
      await shell.undoButton().click();
      await note.waitFor({ state: "detached" });
      // A chart is added, shows another figure, and is taken off.
      await page.getByRole("button", { name: words.addChart }).click();
      await page.getByRole("menuitem", { name: words.bars, exact: true }).click();
      await board.panels().nth(8).waitFor();
      const added = board.panels().nth(8);
      await added.getByRole("combobox").selectOption({ label: words.net });
      await added.locator(".chart-sign").filter({ hasText: words.net }).waitFor();
      await added.getByRole("button", { name: words.panelMenu }).click();
      await page.getByRole("menuitem", { name: words.remove }).click();
      await board.panels().nth(8).waitFor({ state: "detached" });
      // A chart goes one place back by keys.
      const heads = () => page.locator(".board-panel-head > .drag-handle").allInnerTexts();
      const before = await heads();
      await page.locator(".board-panel-head > .drag-handle").first().focus();
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction((first) => document.querySelector(".board-panel-head > .drag-handle").innerText !== first, before[0]);
      assert.deepEqual((await heads()).slice(0, 2), [before[1], before[0]]);
    }));
  test(`a figure is told apart, and taken apart: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [board, shell] = [new BoardPage(app, locale), new Shell(app, locale)];
      const { words } = board;
      const { page } = app;
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      const files = new ImportPage(app, locale);
      await files.open();
      await files.choose(...sourceDays());
      await files.apply();
      await board.open();
      // Small charts by product, then by source; one day is read in all of them.
      const many = board.panel(words.multiples);
      await many.locator(".chart-note").filter({ hasText: /9/ }).waitFor();
      await many.getByText(words.table).click();
      await many.locator("tbody tr").nth(83).waitFor();
      assert.equal(await many.locator("thead th").count(), 10);
      const [figure, by] = [many.getByRole("combobox").nth(0), many.getByRole("combobox").nth(1)];
      await by.selectOption({ label: words.source });
      await many.locator("thead th", { hasText: "手淘搜索" }).first().waitFor();
      await figure.selectOption({ label: words.visitors });
      await many.getByRole("img").focus();
      await page.keyboard.press("End");
      await many.locator("[aria-live]").filter({ hasText: "手淘搜索" }).waitFor({ state: "attached" });
      await shell.undoButton().click();
      await shell.undoButton().click();
      await many.locator("thead th", { hasText: "手淘搜索" }).first().waitFor({ state: "detached" });
      // What is left of the sales; one more figure is taken from them, and given back.
      const fall = board.panel(words.waterfall);
      await fall.locator(".chart-note").filter({ hasText: "¥107,434.38" }).waitFor();
      await fall.getByRole("button", { name: words.panelMenu }).click();
      await page.getByRole("menuitem", { name: words.oneMore }).click();
      await fall.getByRole("combobox").nth(3).selectOption({ label: words.commission });
      await fall.getByText(words.table).click();
      await fall.locator("tbody tr").nth(4).waitFor();
      await fall.getByRole("button", { name: words.panelMenu }).click();
      await page.getByRole("menuitem", { name: words.oneLess }).click();
      await fall.locator("tbody tr").nth(4).waitFor({ state: "detached" });
      await fall.locator("tbody tr").last().getByText("84.5%").waitFor();
      // The dots as a table.
      const dots = board.panel(words.scatter);
      await dots.getByText(words.table).click();
      await dots.locator("tbody tr").nth(83).waitFor();
    }));
}
