// Tests of products and pictures: typed and pasted numbers, what they say, when it is too early,
// the decision that becomes an action, removal and undo.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";
import { SamplePage } from "../pages/sample.mjs";
import { Shell } from "../pages/shell.mjs";
import { TrialsPage } from "../pages/trials.mjs";

after(closeBrowser);

for (const locale of ["zh", "en"]) {
  test(`numbers are typed, tested, decided and become an action: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [trials, shell] = [new TrialsPage(app, locale), new Shell(app, locale)];
      const { words } = trials;
      await trials.open();
      await app.page.getByText(words.none).waitFor();
      await trials.create();
      await app.page.getByRole("textbox", { name: words.name, exact: true }).fill("Box");
      const [a, b] = ["A", "B"].map(words.letter);
      // V-15.
      await trials.type("impressions", a, "1,000");
      await trials.type("clicks", a, "20");
      await trials.type("impressions", b, "1000");
      // Going on in one field is one step.
      await trials.type("clicks", b, "4");
      await trials.type("clicks", b, "40");
      await shell.undoButton().click();
      const field = await trials.field("clicks", b).elementHandle();
      await app.page.waitForFunction((field) => field.value === "", field);
      await trials.type("clicks", b, "40");
      await trials.verdict().getByText(words.early).waitFor();
      const cells = await trials.pair();
      assert.match(cells[0], new RegExp(`${b}.*${a}`));
      assert.deepEqual(cells.slice(3, 6), ["+100.0%", "2.622", "0.0088"]);
      await app.page.getByText(words.daysLeft).waitFor();
      // Whoever looks for more than twice as many clicks has enough with as few.
      await trials.plan("base", "2");
      await trials.plan("lift", "120");
      await trials.verdict().getByText(new RegExp(words.winner)).waitFor();
      // More clicks than impressions is said at the field, and nothing is compared.
      await trials.type("clicks", b, "4000");
      await app.page.getByText(words.impossible).waitFor();
      assert.equal(await trials.region(words.compare).count(), 0);
      await shell.undoButton().click();
      await trials.region(words.compare).waitFor();

      await app.page.getByRole("combobox", { name: words.taken }).selectOption({ label: b });
      await app.page.getByRole("textbox", { name: words.why, exact: true }).fill("+100%");
      await app.page.getByRole("button", { name: words.task }).click();
      await app.page.getByText(words.made).waitFor();
      await app.page.locator(".linked").getByText(b).waitFor();
      await shell.saved();
      await app.reload();
      await trials.verdict().getByText(new RegExp(words.winner)).waitFor();
      assert.equal(await app.page.getByRole("textbox", { name: words.why, exact: true }).inputValue(), "+100%");

      // What points at it is named before it goes; undo brings both back.
      await app.page.getByRole("button", { name: words.delete }).click();
      const dialog = app.page.getByRole("dialog");
      await dialog.locator(".linked").getByText(b).waitFor();
      await dialog.getByRole("button", { name: words.confirm, exact: true }).click();
      await app.page.getByText(words.none).waitFor();
      await shell.undoButton().click();
      await trials.verdict().waitFor();
    }));

  test(`a table is pasted, and three variants are corrected: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [trials, shell] = [new TrialsPage(app, locale), new Shell(app, locale)];
      const { words } = trials;
      await trials.open();
      await trials.create();
      await trials.pasteTable("创意名称\t展现量\t点击率\t点击量\t花费\nP\t10,000\t2%\t200\t150\nQ\t10,000\t2.4%\t240\t168.5\nR\t10,000\t3%\t300\t180\n");
      await trials.field("clicks", "R").waitFor();
      assert.equal(await trials.field("clicks", "R").inputValue(), "300");
      await app.page.getByText(words.holm).waitFor();
      assert.deepEqual((await trials.pair(0)).slice(4, 7), ["1.928", "0.0538", "0.0538"]);
      assert.deepEqual((await trials.pair(2)).slice(5, 7), ["0.0089", "0.0177"]);
      // The chart: keys read it, its table has the same numbers, the picture is a drawing.
      const chart = trials.region(words.chart);
      await chart.getByRole("img").focus();
      await app.page.keyboard.press("ArrowDown");
      await chart.locator(".chart-said").getByText(/^P/).waitFor();
      await chart.getByText(words.asTable).click();
      // The table is built when it is opened.
      await chart.locator("tbody tr").nth(2).waitFor();
      assert.deepEqual(await chart.locator("tbody tr").nth(2).locator("th, td").allInnerTexts(), ["R", "10,000", "3.00%", "2.68%", "3.35%"]);
      const download = app.page.waitForEvent("download");
      await chart.getByRole("button", { name: words.svg }).click();
      assert.match((await download).suggestedFilename(), /\.svg$/);
      await app.page.getByRole("button", { name: words.remove("R") }).click();
      await trials.field("clicks", "R").waitFor({ state: "detached" });
      await shell.undoButton().click();
      await trials.field("clicks", "R").waitFor();
    }));

  test(`the sample has a winner, a hasty leader and an open one: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const trials = new TrialsPage(app, locale);
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await trials.open();
      const picks = trials.list().getByRole("button");
      assert.equal(await picks.count(), 3);
      await trials.verdict().getByText(trials.words.early).waitFor();
      await picks.nth(1).click();
      await trials.verdict().getByText(new RegExp(trials.words.winner)).waitFor();
    }));
}
