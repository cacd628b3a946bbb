import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";
import { RivalsPage } from "../pages/rivals.mjs";
import { Shell } from "../pages/shell.mjs";
import { SwotPage } from "../pages/swot.mjs";

after(closeBrowser);

for (const locale of ["zh", "en"]) {
  test(`a price that fell is a change, becomes a threat, and outlives a reload (${locale})`, () =>
    withApp({ locale }, async (app) => {
      const rivals = new RivalsPage(app, locale);
      await rivals.open();
      await rivals.add("木作坊");
      await rivals.observe("2026-10-01", "128");
      await rivals.observe("2026-10-20", "108");
      const changes = rivals.section("changes");
      const row = changes.getByRole("listitem").filter({ hasText: "−15.6%" });
      assert.match(await row.innerText(), { zh: /要应对/, en: /Answer it/ }[locale]);
      await row.getByRole("button").click();
      const threat = { zh: "记为威胁", en: "Note as a threat" }[locale];
      await app.page.getByRole("menuitem", { name: threat }).click();
      await new Shell(app, locale).saved();
      await app.reload();
      await changes.getByText("−15.6%").waitFor();
      const swot = new SwotPage(app, locale);
      await swot.open();
      assert.match((await swot.entries("T"))[0], /木作坊/);
      await swot.quadrant("T").getByText("木作坊", { exact: true }).waitFor();

      // Removing the competitor names what points at it; undo brings both back.
      await rivals.open();
      await rivals.section("register").getByRole("button", { name: /木作坊/ }).click();
      await app.page.getByRole("dialog").getByRole("button", { name: { zh: "删除", en: "Delete" }[locale], exact: true }).last().click();
      const asks = app.page.getByRole("dialog", { name: { zh: /^删除“.*木作坊.*”？$/, en: /^Delete “.*木作坊.*”\?$/ }[locale] });
      await asks.getByText(/128/).waitFor();
      await asks.getByRole("button", { name: { zh: "删除", en: "Delete" }[locale], exact: true }).click();
      await new Shell(app, locale).undoButton().click();
      await rivals.section("register").getByRole("button", { name: /木作坊/ }).waitFor();
    }));
}

test("a price under break-even is refused and says why; the same at break-even is taken", () =>
  withApp({}, async (app) => {
    const rivals = new RivalsPage(app);
    await rivals.open();
    await rivals.addOwn("首饰盒", "128", "69", "15");
    await rivals.section("ownSection").getByText("保本价 ¥81.18").waitFor();
    await rivals.section("bands").getByText("首饰盒 ¥128.00").waitFor();
    const answers = rivals.section("answers");
    await answers.getByRole("button", { name: "加一条应对" }).click();
    const their = answers.getByLabel("对手价");
    await their.fill("50");
    await their.press("Enter");
    await answers.getByText(/两件 ¥90\.00（每件 ¥45\.00，省 10\.0%）/).waitFor();
    const our = answers.getByLabel("我们的价");
    await our.fill("81.17");
    await our.press("Enter");
    await answers.getByText(/低于保本价 ¥81\.18/).waitFor();
    await our.fill("128");
    await our.press("Enter");
    await answers.getByText(/每件赚 ¥39\.80，利润率 31\.09%/).waitFor();
    await new Shell(app).saved();
    await app.reload();
    assert.equal(await rivals.section("answers").getByLabel("我们的价").inputValue(), "128");
  }));
