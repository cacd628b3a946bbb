// What the browser loads first, as a host sends it: compressed with brotli at its best.

import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { round } from "./stats.mjs";

const DIST = process.env.ZHANGGUI_DIST;

function brotli(name) {
  const bytes = fs.readFileSync(path.join(DIST, name));
  const params = {
    [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
    [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return zlib.brotliCompressSync(bytes, { params }).length;
}

/** The files that a first visit loads, and those of the import worker. */
function files() {
  const all = fs.readdirSync(DIST, { recursive: true }).map(String);
  const worker = all.filter((name) => /^importer.*\.(js|wasm)$/.test(name));
  const first = all.filter((name) => /\.(html|css|js|wasm)$/.test(name) && !worker.includes(name));
  return { first, worker };
}

/** Each file with its size, largest first, and their sum in KB of 1,000 bytes. */
function weigh(names) {
  const sizes = names.map((name) => [name, brotli(name)]).sort((a, b) => b[1] - a[1]);
  const sum = sizes.reduce((total, [, size]) => total + size, 0);
  const kinds = {};
  for (const [name, size] of sizes) {
    const kind = path.extname(name).slice(1);
    kinds[kind] = (kinds[kind] ?? 0) + size;
  }
  const note = Object.entries(kinds).map(([kind, size]) => `${kind} ${round(size / 1000)}`).join(", ");
  return { value: round(sum / 1000), note, files: Object.fromEntries(sizes) };
}

export const payload = [
  { name: "first load", unit: "KB", limit: 140, measure: async () => weigh(files().first) },
  { name: "import worker", unit: "KB", measure: async () => weigh(files().worker) },
];
