// 客户画像: a persona is built, supported, compared, printed and taken back.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";
import { SamplePage } from "../pages/sample.mjs";
import { PersonasPage } from "../pages/personas.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);

for (const locale of ["zh", "en"]) {
  test(`a persona is built from eight questions, with evidence, and lasts: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [shell, personas] = [new Shell(app, locale), new PersonasPage(app, locale)];
      const { words } = personas;
      await personas.open();
      await personas.create();
      await personas.type(words.name, "送女友礼物的他");
      await personas.type(words.ageFrom, "25");
      await personas.type(words.ageTo, "34");
      await personas.type(words.female, "52");
      await personas.type(words.male, "46");
      // 100 − 52 − 46: what is not known is said, and nothing is scaled up.
      assert.match(await personas.cardText(), { zh: /女 52% · 男 46% · 未知 2%/, en: /women 52% · men 46% · unknown 2%/ }[locale]);
      await personas.pasteTable(0, "地区\t买家\n广东省\t1,200\n浙江\t600\n合计\t1,800");
      assert.match(await personas.cardText(), { zh: /广东 66\.7% 浙江 33\.3%/, en: /Guangdong 66\.7% Zhejiang 33\.3%/ }[locale]);
      await personas.addNeed(0, "3 天内到");
      await personas.addNeed(1, "显得用心");
      await personas.type(words.priceFrom, "120");
      await personas.type(words.priceTo, "110");
      await app.page.getByText({ zh: "最高价 110 低于最低价 120，请改其中一个。", en: "The most, 110, is less than the least, 120. Change one." }[locale]).waitFor();
      await personas.type(words.priceTo, "220");

      await personas.addFact(personas.evidenceButtons().first(), "84 条评价里 31 条提到年龄");
      const sentence = {
        zh: "你的消费者是：25–34 岁，女性 52%、男性 46%，多在广东、浙江，最看重3 天内到，心里想的是显得用心，愿意花 120–220 元。",
        en: "Your customer: aged 25–34; women 52%, men 46%; mostly in Guangdong, Zhejiang; must have: 3 天内到; hopes for: 显得用心; pays ¥120–220.",
      };
      assert.ok((await personas.cardText()).includes(sentence[locale]), await personas.cardText());
      const count = {
        zh: "6 条里 1 条有证据，其中 1 条是事实",
        en: "1 of 6 claims have evidence, 1 of them facts",
      };
      assert.ok((await personas.cardText()).includes(count[locale]), await personas.cardText());

      const before = await personas.cardText();
      await shell.saved();
      await app.reload();
      assert.equal(await personas.cardText(), before);
      await shell.switchLanguage();
      const other = { zh: "en", en: "zh" }[locale];
      assert.ok((await personas.cardText()).includes(sentence[other]), await personas.cardText());
    }));
}

test("what is typed in one field is one step, and everything can be taken back", () =>
  withApp({}, async (app) => {
    const [shell, personas] = [new Shell(app), new PersonasPage(app)];
    await personas.open();
    await personas.create();
    await personas.field(personas.words.name).fill("");
    await personas.field(personas.words.name).pressSequentially("长辈");
    await shell.undoButton().click();
    assert.deepEqual(await personas.names(), ["画像 1"]);
    await shell.undoButton().click();
    assert.equal(await personas.card().count(), 0);
    await shell.redoButton().click();
    await shell.redoButton().click();
    assert.deepEqual(await personas.names(), ["长辈"]);
  }));

test("text that is composed by an input method arrives whole, in the field that it was begun in", () =>
  withApp({}, async (app) => {
    const personas = new PersonasPage(app);
    await personas.open();
    await personas.create();
    await personas.addNeed(1, "");
    const keyboard = await app.page.context().newCDPSession(app.page);
    const fields = [personas.field(personas.words.name), personas.needs()];
    for (const [place, field] of fields.entries()) {
      await field.fill("");
      await field.focus();
      await field.evaluate((element) => (element.dataset.begun = "yes"));
      for (const text of ["s", "song", "song li"]) {
        await keyboard.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
        assert.equal(await field.inputValue(), text);
        assert.equal(await field.getAttribute("data-begun"), "yes", "the field was built anew");
      }
      // Half a syllable is not yet the user's text.
      assert.ok(!(await personas.cardText()).includes("song"));
      await keyboard.send("Input.insertText", { text: "送礼" });
      assert.equal(await field.inputValue(), "送礼");
      assert.equal(await field.getAttribute("data-begun"), "yes");
      assert.equal((await personas.cardText()).split("送礼").length > place + 1, true);
    }
  }));

test("shares imply the sales of a month", () =>
  withApp({}, async (app) => {
    const personas = new PersonasPage(app);
    const { words } = personas;
    await personas.open();
    await personas.create();
    await personas.unfold(words.weight);
    await personas.type(words.share, "40");
    await personas.type(words.cvr, "3");
    await personas.type(words.aov, "200");
    await personas.type(words.visitors, "30000");
    // 30,000 × 40 % × 3 % × ¥200.
    await app.page.getByText("¥72,000", { exact: true }).waitFor();
    await app.page.getByText("未归入 60%").waitFor();
    await personas.create();
    await personas.unfold(words.weight);
    await personas.type(words.share, "70");
    await app.page.getByText("各画像占比合计超出 10%，请改小其中一个。").waitFor();
  }));

test("an insight becomes a task, is named before the persona goes, and comes back with it", () =>
  withApp({}, async (app) => {
    const [shell, personas] = [new Shell(app), new PersonasPage(app)];
    const { words } = personas;
    await personas.open();
    await personas.create();
    await personas.unfold(words.uses);
    await app.page.getByRole("button", { name: words.addInsight }).click();
    await personas.type(words.insight, "首屏先答来不来得及");
    await app.page.getByRole("button", { name: words.makeTask }).click();
    await personas.field(words.task).selectOption({ label: "进行中" });
    await app.page.getByRole("button", { name: words.remove }).click();
    const dialog = app.page.getByRole("dialog");
    assert.match(await dialog.innerText(), /首屏先答来不来得及/);
    await dialog.getByRole("button", { name: "删除", exact: true }).click();
    assert.equal(await personas.card().count(), 0);
    await shell.undoButton().click();
    await personas.unfold(words.uses);
    assert.equal(await personas.field(words.task).inputValue(), "1");
    assert.match(await personas.cardText(), /首屏先答来不来得及/);
  }));

test("the description can be one's own, and is checked for absolute terms", () =>
  withApp({}, async (app) => {
    const personas = new PersonasPage(app);
    const { words } = personas;
    await personas.open();
    await personas.create();
    await personas.unfold(words.sentence);
    await personas.field(words.sentenceZh).fill("你的消费者是：要买全网第一的人。");
    await app.page.getByText(/“第一”是绝对化用语/).waitFor();
    assert.match(await personas.cardText(), /要买全网第一的人/);
    await personas.field(words.sentenceZh).fill("你的消费者是：最近第一次买的人。");
    await app.page.getByText(/绝对化用语/).waitFor({ state: "detached" });
    await personas.field(words.sentenceZh).fill("");
    assert.match(await personas.cardText(), /你的消费者是：画像 1。/);
  }));

test("a review that is over makes the persona stale", () =>
  withApp({ today: "2026-11-03T09:30:00+08:00" }, async (app) => {
    const personas = new PersonasPage(app);
    const { words } = personas;
    await personas.open();
    await personas.create();
    await personas.unfold(words.source);
    await personas.field(words.reviewBy).fill("2026-11-01");
    await app.page.getByText("已过期 2 天").first().waitFor();
    await personas.field(words.reviewBy).fill("2026-11-10");
    await app.page.getByText("7 天后复核").first().waitFor();
  }));

test("two personas stand side by side, and a card is saved as a picture", () =>
  withApp({}, async (app) => {
    const personas = new PersonasPage(app);
    const { words } = personas;
    await personas.open();
    for (const [name, from] of [["送礼的他", "25"], ["自己买的她", "18"]]) {
      await personas.create();
      await personas.type(words.name, name);
      await personas.type(words.ageFrom, from);
    }
    const download = app.page.waitForEvent("download");
    await app.page.getByRole("button", { name: words.png }).click();
    const file = await download;
    assert.equal(file.suggestedFilename(), "自己买的她.png");
    const chunks = await (await file.createReadStream()).toArray();
    const bytes = Buffer.concat(chunks);
    assert.equal(bytes.subarray(1, 4).toString(), "PNG");
    assert.ok(5_000 < bytes.length, `${bytes.length} bytes`);

    await personas.look(words.compare);
    const rows = await app.page.getByRole("row").allInnerTexts();
    assert.match(rows[0], /送礼的他\s+.*自己买的她/s);
    assert.ok(rows.some((row) => /25 岁以上\s+18 岁以上/.test(row)), rows.join("\n"));
  }));

test("regions are ranked, and those from which much comes back stand out", () =>
  withApp({}, async (app) => {
    const personas = new PersonasPage(app);
    await personas.open();
    await personas.look(personas.words.tables);
    const grid = app.page.getByRole("grid");
    await app.page.evaluate(() => {
      globalThis.pasted = "广东\t\t40\t\t\t3\n浙江\t\t30\t\t\t4\n辽宁\t\t10\t\t\t12";
    });
    await grid.locator('[data-row="0"][data-column="0"]').click();
    await app.page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", globalThis.pasted);
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(event);
    });
    await app.page.getByText("建议投放：广东、浙江，合计占买家 70%。").waitFor();
    await app.page.getByText(/辽宁的退货率（12%）明显高于整体/).waitFor();
  }));

test("on paper there is the card alone, on one page", () =>
  withApp({}, async (app) => {
    const personas = new PersonasPage(app);
    await personas.open();
    await personas.create();
    await personas.type(personas.words.name, "送礼的他");
    await app.page.emulateMedia({ media: "print" });
    assert.ok(await personas.card().isVisible());
    await app.page.getByText("客户画像 1 / 1").waitFor();
    assert.equal(await personas.field(personas.words.name).count(), 0);
    const pdf = await app.page.pdf({ format: "A4", preferCSSPageSize: true });
    const n_pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    assert.equal(n_pages, 1);
  }));

/** How many pages the printer would get. */
async function paper(app) {
  const pdf = await app.page.pdf({ preferCSSPageSize: true, printBackground: true });
  return (pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? []).length;
}

for (const locale of ["zh", "en"]) {
  const words = {
    zh: { print: "打印 A4", all: "打印 4 张", three: "打印 3 张", compare: "打印对比" },
    en: { print: "Print A4", all: "Print 4 cards", three: "Print 3 cards", compare: "Print the comparison" },
  }[locale];

  test(`the chosen cards are printed, one A4 page each, and so is the comparison: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const personas = new PersonasPage(app, locale);
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await personas.open();
      await app.page.evaluate(() => {
        globalThis.printed = 0;
        globalThis.print = () => (globalThis.printed += 1);
      });
      await app.page.getByRole("button", { name: words.print }).click();
      const dialog = app.page.getByRole("dialog");
      await dialog.getByRole("button", { name: words.all }).waitFor();
      await dialog.getByRole("checkbox").nth(1).uncheck();
      const names = await dialog.locator("label").allInnerTexts();
      await dialog.getByRole("button", { name: words.three }).click();
      await app.page.waitForFunction(() => globalThis.printed === 1);
      await app.page.emulateMedia({ media: "print" });
      const cards = app.page.getByRole("article").filter({ visible: true });
      const shown = await cards.getByRole("heading", { level: 2 }).allInnerTexts();
      assert.deepEqual(shown, [names[0], names[2], names[3]].map((name) => name.trim()));
      assert.equal(await paper(app), 3);

      // When the browser has its pages, the card on the screen is the one on paper again.
      await app.page.emulateMedia({ media: "screen" });
      await app.page.evaluate(() => dispatchEvent(new Event("afterprint")));
      await app.page.emulateMedia({ media: "print" });
      await cards.first().waitFor();
      assert.equal(await cards.count(), 1);
      assert.equal(await paper(app), 1);

      await app.page.emulateMedia({ media: "screen" });
      await app.page.getByRole("radio", { name: personas.words.compare }).check();
      await app.page.getByRole("button", { name: words.compare }).click();
      await app.page.waitForFunction(() => globalThis.printed === 2);
      await app.page.emulateMedia({ media: "print" });
      assert.equal(await app.page.getByRole("columnheader").filter({ visible: true }).count(), 4);
      // English words take more room; the heads stand on its second page again.
      assert.equal(await paper(app), { zh: 1, en: 2 }[locale]);
    }));
}

for (const locale of ["zh", "en"]) {
  const words = {
    zh: { carry: "复制到别的工作簿", take: "粘贴画像", field: "画像文本", now: "加进来", refused: /没有加进任何内容/, fresh: /新建/, name: "送女友礼物的他" },
    en: { carry: "Copy for another workbook", take: "Paste a persona", field: "The copied text", now: "Take it in", refused: /nothing was added/, fresh: /^New/, name: /gift/i },
  }[locale];

  test(`a persona is carried to another workbook by the clipboard: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [personas, shell] = [new PersonasPage(app, locale), new Shell(app, locale)];
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await personas.open();
      await app.page.evaluate(() => {
        navigator.clipboard.writeText = async (text) => void (globalThis.carried = text);
      });
      await app.page.getByRole("button", { name: words.carry }).click();
      const text = await app.page.waitForFunction(() => globalThis.carried).then((it) => it.jsonValue());
      const name = await personas.card().getByRole("heading", { level: 2 }).innerText();
      await shell.saved();
      await app.goto("#/archive");
      await app.page.getByRole("button", { name: words.fresh }).click();
      await personas.open();
      await app.page.getByRole("button", { name: words.take }).click();
      const dialog = app.page.getByRole("dialog");
      await dialog.getByLabel(words.field).fill("not a persona");
      await dialog.getByRole("button", { name: words.now }).click();
      await dialog.getByText(words.refused).waitFor();
      await dialog.getByLabel(words.field).fill(text);
      await dialog.getByRole("button", { name: words.now }).click();
      await personas.card().getByRole("heading", { level: 2, name }).waitFor();
      await shell.undoButton().click();
      await personas.card().waitFor({ state: "detached" });
    }));
}
