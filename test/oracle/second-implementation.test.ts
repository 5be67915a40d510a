import { describe, expect, test } from 'vitest';
import type { Expr } from '../../src/formula/expression.ts';
import { freeSymbols } from '../../src/formula/substitute.ts';
import { evaluate } from '../../src/meaning/value.ts';
import type { EnclosureArithmetic } from '../../src/number/arithmetic.ts';
import { balls } from '../../src/number/ball.ts';
import { enclosures } from '../../src/number/enclosure.ts';
import { random } from '../../src/number/random.ts';
import { compare, type Rational } from '../../src/number/rational.ts';
import { ofTheCut } from '../../src/theory/population-integrals.ts';
import { quantities } from '../../src/theory/quantities.ts';
import { isIntegral, placeFor } from '../arb/quantities.ts';

/** Balls on BigInt and intervals on decimal.js share no code above the formula. The long run looks at many more points. */
const times = process.env.LONG_RUN ? 20 : 1;
const efforts = [
  { digits: 20, points: 6 * times },
  { digits: 60, points: 3 * times },
  { digits: 200, points: times },
] as const;
const seed = 20261123;

type Ends = readonly [Rational, Rational];

/** The ends of a value and their relative distance; undefined where the enclosures leave the domain of the formula. */
const valueIn = <T>(a: EnclosureArithmetic<T>, formula: Expr, point: Readonly<Record<string, Rational>>) => {
  try {
    const at = new Map(Object.entries(point).map(([name, exact]) => [name, a.rational(exact)]));
    const value = evaluate(formula)(a, at);
    return { ends: a.ends(value), width: a.relativeWidth(value) };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};
const overlap = ([a, b]: Ends, [c, d]: Ends): boolean => compare(a, d) <= 0 && compare(c, b) <= 0;

describe.each(efforts)('balls and decimals of $digits digits', ({ digits, points }) => {
  const [first, second] = [balls(digits), enclosures(digits)];
  // The quadrature of formulas as they stand is asked for nine digits; tests of integrals ask for more.
  // Integrals over a whole line are cut off by a rule of their own and compared with decimals where that is tested.
  const asked = quantities.filter(
    (quantity) =>
      !isIntegral(quantity) ||
      (digits === 20 && ![...freeSymbols(quantity.formula).keys()].some((name) => ofTheCut.has(name))),
  );

  test.each(asked.map((quantity) => [quantity.name, quantity] as const))('overlap for %s', (name, quantity) => {
    const source = random(seed, `${name} ${digits}`);
    const widths: number[] = [];
    let compared = 0;
    const count = isIntegral(quantity) ? 1 : points;
    for (let made = 0; made < 8 * count && compared < count; made++) {
      const { point } = placeFor(source, Math.ceil(digits * Math.log2(10)), 30, quantity);
      const [p, q] = [valueIn(first, quantity.formula, point), valueIn(second, quantity.formula, point)];
      if (!p || !q) continue;
      compared++;
      widths.push(Math.max(p.width, q.width));
      expect(
        overlap(p.ends, q.ends),
        `${name} at ${JSON.stringify(point, (_, x) => (typeof x === 'bigint' ? `${x}` : x))}`,
      ).toBe(true);
    }
    expect(compared).toBe(count);
    // Not because they are wide: cancellation may take digits at single points.
    expect(Math.min(...widths)).toBeLessThan(isIntegral(quantity) ? 1e-3 : 10 ** (-digits / 3));
  });
});
