// How full storage is, how old the backup is, and what the browser promises.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);

const WORDS = {
  zh: { name: "店铺或工作簿名称", none: "还没有下载过备份文件", due: /用了 8 天，还没有下载过备份文件/, last: /最近一次备份文件：2026-11-09 .*（今天）/, backUp: "下载备份文件", full: /已用 8\d%/, left: /约 \d+ 天后写满/, tight: "存储空间快满了", ask: "请浏览器长期保留", kept: "浏览器已答应", manage: "管理存储" },
  en: { name: "Name of the shop or workbook", none: "No backup file", due: /8 days old, and no backup file/, last: /Last backup file: 2026-11-09 .*\(today\)/, backUp: "Download a backup file", full: /8\d% used/, left: /full in about \d+ days/, tight: "Storage is nearly full", ask: "Ask the browser to keep them", kept: "has promised to keep", manage: "Manage storage" },
};

async function named(app, t, name) {
  await app.page.evaluate(() => { location.hash = "#/settings"; });
  const field = app.page.getByLabel(t.name);
  await field.fill(name);
  await field.press("Tab");
  await app.page.clock.runFor(4_000);
}

for (const locale of ["zh", "en"]) {
  const t = WORDS[locale];

  test(`a workbook without a backup is told of after a week with changes (${locale})`, () =>
    withApp({ locale }, async (app) => {
      const shell = new Shell(app, locale);
      await app.goto("#/settings");
      await named(app, t, "一");
      await shell.saved();
      await app.goto("#/archive");
      await app.page.getByText(t.none).waitFor();
      assert.equal(await app.page.getByText(t.due).count(), 0);
      await app.page.clock.setSystemTime("2026-11-09T09:30:00+08:00");
      await app.reload();
      await named(app, t, "二");
      await app.page.getByText(t.due).waitFor();
      const download = app.page.waitForEvent("download");
      await app.page.evaluate(() => { location.hash = "#/archive"; });
      await app.page.getByRole("region", { name: { zh: "存储", en: "Storage" }[locale], exact: true }).getByRole("button", { name: t.backUp }).click();
      await download;
      await app.page.getByText(t.last).waitFor();
    }));

  test(`nearly full storage is told of with a forecast, and a full one leads there (${locale})`, () =>
    withApp({ locale }, async (app) => {
      await app.goto("#/settings");
      await named(app, t, "一");
      await new Shell(app, locale).saved();
      await app.page.evaluate(() => {
        localStorage.setItem("zhanggui/1/room", "2026-10-22 1000000");
        localStorage.setItem("other", "x".repeat(4_350_000));
      });
      await app.goto("#/");
      await app.goto("#/archive");
      for (const words of [t.full, t.left, t.tight]) await app.page.getByText(words).waitFor();
      await app.page.evaluate(() => localStorage.setItem("more", "x".repeat(5_242_880 - Object.entries(localStorage).reduce((sum, [key, value]) => sum + key.length + value.length, 0) - 200)));
      for (const name of ["二".repeat(60), "三".repeat(70)]) await named(app, t, name);
      await app.page.getByRole("link", { name: t.manage }).click();
      await app.page.waitForFunction(() => location.hash === "#/archive");
      await app.page.evaluate(() => localStorage.removeItem("more"));
      await app.page.clock.runFor(11_000);
      await new Shell(app, locale).saved();
    }));

  test(`the browser is asked to keep the data, with a word on why (${locale})`, () =>
    withApp({ locale }, async (app) => {
      await app.page.addInitScript(() => {
        navigator.storage.persisted = async () => false;
        navigator.storage.persist = async () => true;
      });
      await app.goto("#/archive");
      await app.page.getByRole("button", { name: t.ask }).click();
      await app.page.getByText(t.kept).waitFor();
    }));
}
