import type { Random } from '../../../src/number/random.ts';
import { type Rational, rational } from '../../../src/number/rational.ts';

/** What is drawn from a stream of random integers: the same stream gives the same formulas on every machine. */
export interface Draw {
  below(n: number): number;
  /** An integer from least to most. */
  between(least: number, most: number): number;
  /** True in `of` of `among` cases. */
  chance(of: number, among: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** A rational other than 0 of either sign: mostly simple, sometimes very large or very small. */
  rational(): Rational;
  positive(): Rational;
  /** Strictly between 0 and 1. */
  fraction(): Rational;
}

export const drawing = (random: Random): Draw => {
  const below = (n: number): number => random.below(n);
  const between = (least: number, most: number): number => least + below(most - least + 1);
  const chance = (of: number, among: number): boolean => below(among) < of;
  const positive = (): Rational => {
    const simple = rational(between(1, 12), between(1, 7));
    if (!chance(1, 8)) return simple;
    const far = 10n ** BigInt(between(1, 4));
    return chance(1, 2) ? rational(simple.numerator * far, simple.denominator) : rational(simple.numerator, far);
  };
  return {
    below,
    between,
    chance,
    pick: <T>(from: readonly T[]): T => {
      if (from.length === 0) throw new RangeError('expected something to draw from');
      return from[below(from.length)] as T;
    },
    positive,
    rational: () => {
      const { numerator, denominator } = positive();
      return rational(chance(1, 2) ? numerator : -numerator, denominator);
    },
    fraction: () => {
      const under = between(2, 40);
      return rational(between(1, under - 1), under);
    },
  };
};
