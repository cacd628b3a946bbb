// The page comes in parts: the first one first, each of the others when it is needed.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { filesOfPage, laterStyle, partsOfPage } from "../lib/dist.mjs";
import { withApp } from "../pages/app.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);

/** Notes the files that a page asks for, and keeps it from asking for more while it is idle. */
async function busy(app) {
  const files = [];
  app.page.on("request", (request) => {
    const name = new URL(request.url()).pathname.split("/").at(-1);
    // The browser asks for the icon when it likes.
    if (request.url().startsWith("data:") || /\.(svg|ico)$/.test(name)) return;
    files.push(name || "index.html");
  });
  await app.page.addInitScript(() => {
    window.requestIdleCallback = (call) => {
      window.beIdle = call;
    };
  });
  return files;
}

test("a first visit fetches the files of the home page, each once, and no others", () =>
  withApp({}, async (app) => {
    const files = await busy(app);
    await app.goto();
    await app.page.getByRole("button", { name: "打开示例店铺" }).waitFor();
    assert.deepEqual(files.sort(), filesOfPage().sort());
  }));

test("when the browser is idle, every part comes, and pages then open without a request", () =>
  withApp({}, async (app) => {
    const files = await busy(app);
    await app.goto();
    await app.page.evaluate(() => window.beIdle());
    const parts = [...partsOfPage(), laterStyle()].map(({ name }) => name);
    while (!parts.every((name) => files.includes(name))) {
      await app.page.waitForEvent("requestfinished");
    }
    const before = files.length;
    await new Shell(app).open("设置");
    await app.page.getByRole("heading", { level: 1, name: "设置" }).waitFor();
    assert.equal(files.length, before);
    assert.deepEqual(files.filter((name) => parts.includes(name)).sort(), parts.sort());
  }));

test("a page whose part does not come says so, and opens when it is asked for again", () =>
  withApp({ allow: [/ERR_|Failed to fetch|TypeError/] }, async (app) => {
    await busy(app);
    await app.goto();
    const shell = new Shell(app);
    await app.page.route(/more-[^/]*\.wasm$/, (route) => route.abort("internetdisconnected"));
    await shell.open("设置");
    await app.page.getByRole("alert").getByText("这一页没能打开").waitFor();
    await shell.open("今天");
    await app.page.getByRole("button", { name: "打开示例店铺" }).waitFor();
    await shell.open("设置");
    await app.page.getByRole("alert").waitFor();
    await app.page.unroute(/more-[^/]*\.wasm$/);
    await app.page.getByRole("button", { name: "再试一次" }).click();
    await app.page.getByRole("heading", { level: 1, name: "设置" }).waitFor();
  }));

test("a part that was changed on the way does not run", () =>
  withApp({ allow: [/integrity/i, /Failed to fetch|TypeError/] }, async (app) => {
    await busy(app);
    await app.goto();
    await app.page.route(/more-[^/]*\.wasm$/, async (route) => {
      const response = await route.fetch();
      const body = Buffer.from(await response.body());
      body[body.length - 1] ^= 1;
      await route.fulfill({ response, body });
    });
    await new Shell(app).open("设置");
    await app.page.getByRole("alert").getByText("这一页没能打开").waitFor();
  }));

test("where a workbook is stored and what opens it does not come, nothing is shown as empty", () =>
  withApp({ allow: [/ERR_|Failed to fetch|TypeError/] }, async (app) => {
    const page = app.page;
    await app.goto();
    await page.getByRole("button", { name: "打开示例店铺" }).click();
    await page.getByRole("button", { name: "丢掉示例" }).waitFor();
    await page.getByText(/已保存/).waitFor();
    await page.route(/workbook-[^/]*\.wasm$/, (route) => route.abort("internetdisconnected"));
    await page.reload();
    await page.getByRole("alert").getByText("这一页没能打开").waitFor();
    assert.equal(await page.getByRole("button", { name: "打开示例店铺" }).count(), 0);
    await page.unroute(/workbook-[^/]*\.wasm$/);
    await page.getByRole("button", { name: "再试一次" }).click();
    await page.getByRole("button", { name: "丢掉示例" }).waitFor();
  }));
