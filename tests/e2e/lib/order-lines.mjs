// Lines of orders as the platform exports them, as many as wanted, the same on every machine.

import fs from "node:fs";

export const LINES_HEAD =
  "订单编号,标题,价格,购买数量,商品属性,套餐信息,订单状态,商家编码,买家应付货款,买家实付金额,退款状态,退款金额,订单付款时间";

/** Random numbers from a seed (mulberry32). */
function rng(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const TITLES = ["月光镜面首饰盒", "绒布项链收纳册", "手写贺卡 12张", "芭蕾八音盒", "戒指盒"];
const COLOURS = ["奶油白", "雾霾蓝", "樱花粉", "复古绿"];
const two = (n) => String(n).padStart(2, "0");
const yuan = (fen) => `${Math.floor(fen / 100)}.${two(fen % 100)}`;

/**
 * Writes `n` lines of a year to a file: 80 items, one or two lines an order, some refunds. With
 * `quoted` every cell stands in quotes, as in the platform's files. Gives what they come to.
 */
export function writeOrderLines(path, n, { quoted = false, seed = 20261101 } = {}) {
  const random = rng(seed);
  const sums = { lines: n, units: 0, paid: 0, refunds: 0, orders: 0 };
  const file = fs.openSync(path, "w");
  const row = (cells) => (quoted ? cells.map((cell) => `"${cell}"`).join(",") : cells.join(","));
  let order = 0;
  let text = `\ufeff${row(LINES_HEAD.split(","))}\n`;
  for (let idx = 0; idx < n; idx += 1) {
    if (idx === 0 || random() < 0.7) order += 1;
    const day = new Date(Date.UTC(2025, 10, 1 + Math.floor((idx * 365) / n)));
    const date = `${day.getUTCFullYear()}-${two(day.getUTCMonth() + 1)}-${two(day.getUTCDate())}`;
    const time = `${two(Math.floor(random() * 24))}:${two(Math.floor(random() * 60))}:${two(Math.floor(random() * 60))}`;
    const item = Math.floor(random() * 80);
    const units = 1 + Math.floor(random() * 3);
    const price = 1900 + item * 137;
    const paid = Math.floor(units * price * (0.8 + random() * 0.2));
    const refund = random() < 0.05 ? paid : 0;
    sums.units += units;
    sums.paid += paid;
    sums.refunds += refund;
    text += `${row([
      String(4163000000000000000n + BigInt(order) * 7919n),
      TITLES[item % 5],
      yuan(price),
      units,
      `颜色:${COLOURS[item % 4]}`,
      "",
      "交易成功",
      `TX-${String(item + 1).padStart(3, "0")}`,
      yuan(units * price),
      yuan(paid),
      refund ? "退款成功" : "没有申请退款",
      refund ? yuan(refund) : "无退款申请",
      `${date} ${time}`,
    ])}\n`;
    if (text.length > 4_000_000) {
      fs.writeSync(file, text);
      text = "";
    }
  }
  fs.writeSync(file, text);
  fs.closeSync(file);
  return { ...sums, orders: order };
}
