import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";
import { RivalsPage } from "../pages/rivals.mjs";
import { Shell } from "../pages/shell.mjs";
import { SwotPage } from "../pages/swot.mjs";

after(closeBrowser);

for (const locale of ["zh", "en"]) {
  test(`a price that fell is a change, becomes a threat, and outlives a reload (${locale})`, () =>
    withApp({ locale }, async (app) => {
      const rivals = new RivalsPage(app, locale);
      await rivals.open();
      await rivals.add("木作坊");
      await rivals.observe("2026-10-01", "128");
      await rivals.observe("2026-10-20", "108");
      const changes = rivals.section("changes");
      const row = changes.getByRole("listitem").filter({ hasText: "−15.6%" });
      assert.match(await row.innerText(), { zh: /要应对/, en: /Answer it/ }[locale]);
      await row.getByRole("button").click();
      const threat = { zh: "记为威胁", en: "Note as a threat" }[locale];
      await app.page.getByRole("menuitem", { name: threat }).click();
      await new Shell(app, locale).saved();
      await app.reload();
      await changes.getByText("−15.6%").waitFor();
      const swot = new SwotPage(app, locale);
      await swot.open();
      assert.match((await swot.entries("T"))[0], /木作坊/);
      await swot.quadrant("T").getByText("木作坊", { exact: true }).waitFor();

      // Removing the competitor names what points at it; undo brings both back.
      await rivals.open();
      await rivals.section("register").getByRole("button", { name: /木作坊/ }).click();
      await app.page.getByRole("dialog").getByRole("button", { name: { zh: "删除", en: "Delete" }[locale], exact: true }).last().click();
      const asks = app.page.getByRole("dialog", { name: { zh: /^删除“.*木作坊.*”？$/, en: /^Delete “.*木作坊.*”\?$/ }[locale] });
      await asks.getByText(/128/).waitFor();
      await asks.getByRole("button", { name: { zh: "删除", en: "Delete" }[locale], exact: true }).click();
      await new Shell(app, locale).undoButton().click();
      await rivals.section("register").getByRole("button", { name: /木作坊/ }).waitFor();
    }));
}

test("a price under break-even is refused and says why; the same at break-even is taken", () =>
  withApp({}, async (app) => {
    const rivals = new RivalsPage(app);
    await rivals.open();
    await rivals.addOwn("首饰盒", "128", "69", "15");
    await rivals.section("ownSection").getByText("保本价 ¥81.18").waitFor();
    await rivals.section("bands").getByText("首饰盒 ¥128.00").waitFor();
    const answers = rivals.section("answers");
    await answers.getByRole("button", { name: "加一条应对" }).click();
    const their = answers.getByLabel("对手价");
    await their.fill("50");
    await their.press("Enter");
    await answers.getByText(/两件 ¥90\.00（每件 ¥45\.00，省 10\.0%）/).waitFor();
    const our = answers.getByLabel("我们的价");
    await our.fill("81.17");
    await our.press("Enter");
    await answers.getByText(/低于保本价 ¥81\.18/).waitFor();
    await our.fill("128");
    await our.press("Enter");
    await answers.getByText(/每件赚 ¥39\.80，利润率 31\.09%/).waitFor();
    await new Shell(app).saved();
    await app.reload();
    assert.equal(await rivals.section("answers").getByLabel("我们的价").inputValue(), "128");
  }));

for (const locale of ["zh", "en"]) {
  test(`our product stands against theirs, and what we do becomes a task (${locale})`, () =>
    withApp({ locale }, async (app) => {
      const rivals = new RivalsPage(app, locale);
      const { words } = rivals;
      const sheet = rivals.section("versus");
      await rivals.open();
      await rivals.add("镜月");
      // One of 3–5, and two of either kind are wanted.
      await rivals.section("register").getByText({ zh: /建议关注 3–5 家。还缺 2 家更好的、1 家差不多的/, en: /Watch 3 to 5. 2 better and 1 similar lacking/ }[locale]).waitFor();
      await sheet.getByText({ zh: /先给对手加一款/, en: /add a product to a competitor/ }[locale]).waitFor();
      await rivals.watchProduct(/镜月/, "双层盒");
      await rivals.addOwn("首饰盒", "118", "69", "15");
      await rivals.see("2026-10-20", { finalPrice: "108", index: "236810" }, "双层盒");
      const row = (name) => sheet.getByRole("row").filter({ has: app.page.getByRole("rowheader", { name }) });
      // ¥10 dearer, 9.3 % of theirs; worse for the buyer, in a word and a sign.
      const price = row(words.finalPrice);
      await price.getByText("+¥10.00 · +9.3%").waitFor();
      await price.getByText("109.3%").waitFor();
      assert.match(await price.innerText(), { zh: /▼\s*对手好/, en: /▼\s*They are better/ }[locale]);

      // Ours, noted down on a day, counts before the list.
      await sheet.getByRole("button", { name: words.noteOurs }).click();
      const dialog = app.page.getByRole("dialog");
      await dialog.getByLabel(words.day, { exact: true }).fill("2026-10-21");
      await dialog.getByLabel(words.finalPrice, { exact: true }).fill("99");
      await dialog.getByLabel(words.index, { exact: true }).fill("100000");
      await dialog.getByRole("button", { name: words.save }).click();
      await dialog.waitFor({ state: "detached" });
      await price.getByText("−¥9.00 · −8.3%").waitFor();
      assert.match(await price.innerText(), { zh: /▲\s*我们好/, en: /▲\s*We are better/ }[locale]);
      // An index has an order and no difference.
      assert.match(await row(words.index).innerText(), { zh: /对手好[\s\S]*只比高低/, en: /They are better[\s\S]*order only/ }[locale]);

      await sheet.getByLabel(words.todo).fill("首图换成打开的镜面");
      await sheet.getByRole("button", { name: words.task }).click();
      await sheet.getByRole("button", { name: words.isTask }).waitFor();
      await new Shell(app, locale).saved();
      await app.reload();
      assert.equal(await sheet.getByLabel(words.todo).inputValue(), "首图换成打开的镜面");
      assert.ok(await sheet.getByRole("button", { name: words.isTask }).isDisabled());
    }));

  test(`the courses of an attribute are read by keys, in a table, as a picture (${locale})`, () =>
    withApp({ locale }, async (app) => {
      const rivals = new RivalsPage(app, locale);
      const { words } = rivals;
      const courses = rivals.section("trends");
      await rivals.open();
      await rivals.add("镜月");
      await rivals.see("2026-10-01", { price: "128", index: "182340" });
      await rivals.see("2026-10-20", { price: "1080" });
      // Mistyped: the latest is taken back and noted down anew.
      const wrong = app.page.getByRole("button", { name: { zh: /^删除最近一条：价格 ¥1,080/, en: /^Delete the latest: Price ¥1,080/ }[locale] });
      await wrong.click();
      await wrong.waitFor({ state: "detached" });
      await rivals.see("2026-10-20", { price: "108" });
      const chart = courses.getByRole("img");
      assert.match(await chart.getAttribute("aria-label"), /镜月 ¥128\.00 → ¥108\.00.*−15\.6%/);
      await chart.focus();
      await app.page.keyboard.press("End");
      await courses.locator("[aria-live]", { hasText: "镜月 ¥108.00" }).waitFor({ state: "attached" });
      await app.page.keyboard.press("ArrowLeft");
      await courses.locator("[aria-live]", { hasText: "镜月 ¥128.00" }).waitFor({ state: "attached" });
      await courses.getByText(words.asTable).click();
      await courses.getByRole("cell", { name: "¥108.00" }).waitFor();
      const key = courses.getByRole("group", { name: words.legend }).getByRole("button", { name: "镜月" });
      await key.click();
      assert.equal(await key.getAttribute("aria-pressed"), "false");
      await key.click();
      const download = app.page.waitForEvent("download");
      await courses.getByRole("button", { name: /SVG$/ }).click();
      assert.match((await download).suggestedFilename(), /\.svg$/);
      // An index is a chart of its own, and says what it is.
      await courses.getByLabel(words.attribute).selectOption({ label: { zh: "交易指数", en: "Trade index" }[locale] });
      await courses.getByText({ zh: /不是真实的数/, en: /not a real number/ }[locale]).waitFor();
      assert.match(await chart.getAttribute("aria-label"), /182,340/);
    }));

  test(`differences, same items and ten shops are written down and counted (${locale})`, () =>
    withApp({ locale }, async (app) => {
      const rivals = new RivalsPage(app, locale);
      const { words } = rivals;
      await rivals.open();
      await rivals.add("镜月");
      await rivals.addOwn("首饰盒", "118", "69", "15");
      // T-26: a quarter more visitors after the title was changed.
      const sheet = rivals.section("differences");
      await sheet.getByRole("button", { name: words.begin }).click();
      const title = sheet.getByRole("group", { name: { zh: "标题", en: "Title" }[locale], exact: true });
      await title.locator("summary").click();
      await title.getByLabel("镜月").fill("首饰盒 生日礼物");
      await title.getByLabel({ zh: "差在哪", en: "The difference" }[locale]).fill("没有送礼的词");
      await title.getByLabel({ zh: "调整日期", en: "Adjusted on" }[locale]).fill("2026-10-12");
      for (const [label, value] of Object.entries({ zh: { 调整前访客: "800", 调整后访客: "1000" }, en: { "Visitors before": "800", "Visitors after": "1000" } }[locale])) {
        await title.getByLabel(label).fill(value);
        await title.getByLabel(label).press("Enter");
      }
      await title.locator("summary").getByText({ zh: "访客 +25.0%", en: "Visitors +25.0%" }[locale]).waitFor();
      await sheet.getByText({ zh: /8 项里写清 1 项差异，调整 1 项，其中 1 项访客涨了/, en: /1 of 8 aspects written down, 1 adjusted, visitors grew after 1/ }[locale]).waitFor();

      // T-28: a cheaper copy is a figure, a stolen picture a task.
      const same = rivals.section("same");
      await same.getByRole("button", { name: { zh: "今天查一次", en: "Check today" }[locale] }).click();
      await same.getByText({ zh: "今天查了 1 / 1 款", en: "1 of 1 checked today" }[locale]).waitFor();
      const from = same.getByLabel({ zh: "最低价", en: "Lowest price" }[locale]);
      await from.fill("95");
      await from.press("Enter");
      await same.getByText({ zh: "最低的比我们便宜 ¥23.00（19.5%）", en: "the cheapest is ¥23.00 (19.5%) below us" }[locale]).waitFor();
      await same.getByLabel({ zh: "盗图", en: "Our pictures used" }[locale]).selectOption({ label: { zh: "有", en: "Yes" }[locale] });
      const complain = same.getByRole("button", { name: { zh: "做成投诉任务", en: "Make a task of the complaint" }[locale] });
      await complain.click();
      await app.page.getByRole("status").filter({ hasText: { zh: "已做成任务", en: "Made a task" }[locale] }).waitFor();
      await same.getByLabel({ zh: "图是我们自己的", en: "The pictures are our own" }[locale]).uncheck();
      await complain.waitFor({ state: "detached" });

      // T-27: one of ten.
      const watch = rivals.section("watch");
      await watch.getByText({ zh: /今天看了 0 \/ 10 家/, en: /0 of 10 shops today/ }[locale]).waitFor();
      await watch.getByRole("button", { name: words.addShop }).click();
      await watch.getByLabel({ zh: "店铺", en: "Shop" }[locale], { exact: true }).fill("木作坊");
      await watch.getByLabel({ zh: "可以借鉴什么", en: "What we can learn" }[locale]).fill("拍手持对比大小");
      await watch.getByText({ zh: /今天看了 1 \/ 10 家/, en: /1 of 10 shops today/ }[locale]).waitFor();
      await new Shell(app, locale).saved();
      await app.reload();
      await watch.getByText({ zh: /今天看了 1 \/ 10 家/, en: /1 of 10 shops today/ }[locale]).waitFor();

      // Removing the product names the look that goes with it; undo brings both back.
      const remove = { name: { zh: "删除", en: "Delete" }[locale], exact: true };
      await rivals.section("ownSection").getByRole("button", remove).click();
      const asks = app.page.getByRole("dialog");
      await asks.getByText({ zh: "同款检查", en: "Same items" }[locale]).waitFor();
      await asks.getByRole("button", remove).click();
      await same.getByText({ zh: /先在“我们的商品”里/, en: /Add our products first/ }[locale]).waitFor();
      await new Shell(app, locale).undoButton().click();
      await same.getByText({ zh: "今天查了 1 / 1 款", en: "1 of 1 checked today" }[locale]).waitFor();
    }));
}
