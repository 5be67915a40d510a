import { nearest } from '../oracle/error.ts';

export { nearest } from '../oracle/error.ts';

/** Something is wrong with what was asked, or with the means to answer it: one sentence, exit code 2. */
export class UsageError extends Error {}

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

/** "D0=52MHz" and the like, each name once. Throws a UsageError. */
export const namedValues = (texts: readonly string[]): ReadonlyMap<string, string> => {
  const values = new Map<string, string>();
  for (const text of texts) {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    if (name === undefined || value === undefined)
      throw new UsageError(`expected name=value, such as D0=52MHz, got "${text}"`);
    if (values.has(name)) throw new UsageError(`expected ${name} once, got it twice`);
    values.set(name, value);
  }
  return values;
};
