// Traffic sources in the diagnosis: their part of the headline, the table, another mix; by role,
// by label and by keys, on the sample and on imported exports of both layouts.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { samplesDir, shopDaysXls, sourceDays } from "../lib/samples.mjs";
import { withApp } from "../pages/app.mjs";
import { DiagnosisPage } from "../pages/diagnosis.mjs";
import { ImportPage } from "../pages/import.mjs";
import { SamplePage } from "../pages/sample.mjs";

after(closeBrowser);
before(samplesDir);

/** Whole yuan of a cell: "▲ +1,234". */
const yuan = (text) => Number(text.replace("−", "-").replace(/[^\d-]/g, ""));

for (const locale of ["zh", "en"]) {
  test(`the headline is shared out to channels and sources: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const page = new DiagnosisPage(app, locale);
      const { words } = page;
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await page.open();
      const part = page.region(words.bySource);
      const rows = part.locator(".diagnosis-items tbody tr");
      await part.getByText(words.overlap).waitFor();
      for (const [idx, least] of [[1, 9], [0, 5]]) {
        await part.getByRole("radio", { name: words.split[idx], exact: true }).check({ force: true });
        await part.getByRole("columnheader", { name: words.split[idx], exact: true }).waitFor();
        const gaps = (await rows.locator("td:nth-of-type(3)").allInnerTexts()).map(yuan);
        assert.ok(least <= gaps.length, `${gaps}`);
        // Each row is rounded to the yuan; the last one is the headline.
        const sum = gaps.slice(0, -1).reduce((a, b) => a + b, 0);
        assert.ok(Math.abs(sum - gaps.at(-1)) <= gaps.length, `${gaps}`);
        assert.equal(gaps.at(-1), 6064);
      }
      for (const channel of words.channels) await part.getByRole("rowheader", { name: channel, exact: true }).waitFor();
      // The waterfall ends at what the shop took, by keys and as a table.
      await part.getByRole("img").focus();
      await app.page.keyboard.press("End");
      await part.locator("[aria-live=polite]").filter({ hasText: "¥127,109.56" }).first().waitFor({ state: "attached" });
      await part.getByText(words.asTable).click();
      await part.locator(".chart-table tbody tr").nth(9).waitFor();
    }));

  test(`sources are compared, and another mix is tried: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const page = new DiagnosisPage(app, locale);
      const { words } = page;
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await app.goto("#/diagnosis/traffic");
      const table = page.region(words.sources);
      const cells = (name) => table.getByRole("row").filter({ hasText: name }).first().getByRole("gridcell");
      await table.getByText(words.search, { exact: true }).waitFor();
      await cells(words.search).filter({ hasText: "11,995" }).waitFor();
      await table.getByRole("columnheader", { name: words.sort, exact: true }).click();
      // A channel is the user's: typed in the cell, and back when emptied.
      const trial = page.region(words.mixIf);
      const slider = trial.getByRole("slider", { name: words.search, exact: true });
      const number = (name) => trial.getByLabel(words.visitors(name), { exact: true });
      const value = (name) => number(name).inputValue().then((text) => Number(text.replaceAll(",", "")));
      const total = () => trial.getByRole("row").filter({ hasText: words.people }).getByRole("cell").nth(1).innerText();
      await number(words.search).waitFor();
      assert.equal(await value(words.search), 11995);
      const before = await total();
      // From the feed to search: the total stays, what is left is shared by the others.
      await number(words.search).fill("20000");
      await number(words.search).press("Enter");
      await app.page.waitForFunction(() => document.querySelector(".diagnosis-lever input[type=range]").value === "20000");
      assert.ok((await value(words.feed)) < 5781);
      assert.equal(await total(), before);
      // Never more than there are.
      await number(words.search).fill("9000000");
      await number(words.search).press("Enter");
      await trial.getByRole("row").filter({ hasText: words.people }).filter({ hasText: before }).waitFor();
      await app.page.waitForFunction((all) => document.querySelector(".diagnosis-lever input[type=range]").value === all, before.replaceAll(",", ""));
      await trial.getByRole("button", { name: words.asIs }).click();
      await app.page.waitForFunction(() => document.querySelector(".diagnosis-lever input[type=range]").value === "11995");
      // By keys, with the total free: the others stay.
      await trial.getByRole("radio", { name: words.free, exact: true }).check({ force: true });
      await slider.focus();
      await app.page.keyboard.press("ArrowRight");
      await app.page.waitForFunction(() => 11995 < Number(document.querySelector(".diagnosis-lever input[type=range]").value));
      assert.equal(await value(words.feed), 5781);
      assert.notEqual(await total(), before);
      // Nothing is stored until it is a task.
      await trial.getByRole("button", { name: words.task, exact: true }).click();
      await trial.getByRole("button", { name: words.made, exact: true }).waitFor();
      const chart = page.region(words.converts);
      await chart.getByRole("img").focus();
      await app.page.keyboard.press("Home");
      await chart.locator("[aria-live=polite]").filter({ hasText: "%" }).first().waitFor({ state: "attached" });
    }));

  test(`exports of both layouts are one list: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [page, files] = [new DiagnosisPage(app, locale), new ImportPage(app, locale)];
      const { words } = page;
      await files.open();
      await files.choose(shopDaysXls(), ...sourceDays());
      await files.row("2026-10-31_2026-10-31.xls");
      await files.apply();
      await page.open();
      // The last day against the day before: old layout against new.
      await page.between("2026-10-31", "2026-10-31");
      const part = page.region(words.bySource);
      await part.getByRole("radio", { name: words.split[1], exact: true }).check({ force: true });
      // Ads are in both layouts, the cart moved to another first level; each is one row.
      const row = part.locator(".diagnosis-items tbody tr").filter({ has: app.page.getByRole("rowheader", { name: words.cart, exact: true }) });
      await row.filter({ hasText: "284" }).filter({ hasText: "1,509" }).waitFor();
      await page.look(1);
      const table = page.region(words.sources);
      const ads = table.getByRole("row").filter({ hasText: words.paidCost });
      await ads.filter({ hasText: "121" }).waitFor();
      assert.equal(await ads.count(), 1);
      // Days without sources say so.
      await page.between("2026-10-01", "2026-10-10");
      await app.page.getByText(words.noSources).waitFor();
    }));

  test(`sources on a phone: ${locale}`, () =>
    withApp({ locale, width: 390, height: 844 }, async (app) => {
      const page = new DiagnosisPage(app, locale);
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await app.goto("#/diagnosis/traffic");
      await page.region(page.words.mixIf).getByRole("slider").first().waitFor();
      assert.equal(await app.scrollsSideways(), false);
    }));
}
