// Years of figures fit into the browser's storage together: measured where they are kept.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import path from "node:path";
import { closeBrowser } from "../lib/browser.mjs";
import { adYear, itemYear, shopYears } from "../lib/years.mjs";
import { withApp } from "../pages/app.mjs";
import { BoardPage } from "../pages/boards.mjs";
import { ImportPage } from "../pages/import.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);

/** What Chromium grants an origin: 5 MiB of UTF-16 units, of keys and values together. */
const ROOM = 5_242_880;

/** What the program keeps, in UTF-16 units by kind. */
async function used(app) {
  const all = Object.entries(await app.storage());
  const units = (own) => all.filter(([key]) => own(key)).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  return { facts: units((key) => key.includes("/facts/")), all: units(() => true), n_keys: all.length };
}

test("three years of shop days, a year of 200 items and a year of 30 plans fit together", { timeout: 180_000 }, () =>
  withApp({}, async (app) => {
    const [files, board, shell] = [new ImportPage(app), new BoardPage(app), new Shell(app)];
    app.page.setDefaultTimeout(60_000);
    const shop = shopYears();
    assert.ok(40 <= shop.n_measures, `${shop.n_measures} measures`);
    const all = [shop.path, ...itemYear(), adYear()];
    await files.open();
    await files.choose(...all);
    const rows = [];
    for (const one of all) {
      const row = await files.row(path.basename(one));
      assert.match(row, /可导入/, row);
      rows.push(Number(/(\d{3,}) 行/.exec(row)[1]));
    }
    assert.deepEqual(rows, [1096, 92 * 200, 89 * 200, 92 * 200, 92 * 200, 365 * 30]);
    await files.apply();
    await shell.saved();
    const { facts, all: units, n_keys } = await used(app);
    console.log(`used: ${units} of ${ROOM} UTF-16 units (${((100 * units) / ROOM).toFixed(1)} %), ${facts} of them figures, ${n_keys} keys`);
    assert.ok(units < ROOM, `${units} units`);

    // All of it is there after a reload: October on the board, and not a cell that differs.
    await app.reload();
    await board.open();
    await board.days().filter({ hasText: /10月1日–31日/ }).waitFor();
    const value = (name, shown) => board.tile(name).locator(".board-value").filter({ hasText: shown });
    await value("支付金额", new RegExp(`${(shop.october.fen / 1_000_000).toFixed(2)}\\s*万`)).waitFor();
    await value("访客数", shop.october.visitors.toLocaleString("en")).waitFor();
    await files.open();
    await files.choose(...all);
    for (const one of all) assert.match(await files.row(path.basename(one)), /没有变化/);
  }));
