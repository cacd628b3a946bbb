import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { InputMethod } from "../lib/ime.mjs";
import { withApp } from "../pages/app.mjs";
import { JourneyPage } from "../pages/journey.mjs";
import { SamplePage } from "../pages/sample.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);

for (const locale of ["zh", "en"]) {
  test(`scores make the two lists, outlive a reload and are taken back: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [journey, shell] = [new JourneyPage(app, locale), new Shell(app, locale)];
      const { words } = journey;
      await journey.open();
      await journey.takeTemplate();
      assert.equal(await journey.grid().getByRole("rowheader").count(), 30, "25 factors in 5 stages");
      await journey.score(words.workmanship, ["5", "2", "3"]);
      await journey.score(words.card, ["1", "4", "5"]);
      assert.deepEqual((await journey.cells(words.workmanship)).slice(0, 5), [words.workmanship, "5", "2", "3", "3"]);
      assert.deepEqual(await journey.listed(words.first), [words.workmanship]);
      assert.deepEqual(await journey.listed(words.savings), [words.card]);
      await shell.saved();
      await app.reload();
      await journey.grid().waitFor();
      assert.deepEqual(await journey.listed(words.first), [words.workmanship]);

      await journey.score(words.workmanship, ["5", "5", "3"]);
      assert.deepEqual(await journey.listed(words.first), []);
      for (let n = 0; n < 3 && (await journey.listed(words.first)).length === 0; n += 1) {
        await shell.undoButton().click();
      }
      assert.deepEqual(await journey.listed(words.first), [words.workmanship]);
    }));
}

test("a factor becomes a SWOT entry, a factor of the curve and an action, and stays linked", () =>
  withApp({}, async (app) => {
    const [journey, shell] = [new JourneyPage(app), new Shell(app)];
    const { words } = journey;
    await journey.open();
    await journey.takeTemplate();
    await journey.choose(words.workmanship);
    const detail = journey.detail();
    await detail.getByRole("button", { name: words.swot }).click();
    await app.page.getByRole("menuitem", { name: words.weakness }).click();
    await detail.getByRole("button", { name: words.curve }).click();
    await detail.getByRole("button", { name: words.task }).click();
    const links = detail.getByRole("listitem");
    await assert.doesNotReject(links.nth(2).waitFor());
    const kinds = (await links.allInnerTexts()).map((text) => text.split(/\s/)[0]);
    assert.deepEqual(kinds.sort(), ["SWOT", "价值曲线", "行动"].sort());

    // Deleting it names what points at it; undo brings all of it back.
    await detail.getByRole("button", { name: words.remove }).click();
    const dialog = app.page.getByRole("dialog");
    await dialog.getByRole("listitem").nth(2).waitFor();
    assert.equal(await dialog.getByRole("listitem").count(), 3);
    await dialog.getByRole("button", { name: words.remove, exact: true }).click();
    await journey.row(words.workmanship).waitFor({ state: "detached" });
    await shell.undoButton().click();
    await journey.choose(words.workmanship);
    await links.nth(2).waitFor();

    // The curve has it under the other language's name after a switch of the language.
    await shell.switchLanguage();
    await new JourneyPage(app, "en").row("Workmanship and quality").waitFor();
  }));

test("pinyin is written into the fields without a key being taken", () =>
  withApp({}, async (app) => {
    const journey = new JourneyPage(app);
    await journey.open();
    await journey.takeTemplate();
    await journey.choose(journey.words.workmanship);
    const note = journey.detail().getByLabel(journey.words.note, { exact: true });
    await note.focus();
    const method = await InputMethod.of(app.page);
    for (const text of ["h", "he", "he zi"]) await method.compose(text);
    await method.key("Enter");
    await method.commit("盒子");
    assert.equal(await note.inputValue(), "盒子");
    assert.ok(await method.isSameElement(note), "the field was rebuilt while it was typed into");
  }));

test("a stage's pain and a step of a visit are kept", () =>
  withApp({ width: 390, height: 844 }, async (app) => {
    const [journey, shell] = [new JourneyPage(app), new Shell(app)];
    const { words } = journey;
    await journey.open();
    const receive = app.page.getByRole("group", { name: words.receive });
    await receive.getByRole("textbox", { name: words.pain }).fill("盒盖松");
    await app.page.getByRole("button", { name: words.step }).click();
    await app.page.getByRole("textbox", { name: words.saw }).fill("主图是礼盒");
    assert.equal(await app.scrollsSideways(), false);
    await shell.saved();
    await app.reload();
    assert.equal(await receive.getByRole("textbox", { name: words.pain }).inputValue(), "盒盖松");
    assert.equal(await app.page.getByRole("textbox", { name: words.saw }).inputValue(), "主图是礼盒");
  }));

for (const locale of ["zh", "en"]) {
  test(`the map shows each reader the rows of their view; views are kept and undone: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [journey, shell] = [new JourneyPage(app, locale), new Shell(app, locale)];
      const { words } = journey;
      await journey.open();
      assert.deepEqual(await journey.lanes(words.buy), words.lanes);
      await app.page.getByRole("button", { name: words.takeTouch }).click();
      const touch = app.page.getByRole("group", { name: words.buy, exact: true }).getByRole("textbox", { name: words.touch });
      assert.match(await touch.inputValue(), /→/);
      await app.page.getByRole("button", { name: words.takeTouch }).waitFor({ state: "detached" });

      await journey.lookAs(words.service);
      assert.deepEqual(await journey.lanes(words.buy), words.lanes.slice(1, 4));
      await journey.toggleRow(words.lanes[4]);
      assert.deepEqual(await journey.lanes(words.buy), words.lanes.slice(1));
      await app.page.getByRole("button", { name: words.reset }).click();
      assert.deepEqual(await journey.lanes(words.buy), words.lanes.slice(1, 4));

      // Hiding a row of everything makes a view of one's own, with a name.
      await journey.lookAs(words.all);
      await journey.toggleRow(words.lanes[0]);
      await app.page.getByRole("textbox", { name: words.viewName }).fill("A");
      await shell.saved();
      await app.reload();
      await journey.lookAs("A");
      assert.deepEqual(await journey.lanes(words.buy), words.lanes.slice(1));
      await app.page.getByRole("button", { name: words.removeView }).click();
      assert.deepEqual(await journey.lanes(words.buy), words.lanes);
      await shell.undoButton().click();
      await journey.lookAs("A");
    }));

  test(`the mood is keyed and typed, says its lowest stage, and is undone: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [journey, shell] = [new JourneyPage(app, locale), new Shell(app, locale)];
      const { words } = journey;
      await journey.open();
      const mood = journey.region(words.mood);
      await mood.getByText(words.none).first().waitFor();
      const dots = journey.dots();
      await dots.nth(4).waitFor();
      assert.equal(await dots.count(), 5);
      await dots.nth(1).focus();
      await app.page.keyboard.press("End");
      await dots.nth(2).focus();
      await app.page.keyboard.press("3");
      await app.page.keyboard.press("ArrowDown");
      assert.deepEqual(await journey.moods(words.today), ["–", "5", "2", "–", "–"]);
      assert.match(await dots.nth(1).getAttribute("aria-valuetext"), /^5 /);
      // A digit beyond the scale is not taken.
      await app.page.keyboard.press("9");
      assert.equal(await dots.nth(2).getAttribute("aria-valuenow"), "2");

      await mood.getByRole("combobox", { name: words.edited }).selectOption({ label: words.target });
      await dots.nth(2).focus();
      await app.page.keyboard.press("4");
      await mood.getByText(words.says).first().waitFor();
      await shell.saved();
      await app.reload();
      await mood.getByText(words.says).first().waitFor();
      assert.deepEqual(await journey.moods(words.target), ["–", "–", "4", "–", "–"]);

      // By pointer: up to the top of the plot.
      const dot = dots.nth(4);
      await dot.scrollIntoViewIfNeeded();
      const box = await dot.boundingBox();
      await app.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await app.page.mouse.down();
      await app.page.mouse.move(box.x + box.width / 2, box.y - 900, { steps: 5 });
      await app.page.mouse.up();
      assert.equal((await journey.moods(words.today))[4], "5");
      await shell.undoButton().click();
      assert.equal((await journey.moods(words.today))[4], "–");
    }));

  test(`a step without a number says so in words: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const journey = new JourneyPage(app, locale);
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await journey.open();
      await app.page.getByText(journey.words.missing, { exact: true }).waitFor();
      // A stage of the map carries the numbers of its steps.
      const buy = app.page.getByRole("group", { name: journey.words.buy, exact: true });
      await buy.getByText(/756/).waitFor();
    }));
}
