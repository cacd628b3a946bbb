// Advertising: what it cost and brought, whether it pays, what is decided, how a budget is shared.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { AdsPage } from "../pages/ads.mjs";
import { withApp } from "../pages/app.mjs";
import { SamplePage } from "../pages/sample.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);

for (const locale of ["zh", "en"]) {
  test(`plans are held against breaking even, decided and made tasks: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [ads, shell] = [new AdsPage(app, locale), new Shell(app, locale)];
      const { words } = ads;
      await ads.open();
      await app.page.getByText(words.empty).waitFor();
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await ads.open();
      await ads.rows().nth(7).waitFor();
      assert.equal(await ads.rows().count(), 8);
      // A typed margin says where it breaks even: 1 ÷ 40 %.
      await ads.type(words.terms, words.margin, "40");
      await ads.region(words.total).getByText(words.even("2.50")).waitFor();
      // A plan by keys; what is decided of it stands in the table, and becomes a task.
      await ads.rows().first().getByRole("gridcell").first().click();
      const chosen = ads.region(words.chosen);
      await chosen.getByLabel(words.decision, { exact: true }).selectOption({ label: words.raise });
      await ads.rows().filter({ hasText: words.raise }).first().waitFor();
      const why = chosen.getByLabel(words.why, { exact: true });
      await why.fill("30 天都回本");
      await why.blur();
      await chosen.getByRole("button", { name: words.make }).click();
      await chosen.getByRole("button", { name: words.made }).waitFor();
      await shell.saved();
      await app.reload();
      await ads.rows().filter({ hasText: words.raise }).first().waitFor();
      // Channels are the sums of their plans.
      await app.page.getByRole("radio", { name: words.by }).check();
      await app.page.waitForFunction(() => document.querySelectorAll("tbody .grid-row").length < 16);
      await shell.undoButton().click();
      await ads.rows().nth(7).waitFor();
    }));

  test(`a budget is shared out within its limits, or it is said why not: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const ads = new AdsPage(app, locale);
      const { words } = ads;
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await ads.open();
      const budget = ads.region(words.budget);
      await budget.locator("tbody .grid-row").nth(7).waitFor();
      const before = await budget.innerText();
      await ads.type(words.budget, words.budgetTotal, "1");
      await budget.getByText(words.floors).waitFor();
      await ads.type(words.budget, words.budgetTotal, "");
      await app.page.waitForFunction(
        (before) => [...document.querySelectorAll("section")].some((one) => one.innerText === before),
        before,
      );
    }));

  test(`on a phone everything can be read: ${locale}`, () =>
    withApp({ locale, width: 390, height: 844 }, async (app) => {
      const ads = new AdsPage(app, locale);
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await ads.open();
      await ads.rows().nth(7).waitFor();
      await app.page.getByLabel(ads.words.period, { exact: true }).selectOption({ label: (await app.page.getByLabel(ads.words.period, { exact: true }).locator("option").allInnerTexts()).find((text) => ads.words.days.test(text)) });
      await ads.region(ads.words.total).getByText(ads.words.spend, { exact: true }).waitFor();
      assert.equal(await app.scrollsSideways(), false);
    }));
}
