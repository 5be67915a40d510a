import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Arithmetic } from '../../src/number/arithmetic.ts';
import { type Ball, balls } from '../../src/number/ball.ts';
import { dyadics } from '../../src/number/dyadic.ts';
import { rootAndRest } from '../../src/number/dyadic-number.ts';
import { points } from '../../src/number/dyadic-series.ts';
import { enclosures } from '../../src/number/enclosure.ts';
import {
  compare,
  divide,
  minus,
  multiply,
  parseRational,
  plus,
  power,
  type Rational,
  rational,
} from '../../src/number/rational.ts';
import { all, between, functions, step } from './numbers.ts';

const a = balls(30);
/** decimal.js, an implementation that shares no code with the one under test. */
const reference = enclosures(100);
/** Intervals, where the precision is too high for decimal.js. */
const long = dyadics(460);
const settings = { seed: 20240603, numRuns: process.env.LONG_RUN ? 400 : 50 };

const e = (text: string): Ball => a.rational(parseRational(text));
const box = (lo: Rational, hi: Rational): Ball => a.hull(a.rational(lo), a.rational(hi));
const exactly = (x: Ball): Ball => ({ ...x, radius: 0 });
const contains = (x: Ball, [lo, hi]: readonly [Rational, Rational]): boolean => {
  const [least, most] = a.ends(x);
  return compare(least, lo) <= 0 && compare(hi, most) <= 0;
};

describe.each(functions)('%s', (name, domain) => {
  const at = <T>(arithmetic: Arithmetic<T>, x: T): T => arithmetic[name](x);
  const truth = (x: Rational) => reference.ends(at(reference, reference.rational(x)));
  const slow = name === 'atan' || name === 'asin' || name === 'acos';

  test('contains what decimal.js gives, sharply at exact numbers', () => {
    fc.assert(
      fc.property(domain, (x) => {
        const point = exactly(a.rational(x));
        const value = at(a, point);
        expect(contains(value, truth(a.ends(point)[0]))).toBe(true);
        expect(contains(at(a, a.rational(x)), truth(x))).toBe(true);
        expect(a.relativeWidth(value)).toBeLessThan(1e-30);
      }),
      { ...settings, numRuns: slow ? 15 : settings.numRuns },
    );
  });

  test('contains the values at the points of balls of every width, and is no wider than it must be', () => {
    fc.assert(
      fc.property(domain, fc.integer({ min: 1, max: 90 }), step, (x, k, i) => {
        // From x to x (1 + 2^-k), as far as it lies in the domain.
        const end = multiply(x, plus(rational(1), divide(rational(1), power(rational(2), k))));
        fc.pre((name !== 'asin' && name !== 'acos') || compare(power(end, 2), rational(1)) <= 0);
        const range = at(a, box(x, end));
        const [p, q, r] = [truth(x), truth(end), truth(between(x, end, i))];
        for (const value of [p, q, r]) expect(contains(range, value)).toBe(true);
        if (name === 'sin' || name === 'cos') return;
        // The hull of the values at the ends has half of the width or more: a ball of relative width below 2^-10 is
        // described by a slope that is off by less than that, a wider one by its ends.
        const least = a.hull(a.rational(p[0]), a.rational(q[0]));
        const [lo, hi] = a.ends(range);
        const [from, to] = a.ends(least);
        const room = multiply(parseRational('1e-30'), plus(magnitude(lo), magnitude(hi)));
        expect(compare(minus(hi, lo), plus(multiply(rational(3, 2), minus(to, from)), room)) <= 0).toBe(true);
      }),
      { ...settings, numRuns: slow ? 12 : settings.numRuns },
    );
  });

  test('contains the values at points between two numbers far apart', () => {
    fc.assert(
      fc.property(domain, domain, step, (x, y, k) => {
        // The end of a wide ball nearer to 0 is known to 2^-30 of its radius only: logarithms and roots may see 0.
        const wide = box(x, y);
        fc.pre(name !== 'log' || a.sign(wide) === 1);
        expect(contains(at(a, wide), truth(between(x, y, k)))).toBe(true);
      }),
      { ...settings, numRuns: slow ? 10 : settings.numRuns },
    );
  });
});
const magnitude = (x: Rational): Rational => (x.numerator < 0n ? minus(rational(0), x) : x);

const operations = {
  add: plus,
  sub: minus,
  mul: multiply,
  div: divide,
  min: (x: Rational, y: Rational) => (compare(x, y) < 0 ? x : y),
  max: (x: Rational, y: Rational) => (compare(x, y) > 0 ? x : y),
} as const;

describe.each(Object.entries(operations) as [keyof typeof operations, (x: Rational, y: Rational) => Rational][])(
  '%s',
  (name, truth) => {
    test.each([30, 400])(
      'contains the exact results at the points of balls, and is sharp at exact numbers, %i digits',
      (digits) => {
        const b = balls(digits);
        const inside = (x: Ball, value: Rational): boolean => {
          const [lo, hi] = b.ends(x);
          return compare(lo, value) <= 0 && compare(value, hi) <= 0;
        };
        fc.assert(
          fc.property(all, all, all, all, step, step, (p, q, r, s, i, j) => {
            const [first, second] = [b.hull(b.rational(p), b.rational(q)), b.hull(b.rational(r), b.rational(s))];
            if (name !== 'div' || b.sign(second) !== undefined)
              expect(inside(b[name](first, second), truth(between(p, q, i), between(r, s, j)))).toBe(true);
            const [x, y] = [exactly(b.rational(p)), exactly(b.rational(r))];
            if (name === 'div' && b.sign(y) === 0) return;
            const value = b[name](x, y);
            expect(inside(value, truth(b.ends(x)[0], b.ends(y)[0]))).toBe(true);
            // Balls of 30 and more digits about the true values of p and r.
            if (name === 'div' && r.numerator === 0n) return;
            expect(inside(b[name](b.rational(p), b.rational(r)), truth(p, r))).toBe(true);
            const product = name === 'mul' || name === 'div';
            if (product)
              expect(b.relativeWidth(b[name](b.rational(p), b.rational(r)))).toBeLessThan(10 ** -digits || 1e-300);
          }),
          settings,
        );
      },
    );
  },
);

test('a short number times a long one keeps its digits at every precision', () => {
  for (const digits of [10, 50, 130, 140, 300, 1000, 2000]) {
    const b = balls(digits);
    const third = b.div(b.rational(rational(1)), b.rational(rational(3)));
    const enough = digits > 300 ? 1e-300 : 10 ** -digits;
    const sum = b.add(b.mul(b.rational(rational(2)), third), third);
    for (const x of [b.mul(b.rational(rational(2)), third), sum, b.div(third, b.rational(rational(7))), b.sqrt(third)])
      expect(b.relativeWidth(x)).toBeLessThan(enough);
    expect(b.overlap(sum, b.rational(rational(1)))).toBe(true);
    // A radius of a millionth leaves a millionth, whatever is computed with more digits.
    const blurred = b.add(third, b.hull(b.rational(parseRational('-1e-6')), b.rational(parseRational('1e-6'))));
    for (const x of [
      b.mul(blurred, third),
      b.mul(blurred, b.rational(rational(2))),
      b.div(third, blurred),
      b.sqrt(blurred),
    ])
      expect(b.relativeWidth(x)).toBeLessThan(1e-5);
  }
});

test('a ball about 0 divided, multiplied and raised', () => {
  const around0 = box(rational(-1), rational(2));
  expect(contains(a.div(around0, e('-4')), [rational(-1, 2), rational(1, 4)])).toBe(true);
  expect(contains(a.pow(around0, 2), [rational(0), rational(4)])).toBe(true);
  expect(a.sign(a.pow(around0, 2))).toBeUndefined();
  expect(contains(a.pow(around0, 3), [rational(-1), rational(8)])).toBe(true);
  expect(contains(a.mul(around0, around0), [rational(-2), rational(4)])).toBe(true);
  expect(contains(a.abs(around0), [rational(0), rational(2)])).toBe(true);
  expect(a.ends(a.mul(around0, e('0')))).toEqual([rational(0), rational(0)]);
  const even = a.div(box(rational(-1), rational(1)), e('3'));
  expect(contains(even, [rational(-1, 3), rational(1, 3)]) && a.relativeWidth(even) === 2).toBe(true);
});

describe('balls of every width contain what their ends give', () => {
  const middle = fc.bigInt({ min: 1n, max: 1n << 60n });
  const part = fc.oneof(
    fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
    fc.constantFrom(0.999999, 0.9999999),
  );
  const bit = fc.integer({ min: 0, max: 60 });
  /** A middle of some bits and a whole radius below it, of less than 2^41. */
  const wide = fc.tuple(middle, bit, part).map(([m, bits, of]): Ball => {
    const cut = (m >> BigInt(bits)) + 1n;
    return { middle: cut, radius: Math.floor(Math.min(Number(cut), 2 ** 41) * of), exponent: 0 };
  });
  const endsOf = ({ middle: m, radius }: Ball): readonly Rational[] =>
    [-1, 1].map((side) => rational(m + BigInt(side * radius)));

  test.each([1, 2, 3, 6, 9, 10, 11, 12, 20, 50, 140, 300])('quotients and roots, %i digits', (digits) => {
    const b = balls(digits);
    const holds = (x: Ball, value: Rational): boolean => {
      const [lo, hi] = b.ends(x);
      return compare(lo, value) <= 0 && compare(value, hi) <= 0;
    };
    fc.assert(
      fc.property(wide, wide, (x, y) => {
        if (b.sign(y) === 1) {
          const quotient = b.div(x, y);
          for (const n of endsOf(x)) for (const d of endsOf(y)) expect(holds(quotient, divide(n, d))).toBe(true);
        }
        // Squares that lie at or within the ends.
        const [lo, hi] = b.ends(b.sqrt(x));
        const [least, most] = endsOf(x) as [Rational, Rational];
        expect(
          compare(power(hi, 2), most) >= 0 && (compare(lo, rational(0)) <= 0 || compare(power(lo, 2), least) <= 0),
        ).toBe(true);
      }),
      { ...settings, numRuns: 12 * settings.numRuns },
    );
  });

  test('quotients that are cut off by nearly a unit, and divisors that nearly reach 0', () => {
    const few = balls(10);
    const cut = few.div({ middle: 1049n, radius: 7, exponent: 0 }, { middle: 7027210n, radius: 0, exponent: 0 });
    expect(compare(rational(1056, 7027210), few.ends(cut)[1])).toBe(-1);
    const fifty = balls(50);
    const exact = (n: number): Ball => fifty.rational(rational(n));
    const near = fifty.div(exact(127020927517), fifty.hull(exact(715739), exact(248105040487)));
    expect(compare(rational(127020927517, 715739), fifty.ends(near)[1])).toBe(-1);
    const deep = a.div(exact(404613701936), { middle: 45312151952n, radius: 45312099621, exponent: 0 });
    expect(compare(rational(404613701936n, 45312151952n - 45312099621n), a.ends(deep)[1])).toBe(-1);
  });
});

test('a ball that is told from 0 has a logarithm, and can be divided by', () => {
  for (let n = 1; n < 60; n++) {
    const x = a.hull(a.rational(rational(1, 10n ** BigInt(n))), a.rational(rational(9, 10)));
    if (a.sign(x) !== 1) continue;
    expect(contains(a.log(x), reference.ends(reference.log(reference.rational(rational(1, 2)))))).toBe(true);
    expect(contains(a.div(e('1'), x), [rational(2), rational(2)])).toBe(true);
  }
  expect(a.sign({ middle: 3n, radius: 2.5, exponent: 0 })).toBeUndefined();
});

test('a divisor that hardly keeps away from 0', () => {
  const nearly = box(parseRational('1e-7'), rational(1));
  expect(a.sign(nearly)).toBe(1);
  expect(contains(a.div(e('1'), nearly), [rational(1), parseRational('9e6')])).toBe(true);
  expect(() => a.div(e('1'), box(rational(0), rational(1)))).toThrow('contains 0');
  expect(() => a.div(e('1'), e('0'))).toThrow('contains 0');
});

test('outside the domain it throws, touching it is taken as rounding', () => {
  expect(() => a.sqrt(e('-4'))).toThrow('negative');
  expect(() => a.log(e('0'))).toThrow('0 or negative');
  expect(() => a.log(box(rational(-1), rational(1)))).toThrow('0 or negative');
  expect(() => a.asin(e('1.1'))).toThrow('asin of an enclosure outside');
  expect(() => a.acos(e('-2'))).toThrow('acos of an enclosure outside');
  expect(() => a.exp(e('2e7'))).toThrow('beyond 10000000');
  expect(() => balls(0)).toThrow('between 1 and 10000 digits');
  expect(contains(a.sqrt(box(parseRational('-1e-30'), rational(4))), [rational(0), rational(2)])).toBe(true);
  const over = box(rational(1, 2), rational(3, 2));
  expect(contains(a.asin(over), reference.ends(reference.asin(reference.rational(rational(1)))))).toBe(true);
  expect(
    contains(a.acos(over), [rational(0), reference.ends(reference.acos(reference.rational(rational(1, 2))))[0]]),
  ).toBe(true);
  expect(a.ends(a.acos(e('1')))).toEqual([rational(0), rational(0)]);
});

test('what is exact stays exact', () => {
  const is = (x: Ball, text: string) => expect(a.ends(x)).toEqual([parseRational(text), parseRational(text)]);
  is(a.add(e('1'), e('2.5')), '3.5');
  is(a.sub(e('7'), e('7')), '0');
  is(a.div(e('6'), e('-3')), '-2');
  is(a.sqrt(e('0.25')), '0.5');
  is(a.mul(e('0'), box(rational(-1), rational(1))), '0');
  is(a.add(a.sub(e('1e20'), e('1e20')), e('0.5')), '0.5');
  for (const f of ['sin', 'sinh', 'tanh', 'atan', 'asin', 'sqrt'] as const) is(a[f](e('0')), '0');
  for (const f of ['cos', 'cosh', 'exp'] as const) is(a[f](e('0')), '1');
  is(a.log(e('1')), '0');
});

test('very large and very small numbers', () => {
  const tower = a.pow(a.pow(e('2'), 1_000_000), 1_000_000);
  const speck = a.div(e('3'), a.mul(tower, e('7')));
  for (const f of ['sin', 'sinh', 'tanh', 'atan', 'asin'] as const) {
    expect(a.overlap(a[f](speck), speck)).toBe(true);
    expect(a.relativeWidth(a[f](speck))).toBeLessThan(1e-29);
  }
  for (const f of ['cos', 'cosh', 'exp'] as const)
    expect(a.overlap(a[f](speck), e('1')) && a.relativeWidth(a[f](speck)) < 1e-29).toBe(true);
  expect(a.overlap(a.mul(e('2'), a.atan(tower)), a.pi())).toBe(true);
  expect(a.overlap(a.log(tower), a.mul(e('1e12'), a.log(e('2'))))).toBe(true);
  expect(a.overlap(a.sqrt(a.mul(tower, tower)), tower)).toBe(true);
  expect(a.sign(a.add(e('1'), speck))).toBe(1);
  expect(a.overlap(a.sub(a.add(tower, e('1')), tower), e('1'))).toBe(true);
  expect(a.within(speck, a.hull(e('0'), speck)) && a.within(e('0'), a.hull(e('0'), speck))).toBe(true);
  expect(a.relativeWidth(a.hull(e('0'), speck))).toBeLessThanOrEqual(2);
  expect([a.middle(tower), a.middle(speck)]).toEqual([Number.POSITIVE_INFINITY, 0]);
  expect(a.relativeWidth(a.tanh(e('-1e30')))).toBeLessThan(1e-30);
  expect(a.overlap(a.exp(e('-1e30')), e('0'))).toBe(true);
  expect(a.relativeWidth(a.sin(a.pow(e('10'), 30)))).toBeLessThan(1e-29);
});

describe('at high precision', () => {
  test.each([100, 250, 400])('functions of %i digits contain what intervals of 460 digits give', (digits) => {
    const b = balls(digits);
    fc.assert(
      fc.property(fc.constantFrom(...functions), fc.integer({ min: 1, max: 999 }), ([name], n) => {
        const x = rational(n, 1000);
        const [lo, hi] = long.ends(long[name](long.rational(x)));
        const value = b[name](b.rational(x));
        const [from, to] = b.ends(value);
        expect(compare(from, lo) <= 0 && compare(hi, to) <= 0).toBe(true);
        const width = divide(minus(to, from), magnitude(plus(to, from)));
        expect(compare(width, power(rational(10), -digits)) < 0).toBe(true);
      }),
      { ...settings, numRuns: 25 },
    );
  });

  test('the point functions with a second reduction keep their bounds of error', () => {
    const [few, many] = [points(700), points(1100)];
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n << 690n, max: 1n << 700n }),
        fc.integer({ min: -706, max: -690 }),
        (m, exponent) => {
          for (const f of ['atan', 'log', 'exp'] as const) {
            const [p, q] = [few[f](m, exponent), many[f](m, exponent)];
            const at = BigInt(p.exponent - q.exponent);
            const room = (p.hi - p.lo) >> 2n;
            expect((p.lo + room) << at <= q.lo && q.hi <= (p.hi - room) << at).toBe(true);
          }
        },
      ),
      settings,
    );
  });

  test('roots of integers of any length are floors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), fc.bigInt({ min: 1n, max: 1n << 9000n }), (bits, x) => {
        const r = (x >> BigInt(9000 - bits)) + 1n;
        for (const n of [r, r * r, r * r - 1n, r * r + 2n * r]) {
          if (n === 0n) continue;
          const [root, rest] = rootAndRest(n);
          expect(root * root + rest).toBe(n);
          expect(rest >= 0n && rest <= 2n * root).toBe(true);
        }
      }),
      settings,
    );
  });
});

test.each([30, 300, 2000])('relative radii add up to first order, %i digits', (digits) => {
  const b = balls(digits);
  const about = (value: string, reach: string): Ball =>
    b.mul(
      b.rational(parseRational(value)),
      b.hull(b.rational(minus(rational(1), parseRational(reach))), b.rational(plus(rational(1), parseRational(reach)))),
    );
  const [x, y] = [about('3.7', '1e-20'), about('0.04', '4e-21')];
  const [p, q] = [b.relativeWidth(x), b.relativeWidth(y)];
  expect(b.relativeWidth(b.mul(x, y)) / (p + q)).toBeCloseTo(1, 3);
  expect(b.relativeWidth(b.div(x, y)) / (p + q)).toBeCloseTo(1, 3);
  expect(b.relativeWidth(b.sqrt(x)) / (p / 2)).toBeCloseTo(1, 3);
  expect(b.relativeWidth(b.add(x, y)) / ((3.7 * p + 0.04 * q) / 3.74)).toBeCloseTo(1, 3);
});
