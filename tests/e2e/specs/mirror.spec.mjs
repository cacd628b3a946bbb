// The second copy of every workbook: what the browser loses from localStorage comes back.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { withApp } from "../pages/app.mjs";
import { SamplePage } from "../pages/sample.mjs";
import { Shell } from "../pages/shell.mjs";

after(closeBrowser);

/** Everything in a store of the second database. */
const stored = (app, name) =>
  app.page.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const asked = indexedDB.open("zhanggui-1");
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          const db = asked.result;
          const all = db.transaction(name).objectStore(name).getAll();
          all.onsuccess = () => {
            db.close();
            resolve(all.result);
          };
        };
      }),
    name,
  );

const gens = (texts) => texts.map((text) => JSON.parse(text.slice(0, text.indexOf("\n"))).gen);

async function slots(app) {
  const all = Object.entries(await app.storage());
  return all.filter(([key]) => key.includes("/wb/")).map(([, text]) => text);
}

const NOTES = {
  zh: { back: /浏览器丢失了较新的内容，已从第二份副本取回/, spare: /最新内容已放入备用存储/, memory: /最新内容只在本页内存中/ },
  en: { back: /is back from the second copy/, spare: /latest changes are in the spare storage/, memory: /in this page's memory alone/ },
};

for (const locale of ["zh", "en"]) {
  test(`a wiped localStorage comes back whole from the second copy (${locale})`, () =>
    withApp({ locale }, async (app) => {
      const [sample, shell] = [new SamplePage(app, locale), new Shell(app, locale)];
      await app.goto();
      await sample.open();
      await shell.saved();
      const before = await app.storage();
      const facts = Object.keys(before).filter((key) => key.includes("/facts/"));
      assert.ok(0 < facts.length, "the sample has facts");
      assert.deepEqual(gens(await stored(app, "latest")), [Math.max(...gens(await slots(app)))]);
      assert.equal((await stored(app, "chunks")).length, facts.length);

      await app.loseLocalStorage();
      await app.reload();
      await sample.note().waitFor();
      await app.page.getByText(NOTES[locale].back).waitFor();
      const after = await app.storage();
      for (const key of facts) assert.equal(after[key], before[key], key);

      // The workbook of a damaged slot pair, too.
      await app.page.evaluate(() => {
        for (const key of Object.keys(localStorage)) {
          if (key.includes("/wb/")) localStorage.setItem(key, localStorage.getItem(key).slice(0, -5));
        }
      });
      await app.reload();
      await sample.note().waitFor();
      await app.page.getByText(NOTES[locale].back).waitFor();
    }));

  test(`a full localStorage leaves the newest version in the second copy (${locale})`, () =>
    withApp({ locale }, async (app) => {
      const [sample, shell] = [new SamplePage(app, locale), new Shell(app, locale)];
      await app.goto();
      await sample.open();
      await shell.saved();
      await app.page.evaluate(() => {
        const set = Storage.prototype.setItem;
        Storage.prototype.setItem = function (key, value) {
          if (key.includes("/wb/") && !window.hasRoom) throw new DOMException("full", "QuotaExceededError");
          return set.call(this, key, value);
        };
      });
      await app.page.evaluate(() => { location.hash = "#/settings"; });
      const name = app.page.getByLabel({ zh: "店铺或工作簿名称", en: "Name of the shop or workbook" }[locale]);
      await name.fill("Beside");
      await name.press("Tab");
      await app.page.clock.runFor(4_000);
      await app.page.getByText(NOTES[locale].spare).waitFor();
      const newest = (await stored(app, "latest"))[0];
      assert.match(newest, /"name":"Beside"/);

      // It is written by itself when there is room again.
      await app.page.evaluate(() => { window.hasRoom = true; });
      await app.page.clock.runFor(11_000);
      await shell.saved();
      assert.ok((await slots(app)).some((text) => /"name":"Beside"/.test(text)));
    }));
}

test("what is deleted for good is gone from the second copy, and does not come back", () =>
  withApp({}, async (app) => {
    const [sample, shell] = [new SamplePage(app), new Shell(app)];
    await app.goto();
    await sample.open();
    await shell.saved();
    await sample.discard();
    await app.goto("#/archive");
    await app.page.getByRole("button", { name: "彻底删除" }).click();
    await app.page.getByRole("dialog").getByRole("button", { name: "彻底删除" }).click();
    await app.page.waitForFunction(() => !Object.keys(localStorage).some((key) => /\/(wb|trash|facts)\//.test(key)));
    for (const name of ["latest", "trash", "snap", "chunks"]) assert.deepEqual(await stored(app, name), [], name);
    await app.loseLocalStorage();
    await app.reload();
    assert.equal(await sample.note().count(), 0);
  }));

test("a browser without the second database keeps what it can and says so", () =>
  withApp({}, async (app) => {
    await app.page.addInitScript(() => {
      Object.defineProperty(window, "indexedDB", { get: () => undefined });
    });
    const [sample, shell] = [new SamplePage(app), new Shell(app)];
    await app.goto();
    await sample.open();
    await shell.saved();
    await app.goto("#/archive");
    await app.page.getByText("没有第二份副本").waitFor();
    await app.reload();
    await app.goto();
    await sample.note().waitFor();
  }));

test("after a crash the second copy is not written either", () =>
  withApp({ allow: [/the app has stopped/, /zhanggui:panic|made up/] }, async (app) => {
    const [sample, shell] = [new SamplePage(app), new Shell(app)];
    await app.goto();
    await sample.open();
    await shell.saved();
    const before = gens(await stored(app, "latest"));
    const outcome = await app.page.evaluate(async () => {
      dispatchEvent(new CustomEvent("zhanggui:panic", { detail: "made up" }));
      return window.zhangguiVault("put", "0000000000000001", "{}\n", [], "{}").then(() => "written", () => "refused");
    });
    assert.equal(outcome, "refused");
    assert.deepEqual(gens(await stored(app, "latest")), before);
  }));
