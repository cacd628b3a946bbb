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
