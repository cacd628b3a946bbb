// The files of the release build, before any browser sees them.

import { test } from "node:test";
import assert from "node:assert/strict";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { DIST, filesOfPage, laterStyle, partsOfPage, partsOfReport, read, tags } from "../lib/dist.mjs";

const index = () => read("index.html");

function assertIntegrity(name, integrity) {
  const [kind, wanted] = integrity.split(/-(.*)/s);
  const bytes = fs.readFileSync(path.join(DIST, name));
  assert.equal(crypto.createHash(kind).update(bytes).digest("base64"), wanted, name);
}

test("the page states a strict content policy before it names any file", () => {
  const html = index();
  const policy = tags(html, "meta").find(
    (tag) => tag["http-equiv"]?.toLowerCase() === "content-security-policy",
  );
  assert.ok(policy, "no content policy in index.html");
  assert.match(policy.content, /default-src 'none'/);
  assert.match(policy.content, /script-src 'self' 'wasm-unsafe-eval'(;|$)/);
  assert.match(policy.content, /connect-src 'self'(;|$)/);
  assert.doesNotMatch(policy.content, /unsafe-inline|'unsafe-eval'|https?:|\*/);
  const at = html.toLowerCase().indexOf("content-security-policy");
  for (const name of ["<script", "<link"]) {
    const first = html.indexOf(name);
    assert.ok(first === -1 || at < first, `${name} stands before the policy`);
  }
});

test("no script is inline", () => {
  const scripts = tags(index(), "script");
  assert.ok(scripts.length > 0);
  for (const script of scripts) {
    assert.ok(script.src, "a script without src");
    assert.equal(script.inside.trim(), "");
  }
});

test("every address is relative, so that the app runs under any path", () => {
  const html = index();
  for (const name of ["script", "link", "img"]) {
    for (const tag of tags(html, name)) {
      for (const key of ["src", "href", "data-js", "data-wasm"]) {
        assert.doesNotMatch(tag[key] ?? "", /^(\/|[a-z]+:(?!image))/, `${name} ${key}`);
      }
    }
  }
});

test("what the page says about its files is true: integrity and all", () => {
  const linked = tags(index(), "link").filter((tag) => tag.integrity);
  assert.ok(linked.length > 0, "nothing carries an integrity");
  for (const { href, integrity } of linked) {
    assertIntegrity(href, integrity);
  }
});

test("every file that the page can ask for is there, named after its content and checked", () => {
  const parts = partsOfPage();
  assert.ok(parts.length > 0, "the page was not cut into parts");
  for (const { name, integrity } of parts) {
    assert.match(name, /-[0-9a-f]{16}\.wasm$/);
    assertIntegrity(name, integrity);
  }
  assert.ok(partsOfReport().length > 0, "nothing is fetched where a workbook is stored");
  assert.ok(partsOfReport().length < parts.length);
  const style = laterStyle();
  assert.match(style.name, /^pages-[0-9a-f]{16}\.css$/);
  assertIntegrity(style.name, style.integrity);
  const page = filesOfPage().filter((name) => /^zhanggui.*\.(js|wasm)$/.test(name));
  assert.equal(page.length, 3, "two scripts and the first part");
  for (const name of page) assert.match(name, /^zhanggui-[0-9a-f]{16}/);
  const wasm = fs.readdirSync(DIST).filter((name) => name.endsWith(".wasm"));
  const known = [...page, ...parts.map(({ name }) => name), "importer_bg.wasm"];
  assert.deepEqual(wasm.filter((name) => !known.includes(name)), [], "files that nobody asks for");
});

test("the glue fetches nothing but its own wasm and the sample, and evaluates nothing", () => {
  const glue = fs.readdirSync(DIST).filter((name) => name.endsWith(".js") && name !== "boot.js");
  assert.ok(glue.length > 0);
  for (const name of glue) {
    const source = read(name);
    // The loader's own wasm; what the page itself asks for is watched in files.spec.mjs.
    const fetched = [...source.matchAll(/\bfetch\((\w+)/g)].map(([, what]) => what);
    const page = name.startsWith("zhanggui") ? ["getStringFromWasm0"] : [];
    // The parts, each by its own name.
    const parts = name.endsWith("parts.js") ? ["address"] : [];
    const known = ["module_or_path", ...page, ...parts];
    assert.deepEqual(fetched.filter((what) => !known.includes(what)), [], name);
    assert.doesNotMatch(source, /XMLHttpRequest|WebSocket|sendBeacon|EventSource/, name);
    assert.doesNotMatch(source, /\beval\(|new Function\(/, name);
  }
});
