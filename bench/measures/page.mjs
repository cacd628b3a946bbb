// What a user waits for, in the built app in Chromium, by real input.

import fs from "node:fs";
import path from "node:path";
import { shopDaysXls } from "../../tests/e2e/lib/samples.mjs";
import { withApp } from "../../tests/e2e/pages/app.mjs";
import { GoalsPage } from "../../tests/e2e/pages/goals.mjs";
import { ImportPage } from "../../tests/e2e/pages/import.mjs";
import { ProductsPage } from "../../tests/e2e/pages/products.mjs";
import { median, quantile, round } from "./stats.mjs";

const N_EDITS = 60;
const N_PRODUCTS = 2000;
const N_IMPORTS = 9;
const N_READS = 9;

/** The app with its real clock: a faked one would time itself. */
const withRealClock = (journey) => withApp({ locale: "en", clock: "real" }, journey);

/**
 * Notes the time of each trusted Enter, and of the frame after it: the first frame's callback
 * runs before its paint, and a message posted from there arrives after it.
 */
function timePaints() {
  window.paints = [];
  const channel = new MessageChannel();
  let pending = null;
  channel.port1.onmessage = () => {
    window.paints.push(performance.now() - pending);
    pending = null;
  };
  const start = (event) => {
    if (event.key !== "Enter" || !event.isTrusted) return;
    pending = event.timeStamp;
    requestAnimationFrame(() => channel.port2.postMessage(null));
  };
  addEventListener("keydown", start, { capture: true });
}

/** From the Enter that ends an edit on the day table to the frame that shows it, in ms. */
async function editToPainted() {
  const times = [];
  await withRealClock(async (app) => {
    await app.page.addInitScript(timePaints);
    const goals = new GoalsPage(app, "en");
    await goals.open();
    await goals.setTarget("1.65M");
    await goals.look("month");
    const days = await goals.rows("days");
    for (let idx = 0; idx < N_EDITS; idx += 1) {
      const [day] = days[idx % 28];
      times.push(await painted(app.page, () => goals.type("days", day, String(4_000 + idx))));
    }
  });
  return editTimes(times);
}

/** The same in the table of the products, with 2,000 of them. */
async function productEditToPainted() {
  const times = [];
  await withRealClock(async (app) => {
    await app.page.addInitScript(timePaints);
    const products = new ProductsPage(app, "en");
    await products.open();
    await products.begin();
    await products.cell(0, 0).click();
    const line = (_, idx) => `Item ${idx + 1}\t${99_000_000_000 + idx}\tRegular\t\t${20 + (idx % 300)}\t${10 + (idx % 90)}`;
    await products.paste(Array.from({ length: N_PRODUCTS }, line).join("\r\n"));
    await app.page.waitForFunction((n) => document.querySelector("[role=grid]").getAttribute("aria-rowcount") === String(n + 2), N_PRODUCTS);
    for (let idx = 0; idx < N_EDITS; idx += 1) {
      times.push(await painted(app.page, () => products.type(idx % 12, 4, String(30 + idx))));
    }
  });
  return editTimes(times);
}

/** How long after its Enter an edit was painted, in ms. */
async function painted(page, edit) {
  const before = await page.evaluate(() => window.paints.length);
  await edit();
  await page.waitForFunction((n) => window.paints.length > n, before);
  return page.evaluate(() => window.paints.at(-1));
}

function editTimes(times) {
  // The first edits are the browser's compiling, and a user's too: they count.
  return {
    value: round(quantile(times, 0.95)),
    note: `95th percentile of ${times.length} edits, median ${round(median(times))} ms`,
  };
}

/** From the choice of a file to its row in the preview, worker start and all, in ms. */
async function importTime() {
  const times = [];
  for (let run = 0; run < N_IMPORTS; run += 1) {
    await withRealClock(async (app) => {
      const files = new ImportPage(app, "en");
      await files.open();
      await app.page.evaluate(() => {
        addEventListener("change", (event) => (window.chosenAt = event.timeStamp), { capture: true });
        // Not innerText: that would lay the page out at every change.
        const isRead = () => document.querySelector("main").textContent.includes("730");
        new MutationObserver(() => {
          if (window.chosenAt && !window.readAt && isRead()) window.readAt = performance.now();
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      });
      await files.choose(shopDaysXls());
      await app.page.waitForFunction(() => window.readAt);
      times.push(await app.page.evaluate(() => window.readAt - window.chosenAt));
    });
  }
  const note = `730 days × 55 columns, worker start and preview included, median of ${times.length}; ${path.extname(shopDaysXls())}`;
  return { value: round(median(times)), note };
}

/** The same without the worker's start: from the bytes to the rows, in a worker that listens. */
async function readTime() {
  const times = [];
  await withRealClock(async (app) => {
    await app.goto();
    const bytes = fs.readFileSync(shopDaysXls()).toString("base64");
    for (let run = 0; run < N_READS; run += 1) {
      times.push(
        await app.page.evaluate(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
          const file = new File([bytes], "days.xls");
          const worker = new Worker("./importer_loader.js");
          const next = () => new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
          await next();
          const start = performance.now();
          worker.postMessage({ name: "days.xls", file, salt: "0".repeat(32) });
          const said = await next();
          const time = performance.now() - start;
          worker.terminate();
          if (!("Read" in JSON.parse(said).answer)) throw new Error(said.slice(0, 200));
          return time;
        }, bytes),
      );
    }
  });
  return { value: round(median(times)), note: `worker already started; median of ${times.length}` };
}

export const inPage = [
  { name: "edit to painted, day table", unit: "ms", limit: 50, measure: editToPainted },
  { name: "edit to painted, 2,000 products", unit: "ms", limit: 50, measure: productEditToPainted },
  { name: "read two years of .xls", unit: "ms", limit: 500, measure: readTime },
  { name: "import of two years of .xls", unit: "ms", limit: 500, measure: importTime },
];
