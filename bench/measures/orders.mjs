// A million lines of orders, by the app's own way from the choice of the file to the preview, and
// by Papa Parse adding up the same in a worker of its own, in the same Chromium.

import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { startedBrowser } from "../../tests/e2e/lib/browser.mjs";
import { writeOrderLines } from "../../tests/e2e/lib/order-lines.mjs";
import { withApp } from "../../tests/e2e/pages/app.mjs";
import { ImportPage } from "../../tests/e2e/pages/import.mjs";
import { median, round } from "./stats.mjs";

const N_LINES = 1_000_000;
const N_RUNS = 5;
const PAPA = path.join(import.meta.dirname, "../../tests/e2e/node_modules/papaparse/papaparse.min.js");

/** What Papa Parse's worker does: the same sums by item and day, the same orders told apart. */
const PAPA_WORKER = `
importScripts("/papaparse.js");
onmessage = ({ data: file }) => {
  const sums = new Map(), orders = new Set();
  const all = { lines: 0, units: 0, paid: 0, refunds: 0 };
  let at = null;
  const fen = (text) => Math.round(parseFloat(text) * 100);
  Papa.parse(file, {
    chunk: ({ data }) => {
      for (const row of data) {
        if (at === null) {
          const of = (name) => row.indexOf(name);
          at = { id: of("订单编号"), units: of("购买数量"), code: of("商家编码"), paid: of("买家实付金额"), refund: of("退款金额"), day: of("订单付款时间") };
          continue;
        }
        if (row.length < 2) continue;
        const units = parseInt(row[at.units], 10), paid = fen(row[at.paid]);
        // Words for nothing; Papa Parse breaks some of them where it cuts the file.
        const refund = fen(row[at.refund]) || 0;
        orders.add(row[at.id]);
        const key = row[at.day].slice(0, 10) + row[at.code];
        let sum = sums.get(key);
        if (!sum) sums.set(key, (sum = { lines: 0, units: 0, paid: 0, refund: 0 }));
        sum.lines += 1; sum.units += units; sum.paid += paid; sum.refund += refund;
        all.lines += 1; all.units += units; all.paid += paid; all.refunds += refund;
      }
    },
    complete: () => postMessage({ ...all, orders: orders.size, sums: sums.size }),
  });
};
`;

/** Watches how much memory the largest renderer holds; in megabytes, above what it held before. */
async function watchMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  const held = async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const renderers = processInfo.filter(({ type }) => type === "renderer");
    const sizes = renderers.map(({ id }) => {
      const text = fs.existsSync(`/proc/${id}/statm`) ? fs.readFileSync(`/proc/${id}/statm`, "utf8") : "0 0";
      return Number(text.split(" ")[1]) * 4096;
    });
    return Math.max(...sizes) / 1e6;
  };
  const before = await held();
  let [peak, isOver] = [before, false];
  const watching = (async () => {
    while (!isOver) {
      peak = Math.max(peak, await held().catch(() => 0));
      await new Promise((next) => setTimeout(next, 50));
    }
    await session.detach();
  })();
  return async () => {
    isOver = true;
    await watching;
    return peak - before;
  };
}

/** Serves Papa Parse and its worker, and gives the address. */
async function servePapa() {
  const files = { "/papaparse.js": () => fs.readFileSync(PAPA), "/worker.js": () => PAPA_WORKER };
  const server = http.createServer((request, response) => {
    const of = files[request.url];
    response.writeHead(200, { "content-type": of ? "text/javascript" : "text/html; charset=utf-8" });
    response.end(of ? of() : "<input type=file>");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return server;
}

async function byPapa(server, file, sums) {
  const browser = await startedBrowser();
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.setInputFiles("input", file);
    const stop = await watchMemory(browser);
    const { said, ms } = await page.evaluate(async () => {
      const worker = new Worker("/worker.js");
      const [file] = document.querySelector("input").files;
      const start = performance.now();
      worker.postMessage(file);
      const said = await new Promise((done) => (worker.onmessage = ({ data }) => done(data)));
      return { said, ms: performance.now() - start };
    });
    const memory = await stop();
    for (const key of ["lines", "units", "paid", "refunds", "orders"]) {
      if (said[key] !== sums[key]) throw new Error(`Papa Parse: ${key} ${said[key]} is not ${sums[key]}`);
    }
    return { ms, memory };
  } finally {
    await context.close();
  }
}

async function byApp(file, sums) {
  let found;
  await withApp({ locale: "en", clock: "real" }, async (app) => {
    app.page.setDefaultTimeout(120_000);
    const files = new ImportPage(app, "en");
    await files.open();
    await app.page.waitForTimeout(500);
    const yuan = (sums.paid / 100).toLocaleString("en-US", { minimumFractionDigits: 2 });
    await app.page.evaluate((yuan) => {
      window.tasks = [];
      new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })))).observe({ type: "longtask" });
      addEventListener("change", (event) => (window.chosenAt = event.timeStamp), { capture: true });
      const isRead = () => document.querySelector("main").textContent.includes(yuan);
      new MutationObserver(() => {
        if (window.chosenAt && !window.readAt && isRead()) window.readAt = performance.now();
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    }, yuan);
    const stop = await watchMemory(await startedBrowser());
    await files.choose(file);
    await app.page.waitForFunction(() => window.readAt);
    const memory = await stop();
    await app.page.waitForTimeout(300);
    found = await app.page.evaluate(() => {
      const during = window.tasks.filter(({ startTime }) => startTime >= window.chosenAt - 50);
      return { ms: window.readAt - window.chosenAt, task: Math.max(0, ...during.map(({ duration }) => duration)) };
    });
    found.memory = memory;
  });
  return found;
}

let runs;
/** Each in turn, so that what slows the machine slows both. */
async function all() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "zhanggui-bench-"));
  const server = await servePapa();
  try {
    const found = {};
    for (const [kind, quoted] of [["plain", false], ["quoted", true]]) {
      const file = path.join(folder, `${kind}.csv`);
      const sums = writeOrderLines(file, N_LINES, { quoted });
      const [app, papa] = [[], []];
      for (let run = 0; run < N_RUNS; run += 1) {
        app.push(await byApp(file, sums));
        papa.push(await byPapa(server, file, sums));
      }
      found[kind] = { app, papa, size: fs.statSync(file).size / 1e6 };
      fs.rmSync(file);
    }
    return found;
  } finally {
    server.close();
    fs.rmSync(folder, { recursive: true });
  }
}

const of = async (kind) => (await (runs ??= all()))[kind];
const mid = (list, key) => median(list.map((one) => one[key]));

/** Of a file, how long we take where Papa Parse takes a hundred. */
const times = (kind) => async () => {
  const { app, papa, size } = await of(kind);
  const [ours, theirs] = [mid(app, "ms"), mid(papa, "ms")];
  const speed = (ms) => `${round(ms)} ms, ${round((size * 1000) / ms)} MB/s`;
  const memory = (list) => `${round(mid(list, "memory"))} MB`;
  const note = `${round(size)} MB, median of ${N_RUNS}: ${speed(ours)}, +${memory(app)}; Papa Parse ${speed(theirs)}, +${memory(papa)}: ${round(theirs / ours, 1)} times as fast`;
  return { value: round((100 * ours) / theirs, 1), note };
};

const longest = async () => {
  const found = [...(await of("plain")).app, ...(await of("quoted")).app];
  const tasks = found.map(({ task }) => task);
  return { value: round(Math.max(...tasks)), note: `of ${tasks.length} imports; 0 where none took 50 ms; median ${round(median(tasks))}` };
};

export const orders = [
  { name: "csv orders 1,000,000 lines", unit: "% of Papa Parse's time", limit: 20, measure: times("plain") },
  { name: "csv orders 1,000,000 lines, quoted", unit: "% of Papa Parse's time", limit: 20, measure: times("quoted") },
  { name: "csv orders, longest task of the page", unit: "ms", limit: 50, measure: longest },
];
