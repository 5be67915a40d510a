import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Arithmetic } from '../../src/number/arithmetic.ts';
import { type Enclosure, enclosures } from '../../src/number/enclosure.ts';
import { type Interval64, interval64 } from '../../src/number/interval64.ts';
import {
  compare,
  divide,
  fromBinary64,
  minus,
  multiply,
  parseRational,
  plus,
  type Rational,
  rational,
} from '../../src/number/rational.ts';

const settings = { seed: 20240603, numRuns: 400 };
const fine = enclosures(40);
const doubles = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true });
/** Doubles of all binary exponents, subnormal ones included. */
const anywhere = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x / 2);

const contains = ({ lo, hi }: Interval64, x: Rational): boolean =>
  compare(fromBinary64(lo), x) <= 0 && compare(x, fromBinary64(hi)) <= 0;
const box = (a: number, b: number): Interval64 => ({ lo: Math.min(a, b), hi: Math.max(a, b) });
const orRefused = (f: () => Interval64): Interval64 | undefined => {
  try {
    return f();
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return undefined;
  }
};

const exact: Record<string, [(a: Interval64, b: Interval64) => Interval64, (a: Rational, b: Rational) => Rational]> = {
  add: [interval64.add, plus],
  sub: [interval64.sub, minus],
  mul: [interval64.mul, multiply],
  div: [interval64.div, divide],
};

for (const [name, [enclosed, truth]] of Object.entries(exact)) {
  for (const [range, numbers] of [
    ['all doubles', anywhere],
    ['doubles near 1', doubles(-2, 2)],
    ['subnormal doubles', doubles(-1e-307, 1e-307)],
  ] as const)
    test(`${name} of intervals of ${range} contains the exact results of the ends`, () => {
      fc.assert(
        fc.property(numbers, numbers, numbers, numbers, (a, b, c, d) => {
          const result = orRefused(() => enclosed(box(a, b), box(c, d)));
          if (result === undefined) return;
          for (const x of [a, b])
            for (const y of [c, d]) expect(contains(result, truth(fromBinary64(x), fromBinary64(y)))).toBe(true);
        }),
        settings,
      );
    });
}

test('sums of products contain the exact sum and cost few ulp', () => {
  for (const numbers of [doubles(-2, 2), anywhere, doubles(-1e-154, 1e-154)])
    fc.assert(
      fc.property(fc.array(fc.tuple(numbers, numbers, numbers, numbers), { minLength: 1, maxLength: 12 }), (terms) => {
        const [a, b] = [terms.map(([p, q]) => box(p, q)), terms.map(([, , p, q]) => box(p, q)).reverse()];
        const result = orRefused(() => interval64.convolve(a, b, terms.length - 1, 0, terms.length - 1));
        if (result === undefined) return;
        for (const pick of [0, 1])
          expect(
            contains(
              result,
              terms
                .map((t) => multiply(fromBinary64(t[pick] as number), fromBinary64(t[3 - pick] as number)))
                .reduce(plus),
            ),
          ).toBe(true);
      }),
      settings,
    );
  const tenth = Array.from({ length: 13 }, () => box(0.1, 0.1));
  expect(interval64.relativeWidth(interval64.convolve(tenth, tenth, 12, 0, 12))).toBeLessThan(1e-14);
});

const unary: readonly [keyof Arithmetic<unknown>, fc.Arbitrary<number>][] = [
  ['sqrt', doubles(0, 1e300)],
  ['exp', doubles(-760, 700)],
  ['log', doubles(1e-320, 1e308)],
  ['sin', fc.oneof(doubles(-10, 10), doubles(-1e11, 1e11), doubles(-1e-310, 1e-310))],
  ['cos', fc.oneof(doubles(-10, 10), doubles(-1e11, 1e11))],
  ['sinh', doubles(-700, 700)],
  ['cosh', doubles(-700, 700)],
  ['tanh', doubles(-30, 30)],
  ['atan', fc.oneof(doubles(-3, 3), doubles(-1e300, 1e300))],
  ['asin', doubles(-1, 1)],
  ['acos', doubles(-1, 1)],
];

for (const [name, domain] of unary)
  test(`${name} contains what 40 digits give, at points sharply, and on intervals`, () => {
    const f = interval64[name] as (a: Interval64) => Interval64;
    const inDecimals = (x: number): readonly [Rational, Rational] =>
      fine.ends((fine[name] as (a: Enclosure) => Enclosure)(fine.rational(fromBinary64(x))));
    fc.assert(
      fc.property(domain, domain, fc.integer({ min: 0, max: 4 }), (a, b, k) => {
        const x = Math.max(Math.min(a, b), Math.min(Math.max(a, b), a + (b - a) * (k / 4)));
        const wide = f(box(a, b));
        expect(inDecimals(x).every((end) => contains(wide, end))).toBe(true);
        const sharp = f(box(a, a));
        expect(inDecimals(a).every((end) => contains(sharp, end))).toBe(true);
        if (Math.abs(sharp.lo) > 1e-300) expect(interval64.relativeWidth(sharp)).toBeLessThan(3e-15);
      }),
      { ...settings, numRuns: 150 },
    );
  });

test('a rational is enclosed within an ulp, exactly if it is a double, at every magnitude', () => {
  const parts = fc.tuple(
    fc.bigInt({ min: -(1n << 200n), max: 1n << 200n }),
    fc.bigInt({ min: 1n, max: 1n << 200n }),
    fc.integer({ min: -330, max: 280 }),
  );
  fc.assert(
    fc.property(parts, anywhere, ([n, d, e], x) => {
      const q = multiply(rational(n, d), parseRational(`1e${e}`));
      const enclosed = orRefused(() => interval64.rational(q));
      if (enclosed) expect(contains(enclosed, q)).toBe(true);
      if (enclosed && Math.abs(enclosed.lo) > 1e-300) expect(interval64.relativeWidth(enclosed)).toBeLessThan(1e-15);
      expect(interval64.rational(fromBinary64(x))).toEqual({ lo: x + 0, hi: x + 0 });
    }),
    settings,
  );
  expect(interval64.rational(parseRational('1e-5000'))).toEqual({ lo: 0, hi: 5e-324 });
  expect(() => interval64.rational(parseRational('1e400'))).toThrow(RangeError);
});

test('powers, extrema and pi', () => {
  const straddling = box(-2, 3);
  expect(interval64.pow(straddling, 2).lo).toBe(0);
  expect(interval64.pow(straddling, 4).lo).toBe(0);
  fc.assert(
    fc.property(doubles(-3, 3), doubles(-3, 3), fc.integer({ min: -6, max: 6 }), (a, b, n) => {
      const result = orRefused(() => interval64.pow(box(a, b), n));
      if (result === undefined) return;
      for (const x of [a, b].map(fromBinary64)) {
        const truth = Array.from({ length: Math.abs(n) }).reduce<Rational>((p) => multiply(p, x), rational(1));
        expect(contains(result, n < 0 ? divide(rational(1), truth) : truth)).toBe(true);
      }
    }),
    settings,
  );
  expect([
    interval64.sin(box(1, 2)).hi,
    interval64.sin(box(4, 5)).lo,
    interval64.cos(box(-1, 1)).hi,
    interval64.cos(box(3, 4)).lo,
  ]).toEqual([1, -1, 1, -1]);
  expect(interval64.sin(box(0, 1e13))).toEqual({ lo: -1, hi: 1 });
  expect(fine.ends(fine.pi()).every((end) => contains(interval64.pi(), end))).toBe(true);
});

test('comparisons and orientation', () => {
  const [a, b] = [box(1, 2), box(2, 3)];
  expect([
    interval64.overlap(a, b),
    interval64.overlap(a, box(2.5, 3)),
    interval64.within(a, box(0, 2)),
    interval64.within(a, b),
  ]).toEqual([true, false, true, false]);
  expect([
    interval64.sign(a),
    interval64.sign(interval64.neg(a)),
    interval64.sign(box(0, 0)),
    interval64.sign(box(0, 1)),
  ]).toEqual([1, -1, 0, undefined]);
  expect([interval64.hull(a, b), interval64.min(a, b), interval64.max(a, b)]).toEqual([box(1, 3), a, b]);
  expect([interval64.middle(a), interval64.relativeWidth(box(3, 3)), interval64.relativeWidth(box(-1, 1))]).toEqual([
    1.5, 0, 2,
  ]);
  expect([interval64.abs(box(-3, 1)), interval64.abs(box(-3, -1)), interval64.abs(a)]).toEqual([
    box(0, 3),
    box(1, 3),
    a,
  ]);
  expect(interval64.ends(box(0.5, 0.75))).toEqual([rational(1, 2), rational(3, 4)]);
});

test('every step outside a domain or the range is refused in words', () => {
  expect(() => interval64.div(box(1, 1), box(-1, 1))).toThrow('contains 0');
  expect(() => interval64.sqrt(box(-2, -1))).toThrow(RangeError);
  expect(interval64.sqrt(box(-1e-30, 4)).lo).toBe(0);
  expect(() => interval64.log(box(0, 1))).toThrow(RangeError);
  expect(() => interval64.asin(box(1.1, 2))).toThrow(RangeError);
  expect(() => interval64.acos(box(-2, -1.1))).toThrow(RangeError);
  expect(() => interval64.exp(box(0, 1000))).toThrow('left the range');
  expect(() => interval64.sinh(box(0, 1000))).toThrow('left the range');
  expect(() => interval64.mul(box(1e300, 1e300), box(1e300, 1e300))).toThrow('left the range');
  expect(() => interval64.pow(box(10, 10), 400)).toThrow('left the range');
  expect(() => interval64.pow(box(10, 10), 0.5)).toThrow('integer exponent');
  expect(() => fromBinary64(Number.NaN)).toThrow(RangeError);
});
