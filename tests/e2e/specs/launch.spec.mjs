// New products: added, moved by keys, menu and pointer, scored against a pass line, made a product
// in one step that undo takes back; plans with days that do not fit.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";
import { LaunchPage } from "../pages/launch.mjs";
import { SamplePage } from "../pages/sample.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);

for (const locale of ["zh", "en"]) {
  test(`cards are added and moved by keys, menu and pointer: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [launch, shell] = [new LaunchPage(app, locale), new Shell(app, locale)];
      const { words } = launch;
      await launch.open();
      await launch.add(0, "甲", "乙", "丙");
      await launch.has(0, ["甲", "乙", "丙"]);
      await launch.press("甲", "ArrowDown");
      await launch.has(0, ["乙", "甲", "丙"]);
      await launch.press("甲", "ArrowRight");
      await launch.has(1, ["甲"]);
      // The focus stays on what was moved: the next key moves it on.
      await app.page.locator(".drag-handle:focus").waitFor();
      await app.page.keyboard.press("ArrowRight");
      await launch.has(2, ["甲"]);
      await launch.drag("乙", 1);
      await launch.has(1, ["乙"]);
      await launch.choose("丙", words.moveTo(words.stages[3]));
      await launch.has(3, ["丙"]);
      await shell.undoButton().click();
      await launch.has(0, ["丙"]);
      await shell.saved();
      await app.reload();
      await launch.has(2, ["甲"]);
    }));

  test(`an item is scored, fails, passes and becomes a product: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [launch, shell] = [new LaunchPage(app, locale), new Shell(app, locale)];
      const { words } = launch;
      await launch.open();
      await launch.add(3, "Box");
      let dialog = await launch.card("Box");
      await dialog.getByRole("textbox", { name: words.problem, exact: true }).fill("No knots");
      // (30 × 2 + 25 × 3 + 25 × 3 + 20 × 3) ÷ 100 = 2.70.
      await launch.score(dialog, 2, 3, 3, 3);
      await dialog.getByText(words.fails, { exact: true }).waitFor();
      await dialog.getByText("2.70").waitFor();
      await dialog.getByText(words.fix).waitFor();
      await dialog.getByRole("button", { name: words.anyway }).waitFor();
      await launch.score(dialog, 5, 4);
      await dialog.getByText(words.passes, { exact: true }).waitFor();
      // Days that do not fit are said.
      await dialog.getByLabel(words.launchOn).fill("2026-11-20");
      await dialog.getByLabel(words.ready).fill("2026-11-25");
      await dialog.getByText(words.late).waitFor();
      await dialog.getByRole("button", { name: words.addChannel }).click();
      const budget = dialog.getByRole("textbox", { name: words.budget });
      await budget.fill("1.2万");
      await budget.press("Tab");
      await dialog.getByText(words.sum).getByText("12,000").waitFor();
      await dialog.getByRole("button", { name: words.list, exact: true }).click();
      await dialog.waitFor({ state: "detached" });
      await launch.has(3, []);
      const listed = app.page.getByRole("region", { name: words.listed, exact: true });
      await listed.getByRole("link", { name: words.product }).click();
      await app.page.getByRole("grid", { name: words.products }).getByText("Box").waitFor();
      // One step: product and link go together.
      await launch.open();
      await shell.undoButton().click();
      await launch.has(3, ["Box"]);
      assert.equal(await listed.count(), 0);

      await launch.choose("Box", words.task);
      await app.page.getByText(words.made).waitFor();
      dialog = await launch.card("Box");
      await dialog.locator(".linked").getByText("Box").waitFor();
      await dialog.getByRole("combobox", { name: words.verdict, exact: true }).selectOption({ label: words.stop });
      await app.page.keyboard.press("Escape");
      await launch.has(3, []);
      const stopped = app.page.getByRole("region", { name: words.stopped, exact: true });
      await stopped.getByRole("button", { name: words.back }).click();
      await launch.has(3, ["Box"]);
      // What points at it is named before it goes.
      await launch.choose("Box", words.delete);
      dialog = app.page.getByRole("dialog");
      await dialog.locator(".linked").getByText("Box").waitFor();
      await dialog.getByRole("button", { name: words.delete, exact: true }).click();
      await launch.has(3, []);
      await shell.undoButton().click();
      await launch.has(3, ["Box"]);
    }));

  test(`the pass line and the weights are the user's to change: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const launch = new LaunchPage(app, locale);
      const { words } = launch;
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await launch.open();
      const stage = launch.stage(3);
      await stage.getByText(`3.95 ${words.passes}`).waitFor();
      await app.page.getByText(words.scoring, { exact: true }).click();
      await app.page.getByRole("combobox", { name: words.line }).selectOption({ label: "4.00" });
      await stage.getByText(`3.95 ${words.fails}`).waitFor();
      // Without the price: (30 × 4 + 25 × 4 + 20 × 5) ÷ 75 = 4.27.
      const weight = app.page.getByRole("textbox", { name: words.weight(words.criteria[2]) });
      await weight.fill("0");
      await weight.press("Enter");
      await stage.getByText(`4.27 ${words.passes}`).waitFor();
    }));
}

const SEASON = {
  zh: { title: "上新时间节点", add: "加一个季节", name: "季节名称", event: "为哪个节点", launch: "计划上新", early: /太早 \d+ 天/, late: /太晚 \d+ 天/, within: /时间合适/, launched: /上新了吗$/, selling: /卖得动吗$/, has: "已上", sells: "在卖", wait: /再等等/, go: /可以上/, women: "3.8 节", hits: "爆款打造清单", addProduct: "加一款商品", noProducts: /还没有商品：/, product: "给哪款商品打单", done: (step) => `${step} 完成日期`, value: "提高产品价值", progress: /完成 5 \/ 13 步/, box: "月光镜面双层首饰盒", traffic: /不做聚划算/ },
  en: { title: "Season timing", add: "Add a season", name: "Name of the season", event: "For which event", launch: "Own launch planned on", early: /days too early/, late: /days too late/, within: /^In time/, launched: /launched\?$/, selling: /selling\?$/, has: "Launched", sells: "Sells", wait: /: wait/, go: /: go\./, women: "Women's Day 3.8", hits: "Building a bestseller", addProduct: "Add a product", noProducts: /No products yet:/, product: "Product", done: (step) => `Done on, ${step}`, value: "Raise the product's value", progress: /5 of 13 steps done/, box: "Moonlight mirror box, two tiers", traffic: /stay out of deals/ },
};

for (const locale of ["zh", "en"]) {
  test(`a season says wait or go, early or late; a bestseller has its steps: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const launch = new LaunchPage(app, locale);
      const words = SEASON[locale];
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await launch.open();
      const part = app.page.getByRole("region", { name: words.title, exact: true });
      await part.getByText(words.go).waitFor();
      await part.getByRole("button", { name: words.add }).click();
      const season = part.locator(".launch-season").nth(1);
      await season.getByRole("textbox", { name: words.name }).fill("Spring");
      await season.getByRole("combobox", { name: words.event }).selectOption({ label: words.women });
      const day = season.getByLabel(words.launch);
      for (const [date, said] of [["2027-01-04", words.early], ["2027-02-10", words.within], ["2027-03-06", words.late]]) {
        await day.fill(date);
        await season.getByText(said).waitFor();
      }
      const launched = season.getByRole("combobox", { name: words.launched });
      await launched.nth(0).selectOption({ label: words.has });
      await season.getByText(words.wait).waitFor();
      await season.getByRole("combobox", { name: words.selling }).nth(0).selectOption({ label: words.sells });
      await season.getByText(words.go).waitFor();

      const hits = app.page.getByRole("region", { name: words.hits, exact: true });
      await hits.getByText(words.traffic).waitFor();
      await hits.getByLabel(words.done(words.value)).fill("2026-10-30");
      await hits.getByText(words.progress).waitFor();
      assert.equal(await hits.getByRole("combobox", { name: words.product }).inputValue(), "1");
    }));

  test(`a bestseller begins with a product, also in an empty workbook: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const launch = new LaunchPage(app, locale);
      const words = SEASON[locale];
      await launch.open();
      const hits = app.page.getByRole("region", { name: words.hits, exact: true });
      await hits.getByText(words.noProducts).waitFor();
      assert.equal(await hits.getByRole("combobox").count(), 0);
      await hits.getByRole("button", { name: words.addProduct }).click();
      const name = hits.getByRole("textbox", { name: words.addProduct });
      await name.fill("首饰盒");
      await name.press("Enter");
      await hits.getByLabel(words.done(words.value)).waitFor();
      assert.equal(await hits.getByRole("combobox", { name: words.product }).inputValue(), "1");
    }));
}
