// The quadrant of the items: fields, cuts, periods, presale, tasks, table, by role and by keys.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";
import { QuadrantPage } from "../pages/items.mjs";
import { SamplePage } from "../pages/sample.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);

for (const locale of ["zh", "en"]) {
  test(`items are placed, cut, chosen and acted on: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [board, shell] = [new QuadrantPage(app, locale), new Shell(app, locale)];
      const { words } = board;
      await board.open();
      await app.page.getByText(words.empty).waitFor();
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await board.open();
      await board.bubbles().first().waitFor();
      const n_items = await board.bubbles().count();
      assert.ok(n_items > 20, `${n_items}`);
      // A typed cut moves items between fields, and is printed.
      const before = await board.count(words.push);
      const cut = board.region(words.cuts).getByLabel(words.cutX, { exact: true });
      await cut.fill("5");
      await cut.press("Enter");
      await app.page.locator(".chart-note", { hasText: /5（|5 \(/ }).waitFor();
      assert.ok(before < await board.count(words.push));
      await board.region(words.cuts).getByLabel(words.cutBy, { exact: true }).selectOption({ label: words.mean });
      await app.page.locator(".chart-note", { hasText: words.mean }).waitFor();
      // The cut is a slider on the chart as well.
      const slider = app.page.getByRole("slider", { name: words.sliderX });
      const at = Number(await slider.getAttribute("aria-valuenow"));
      await slider.focus();
      await app.page.keyboard.press("ArrowLeft");
      await app.page.waitForFunction((at) => Number(document.querySelector(".chart-cut[data-axis=x]").getAttribute("aria-valuenow")) < at, at);
      // An item by keys: its formula; on presale its orders count.
      await board.bubbles().first().focus();
      await app.page.keyboard.press("Enter");
      const chosen = board.region(words.chosen);
      await chosen.getByText(words.working).waitFor();
      await chosen.getByLabel(words.presale).check();
      await chosen.getByText(words.order).waitFor();
      await shell.undoButton().click();
      await chosen.getByText(words.working).waitFor();
      // The field's action becomes tasks, once.
      const lift = board.field(words.lift);
      await lift.getByRole("button", { name: words.tasks }).click();
      await lift.getByRole("button", { name: words.made }).waitFor();
      // The table filters and sorts.
      const table = board.region(words.table);
      await table.getByLabel(words.filter).selectOption({ label: words.lift });
      const n_lift = await board.count(words.lift);
      await app.page.waitForFunction((n) => document.querySelectorAll("tbody .grid-row").length === n, n_lift);
      await table.getByRole("columnheader", { name: words.rate }).getByRole("button").click();
      await app.page.locator("th[aria-sort=descending], [role=columnheader][aria-sort=descending]").filter({ hasText: words.rate }).waitFor();
    }));

  test(`what is done in a field is the shop's to write, and to put back: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [board, shell] = [new QuadrantPage(app, locale), new Shell(app, locale)];
      const { words } = board;
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await board.open();
      await board.bubbles().first().waitFor();
      const watch = board.field(words.watch);
      await watch.getByText(words.watchAction(14)).waitFor();
      await watch.getByRole("button", { name: words.rewrite }).click();
      const days = watch.getByLabel(words.watchDays);
      await days.fill("21");
      await days.press("Enter");
      await watch.getByText(words.watchAction(21)).waitFor();
      const text = watch.getByLabel(words.rewriteLabel);
      await text.fill("换主图再看");
      await text.blur();
      await watch.getByText(words.own, { exact: true }).waitFor();
      await watch.getByRole("button", { name: words.tasks }).click();
      await watch.getByRole("button", { name: words.made }).waitFor();
      await shell.saved();
      await app.reload();
      await watch.getByText(words.own, { exact: true }).waitFor();
      assert.match(await watch.innerText(), /换主图再看/);
      await watch.getByRole("button", { name: words.usual }).click();
      await watch.getByText(words.watchAction(21)).waitFor();
      await shell.undoButton().click();
      await watch.getByText("换主图再看").first().waitFor();
    }));

  test(`another period, on a phone: ${locale}`, () =>
    withApp({ locale, width: 390, height: 844 }, async (app) => {
      const board = new QuadrantPage(app, locale);
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await board.open();
      await board.bubbles().first().waitFor();
      const period = app.page.getByLabel(board.words.period, { exact: true });
      const note = app.page.locator("section").filter({ has: app.page.locator(".chart-bubbles") }).last();
      const first = await note.innerText();
      await period.selectOption({ index: 4 });
      await app.page.waitForFunction((first) => ![...document.querySelectorAll("section")].some((one) => one.innerText === first), first);
      assert.equal(await app.scrollsSideways(), false);
    }));
}
