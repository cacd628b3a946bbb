import { after, test } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";
import { PositionPage } from "../pages/position.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);

for (const locale of ["zh", "en"]) {
  test(`one level is chosen, the statement is written, absolute terms are pointed out: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [position, shell] = [new PositionPage(app, locale), new Shell(app, locale)];
      const { words } = position;
      await position.open();
      const warning = app.page.getByText(words.noLevel);
      await warning.waitFor();
      for (const name of [words.other, words.level]) {
        await app.page.getByRole("group", { name, exact: true }).getByRole("radio").check();
      }
      await warning.waitFor({ state: "detached" });
      assert.equal(await app.page.getByRole("radio", { checked: true }).filter({ visible: true }).count(), 1);
      await app.page.getByLabel(words.field).fill("高端小众女装");
      await app.page.locator(".position-sentence", { hasText: "高端小众女装" }).waitFor();
      await app.page.getByLabel(words.slogan, { exact: true }).fill("全网销量第一");
      await app.page.getByText(/第一”/).waitFor();
      await shell.saved();
      await app.reload();
      assert.equal(await app.page.getByLabel(words.slogan, { exact: true }).inputValue(), "全网销量第一");
      assert.ok(await app.page.getByRole("group", { name: words.level, exact: true }).getByRole("radio").isChecked());
    }));

  test(`the curve is keyed, dragged, typed and taken back: ${locale}`, () =>
    withApp({ locale }, async (app) => {
      const [position, shell] = [new PositionPage(app, locale), new Shell(app, locale)];
      await position.open();
      await position.addFactor();
      await position.addFactor();
      await position.grid().waitFor();
      // By digits and arrows.
      await position.handles().nth(0).focus();
      await app.page.keyboard.press("7");
      await app.page.keyboard.press("ArrowUp");
      assert.deepEqual(await position.targets(), ["8", "–"]);
      // By pointer: up to the top of the plot.
      const handle = position.handles().nth(1);
      await handle.scrollIntoViewIfNeeded();
      const box = await handle.boundingBox();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await app.page.mouse.move(x, y);
      await app.page.mouse.down();
      await app.page.mouse.move(x, y - 60, { steps: 4 });
      await app.page.mouse.move(x, y - 1_000, { steps: 4 });
      await app.page.mouse.up();
      assert.deepEqual(await position.targets(), ["8", "10"]);
      assert.equal(await handle.getAttribute("aria-valuenow"), "10");
      // By typing: today 5 against a target of 8 is to be raised.
      await position.type(0, 2, "5");
      const raise = app.page.getByRole("group", { name: position.words.raise, exact: true });
      await raise.getByText("5 → 8 (+3)").waitFor();
      const focus = position.region(position.words.figures).getByRole("row", { name: position.words.focus });
      assert.match(await focus.innerText(), /5\.6%/);
      await shell.undoButton().click();
      await raise.getByText("5 → 8 (+3)").waitFor({ state: "detached" });
      await shell.undoButton().click();
      assert.deepEqual(await position.targets(), ["8", "–"]);
    }));
}

test("every line of the curve is named at its end, apart from the others and inside", () =>
  withApp({}, async (app) => {
    const [position, shell] = [new PositionPage(app), new Shell(app)];
    await position.open();
    await position.addFactor();
    await position.grid().waitFor();
    for (const [column, score] of [[2, "7"], [3, "7"], [4, "6"]]) await position.type(0, column, score);
    await shell.saved();
    const download = app.page.waitForEvent("download");
    await position.region(position.words.curve).getByRole("button", { name: "存为 SVG" }).click();
    const svg = fs.readFileSync(await (await download).path(), "utf8");
    const texts = [...svg.matchAll(/<text x="(\d+)" y="(\d+)"[^>]*>\s*([^<]+?)\s*<\/text>/g)];
    // Each stands at the end of its line, and once more in the key below.
    const ends = ["我们今天", "我们目标", "行业平均"].map((name) => texts.filter((text) => text[3] === name));
    assert.deepEqual(ends.map((found) => found.length), [2, 2, 2]);
    const heights = ends.map(([end]) => Number(end[2])).sort((a, b) => a - b);
    const line = 14 * 8;
    for (const [idx, height] of heights.slice(1).entries()) assert.ok(line <= height - heights[idx] + 8, `${heights}`);
  }));

test("a link that does not fit is named, and its change is followed through", () =>
  withApp({}, async (app) => {
    const [position, shell] = [new PositionPage(app), new Shell(app)];
    const { words } = position;
    await position.open();
    await app.page.getByRole("button", { name: words.chain }).click();
    const link = app.page.getByRole("group", { name: words.material, exact: true });
    await link.getByLabel(words.conforms).selectOption({ label: words.no });
    await app.page.getByRole("alert").filter({ hasText: words.material }).waitFor();
    await link.getByRole("button", { name: words.change }).click();
    const changes = position.region(words.changes);
    await changes.locator("summary").click();
    const price = changes.getByRole("group", { name: words.price, exact: true });
    await price.getByLabel(words.needs).selectOption({ label: words.yes });
    await changes.getByText("0%").waitFor();
    await price.getByLabel(words.done).check();
    await changes.getByText("100%").waitFor();
    await shell.saved();
    await app.reload();
    await changes.getByText("100%").waitFor();
  }));
