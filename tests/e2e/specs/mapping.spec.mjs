// Tables that no dialect knows: somebody says what they are, and the workbook remembers.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import path from "node:path";
import { closeBrowser } from "../lib/browser.mjs";
import { agencyDays, plansOfADay } from "../lib/unknown.mjs";
import { withApp } from "../pages/app.mjs";
import { ImportPage } from "../pages/import.mjs";
import { MappingPanel } from "../pages/mapping.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);

const SEEN = {
  zh: {
    toMap: "待对应", sales: "支付金额", visitors: "访客数", cvr: "支付转化率", tenThousand: "万元", percent: "百分数（省了 %）",
    ignore: "不用这一列", dropped: /1 列（4 格）可能是个人信息/, refused: /这行不会导入：「营业收入\(万元\)」不是数字/, sums: "合计行，跳过",
    by: /按你的对应「代运营日报/, readBy: /照你的对应「代运营日报/, applied: /新增 3 天/, name: "代运营", undo: "撤销",
  },
  en: {
    toMap: "To be mapped", sales: "Sales (GMV)", visitors: "Visitors", cvr: "Pay conversion (CVR)", tenThousand: "¥10,000", percent: "Percent, without %",
    ignore: "Not used", dropped: /1 column \(4 cells\) may hold personal data/, refused: /This row will be refused: “营业收入\(万元\)” is not a number/, sums: "A row of sums, left out",
    by: /Your mapping “代运营日报/, readBy: /Read with your mapping “代运营日报/, applied: /3 new days/, name: "Agency", undo: "Undo",
  },
};

for (const locale of ["zh", "en"]) {
  test(`an unknown table is told by hand once, and read by itself ever after: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [files, panel, shell] = [new ImportPage(app, locale), new MappingPanel(app, locale), new Shell(app, locale)];
      const [seen, words] = [SEEN[locale], panel.words];
      const first = agencyDays("10");
      await files.open();
      await files.choose(first);
      await panel.heading().waitFor();
      await app.page.getByText(seen.toMap).waitFor();
      // What may name somebody is counted, and nowhere else.
      await app.page.getByText(seen.dropped).waitFor();
      const html = await app.page.content();
      for (const text of ["16000009061", "负责人手机号", "<b>备用</b>"]) assert.ok(!html.includes(text), text);
      // The guess: by likeness, by the words of units; what is not like anything is not used.
      assert.equal(await panel.chosen(words.date), "交易日");
      assert.equal(await panel.chosen(words.feeds("自定义一")), seen.ignore);
      await panel.choose(words.feeds("营业收入(万元)"), seen.sales);
      await panel.choose(words.scale("营业收入(万元)"), seen.tenThousand);
      await panel.choose(words.feeds("来访人数"), seen.visitors);
      await panel.choose(words.feeds("成交率(%)"), seen.cvr);
      await panel.choose(words.scale("成交率(%)"), seen.percent);
      // The preview says what the first rows become: a value, none, refused with its reason.
      const rows = panel.preview();
      await rows.filter({ hasText: "12,500.00" }).filter({ hasText: "1,200" }).filter({ hasText: "3.25%" }).waitFor();
      await rows.filter({ hasText: "2026-10-02" }).filter({ hasText: "900" }).filter({ hasText: /—|–/ }).waitFor();
      await rows.filter({ hasText: seen.refused }).waitFor();
      await rows.filter({ hasText: seen.sums }).waitFor();
      await panel.press(words.read);
      assert.match(await files.row(path.basename(first)), seen.by);
      await app.page.getByText(seen.readBy).waitFor();
      await files.apply();
      assert.match(await files.outcome(), seen.applied);
      // One step: figures and mapping.
      await shell.undoButton().click();
      await app.page.getByRole("heading", { name: words.list }).waitFor({ state: "detached" });
      assert.equal(await shell.undoButton().isEnabled(), false);
      await shell.redoButton().click();
      await app.page.getByRole("heading", { name: words.list }).waitFor();
      await shell.saved();
      assert.ok(!JSON.stringify(await app.storage()).includes("16000009"), "no phone is kept");

      // After a reload a file of the same headers is read by itself.
      await app.page.reload();
      await app.page.getByRole("heading", { name: words.list }).waitFor();
      const second = agencyDays("09");
      await files.choose(second);
      assert.match(await files.row(path.basename(second)), seen.by);
      // It can be read otherwise: conversion is not used any more.
      await panel.press(words.change);
      await panel.choose(words.feeds("成交率(%)"), seen.ignore);
      await panel.press(words.read);
      assert.match(await files.row(path.basename(second)), seen.by);
      await files.apply();
      assert.match(await files.outcome(), seen.applied);

      // Renamed, changed without a file, removed, and back.
      const name = app.page.getByRole("row").filter({ hasText: /2/ }).getByRole("textbox").first();
      const old = await name.inputValue();
      await name.fill(seen.name);
      await app.page.getByRole("button", { name: words.edit(seen.name) }).click();
      await panel.heading().waitFor();
      await panel.choose(words.feeds("来访人数"), seen.ignore);
      await panel.press(words.save);
      await panel.heading().waitFor({ state: "detached" });
      await panel.press(words.remove(seen.name));
      await app.page.getByRole("heading", { name: words.list }).waitFor({ state: "detached" });
      await shell.undoButton().click();
      await panel.field(words.nameOf(seen.name)).waitFor();
      await shell.undoButton().click();
      await shell.undoButton().click();
      await panel.field(words.nameOf(old)).waitFor();
    }));
}

test("a table of one day takes its date from its name, or is asked for it, by keyboard, on a phone", () =>
  withApp({ width: 390, height: 844 }, async (app) => {
    const [files, panel] = [new ImportPage(app), new MappingPanel(app)];
    const { words } = panel;
    const plans = plansOfADay();
    await files.open();
    await files.choose(plans);
    await panel.heading().waitFor();
    assert.equal(await app.scrollsSideways(), false);
    // By keyboard alone: typing chooses in a list, Tab goes on.
    const subject = panel.field(words.subject);
    await subject.focus();
    await app.page.keyboard.type("一个推广计划");
    await app.page.keyboard.press("Tab");
    assert.equal(await panel.chosen(words.subject), "一个推广计划");
    await panel.choose(words.plan, "投放计划");
    await panel.choose(words.feeds("花掉"), "花费");
    await panel.choose(words.feeds("展示"), "展现量");
    assert.equal(await panel.field(words.from).inputValue(), "2026-10-19");
    await panel.field(words.from).fill("");
    await panel.field(words.to).fill("");
    const read = app.page.getByRole("button", { name: words.read });
    await app.page.getByText("请填这个文件是哪一天的").first().waitFor();
    assert.equal(await read.isEnabled(), false);
    await panel.field(words.from).fill("2026-10-18");
    await panel.preview().filter({ hasText: "春季拉新" }).filter({ hasText: "128.50" }).filter({ hasText: "2026-10-18" }).waitFor();
    await read.focus();
    await app.page.keyboard.press("Enter");
    assert.match(await files.row(path.basename(plans)), /2026-10-18/);
    assert.equal(await app.scrollsSideways(), false);
    await files.apply();
    assert.match(await files.outcome(), /流量与推广 2 行/);
  }));
