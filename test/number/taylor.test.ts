import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Enclosure, enclosures } from '../../src/number/enclosure.ts';
import { interval64 } from '../../src/number/interval64.ts';
import { parseRational, type Rational, rational } from '../../src/number/rational.ts';
import { type Series, series } from '../../src/number/taylor.ts';

const settings = { seed: 20240606, numRuns: 60 };
const order = 9;
const base = enclosures(40);
const s = series(base, order);
const number = (n: number, d = 1) => base.rational(rational(n, d));
const zero = number(0);
const at = (a: Series<Enclosure>, k: number): Enclosure => a[k] ?? zero;
const x = (center: Rational) => s.variable(base.rational(center));

/** Enclosures of the same numbers: overlapping and narrow. */
const expectSame = (a: Series<Enclosure>, b: Series<Enclosure>, powers = order): void => {
  for (let k = 0; k <= powers; k++) {
    expect(base.overlap(at(a, k), at(b, k)), `coefficient ${k}`).toBe(true);
    expect(base.middle(base.sub(at(a, k), at(b, k)))).toBeCloseTo(0, 20);
    expect(base.middle(base.abs(base.sub(at(a, k), at(b, k))))).toBeLessThan(1e-20);
  }
};
const derivative = (a: Series<Enclosure>): Series<Enclosure> =>
  Array.from({ length: order }, (_, k) => base.mul(at(a, k + 1), number(k + 1)));

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
const coefficients = (f: (k: number) => readonly [number, number]): Series<Enclosure> =>
  Array.from({ length: order + 1 }, (_, k) => number(...f(k)));

test('the textbook series at 0', () => {
  const u = x(rational(0));
  expectSame(
    s.exp(u),
    coefficients((k) => [1, factorial(k)]),
  );
  expectSame(
    s.sin(u),
    coefficients((k) => [[0, 1, 0, -1][k % 4] as number, factorial(k)]),
  );
  expectSame(
    s.cos(u),
    coefficients((k) => [[1, 0, -1, 0][k % 4] as number, factorial(k)]),
  );
  expectSame(
    s.sinh(u),
    coefficients((k) => [k % 2, factorial(k)]),
  );
  expectSame(
    s.cosh(u),
    coefficients((k) => [1 - (k % 2), factorial(k)]),
  );
  expectSame(
    s.atan(u),
    coefficients((k) => [[0, 1, 0, -1][k % 4] as number, Math.max(1, k)]),
  );
  expectSame(
    s.log(s.add(s.constant(number(1)), u)),
    coefficients((k) => [k === 0 ? 0 : k % 2 === 0 ? -1 : 1, Math.max(1, k)]),
  );
  expectSame(
    s.div(s.constant(number(1)), s.sub(s.constant(number(1)), u)),
    coefficients(() => [1, 1]),
  );
  const tangent = [0, 1, 0, -1 / 3, 0, 2 / 15, 0, -17 / 315];
  for (const [k, c] of tangent.entries()) expect(base.middle(at(s.tanh(u), k))).toBeCloseTo(c, 14);
  const arcsine = [0, 1, 0, 1 / 6, 0, 3 / 40, 0, 15 / 336];
  for (const [k, c] of arcsine.entries()) expect(base.middle(at(s.asin(u), k))).toBeCloseTo(c, 14);
});

const centers = fc
  .tuple(fc.integer({ min: 5, max: 90 }), fc.integer({ min: 100, max: 120 }))
  .map(([n, d]) => rational(n, d));

test('identities and derivatives hold coefficient by coefficient at any center, for a curved argument', () => {
  const one = s.constant(number(1));
  fc.assert(
    fc.property(centers, (c) => {
      const u = x(c);
      // g = u (1 - u/3)/2 is not linear and lies in (0, 1) with 1 - g^2 > 0
      const g = s.mul(s.div(u, s.constant(number(2))), s.sub(one, s.div(u, s.constant(number(3)))));
      const [dg, gg] = [derivative(g), s.mul(g, g)];
      expectSame(s.mul(g, s.add(g, one)), s.add(gg, g));
      expectSame(s.mul(s.sqrt(g), s.sqrt(g)), g);
      expectSame(s.mul(s.div(u, g), g), u);
      expectSame(s.mul(s.pow(g, -3), s.pow(g, 3)), one);
      expectSame(s.pow(g, 5), s.mul(g, s.mul(gg, s.mul(g, g))));
      expectSame(s.log(s.exp(g)), g);
      expectSame(s.add(s.pow(s.sin(g), 2), s.pow(s.cos(g), 2)), one);
      expectSame(s.sub(s.pow(s.cosh(g), 2), s.pow(s.sinh(g), 2)), one);
      expectSame(s.mul(s.tanh(g), s.cosh(g)), s.sinh(g));
      expectSame(s.sin(s.asin(g)), g);
      expectSame(s.cos(s.acos(g)), g);
      expectSame(s.div(s.sin(s.atan(g)), s.cos(s.atan(g))), g);
      expectSame(derivative(s.exp(g)), s.mul(s.exp(g), dg), order - 1);
      expectSame(derivative(s.sin(g)), s.mul(s.cos(g), dg), order - 1);
      expectSame(derivative(s.cosh(g)), s.mul(s.sinh(g), dg), order - 1);
      expectSame(derivative(s.sqrt(g)), s.div(dg, s.mul(s.constant(number(2)), s.sqrt(g))), order - 1);
    }),
    settings,
  );
});

test('over an interval the coefficients contain those at each of its points', () => {
  const t = series(interval64, 6);
  const f = <T>(a: ReturnType<typeof series<T>>, u: Series<T>): Series<T> =>
    a.mul(a.exp(a.sin(u)), a.div(a.sqrt(u), a.add(a.rational(rational(1)), a.pow(u, 2))));
  fc.assert(
    fc.property(centers, fc.integer({ min: 0, max: 8 }), (c, k) => {
      const { lo, hi } = interval64.rational(c);
      const wide = { lo: lo * 0.9, hi };
      const inside = Math.min(hi, lo * 0.9 + (hi - lo * 0.9) * (k / 8));
      const [range, point] = [f(t, t.variable(wide)), f(t, t.variable({ lo: inside, hi: inside }))];
      for (let n = 0; n <= 6; n++) expect(interval64.overlap(range[n] as never, point[n] as never)).toBe(true);
      const exact = f(s, s.variable(base.rational(interval64.ends({ lo: inside, hi: inside })[0])));
      for (let n = 0; n <= 6; n++) {
        const [p, q] = [interval64.ends(range[n] as never), base.ends(at(exact, n))];
        const asEnclosure = base.hull(base.rational(p[0]), base.rational(p[1]));
        expect(base.within(base.hull(base.rational(q[0]), base.rational(q[1])), asEnclosure)).toBe(true);
      }
    }),
    settings,
  );
});

test('constants stay short, and shorter arrays stand for zeros', () => {
  const c = s.constant(number(1, 3));
  const all = [s.exp, s.log, s.sin, s.cos, s.sinh, s.cosh, s.tanh, s.atan, s.asin, s.acos, s.sqrt, s.abs, s.neg];
  for (const f of all) expect(f(c).length).toBe(1);
  for (const f of [s.add, s.sub, s.mul, s.div, s.min, s.max]) expect(f(c, c).length).toBe(1);
  expect(s.pow(c, -2).length).toBe(1);
  expect([s.pi().length, s.rational(rational(2)).length, s.pow(x(rational(0)), 0).length]).toEqual([1, 1, 1]);
  expect(s.sub(c, x(rational(1))).length).toBe(2);
  expect(s.mul(x(rational(1)), x(rational(2))).length).toBe(3);
  expect(series(base, 0).variable(number(1)).length).toBe(1);
  expect(series(base, order)).toBe(s);
});

test('abs, min and max follow the certain branch', () => {
  const [u, v] = [x(parseRational('-0.5')), s.constant(number(1))];
  expectSame(s.abs(u), s.neg(u));
  expectSame(s.abs(s.neg(u)), s.neg(u));
  expectSame(s.min(u, v), u);
  expectSame(s.max(u, v), v);
  expectSame(s.min(v, u), u);
});

test('every step without certain sign or domain is refused', () => {
  const [u, one] = [x(rational(0)), s.constant(number(1))];
  for (const f of [s.abs, s.sqrt, s.log]) expect(() => f(u)).toThrow(RangeError);
  for (const f of [s.min, s.max]) expect(() => f(u, s.mul(u, u))).toThrow('contains 0');
  expect(() => s.div(s.sin(u), u)).toThrow(RangeError);
  expect(() => s.pow(u, -1)).toThrow(RangeError);
  expect(() => s.pow(u, 0.5)).toThrow(RangeError);
  for (const f of [s.asin, s.acos]) expect(() => f(s.add(u, one))).toThrow(RangeError);
  for (const n of [-1, 1.5]) expect(() => series(base, n)).toThrow(RangeError);
});
