import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Expr } from '../../src/formula/expression.ts';
import { normal } from '../../src/kernel/normal.ts';
import { formulaOf } from '../../src/kernel/show.ts';
import { newState, Refusal } from '../../src/kernel/state.ts';
import { evaluate } from '../../src/meaning/value.ts';
import { dyadics } from '../../src/number/dyadic.ts';
import { rational } from '../../src/number/rational.ts';
import { shows, under } from './ask.ts';
import {
  below,
  letter,
  minus,
  n,
  negative,
  of,
  over,
  pi,
  plus,
  root,
  squared,
  times,
  to,
  turn,
} from './identities/terms.ts';

const digits = dyadics(40);
const settings = { seed: 20240704, numRuns: 150 };
const x = letter('x');
const value = (formula: Expr) => evaluate(formula)(digits, new Map());
/** What the normal form of a constant is worth. */
const normalised = (formula: Expr): Expr => {
  const state = newState();
  return formulaOf(state, normal(state, formula));
};

test('sine and cosine of every twenty-fourth of a turn have the value of their normal form', () => {
  for (const name of ['sin', 'cos'] as const)
    for (let k = -25; k <= 25; k++)
      for (const q of [1, 3, 4, 5, 6, 12]) {
        const formula = of(name, turn(k, q));
        expect(digits.overlap(value(formula), value(normalised(formula))), `${name} ${k}/${q} pi`).toBe(true);
      }
});

describe('angles', () => {
  test('multiples are written out up to 64, and refused beyond', () => {
    for (const k of [-6, -2, 0, 2, 8, 64]) {
      const [angle, half] = [times(n(k), x), over(times(n(k), x), n(2))];
      expect(shows(of('cos', angle), minus(squared(of('cos', half)), squared(of('sin', half))))).toBe(true);
    }
    expect(() => shows(of('sin', times(n(65), x)), n(0))).toThrow('a multiple of an angle above 64');
  });
  test('no sine is taken for another', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -30, max: 30 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: -30, max: 30 }),
        (a, q, b) => {
          const [left, right] = [of('sin', turn(a, q)), of('sin', turn(b, q))];
          if (shows(left, right)) expect(digits.overlap(value(left), value(right))).toBe(true);
        },
      ),
      settings,
    );
  });
});

describe('exponentials', () => {
  test('powers of one exponential, in halves to twenty-fourths', () => {
    for (const q of [1, 2, 3, 4, 6, 8, 12, 24])
      expect(shows(to(of('exp', over(x, n(q))), q), of('exp', x)), `${q}`).toBe(true);
    // Fifths have a generator of their own: nothing false, and nothing shown.
    expect(shows(to(of('exp', over(x, n(5))), 5), of('exp', x))).toBe(false);
  });
  test('exponents that binary64 does not tell apart are refused', () => {
    const most: Expr = { kind: 'number', value: rational(2n ** 53n) };
    const more: Expr = { kind: 'number', value: rational(2n ** 54n + 1n, 2n) };
    expect(() => shows(of('exp', times(more, x)), of('exp', times(most, x)))).toThrow('an exponent beyond 2^53');
    let tower: Expr = x;
    for (let k = 0; k < 6; k++) tower = to(tower, 1000);
    expect(() => shows(times(tower, x), tower)).toThrow(Refusal);
  });
  test('of logarithms', () => {
    const k = () => under([below(n(0), x)], { x: '1' });
    expect(shows(of('exp', times(n(-3, 2), of('log', x))), to(x, -3, 2), k())).toBe(true);
    expect(() => shows(of('exp', over(of('log', x), n(3))), x, k())).toThrow('whole and half powers');
  });
});

describe('logarithms', () => {
  test('of numbers, by their primes', () => {
    expect(shows(of('log', n(12)), plus(times(n(2), of('log', n(2))), of('log', n(3))))).toBe(true);
    expect(shows(of('log', n(1)), n(0))).toBe(true);
    expect(shows(of('log', n(1, 8)), times(n(-3), of('log', n(2))))).toBe(true);
    expect(shows(of('log', n(10)), times(n(2), of('log', n(3))))).toBe(false);
  });
  test('of what is not known to be positive are refused', () => {
    expect(() => shows(of('log', n(0)), n(0))).toThrow('expected 0 to be above 0');
    expect(() => shows(of('log', squared(x)), times(n(2), of('log', x)))).toThrow('to be above 0');
  });
});

describe('inverse functions keep to their principal values', () => {
  const turned: readonly (readonly [Expr, Expr])[] = [
    [of('asin', of('sin', x)), x],
    [of('acos', of('cos', x)), x],
    [of('atan', over(n(-1), n(1))), turn(3, 4)],
    [of('acos', n(-1, 2)), turn(-2, 3)],
    [of('asin', of('sin', n(3))), n(3)],
    [of('acos', of('cos', n(-1))), n(-1)],
  ];
  test.each(turned)('%#', (left, right) => {
    expect(shows(left, right)).toBe(false);
  });
  test('at the ends of their range', () => {
    expect(shows(of('asin', n(-1)), turn(-1, 2))).toBe(true);
    expect(shows(of('acos', n(-1)), pi)).toBe(true);
    expect(shows(of('acos', n(1)), n(0))).toBe(true);
    expect(() => shows(of('asin', n(2)), n(0))).toThrow('to be at least 0');
    expect(() => shows(of('acos', x), of('acos', x))).toThrow('to be at least 0');
  });
  test('the arc tangent of the reciprocal, for either sign', () => {
    const sum = plus(of('atan', x), of('atan', over(n(1), x)));
    expect(shows(sum, turn(1, 2), under([below(n(0), x)], { x: '1' }))).toBe(true);
    expect(shows(sum, turn(1, 2), under([below(x, n(0))], { x: '-1' }))).toBe(false);
    expect(() => shows(sum, turn(1, 2))).toThrow('not to be 0');
    expect(shows(of('atan', negative(x)), negative(of('atan', x)))).toBe(true);
  });
  test('sine and cosine of them', () => {
    const k = () => under([below(n(-1), x), below(x, n(1))], { x: '0' });
    expect(shows(of('cos', of('asin', x)), root(minus(n(1), squared(x))), k())).toBe(true);
    expect(shows(of('cos', of('asin', x)), negative(root(minus(n(1), squared(x)))), k())).toBe(false);
    expect(shows(of('sin', of('atan', x)), over(x, root(plus(n(1), squared(x)))))).toBe(true);
  });
});
