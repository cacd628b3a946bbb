// `cargo xtask shots`: the screenshots of the README, made from the sample shop by driving the
// app as the tests do.

import fs from "node:fs";
import path from "node:path";
import { closeBrowser } from "./lib/browser.mjs";
import { withApp } from "./pages/app.mjs";
import { GoalsPage } from "./pages/goals.mjs";
import { SamplePage } from "./pages/sample.mjs";

const OUT = path.join(import.meta.dirname, "..", "..", "docs", "screenshots");
fs.mkdirSync(OUT, { recursive: true });

for (const [locale, ending, october] of [["en", "", "Oct"], ["zh", "-zh", "10月"]]) {
  await withApp({ locale }, async (app) => {
    await app.goto("#/");
    await new SamplePage(app, locale).open();
    await app.page.screenshot({ path: path.join(OUT, `today${ending}.png`) });
    const goals = new GoalsPage(app, locale);
    await goals.open();
    await goals.look("month");
    // The last month that is over: a target for each day, and what each day really sold.
    await app.page.getByRole("button", { name: new RegExp(`^${october}`) }).click();
    await app.page.getByRole("heading", { name: new RegExp(`^${october}`) }).first().waitFor();
    await app.page.mouse.move(0, 0);
    await app.page.screenshot({ path: path.join(OUT, `goals${ending}.png`) });
  });
}
await closeBrowser();
