import { expect, test } from 'vitest';
import type { Arithmetic } from '../../src/number/arithmetic.ts';
import { complexes } from '../../src/number/complex.ts';
import { duals } from '../../src/number/dual.ts';
import { dyadics } from '../../src/number/dyadic.ts';
import { parseRational, rational } from '../../src/number/rational.ts';

const base = dyadics(40);
const d = duals(base, 2);
const number = (text: string) => base.rational(parseRational(text));

type Form = <T>(a: Arithmetic<T>, x: T, y: T) => T;
const forms: readonly (readonly [string, Form])[] = [
  ['quotient', (a, x, y) => a.div(a.mul(x, a.pow(y, 3)), a.sub(x, a.pow(y, -2)))],
  ['roots', (a, x, y) => a.sqrt(a.add(a.sqrt(x), y))],
  ['exp and log', (a, x, y) => a.mul(a.exp(a.neg(x)), a.log(a.add(x, y)))],
  ['circular', (a, x, y) => a.add(a.sin(a.mul(x, y)), a.cos(a.sub(x, y)))],
  ['hyperbolic', (a, x, y) => a.div(a.sinh(x), a.add(a.cosh(y), a.tanh(x)))],
  ['inverse', (a, x, y) => a.mul(a.add(a.atan(x), a.asin(a.mul(x, y))), a.acos(y))],
  ['branches', (a, x, y) => a.mul(a.max(x, y), a.add(a.min(x, y), a.abs(a.sub(x, y))))],
  ['constants', (a, x) => a.mul(a.pi(), a.mul(x, a.rational(rational(3))))],
];

test.each(forms)('derivatives of %s, against differences at 40 digits', (_, form) => {
  const [x, y, step] = [number('0.7'), number('0.6'), number('1e-12')];
  const { value, slopes } = form(d, d.variable(x, 0), d.variable(y, 1));
  expect(base.overlap(value, form(base, x, y))).toBe(true);
  const difference = (dx: boolean) => {
    const at = (sign: 1 | -1) => {
      const by = sign === 1 ? step : base.neg(step);
      return form(base, dx ? base.add(x, by) : x, dx ? y : base.add(y, by));
    };
    return base.middle(base.div(base.sub(at(1), at(-1)), base.add(step, step)));
  };
  [true, false].forEach((dx, k) => {
    const slope = slopes[k];
    expect(slope === undefined ? 0 : base.middle(slope)).toBeCloseTo(difference(dx), 11);
    if (slope !== undefined) expect(base.relativeWidth(slope)).toBeLessThan(1e-30);
  });
});

test('duals over rectangles differentiate analytic functions', () => {
  const plane = complexes(base);
  const over = duals(plane);
  const z = { re: number('0.3'), im: number('0.4') };
  const slope = over.tanh(over.sqrt(over.variable(z, 0))).slopes[0];
  const root = plane.sqrt(z);
  const exact = plane.div(plane.pow(plane.cosh(root), -2), plane.add(root, root));
  expect(slope && plane.overlap(slope, exact)).toBe(true);
});

test('no derivative where the branch is not known', () => {
  const x = d.variable(base.hull(number('-1'), number('1')), 0);
  expect(() => d.abs(x)).toThrow(RangeError);
  expect(() => d.max(x, d.constant(number('0')))).toThrow(RangeError);
  expect(() => d.sqrt(d.variable(number('0'), 0))).toThrow(RangeError);
  expect(base.overlap(d.abs(d.constant(x.value)).value, number('1'))).toBe(true);
  expect(() => duals(base, 0)).toThrow(RangeError);
});
