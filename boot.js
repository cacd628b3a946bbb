// Loads the page, and stays when the page stops: after a crash nothing is written any more, and
// what was saved can be downloaded. Plain JavaScript, because it must work when the wasm does not.

const root = document.documentElement;
const SLOT = /^zhanggui\/1\/wb\/([^/]+)\/[ab]$/;
const FACTS = "zhanggui/1/facts/";
const PREFS = "zhanggui/1/prefs";

/** What the browser keeps for us, or nothing where it refuses. */
function storage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

// Language and theme before the first paint of the program, so that nothing flashes.
function applyPrefs() {
  let prefs = {};
  try {
    prefs = JSON.parse(storage()?.getItem(PREFS) ?? "{}") ?? {};
  } catch {
    // Damaged preferences are no preferences.
  }
  const locale = prefs.locale ?? (/^zh\b/i.test(navigator.language) ? "zh" : "en");
  root.lang = locale === "en" ? "en" : "zh-CN";
  if (prefs.theme === "light" || prefs.theme === "dark") root.dataset.theme = prefs.theme;
}

/** The newest frame of each workbook: [{ header, body }], latest first. */
function newestFrames() {
  const store = storage();
  const newest = new Map();
  for (let idx = 0; store && idx < store.length; idx += 1) {
    const key = store.key(idx);
    const id = SLOT.exec(key)?.[1];
    if (!id) continue;
    try {
      const text = store.getItem(key);
      const end = text.indexOf("\n");
      const header = JSON.parse(text.slice(0, end));
      const body = text.slice(end + 1);
      if (new TextEncoder().encode(body).length !== header.len) continue;
      const known = newest.get(id)?.header;
      const isNewer = !known || known.epoch < header.epoch
        || (known.epoch === header.epoch && known.gen < header.gen);
      if (isNewer) newest.set(id, { header, body });
    } catch {
      // A damaged slot: the other one holds the save before it.
    }
  }
  return [...newest.values()].sort((a, b) => (a.header.at < b.header.at ? 1 : -1));
}

/** No write after a crash: what is stored is from before it. */
function blowFuse() {
  const stopped = () => {
    throw new DOMException("the app has stopped", "InvalidStateError");
  };
  for (const name of ["setItem", "removeItem", "clear"]) Storage.prototype[name] = stopped;
  for (const name of ["put", "add", "delete", "clear"]) IDBObjectStore.prototype[name] = stopped;
}

let isDown = false;

/** Shows the crash section in one of its forms: "stopped", "boot", "file". */
function crash(form, reason) {
  if (isDown) return;
  isDown = true;
  blowFuse();
  root.dataset.crashed = form;
  document.getElementById("app").inert = true;
  const section = document.getElementById("crash");
  for (const part of section.querySelectorAll("[data-crash]")) {
    part.hidden = !part.dataset.crash.split(" ").includes(form);
  }
  const frames = newestFrames();
  const time = frames[0]?.header.at?.slice(0, 19).replace("T", " ");
  for (const part of section.querySelectorAll("[data-crash-saved]")) part.hidden = !time;
  for (const part of section.querySelectorAll("[data-crash-time]")) part.textContent = time ?? "";
  const build = document.querySelector("script[data-wasm]")?.dataset.wasm ?? "";
  const detail = `${reason?.message ?? reason}\n${build}\n${navigator.userAgent}`;
  document.getElementById("crash-detail").textContent = detail;
  document.getElementById("crash-download").hidden = frames.length === 0;
  section.hidden = false;
  document.getElementById("crash-reopen").focus();
}

/** A stored workbook as an export file: its facts are stored beside it, by their names. */
function exportFile(body) {
  const file = JSON.parse(body);
  const facts = file.workbook?.facts ?? {};
  const keyed = (facts.keyed ?? []).flatMap(({ days, periods }) => [days, periods]);
  const kinds = {
    chunks: [facts.shop_days],
    item_chunks: [facts.item_days, facts.item_periods, ...keyed],
    order_chunks: [facts.orders],
    line_chunks: [facts.order_lines],
  };
  for (const [kind, lists] of Object.entries(kinds)) {
    for (const { id } of lists.flatMap((list) => list ?? [])) {
      const chunk = storage()?.getItem(`${FACTS}${id}`);
      if (chunk) (file[kind] ??= {})[id] = JSON.parse(chunk);
    }
  }
  return JSON.stringify(file);
}

/** Hands every workbook over, one file each. */
function download(frames) {
  for (const { header, body } of frames) {
    let text = body;
    try {
      text = exportFile(body);
    } catch {
      // What cannot be read is handed over as it is.
    }
    const name = (header.name || "zhanggui").replace(/[\\/:*?"<>|\p{Cc}]/gu, "_").slice(0, 60);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = `${name}-${(header.at ?? "").slice(0, 10)}.zhanggui.json`;
    link.click();
  }
}

function installCrashSection() {
  document.getElementById("crash-reopen").onclick = () => location.reload();
  document.getElementById("crash-download").onclick = () => download(newestFrames());
  document.getElementById("crash-copy").onclick = () => {
    const detail = document.getElementById("crash-detail");
    detail.parentElement.open = true;
    getSelection().selectAllChildren(detail);
    if (navigator.clipboard) navigator.clipboard.writeText(detail.textContent).catch(() => {});
    else document.execCommand("copy");
  };
  // The panic hook speaks before the trap does, and says where.
  addEventListener("zhanggui:panic", (event) => crash("stopped", event.detail));
  const onError = (reason) => {
    if (reason instanceof WebAssembly.RuntimeError) crash("stopped", reason);
  };
  addEventListener("error", (event) => onError(event.error));
  addEventListener("unhandledrejection", (event) => onError(event.reason));
}

/** Calls back when the page stands and the browser has nothing else to do. */
function whenIdle(call) {
  if (window.requestIdleCallback) requestIdleCallback(call);
  else setTimeout(call, 1000);
}

const address = (path) => new URL(path, document.baseURI).href;

let style;

/** The style of what a first visit does not show; fetched once, and again where it did not come. */
function fetchStyle() {
  const [name, integrity] =
    document.querySelector("script[data-wasm]").dataset.style?.split("|") ?? [];
  if (!name) return Promise.resolve();
  style ??= new Promise((resolve, reject) => {
    const link = document.createElement("link");
    const again = () => {
      style = undefined;
      link.remove();
      reject(new Error(`${name} did not come`));
    };
    Object.assign(link, { rel: "stylesheet", integrity, onload: resolve, onerror: again });
    link.href = address(name);
    document.head.append(link);
  });
  return style;
}

/** The parts that report on a workbook, asked for beside the program where one is stored. */
function fetchReport(script) {
  const store = storage();
  if (!script.dataset.parts || !store || !Object.keys(store).some((key) => SLOT.test(key))) return;
  fetchStyle().catch(() => {});
  if (window.indexedDB) window.zhangguiVault("ready").catch(() => {});
  // Where the list does not come, the program does not either, and says so.
  import(address(script.dataset.parts)).then((parts) => parts.ask(0), () => {});
}

async function boot() {
  const script = document.querySelector("script[data-wasm]");
  const preload = document.querySelector('link[rel="preload"][as="fetch"][integrity]');
  // A visitor who waits eight seconds is told, whatever the cause.
  const timer = setTimeout(() => {
    if (!root.dataset.booted) crash("boot", "nothing has opened within 8 seconds");
  }, 8000);
  // The program says when the page stands: what is stored may have to be opened first.
  addEventListener("zhanggui:stands", () => {
    clearTimeout(timer);
    root.dataset.booted = "1";
    whenIdle(() => dispatchEvent(new Event("zhanggui:idle")));
  }, { once: true });
  fetchReport(script);
  try {
    const page = await import(address(script.dataset.js));
    const wasm = fetch(
      address(script.dataset.wasm),
      preload ? { integrity: preload.integrity } : {},
    );
    await page.default({ module_or_path: wasm });
  } catch (reason) {
    clearTimeout(timer);
    crash("boot", reason);
  }
}

// A file that is dropped before the program can take it must not open in the page's place.
for (const name of ["dragover", "drop"]) {
  addEventListener(name, (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
}
window.zhangguiStyle = fetchStyle;
let vault;
// The second copy of what is stored: its file comes when it is asked for.
window.zhangguiVault = async (what, ...of) => {
  vault ??= import(address("vault.js")).catch((reason) => {
    vault = undefined;
    throw reason;
  });
  return (await vault)[what](...of);
};
applyPrefs();
installCrashSection();
boot();
