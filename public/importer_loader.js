// Starts the import worker. Named without a hash, as the page names it; the worker says which
// build it is of before it reads anything.
if (self.name === "pieces") {
  // A worker of that worker: hands over parts of a file while the other one is reading.
  onmessage = async ({ data: [file, from, to] }) => {
    const bytes = await file.slice(from, to).arrayBuffer().catch(() => null);
    postMessage([from, bytes], bytes ? [bytes] : []);
  };
} else {
  importScripts("./importer.js");
  wasm_bindgen({ module_or_path: "./importer_bg.wasm" });
}
