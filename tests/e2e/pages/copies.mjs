// Another copy of the open workbook: the dialog of the archive page.

const WORDS = {
  zh: {
    bringIn: "并入另一份…",
    ways: { fresh: "作为新的工作簿", replace: "替换现在这份", merge: "合并进现在这份" },
    counts: (added, changed, removed) => `对方新增 ${added} 处，修改 ${changed} 处，删除 ${removed} 处。`,
    conflicts: (n) => `冲突 ${n} 处`,
    noBase: "没有找到两份共同的上一份",
    theirs: "对方那份",
    allTheirs: "全部取对方那份",
    confirm: "确定",
    merged: "已合并",
    replaced: "已替换，原来那份在回收站",
    trash: "回收站",
    earlier: "历史版本",
    before: "替换之前",
    undo: /^撤销/,
    personas: "客户画像",
  },
  en: {
    bringIn: "Bring in a copy…",
    ways: { fresh: "As a new workbook", replace: "Replace this one", merge: "Merge into this one" },
    counts: (added, changed, removed) => `The copy adds ${added}, changes ${changed} and removes ${removed}.`,
    conflicts: (n) => (n === 1 ? "1 conflict" : `${n} conflicts`),
    noBase: "No earlier copy is known",
    theirs: "The copy",
    allTheirs: "All from the copy",
    confirm: "OK",
    merged: "Merged",
    replaced: "Replaced; the workbook before is in the trash",
    trash: "Trash",
    earlier: "Earlier versions",
    before: "before a replacement",
    undo: /^Undo/,
    personas: "Personas",
  },
};

export class CopiesPage {
  constructor(app, locale) {
    this.app = app;
    this.page = app.page;
    this.words = WORDS[locale];
  }

  async open() {
    await this.app.goto("#/archive");
    await this.page.getByText(this.words.bringIn, { exact: true }).waitFor();
  }

  /** Chooses a file; the dialog is open then. */
  async choose(text) {
    await this.page.locator("#choose-copy").setInputFiles({
      name: "copy.zhanggui.json",
      mimeType: "application/json",
      buffer: Buffer.from(text),
    });
    await this.dialog().waitFor();
  }

  dialog() {
    return this.page.getByRole("dialog");
  }

  async way(name) {
    await this.dialog().getByRole("radio", { name: this.words.ways[name], exact: true }).check();
  }

  async confirm() {
    await this.dialog().getByRole("button", { name: this.words.confirm, exact: true }).click();
    await this.dialog().waitFor({ state: "detached" });
  }

  /** The version before is in the list of earlier ones. */
  async kept() {
    const versions = this.page.getByRole("region", { name: this.words.earlier });
    await versions.getByRole("row").filter({ hasText: this.words.before }).first().waitFor();
  }

  async told(words) {
    await this.page.getByRole("status").filter({ hasText: words }).first().waitFor();
  }
}
