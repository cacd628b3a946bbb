// What the running page asks its host for: the files of its build, and nothing else.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import { closeBrowser } from "../lib/browser.mjs";
import { partsOfPage } from "../lib/dist.mjs";
import { samplesDir, shopDaysXls } from "../lib/samples.mjs";
import { withApp } from "../pages/app.mjs";
import { ImportPage } from "../pages/import.mjs";

before(samplesDir);
after(closeBrowser);

const HOME = process.env.ZHANGGUI_URL;
const DIST = process.env.ZHANGGUI_DIST;

test("a page asks for the files of its build, and fetches its wasm and the sample alone", () =>
  withApp({ locale: "en" }, async (app) => {
    const asked = [];
    app.page.context().on("request", (request) => {
      if (/^https?:/.test(request.url())) asked.push([request.url(), request.resourceType()]);
    });
    await app.goto();
    await app.page.getByRole("button", { name: "Open the sample shop" }).click();
    await app.page.getByRole("heading", { level: 1 }).waitFor();
    for (const route of ["goals", "events", "archive", "settings"]) await app.goto(`#/${route}`);
    const files = new ImportPage(app, "en");
    await files.open();
    await files.choose(shopDaysXls());
    await files.row(".xls");

    const paths = asked.map(([url, kind]) => [url.slice(HOME.length).replace(/[?#].*/, ""), kind]);
    const built = new Set(fs.readdirSync(DIST, { recursive: true }).map(String));
    const strange = paths.filter(([path]) => path !== "" && !built.has(path));
    assert.deepEqual(strange, [], "asked for what the build does not have");
    const fetched = paths.filter(([, kind]) => ["fetch", "xhr"].includes(kind)).map(([path]) => path);
    const known = /^((zhanggui|importer)[\w-]*\.wasm|sample(-en)?\.zhanggui\.json)$/;
    const parts = partsOfPage().map(({ name }) => name);
    const others = fetched.filter((path) => !known.test(path) && !parts.includes(path));
    assert.deepEqual(others, []);
    assert.ok(fetched.some((path) => path.startsWith("sample")), "the sample was not fetched");
  }));
