/** Something is wrong with what was asked, or with the means to answer it: one sentence, exit code 2. */
export class UsageError extends Error {}

/** Edit distance, for "did you mean". */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (next[j - 1] ?? 0) + 1,
        (row[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1]?.toLowerCase() === b[j - 1]?.toLowerCase() ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] ?? 0;
};

/** The name that comes closest to what was typed. */
export const nearest = (typed: string, names: readonly string[]): string =>
  [...names].sort((a, b) => distance(typed, a) - distance(typed, b))[0] ?? '';

/** Refuses an id that no claim has. */
export const checkIds = (ids: readonly string[], known: readonly string[]): void => {
  for (const id of ids)
    if (!known.includes(id))
      throw new UsageError(
        `expected the id of a claim, got "${id}"; the nearest is ${nearest(id, known)} (tripleflip list claims shows all)`,
      );
};

/** A whole number from the command line, within bounds. */
export const wholeNumber =
  (name: string, least: number, most: number) =>
  (text: string): number => {
    const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most))
      throw new UsageError(`expected ${name} to be a whole number from ${least} to ${most}, got "${text}"`);
    return value;
  };
