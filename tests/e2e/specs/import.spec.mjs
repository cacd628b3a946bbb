import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import path from "node:path";
import { closeBrowser } from "../lib/browser.mjs";
import { loginPage, restatedXlsx, shopDaysCsv, shopDaysXls, samplesDir } from "../lib/samples.mjs";
import { withApp } from "../pages/app.mjs";
import { ImportPage } from "../pages/import.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);
before(samplesDir);

test("two years of a shop's days come in, and the last quarter restates 38 cells", () =>
  withApp({}, async (app) => {
    const files = new ImportPage(app);
    await files.open();
    await files.choose(shopDaysXls());
    assert.match(await files.row(path.basename(shopDaysXls())), /730/);
    await files.apply();
    assert.match(await files.outcome(), /新增 730 天/);

    await files.choose(restatedXlsx());
    assert.match(await files.row(path.basename(restatedXlsx())), /38 处改写/);
    await files.restated().getByText("全部 38 处").click();
    assert.match(await files.restated().innerText(), /支付金额/);
    await files.apply();
    assert.match(await files.outcome(), /改写 38 处/);

    await new Shell(app).undoButton().click();
    await new Shell(app).undoButton().click();
    assert.equal(await new Shell(app).undoButton().isEnabled(), false);
  }));

test("before it is applied, a file changes nothing", () =>
  withApp({}, async (app) => {
    const files = new ImportPage(app);
    await files.open();
    const before = await app.storage();
    await files.choose(shopDaysCsv());
    assert.match(await files.row(path.basename(shopDaysCsv())), /92/);
    await files.cancel();
    assert.deepEqual(await app.storage(), before);
    assert.equal(await new Shell(app).undoButton().isEnabled(), false);
  }));

test("a login page named .xls is refused with a reason, and changes nothing", () =>
  withApp({}, async (app) => {
    const files = new ImportPage(app);
    await files.open();
    await files.choose(loginPage());
    assert.match(await files.row(path.basename(loginPage())), /拒收/);
    assert.equal(await new Shell(app).undoButton().isEnabled(), false);
  }));

test("the same in English, on a phone", () =>
  withApp({ locale: "en", width: 390, height: 844 }, async (app) => {
    const files = new ImportPage(app, "en");
    await files.open();
    await files.choose(restatedXlsx());
    assert.match(await files.row(path.basename(restatedXlsx())), /Ready/);
    assert.equal(await app.scrollsSideways(), false);
    await files.apply();
    assert.match(await files.outcome(), /92 new days/);
  }));
