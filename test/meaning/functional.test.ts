import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, call, delta, div, type Expr, integral, mul, num, pow, sub } from '../../src/formula/expression.ts';
import { substitute } from '../../src/formula/substitute.ts';
import { deltaIntegral } from '../../src/meaning/functional.ts';
import { evaluate } from '../../src/meaning/value.ts';
import { dyadics } from '../../src/number/dyadic.ts';
import { rational } from '../../src/number/rational.ts';
import { at, x, y, z } from '../formula/trees.ts';

type Binders = 'scalar' | 'binder';
type Pieces = readonly (readonly [Expr, Expr])[];
const digits = dyadics(60);

const over = (range: readonly [Expr, Expr], weight: Expr, argument: Expr) =>
  integral(x, [range], mul<string, Binders>(weight, delta(argument)));
const value = (formula: Expr, pieces: Pieces, values: Readonly<Record<string, string>> = {}) =>
  deltaIntegral(formula, pieces).value(digits, at(values));
const expectEnclosed = (found: ReturnType<typeof value>, expected: ReturnType<typeof value>): void => {
  expect(digits.overlap(found, expected)).toBe(true);
  expect(digits.relativeWidth(found)).toBeLessThan(1e-9);
};
const exactly = (n: number, d = 1) => digits.rational(rational(n, d));

const range = [num(-3), num(3)] as const;
const halves: Pieces = [
  [num(-3), num(0)],
  [num(0), num(3)],
];
const parabola = sub(pow(x, 2), 1);

test('two roots count, each by its slope', () => {
  // (phi(1) + phi(-1))/2 with phi = x + 5 x^2
  expectEnclosed(value(over(range, add(x, mul(5, pow(x, 2))), parabola), halves), exactly(5));
  expectEnclosed(value(over(range, add(x, 2), mul(-3, parabola)), halves), exactly(2, 3));
});

test('one root of two, when the range holds but one', () => {
  expectEnclosed(value(over([num(0), num(3)], add(x, 2), parabola), halves.slice(1)), exactly(3, 2));
});

test('no root gives exactly 0', () => {
  const none = value(over(range, num(1), add(pow(x, 2), 1)), halves);
  expect(digits.ends(none)).toEqual([rational(0), rational(0)]);
});

test('a delta function of several times the variable shrinks by as much', () => {
  expectEnclosed(value(over(range, num(1), sub(mul(4, x), 1)), [range]), exactly(1, 4));
  expectEnclosed(value(over(range, num(1), sub(1, mul(4, x))), [range]), exactly(1, 4));
});

test('anywhere: phi over the slope at the root', () => {
  const fraction = fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 9 }));
  // f = y (x + exp x) - z is monotonic; its root is where z says.
  const argument = sub(mul(y, add(x, call('exp', x))), z);
  const weight = call('exp', div(x, 5));
  fc.assert(
    fc.property(fraction, fraction, ([a, b], [c, d]) => {
      fc.pre(c !== 0);
      const root = rational(a, 16 * b);
      const values = new Map([
        ['y', digits.rational(rational(c, d))],
        ['z', digits.rational(rational(0))],
      ]);
      const shift = evaluate(argument)(digits, new Map([...values, ['x', digits.rational(root)]]));
      const found = deltaIntegral(over(range, weight, argument), [range]).value(
        digits,
        new Map([...values, ['z', shift]]),
      );
      const slope = digits.abs(
        evaluate(mul(y, add(1, call('exp', x))))(digits, new Map([...values, ['x', digits.rational(root)]])),
      );
      const phi = evaluate(weight)(digits, new Map([['x', digits.rational(root)]]));
      expectEnclosed(found, digits.div(phi, slope));
    }),
    { seed: 20240611, numRuns: 40 },
  );
});

test('a substitution in the integral carries over', () => {
  const formula = over(range, y, sub(x, z));
  expectEnclosed(value(substitute(formula, { z: num(1, 2) }), [range], { y: '7' }), exactly(7));
});

test.each<[string, Expr, Pieces]>([
  [
    'a root at the end',
    over([num(-1), num(3)], num(1), parabola),
    [
      [num(-1), num(0)],
      [num(0), num(3)],
    ],
  ],
  ['a root where two pieces meet', over(range, num(1), x), halves],
  ['an argument that is not monotonic', over(range, num(1), parabola), [range]],
  ['a weight that diverges at the root', over(range, div(1, sub(x, 1)), parabola), halves],
])('%s is refused', (_, formula, pieces) => {
  expect(() => value(formula, pieces)).toThrow(RangeError);
});

test('a root between two pieces is not overlooked', () => {
  const gap: Pieces = [
    [num(-3), num(0)],
    [num(2), num(3)],
  ];
  expect(() => value(over(range, num(1), parabola), gap)).toThrow(RangeError);
});

test('what is no integral over one delta function of its variable is refused', () => {
  expect(() => deltaIntegral(x, [range])).toThrow(TypeError);
  expect(() => deltaIntegral(integral(x, [range], x), [range])).toThrow('one delta function');
  const twice = integral(x, [range], mul<string, Binders>(delta(x), delta(sub(x, 1))));
  expect(() => deltaIntegral(twice, [range])).toThrow('one delta function');
  expect(() => deltaIntegral(integral(x, [range], mul<string, Binders>(x, delta(y))), [range])).toThrow(
    'a delta function of x',
  );
});
