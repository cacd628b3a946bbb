// Items: files of every shape through the file input, refused rows, restated figures, products.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import path from "node:path";
import { closeBrowser } from "../lib/browser.mjs";
import { itemDays, itemMonth, itemYear, samplesDir, shopDaysCsv } from "../lib/samples.mjs";
import { withApp } from "../pages/app.mjs";
import { ImportPage } from "../pages/import.mjs";
import { QuadrantPage } from "../pages/items.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);
before(samplesDir);

const SEEN = {
  zh: { rank: "商品排行", days: "商品每日数据", refused: "1 行拒收", rounded: /28 处|取整/, outcome: /商品 [\d,]+ 行/, added: "已加入" },
  en: { rank: "item ranking", days: "Items by day", refused: "1 row refused", rounded: /rounded by the platform/, outcome: /rows of items/, added: "added" },
};

for (const locale of ["zh", "en"]) {
  test(`items come in together with shop days, in three containers: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [files, shell, words] = [new ImportPage(app, locale), new Shell(app, locale), SEEN[locale]];
      await files.open();
      await files.choose(shopDaysCsv(), ...itemDays(), itemMonth());
      const rows = [];
      for (const file of [...itemDays(), itemMonth()]) rows.push(await files.row(path.basename(file)));
      assert.ok(rows.every((row) => row.includes(words.rank)), rows.join("\n"));
      assert.match(rows[0], /37/);
      assert.ok(rows[1].includes(words.refused) && rows[2].includes(words.refused));
      assert.match(rows[3], words.rounded);
      await files.apply();
      assert.match(await files.outcome(), words.outcome);
      // One step: it is taken back whole.
      await shell.undoButton().click();
      assert.equal(await shell.undoButton().isEnabled(), false);
    }));

  test(`items that the product list lacks are added in one step: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [files, shell, page] = [new ImportPage(app, locale), new Shell(app, locale), new QuadrantPage(app, locale)];
      await files.open();
      await files.choose(itemDays()[0]);
      await files.row(path.basename(itemDays()[0]));
      await files.apply();
      const add = app.page.getByRole("button", { name: page.words.missing });
      assert.match(await add.innerText(), /37/);
      await add.click();
      await add.waitFor({ state: "detached" });
      // Undo leads to where the step is seen, the product list.
      await shell.undoButton().click();
      await files.open();
      await add.waitFor();
    }));
}

test("a year of items comes in, and the same figures again change nothing", () =>
  withApp({}, async (app) => {
    const files = new ImportPage(app);
    await files.open();
    await files.choose(itemYear());
    assert.match(await files.row(path.basename(itemYear())), /14600/);
    await files.apply();
    await files.choose(itemYear());
    assert.match(await files.row(path.basename(itemYear())), /没有变化/);
    await files.cancel();
    // They are kept: a reload finds them.
    await app.page.reload();
    await app.goto("#/quadrant");
    await app.page.locator(".chart-bubble").first().waitFor();
  }));
