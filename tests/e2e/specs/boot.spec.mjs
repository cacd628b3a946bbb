import fs from "node:fs";
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";
import { SamplePage } from "../pages/sample.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);

test("the app starts under a sub-path, without a word on the console", () =>
  withApp({}, async (app) => {
    await app.goto();
    const shell = new Shell(app);
    assert.ok((await shell.pages()).includes("今天"));
    await app.page.waitForFunction(() => document.title === "今天 · 掌柜");
  }));

test("the language follows the browser, changes at once, and is remembered", () =>
  withApp({ locale: "en" }, async (app) => {
    await app.goto();
    assert.equal(await new Shell(app, "en").language(), "en");
    await app.page.waitForFunction(() => document.title === "Today · Zhanggui");
    await new Shell(app, "en").switchLanguage();
    await app.page.waitForFunction(() => document.title === "今天 · 掌柜");
    const shell = new Shell(app, "zh");
    assert.equal(await shell.language(), "zh-CN");
    assert.ok((await shell.pages()).includes("目标拆解"));
    await app.reload();
    assert.equal(await shell.language(), "zh-CN");
  }));

test("in English no Chinese is left over, but for the name of the other language", () =>
  withApp({ locale: "en" }, async (app) => {
    const shell = new Shell(app, "en");
    await app.goto();
    for (const name of await shell.pages()) {
      await shell.open(name);
      await app.page.waitForFunction((title) => document.title.startsWith(title), name);
      const han = (await app.text()).match(/[\u4e00-\u9fff]+/g) ?? [];
      assert.deepEqual(han.filter((word) => word !== "中文"), [], name);
    }
  }));

for (const locale of ["zh", "en"]) {
  test(`on a phone every page is in the list behind the bar: ${locale}`, () =>
    withApp({ locale, width: 390 }, async (app) => {
      const shell = new Shell(app, locale);
      await app.goto();
      await shell.openSheet();
      await app.page.keyboard.press("Escape");
      await shell.sheet().waitFor({ state: "hidden" });
      const names = await shell.throughSheet(() => shell.sheet().waitFor({ state: "hidden" }));
      assert.ok(14 < names.length, `${names}`);
    }));
}

test("the theme follows the system, changes at once, and is remembered", () =>
  withApp({ theme: "dark" }, async (app) => {
    await app.goto();
    const shell = new Shell(app);
    const dark = await shell.background();
    await shell.switchTheme();
    await app.page.locator('html[data-theme="light"]').waitFor();
    assert.notEqual(await shell.background(), dark);
    await app.reload();
    assert.equal(await shell.theme(), "light");
  }));

test("back and forward go through the pages, and each has its title", () =>
  withApp({}, async (app) => {
    await app.goto();
    const shell = new Shell(app);
    const titled = (title) => app.page.waitForFunction((t) => document.title === t, title);
    await titled("今天 · 掌柜");
    await shell.open("设置");
    await titled("设置 · 掌柜");
    await app.page.goBack();
    await titled("今天 · 掌柜");
    await app.page.goForward();
    await titled("设置 · 掌柜");
    await app.goto("#/no/such/page");
    await titled("没有这一页 · 掌柜");
    await app.page.getByRole("link", { name: "回到今天" }).click();
    await titled("今天 · 掌柜");
  }));

test("every page fits a phone without scrolling sideways", () =>
  withApp({ width: 390, height: 844 }, async (app) => {
    const shell = new Shell(app);
    await app.goto();
    await shell.throughSheet(async (name) => {
      assert.equal(await app.scrollsSideways(), false, name);
    });
  }));

test("a page whose program was changed on the way does not run it", () =>
  withApp({ allow: [/integrity/i, /console error/] }, async (app) => {
    await app.page.route(/zhanggui-[^/]*\.wasm$/, async (route) => {
      const response = await route.fetch();
      const body = Buffer.from(await response.body());
      body[body.length - 1] ^= 1;
      await route.fulfill({ response, body });
    });
    await app.page.goto(process.env.ZHANGGUI_URL);
    await app.page.locator("#crash").waitFor();
    await app.page.getByText("页面没能打开").waitFor();
    assert.equal(await app.page.locator("html[data-booted]").count(), 0);
  }));

test("after a crash everything that was imported can be taken away", () =>
  withApp({}, async (app) => {
    await app.goto();
    await new SamplePage(app).open();
    await new Shell(app).saved();
    await app.page.evaluate(() => dispatchEvent(new CustomEvent("zhanggui:panic", { detail: "a test" })));
    await app.page.locator("#crash").waitFor();
    const download = app.page.waitForEvent("download");
    await app.page.locator("#crash-download").click();
    const file = JSON.parse(fs.readFileSync(await (await download).path(), "utf8"));
    const { facts } = file.workbook;
    const keyed = (facts.keyed ?? []).flatMap(({ days = [], periods = [] }) => [...days, ...periods]);
    const items = [...(facts.item_days ?? []), ...(facts.item_periods ?? []), ...keyed];
    assert.ok(items.length > 0 && keyed.length > 0, "the sample has items and advertising");
    const ids = (refs) => [...new Set(refs.map(({ id }) => id))].sort();
    assert.deepEqual(Object.keys(file.chunks).sort(), ids(facts.shop_days));
    assert.deepEqual(Object.keys(file.item_chunks).sort(), ids(items));
  }));
