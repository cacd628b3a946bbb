// `cargo xtask shots`: the screenshots of the README, made by driving the app as the tests do.

import fs from "node:fs";
import path from "node:path";
import { closeBrowser } from "./lib/browser.mjs";
import { shopDaysXls } from "./lib/samples.mjs";
import { withApp } from "./pages/app.mjs";
import { GoalsPage } from "./pages/goals.mjs";
import { ImportPage } from "./pages/import.mjs";

const OUT = path.join(import.meta.dirname, "..", "..", "docs", "screenshots");
fs.mkdirSync(OUT, { recursive: true });

for (const [locale, ending] of [["en", ""], ["zh", "-zh"]]) {
  // In October, so that a month is half over: what is behind, and what is ahead.
  await withApp({ locale, today: "2026-10-22T09:30:00+08:00" }, async (app) => {
    const [files, goals] = [new ImportPage(app, locale), new GoalsPage(app, locale)];
    await files.open();
    await files.choose(shopDaysXls());
    await files.row(".xls");
    await files.apply();
    await goals.open();
    await goals.setTarget("1.65M");
    await goals.look("month");
    await app.page.screenshot({ path: path.join(OUT, `goals${ending}.png`) });
    await app.goto("#/");
    await app.heading().waitFor();
    await app.page.screenshot({ path: path.join(OUT, `today${ending}.png`) });
  });
}
await closeBrowser();
