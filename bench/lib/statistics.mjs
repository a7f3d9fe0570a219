// Small sums over a handful of measurements.

/** The middle of numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** The same things in another order each time (Fisher and Yates). */
export function shuffled(things) {
  const result = [...things];
  for (let index = result.length - 1; index > 0; index -= 1) {
    const other = Math.floor(Math.random() * (index + 1));
    [result[index], result[other]] = [result[other], result[index]];
  }
  return result;
}

/** How far a limit may be missed before a run fails: single medians move by about that much. */
export const NOISE = 0.1;

/** Whether a ratio is within its limit: at most the limit, or at least it where more is better. */
export function within(ratio, limit, moreIsBetter = false) {
  return moreIsBetter ? ratio >= limit * (1 - NOISE) : ratio <= limit * (1 + NOISE);
}

/** A markdown table. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index ? '--:' : '---'))), ...rows.map(line)].join('\n');
}

/** A range as text: the smallest and the largest. */
export const range = (numbers, digits = 0) =>
  `${Math.min(...numbers).toFixed(digits)} to ${Math.max(...numbers).toFixed(digits)}`;
