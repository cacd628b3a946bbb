// What people do all day, told by role and label: the sample, the keyboard alone, a phone, an
// input method.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import { closeBrowser } from "../lib/browser.mjs";
import { InputMethod } from "../lib/ime.mjs";
import { Keyboard } from "../lib/keyboard.mjs";
import { restatedXlsx, samplesDir, shopDaysXls } from "../lib/samples.mjs";
import { withApp } from "../pages/app.mjs";
import { GoalsPage, number } from "../pages/goals.mjs";
import { ImportPage } from "../pages/import.mjs";
import { SamplePage } from "../pages/sample.mjs";
import { Shell } from "../pages/shell.mjs";

before(samplesDir);
after(closeBrowser);

const TODAY_WORDS = {
  zh: { begin: "从哪里开始？", target: "今天的目标", next: "接下来做", whole: "数据是否齐全", shop: "汀匣礼品示例旗舰店", late: "导入昨天的数据", strengths: "优势", add: /^添加/, fresh: /新建|新的/, books: /^工作簿/ },
  en: { begin: "Where to begin?", target: "Target for today", next: "What to do next", whole: "Is the data complete?", shop: "Tingxia Gifts (sample shop)", late: "Import yesterday's data", strengths: "Strengths", add: /^Add to/, fresh: /^New/, books: /^Workbooks/ },
};

for (const locale of ["zh", "en"]) {
  const words = TODAY_WORDS[locale];

  test(`the sample opens in one click, goes in one, and comes back: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [sample, shell] = [new SamplePage(app, locale), new Shell(app, locale)];
      await app.goto("#/");
      await app.page.getByRole("heading", { name: words.begin }).waitFor();
      await sample.open();
      for (const part of [words.target, words.next, words.whole]) {
        await app.page.getByRole("heading", { name: part }).waitFor();
      }
      assert.match(await app.text(), /¥13,877\.78/);
      assert.ok((await app.text()).includes(words.shop));
      await shell.saved();

      await sample.discard();
      await app.page.getByRole("heading", { name: words.begin }).waitFor();
      await sample.bringBack();
      assert.match(await app.text(), /¥13,877\.78/);
      await app.reload();
      await sample.note().waitFor();

      await sample.discard();
      await app.reload();
      await app.page.getByRole("heading", { name: words.begin }).waitFor();
    }));

  test(`the sample that is there already is opened again, not doubled: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [sample, shell] = [new SamplePage(app, locale), new Shell(app, locale)];
      const archive = async () => {
        await app.goto("#/archive");
        await app.heading().waitFor();
        // Not the earlier versions of it, which are a list of their own.
        const books = app.page.getByRole("region", { name: words.books });
        const rows = books.getByRole("row").filter({ hasText: words.shop });
        await rows.first().waitFor();
        return rows.count();
      };
      await app.goto("#/");
      await sample.open();
      // What was changed in it is still there when it is opened for the second time.
      await app.goto("#/swot");
      const add = app.page.getByRole("region", { name: words.strengths, exact: true });
      await add.getByRole("button", { name: words.add }).click();
      await add.getByRole("textbox").fill("第二次还在");
      await add.getByRole("textbox").press("Enter");
      await shell.saved();
      assert.equal(await archive(), 1);
      await app.page.getByRole("button", { name: words.fresh }).click();
      await app.goto("#/");
      await sample.open();
      await shell.saved();
      assert.equal(await archive(), 1);
      await app.goto("#/swot");
      await app.page.getByText("第二次还在").first().waitFor();
    }));

  test(`the sample makes sense three weeks after its last day: ${locale}`, () =>
    withApp({ locale, today: "2026-11-22T09:30:00+08:00" }, async (app) => {
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await app.page.getByRole("link", { name: words.late }).waitFor();
      await app.page.getByRole("heading", { name: words.target }).waitFor();
      assert.match(await app.text(), locale === "zh" ? /缺 21 天/ : /21 days missing/);
    }));
}

test("a sample that was changed can be undone to what it was", () =>
  withApp({}, async (app) => {
    const [goals, shell] = [new GoalsPage(app), new Shell(app)];
    await app.goto("#/");
    await new SamplePage(app).open();
    await shell.open("目标拆解");
    await goals.look("month");
    const before = await goals.rows("days");
    await goals.type("days", before[4][0], "9999");
    await app.page.locator("[data-locked] .grid-text", { hasText: "9,999" }).first().waitFor();
    await shell.undoButton().click();
    await app.page.locator("[data-locked] .grid-text", { hasText: "9,999" }).waitFor({ state: "detached" });
    assert.deepEqual(await goals.rows("days"), before);
    assert.equal(await shell.undoButton().isEnabled(), false);
  }));

test("the main job by keyboard alone", () =>
  withApp({}, async (app) => {
    const [goals, keys, page] = [new GoalsPage(app), new Keyboard(app.page), app.page];
    await app.goto("#/import");
    // Asked for early: a key opens the dialog sooner than the browser can be told to hand it over.
    const dialog = page.waitForEvent("filechooser");
    await keys.press("Tab", "Enter"); // over the navigation, to the page itself
    await keys.to(page.getByRole("button", { name: "选择文件" }));
    await keys.press("Enter");
    await (await dialog).setFiles(shopDaysXls());
    const apply = page.getByRole("button", { name: /^应用 1 个文件/ });
    await apply.waitFor();
    await keys.to(apply);
    await keys.press("Enter");
    await keys.to(page.getByRole("link", { name: "去拆目标" }));
    await keys.press("Enter");

    await goals.app.heading().waitFor();
    await keys.to(page.getByRole("radio", { checked: true }).nth(1));
    await keys.press("ArrowLeft");
    await keys.to(page.getByLabel("年目标（元）"));
    await keys.press("Control+a");
    await keys.type("165万");
    await keys.to(page.getByRole("button", { name: "按天拆解" }));
    await keys.press("Enter");
    await goals.grid("days").waitFor();

    await keys.to(goals.grid("days").getByRole("gridcell"));
    await keys.type("5200");
    await keys.press("Enter");
    await page.locator("[data-locked] .grid-text", { hasText: "5,200" }).first().waitFor();
    await keys.press("Control+z");
    await page.locator("[data-locked]").first().waitFor({ state: "detached" });
    await keys.press("Control+Shift+z");
    await page.locator("[data-locked] .grid-text", { hasText: "5,200" }).first().waitFor();
    const file = JSON.parse(fs.readFileSync(await app.exported(), "utf8"));
    assert.equal(file.workbook.goals.plans[0].cells[0].lock, 520_000);
    await keys.press("Escape");
    await keys.to(page.getByRole("button", { name: "设定", exact: true }), "Shift+Tab");
    await keys.press("Enter");
    await page.getByRole("dialog").waitFor();
    await keys.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await keys.isOn(page.getByRole("button", { name: "设定", exact: true }));
  }));

for (const locale of ["zh", "en"]) {
  test(`the main job on a phone: ${locale}`, () =>
    withApp({ locale, width: 390, height: 844 }, async (app) => {
      const [files, goals, shell] = [new ImportPage(app, locale), new GoalsPage(app, locale), new Shell(app, locale)];
      await files.open();
      await files.choose(shopDaysXls());
      await files.row("店铺整体日报");
      await files.apply();
      await files.choose(restatedXlsx());
      await files.row("店铺整体日报");
      await files.apply();
      await shell.open(locale === "zh" ? "目标" : "Goals");
      await goals.setTarget("1650000");
      await goals.look("month");
      assert.equal(await app.scrollsSideways(), false);
      const [day] = (await goals.rows("days"))[4];
      await goals.type("days", day, "5200");
      await app.page.locator("[data-locked] .grid-text", { hasText: "5,200" }).first().waitFor();
      await goals.look("year");
      assert.equal(number((await goals.rows("months")).at(-1)[1]), 1_650_000);
      await shell.open(locale === "zh" ? "今天" : "Today");
      await app.page.getByRole("heading", { name: TODAY_WORDS[locale].target }).waitFor();
      assert.equal(await app.scrollsSideways(), false);
    }));
}

test("an input method writes into a text field: nothing is taken before it is done", () =>
  withApp({}, async (app) => {
    const [shell, page] = [new Shell(app), app.page];
    await app.goto("#/settings");
    const field = page.getByLabel("店铺或工作簿名称");
    await field.focus();
    const ime = await InputMethod.of(page);
    await ime.compose("yun");
    await ime.key("Enter");
    await ime.key("z", { ctrl: true });
    assert.equal(await ime.isSameElement(field), true);
    assert.equal(await field.inputValue(), "yun");
    assert.equal(await shell.undoButton().isEnabled(), false);
    await ime.compose("yun duan");
    await ime.commit("云端");
    assert.equal(await field.inputValue(), "云端");
    assert.equal(await ime.isSameElement(field), true);
    await page.locator(".rail-book-name", { hasText: "云端" }).waitFor();
    await shell.undoButton().click();
    await page.waitForFunction((input) => input.value === "", await field.elementHandle());
    assert.equal(await shell.undoButton().isEnabled(), false);
  }));

test("an input method writes into a cell: Enter chooses a word, and only then the cell", () =>
  withApp({}, async (app) => {
    const [goals, page] = [new GoalsPage(app), app.page];
    await goals.open();
    await goals.setTarget("165万");
    await goals.look("month");
    const before = await goals.rows("days");
    const line = goals.grid("days").getByRole("row").filter({ has: page.getByRole("rowheader", { name: before[4][0] }) });
    await line.getByRole("gridcell").first().click();
    const editor = page.locator(".grid-editor:focus");
    const ime = await InputMethod.of(page);
    await ime.compose("1w");
    assert.equal(await editor.inputValue(), "1w");
    await ime.key("Enter");
    await ime.key("ArrowDown");
    await ime.key("Escape");
    assert.equal(await ime.isSameElement(editor), true);
    assert.equal(await editor.inputValue(), "1w");
    assert.equal(await page.locator("[data-locked]").count(), 0);
    await ime.commit("1万");
    assert.equal(await editor.inputValue(), "1万");
    await page.keyboard.press("Enter");
    await page.locator("[data-locked] .grid-text", { hasText: "10,000" }).first().waitFor();
    const now = await goals.rows("days");
    assert.equal(number(now[4][1]), 10_000);
    assert.equal(now[3][1] === before[3][1], false);
  }));
