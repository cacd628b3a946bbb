// `cargo xtask bench`: measures the release build, prints a table, writes bench/results.json.
// Nothing fails here but what cannot be measured: limits are printed beside the figures.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { closeBrowser } from "../tests/e2e/lib/browser.mjs";
import { native } from "./measures/native.mjs";
import { orders } from "./measures/orders.mjs";
import { payload } from "./measures/payload.mjs";
import { inPage } from "./measures/page.mjs";
import { wasm } from "./measures/wasm.mjs";

const wanted = process.argv.slice(2);
const measures = [...payload, ...native, ...wasm, ...inPage, ...orders].filter(
  ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
);

const results = [];
for (const { name, limit, unit, measure } of measures) {
  process.stderr.write(`measuring ${name} …\n`);
  const found = await measure().catch((error) => ({ error: String(error.message ?? error) }));
  results.push({ name, unit, limit, ...found });
}
await closeBrowser();

const cells = results.map(({ name, unit, limit, value, error, note }) => [
  name,
  value === undefined ? "–" : `${value} ${unit}`,
  limit === undefined ? "" : `${limit} ${unit}`,
  limit === undefined || value === undefined ? "" : value <= limit ? "within" : "OVER",
  error ?? note ?? "",
]);
const rows = [["measure", "figure", "limit", "", "note"], ...cells];
const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column].length)));
for (const row of rows) {
  console.log(row.map((cell, idx) => cell.padEnd(widths[idx] ?? 0)).join("  ").trimEnd());
}

const cpu = os.cpus();
const machine = { cpu: cpu[0]?.model, cores: cpu.length, load: os.loadavg()[0], node: process.version };
const file = path.join(import.meta.dirname, "results.json");
fs.writeFileSync(file, `${JSON.stringify({ machine, results }, null, 2)}\n`);
process.exitCode = results.some(({ error }) => error) ? 1 : 0;
