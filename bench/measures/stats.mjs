// Figures from runs.

const sorted = (values) => [...values].sort((a, b) => a - b);

/** The value below which the share `q` of the runs lies. */
export function quantile(values, q) {
  const all = sorted(values);
  return all[Math.min(all.length - 1, Math.ceil(q * all.length) - 1)];
}

export const median = (values) => quantile(values, 0.5);

export const round = (value, digits = 1) => Number(value.toFixed(digits));
