// Tables that no dialect knows, as small shops and agencies make them themselves.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** Writes a file that the browser can choose; gone with the temporary folder of the run. */
export function file(name, text) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "zhanggui-"));
  const full = path.join(folder, name);
  fs.writeFileSync(full, text);
  return full;
}

const HEADER = "交易日,营业收入(万元),来访人数,成交率(%),负责人手机号,自定义一,<b>备用</b>";

/** Days of a shop, in words that no platform uses; a note above, a sum below, a bad row. */
export const agencyDays = (month = "10", extra = "") =>
  file(
    `代运营日报_${month}月.csv`,
    `\ufeff代运营日报,,,,,,\n${HEADER}\n` +
      `2026-${month}-01,1.25,"1,200",3.25,16000009061,甲,1\n` +
      `2026-${month}-02,-,900,-,16000009062,乙,1\n` +
      `2026-${month}-03,坏,880,2.10,16000009063,丙,1\n` +
      `2026-${month}-04,0.98,1010,2.75,16000009064,丁,1\n${extra}` +
      "合计,2.23,3990,,,,\n",
  );

/** Plans of advertising for one day, which only the file's name says: HTML by the name of .xls. */
export const plansOfADay = () =>
  file(
    "渠道花费_20261019.xls",
    "<html><meta charset='utf-8'><table><tr><th>投放计划</th><th>花掉</th><th>展示</th><th>点击次数</th></tr>" +
      "<tr><td>春季拉新</td><td>128.50</td><td>12,300</td><td>410</td></tr>" +
      "<tr><td>老客召回</td><td>88</td><td>8,100</td><td>255</td></tr></table></html>",
  );
