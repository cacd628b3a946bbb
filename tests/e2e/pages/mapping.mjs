// The panel in which somebody says what a table is, and the list of what was said.

const WORDS = {
  zh: {
    title: /这张表还不认识|修改对应/, subject: "每一行说的是", name: "给这个对应起个名字", date: "日期", from: "从哪天", to: "到哪天",
    feeds: (column) => `「${column}」对应到`, scale: (column) => `「${column}」的单位`, preview: "这样读出来",
    read: "照此读这个文件", save: "保存对应", change: "改这个对应", list: "我的表格对应",
    nameOf: (name) => `「${name}」的名字`, edit: (name) => new RegExp(`^修改 ?${name}$`), remove: (name) => `删除「${name}」`, plan: "计划（ID 或名称）",
  },
  en: {
    title: /Not a known table|Change the mapping/, subject: "Each row is about", name: "A name for this mapping", date: "The date", from: "From", to: "To",
    feeds: (column) => `“${column}” feeds`, scale: (column) => `Unit of “${column}”`, preview: "Read like this",
    read: "Read the file like this", save: "Save the mapping", change: "Change this mapping", list: "My table mappings",
    nameOf: (name) => `Name of “${name}”`, edit: (name) => new RegExp(`^Change ?${name}$`), remove: (name) => `Remove “${name}”`, plan: "Plan (number or name)",
  },
};

export class MappingPanel {
  constructor(app, locale = "zh") {
    this.page = app.page;
    this.words = WORDS[locale];
  }

  heading() {
    return this.page.getByRole("heading", { name: this.words.title });
  }

  field(label) {
    return this.page.getByLabel(label, { exact: true });
  }

  /** Chooses by the words of an option, as it is read. */
  async choose(label, option) {
    await this.field(label).selectOption({ label: option });
  }

  /** What is chosen, in words. */
  async chosen(label) {
    return this.field(label).locator("option:checked").innerText();
  }

  async options(label) {
    return this.field(label).locator("option").allInnerTexts();
  }

  preview() {
    return this.page.getByRole("group", { name: this.words.preview }).getByRole("row");
  }

  async press(name) {
    await this.page.getByRole("button", { name, exact: true }).click();
  }
}
