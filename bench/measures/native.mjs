// What the native program measures of itself: no browser, no start-up.

import { execFileSync } from "node:child_process";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "..", "..");

/** `{name: milliseconds}`, printed by the example as one line of JSON. */
let figures;
function run() {
  figures ??= JSON.parse(
    execFileSync(
      "cargo",
      ["run", "--quiet", "--locked", "--release", "--example", "bench_native", "--", "--json"],
      { cwd: ROOT, encoding: "utf8" },
    ),
  );
  return figures;
}

export const native = [
  {
    name: "re-spread, native",
    unit: "ms",
    limit: 5,
    measure: async () => ({ value: run().respread_ms, note: "a year with 500 products, one edit" }),
  },
];
