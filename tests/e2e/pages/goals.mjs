// The goals page: the year's target, its periods, and what really happened.

const WORDS = {
  zh: { typed: "直接填", amount: "年目标（元）", create: "按天拆解", level: "按什么看", year: "年", month: "月", week: "周", months: "每月目标", days: "每日目标", weeks: "每周目标", total: "合计", target: /^目标/, actual: /^实际/, setUp: "设定", learn: "从历史学", apply: "采用", locks: /锁定/, versions: /^版本|^对比/, recover: "补回差距", locksButton: "锁定与上下限" },
  en: { typed: "Type it", amount: "Target of the year (¥)", create: "Break it down", level: "View by", year: "Year", month: "Month", week: "Week", months: "Monthly targets", days: "Daily targets", weeks: "Weekly targets", total: "Total", target: /^Target/, actual: /^Actual/, setUp: "Set up", learn: "Learn from history", apply: "Use these", locks: /lock/i, versions: /^(Versions|Compared)/, recover: "Close the gap", locksButton: "Locks and bounds" },
};

/** "1,650,000" or "¥1,650,000.00" or "–" as a number or null. */
export function number(text) {
  const digits = text.replace(/[^\d.−-]/g, "").replace("−", "-");
  return digits === "" || digits === "-" ? null : Number(digits);
}

export class GoalsPage {
  constructor(app, locale = "zh") {
    this.app = app;
    this.page = app.page;
    this.words = WORDS[locale];
  }

  async open() {
    await this.app.goto("#/goals");
  }

  /** Sets the target of a year that has none. */
  async setTarget(amount) {
    await this.page.getByRole("radio", { name: this.words.typed, exact: true }).check();
    await this.page.getByLabel(this.words.amount).fill(amount);
    await this.page.getByRole("button", { name: this.words.create }).click();
    await this.page.getByRole("grid").first().waitFor();
  }

  /** "year", "month" or "week". */
  async look(level) {
    const group = this.page.getByRole("radiogroup", { name: this.words.level });
    await group.getByRole("radio", { name: this.words[level], exact: true }).check();
    const title = { year: "months", month: "days", week: "weeks" }[level];
    await this.grid(title).waitFor();
  }

  /** The table named "months", "weeks" or "days". */
  grid(title) {
    return this.page.getByRole("grid", { name: this.words[title] });
  }

  /** Every row of a table: what it is called, and its cells as they read. */
  async rows(title) {
    return this.grid(title).getByRole("row").filter({ has: this.page.getByRole("rowheader") }).evaluateAll(
      (rows) => rows.map((row) => [...row.querySelectorAll(".grid-text")].map((cell) => cell.textContent.trim())),
    );
  }

  /** Types into the target of a row and ends with Enter, by keyboard alone once it is chosen. */
  async type(title, row, text) {
    const line = this.grid(title).getByRole("row").filter({ has: this.page.getByRole("rowheader", { name: row }) });
    await line.getByRole("gridcell").first().click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }

  chart() {
    return this.page.getByRole("figure").first();
  }
}
