// Tabs and browsers that end at random moments: what was shown as saved is there afterwards.
//
// ZHANGGUI_KILLS and ZHANGGUI_BROWSER_KILLS say how often; CI takes 40 and 4.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import { closeBrowser } from "../lib/browser.mjs";
import { newProfile, startIn } from "../lib/killable.mjs";
import { App, withApp } from "../pages/app.mjs";

after(closeBrowser);

const N_KILLS = Number(process.env.ZHANGGUI_KILLS ?? 40);
const N_BROWSER_KILLS = Number(process.env.ZHANGGUI_BROWSER_KILLS ?? 4);
/** An edit may wait this long before it is on its way, and is then in two stores. */
const MAX_LOST_MS = 2_000;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const random = (from, to) => from + Math.floor(Math.random() * (to - from));
const field = (page) => page.getByLabel(/店铺或工作簿名称|Name of the shop or workbook/);

async function rename(page, name) {
  await field(page).fill(name);
  await field(page).press("Tab");
}

/** Whether the page says that all is saved; asked in one look, with the name that it shows. */
async function look(page) {
  const state = await page.locator(".save-badge").innerText();
  return /已保存|Saved/.test(state);
}

/** The number in the stored name, -1 where nothing is stored. */
async function stored(app) {
  await app.goto("#/settings");
  await field(app.page).waitFor();
  await pause(50);
  assert.equal(await app.page.getByText(/损坏|damaged|读不出来|cannot be read/).count(), 0, "a torn load");
  const name = await field(app.page).inputValue();
  return name === "" ? -1 : Number(/(\d+)$/.exec(name)[1]);
}

/** The ways in which a tab ends. */
const ENDS = {
  async crash(page) {
    const session = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent("crash");
    session.send("Page.crash").catch(() => {});
    await crashed;
  },
  close: (page) => page.close(),
  reload: (page) => page.reload({ waitUntil: "commit" }),
  leave: (page) => page.goto("about:blank"),
};

test(`${N_KILLS} tabs end at random moments and no saved edit is lost`, { timeout: 60_000 + N_KILLS * 15_000 }, () =>
  withApp({ clock: "real", allow: [/./] }, async (app) => {
    const context = app.page.context();
    let [last, n_lost, n_confirmed, n_edits] = [-1, 0, 0, 0];
    const count = {};
    await app.goto("#/settings");
    for (let round = 0; round < N_KILLS; round += 1) {
      let confirmed = last;
      for (let n = random(1, 4); 0 < n; n -= 1) {
        last += 1;
        n_edits += 1;
        await rename(app.page, `店 ${last}`);
        await pause(random(0, 1_400));
        if (await look(app.page)) confirmed = last;
      }
      if (confirmed === last) n_confirmed += 1;
      const kinds = Object.keys(ENDS);
      const kind = kinds[random(0, kinds.length)];
      count[kind] = (count[kind] ?? 0) + 1;
      await ENDS[kind](app.page);
      if (kind === "crash" || kind === "close") {
        await app.page.close().catch(() => {});
        app = new App(await context.newPage(), app.seen);
        app.page.setDefaultTimeout(20_000);
      } else {
        await app.page.goto("about:blank");
      }
      const found = await stored(app);
      if (found < confirmed) n_lost += 1;
      assert.ok(confirmed <= found, `${kind}: ${confirmed} was saved, ${found} is there`);
      assert.ok(found <= last);
      last = Math.max(found, last);
    }
    console.log(`kills: ${N_KILLS} (${JSON.stringify(count)}), ${n_edits} edits, ${n_confirmed} rounds ended saved, ${n_lost} saved edits lost`);
  }));

test(`${N_BROWSER_KILLS} browsers are killed and at most two seconds are lost`, { timeout: 60_000 + N_BROWSER_KILLS * 60_000 }, async () => {
  let [worst, n_local_older] = [0, 0];
  const profile = newProfile();
  let last = -1;
  try {
    for (let round = 0; round < N_BROWSER_KILLS; round += 1) {
      const { page, kill } = await startIn(profile);
      const made = new Map();
      let confirmed = last;
      try {
        page.setDefaultTimeout(20_000);
        const app = new App(page, []);
        const found = await stored(app);
        assert.ok(round === 0 || 0 <= found);
        const until = Date.now() + random(3_000, 12_000);
        while (Date.now() < until) {
          last += 1;
          await rename(page, `店 ${last}`);
          made.set(last, Date.now());
          await pause(random(50, 900));
          if (await look(page)) confirmed = last;
        }
      } finally {
        await kill();
      }
      const killed = Date.now();
      const again = await startIn(profile);
      try {
        const app = new App(again.page, []);
        const found = await stored(app);
        if (0 < (await again.page.getByText(/从第二份副本取回|back from the second copy/).count())) n_local_older += 1;
        assert.ok(confirmed <= found, `${confirmed} was saved, ${found} is there`);
        const lost = made.has(found + 1) ? killed - made.get(found + 1) : 0;
        worst = Math.max(worst, lost);
        assert.ok(lost <= MAX_LOST_MS, `${lost} ms are lost`);
        last = Math.max(found, last);
      } finally {
        await again.kill();
      }
    }
  } finally {
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  console.log(`browser kills: ${N_BROWSER_KILLS}, 0 torn loads, at most ${worst} ms lost; ${n_local_older} came back from the second copy`);
});
