// Fetches the page's parts, each of them checked, and starts them. A part is in FILES: what it is
// called, its SHA-256, and which of PAGES use it, a bit each.
import { initSync } from "./zhanggui.js";

const files = FILES;

/** The address of a part: its name says what is in it. */
const address = ([stem, sum]) => {
  const bytes = [...atob(sum).slice(0, 8)];
  const digits = bytes.map((byte) => byte.charCodeAt().toString(16).padStart(2, "0"));
  return new URL(`./${stem}-${digits.join("")}.wasm`, import.meta.url);
};

// What was asked for before the program runs, and what is started.
const early = [];
const started = [];

const request = (at) => {
  const response = fetch(address(files[at]), { integrity: `sha256-${files[at][1]}` });
  // Who waits for it is told; nobody may be.
  response.catch(() => {});
  return response;
};

let imports;

/** Starts a part once those that it needs are; asked for again where it did not come. */
const start = (at, needed = []) => {
  if (started[at]) return started[at];
  const waiting = needed.map((other) => start(other));
  const source = early[at] ?? request(at);
  early[at] = undefined;
  started[at] = (async () => {
    await Promise.all(waiting);
    const response = await source;
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    imports ??= { __wasm_split: initSync() };
    // Some hosts give any type to wasm.
    await (response.headers.get("Content-Type")?.startsWith("application/wasm")
      ? WebAssembly.instantiateStreaming(response, imports)
      : WebAssembly.instantiate(await response.arrayBuffer(), imports));
  })();
  started[at].catch(() => {
    started[at] = undefined;
  });
  return started[at];
};

/** The places in the list of what a page uses. */
const used = (page) => [...files.keys()].filter((at) => (files[at][2] >> page) & 1);

/** Loads a page and calls the program back, with whether it came. */
const loader = (stem, page) => async (callback, data) => {
  let isHere = true;
  try {
    const own = files.findIndex((file) => file[0] === stem);
    await start(own, used(page).filter((at) => at !== own));
  } catch (error) {
    console.error(error);
    isHere = false;
  }
  initSync().__indirect_function_table.get(callback)(data, isHere);
};

/** Asks for the parts of a page before the program does. */
export const ask = (page) => {
  for (const at of used(page)) early[at] = request(at);
};
