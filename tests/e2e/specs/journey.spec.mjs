import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { InputMethod } from "../lib/ime.mjs";
import { withApp } from "../pages/app.mjs";
import { JourneyPage } from "../pages/journey.mjs";
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
