// The kernels of the page, alone in Chromium: no view, no frame.

import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { startedBrowser } from "../../tests/e2e/lib/browser.mjs";
import { median, quantile, round } from "./stats.mjs";

/** Where xtask put the module: `bench_page.js` and its wasm. */
const DIR = process.env.ZHANGGUI_BENCH_WASM;
const N_RUNS = 200;
const N_DRAWS = 60;

/** Serves the module to its own page and runs `inPage` there. */
async function inBlankPage(inPage, argument) {
  const types = { ".js": "text/javascript", ".wasm": "application/wasm" };
  const server = http.createServer((request, response) => {
    const name = path.basename(request.url);
    if (name === "") return response.writeHead(200, { "content-type": "text/html" }).end("<p>");
    const type = types[path.extname(name)];
    if (!type) return response.writeHead(404).end();
    return response.writeHead(200, { "content-type": type }).end(fs.readFileSync(path.join(DIR, name)));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const page = await (await startedBrowser()).newPage();
  try {
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    return await page.evaluate(inPage, argument);
  } finally {
    await page.close();
    server.close();
  }
}

async function respread() {
  const times = await inBlankPage(async (n) => {
    const module = await import("/bench_page.js");
    await module.default();
    const bench = new module.PageBench();
    const runs = [];
    for (let idx = 0; idx < n; idx += 1) {
      const start = performance.now();
      const cells = bench.spread_cells();
      runs.push(performance.now() - start);
      if (cells !== 182_500) throw new Error(`${cells} cells`);
    }
    return runs;
  }, N_RUNS);
  const note = `median of ${N_RUNS} edits; first ${round(times[0])}, p95 ${round(quantile(times, 0.95))} ms`;
  return { value: round(median(times), 2), note };
}

/** Layout with its labels, every call to the canvas, and its work until a pixel can be read. */
async function bubbles() {
  const times = await inBlankPage(async (n) => {
    const module = await import("/bench_page.js");
    await module.default();
    const bench = new module.BubbleBench(200);
    const canvas = document.body.appendChild(document.createElement("canvas"));
    const runs = [];
    for (let idx = 0; idx < n; idx += 1) {
      const start = performance.now();
      if (bench.draw(canvas) !== 200) throw new Error("not 200 bubbles");
      // To read a pixel back waits until all of it is drawn.
      canvas.getContext("2d").getImageData(0, 0, 1, 1);
      runs.push(performance.now() - start);
      await new Promise((next) => requestAnimationFrame(next));
    }
    return runs;
  }, N_DRAWS);
  const note = `labels laid out, pixels read back; median of ${N_DRAWS}; first ${round(times[0])}, p95 ${round(quantile(times, 0.95))} ms`;
  return { value: round(median(times), 2), note };
}

export const wasm = [
  { name: "re-spread, Chromium", unit: "ms", limit: 15, measure: respread },
  { name: "200 bubbles", unit: "ms", limit: 16, measure: bubbles },
];
