import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  apply,
  call,
  cases,
  delta,
  derivative,
  div,
  type Expr,
  integral,
  mul,
  num,
  pairSum,
  pi,
  pow,
  type Stratum,
  sqrt,
  sub,
  total,
} from '../../src/formula/expression.ts';
import { separate } from '../../src/formula/separate.ts';
import { f1, i, j, NS } from '../../src/formula/symbols.ts';
import { evaluate } from '../../src/meaning/value.ts';
import type { Arithmetic } from '../../src/number/arithmetic.ts';
import { binary64 } from '../../src/number/binary64.ts';
import { dyadics } from '../../src/number/dyadic.ts';
import { interval64 } from '../../src/number/interval64.ts';
import { approximate, parseRational, type Rational, rational } from '../../src/number/rational.ts';
import { at, digits, environments, trees, valueAt, valuesOf, x, y } from '../formula/trees.ts';

type Binders = 'scalar' | 'binder';
const settings = { seed: 20240610, numRuns: 400 };
const outside = <T>(f: () => T): T | undefined => {
  try {
    return f();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};
const named = <T>([a, b, c]: readonly [Rational, Rational, Rational], lift: (value: Rational) => T) =>
  new Map([
    ['x', lift(a)],
    ['y', lift(b)],
    ['z', lift(c)],
  ]);
const ends = (formula: Expr, values: Readonly<Record<string, string>> = {}): readonly [number, number] => {
  const [lo, hi] = digits.ends(evaluate(formula)(digits, at(values)));
  return [approximate(lo), approximate(hi)];
};

describe('the arithmetics agree', () => {
  test('binary64 lies in the binary64 enclosure up to a few ulps, and that contains the sharp one', () => {
    let compared = 0;
    fc.assert(
      fc.property(trees(2), environments, (tree, point) => {
        const wide = outside(() => evaluate(tree)(interval64, named(point, interval64.rational)));
        const plain = outside(() => evaluate(tree)(binary64, named(point, binary64.rational)));
        const sharp = valueAt(tree, valuesOf(point));
        if (!wide || plain === undefined || !sharp) return;
        const slack = 8 * Number.EPSILON * Math.max(Math.abs(wide.lo), Math.abs(wide.hi));
        expect(plain).toBeGreaterThanOrEqual(wide.lo - slack);
        expect(plain).toBeLessThanOrEqual(wide.hi + slack);
        const asDyadic = digits.hull(
          ...(interval64.ends(wide).map((end) => dyadics(400).rational(end)) as [never, never]),
        );
        expect(digits.overlap(sharp, asDyadic)).toBe(true);
        compared++;
      }),
      settings,
    );
    expect(compared).toBeGreaterThan(200);
  });

  test('more digits lie within fewer', () => {
    const fine = dyadics(90);
    fc.assert(
      fc.property(trees(3), environments, (tree, point) => {
        const coarse = valueAt(tree, valuesOf(point));
        fc.pre(coarse !== undefined);
        const sharp = outside(() => evaluate(tree)(fine, named(point, fine.rational)));
        expect(sharp && fine.overlap(sharp, coarse)).toBe(true);
      }),
      settings,
    );
  });
});

describe('powers', () => {
  test.each<[Expr, string, number]>([
    [pow(x, 3), '2', 8],
    [pow(x, -2), '2', 0.25],
    [pow(x, 3, 2), '4', 8],
    [pow(x, -1, 2), '4', 0.5],
    [pow(x, 0), '7', 1],
  ])('of an exact number: %#', (formula, value, expected) => {
    expect(ends(formula, { x: value })).toEqual([expected, expected]);
  });
  test('half-integer powers of a negative number have none', () => {
    expect(() => ends(sqrt(x), { x: '-4' })).toThrow(RangeError);
  });
});

describe('cases', () => {
  const step = cases<string, 'scalar'>({ left: x, right: num(1) }, -1, 1);
  test.each([
    ['0.999999999999', -1],
    ['1', 1],
    ['1.000000000001', 1],
  ])('at %s', (value, expected) => {
    expect(ends(step, { x: value })).toEqual([expected, expected]);
    expect(evaluate(step)(binary64, new Map([['x', Number(value)]]))).toBe(expected);
  });
  test('an enclosure on both sides gives the hull of both cases', () => {
    const both = digits.hull(digits.rational(rational(0)), digits.rational(rational(2)));
    const found = evaluate(step)(digits, new Map([['x', both]]));
    expect(digits.ends(found)).toEqual([rational(-1), rational(1)]);
  });
  test('and no value where one of them has none', () => {
    const root = cases<string, 'scalar'>({ left: x, right: num(1) }, sqrt(sub(num(-1), x)), 1);
    const both = digits.hull(digits.rational(rational(0)), digits.rational(rational(2)));
    expect(() => evaluate(root)(digits, new Map([['x', both]]))).toThrow('square root');
  });
  test('only the case that holds is evaluated', () => {
    expect(ends(cases<string, 'scalar'>({ left: x, right: num(0) }, div(1, sub(x, x)), 3), { x: '1' })).toEqual([3, 3]);
  });
});

describe('a part that occurs several times', () => {
  const counting = () => {
    let roots = 0;
    const arithmetic: Arithmetic<number> = {
      ...binary64,
      sqrt: (a) => {
        roots++;
        return Math.sqrt(a);
      },
    };
    return { arithmetic, roots: () => roots };
  };
  const root = sqrt(add(x, 1));

  test('is computed once in each evaluation, wherever it is written', () => {
    const { arithmetic, roots } = counting();
    const twice = evaluate(add(mul(root, sqrt(add(x, 1))), div(1, root)));
    expect(twice(arithmetic, new Map([['x', 3]]))).toBe(4.5);
    expect(roots()).toBe(1);
    expect(twice(arithmetic, new Map([['x', 8]]))).toBe(9 + 1 / 3);
    expect(roots()).toBe(2);
  });

  test('is not computed where no case that holds asks for it', () => {
    const { arithmetic, roots } = counting();
    const formula = add(cases<string, 'scalar'>({ left: x, right: num(0) }, root, 1), mul(0, x));
    expect(
      evaluate(add(formula, cases<string, 'scalar'>({ left: x, right: num(0) }, root, 1)))(
        arithmetic,
        new Map([['x', 3]]),
      ),
    ).toBe(2);
    expect(roots()).toBe(0);
  });

  test('is computed once for a whole integral where the variable does not occur in it', () => {
    let roots = 0;
    const arithmetic: typeof digits = {
      ...digits,
      sqrt: (a) => {
        roots++;
        return digits.sqrt(a);
      },
    };
    const environment = new Map([['y', arithmetic.rational(rational(3))]]);
    const steep = call('exp', mul(12, x));
    const fixed = evaluate(integral(x, [[num(0), num(2)]], mul(steep, sqrt(add(y, 1)))));
    const found = fixed(arithmetic, environment);
    expect(digits.middle(found) / ((Math.exp(24) - 1) / 6)).toBeCloseTo(1, 7);
    const often = roots;
    roots = 0;
    evaluate(integral(x, [[num(0), num(2)]], mul(steep, sqrt(add(x, 1)))))(arithmetic, environment);
    // The quadrature works in three arithmetics of series, at many points.
    expect(often).toBeLessThanOrEqual(3);
    expect(roots).toBeGreaterThan(20);
  });

  test('has its own value under a binder', () => {
    // sqrt(1 + x) outside is that of the x given, inside that of the variable of integration.
    const inside = integral(x, [[num(0), num(3)]], root);
    const found = evaluate(add<string, Stratum>(root, inside))(digits, new Map([['x', digits.rational(rational(8))]]));
    expect(digits.overlap(found, digits.rational(rational(3 * 3 + 14, 3)))).toBe(true);
    expect(digits.relativeWidth(found)).toBeLessThan(1e-8);
  });
});

describe('binders', () => {
  test('the integral of sin from 0 to pi is 2', () => {
    const half = evaluate(integral(x, [[num(0), pi]], call('sin', x)));
    const found = half(interval64, new Map());
    expect(found.lo <= 2 && 2 <= found.hi).toBe(true);
    expect(interval64.relativeWidth(found)).toBeLessThan(1e-8);
    const sharp = half(digits, new Map());
    expect(digits.within(digits.rational(rational(2)), sharp)).toBe(true);
  });

  test('several ranges add up, reversed ones subtract, and outer symbols are seen', () => {
    const found = (ranges: readonly (readonly [Expr, Expr])[]): number =>
      interval64.middle(
        evaluate(integral(x, ranges, mul(y, x)))(interval64, new Map([['y', interval64.rational(rational(2))]])),
      );
    expect(
      found([
        [num(0), num(1)],
        [num(2), num(3)],
      ]),
    ).toBeCloseTo(6, 8);
    expect(found([[num(3), num(0)]])).toBeCloseTo(-9, 8);
    expect(found([[num(0), y]])).toBeCloseTo(4, 8);
  });

  test('an integral within an integral is not evaluated: it has to be separated first', () => {
    const formula = integral(x, [[num(0), num(1)]], integral(y, [[num(0), num(1)]], mul(x, y)));
    expect(() => evaluate(formula)(interval64, new Map())).toThrow(TypeError);
    expect(interval64.middle(evaluate(separate(formula))(interval64, new Map()))).toBeCloseTo(1 / 4, 8);
  });

  const smooth: readonly Expr[] = [
    pow(x, 3),
    mul(call('sin', mul(2, x)), call('exp', div(x, y))),
    div(1, add(pow(x, 2), pow(y, 2))),
    call('atan', mul(x, y)),
    sqrt(add(pow(x, 2), 1)),
    mul(x, call('log', add(2, pow(x, 2)))),
    y,
  ];
  test.each(smooth.map((formula, index) => [index, formula] as const))(
    'a derivative is the limit of the difference quotient: %i',
    (_, formula) => {
      const h = parseRational('1e-12');
      for (const place of ['-7/3', '1/5', '2']) {
        const values = at({ y: '3/2' });
        const node = evaluate(derivative(x, formula, mul(2, num(parseRational(place)))))(digits, values);
        const shifted = (by: Rational) =>
          evaluate(formula)(
            digits,
            new Map([
              ...values,
              [
                'x',
                digits.add(
                  digits.mul(digits.rational(rational(2)), digits.rational(parseRational(place))),
                  digits.rational(by),
                ),
              ],
            ]),
          );
        const quotient = digits.div(
          digits.sub(shifted(h), shifted({ ...h, numerator: -h.numerator })),
          digits.rational({ numerator: 2n * h.numerator, denominator: h.denominator }),
        );
        expect(Math.abs(digits.middle(digits.sub(node, quotient)))).toBeLessThan(1e-18);
      }
    },
  );

  test('sums over a set and over its pairs', () => {
    // i j over ordered pairs of 1, 2, 3: 2 (2 + 3 + 6)
    expect(ends(pairSum(i, j, NS, mul(i, j)), { NS: '3' })).toEqual([22, 22]);
    expect(ends(pairSum(i, j, NS, sub(i, mul(2, j))), { NS: '2' })).toEqual([-3, -3]);
    expect(ends(total(i, NS, pow(i, 2)), { NS: '4' })).toEqual([30, 30]);
    for (const count of ['13', '5/2']) expect(() => ends(total(i, NS, i), { NS: count })).toThrow('at most 12 spins');
  });
});

test('what has no value says why', () => {
  expect(() => ends(add(x, y), { x: '1' })).toThrow(new ReferenceError('expected a value for y, got none'));
  expect(() => ends(apply(f1, x), { x: '1' })).toThrow(TypeError);
  expect(() => ends(delta(x), { x: '1' })).toThrow(TypeError);
  expect(() => ends(div(1, sub(x, 1)), { x: '1' })).toThrow(RangeError);
  const plain = (formula: Expr) => () => evaluate(formula)(binary64, new Map([['x', 1]]));
  expect(plain(integral(x, [[num(0), num(1)]], x))).toThrow('in enclosures only');
  expect(plain(derivative<'x', 'x', never>(x, x, num(1)))).toThrow('in enclosures only');
  expect(plain(mul<string, Binders>(2, total(i, NS, i)))).toThrow(RangeError);
});
