// Advice: its figures, a task of it, keeping it quiet, its limits; by role and by keys.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";
import { AdvicePage } from "../pages/advice.mjs";
import { SamplePage } from "../pages/sample.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);

for (const locale of ["zh", "en"]) {
  test(`advice is read, accepted, kept quiet and its limits changed: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [page, shell] = [new AdvicePage(app, locale), new Shell(app, locale)];
      const { words } = page;
      await page.open();
      await app.page.getByText(words.empty).waitFor();
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await page.open();
      await page.all().first().waitFor();
      // Each shows at least one figure with the limit that it passed.
      for (const one of await page.all().all()) {
        assert.ok(await one.getByRole("list", { name: words.figures }).getByRole("listitem").count());
        assert.match(await one.innerText(), /[≤≥<>]/);
      }
      // A task, once.
      const first = page.all().first();
      const head = await first.locator("b").first().innerText();
      await first.getByRole("button", { name: words.task }).click();
      await first.getByRole("button", { name: words.made }).waitFor();
      await shell.undoButton().click();
      await first.getByRole("button", { name: words.task }).waitFor();
      // For later, by keys; and now again.
      await first.getByRole("button", { name: words.later }).focus();
      await app.page.keyboard.press("Enter");
      await app.page.getByRole("menuitem", { name: words.week }).click();
      const quiet = page.region(words.quiet);
      await quiet.getByText(head, { exact: true }).waitFor();
      assert.equal(await page.all().filter({ hasText: head }).count(), 0);
      await quiet.getByRole("button", { name: words.wake }).click();
      await page.all().filter({ hasText: head }).first().waitFor();
      // A limit is the user's: three leading items in place of five, and the rule's own again.
      const leading = page.all().filter({ hasText: words.hero });
      const rules = page.region(words.rules);
      await rules.locator("summary", { hasText: words.hero }).click();
      const limit = rules.getByLabel(words.rank, { exact: true });
      assert.equal(await limit.inputValue(), "5");
      await limit.fill("0");
      await limit.press("Enter");
      await leading.first().waitFor({ state: "detached" });
      await limit.fill("");
      await limit.press("Enter");
      await app.page.waitForFunction(() => [...document.querySelectorAll(".advice-limits input")].some((one) => one.value === "5"));
    }));

  test(`advice on a phone: ${locale}`, () =>
    withApp({ locale, width: 390, height: 844 }, async (app) => {
      const page = new AdvicePage(app, locale);
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await page.open();
      await page.all().first().waitFor();
      assert.equal(await app.scrollsSideways(), false);
    }));
}
