// Pictures of pages, to be looked at: the gallery and the specs shoot by the same camera.

import fs from "node:fs";
import path from "node:path";

/** The pages on customers, competitors and ourselves. */
export const THINKING = ["personas", "journey", "rivals", "swot", "position"];

export class Camera {
  /** Shoots into the folder `out`; the names of the files begin with `name`. */
  constructor(app, out, name) {
    Object.assign(this, { app, page: app.page, out, name });
    fs.mkdirSync(out, { recursive: true });
  }

  /** Waits until the page stands: its heading, no shape of what is still to come, all drawn. */
  async stands() {
    await this.app.heading().waitFor();
    await this.page.locator("#app .skeleton").first().waitFor({ state: "detached" });
    await this.page.evaluate(() => document.fonts.ready.then(() => undefined));
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** The page to its end; gives the file. */
  async whole(name) {
    await this.stands();
    return this.shot(name, true);
  }

  /** What the window shows; gives the file. */
  async shot(name, fullPage = false) {
    const file = path.join(this.out, `${this.name}-${name}.png`);
    await this.page.screenshot({ path: file, fullPage });
    return file;
  }
}
