// Earlier versions: made before what is risky, gone back to in two clicks, and that undone.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { samplesDir, shopDaysXls } from "../lib/samples.mjs";
import { withApp } from "../pages/app.mjs";
import { ImportPage } from "../pages/import.mjs";
import { SamplePage } from "../pages/sample.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);
before(samplesDir);

const WORDS = {
  zh: { section: "历史版本", goBack: "恢复", done: "已恢复", del: "删除之前", hour: "每小时", restore: "恢复之前", name: "店铺或工作簿名称" },
  en: { section: "Earlier versions", goBack: "Go back", done: "Went back to the earlier version", del: "before deletion", hour: "hourly", restore: "before going back", name: "Name of the shop or workbook" },
};

const rows = (app, t) => app.page.getByRole("region", { name: t.section }).getByRole("row");

for (const locale of ["zh", "en"]) {
  const t = WORDS[locale];

  test(`an earlier version is gone back to in two clicks, and that can be undone (${locale})`, () =>
    withApp({ locale }, async (app) => {
      const [sample, shell] = [new SamplePage(app, locale), new Shell(app, locale)];
      await app.goto();
      await sample.open();
      await shell.saved();
      const facts = Object.keys(await app.storage()).filter((key) => key.includes("/facts/")).length;
      await app.goto("#/settings");
      const name = app.page.getByLabel(t.name);
      const before = await name.inputValue();
      await app.goto("#/archive");
      await rows(app, t).filter({ hasText: t.hour }).waitFor();
      await app.goto("#/settings");
      await name.fill("Regretted");
      await name.press("Tab");
      await app.page.clock.runFor(4_000);
      await shell.saved();

      await app.goto("#/archive");
      await rows(app, t).filter({ hasText: t.hour }).getByRole("button", { name: t.goBack }).click();
      await app.page.getByRole("dialog").getByRole("button", { name: t.goBack }).click();
      await app.page.getByText(t.done).waitFor();
      await rows(app, t).filter({ hasText: t.restore }).filter({ hasText: "Regretted" }).waitFor();
      await app.page.evaluate(() => { location.hash = "#/settings"; });
      await app.page.waitForFunction(([label, wanted]) => [...document.querySelectorAll("input")].some((input) => input.value === wanted), [t.name, before]);
      assert.equal(Object.keys(await app.storage()).filter((key) => key.includes("/facts/")).length, facts);
      await shell.undoButton().click();
      await app.page.waitForFunction(() => [...document.querySelectorAll("input")].some((input) => input.value === "Regretted"));
    }));

  test(`the discarded sample has an earlier version that brings it back (${locale})`, () =>
    withApp({ locale }, async (app) => {
      const [sample, shell] = [new SamplePage(app, locale), new Shell(app, locale)];
      await app.goto();
      await sample.open();
      await shell.saved();
      await sample.discard();
      await app.goto("#/archive");
      await rows(app, t).filter({ hasText: t.del }).getByRole("button", { name: t.goBack }).click();
      await app.page.getByRole("dialog").getByRole("button", { name: t.goBack }).click();
      await sample.note().waitFor();
    }));
}

test("before an import the version before it is kept", () =>
  withApp({}, async (app) => {
    const [files, shell] = [new ImportPage(app), new Shell(app)];
    await app.goto("#/settings");
    const name = app.page.getByLabel(WORDS.zh.name);
    await name.fill("导入之前的店");
    await name.press("Tab");
    await app.page.clock.runFor(4_000);
    await shell.saved();
    await files.open();
    await files.choose(shopDaysXls());
    await files.row(".xls");
    await files.apply();
    await shell.saved();
    await app.goto("#/archive");
    await rows(app, WORDS.zh).filter({ hasText: "导入之前的店" }).filter({ hasText: "导入之前" }).first().waitFor();
  }));
