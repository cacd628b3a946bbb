// What holds for every page as it is seen: no finding of axe-core in any theme, language and
// width, nothing that sticks out, nothing that moves where motion is not wanted.

import fs from "node:fs";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { agencyDays, plansOfADay } from "../lib/unknown.mjs";
import { withApp } from "../pages/app.mjs";
import { GoalsPage } from "../pages/goals.mjs";
import { ImportPage } from "../pages/import.mjs";
import { MappingPanel } from "../pages/mapping.mjs";
import { SamplePage } from "../pages/sample.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every page that the navigation leads to: one that is new is held to all of this as well. */
async function routes(page) {
  return page.locator("nav.rail a[href^='#/']").evaluateAll((links) =>
    links.map((link) => link.getAttribute("href").slice(2)),
  );
}

const WIDTHS = [[1440, 900], [390, 844]];

/** What axe-core finds on the page as it stands: rule, and the elements. */
async function findings(page) {
  // As a debugger's expression, since the page's own policy runs no script but its own.
  if (!(await page.evaluate("typeof axe !== 'undefined'"))) await page.evaluate(`${AXE};0`);
  return page.evaluate(async () => {
    // All that axe-core does by itself, and WCAG 2.2's size of targets.
    const { violations } = await globalThis.axe.run(document, {
      resultTypes: ["violations"],
      rules: { "target-size": { enabled: true } },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
    );
  });
}

for (const locale of ["zh", "en"]) {
  for (const theme of ["light", "dark"]) {
    for (const [width, height] of WIDTHS) {
      test(`axe-core finds nothing: ${locale}, ${theme}, ${width} px`, () =>
        withApp({ locale, theme, width, height }, async (app) => {
          const [goals, sample] = [new GoalsPage(app, locale), new SamplePage(app, locale)];
          const check = async (what) => assert.deepEqual(await findings(app.page), [], what);
          await app.goto("#/");
          const pages = await routes(app.page);
          for (const route of pages) {
            await app.goto(`#/${route}`);
            await app.heading().waitFor();
            await check(`#/${route}, empty`);
          }
          await app.goto("#/");
          await sample.open();
          for (const route of [...pages, "products/stock", "diagnosis/traffic", "diagnosis/checks"]) {
            await app.goto(`#/${route}`);
            await app.heading().waitFor();
            await check(`#/${route}, sample`);
          }
          await goals.open();
          for (const level of ["year", "week", "month"]) {
            await goals.look(level);
            await check(`goals by ${level}`);
          }
          for (const name of [goals.words.setUp, goals.words.versions, goals.words.locksButton]) {
            await app.page.getByRole("button", { name }).first().click();
            await app.page.getByRole("dialog").waitFor();
            await check(`the dialog of ${name}`);
            await app.page.keyboard.press("Escape");
            await app.page.getByRole("dialog").waitFor({ state: "detached" });
          }
          const [files, panel] = [new ImportPage(app, locale), new MappingPanel(app, locale)];
          await files.open();
          await files.choose(agencyDays());
          await panel.heading().waitFor();
          await check("the panel of an unknown table");
          await panel.press(panel.words.read);
          await files.apply();
          await app.page.getByRole("heading", { name: panel.words.list }).waitFor();
          await check("the list of mappings");
        }));
    }
  }
}

for (const width of [360, 390, 641, 900, 1100, 1440, 3840]) {
  test(`no page of the sample scrolls sideways at ${width} px`, () =>
    withApp({ width, height: 900, locale: width === 900 ? "en" : "zh" }, async (app) => {
      const locale = width === 900 ? "en" : "zh";
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      for (const route of await routes(app.page)) {
        await app.goto(`#/${route}`);
        await app.heading().waitFor();
        assert.equal(await app.scrollsSideways(), false, route);
      }
      const goals = new GoalsPage(app, locale);
      await goals.open();
      for (const level of ["year", "week", "month"]) {
        await goals.look(level);
        assert.equal(await app.scrollsSideways(), false, level);
      }
      const [files, panel] = [new ImportPage(app, locale), new MappingPanel(app, locale)];
      await files.open();
      await files.choose(plansOfADay());
      await panel.heading().waitFor();
      assert.equal(await app.scrollsSideways(), false, "the panel of an unknown table");
    }));
}

test("where motion is not wanted, nothing moves", () =>
  withApp({}, async (app) => {
    await app.goto("#/");
    await new SamplePage(app).open();
    const moving = await app.page.evaluate(() =>
      [...document.querySelectorAll("*")].filter((element) => {
        const style = getComputedStyle(element);
        const seconds = `${style.transitionDuration}, ${style.animationDuration}`.split(", ");
        return seconds.some((one) => 0.01 < Number.parseFloat(one));
      }).length,
    );
    assert.equal(moving, 0);
  }));

test("on paper there is the page and nothing of the frame around it", () =>
  withApp({}, async (app) => {
    await app.goto("#/");
    await new SamplePage(app).open();
    await app.page.emulateMedia({ media: "print" });
    const shell = new Shell(app);
    assert.deepEqual(await shell.pages(), []);
    assert.equal(await app.page.locator(".topbar, .toasts, .sample-note").filter({ visible: true }).count(), 0);
    assert.ok(await app.heading().isVisible());
  }));
