// The five pages on customers, competitors and ourselves, empty and with the sample, in a wide
// window and on a phone, in both languages and themes: each stands, and leaves a picture in
// target/pictures/ for whoever changes what it looks like.

import fs from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { closeBrowser } from "../lib/browser.mjs";
import { Camera, THINKING } from "../lib/camera.mjs";
import { withApp } from "../pages/app.mjs";
import { SamplePage } from "../pages/sample.mjs";

after(closeBrowser);

const OUT = path.join(import.meta.dirname, "..", "..", "..", "target", "pictures");

const HEADINGS = {
  zh: { personas: "客户画像", journey: "购买决策", rivals: "竞争对手", swot: /SWOT/, position: /定位/ },
  en: { personas: /Personas/, journey: /Purchase decision/, rivals: /Competitors/, swot: /SWOT/, position: /Position/ },
};

const SCREENS = ["zh-light", "zh-dark", "en-light", "en-dark"].flatMap((look) =>
  [[1440, 900], [390, 844]].map(([width, height]) => {
    const [locale, theme] = look.split("-");
    return { locale, theme, width, height };
  }),
);

for (const screen of SCREENS) {
  const { locale, theme, width } = screen;
  test(`the five pages stand and are pictured: ${locale}, ${theme}, ${width} px`, () =>
    withApp(screen, async (app) => {
      const camera = new Camera(app, OUT, `${locale}-${theme}-${width}`);
      const shootAll = async (state) => {
        for (const route of THINKING) {
          await app.goto(`#/${route}`);
          const heading = app.page.getByRole("heading", { level: 1, name: HEADINGS[locale][route] });
          await heading.waitFor();
          const file = await camera.whole(`${route}-${state}`);
          assert.ok(await heading.isVisible(), `${route}, ${state}: no heading`);
          assert.equal(await app.page.locator("#app .skeleton").count(), 0, `${route}, ${state}: a skeleton`);
          assert.equal(await app.scrollsSideways(), false, `${route}, ${state}: scrolls sideways`);
          assert.ok(fs.statSync(file).size > 5_000, `${file} is empty`);
        }
      };
      await shootAll("empty");
      await app.goto("#/");
      await new SamplePage(app, locale).open();
      await shootAll("sample");
    }));
}

test("on a small phone the names of a wide table's rows, and the frame's head, stay in sight", () =>
  withApp({ width: 360, height: 740 }, async (app) => {
    await app.goto("#/");
    await new SamplePage(app).open();
    for (const [route, name] of [["rivals", "名单"], ["journey", "决策因素"], ["position", "曲线分数"]]) {
      await app.goto(`#/${route}`);
      const head = app.page.getByRole("region", { name: route === "position" ? "价值曲线" : name }).getByRole("rowheader").nth(1);
      await head.waitFor();
      const moved = await head.evaluate(async (cell) => {
        const box = cell.closest(".table-scroll, .grid-scroll");
        box.scrollTo(60, 0);
        window.scrollTo(0, 300);
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const bar = document.querySelector(".topbar").getBoundingClientRect().top;
        return [box.scrollLeft, cell.getBoundingClientRect().left - box.getBoundingClientRect().left, bar];
      });
      assert.deepEqual(moved.map(Math.round), [60, 0, 0], route);
    }
  }));
