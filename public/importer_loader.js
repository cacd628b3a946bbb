// Starts the import worker. Named without a hash, as the page names it; the worker says which
// build it is of before it reads anything.
importScripts("./importer.js");
wasm_bindgen({ module_or_path: "./importer_bg.wasm" });
