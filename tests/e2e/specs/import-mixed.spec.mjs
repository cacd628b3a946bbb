// A mixed drop: ten files of as many kinds, read, applied in one step, kept without names.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import path from "node:path";
import { closeBrowser } from "../lib/browser.mjs";
import { expected, mixedDrop, samplesDir } from "../lib/samples.mjs";
import { withApp } from "../pages/app.mjs";
import { ImportPage } from "../pages/import.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);
before(samplesDir);

const SEEN = {
  zh: {
    kinds: ["店铺日报", "店铺周报/月报", "商品排行", "流量来源", "搜索词", "计划报表", "商品报表", "人群报表", "淘宝联盟", "订单"],
    rows: [730, 24, 37, 26, 91, 720, 1800, 140, 31, 2441],
    ratios: /比率核对 (\d+)\/\1/,
    orders: /新增 2441 笔订单/,
    refused: /6 行拒收/,
    personal: "出于隐私丢弃的列",
    outcome: /流量与推广 [\d,]+ 行、订单 2441 笔/,
  },
  en: {
    kinds: ["shop by day", "shop by period", "item ranking", "traffic sources", "search keywords", "campaigns", "Ads · items", "audiences", "Affiliate", "Orders"],
    rows: [730, 24, 37, 26, 91, 720, 1800, 140, 31, 2441],
    ratios: /ratios (\d+) of \1 agree/,
    orders: /2441 new orders/,
    refused: /6 rows refused/,
    personal: "Columns dropped for privacy",
    outcome: /rows of traffic and ads, 2441 orders/,
  },
};

for (const locale of ["zh", "en"]) {
  test(`ten files of ten kinds come in at once, as one step: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [files, shell, words] = [new ImportPage(app, locale), new Shell(app, locale), SEEN[locale]];
      const drop = mixedDrop();
      await files.open();
      await files.choose(...drop);
      for (const [idx, file] of drop.entries()) {
        const row = await files.row(path.basename(file));
        assert.ok(row.includes(words.kinds[idx]), row);
        assert.ok(row.includes(`${words.rows[idx]} `), row);
        if (idx !== 9) assert.match(row, words.ratios);
      }
      const orders = path.basename(drop[9]);
      const row = await files.row(orders);
      assert.match(row, words.orders);
      assert.match(row, words.refused);
      // What is dropped of the orders is named, with how many cells.
      await app.page.locator("button.import-file").filter({ hasText: orders }).click();
      const personal = app.page.locator("section").filter({ hasText: words.personal });
      assert.match(await personal.innerText(), /收货人姓名[^\n]*24\d\d/);
      await files.apply();
      assert.match(await files.outcome(), words.outcome);
      // Nothing of a person is in the browser's storage.
      const stored = JSON.stringify(await app.storage());
      for (const text of expected().pii.quick_scan) assert.ok(!stored.includes(text), text);
      for (const texts of Object.values(expected().pii.strings))
        for (const text of texts) assert.ok(!stored.includes(text), text);
      await shell.undoButton().click();
      assert.equal(await shell.undoButton().isEnabled(), false);
    }));
}
