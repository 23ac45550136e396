// SPDX-License-Identifier: GPL-3.0-or-later
// Shares of counts with their uncertainty, as every measurement prints them.

/** Wilson's 95 % interval of `hits` among `total`, as shares; [0, 0] when nothing was counted. */
export function wilson(hits, total) {
  if (!total) return [0, 0];
  const z = 1.959964;
  const share = hits / total;
  const middle = share + (z * z) / (2 * total);
  const half = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  return [Math.max(0, (middle - half) / (1 + (z * z) / total)), Math.min(1, (middle + half) / (1 + (z * z) / total))];
}

const percent = (share) => (share * 100).toFixed(share < 0.1 ? 2 : 1);

/** For a column of text: « 1.23% [0.98–1.50] 12/976». */
export function rate(hits, total) {
  if (!total) return '–';
  const [low, high] = wilson(hits, total);
  return `${percent(hits / total).padStart(5)}% [${percent(low)}–${percent(high)}] ${hits}/${total}`;
}

/** For a cell of a Markdown table: «1.23 % [0.98–1.50] (12/976)». */
export function rateCell(hits, total) {
  if (!total) return '–';
  const [low, high] = wilson(hits, total);
  return `${percent(hits / total)} % [${percent(low)}–${percent(high)}] (${hits}/${total})`;
}

/** The middle one of some numbers, the higher of two; undefined of none. */
export function median(numbers) {
  return [...numbers].sort((one, other) => one - other)[numbers.length >> 1];
}
