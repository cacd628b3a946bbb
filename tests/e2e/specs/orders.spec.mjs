// Orders and their lines: what they say, that nothing of a person is kept, and files so long that
// one wants to see how far they are, or to stop.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { closeBrowser } from "../lib/browser.mjs";
import { writeOrderLines } from "../lib/order-lines.mjs";
import { expected, orderFiles, samplesDir } from "../lib/samples.mjs";
import { withApp } from "../pages/app.mjs";
import { ImportPage } from "../pages/import.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);
before(samplesDir);

const WORDS = {
  zh: { first: /新增 3064 行明细/, orders: /新增 2758 笔订单/, same: /没有变化/, paid: /420,449\.12/, stop: "停止读取", empty: "把文件拖到这里", applied: /订单明细 \d+ 行/, at: /已读 [\d.]+ \/ [\d.]+ MB，[\d,]+ 行/, label: "读到哪里了" },
  en: { first: /3064 new order lines/, orders: /2758 new orders/, same: /No change/, paid: /420,449\.12/, stop: "Stop reading", empty: "Drop files here", applied: /\d+ order lines/, at: /[\d.]+ of [\d.]+ MB, [\d,]+ rows/, label: "How far the file is read" },
};

for (const locale of ["zh", "en"]) {
  test(`lines of orders come in beside their orders, and nothing personal is stored: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [files, words] = [new ImportPage(app, locale), WORDS[locale]];
      const { lists, details } = orderFiles();
      await files.open();
      await files.choose(details[0], lists[0]);
      assert.match(await files.row(path.basename(details[0])), words.first);
      assert.match(await files.row(path.basename(lists[0])), words.orders);
      assert.match(await app.page.locator("main").innerText(), words.paid);
      assert.equal(await app.scrollsSideways(), false);
      await files.apply();
      assert.match(await files.outcome(), words.applied);
      await app.page.waitForFunction(() =>
        Object.values(localStorage).some((text) => text.includes("order_lines")));
      const stored = JSON.stringify(await app.storage());
      const { strings, quick_scan: quick } = expected().pii;
      for (const string of [...quick, ...Object.values(strings).flatMap((all) => all.slice(0, 200))]) {
        assert.ok(!stored.includes(string), string);
      }
      await files.choose(details[0]);
      assert.match(await files.row(path.basename(details[0])), words.same);
    }));

  test(`a long file shows how far it is, and stops when it is asked to: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const words = WORDS[locale];
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), "zhanggui-"));
      const long = path.join(folder, "long.csv");
      // Long enough that it is still being read when the button is found.
      writeOrderLines(long, 1_500_000);
      try {
        const files = new ImportPage(app, locale);
        await files.open();
        const storage = await app.storage();
        await files.choose(long);
        const bar = app.page.getByRole("progressbar", { name: words.label });
        await bar.waitFor();
        await app.page.getByText(words.at).waitFor();
        // The page answers while the worker reads.
        assert.equal(await app.page.evaluate(() => new Promise((done) => setTimeout(() => done(7)))), 7);
        await app.page.getByRole("button", { name: words.stop }).click();
        await app.page.getByText(words.empty).waitFor();
        assert.deepEqual(await app.storage(), storage);
        assert.equal(await new Shell(app, locale).undoButton().isEnabled(), false);
      } finally {
        fs.rmSync(folder, { recursive: true });
      }
    }));
}

test("more lines than are kept one by one become sums by item and day", () =>
  withApp({ width: 390, height: 844 }, async (app) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "zhanggui-"));
    const long = path.join(folder, "year.csv");
    const sums = writeOrderLines(long, 60_000, { quoted: true });
    try {
      const files = new ImportPage(app);
      await files.open();
      await files.choose(long);
      const row = await files.row("year.csv");
      assert.match(row, /新增 60000 行明细/);
      assert.match(row, /按商品与日期合计保存/);
      const yuan = (fen) => (fen / 100).toLocaleString("en-US", { minimumFractionDigits: 2 });
      assert.ok((await app.page.locator("main").innerText()).includes(yuan(sums.paid)));
      assert.equal(await app.scrollsSideways(), false);
      await files.apply();
      await app.page.waitForFunction(() =>
        Object.values(localStorage).some((text) => text.includes("order_lines")));
      const size = JSON.stringify(await app.storage()).length;
      assert.ok(size < 700_000, String(size));
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  }));
