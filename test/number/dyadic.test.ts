import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Arithmetic } from '../../src/number/arithmetic.ts';
import { type Dyadic, dyadics } from '../../src/number/dyadic.ts';
import { squareRoot } from '../../src/number/dyadic-number.ts';
import { points } from '../../src/number/dyadic-series.ts';
import { enclosures } from '../../src/number/enclosure.ts';
import {
  approximate,
  compare,
  divide,
  formatRational,
  minus,
  multiply,
  parseRational,
  plus,
  power,
  type Rational,
  rational,
} from '../../src/number/rational.ts';
import { all, between, functions, signed, step } from './numbers.ts';

const [coarse, fine] = [dyadics(30), dyadics(60)];
const levels = [
  [coarse, 30],
  [fine, 60],
] as const;
/** decimal.js, an implementation that shares no code with the one under test. */
const reference = enclosures(100);

/** The long run looks at many more. */
const settings = { seed: 20240602, numRuns: process.env.LONG_RUN ? 400 : 60 };
const decimal = (text: string): Rational => parseRational(text);
const e = (text: string): Dyadic => coarse.rational(decimal(text));
const least = (x: Dyadic): Dyadic => ({ lo: x.lo, hi: x.lo, exponent: x.exponent });
const box = (a: Rational, b: Rational): Dyadic => coarse.hull(coarse.rational(a), coarse.rational(b));

/** Whether the interval contains all numbers from lo to hi. */
const contains = (x: Dyadic, [lo, hi]: readonly [Rational, Rational]): boolean => {
  const [a, b] = coarse.ends(x);
  return compare(a, lo) <= 0 && compare(hi, b) <= 0;
};
const width = (x: Dyadic): number => {
  const [a, b] = coarse.ends(x);
  return approximate(minus(b, a));
};

for (const [name, domain] of functions) {
  const at = <T>(arithmetic: Arithmetic<T>, x: T): T => (arithmetic[name] as (a: T) => T)(x);
  const truth = (x: Rational) => reference.ends(at(reference, reference.rational(x)));
  const wave = name === 'sin' || name === 'cos';
  // decimal.js takes 8 ms for an arctangent.
  const slow = name === 'atan' || name === 'asin' || name === 'acos';

  test(`${name} contains what decimal.js gives, sharply at exact numbers and on narrow intervals`, () => {
    fc.assert(
      fc.property(domain, fc.integer({ min: 15, max: 150 }), (x, k) => {
        for (const [dyadic, digits] of levels) {
          const rounded = dyadic.rational(x);
          expect(contains(at(dyadic, rounded), truth(x))).toBe(true);

          const point = least(rounded);
          const [exact] = dyadic.ends(point);
          const value = at(dyadic, point);
          expect(contains(value, truth(exact))).toBe(true);
          expect(dyadic.relativeWidth(value)).toBeLessThan(10 ** (2 - digits));

          // An interval of relative width near 2^-k: from the value at one end and a slope, or from both ends.
          const lo = point.lo << BigInt(k);
          const some = { lo, hi: lo + (point.lo < 0n ? -point.lo : point.lo), exponent: point.exponent - k };
          const last = { ...some, lo: some.hi };
          const end = dyadic.ends(last)[0];
          if ((name === 'asin' || name === 'acos') && compare(end, rational(1)) > 0) continue;
          const [range, other] = [at(dyadic, some), at(dyadic, last)];
          expect(contains(range, truth(exact)) && contains(range, truth(end))).toBe(true);
          const spread = wave ? width(some) : width(dyadic.hull(value, other));
          const ulp = Math.max(...[value, other].map((y) => Math.abs(dyadic.middle(y)))) * 10 ** (2 - digits);
          expect(width(range)).toBeLessThanOrEqual(spread * 1.00001 + ulp + (wave ? 10 ** (2 - digits) : 0));
        }
      }),
      { ...settings, numRuns: slow ? 15 : 40 },
    );
  });

  test(`${name} of wide intervals contains the values at their points`, () => {
    fc.assert(
      fc.property(domain, domain, step, (a, b, k) => {
        expect(contains(at(coarse, box(a, b)), truth(between(a, b, k)))).toBe(true);
      }),
      { ...settings, numRuns: 40 },
    );
  });
}

const exact: Record<string, [(a: Dyadic, b: Dyadic) => Dyadic, (a: Rational, b: Rational) => Rational]> = {
  add: [coarse.add, plus],
  sub: [coarse.sub, minus],
  mul: [coarse.mul, multiply],
  div: [coarse.div, divide],
  min: [coarse.min, (a, b) => (compare(a, b) < 0 ? a : b)],
  max: [coarse.max, (a, b) => (compare(a, b) > 0 ? a : b)],
};

for (const [name, [enclosed, truth]] of Object.entries(exact)) {
  test(`${name} of intervals contains the exact results at their points, and is sharp at exact numbers`, () => {
    fc.assert(
      fc.property(all, all, all, all, step, step, (a, b, c, d, i, j) => {
        const divisor = box(c, d);
        if (name !== 'div' || coarse.sign(divisor) === 1 || coarse.sign(divisor) === -1) {
          const value = truth(between(a, b, i), between(c, d, j));
          expect(contains(enclosed(box(a, b), divisor), [value, value])).toBe(true);
        }
        const [x, y] = [least(coarse.rational(a)), least(coarse.rational(c))];
        if (name === 'div' && coarse.sign(y) === 0) return;
        const [p, q] = [coarse.ends(x)[0], coarse.ends(y)[0]];
        const value = enclosed(x, y);
        expect(contains(value, [truth(p, q), truth(p, q)])).toBe(true);
        expect(coarse.relativeWidth(value)).toBeLessThan(1e-31);
      }),
      settings,
    );
  });
}

test('quotients of intervals with integer ends contain the quotients of the ends', () => {
  const end = fc.integer({ min: -30, max: 30 }).map((n) => rational(n));
  const divisor = fc.integer({ min: 1, max: 30 }).map((n) => rational(n));
  fc.assert(
    fc.property(end, end, divisor, divisor, signed, (a, b, c, d, s) => {
      const value = coarse.div(box(a, b), coarse.mul(box(c, d), coarse.rational(s)));
      for (const x of [a, b]) {
        for (const y of [c, d]) {
          const quotient = multiply(divide(x, y), s);
          expect(contains(value, [quotient, quotient])).toBe(true);
        }
      }
    }),
    settings,
  );
});

test('powers contain the exact powers, and even powers of an interval around 0 start at 0', () => {
  fc.assert(
    fc.property(all, all, fc.integer({ min: -7, max: 7 }), step, (a, b, n, k) => {
      const whole = box(a, b);
      fc.pre(n >= 0 || (coarse.sign(whole) ?? 0) !== 0);
      const value = power(between(a, b, k), n);
      expect(contains(coarse.pow(whole, n), [value, value])).toBe(true);
    }),
    settings,
  );
  const straddling = box(rational(-2), rational(3));
  expect(coarse.ends(coarse.pow(straddling, 2))).toEqual([rational(0), rational(9)]);
  expect(coarse.ends(coarse.pow(straddling, 3))).toEqual([rational(-8), rational(27)]);
  expect(coarse.ends(coarse.mul(straddling, straddling))).toEqual([rational(-6), rational(9)]);
  expect(coarse.ends(coarse.pow(e('-2'), 5))).toEqual([rational(-32), rational(-32)]);
  expect(coarse.ends(coarse.pow(e('-2'), -3))).toEqual([rational(-1, 8), rational(-1, 8)]);
});

test('what is exact stays exact', () => {
  const exactly = (x: Dyadic, text: string) => expect(coarse.ends(x)).toEqual([decimal(text), decimal(text)]);
  exactly(coarse.add(e('1'), e('2.5')), '3.5');
  exactly(coarse.sub(e('7'), e('7')), '0');
  exactly(coarse.mul(e('0'), box(rational(-1), rational(1))), '0');
  exactly(coarse.div(e('6'), e('-3')), '-2');
  exactly(coarse.sqrt(e('0.25')), '0.5');
  exactly(coarse.sqrt(coarse.pow(e('10'), 26)), '1e13');
  for (const f of ['sin', 'sinh', 'tanh', 'atan', 'asin', 'sqrt'] as const) exactly(coarse[f](e('0')), '0');
  for (const f of ['cos', 'cosh', 'exp'] as const) exactly(coarse[f](e('0')), '1');
  exactly(coarse.log(e('1')), '0');
  exactly(coarse.acos(e('1')), '0');
  exactly(coarse.add(coarse.sub(e('1e20'), e('1e20')), e('0.5')), '0.5');
  exactly(coarse.sub(coarse.add(e('1'), coarse.pow(e('2'), -90)), e('1')), formatRational(power(rational(2), -90)));
  expect(coarse.relativeWidth(coarse.rational(rational(1, 3)))).toBeGreaterThan(0);
});

test('sine and cosine of intervals know their extrema', () => {
  const ends = (x: Dyadic) => coarse.ends(x).map(approximate);
  expect(ends(coarse.sin(box(rational(1), rational(2))))).toEqual([expect.closeTo(Math.sin(1), 14), 1]);
  expect(ends(coarse.sin(box(rational(4), rational(5))))).toEqual([-1, expect.closeTo(Math.sin(4), 14)]);
  expect(ends(coarse.cos(box(rational(-1), rational(2))))).toEqual([expect.closeTo(Math.cos(2), 14), 1]);
  expect(ends(coarse.cos(box(rational(-4), rational(-3))))).toEqual([-1, expect.closeTo(Math.cos(4), 14)]);
  expect(ends(coarse.sin(box(rational(0), rational(7))))).toEqual([-1, 1]);
  expect(ends(coarse.sin(box(rational(0), rational(15))))).toEqual([-1, 1]);
  expect(ends(coarse.sin(box(decimal('1e30'), decimal('2e30'))))).toEqual([-1, 1]);
});

test('very large and very small numbers', () => {
  const huge = coarse.pow(e('2'), 1_000_000);
  const tower = coarse.pow(huge, 1_000_000);
  const speck = coarse.div(e('3'), coarse.mul(tower, e('7')));
  expect(coarse.relativeWidth(speck)).toBeLessThan(1e-31);
  for (const f of ['sin', 'sinh', 'tanh', 'atan', 'asin'] as const) {
    expect(coarse.overlap(coarse[f](speck), speck)).toBe(true);
    expect(coarse.relativeWidth(coarse[f](speck))).toBeLessThan(1e-31);
  }
  for (const f of ['cos', 'cosh', 'exp'] as const) {
    const value = coarse[f](least(speck));
    expect(contains(value, [rational(1), rational(1)])).toBe(true);
    expect(coarse.relativeWidth(value)).toBeLessThan(1e-31);
  }
  const half = coarse.div(coarse.pi(), e('2'));
  expect(coarse.overlap(coarse.atan(tower), half) && coarse.overlap(coarse.acos(speck), half)).toBe(true);
  expect(coarse.relativeWidth(coarse.atan(tower))).toBeLessThan(1e-31);
  const log2 = coarse.mul(e('1e12'), coarse.log(e('2')));
  expect(coarse.overlap(coarse.log(tower), log2)).toBe(true);
  expect(coarse.relativeWidth(coarse.log(tower))).toBeLessThan(1e-31);
  expect(coarse.overlap(coarse.sqrt(coarse.mul(tower, tower)), tower)).toBe(true);
  expect([coarse.middle(tower), coarse.middle(speck), coarse.middle(coarse.neg(huge))]).toEqual([
    Infinity,
    0,
    -Infinity,
  ]);

  const hull = coarse.hull(speck, e('1'));
  expect([coarse.sign(coarse.add(e('1'), speck)), coarse.within(e('1'), hull)]).toEqual([1, true]);
  expect([coarse.min(speck, tower), coarse.max(speck, tower)]).toEqual([speck, tower]);
  expect(coarse.within(speck, coarse.hull(coarse.neg(tower), speck))).toBe(true);
  expect(coarse.ends(coarse.min(coarse.hull(e('0'), tower), e('1')))).toEqual([rational(0), rational(1)]);
  expect(coarse.ends(coarse.max(coarse.hull(coarse.neg(tower), e('0')), e('-1')))).toEqual([rational(-1), rational(0)]);
  expect(coarse.ends(coarse.exp(coarse.neg(speck)))[1]).toEqual(rational(1));
  expect(coarse.relativeWidth(coarse.hull(speck, tower))).toBeCloseTo(1);

  expect(coarse.relativeWidth(coarse.sinh(e('1e6')))).toBeLessThan(1e-31);
  expect(coarse.overlap(coarse.sinh(e('1e6')), coarse.cosh(e('1e6')))).toBe(true);
  expect(coarse.ends(coarse.tanh(e('1e30')))[1]).toEqual(rational(1));
  expect(coarse.relativeWidth(coarse.tanh(e('-1e30')))).toBeLessThan(1e-31);
  expect(coarse.sign(coarse.exp(e('-1e30')))).toBeUndefined();
  expect(coarse.relativeWidth(coarse.sin(e('1e1000')))).toBeGreaterThan(1);
  expect(coarse.relativeWidth(coarse.sin(coarse.pow(e('10'), 30)))).toBeLessThan(1e-31);
});

test('a wide interval keeps its sign through rounding', () => {
  const wide = box(decimal('1e-200'), rational(1, 3));
  for (const x of [coarse.mul(wide, wide), coarse.div(wide, e('3')), coarse.sqrt(wide), coarse.add(wide, wide)]) {
    expect(coarse.sign(x)).toBe(1);
    expect(coarse.sign(coarse.neg(x))).toBe(-1);
    expect(coarse.sign(coarse.mul(coarse.neg(x), wide))).toBe(-1);
    expect(coarse.ends(coarse.div(e('1'), x))[0].numerator > 0n).toBe(true);
  }
  expect(coarse.sign(coarse.exp(box(rational(-400), rational(0))))).toBe(1);
  expect(coarse.ends(coarse.hull(e('0'), e('0.5')))).toEqual([rational(0), rational(1, 2)]);
  expect(coarse.ends(coarse.hull(e('0'), e('-0.5')))).toEqual([rational(-1, 2), rational(0)]);
});

test('the bounds of error of the point functions hold with most of their room unused', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 1n << 180n }), fc.integer({ min: -190, max: -160 }), (m, exponent) => {
      const [few, many] = [points(100), points(300)];
      const pairs = [
        ...(['atan', 'log', 'exp'] as const).map((name) => [few[name](m, exponent), many[name](m, exponent)] as const),
        ...(['sin', 'cos'] as const).map(
          (name) => [few.turn(m, exponent)[name], many.turn(m, exponent)[name]] as const,
        ),
      ];
      for (const [a, b] of pairs) {
        const middle = coarse.ends({ lo: b.lo, hi: b.lo, exponent: b.exponent })[0];
        const [lo, hi] = coarse.ends(a);
        const room = divide(minus(hi, lo), rational(4));
        // exp of a number near 0 is cut at 1 on one side.
        expect(contains(a, [middle, middle])).toBe(true);
        if (lo.denominator === 1n || hi.denominator === 1n) continue;
        expect(compare(plus(lo, room), middle) <= 0 && compare(middle, minus(hi, room)) <= 0).toBe(true);
      }
    }),
    settings,
  );
});

test('the integer square root is the floor, next to squares too', () => {
  const isFloor = (n: bigint): boolean => squareRoot(n) ** 2n <= n && (squareRoot(n) + 1n) ** 2n > n;
  for (let n = 1n; n < 300n; n++) expect(isFloor(n)).toBe(true);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 800 }), fc.bigInt({ min: 1n, max: 1n << 800n }), (bits, x) => {
      const root = (x >> BigInt(800 - bits)) + 1n;
      for (const n of [x, root ** 2n, root ** 2n + 2n * root, root ** 2n + 2n * root + 1n])
        expect(isFloor(n)).toBe(true);
    }),
    settings,
  );
});

test('250 and 1 digits', () => {
  const most = dyadics(250);
  const x = most.div(most.rational(rational(1)), most.rational(rational(3)));
  const one = most.add(most.pow(most.sin(x), 2), most.pow(most.cos(x), 2));
  expect(most.overlap(one, most.rational(rational(1)))).toBe(true);
  expect(most.overlap(most.exp(most.log(x)), x)).toBe(true);
  expect(most.relativeWidth(most.exp(most.log(x)))).toBeLessThan(1e-248);
  expect(
    most.within(most.mul(most.rational(rational(4)), most.atan(most.rational(rational(1)))), dyadics(1).pi()),
  ).toBe(true);
  expect(most.relativeWidth(dyadics(1).cosh(dyadics(1).rational(rational(1, 3))))).toBeLessThan(0.1);
});

test('every step outside a domain is refused in words', () => {
  const straddling = box(rational(-1), rational(1));
  expect(() => coarse.div(e('1'), straddling)).toThrow(new RangeError('division by an enclosure that contains 0'));
  expect(() => coarse.pow(e('0'), -1)).toThrow(RangeError);
  expect(() => coarse.pow(e('2'), 0.5)).toThrow('integer exponent');
  expect(() => coarse.sqrt(e('-1e-30'))).toThrow('square root of an enclosure of negative numbers');
  expect(coarse.ends(coarse.sqrt(box(decimal('-1e-30'), rational(4))))).toEqual([rational(0), rational(2)]);
  expect(() => coarse.log(straddling)).toThrow('logarithm of an enclosure that contains 0 or negative numbers');
  expect(() => coarse.log(e('0'))).toThrow(RangeError);
  expect(() => coarse.asin(e('1.0001'))).toThrow('asin of an enclosure outside [-1, 1]');
  expect(() => coarse.acos(e('-1.0001'))).toThrow('acos of an enclosure outside [-1, 1]');
  expect(coarse.ends(coarse.acos(box(rational(1), decimal('1.0001'))))).toEqual([rational(0), rational(0)]);
  for (const f of [coarse.exp, coarse.sinh, coarse.cosh])
    expect(() => f(e('1e8'))).toThrow('exponential function of 1.00000e+8, beyond 10000000 in magnitude');
  expect(() => coarse.exp(coarse.pow(e('2'), 1_000_000))).toThrow('2^10000');
  for (const f of [coarse.sin, coarse.cos]) expect(() => f(coarse.pow(e('2'), 4000))).toThrow('too many digits');
  const tower = coarse.pow(coarse.pow(e('2'), 1_000_000), 1_000_000);
  expect(() => coarse.pow(tower, 1_000_000)).toThrow('left the range');
  expect(() => coarse.ends(tower)).toThrow('too many digits');
  expect(() => coarse.ends(coarse.neg(tower))).toThrow('too many digits');
  for (const digits of [0, 10_001, 2.5]) expect(() => dyadics(digits)).toThrow(RangeError);
});

test('comparisons, hull and orientation', () => {
  const [a, b, c] = [box(rational(1), rational(2)), box(rational(2), rational(3)), box(rational(5, 2), rational(3))];
  expect([coarse.overlap(a, b), coarse.overlap(a, c)]).toEqual([true, false]);
  expect([coarse.within(c, b), coarse.within(b, c)]).toEqual([true, false]);
  expect(coarse.ends(coarse.hull(a, c))).toEqual([rational(1), rational(3)]);
  expect(coarse.ends(coarse.min(a, c))).toEqual([rational(1), rational(2)]);
  expect(coarse.ends(coarse.max(a, c))).toEqual([rational(5, 2), rational(3)]);
  expect(coarse.ends(coarse.abs(box(rational(-3), rational(2))))).toEqual([rational(0), rational(3)]);
  expect(coarse.ends(coarse.abs(coarse.neg(b)))).toEqual([rational(2), rational(3)]);
  expect([coarse.sign(a), coarse.sign(coarse.neg(a)), coarse.sign(e('0'))]).toEqual([1, -1, 0]);
  expect([coarse.middle(a), coarse.middle(e('0')), coarse.relativeWidth(e('0.125'))]).toEqual([1.5, 0, 0]);
  expect(coarse.relativeWidth(a)).toBeGreaterThanOrEqual(0.5);
  expect(coarse.relativeWidth(a)).toBeCloseTo(0.5);
  expect(coarse.relativeWidth(box(rational(-1), rational(1)))).toBe(2);
  expect(dyadics(30)).toBe(coarse);
  fc.assert(
    fc.property(all, all, (x, y) => {
      const [p, q] = [least(coarse.rational(x)), least(coarse.rational(y))];
      const [s, t] = [coarse.ends(p)[0], coarse.ends(q)[0]];
      expect(coarse.overlap(p, q)).toBe(compare(s, t) === 0);
      expect(coarse.within(p, coarse.hull(p, q)) && coarse.within(q, coarse.hull(p, q))).toBe(true);
      expect(coarse.sign(coarse.sub(p, q)) ?? 0).toBe(compare(s, t));
      expect(coarse.middle(p) / approximate(s) || 1).toBeCloseTo(1, 14);
    }),
    settings,
  );
});
