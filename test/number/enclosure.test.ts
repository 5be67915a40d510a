import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Arithmetic } from '../../src/number/arithmetic.ts';
import { type Enclosure, enclosures } from '../../src/number/enclosure.ts';
import {
  compare,
  divide,
  minus,
  multiply,
  parseRational,
  plus,
  type Rational,
  rational,
} from '../../src/number/rational.ts';

/** The long run looks at many more. */
const settings = { seed: 20240601, numRuns: process.env.LONG_RUN ? 600 : 80 };
const [coarse, fine] = [enclosures(20), enclosures(60)];

/** Decimals of all sizes: up to 25 digits, exponents from -30 to 5. */
const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.integer({ min: -30, max: 5 }))
  .map(([mantissa, exponent]) => multiply(rational(mantissa, 10n ** 25n), parseRational(`1e${exponent}`)));
const within = (limit: string) => decimals.filter((x) => compare(multiply(x, x), parseRational(limit)) <= 0);

const contains = (e: Enclosure, x: Rational): boolean => {
  const [lo, hi] = coarse.ends(e);
  return compare(lo, x) <= 0 && compare(x, hi) <= 0;
};

const box = (a: Rational, b: Rational): Enclosure => coarse.hull(coarse.rational(a), coarse.rational(b));
const between = (a: Rational, b: Rational, k: number): Rational => plus(a, multiply(minus(b, a), rational(k, 8)));

const exact: Record<string, [(a: Enclosure, b: Enclosure) => Enclosure, (a: Rational, b: Rational) => Rational]> = {
  add: [coarse.add, plus],
  sub: [coarse.sub, minus],
  mul: [coarse.mul, multiply],
  div: [coarse.div, divide],
};

for (const [name, [enclosed, truth]] of Object.entries(exact)) {
  test(`${name} of boxes contains the exact results at their points and is sharp at exact numbers`, () => {
    const step = fc.integer({ min: 0, max: 8 });
    fc.assert(
      fc.property(decimals, decimals, decimals, decimals, step, step, (a, b, c, d, i, j) => {
        const [x, y] = [between(a, b, i), between(c, d, j)];
        const divisor = box(c, d);
        fc.pre(name !== 'div' || coarse.sign(divisor) === 1 || coarse.sign(divisor) === -1);
        expect(contains(enclosed(box(a, b), divisor), truth(x, y))).toBe(true);
        if (name === 'div' && x.numerator * y.numerator === 0n) return;
        const narrow = enclosed(coarse.rational(rational(x.numerator)), coarse.rational(rational(7)));
        expect(coarse.relativeWidth(narrow)).toBeLessThan(3e-19);
      }),
      settings,
    );
  });
}

const unary: readonly [keyof Arithmetic<Enclosure>, fc.Arbitrary<Rational>][] = [
  ['sqrt', decimals.filter((x) => x.numerator >= 0n)],
  ['exp', within('1e6')],
  ['log', decimals.filter((x) => x.numerator > 0n)],
  ['sin', decimals],
  ['cos', decimals],
  ['sinh', within('1e6')],
  ['cosh', within('1e6')],
  ['tanh', decimals],
  ['atan', decimals],
  ['asin', within('1')],
  ['acos', within('1')],
  ['abs', decimals],
];

for (const [name, domain] of unary) {
  const at = (arithmetic: Arithmetic<Enclosure>, x: Enclosure) => (arithmetic[name] as (a: Enclosure) => Enclosure)(x);
  test(`${name} at 20 digits contains what 60 digits give, at points sharply, and on boxes`, () => {
    fc.assert(
      fc.property(domain, domain, fc.integer({ min: 0, max: 8 }), (a, b, k) => {
        const point = coarse.rational(a);
        expect(
          coarse.within(at(fine, { lo: point.lo, hi: point.lo }), at(coarse, { lo: point.lo, hi: point.lo })),
        ).toBe(true);
        expect(coarse.relativeWidth(at(coarse, { lo: point.lo, hi: point.lo }))).toBeLessThan(3e-19);
        expect(coarse.within(at(fine, fine.rational(between(a, b, k))), at(coarse, box(a, b)))).toBe(true);
      }),
      settings,
    );
  });
}

test('powers contain the exact powers, and even powers of a box around 0 start at 0', () => {
  const exponent = fc.integer({ min: -7, max: 7 });
  fc.assert(
    fc.property(decimals, decimals, exponent, fc.integer({ min: 0, max: 8 }), (a, b, n, k) => {
      const [whole, x] = [box(a, b), between(a, b, k)];
      fc.pre(n >= 0 || (coarse.sign(whole) ?? 0) !== 0);
      const truth = Array.from({ length: Math.abs(n) }).reduce<Rational>((p) => multiply(p, x), rational(1));
      expect(contains(coarse.pow(whole, n), n < 0 ? divide(rational(1), truth) : truth)).toBe(true);
    }),
    settings,
  );
  const straddling = box(rational(-2), rational(3));
  expect(coarse.ends(coarse.pow(straddling, 2))).toEqual([rational(0), rational(9)]);
  expect(coarse.ends(coarse.pow(straddling, 3))).toEqual([rational(-8), rational(27)]);
  expect(coarse.ends(coarse.mul(straddling, straddling))).toEqual([rational(-6), rational(9)]);
  expect(coarse.ends(coarse.pow(coarse.rational(rational(-2)), 5))).toEqual([rational(-32), rational(-32)]);
});

test('sine and cosine of boxes know their extrema', () => {
  const ends = (e: Enclosure) => [coarse.middle({ lo: e.lo, hi: e.lo }), coarse.middle({ lo: e.hi, hi: e.hi })];
  expect(ends(coarse.sin(box(rational(1), rational(2))))).toEqual([expect.closeTo(Math.sin(1), 14), 1]);
  expect(ends(coarse.sin(box(rational(4), rational(5))))).toEqual([-1, expect.closeTo(Math.sin(4), 14)]);
  expect(ends(coarse.cos(box(rational(-1), rational(2))))).toEqual([expect.closeTo(Math.cos(2), 14), 1]);
  expect(ends(coarse.cos(box(rational(-4), rational(-3))))).toEqual([-1, expect.closeTo(Math.cos(4), 14)]);
  expect(ends(coarse.sin(box(rational(0), rational(7))))).toEqual([-1, 1]);
  expect(ends(coarse.sin(box(parseRational('1e30'), parseRational('2e30'))))).toEqual([-1, 1]);
});

test('asin near 1, acos near both ends and tan near its pole keep their digits', () => {
  for (const text of ['1e-10', '1e-40', '3e-25']) {
    const x = fine.sub(fine.rational(rational(1)), fine.rational(parseRational(text)));
    const [asin, acos] = [fine.asin(x), fine.acos(x)];
    expect(fine.relativeWidth(asin)).toBeLessThan(1e-58);
    expect(fine.relativeWidth(acos)).toBeLessThan(1e-58);
    expect(fine.overlap(fine.add(asin, acos), fine.div(fine.pi(), fine.rational(rational(2))))).toBe(true);
    // acos(1 - e) = 2 asin(sqrt(e/2))
    const half = fine.sqrt(fine.rational(divide(parseRational(text), rational(2))));
    expect(fine.overlap(acos, fine.mul(fine.rational(rational(2)), fine.asin(half)))).toBe(true);
    const near = fine.sub(fine.div(fine.pi(), fine.rational(rational(2))), fine.rational(parseRational('1e-20')));
    const tangent = fine.div(fine.sin(near), fine.cos(near));
    const expected = enclosures(80).rational(parseRational('99999999999999999999.9999999999999999999966666666666'));
    expect(fine.overlap(tangent, expected)).toBe(true);
  }
  expect(fine.ends(fine.acos(fine.rational(rational(1))))).toEqual([rational(0), rational(0)]);
  expect(fine.overlap(fine.acos(fine.rational(rational(-1))), fine.pi())).toBe(true);
});

test('large and tiny arguments', () => {
  const huge = coarse.rational(rational(1_000_000));
  expect(coarse.relativeWidth(coarse.sinh(huge))).toBeLessThan(1e-18);
  expect(coarse.overlap(coarse.sinh(huge), coarse.cosh(huge))).toBe(true);
  expect(
    coarse.within(coarse.tanh(coarse.rational(parseRational('1e30'))), box(parseRational('0.9999'), rational(1))),
  ).toBe(true);
  expect(coarse.sign(coarse.exp(coarse.rational(parseRational('-1e30'))))).toBeUndefined();
  expect(coarse.ends(coarse.exp(coarse.rational(parseRational('1e-300'))))[0]).toEqual(rational(1));
  expect(coarse.relativeWidth(coarse.sin(coarse.rational(parseRational('1e-300'))))).toBeLessThan(1e-18);
});

test('480 digits still round, after every refusal', () => {
  const most = enclosures(480);
  const x = most.div(most.rational(rational(1)), most.rational(rational(3)));
  expect(() => most.sin(most.rational(parseRational('1e600')))).toThrow(RangeError);
  expect(most.relativeWidth(most.sin(x))).toBeLessThan(1e-300);
  const one = most.add(most.pow(most.sin(x), 2), most.pow(most.cos(x), 2));
  expect(most.overlap(one, most.rational(rational(1)))).toBe(true);
  expect(
    most.sign(most.sub(coarse.div(coarse.rational(rational(1)), coarse.rational(rational(3))), x)),
  ).toBeUndefined();
});

test('every step outside a domain is refused in words', () => {
  const e = (text: string) => coarse.rational(parseRational(text));
  const straddling = box(rational(-1), rational(1));
  expect(() => coarse.div(e('1'), straddling)).toThrow(new RangeError('division by an enclosure that contains 0'));
  expect(() => coarse.pow(e('0'), -1)).toThrow(RangeError);
  expect(() => coarse.pow(e('2'), 0.5)).toThrow('integer exponent');
  expect(() => coarse.sqrt(e('-1e-30'))).toThrow(RangeError);
  expect(coarse.ends(coarse.sqrt(box(parseRational('-1e-30'), rational(4))))).toEqual([rational(0), rational(2)]);
  expect(() => coarse.log(straddling)).toThrow(RangeError);
  expect(() => coarse.asin(e('1.0001'))).toThrow(RangeError);
  expect(() => coarse.acos(e('-1.0001'))).toThrow(RangeError);
  expect(coarse.ends(coarse.acos(box(rational(1), parseRational('1.0001'))))).toEqual([rational(0), rational(0)]);
  for (const f of [coarse.exp, coarse.sinh, coarse.cosh]) expect(() => f(e('1e8'))).toThrow('exponential');
  expect(() => coarse.sin(e('1e1200'))).toThrow('too many digits');
  const tower = coarse.pow(coarse.exp(e('1e7')), 1_000_000);
  expect(() => coarse.pow(tower, 1_000_000)).toThrow('left the range');
  expect(() => coarse.ends(tower)).toThrow('too many digits');
  for (const digits of [0, 481, 2.5]) expect(() => enclosures(digits)).toThrow(RangeError);
});

test('comparisons, hull and orientation', () => {
  const [a, b, c] = [box(rational(1), rational(2)), box(rational(2), rational(3)), box(rational(5, 2), rational(3))];
  expect([coarse.overlap(a, b), coarse.overlap(a, c), coarse.within(c, b), coarse.within(b, c)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(coarse.ends(coarse.hull(a, c))).toEqual([rational(1), rational(3)]);
  expect(coarse.ends(coarse.min(a, c))).toEqual([rational(1), rational(2)]);
  expect(coarse.ends(coarse.max(a, c))).toEqual([rational(5, 2), rational(3)]);
  expect([coarse.sign(a), coarse.sign(coarse.neg(a)), coarse.sign(coarse.rational(rational(0)))]).toEqual([1, -1, 0]);
  expect([coarse.middle(a), coarse.relativeWidth(coarse.rational(rational(1, 8)))]).toEqual([1.5, 0]);
  expect(coarse.relativeWidth(a)).toBeCloseTo(0.5);
  expect(enclosures(20)).toBe(coarse);
});
