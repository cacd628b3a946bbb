// The check-up: scores, those who ask, what a visitor is worth, hero products, sanity of figures.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";
import { DiagnosisPage } from "../pages/diagnosis.mjs";
import { SamplePage } from "../pages/sample.mjs";

after(closeBrowser);

for (const locale of ["zh", "en"]) {
  test(`the check-up says what is short and by how much: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const page = new DiagnosisPage(app, locale);
      const { words } = page;
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await app.goto("#/diagnosis/checks");
      // Logistics stands at 4.79827: of a thousand ratings 173 ÷ 20.2 more are needed, nine.
      const scores = page.region(words.scores);
      await scores.getByRole("row").nth(3).waitFor();
      await scores.getByLabel(words.ratings, { exact: true }).fill("1000");
      await scores.getByLabel(words.ratings, { exact: true }).press("Enter");
      const logistics = scores.getByRole("row").filter({ hasText: words.logistics });
      await logistics.filter({ hasText: /4.79/ }).getByRole("cell", { name: /^9( 个)?$/ }).waitFor();
      await logistics.getByRole("button", { name: words.task, exact: true }).click();
      await logistics.getByRole("button", { name: words.made, exact: true }).waitFor();
      await page.region(words.inquiry).getByText(words.inquiryShort).waitFor();
      // Twice as much better brings twice as much.
      const worth = page.region(words.worth);
      const gain = () => worth.getByRole("row").filter({ hasText: words.aov }).first().getByRole("cell").nth(0).innerText();
      await worth.getByRole("row").nth(5).waitFor();
      const before = Number((await gain()).replace(/[^\d]/g, ""));
      await worth.getByLabel(words.better, { exact: true }).fill("20");
      await worth.getByLabel(words.better, { exact: true }).press("Enter");
      await worth.getByRole("row").filter({ hasText: words.aov }).first().filter({ hasNotText: before.toLocaleString("en") }).waitFor();
      const then = Number((await gain()).replace(/[^\d]/g, ""));
      assert.ok(Math.abs(then - 2 * before) <= 2, `${before} ${then}`);
      const heroes = page.region(words.heroes);
      await heroes.getByRole("row").nth(5).waitFor();
      assert.equal(await heroes.getByRole("row").count(), 6);
      await page.region(words.sanity).getByRole("heading").waitFor();
      assert.equal(await app.scrollsSideways(), false);
    }));
}
