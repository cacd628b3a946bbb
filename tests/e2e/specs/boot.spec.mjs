import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";

after(closeBrowser);

test("the app starts under a sub-path, without a word on the console", () =>
  withApp({}, async (app) => {
    await app.goto();
    assert.notEqual((await app.text()).trim(), "");
  }));
