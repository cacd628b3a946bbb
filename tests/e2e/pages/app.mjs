// The app as a whole: opening it, and what holds on every page.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { startedBrowser } from "../lib/browser.mjs";
import { watch } from "../lib/guard.mjs";

/** Where the built app is served: under a path, as it may be anywhere. */
const HOME = process.env.ZHANGGUI_URL;

/** "Today" of the sample files, in the shop's time zone. */
export const TODAY = "2026-11-01T09:30:00+08:00";

/**
 * Runs a journey in a fresh browser context, and fails if the journey fails or anything happens
 * in it that must never happen (lib/guard.mjs).
 *
 * Options: `locale` "zh" or "en" (what the browser asks for), `width`, `height`, `today`,
 * `theme` "light" or "dark" (what the system asks for), `clock` "real" for measures, `allow`: patterns of guard messages that
 * this journey provokes on purpose.
 */
export async function withApp(options, journey) {
  const { locale = "zh", width = 1440, height = 900, today = TODAY, theme = "light" } = options;
  assert.ok(HOME, "ZHANGGUI_URL is not set: run the tests by `cargo xtask test`");
  const browser = await startedBrowser();
  const context = await browser.newContext({
    locale: { zh: "zh-CN", en: "en-US" }[locale],
    timezoneId: "Asia/Shanghai",
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: "reduce",
    hasTouch: width < 640,
    acceptDownloads: true,
  });
  const seen = await watch(context, new URL(HOME).origin);
  try {
    if (options.clock !== "real") await context.clock.install({ time: today });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const app = new App(page, seen);
    await journey(app);
    const bad = seen.filter((line) => !(options.allow ?? []).some((pattern) => pattern.test(line)));
    assert.deepEqual(bad, [], "what must never happen has happened");
  } catch (error) {
    await keepPicture(context, error);
    for (const line of seen) error.message += `\n(seen: ${line})`;
    throw error;
  } finally {
    await context.close();
  }
}

/** What the page looked like when a journey failed, for whoever reads the report. */
async function keepPicture(context, error) {
  const out = path.join(import.meta.dirname, "..", "out");
  fs.mkdirSync(out, { recursive: true });
  const file = path.join(out, `failed-${process.pid}-${Date.now()}.png`);
  const page = context.pages().at(-1);
  const kept = await page?.screenshot({ path: file }).then(() => true, () => false);
  if (kept) error.message += `\n(picture: ${file})`;
}

export class App {
  constructor(page, seen) {
    this.page = page;
    this.seen = seen;
  }

  /** Opens a page of the app, "#/goals" for example, and waits until it runs. */
  async goto(route = "#/") {
    await this.page.goto(HOME + route);
    await this.booted();
  }

  async reload() {
    await this.page.reload();
    await this.booted();
  }

  async booted() {
    await this.page.locator("html[data-booted]").waitFor({ state: "attached" });
  }

  heading() {
    return this.page.getByRole("heading", { level: 1 });
  }

  /** Every text that can be seen, as a person would read it. */
  async text() {
    return this.page.locator("body").innerText();
  }

  /** Whether anything sticks out of the window to the right. */
  async scrollsSideways() {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
  }

  /** Everything that this origin has stored in localStorage. */
  async storage() {
    return this.page.evaluate(() => ({ ...localStorage }));
  }

  /** Presses Ctrl+S, and gives the file that the browser was handed. */
  async exported() {
    const download = this.page.waitForEvent("download");
    await this.page.keyboard.press("Control+s");
    const file = await download;
    const out = path.join(import.meta.dirname, "..", "out", file.suggestedFilename());
    await file.saveAs(out);
    return out;
  }

  /** Drops a file on the window, as the desktop would. */
  async dropFile(file) {
    const data = await this.page.evaluateHandle(
      ({ name, text }) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], name, { type: "application/json" }));
        return transfer;
      },
      { name: path.basename(file), text: fs.readFileSync(file, "utf8") },
    );
    for (const event of ["dragenter", "dragover", "drop"]) {
      await this.page.dispatchEvent("body", event, { dataTransfer: data });
    }
  }

  /** Removes all that this origin keeps, in both of its databases. */
  async wipeStorage() {
    await this.page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          localStorage.clear();
          const gone = indexedDB.deleteDatabase("zhanggui-1");
          gone.onsuccess = resolve;
          gone.onerror = () => reject(gone.error);
        }),
    );
  }

  /** What a browser may do by itself: localStorage is empty, the other database is not. */
  async loseLocalStorage() {
    await this.page.evaluate(() => localStorage.clear());
  }

  async screenshot(name) {
    const out = path.join(import.meta.dirname, "..", "out");
    fs.mkdirSync(out, { recursive: true });
    await this.page.screenshot({ path: path.join(out, `${name}.png`) });
  }
}
