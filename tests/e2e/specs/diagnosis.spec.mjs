// The diagnosis: verdict, waterfall, reasons, products, campaigns, by role and by keys.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";
import { DiagnosisPage } from "../pages/diagnosis.mjs";
import { SamplePage } from "../pages/sample.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);

for (const locale of ["zh", "en"]) {
  test(`a month is held against others, explained and acted on: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [page, shell] = [new DiagnosisPage(app, locale), new Shell(app, locale)];
      const { words } = page;
      await page.open();
      await app.page.getByText(words.empty).waitFor();
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await page.open();
      await page.choose(words.september);
      // The sample's story: more came, fewer of them bought, and it was one item.
      await page.verdict().filter({ hasText: "−¥8,744.33" }).waitFor();
      const said = await page.verdict().innerText();
      for (const part of ["¥121,045.93", "+¥31,940", "−¥26,082", "−¥14,602"]) assert.ok(said.includes(part), `${part}: ${said}`);
      const why = page.region(words.why);
      await why.getByText(words.hero).waitFor();
      await why.getByText("3.14% → 1.43%").waitFor();
      // A task, once; and taken back.
      const line = why.getByRole("listitem").filter({ hasText: words.hero });
      await line.getByRole("button", { name: words.task }).click();
      await line.getByRole("button", { name: words.made }).waitFor();
      await shell.undoButton().click();
      await line.getByRole("button", { name: words.task }).waitFor();
      // Parts add up to the headline.
      await page.region(words.mix).getByRole("row").last().filter({ hasText: "−¥8,744.33" }).waitFor();
      const items = page.region(words.items);
      const n_first = await items.getByRole("row").count();
      await items.getByRole("button", { name: words.all }).click();
      await app.page.waitForFunction((n) => document.querySelectorAll(".diagnosis-items tr").length > n, n_first);
      assert.ok((await page.region(words.campaigns).getByRole("row").count()) > 1);
      // The chart by keys, and as a table.
      const chart = page.region(words.chart);
      await chart.getByRole("img").focus();
      await app.page.keyboard.press("End");
      await chart.locator("[aria-live=polite]").filter({ hasText: "¥121,045.93" }).first().waitFor({ state: "attached" });
      await chart.getByText(words.asTable).click();
      await chart.locator(".chart-table tbody tr").nth(4).waitFor();
      await chart.getByText(words.how, { exact: true }).click();
      await chart.getByText(words.basis).waitFor();
      // Against the target, last year and usual days; then own dates.
      for (const idx of [1, 2, 3]) {
        const before = await page.verdict().innerText();
        await page.against(idx);
        await app.page.waitForFunction((before) => document.querySelector(".diagnosis-verdict")?.innerText !== before, before);
        if (idx === 1) await page.verdict().getByText(words.missed).waitFor();
      }
      await page.choose(words.custom);
      const from = app.page.getByLabel(words.from, { exact: true });
      await from.fill("2026-09-20");
      await from.blur();
      await page.verdict().filter({ hasText: "20" }).waitFor();
      // A rate of too few visitors has no arrow.
      const least = app.page.getByLabel(words.least, { exact: true });
      await least.fill("900000");
      await least.press("Enter");
      await chart.getByText(words.few).waitFor();
    }));

  test(`on a phone: ${locale}`, () =>
    withApp({ locale, width: 390, height: 844 }, async (app) => {
      const page = new DiagnosisPage(app, locale);
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await page.open();
      await page.verdict().waitFor();
      assert.equal(await app.scrollsSideways(), false);
    }));
}
