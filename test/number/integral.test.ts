import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dyadics } from '../../src/number/dyadic.ts';
import { rule } from '../../src/number/gauss-legendre.ts';
import type { Integrand } from '../../src/number/integral-bounds.ts';
import { ellipse, pointsFor, quarters, remainder, unitsOfCover } from '../../src/number/integral-remainder.ts';
import { integralOf, integrating, integratingDuals } from '../../src/number/integrals.ts';
import { interval64 } from '../../src/number/interval64.ts';
import { parseRational, type Rational, rational } from '../../src/number/rational.ts';

const base = dyadics(60);
type T = ReturnType<typeof base.pi>;
const q = (text: string): T => base.rational(parseRational(text));
const over = (f: Integrand<T>, lo: string, hi: string, bits = 170) => integralOf(base, f, q(lo), q(hi), { bits });

/** The integral holds the exact value and has the digits asked for. */
const check = (f: Integrand<T>, lo: string, hi: string, exact: T, bits = 170): void => {
  const { value } = over(f, lo, hi, bits);
  expect(base.overlap(value, exact)).toBe(true);
  expect(base.relativeWidth(value)).toBeLessThan(8 * Math.exp(-bits * Math.LN2));
};
const one = rational(1);

test('known integrals at 50 digits', () => {
  const quarter = base.div(base.pi(), q('4'));
  check((a) => (x) => a.exp(x), '-1', '2', base.sub(base.exp(q('2')), base.exp(q('-1'))));
  check((a) => (x) => a.div(a.rational(one), a.add(a.rational(one), a.pow(x, 2))), '0', '1', quarter);
  check((a) => (x) => a.sin(x), '0', '3', base.sub(q('1'), base.cos(q('3'))));
  check((a) => (x) => a.tanh(x), '0', '7', base.log(base.cosh(q('7'))));
  check((a) => (x) => a.div(a.rational(one), x), '1', '1e6', base.log(q('1e6')));
  check((a) => (x) => a.exp(a.neg(a.pow(x, 2))), '-12', '12', base.sqrt(base.pi()), 170);
});

test('polynomials, reversed and empty ranges', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: -9, max: 9 }),
      fc.integer({ min: -9, max: 9 }),
      (n, lo, hi) => {
        const exact = base.div(base.sub(base.pow(q(`${hi}`), n + 1), base.pow(q(`${lo}`), n + 1)), q(`${n + 1}`));
        const { value } = over((a) => (x) => a.pow(x, n), `${lo}`, `${hi}`, 100);
        expect(base.overlap(value, exact)).toBe(true);
        expect(Math.abs(base.middle(base.sub(value, exact)))).toBeLessThanOrEqual(
          2e-29 * Math.exp((n + 1) * Math.log(9)),
        );
      },
    ),
    { numRuns: 25, seed: 1 },
  );
  expect(over((a) => (x) => a.log(x), '3', '3').points).toBe(0);
});

test('ranges that end in branch points', () => {
  check((a) => (x) => a.sqrt(x), '0', '1', q('2/3'));
  check((a) => (x) => a.sqrt(a.sub(a.rational(one), a.pow(x, 2))), '-1', '1', base.div(base.pi(), q('2')), 100);
});

test.each(['1e-3', '1e-6', '1e-9'])('nearly singular: 1/(x^2 + eps^2), eps = %s', (eps) => {
  const exact = base.div(base.mul(q('2'), base.atan(base.div(q('1'), q(eps)))), q(eps));
  check((a, lift) => (x) => a.div(a.rational(one), a.add(a.pow(x, 2), a.pow(lift(q(eps)), 2))), '-1', '1', exact);
});

test('a pole inside the ellipse is seen, wherever it is', () => {
  const place = fc.record({ at: fc.integer({ min: -50, max: 50 }), above: fc.integer({ min: 1, max: 60 }) });
  fc.assert(
    fc.property(place, ({ at, above }) => {
      const [c, eps] = [q(`${at}/40`), q(`${above}/100`)];
      const angle = (x: string) => base.atan(base.div(base.sub(q(x), c), eps));
      const { value } = over(
        (a, lift) => (x) => a.div(a.rational(one), a.add(a.pow(a.sub(x, lift(c)), 2), a.pow(lift(eps), 2))),
        '-1',
        '1',
        60,
      );
      expect(base.overlap(value, base.div(base.sub(angle('1'), angle('-1')), eps))).toBe(true);
      expect(base.relativeWidth(value)).toBeLessThan(1e-16);
    }),
    { numRuns: 20, seed: 2 },
  );
});

test('poles on the range, and integrands without a bound, are refused', () => {
  const reciprocal: Integrand<T> = (a) => (x) => a.div(a.rational(one), x);
  expect(() => over(reciprocal, '-1', '3/2', 60)).toThrow(RangeError);
  expect(() => over((a) => (x) => a.div(a.rational(one), a.sqrt(x)), '0', '1', 60)).toThrow(RangeError);
  expect(() => over(reciprocal, '1', '2', 0)).toThrow(RangeError);
  // What can be bounded is returned as far as it was reached.
  const kink: Integrand<T> = (a) => (x) => a.abs(a.sin(a.mul(a.rational(rational(30)), x)));
  const { value, points, regions } = integralOf(base, kink, q('0'), q('1'), { bits: 170, evaluations: 300 });
  expect(points + regions).toBeLessThan(600);
  expect(base.relativeWidth(value)).toBeGreaterThan(1e-6);
  expect(base.overlap(value, over(kink, '0', '1', 20).value)).toBe(true);
});

/** G_n(T_m) for even m, in 60 digits. */
const ruleOfChebyshev = (n: number, m: number): T => {
  const { nodes, weights, odd } = rule(base, n, 190);
  const terms = nodes.map((x, k) => {
    let [before, value] = [q('1'), x];
    for (let j = 2; j <= m; j++) [before, value] = [value, base.sub(base.mul(q('2'), base.mul(x, value)), before)];
    return base.mul(base.mul(weights[k] as T, value), odd && k === nodes.length - 1 ? q('1') : q('2'));
  });
  return terms.reduce((x, y) => base.add(x, y));
};

test('the remainder is never exceeded, as half of it would be: multiples of T_2n', () => {
  for (const n of [2, 3, 5, 8, 20, 60])
    for (const rho of [1.05, 1.5, 4, 50]) {
      // On the ellipse |T_m| <= (rho^m + rho^-m)/2.
      const m = 2 * n;
      const error = Math.log2(Math.abs(2 / (1 - m * m) - base.middle(ruleOfChebyshev(n, m))));
      const size = m * Math.log2(rho) - 1 + Math.log2(1 + Math.exp(-2 * m * Math.log(rho)));
      // The bound is a whole power of 2: some multiple comes close to it.
      for (let scale = 0; scale < 1; scale += 0.05)
        expect(remainder(size + scale, rho, n)).toBeGreaterThanOrEqual(error + scale);
    }
});

test('the points asked for are enough', () => {
  for (const size of [-40, 0, 90])
    for (const rho of [1.2, 2.8, 48]) {
      const n = pointsFor(size, rho, -100);
      expect(remainder(size, rho, n)).toBeLessThanOrEqual(-99);
      if (n > 2) expect(remainder(size, rho, n - 1)).toBeGreaterThanOrEqual(-100);
    }
});

test('the cover of an ellipse holds all of it, quarters too', () => {
  for (const rho of [1.2, 2, 8, 600]) {
    const of = ellipse(rho);
    const parts = [of.cover, of.cover.flatMap((part) => quarters(of, part))];
    for (let k = 0; k <= 40; k++)
      for (const r of [0, 0.3, 0.9, 1]) {
        const angle = (Math.PI * k) / 40;
        const x = r * (rho + 1 / rho) * 0.5 * unitsOfCover * Math.cos(angle);
        const y = r * (rho - 1 / rho) * 0.5 * unitsOfCover * Math.sin(angle);
        for (const cover of parts)
          expect(cover.some((p) => p.left <= x && x <= p.right && p.bottom <= y && y <= p.top)).toBe(true);
      }
  }
});

test('derivatives of an integral by its ends and by a parameter', () => {
  const numbers = integratingDuals(base, 3, { bits: 150 });
  const [lo, hi, w] = ['0', '2', '1/3'].map((text, k) => numbers.variable(q(text), k)) as [
    ReturnType<typeof numbers.pi>,
    ReturnType<typeof numbers.pi>,
    ReturnType<typeof numbers.pi>,
  ];
  const { value, slopes } = numbers.integrate((a, lift) => (x) => a.exp(a.mul(lift(w), x)), lo, hi);
  const e = base.exp(q('2/3'));
  const exact = [base.sub(base.mul(q('3'), e), q('3')), q('-1'), e, base.add(base.mul(q('-3'), e), q('9'))];
  [value, ...slopes].forEach((part, k) => {
    expect(part && base.overlap(part, exact[k] as T)).toBe(true);
    expect(base.relativeWidth(part as T)).toBeLessThan(1e-42);
  });
});

test('an integral under an integral, with an end that depends on the outer variable', () => {
  const a = integrating(base, { bits: 100 });
  const value = a.integrate(
    (b, lift) => (x) => {
      const nested = b as typeof b & { integrate: typeof a.integrate };
      const f = (c: typeof b, up: (v: typeof x) => typeof x) => (y: typeof x) => c.exp(c.mul(up(x), y));
      return (nested.integrate as unknown as (g: unknown, lo: typeof x, hi: typeof x) => typeof x)(f, lift(q('0')), x);
    },
    q('1/2'),
    q('1'),
  );
  // The integral of (e^(x^2) - 1)/x is the sum of x^(2k)/(2k k!).
  let [sum, factorial] = [q('0'), q('1')];
  for (let k = 1; k < 60; k++) {
    factorial = base.mul(factorial, q(`${k}`));
    const difference = base.sub(q('1'), base.pow(q('1/2'), 2 * k));
    sum = base.add(sum, base.div(difference, base.mul(q(`${2 * k}`), factorial)));
  }
  expect(Math.abs(base.middle(base.sub(value, sum)))).toBeLessThan(1e-28);
  expect(base.relativeWidth(value)).toBeLessThan(1e-28);
  expect(base.overlap(value, base.add(sum, base.hull(q('-1e-40'), q('1e-40'))))).toBe(true);
});

test('in binary64 intervals, with enclosed ends and parameters', () => {
  const of = (lo: Rational, hi: Rational) => interval64.hull(interval64.rational(lo), interval64.rational(hi));
  const end = of(parseRational('0.99'), parseRational('1.01'));
  const w = of(parseRational('2'), parseRational('2.1'));
  const f: Integrand<typeof end> = (a, lift) => (x) => a.cos(a.mul(lift(w), x));
  const { value } = integralOf(interval64, f, interval64.rational(rational(0)), end, { bits: 30 });
  for (const [p, at] of [
    [2, 0.99],
    [2.1, 1.01],
    [2.05, 1],
  ] as const)
    expect(value.lo < Math.sin(p * at) / p && Math.sin(p * at) / p < value.hi).toBe(true);
  expect(interval64.relativeWidth(value)).toBeLessThan(0.6);
});
