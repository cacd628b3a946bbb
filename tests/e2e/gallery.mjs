// `cargo xtask shots --gallery [NAME…]`: every page in every state, width, language and theme, as
// pictures in tests/e2e/out/gallery/, to be looked at by whoever changes what a page looks like.

import path from "node:path";
import { closeBrowser } from "./lib/browser.mjs";
import { Camera, THINKING } from "./lib/camera.mjs";
import { restatedXlsx, shopDaysXls } from "./lib/samples.mjs";
import { withApp } from "./pages/app.mjs";
import { GoalsPage } from "./pages/goals.mjs";
import { ImportPage } from "./pages/import.mjs";
import { SamplePage } from "./pages/sample.mjs";

const OUT = path.join(import.meta.dirname, "out", "gallery");
const wanted = process.argv.slice(2);

/** What is shot: how the window is, and from which workbook on. */
const SCREENS = [
  ...["zh", "en"].flatMap((locale) =>
    ["light", "dark"].flatMap((theme) =>
      [[1440, 900], [390, 844]].map(([width, height]) => ({ locale, theme, width, height })),
    ),
  ),
  { locale: "zh", theme: "light", width: 360, height: 740 },
  { locale: "en", theme: "light", width: 900, height: 900 },
  { locale: "zh", theme: "light", width: 3840, height: 2160 },
];

/** "Today" in the sample's world, and a day on which somebody may really open it. */
const DAYS = { "": "2026-10-22T09:30:00+08:00", "-late": "2026-11-22T09:30:00+08:00" };

/** The pages that stand for themselves: on customers, competitors, ourselves, products, events. */
const PAGES = [...THINKING, "products", "bcg", "profit", "profit-control", "launch", "tests", "quadrant", "board", "diagnosis", "advice", "events"];

class Gallery {
  constructor(app, screen, name) {
    Object.assign(this, { app, page: app.page, screen });
    this.camera = new Camera(app, OUT, name);
    this.goals = new GoalsPage(app, screen.locale);
    this.files = new ImportPage(app, screen.locale);
    this.sample = new SamplePage(app, screen.locale);
  }

  async shoot(isWhole) {
    if (isWhole) await this.empty();
    await this.app.goto("#/");
    await this.sample.open();
    await this.whole("today-sample");
    await this.app.goto("#/goals");
    for (const level of ["month", "week", "year"]) {
      await this.goals.look(level);
      await this.whole(`goals-${level}`);
    }
    if (isWhole) await this.rest();
  }

  async empty() {
    for (const route of ["", "goals", "import", "archive", "settings", ...PAGES]) {
      await this.app.goto(`#/${route}`);
      await this.app.heading().waitFor();
      await this.whole(`${route || "today"}-empty`);
    }
  }

  async rest() {
    const words = this.goals.words;
    await this.goals.look("month");
    for (const [name, button] of [["setup", words.setUp], ["locks", words.locksButton], ["versions", words.versions], ["recovery", words.recover]]) {
      const opener = this.page.getByRole("button", { name: button }).first();
      if (!(await opener.isVisible())) continue;
      await opener.click();
      await this.page.getByRole("dialog").waitFor();
      await this.shot(`goals-${name}`);
      await this.page.keyboard.press("Escape");
    }
    await this.app.goto("#/import");
    await this.files.choose(restatedXlsx());
    await this.files.row("xlsx");
    await this.whole("import-nochange");
    await this.files.cancel();
    await this.app.goto("#/archive");
    await this.app.heading().waitFor();
    await this.whole("archive-sample");
    await this.app.goto("#/settings");
    await this.app.heading().waitFor();
    await this.whole("settings-sample");
    for (const route of PAGES) {
      await this.app.goto(`#/${route}`);
      await this.app.heading().waitFor();
      await this.whole(`${route}-sample`);
    }
    await this.app.goto("#/");
    await this.sample.discard();
    await this.shot("discarded");
    await this.app.goto("#/import");
    await this.files.choose(shopDaysXls());
    await this.files.row("xls");
    await this.files.apply();
    await this.whole("import-applied");
    await this.files.choose(restatedXlsx());
    await this.files.row("xlsx");
    await this.whole("import-restated");
  }

  /** The page to its end. */
  async whole(name) {
    const file = await this.camera.whole(name);
    if (await this.app.scrollsSideways()) console.log(`scrolls sideways: ${file}`);
  }

  /** What the window shows. */
  async shot(name) {
    await this.camera.shot(name);
  }
}

for (const screen of SCREENS) {
  const name = `${screen.locale}-${screen.theme}-${screen.width}`;
  if (wanted.length && !wanted.some((part) => name.includes(part))) continue;
  for (const [late, today] of Object.entries(DAYS)) {
    if (late && screen.theme === "dark") continue;
    await withApp({ ...screen, today }, (app) => new Gallery(app, screen, name + late).shoot(!late));
  }
}
await closeBrowser();
