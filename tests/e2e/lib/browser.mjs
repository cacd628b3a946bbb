// One Chromium for the specs of a file, and one context for each journey in it.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";

/** What keeps Chromium quiet on a machine without a screen: nothing of it changes the page. */
export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let browser;

/** The Chromium of this process, started when first asked for. */
export async function startedBrowser() {
  browser ??= launch();
  return browser;
}

/** Ends the browser, if there is one: `after(closeBrowser)` in each file. */
export async function closeBrowser() {
  await (await browser)?.close();
  browser = undefined;
}

async function launch() {
  // A home of its own: no profile, no font cache, no crash report of somebody's is touched.
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "zhanggui-home-"));
  const started = await chromium.launch({
    executablePath: process.env.ZHANGGUI_CHROMIUM || "/usr/bin/chromium",
    headless: true,
    args: FLAGS,
    env: { ...process.env, HOME: home },
  });
  started.on("disconnected", () => fs.rmSync(home, { recursive: true, force: true }));
  return started;
}
