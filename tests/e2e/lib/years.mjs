// Years of a shop's figures, made with a fixed seed: as varied as real ones, for measuring room.

import { file } from "./unknown.mjs";

/** Random numbers of 0 … 1 (mulberry32), the same for the same seed. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const DAY = 86_400_000;

/** The days from `from` on, as the platform writes them. */
function days(from, n) {
  const start = Date.parse(`${from}T00:00:00Z`);
  return Array.from({ length: n }, (_, at) => new Date(start + at * DAY).toISOString().slice(0, 10));
}

const yuan = (fen) => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
const percent = (share) => `${(100 * share).toFixed(2)}%`;

/** How strong a day is: the year's wave, the week, a few great days, chance. */
function strength(day, chance) {
  const date = new Date(`${day}T00:00:00Z`);
  const wave = 1 + 0.25 * Math.sin((date.getUTCMonth() / 12) * 2 * Math.PI);
  const week = [1.15, 0.92, 0.9, 0.95, 0.97, 1.05, 1.2][date.getUTCDay()];
  const great = /-(06-18|11-11|12-12)$/.test(day) ? 6 : 1;
  return wave * week * great * (0.75 + 0.5 * chance());
}

/** Columns of the shop's day beside visitors, buyers and sales: name, how much of which. */
const COUNTS = [
  ["浏览量", 3.4], ["新访客数", 0.83], ["老访客数", 0.17], ["商品访客数", 0.93], ["商品浏览量", 2.9], ["商品收藏买家数", 0.041],
  ["商品收藏次数", 0.052], ["店铺收藏买家数", 0.018], ["加购人数", 0.094], ["加购件数", 0.16], ["下单买家数", 0.037], ["下单件数", 0.055],
  ["支付件数", 0.049], ["支付子订单数", 0.044], ["支付父订单数", 0.036], ["支付新买家数", 0.026], ["支付老买家数", 0.008], ["评价数", 0.012],
  ["有图评价数", 0.003], ["正面评价数", 0.01], ["负面评价数", 0.0008], ["揽收包裹数", 0.034], ["发货包裹数", 0.035], ["派送包裹数", 0.034], ["签收成功包裹数", 0.033],
];
const AMOUNTS = [["下单金额", 1.14], ["老买家支付金额", 0.27], ["成功退款金额", 0.09], ["淘宝客佣金", 0.014], ["全站推广花费", 0.06], ["关键词推广花费", 0.045], ["精准人群推广花费", 0.021]];

/** Shop days: 1,096 of them with 40 measures; what October came to. */
export function shopYears() {
  const chance = random(20261101);
  const names = ["统计日期", "访客数", "支付买家数", "支付金额", "支付转化率", "客单价", ...COUNTS.map(([name]) => name), ...AMOUNTS.map(([name]) => name), "人均浏览量", "平均停留时长", "跳失率"];
  const october = { fen: 0, visitors: 0 };
  const rows = days("2023-11-01", 1096).map((day) => {
    const visitors = Math.round(3_200 * strength(day, chance));
    const buyers = Math.max(1, Math.round(visitors * (0.024 + 0.016 * chance())));
    const fen = buyers * 8_900 + Math.floor(buyers * 7_000 * chance());
    if (day.startsWith("2026-10")) {
      october.fen += fen;
      october.visitors += visitors;
    }
    const counts = COUNTS.map(([, share]) => Math.round(visitors * share * (0.8 + 0.4 * chance())));
    const amounts = AMOUNTS.map(([, share]) => yuan(Math.round(fen * share * (0.7 + 0.6 * chance()))));
    const rates = [(counts[0] / visitors).toFixed(2), (60 * chance() + 20).toFixed(2), percent(0.4 + 0.2 * chance())];
    return [day, visitors, buyers, yuan(fen), percent(buyers / visitors), yuan(Math.round(fen / buyers)), ...counts, ...amounts, ...rates].join(",");
  });
  const n_measures = names.length - 1;
  return { path: file("参谋店铺整体日报_三年.csv", `${names.join(",")}\n${rows.join("\n")}\n`), n_measures, october };
}

const ITEM_NAMES = ["统计日期", "商品ID", "商品名称", "商品访客数", "商品浏览量", "商品收藏人数", "商品加购件数", "商品加购人数", "下单买家数", "下单件数", "下单金额", "支付买家数", "支付件数", "支付金额", "成功退款金额"];

/** A year of 200 items by day with 12 measures, a file a quarter, as sellers download them. */
export function itemYear() {
  const chance = random(4711);
  const items = Array.from({ length: 200 }, (_, at) => ({
    id: 994_280_026_318 + at * 7_919_113,
    name: `汀匣首饰盒 第${at + 1}款 旅行便携收纳`,
    // A few are seen by thousands, most by some dozens a day.
    share: 2_600 / (at + 1) ** 0.85 + 4,
    price: 1_990 + Math.floor(24_000 * chance()),
  }));
  const quarters = [["2025-11-01", 92], ["2026-02-01", 89], ["2026-05-01", 92], ["2026-08-01", 92]];
  return quarters.map(([from, n]) => {
    const rows = days(from, n).flatMap((day) =>
      items.map(({ id, name, share, price }) => {
        const visitors = Math.round(share * strength(day, chance));
        const some = (rate) => Math.round(visitors * rate * 2 * chance());
        const [buyers, orderers] = [some(0.03), some(0.034)];
        const fen = (people) => people * price + Math.floor(people * price * 0.6 * chance());
        const refund = chance() < 0.15 ? fen(Math.ceil(buyers * 0.2)) : 0;
        const counts = [visitors, some(1.6) + visitors, some(0.05), some(0.11), some(0.08), orderers, Math.ceil(orderers * 1.3)];
        return [day, id, name, ...counts, yuan(fen(orderers)), buyers, Math.ceil(buyers * 1.2), yuan(fen(buyers)), yuan(refund)].join(",");
      }),
    );
    return file(`商品每日数据_${from}.csv`, `${ITEM_NAMES.join(",")}\n${rows.join("\n")}\n`);
  });
}

const AD_NAMES = ["日期", "计划ID", "计划名字", "场景ID", "场景名字", "展现量", "点击量", "花费", "直接成交金额", "间接成交金额", "总成交金额", "总成交笔数", "直接成交笔数", "间接成交笔数", "总购物车数", "收藏宝贝数", "收藏店铺数"];

/** A year of 30 advertising plans by day with 12 measures. */
export function adYear() {
  const chance = random(815);
  const channels = ["关键词推广", "人群推广", "货品全站推广"];
  const plans = Array.from({ length: 30 }, (_, at) => ({ id: 30_010_204_001 + at * 1_013, name: `计划 ${at + 1} 拉新`, channel: at % 3, size: 0.3 + 2 * chance() }));
  const rows = days("2025-11-01", 365).flatMap((day) =>
    plans.map(({ id, name, channel, size }) => {
      const shown = Math.round(9_000 * size * strength(day, chance));
      const clicks = Math.round(shown * (0.02 + 0.04 * chance()));
      const spend = clicks * 60 + Math.floor(clicks * 90 * chance());
      const [direct, indirect] = [Math.round(clicks * 0.04 * chance()), Math.round(clicks * 0.02 * chance())];
      const [first, second] = [direct * 12_900 + Math.floor(9_000 * direct * chance()), indirect * 9_900 + Math.floor(7_000 * indirect * chance())];
      const counts = [direct + indirect, direct, indirect, Math.round(clicks * 0.12 * chance()), Math.round(clicks * 0.05 * chance()), Math.round(clicks * 0.02 * chance())];
      return [day, id, name, channel + 1, channels[channel], shown, clicks, yuan(spend), yuan(first), yuan(second), yuan(first + second), ...counts].join(",");
    }),
  );
  return file("计划报表_一年.csv", `${AD_NAMES.join(",")}\n${rows.join("\n")}\n`);
}
