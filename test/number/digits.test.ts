import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guaranteedDigits } from '../../src/number/digits.ts';
import { compare, minus, multiply, negate, parseRational, plus, rational } from '../../src/number/rational.ts';

const show = (lo: string, hi: string, figures: number) =>
  guaranteedDigits([parseRational(lo), parseRational(hi)], figures);

test.each([
  ['0', '0', 5, '0'],
  ['1/3', '1/3', 5, '0.33333'],
  ['1/2', '1/2', 5, '0.5'],
  ['1999999/10000000', '1999999/10000000', 4, '0.2000'],
  ['3.14159', '3.1416', 10, '3.1416'],
  ['3.14159', '3.14161', 10, '3.1416'],
  ['0.99996', '1.00004', 6, '1.000'],
  ['-2.5', '-2.5', 1, '-3'],
  ['2.5', '2.5', 1, '3'],
  ['9.99', '9.99', 2, '10'],
  ['123456', '123457', 8, '1.2346e5'],
  ['123456', '123456', 8, '123456'],
  ['1e9', '1e9', 12, '1000000000'],
  ['1e10', '1e10', 12, '1e10'],
  ['0.0001', '0.0001', 3, '0.0001'],
  ['0.00001', '0.00001', 3, '1e-5'],
  ['-1.23449e-12', '-1.2344e-12', 6, '-1.234e-12'],
  ['-1', '2', 6, '-1 .. 2'],
  ['0', '1e-30', 6, '0 .. 1e-30'],
  ['1.2341', '7.7777', 6, '1.23 .. 7.78'],
  ['-0.012345', '7', 6, '-0.0124 .. 7'],
])('[%s, %s] with at most %i figures is %s', (lo, hi, figures, expected) => {
  expect(show(lo, hi, figures)).toBe(expected);
});

test('what is shown is within half a unit of its last figure of both ends', () => {
  const parts = fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 30n }));
  fc.assert(
    fc.property(
      parts,
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 25 }),
      fc.boolean(),
      ([n, d], gap, figures, flip) => {
        const lo = rational(n, d);
        const hi = plus(lo, multiply(lo, parseRational(`1e-${gap}`)));
        const text = guaranteedDigits(flip ? [negate(hi), negate(lo)] : [lo, hi], figures);
        if (text.includes('..')) return;
        const value = parseRational(flip ? text.slice(1) : text);
        const [mantissa = '', exponent = '0'] = text.split('e');
        const unit = parseRational(`1e${Number(exponent) - (mantissa.split('.')[1] ?? '').length}`);
        for (const end of [lo, hi]) {
          const off = minus(value, end);
          expect(compare(multiply(off, off), multiply(unit, multiply(unit, rational(1, 4))))).toBeLessThanOrEqual(0);
        }
        expect(mantissa.replace(/^-?0*\.?0*|\./g, '').length).toBeLessThanOrEqual(figures);
      },
    ),
    { seed: 20240602, numRuns: 300 },
  );
});

test('refuses ends in the wrong order and no figures', () => {
  expect(() => show('2', '1', 3)).toThrow(RangeError);
  expect(() => show('1', '2', 0)).toThrow(RangeError);
  expect(() => show('1', '2', 1.5)).toThrow(RangeError);
});
