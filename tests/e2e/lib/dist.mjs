// The built files, and what they say of each other.

import fs from "node:fs";
import path from "node:path";

export const DIST = process.env.ZHANGGUI_DIST;

export const read = (name) => fs.readFileSync(path.join(DIST, name), "utf8");

/** Every tag of that name in the page, with its attributes. */
export function tags(html, name) {
  return [...html.matchAll(new RegExp(`<${name}\\b([^>]*)>([^<]*)`, "g"))].map(
    ([, attributes, inside]) => ({
      inside,
      ...Object.fromEntries(
        [...attributes.matchAll(/([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g)].map(
          ([, key, ...values]) => [key, values.find((value) => value !== undefined) ?? ""],
        ),
      ),
    }),
  );
}

/** The files of a first visit to the home page: the page and all that it names. */
export function filesOfPage() {
  const html = read("index.html");
  const script = tags(html, "script").find((tag) => tag["data-wasm"]);
  const links = tags(html, "link").filter((tag) => tag.rel !== "icon").map((tag) => tag.href);
  const named = [script.src, script["data-js"], script["data-wasm"], ...links];
  return ["index.html", ...new Set(named.map((name) => name.replace(/^\.\//, "")))];
}

/** The parts that come later, as the page names them: [{ name, integrity, pages }], a bit a page. */
export function partsOfPage() {
  const script = filesOfPage().find((name) => name.endsWith("parts.js"));
  const parts = read(script).matchAll(/\["([^"]+)","([^"]+)",(\d+)\]/g);
  return [...parts].map(([, stem, sum, pages]) => {
    const digits = Buffer.from(sum, "base64").subarray(0, 8).toString("hex");
    return { name: `${stem}-${digits}.wasm`, integrity: `sha256-${sum}`, pages: Number(pages) };
  });
}

/** The parts that report on a workbook, asked for at once where one is stored. */
export const partsOfReport = () => partsOfPage().filter(({ pages }) => pages & 1);

/** The style of all that a first visit does not show: { name, integrity }. */
export function laterStyle() {
  const script = tags(read("index.html"), "script").find((tag) => tag["data-style"]);
  const [name, integrity] = script["data-style"].split("|");
  return { name: name.replace(/^\.\//, ""), integrity };
}
