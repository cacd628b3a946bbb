// A Chromium of its own profile that can be killed as a crash or a power cut would.

import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { FLAGS } from "./browser.mjs";

/** A profile folder that outlives the browsers in it. */
export function newProfile() {
  return fs.mkdtempSync(path.join(os.tmpdir(), "zhanggui-kill-"));
}

/** Starts Chromium in this profile: `page` is its page, `kill` ends every process of it at once. */
export async function startIn(profile) {
  const child = spawn(
    process.env.ZHANGGUI_CHROMIUM || "/usr/bin/chromium",
    [...FLAGS, "--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "--lang=zh-CN", "about:blank"],
    { detached: true, stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, HOME: profile, LANGUAGE: "zh_CN" } },
  );
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const address = await new Promise((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (bytes) => {
      said += bytes;
      const found = /ws:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    ended.then(() => reject(new Error(`Chromium ended: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0];
  const page = context.pages()[0] ?? (await context.newPage());
  const kill = async () => {
    // The whole group, which is this Chromium's alone: no process is left to write anything.
    process.kill(-child.pid, "SIGKILL");
    await ended;
    await browser.close().catch(() => {});
  };
  return { page, kill };
}
