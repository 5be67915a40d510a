/**
 * What was asked cannot be answered: one sentence that says what was expected and what was got. The command line prints
 * the same sentence.
 */
export class OracleError extends Error {
  override readonly name = 'OracleError';
}

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
