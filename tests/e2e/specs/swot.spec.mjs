import { after, test } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";
import { SamplePage } from "../pages/sample.mjs";
import { Shell } from "../pages/shell.mjs";
import { SwotPage } from "../pages/swot.mjs";

after(closeBrowser);

for (const locale of ["zh", "en"]) {
  test(`entries are typed, moved by keys, menu and pointer, and undone (${locale})`, () =>
    withApp({ locale }, async (app) => {
      const [shell, swot] = [new Shell(app, locale), new SwotPage(app, locale)];
      await swot.open();
      await swot.add("S", "现货库存", "视觉流程完善");
      await swot.add("W", "精细化执行力低");
      await swot.add("O", "移动端消费增加");
      assert.deepEqual(await swot.entries("S"), ["现货库存", "视觉流程完善"]);

      await swot.press("S1", "ArrowDown");
      assert.deepEqual(await swot.entries("S"), ["视觉流程完善", "现货库存"]);
      // The focus stays on what was moved: the next key moves it on.
      await app.page.locator(".drag-handle:focus").waitFor();
      await app.page.keyboard.press("ArrowRight");
      await app.page.getByRole("button", { name: swot.words.move("W2"), exact: true }).waitFor();
      assert.deepEqual(await swot.entries("W"), ["精细化执行力低", "现货库存"]);

      await swot.drag("W2", "O");
      assert.deepEqual(await swot.entries("O"), ["移动端消费增加", "现货库存"]);
      assert.deepEqual(await swot.entries("W"), ["精细化执行力低"]);

      const toThreats = { zh: "移到威胁", en: "Move to threats" }[locale];
      await swot.choose("O1", toThreats);
      assert.deepEqual(await swot.entries("T"), ["移动端消费增加"]);
      await shell.undoButton().click();
      assert.deepEqual(await swot.entries("O"), ["移动端消费增加", "现货库存"]);
    }));
}

test("a strategy is made of a pair, outlives a reload, and lets go of a removed entry", () =>
  withApp({}, async (app) => {
    const [shell, swot] = [new Shell(app), new SwotPage(app)];
    await swot.open();
    await swot.add("S", "现货库存");
    await swot.add("O", "双11 流量");
    await swot.add("T", "对手打价格战");
    await swot.pair(["S1", "O1"], "当天发货做成主图", "阿武");
    await swot.tows().getByText("用S1应对O1：当天发货做成主图").waitFor();
    await swot.tows().getByText("用优势抓机会").waitFor();
    assert.match(await swot.tows().innerText(), /用到 2 \/ 3 条/);
    await shell.saved();
    await app.reload();
    await swot.tows().getByText("阿武").waitFor();

    await swot.choose("S1", "删除");
    const dialog = app.page.getByRole("dialog", { name: "删除“现货库存”？" });
    await dialog.getByText("当天发货做成主图").waitFor();
    await dialog.getByRole("button", { name: "删除" }).click();
    await swot.tows().getByText("还没配成对").waitFor();
    await shell.undoButton().click();
    await swot.tows().getByText("用优势抓机会").waitFor();
    assert.deepEqual(await swot.entries("S"), ["现货库存"]);
  }));

test("a pinyin composition is left alone, and ends in the entry", () =>
  withApp({}, async (app) => {
    const swot = new SwotPage(app);
    await swot.open();
    await swot.quadrant("S").getByRole("button", { name: swot.words.add }).click();
    const field = swot.quadrant("S").getByRole("textbox");
    const client = await app.page.context().newCDPSession(app.page);
    await client.send("Input.imeSetComposition", { text: "xianhuo", selectionStart: 7, selectionEnd: 7 });
    assert.equal(await field.inputValue(), "xianhuo");
    assert.deepEqual(await swot.entries("S"), []);
    await client.send("Input.insertText", { text: "现货" });
    assert.equal(await field.inputValue(), "现货");
    await field.press("Enter");
    assert.deepEqual(await swot.entries("S"), ["现货"]);
  }));

test("candidates say their rule and figures; a dismissal is remembered", () =>
  withApp({}, async (app) => {
    const swot = new SwotPage(app);
    await swot.open();
    const dialog = await swot.candidates();
    const double11 = dialog.getByRole("listitem").filter({ hasText: "双11" }).first();
    assert.match(await double11.innerText(), /规则：大促快到了（T-62）/);
    const says = (await double11.innerText()).split("\n")[1];
    await double11.getByRole("button", { name: "采用" }).click();
    await dialog.getByRole("listitem").filter({ hasText: says }).waitFor({ state: "detached" });
    const next = dialog.getByRole("button", { name: "不要" }).first();
    const n_before = await dialog.getByRole("button", { name: "不要" }).count();
    await next.click();
    assert.equal(await dialog.getByRole("button", { name: "不要" }).count(), n_before - 1);
    await dialog.getByText("不要的 1 条").waitFor();
    await app.page.keyboard.press("Escape");
    assert.equal((await swot.entries("O")).length, 1);
    await new Shell(app).saved();
    await app.reload();
    const again = await swot.candidates();
    assert.equal(await again.getByRole("button", { name: "不要" }).count(), n_before - 1);
  }));

test("it goes out as Markdown and as a picture", () =>
  withApp({}, async (app) => {
    const swot = new SwotPage(app);
    await swot.open();
    await swot.add("S", "现货库存");
    const text = fs.readFileSync(await (await swot.exported("存为 Markdown")).path(), "utf8");
    assert.match(text, /## S 优势/);
    assert.match(text, /- S1 现货库存/);
    const picture = fs.readFileSync(await (await swot.exported("存为图片")).path());
    assert.equal(picture.subarray(1, 4).toString(), "PNG");
  }));

for (const locale of ["zh", "en"]) {
  const words = {
    zh: { task: "做成任务", made: "已做成任务", remove: "删除", ask: /^删除“.*?”？/, cancel: "取消", rival: "镜月家居旗舰店" },
    en: { task: "Make a task", made: /task/i, remove: "Delete", ask: /^Delete “/, cancel: "Cancel", rival: "Jingyue Home" },
  }[locale];

  test(`a strategy that a task points at is removed after a question, and comes back whole: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [shell, swot] = [new Shell(app, locale), new SwotPage(app, locale)];
      await swot.open();
      await swot.add("S", "现货库存");
      await swot.add("O", "双11 流量");
      await swot.pair(["S1", "O1"], "当天发货做成主图", "阿武");
      const row = swot.tows().getByRole("row").filter({ hasText: "阿武" });
      const choose = async (name) => {
        await row.getByRole("button").click();
        await app.page.getByRole("menuitem", { name, exact: true }).click();
      };
      await choose(words.task);
      await choose(words.remove);
      const dialog = app.page.getByRole("dialog", { name: words.ask });
      await dialog.getByRole("listitem").first().waitFor();
      assert.equal(await dialog.getByRole("listitem").count(), 1);
      assert.match(await dialog.getByRole("listitem").innerText(), /当天发货做成主图/);
      await dialog.getByRole("button", { name: words.cancel }).click();
      await dialog.waitFor({ state: "detached" });
      await row.waitFor();

      await choose(words.remove);
      await dialog.getByRole("button", { name: words.remove }).click();
      await row.waitFor({ state: "detached" });
      await shell.undoButton().click();
      await row.waitFor();
      // The task points at it again: the question names it again.
      await choose(words.remove);
      await dialog.getByRole("listitem").first().waitFor();
      assert.equal(await dialog.getByRole("listitem").count(), 1);
    }));

  test(`an entry leads to what it rests on, and the page opens at it: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const swot = new SwotPage(app, locale);
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await swot.open();
      const source = swot.quadrant("T").getByRole("listitem").first().getByRole("link");
      const name = (await source.innerText()).split("·")[0].trim();
      await source.click();
      await app.page.locator(":focus", { hasText: name }).waitFor();
      assert.match(app.page.url(), /#\/rivals\/[0-9a-f]{16}$/);
      // Back on the page, a metric leads to the imported data.
      await app.page.goBack();
      const metric = swot.quadrant("W").getByRole("listitem").first().getByRole("link");
      await metric.click();
      await app.page.waitForURL(/#\/(archive|board)/);
      await app.heading().waitFor();
    }));
}
