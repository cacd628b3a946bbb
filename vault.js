// The second copy of what is stored, in the browser's other database. Everything is written in
// one strict step: when it is answered, it is on the disk, and before that nothing has changed.

const NAME = "zhanggui-1";
// latest, trash: id → frame. snap: [id, ms] → frame. quarantine: ms → { key, raw }.
// chunks: name → facts. meta: ["snap", id, ms] → what is said about a snapshot, as JSON.
const STORES = ["latest", "trash", "snap", "quarantine", "chunks", "meta"];
const SLOW_MS = 3000;

let opening;

function open() {
  opening ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    setTimeout(() => reject(new DOMException("no answer", "TimeoutError")), SLOW_MS);
    asked.onupgradeneeded = () => {
      for (const name of STORES) asked.result.createObjectStore(name);
    };
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      const db = asked.result;
      db.onclose = () => { opening = undefined; };
      db.onversionchange = () => {
        opening = undefined;
        db.close();
      };
      resolve(db);
    };
  }).catch((reason) => {
    opening = undefined;
    throw reason;
  });
  return opening;
}

/** Opens the database, so that it is open when it is asked for something. */
export const ready = open;

/** Runs one step over the stores; `work` gets them, and a way to refuse. */
async function step(mode, names, work) {
  const db = await open();
  return new Promise((resolve, reject) => {
    const tx = db.transaction(names, mode, { durability: "strict" });
    let reason;
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(reason ?? tx.error ?? new DOMException("aborted", "AbortError"));
    const refuse = (name) => {
      reason = new DOMException(name, name);
      tx.abort();
    };
    work(Object.fromEntries(names.map((name) => [name, tx.objectStore(name)])), refuse);
  });
}

const write = (names, work) => step("readwrite", names, work);
const look = (names, work) => step("readonly", names, work);

function header(frame) {
  try {
    return JSON.parse(frame.slice(0, frame.indexOf("\n")));
  } catch {
    return undefined;
  }
}

const of = (...key) => IDBKeyRange.bound(key, [...key, []]);

export async function read() {
  const found = [];
  await look(["latest", "trash", "chunks"], ({ latest, trash, chunks }) => {
    const asked = [latest.getAllKeys(), latest.getAll(), trash.getAllKeys(), trash.getAll()];
    [...asked, chunks.getAllKeys()].forEach((request, idx) => {
      request.onsuccess = () => { found[idx] = request.result; };
    });
  });
  return found;
}

export async function chunks(names) {
  const found = [];
  await look(["chunks"], ({ chunks: store }) => {
    for (const name of names) {
      const request = store.get(name);
      request.onsuccess = () => request.result && found.push(name, request.result);
    }
  });
  return found;
}

/** `facts`: name, text, name, text … */
function addFacts(store, facts) {
  for (let idx = 0; idx < facts.length; idx += 2) store.put(facts[idx + 1], facts[idx]);
}

export function put(id, frame, facts, overtaken) {
  return write(["latest", "trash", "chunks", "snap", "meta"], (stores, refuse) => {
    const { latest, trash } = stores;
    trash.get(id).onsuccess = ({ target: { result: thrown } }) => {
      const place = thrown === undefined ? latest : trash;
      place.get(id).onsuccess = ({ target: { result: old } }) => {
        const [mine, there] = [header(frame), header(old ?? "")];
        if (there && mine.schema < there.schema) return refuse("NewerError");
        const isNewer = there && (mine.epoch < there.epoch
          || (mine.epoch === there.epoch && mine.gen < there.gen));
        if (isNewer) {
          // Another tab's, on another line: kept beside.
          const info = { ...JSON.parse(overtaken), name: there.name, size: old.length };
          info.refs = [...new Set(old.match(/\b[0-9a-f]{16}\b/g))];
          stores.snap.put(old, [id, info.ts]);
          stores.meta.put(JSON.stringify(info), ["snap", id, info.ts]);
        }
        addFacts(stores.chunks, facts);
        place.put(frame, id);
      };
    };
  });
}

export function markTrash(id, isTrash) {
  return write(["latest", "trash"], ({ latest, trash }) => {
    const [from, to] = isTrash ? [latest, trash] : [trash, latest];
    from.get(id).onsuccess = ({ target: { result } }) => {
      if (result === undefined) return;
      to.put(result, id);
      from.delete(id);
    };
  });
}

export function setAside(id) {
  return write(["latest", "trash", "quarantine"], ({ latest, trash, quarantine }) => {
    for (const [idx, store] of [latest, trash].entries()) {
      store.get(id).onsuccess = ({ target: { result: raw } }) => {
        if (raw === undefined) return;
        quarantine.put({ key: `${store.name}/${id}`, raw }, Date.now() + idx);
        store.delete(id);
      };
    }
  });
}

/** Removes the facts that no frame refers to; told by the frames' raw text. */
function sweep({ latest, trash, meta, chunks: store }) {
  const texts = [];
  for (const request of [latest.getAll(), trash.getAll(), meta.getAll(of("snap"))]) {
    request.onsuccess = () => texts.push(...request.result);
  }
  store.getAllKeys().onsuccess = ({ target: { result: names } }) => {
    for (const name of names) {
      if (!texts.some((text) => text.includes(name))) store.delete(name);
    }
  };
}

const ALL = ["latest", "trash", "snap", "meta", "chunks"];

export function forget(id) {
  return write(ALL, (stores) => {
    stores.latest.delete(id);
    stores.trash.delete(id);
    stores.snap.delete(of(id));
    stores.meta.delete(of("snap", id));
    sweep(stores);
  });
}

export async function snapshots() {
  let found;
  await look(["meta"], ({ meta }) => {
    meta.getAll(of("snap")).onsuccess = ({ target }) => { found = target.result; };
  });
  return found;
}

export function addSnapshot(id, ts, info, frame, facts) {
  return write(["snap", "meta", "chunks"], (stores) => {
    stores.snap.put(frame, [id, ts]);
    stores.meta.put(info, ["snap", id, ts]);
    addFacts(stores.chunks, facts);
  });
}

export async function snapshot(id, ts) {
  let found;
  await look(["snap"], ({ snap }) => {
    snap.get([id, ts]).onsuccess = ({ target }) => { found = target.result; };
  });
  return found === undefined ? [] : [found];
}

/** `keys`: id, ms, id, ms … */
export function removeSnapshots(...keys) {
  return write(ALL, (stores) => {
    for (let idx = 0; idx < keys.length; idx += 2) {
      stores.snap.delete([keys[idx], keys[idx + 1]]);
      stores.meta.delete(["snap", keys[idx], keys[idx + 1]]);
    }
    sweep(stores);
  });
}
