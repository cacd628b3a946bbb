// Cells and parts of the goals, in both languages: floors, caps, notes, unlocking; weights and
// locks of a split.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";
import { GoalsPage, number } from "../pages/goals.mjs";

after(closeBrowser);

const WORDS = {
  zh: { target: "165万", nov: "11月", settings: "单元格设置…", floor: "不少于", cap: "不多于", note: "备注", save: "保存", unlock: "解锁", refused: "这个数放不进去", unchanged: "还没有改动任何数", addSplit: "添加拆分", owner: "负责人", edit: "名称与权重", weight: "权重", partRefused: "拆分里锁定的数放不进去", total: "合计", visitors: "访客数", cvr: "支付转化率", aov: "客单价", hold: "固定" },
  en: { target: "1.65M", nov: "Nov", settings: "Cell settings…", floor: "Not less than", cap: "Not more than", note: "Note", save: "Save", unlock: "Unlock", refused: "This number does not fit", unchanged: "Nothing was changed", addSplit: "Add a split", owner: "Owner", edit: "Names and weights", weight: "Weight", partRefused: "The locked cells of the split do not fit", total: "Total", visitors: "Visitors", cvr: "Pay CVR", aov: "AOV", hold: "Hold " },
};

async function withGoals(locale, journey) {
  await withApp({ locale }, async (app) => {
    const goals = new GoalsPage(app, locale);
    await goals.open();
    await goals.setTarget(WORDS[locale].target);
    await journey(app, goals, WORDS[locale]);
  });
}

/** The row of a table by its name. */
const line = (app, goals, title, name) =>
  goals.grid(title).getByRole("row").filter({ has: app.page.getByRole("rowheader", { name, exact: true }) });

const amountOf = async (goals, title, name) => {
  const rows = await goals.rows(title);
  return number(rows.find(([title]) => title === name)[1]);
};

for (const locale of ["zh", "en"]) {
  test(`a month is bounded, noted, typed over and freed (${locale})`, () =>
    withGoals(locale, async (app, goals, words) => {
      const { page } = app;
      await goals.look("year");
      const before = await amountOf(goals, "months", words.nov);
      const set = async (label, text) => {
        await line(app, goals, "months", words.nov).getByRole("gridcell").first().click();
        await page.keyboard.press("Alt+Enter");
        const dialog = page.getByRole("dialog");
        const field = dialog.getByLabel(label, { exact: true });
        await field.fill(text);
        await field.press("Tab");
        await dialog.getByRole("button", { name: words.save, exact: true }).click();
        await dialog.waitFor({ state: "hidden" });
      };
      const shows = (amount) =>
        page.waitForFunction(
          ([grid, name, amount]) => {
            const rows = [...document.querySelectorAll(`[role=grid][aria-label="${grid}"] [role=row]`)];
            const row = rows.find((row) => row.querySelector(".grid-text")?.textContent.trim() === name);
            return row?.querySelectorAll(".grid-text")[1].textContent.replace(/,/g, "") === String(amount);
          },
          [goals.words.months, words.nov, amount],
        );
      await set(words.floor, "200000");
      await shows(200_000);
      assert.equal(await amountOf(goals, "months", goals.words.total), 1_650_000);
      await set(words.floor, "");
      await shows(before);
      await set(words.cap, "100000");
      await shows(100_000);
      await set(words.note, "双11 / 11.11");
      const cell = line(app, goals, "months", words.nov).getByRole("gridcell").first();
      await page.waitForFunction((title) => document.querySelector(`[title="${title}"]`), "双11 / 11.11");
      // Typed over above its cap it is refused, and stays as it was.
      await goals.type("months", words.nov, "120000");
      await page.getByText(words.refused).first().waitFor();
      const said = await page.locator("body").innerText();
      assert.ok(said.includes("¥120,000") && said.includes("¥100,000") && said.includes(words.unchanged), said);
      await page.keyboard.press("Escape");
      await goals.type("months", words.nov, "90000");
      await shows(90_000);
      await cell.and(page.locator("[data-locked]")).waitFor();
      await cell.click();
      await page.keyboard.press("Alt+Enter");
      await page.getByRole("dialog").getByRole("button", { name: words.unlock, exact: true }).click();
      await shows(100_000);
      assert.equal(await line(app, goals, "months", words.nov).locator("[data-locked]").count(), 0);
    }));

  test(`parts share by weight, hold what is typed, and refuse what cannot be (${locale})`, () =>
    withGoals(locale, async (app, goals, words) => {
      const { page } = app;
      await page.getByRole("button", { name: words.addSplit }).click();
      await page.getByRole("menuitem", { name: words.owner }).click();
      const grid = page.getByRole("grid", { name: words.owner });
      const row = (name) => grid.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
      const cells = async (name) => (await row(name).locator(".grid-text").allTextContents()).slice(1).map(number);
      const one = `${words.owner} 1`;
      await page.getByText(words.edit).click();
      const weight = page.getByLabel(words.weight, { exact: true }).first();
      const even = (await cells(one)).at(-1);
      assert.equal(even, 825_000, "two parts begin even");
      await weight.fill("300");
      await weight.press("Enter");
      await page.waitForFunction(
        ([grid, sum]) => document.querySelector(`[role=grid][aria-label="${grid}"]`).textContent.includes(sum),
        [words.owner, "1,237,500"],
      );
      // January of the first part is typed over; its month and its year still add up.
      await row(one).getByRole("gridcell").first().click();
      await page.keyboard.type("50000");
      await page.keyboard.press("Enter");
      await row(one).locator("[data-locked]").waitFor();
      const [first, second, total] = [await cells(one), await cells(`${words.owner} 2`), await cells(words.total)];
      assert.equal(first[0], 50_000);
      assert.equal(first.at(-1) + second.at(-1), 1_650_000);
      assert.ok(Math.abs(first[0] + second[0] - total[0]) <= 1, "whole yuan of 分 that add up");
      const kept = await cells(one);
      await row(one).getByRole("gridcell").first().click();
      await page.keyboard.type("900000");
      await page.keyboard.press("Enter");
      await page.getByText(words.partRefused).first().waitFor();
      await page.keyboard.press("Escape");
      assert.deepEqual(await cells(one), kept);
    }));

  test(`every period says what it takes, and holds what it is told to (${locale})`, () =>
    withGoals(locale, async (app, goals, words) => {
      const { page } = app;
      const field = (name) => page.getByLabel(name, { exact: true });
      const set = async (name, text) => {
        await field(name).fill(text);
        await field(name).press("Enter");
      };
      await goals.look("year");
      await set(words.cvr, "3");
      await set(words.aov, "100");
      // ¥1,650,000 ÷ (3 % × ¥100) = 550,000.
      await page.waitForFunction(() => [...document.querySelectorAll("input")].some(({ value }) => value === "550,000"));
      await goals.look("week");
      // A week goes by the year, until it plans something itself.
      assert.match(await field(words.cvr).inputValue(), /^3(\.0+)?%?$/);
      const visitors = async () => number(await field(words.visitors).inputValue());
      const before = await visitors();
      await page.getByLabel(words.hold + words.aov, { exact: true }).check();
      await set(words.cvr, "6");
      await page.waitForFunction((before) => {
        const all = [...document.querySelectorAll("input")].map(({ value }) => Number(value.replace(/,/g, "")));
        return all.includes(Math.ceil(before / 2)) || all.includes(Math.floor(before / 2));
      }, before);
      assert.match(await field(words.aov).inputValue(), /^¥?100(\.00)?$/);
      await goals.look("year");
      assert.match(await field(words.cvr).inputValue(), /^3(\.0+)?%?$/);
    }));
}
