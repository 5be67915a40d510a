import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  approximate,
  compare,
  divide,
  formatRational,
  fromBinary64,
  minus,
  multiply,
  negate,
  one,
  parseRational,
  plus,
  power,
  rational,
  sign,
  zero,
} from '../../src/number/rational.ts';

const settings = { seed: 20240604, numRuns: 300 };
const small = fc
  .tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 999 }))
  .map(([n, d]) => rational(n, d));

test('lowest terms, positive denominator, and the laws of a field', () => {
  expect(rational(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
  fc.assert(
    fc.property(small, small, small, (a, b, c) => {
      expect(multiply(a, plus(b, c))).toEqual(plus(multiply(a, b), multiply(a, c)));
      expect(minus(plus(a, b), b)).toEqual(a);
      if (sign(b) !== 0) expect(multiply(divide(a, b), b)).toEqual(a);
      if (sign(b) !== 0) expect(power(b, -3)).toEqual(divide(one, multiply(b, multiply(b, b))));
      expect(compare(a, b)).toBe(sign(minus(a, b)));
      expect(parseRational(formatRational(a))).toEqual(a);
      expect(plus(a, negate(a))).toEqual(zero);
    }),
    settings,
  );
  expect(() => rational(1, 0)).toThrow(RangeError);
  expect(() => divide(one, zero)).toThrow(RangeError);
  expect(() => power(zero, -1)).toThrow(RangeError);
});

test('reads decimals and fractions, and nothing else', () => {
  expect(parseRational('-1.25e-3')).toEqual(rational(-1, 800));
  expect(parseRational(' 4/6 ')).toEqual(rational(2, 3));
  for (const text of ['', 'x', '1/', '.5', '1e', '0x10', '1 2']) expect(() => parseRational(text)).toThrow(SyntaxError);
});

test('doubles are read exactly and approximated within 2 ulp at every magnitude', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      expect(approximate(fromBinary64(x))).toBe(x + 0);
    }),
    settings,
  );
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 1n << 300n }),
      fc.bigInt({ min: 1n, max: 1n << 2000n }),
      fc.boolean(),
      (p, q, flip) => {
        const a = flip ? rational(p, q) : rational(q, p);
        const x = approximate(a);
        if (x < 1e-300 || x > 1e300) return;
        const off = divide(minus(fromBinary64(x), a), a);
        expect(compare(multiply(off, off), power(rational(2), -102))).toBe(-1);
      },
    ),
    settings,
  );
  expect([approximate(parseRational('1e400')), approximate(parseRational('-1e-400'))]).toEqual([
    Number.POSITIVE_INFINITY,
    -0,
  ]);
});
