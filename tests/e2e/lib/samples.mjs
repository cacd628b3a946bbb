// The sample files: what a seller downloads, from one fictional shop.

import fs from "node:fs";
import path from "node:path";

/**
 * The folder of the samples: named, or `shared/samples` beside the repository. Without them the
 * journeys fail: they are what the program is for.
 */
export function samplesDir() {
  const named = process.env.ZHANGGUI_SAMPLES;
  if (named) return named;
  for (let dir = import.meta.dirname; dir !== path.dirname(dir); dir = path.dirname(dir)) {
    const found = path.join(dir, "shared", "samples");
    if (fs.existsSync(path.join(found, "expected.json"))) return found;
  }
  throw new Error("no sample files: put them in ../shared/samples or name them in ZHANGGUI_SAMPLES");
}

const file = (name) => path.join(samplesDir(), name);

/** Two years of shop days, as the export tool of the platform writes them. */
export const shopDaysXls = () =>
  file("sycm/【生意参谋平台】参谋店铺整体日报_2024-11-01_2026-10-31.xls");

/** The last quarter again, with some cells restated. */
export const restatedXlsx = () => file("sycm/参谋店铺整体日报_2026-08-01_2026-10-31.xlsx");

/** The last quarter again, in GBK. */
export const shopDaysCsv = () => file("sycm/参谋店铺整体日报_2026-08-01_2026-10-31.csv");

/** Items of three single days: Excel 97, HTML by the name of .xls, Excel 2007. */
export const itemDays = () => [
  file("sycm/【生意参谋平台】商品_全部_2026-10-29_2026-10-29.xls"),
  file("sycm/【生意参谋平台】商品_全部_2026-10-30_2026-10-30.xls"),
  file("sycm/【生意参谋平台】商品_全部_2026-10-31_2026-10-31 (1).xlsx"),
];

/** Items of a whole month, with figures that the platform has rounded. */
export const itemMonth = () => file("sycm/【生意参谋平台】商品_全部_2026-09-01_2026-09-30.xls");

/** A year of items by day, in GBK. */
export const itemYear = () => file("sycm/商品每日数据_2025-11-01_2026-10-31.csv");

/** Ten files of as many kinds: shop days, months, items, sources, words, ads, affiliate, orders. */
export const mixedDrop = () => [
  shopDaysXls(),
  file("sycm/【生意参谋平台】参谋店铺月报_自助取数_2024-11-01_2026-10-31.xls"),
  itemDays()[0],
  file("sycm/【生意参谋平台】无线店铺流量来源_2026-10-31_2026-10-31.xls"),
  file("sycm/【生意参谋平台】无线店铺三级流量来源详情_2026-10-31_2026-10-31.xls"),
  file("ads/计划报表_20261101_093012.csv"),
  file("ads/商品报表_20261101_093255.csv"),
  file("ads/人群报表汇总_20261101_094501.csv"),
  file("other/淘宝联盟_效果报表_20261101.csv"),
  file("orders/ExportOrderList202611010930.csv"),
];

/** Traffic sources of two days: the old layout, then the new one. */
export const sourceDays = () => [
  file("sycm/【生意参谋平台】无线店铺流量来源_2026-10-30_2026-10-30.xls"),
  file("sycm/【生意参谋平台】无线店铺流量来源_2026-10-31_2026-10-31.xls"),
];

/** A file that is refused: a login page saved as a table. */
export const loginPage = () => file("bad/44_登录页.xls");

/** Two exports of orders that overlap, and of their lines. */
export const orderFiles = () => {
  const both = (kind) => ["202608051012", "202611010930"].map((at) => file(`orders/${kind}${at}.csv`));
  return { lists: both("ExportOrderList"), details: both("ExportOrderDetailList") };
};

/** What is in the files, by the program that wrote them. */
export const expected = () => JSON.parse(fs.readFileSync(file("expected.json"), "utf8"));
