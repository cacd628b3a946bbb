// The board: its figures are compared, explained and arranged, by role and by keys.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";
import { BoardPage } from "../pages/boards.mjs";
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
}
