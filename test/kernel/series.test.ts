import { describe, expect, test } from 'vitest';
import type { Expr } from '../../src/formula/expression.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { expand } from '../../src/kernel/series.ts';
import { formulaOf } from '../../src/kernel/show.ts';
import { type Fraction, Refusal } from '../../src/kernel/state.ts';
import { evaluate } from '../../src/meaning/value.ts';
import { dyadics } from '../../src/number/dyadic.ts';
import { random } from '../../src/number/random.ts';
import { power, rational } from '../../src/number/rational.ts';
import { shows, under } from './ask.ts';
import { type Draw, drawing } from './identities/draw.ts';
import {
  below,
  equals,
  ifBelow,
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

const [s, a, x] = ['s', 'a', 'x'].map(letter) as [
  ReturnType<typeof letter>,
  ReturnType<typeof letter>,
  ReturnType<typeof letter>,
];
const positive = (): Kernel => under([below(n(0), a)], { a: '1' });

const grow = (draw: Draw, depth: number): Expr => {
  if (depth === 0) return draw.pick<Expr>([s, s, s, squared(s), a, x, pi, n(draw.between(-3, 3))]);
  const part = (): Expr => grow(draw, depth - 1);
  const name = draw.pick(['sin', 'cos', 'exp', 'log', 'atan', 'asin', 'acos', 'abs', 'sinh', 'cosh', 'tanh'] as const);
  // What vanishes in the first terms, so that orders are lost on the way.
  const late = draw.between(5, 12);
  return draw.pick<() => Expr>([
    () => plus(part(), part()),
    () => minus(part(), part()),
    () => times(part(), part()),
    () => over(part(), part()),
    () => to(part(), draw.between(-3, 3)),
    () => to(part(), draw.pick([-3, -1, 1, 3]), 2),
    () => of(name, part()),
    () => over(part(), times(s, part())),
    () => ifBelow(part(), part(), part(), part()),
    () => over(minus(plus(n(1), to(s, late)), n(1)), to(s, draw.between(4, 12))),
  ])();
};

test('what a series leaves out is of higher order, at small exact values', () => {
  const digits = dyadics(300);
  let compared = 0;
  for (let index = 0; index < 250; index++) {
    const draw = drawing(random(20240706, `series ${index}`));
    const formula = grow(draw, draw.between(1, 4));
    const k = positive();
    let found: ReturnType<typeof expand>;
    try {
      found = expand(k.state, formula, 's');
    } catch (error) {
      if (error instanceof Refusal) continue;
      throw error;
    }
    const { valuation, terms } = found;
    /** |formula - series|/s^known at s = 10^-places: it stays bounded where the series is right. */
    const rest = (places: number): number => {
      const small = digits.rational(power(rational(1, 10), places));
      const at = new Map([
        ['s', small],
        ['a', digits.rational(rational(3, 7))],
        ['x', digits.rational(rational(-5, 3))],
      ]);
      const shown = terms.map((term, order) =>
        digits.mul(evaluate(formulaOf(k.state, term))(digits, at), digits.pow(small, valuation + order)),
      );
      const sum = shown.reduce((p, q) => digits.add(p, q), digits.rational(rational(0)));
      const left = digits.abs(digits.sub(evaluate(formula)(digits, at), sum));
      return digits.middle(digits.div(left, digits.pow(small, valuation + terms.length)));
    };
    try {
      const [near, nearer] = [rest(12), rest(15)];
      expect(nearer, `series ${index}`).toBeLessThan(50 * (near + 1));
      compared++;
    } catch (error) {
      // The case of two equal constants: exact for the kernel, not for enclosures.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  expect(compared).toBeGreaterThan(100);
});

const coefficients = (formula: Expr, k: Kernel = positive()): readonly Expr[] => {
  const { valuation, terms } = expand(k.state, formula, 's');
  expect(valuation).toBeGreaterThanOrEqual(0);
  return [...Array.from({ length: valuation }, () => n(0)), ...terms.map((term) => formulaOf(k.state, term))];
};

describe('known expansions', () => {
  const known: readonly (readonly [string, Expr, readonly Expr[]])[] = [
    ['exp', of('exp', s), [n(1), n(1), n(1, 2), n(1, 6)]],
    ['acos', of('acos', s), [turn(1, 2), n(-1), n(0), n(-1, 6)]],
    [
      'atan of something large',
      of('atan', over(a, s)),
      [turn(1, 2), over(n(-1), a), n(0), over(n(1), times(n(3), to(a, 3)))],
    ],
    ['root', root(plus(squared(a), s)), [a, over(n(1), times(n(2), a))]],
    ['log', of('log', plus(n(1), s)), [n(0), n(1), n(-1, 2), n(1, 3)]],
    ['0/0', over(minus(of('exp', s), n(1)), s), [n(1), n(1, 2), n(1, 6)]],
  ];
  test.each(known)('%s', (_, formula, wanted) => {
    const found = coefficients(formula);
    wanted.forEach((term, order) => {
      expect(shows(found[order] as Expr, term, positive()), `order ${order}`).toBe(true);
    });
  });
});

describe('what has no series, or none that is known, is refused', () => {
  // (1 + s^10) - 1 is known to be of order 10: over s^10 nothing of it is left, not even its value 1.
  const lost = over(minus(plus(n(1), to(s, 10)), n(1)), to(s, 10));
  const refused: readonly (readonly [string, Expr, string])[] = [
    ['exp of what is not known', of('exp', lost), 'of which no term is known'],
    ['cos of what is not known', of('cos', lost), 'of which no term is known'],
    ['atan of what is not known', of('atan', lost), 'of which no term is known'],
    ['a root of odd order', root(s), 'no series in whole powers'],
    ['a cube root', to(plus(n(1), s), 1, 3), 'is not known'],
    ['a leading coefficient that may be 0', over(n(1), plus(x, s)), 'not known to be other than 0'],
    ['a root of what may be negative', root(plus(x, s)), 'not known to be positive'],
    ['exp of what grows', of('exp', over(n(1), s)), 'grows beyond all bounds'],
    ['the logarithm of what vanishes', of('log', s), 'not known to be positive'],
    ['a magnitude of unknown sign', of('abs', plus(x, s)), 'not known to be other than 0'],
    ['an undecided case', ifBelow(x, s, n(1), n(2)), 'which case holds'],
    ['asin beyond 1', of('asin', plus(n(1), s)), 'root'],
  ];
  test.each(refused)('%s', (_, formula, why) => {
    expect(() => expand(positive().state, formula, 's')).toThrow(why);
  });

  test('a symbol that the hypotheses give by the small one is not held', () => {
    const given = () => under([equals(x, squared(s))], { s: '1', x: '1' });
    expect(() => expand(given().state, x, 's')).toThrow('which goes to 0');
    const bySquare = () => under([equals(squared(x), minus(n(1), squared(s)))], { s: '3/5', x: '4/5' });
    expect(() => expand(bySquare().state, plus(x, s), 's')).toThrow('which goes to 0');
  });
});

test('a series that vanishes as far as it is known says no more than that', () => {
  const { valuation, terms } = expand(positive().state, minus(plus(s, n(1)), plus(n(1), s)), 's');
  expect(terms).toEqual([]);
  expect(valuation).toBeGreaterThanOrEqual(10);
  const k = positive();
  const [first] = expand(k.state, over(negative(a), s), 's').terms;
  expect(shows(formulaOf(k.state, first as Fraction), negative(a), positive())).toBe(true);
});
