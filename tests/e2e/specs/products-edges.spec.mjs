// Products at the edges: columns that stay in sight, what is said before a product goes that others
// use, the board by finger.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";
import { BoardPage, ProductsPage } from "../pages/products.mjs";
import { SamplePage } from "../pages/sample.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);

const WORDS = {
  zh: { freeze: "冻结", upTo: (name) => `冻结到：${name}`, role: "角色", box: "月光镜面双层首饰盒", set: "月光盒两件装", kind: "套餐", loses: /套餐会去掉这款/, remove: "删除", undo: "撤销" },
  en: { freeze: "Freeze", upTo: (name) => `Freeze up to: ${name}`, role: "Role", box: "Moonlight mirror box, two tiers", set: "Two moonlight boxes", kind: "Set", loses: /Sets lose the product/, remove: "Delete", undo: "Undo" },
};

/** The left edges of the first columns in a row, in the table's window. */
async function lefts(products, n) {
  return products.cell(1, 0).evaluate((cell, n) => {
    const [row, scroll] = [cell.parentElement, cell.closest(".grid-scroll")];
    const left = scroll.getBoundingClientRect().left;
    return [...row.children].slice(0, n).map((one) => Math.round(one.getBoundingClientRect().left - left));
  }, n);
}

for (const locale of ["zh", "en"]) {
  test(`columns stay in sight up to the one that is chosen, also after a reload: ${locale}`, () =>
    withApp({ locale, width: 1000 }, async (app) => {
      const products = new ProductsPage(app, locale);
      const words = WORDS[locale];
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await products.open();
      await products.grid().waitFor();
      const scroll = async () => products.grid().evaluate((grid) => { grid.closest(".grid-scroll").scrollLeft = 400; });
      const at_rest = await lefts(products, 4);
      await scroll();
      const usual = await lefts(products, 4);
      assert.equal(usual[0], at_rest[0]);
      assert.ok(usual[1] < at_rest[1], `${usual}`);
      await app.page.getByLabel(words.freeze, { exact: true }).selectOption({ label: words.upTo(words.role) });
      await scroll();
      const held = await lefts(products, 4);
      assert.deepEqual(held.slice(0, 3), at_rest.slice(0, 3));
      assert.ok(held[3] < at_rest[3], `${held}`);
      // What the cursor goes to does not lie behind them.
      await products.cell(1, 2).click();
      await app.page.keyboard.press("ArrowRight");
      await app.page.locator('.grid-cell[data-cursor][data-column="3"]').waitFor();
      const [cursor] = (await lefts(products, 4)).slice(3);
      assert.ok(at_rest[2] < cursor, `${cursor}`);
      await app.reload();
      await products.grid().waitFor();
      await scroll();
      assert.deepEqual((await lefts(products, 4)).slice(0, 3), at_rest.slice(0, 3));
      assert.equal(await app.scrollsSideways(), false);
    }));

  test(`a product that others use is not removed unasked, and comes back whole: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [products, shell] = [new ProductsPage(app, locale), new Shell(app, locale)];
      const words = WORDS[locale];
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await products.open();
      await products.grid().waitFor();
      const before = await products.names(24);
      const at = before.indexOf(words.box);
      await products.cell(at, 0).click();
      await app.page.getByRole("button", { name: products.words.remove }).click();
      const dialog = app.page.getByRole("dialog");
      const users = dialog.locator(".linked li");
      await users.filter({ hasText: words.set }).filter({ hasText: words.kind }).waitFor();
      assert.ok(3 <= await users.count(), `${await users.count()}`);
      await dialog.getByText(words.loses).waitFor();
      // Escape is the way back.
      await app.page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      assert.deepEqual(await products.names(24), before);
      await products.cell(at, 0).click();
      await app.page.getByRole("button", { name: products.words.remove }).click();
      await dialog.getByRole("button", { name: words.remove, exact: true }).click();
      await app.page.waitForFunction((name) => ![...document.querySelectorAll("tbody .grid-text")].some((one) => one.textContent === name), words.box);
      await app.goto("#/profit");
      await app.page.locator(".profit-bundle").first().waitFor();
      assert.equal(await app.page.locator(".profit-bundle").first().locator(".profit-item").count(), 0);
      await shell.undoButton().click();
      await app.goto("#/profit");
      await app.page.locator(".profit-bundle").first().locator(".profit-item").first().waitFor();
      await products.open();
      await products.grid().waitFor();
      assert.deepEqual(await products.names(24), before);
    }));
}

test("a bubble is dragged to a role by finger", () =>
  withApp({ width: 600, height: 900 }, async (app) => {
    const board = new BoardPage(app);
    await app.goto("#/");
    await new SamplePage(app).open();
    await board.open();
    const bubble = board.bubble(WORDS.zh.box);
    await bubble.waitFor();
    const shelf = app.page.getByRole("list", { name: board.words.roles });
    const target = shelf.getByRole("listitem").filter({ hasText: board.words.campaign });
    await app.page.locator(".chart-bubbles").evaluate((stage) => stage.scrollIntoView());
    const before = await shelf.getByRole("listitem").allInnerTexts();
    const [from, to] = [await bubble.boundingBox(), await target.boundingBox()];
    const touch = await app.page.context().newCDPSession(app.page);
    const send = (type, points) => touch.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    const start = { x: from.x + from.width / 2, y: from.y + from.height / 2 };
    const end = { x: to.x + 20, y: to.y + 8 };
    await send("touchStart", [start]);
    for (const part of [0.1, 0.3, 0.5, 0.7, 0.9, 1]) {
      await send("touchMove", [{ x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part }]);
    }
    await app.page.locator(".products-shelf [data-over]", { hasText: board.words.campaign }).waitFor();
    await send("touchEnd", []);
    await app.page.locator(".chart-ghost").waitFor({ state: "detached" });
    assert.notDeepEqual(await shelf.getByRole("listitem").allInnerTexts(), before);
  }));
