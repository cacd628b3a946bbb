// Another copy of the open workbook: merged with a word on each conflict, put in its place, undone.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";
import { CopiesPage } from "../pages/copies.mjs";

after(closeBrowser);

const persona = (n, name, share) => ({ id: String(n).padStart(16, "0"), name, share });
const BASE = {
  format: "zhanggui.workbook",
  schema: 1,
  workbook: {
    shop: { name: "茶铺" },
    personas: { personas: [persona(1, "送礼的人", 1000), persona(2, "自己喝的人", 2000)] },
  },
};

const exported = async (app) => JSON.parse(fs.readFileSync(await app.exported(), "utf8"));
const people = (file) => file.workbook.personas.personas.map(({ name, share }) => [name, share]);

/** Opens what both copies come from and then mine; gives the file of the former. */
async function opened(app, page) {
  const out = path.join(import.meta.dirname, "..", "out");
  fs.mkdirSync(out, { recursive: true });
  const drop = async (name, content, shop) => {
    const file = path.join(out, name);
    fs.writeFileSync(file, JSON.stringify(content));
    await app.dropFile(file);
    const current = app.page.locator("tr[data-kind=current]").filter({ hasText: shop });
    await current.waitFor();
  };
  await page.open();
  await drop(`base-${process.pid}.zhanggui.json`, BASE, "茶铺");
  const common = await exported(app);
  const mine = structuredClone(common);
  mine.workbook.shop.name = "我的茶铺";
  Object.assign(mine.workbook.personas.personas[0], { name: "给长辈送礼的人", share: 1100 });
  await drop(`mine-${process.pid}.zhanggui.json`, mine, "我的茶铺");
  return common;
}

/** The other copy: one share changed, one persona removed, one added. */
function theirs(common) {
  const copy = structuredClone(common);
  const [first] = copy.workbook.personas.personas;
  copy.workbook.personas.personas = [{ ...first, share: 1200 }, persona(3, "尝鲜的人", 300)];
  return JSON.stringify(copy);
}

for (const locale of ["zh", "en"]) {
  test(`a copy is merged into the open workbook in one step: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const page = new CopiesPage(app, locale);
      const { words } = page;
      const common = await opened(app, page);
      await page.choose(theirs(common));
      await page.way("merge");
      const dialog = page.dialog();
      await dialog.getByText(words.counts(1, 0, 1)).waitFor();
      await dialog.getByText(words.conflicts(1), { exact: true }).waitFor();
      const row = dialog.getByRole("row").filter({ hasText: `${words.personas} › 给长辈送礼的人 › share` });
      assert.match(await row.innerText(), /1100[^]*1200/);
      await app.screenshot(`copies-${locale}`);
      await row.getByRole("radio", { name: words.theirs, exact: true }).check();
      await page.confirm();
      await page.told(words.merged);
      const merged = await exported(app);
      assert.deepEqual(people(merged), [["给长辈送礼的人", 1200], ["尝鲜的人", 300]]);
      assert.equal(merged.workbook.shop.name, "我的茶铺");
      await page.kept();
      // One step takes all of it back.
      await app.page.getByRole("button", { name: words.undo }).filter({ visible: true }).first().click();
      assert.deepEqual(people(await exported(app)), [["给长辈送礼的人", 1100], ["自己喝的人", 2000]]);
    }));

  test(`a copy takes the open workbook's place, which goes to the trash: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const page = new CopiesPage(app, locale);
      const { words } = page;
      const common = await opened(app, page);
      await page.choose(theirs(common));
      await page.way("replace");
      await page.confirm();
      await page.told(words.replaced);
      await page.kept();
      assert.deepEqual(people(await exported(app)), [["送礼的人", 1200], ["尝鲜的人", 300]]);
      const trash = app.page.getByRole("region", { name: words.trash });
      await trash.getByRole("row").filter({ hasText: "我的茶铺" }).waitFor();
      await app.page.getByRole("button", { name: words.undo }).filter({ visible: true }).first().click();
      assert.deepEqual(people(await exported(app)), [["给长辈送礼的人", 1100], ["自己喝的人", 2000]]);
    }));

  test(`without a common copy it is said that nothing tells what was removed: ${locale}`, () =>
    withApp({ locale, width: 390 }, async (app) => {
      const page = new CopiesPage(app, locale);
      const { words } = page;
      const common = await opened(app, page);
      delete common.copies;
      await page.choose(theirs(common));
      await page.way("merge");
      await page.dialog().getByText(words.noBase).waitFor();
      await app.screenshot(`copies-narrow-${locale}`);
      await page.dialog().getByRole("button", { name: words.allTheirs }).click();
      await page.confirm();
      await page.told(words.merged);
      const all = [["送礼的人", 1200], ["自己喝的人", 2000], ["尝鲜的人", 300]];
      assert.deepEqual(people(await exported(app)), all);
      assert.equal(await app.scrollsSideways(), false);
    }));
}
