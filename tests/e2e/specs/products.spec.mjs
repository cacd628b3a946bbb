// Products: typed, pasted, filled, sorted, filtered, taken back; and their matrix: both pairs of
// axes, cuts by typing, keys and pointer, who flips, actions, all of it without a pointer.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";
import { BoardPage, ProductsPage } from "../pages/products.mjs";
import { SamplePage } from "../pages/sample.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);

const NAMES = { zh: ["月光镜面双层首饰盒", "胡桃木复古首饰收纳盒"], en: ["Moonlight mirror box, two tiers", "Walnut jewellery box"] };

for (const locale of ["zh", "en"]) {
  test(`a table is typed, pasted, filled, sorted and taken back: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [products, shell] = [new ProductsPage(app, locale), new Shell(app, locale)];
      const { words } = products;
      await products.open();
      await products.begin();
      // The empty row takes the first product; a new empty row stands behind it.
      await products.type(0, 0, "首饰盒");
      await products.type(0, 4, "128");
      assert.deepEqual((await products.rows())[0].slice(0, 1), ["首饰盒"]);
      await products.lines().nth(1).waitFor();
      assert.equal(await products.lines().count(), 2);
      // A block of Excel's: three rows and a last line break; the table grows by two.
      await products.cell(1, 0).click();
      await products.paste(`手表盒\t994,346,019,171\t${words.campaign}\r\n旅行包\t'991185198336\t\r\n托盘\t\t\r\n`);
      await app.page.waitForFunction(() => document.querySelectorAll(".grid-row[data-kind=new]").length === 1 && document.querySelectorAll("tbody .grid-row").length === 5);
      const rows = await products.rows();
      assert.deepEqual(rows.slice(0, 4).map((row) => row[0]), ["首饰盒", "手表盒", "旅行包", "托盘"]);
      assert.deepEqual([rows[1][1], rows[1][2], rows[2][1]], ["994346019171", words.campaign, "991185198336"]);
      // Filled down by keys: the role of the second row into the two under it.
      await products.cell(1, 2).click();
      await app.page.keyboard.press("Shift+ArrowDown");
      await app.page.keyboard.press("Shift+ArrowDown");
      await app.page.keyboard.press("Control+d");
      await app.page.waitForFunction((role) => [...document.querySelectorAll("tbody .grid-row")].filter((row) => row.innerText.includes(role)).length === 3, words.campaign);
      // A role that does not exist is refused with those that do; nothing changes.
      await products.cell(0, 2).click();
      await app.page.keyboard.type("主推");
      await app.page.keyboard.press("Enter");
      await app.page.getByText(words.refusedRole).waitFor();
      await app.page.keyboard.press("Escape");
      // One step each: the filling, then the paste with its rows.
      await shell.undoButton().click();
      assert.deepEqual((await products.rows()).map((row) => row[2]).slice(1, 4).filter((role) => role === words.campaign).length, 1);
      await shell.undoButton().click();
      await products.lines().nth(1).waitFor();
      assert.equal(await products.lines().count(), 2);
      await shell.redoButton().click();
      await shell.saved();
      await app.reload();
      await products.grid().waitFor();
      assert.deepEqual(await products.names(4), ["首饰盒", "手表盒", "旅行包", "托盘"]);
    }));

  test(`sort, filter and hidden columns leave the stored order alone: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const products = new ProductsPage(app, locale);
      const { words } = products;
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await products.open();
      await products.grid().waitFor();
      const stored = await products.names(24);
      assert.deepEqual(stored.slice(0, 2), NAMES[locale]);
      await app.page.getByTitle(words.price).click();
      const sorted = await products.names(24);
      assert.notDeepEqual(sorted, stored);
      assert.deepEqual([...sorted].sort(), [...stored].sort());
      assert.equal(await products.grid().locator("[aria-sort=ascending]").count(), 1);
      // What is typed into the column that sorts does not run away.
      await products.type(0, 4, "999");
      assert.equal((await products.names(1))[0], sorted[0]);
      await app.page.getByRole("button", { name: words.stored }).click();
      assert.deepEqual(await products.names(24), stored);
      await app.page.getByRole("searchbox", { name: words.search }).fill("994280026318");
      await app.page.waitForFunction(() => document.querySelectorAll("tbody .grid-row").length === 1);
      assert.deepEqual(await products.names(1), NAMES[locale].slice(0, 1));
      await app.page.getByRole("searchbox", { name: words.search }).fill("");
      const before = await products.grid().getByRole("columnheader").count();
      await app.page.getByRole("button", { name: words.columns }).click();
      await app.page.getByRole("menuitemcheckbox", { name: words.stock }).or(app.page.getByRole("menuitem", { name: words.stock })).or(app.page.getByRole("menuitemradio", { name: words.stock })).first().click();
      assert.equal(await products.grid().getByRole("columnheader").count(), before - 1);
    }));

  test(`the matrix places, cuts, flips and acts, by keys: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [board, shell] = [new BoardPage(app, locale), new Shell(app, locale)];
      const { words } = board;
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await board.open();
      await board.region(words.fields).waitFor();
      const cows = async () => board.field(words.cow).locator(".products-count").innerText();
      const first = await cows();
      // A cut is typed; the chart prints it.
      const cut = board.region(words.cuts).getByLabel(words.units, { exact: true });
      await cut.fill("800");
      await cut.press("Enter");
      await app.page.locator(".chart-note", { hasText: "800" }).waitFor();
      assert.notEqual(await cows(), first);
      assert.match(await cows(), /^1 /);
      // It is a slider on the chart as well: by arrows, and by pointer.
      const slider = app.page.getByRole("slider", { name: words.cutX });
      assert.equal(await slider.getAttribute("aria-valuenow"), "800");
      await slider.focus();
      await app.page.keyboard.press("ArrowLeft");
      await app.page.waitForFunction(() => Number(document.querySelector(".chart-cut[data-axis=x]").getAttribute("aria-valuenow")) < 800);
      await slider.scrollIntoViewIfNeeded();
      const box = await slider.boundingBox();
      await app.page.mouse.move(box.x + box.width / 2, box.y + 4);
      await app.page.mouse.down();
      await app.page.mouse.move(box.x - 200, box.y + 4, { steps: 5 });
      await app.page.mouse.up();
      const dragged = Number(await slider.getAttribute("aria-valuenow"));
      assert.ok(dragged < 700, `${dragged}`);
      // Who flips: more of them the further the cut moves.
      const flips = board.region(words.flips);
      const range = flips.getByRole("slider");
      await range.fill("0");
      assert.equal(await flips.getByRole("listitem").count(), 0);
      await range.fill("50");
      assert.ok(1 < await flips.getByRole("listitem").count());
      // A bubble by keys: its figures, its role.
      await board.bubble(NAMES[locale][0]).focus();
      await app.page.keyboard.press("Enter");
      const chosen = board.region(words.chosen);
      await chosen.waitFor();
      await chosen.getByLabel(words.role).selectOption({ label: words.campaign });
      await app.page.keyboard.press("Escape");
      // The same by dragging the bubble to a role; it can be taken back.
      const shelf = app.page.getByRole("list", { name: words.roles });
      const before = await shelf.getByRole("listitem").allInnerTexts();
      const target = shelf.getByRole("listitem").filter({ hasText: words.traffic });
      await app.page.locator(".chart-bubbles").evaluate((stage) => stage.scrollIntoView());
      const [from, to] = [await board.bubble(NAMES[locale][0]).boundingBox(), await target.boundingBox()];
      await app.page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
      await app.page.mouse.down();
      await app.page.mouse.move(to.x + 20, to.y + 8, { steps: 6 });
      await app.page.locator(".chart-ghost", { hasText: NAMES[locale][0] }).waitFor();
      await app.page.locator(".products-shelf [data-over]", { hasText: words.traffic }).waitFor();
      await app.page.mouse.up();
      await app.page.locator(".chart-ghost").waitFor({ state: "detached" });
      assert.equal(await chosen.getByLabel(words.role).evaluate((one) => one.selectedOptions[0].label), words.traffic);
      assert.notDeepEqual(await shelf.getByRole("listitem").allInnerTexts(), before);
      await app.page.keyboard.press("Control+z");
// Changes of one field in a row are one step: it is back where it was before them.
      await app.page.waitForFunction((label) => [...document.querySelectorAll("select")].every((one) => one.selectedOptions[0]?.label !== label), words.traffic);
      await board.bubble(NAMES[locale][0]).focus();
      await app.page.keyboard.press("ArrowLeft");
      assert.notEqual(await app.page.evaluate(() => document.activeElement.getAttribute("aria-label")), NAMES[locale][0]);
      // A field's advice becomes actions, and is taken back.
      const star = board.field(words.star);
      await star.getByRole("button", { name: words.task }).click();
      await app.page.getByText(words.undoTask).first().waitFor();
      await star.getByRole("button", { name: words.allMade }).waitFor();
      // The dependency's limit is the user's.
      const limit = board.region(words.cuts).getByLabel(words.dependency);
      await limit.fill("10");
      await limit.press("Enter");
      await app.page.getByRole("alert").filter({ hasText: words.dependencyWords }).waitFor();
      // The textbook: the formula with its numbers, a proxy that says that it is one.
      await board.axes("textbook");
      await chosen.getByText(words.share).waitFor();
      await app.page.getByLabel(words.xAxis, { exact: true }).selectOption({ index: 1 });
      await app.page.getByText(words.proxy, { exact: true }).waitFor();
      await app.page.getByText(words.table, { exact: true }).click();
      const rows = app.page.locator(".chart-table tbody tr");
      await rows.nth(11).waitFor();
      assert.equal(await rows.count(), 12);
      await shell.saved();
      await app.reload();
      await board.region(words.fields).waitFor();
      await app.page.getByText(words.proxy, { exact: true }).waitFor();
      await board.axes("shop");
      await board.field(words.star).getByRole("button", { name: words.allMade }).waitFor();
    }));
}

test("two thousand products stay fluid: only those in sight are drawn, and a key is painted at once", () =>
  withApp({ clock: "real" }, async (app) => {
    const products = new ProductsPage(app);
    await products.open();
    await products.begin();
    await products.cell(0, 0).click();
    const lines = Array.from({ length: 2000 }, (_, idx) => `商品 ${idx + 1}\t${99_000_000_000 + idx}\t常规\t\t${20 + (idx % 300)}\t${10 + (idx % 90)}`);
    await products.paste(lines.join("\r\n"));
    await app.page.waitForFunction(() => document.querySelector("[role=grid]").getAttribute("aria-rowcount") === "2002");
    assert.ok(await products.lines().count() < 120, "rows out of sight are not drawn");
    await products.cell(5, 4).click();
    await app.page.keyboard.press("Control+ArrowDown");
    await app.page.locator('.grid-cell[data-cursor][data-row="2000"]').waitFor();
    await app.page.keyboard.press("Control+ArrowUp");
    await app.page.locator('.grid-cell[data-cursor][data-row="0"]').waitFor();
  }));
