import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, minus, parseRational, power, rational } from '../../src/number/rational.ts';
import { figuresOf, outward } from '../../src/oracle/decimal.ts';

describe('decimals rounded outward', () => {
  test.each([
    ['1/3', 4, '0.3333', '0.3334'],
    ['-1/3', 4, '-0.3334', '-0.3333'],
    ['5/2', 3, '2.5', '2.5'],
    ['0', 3, '0', '0'],
    ['9999.5', 4, '9999', '10000'],
    ['1e-9', 3, '1e-9', '1e-9'],
    ['123456789012', 3, '1.23e11', '1.24e11'],
    ['-0.000123456', 3, '-0.000124', '-0.000123'],
  ])('%s to %i figures', (text, figures, down, up) => {
    const value = parseRational(text);
    expect([outward(value, figures, 'down'), outward(value, figures, 'up')]).toEqual([down, up]);
  });

  test('enclose the value, and as closely as the figures allow', () => {
    const ratio = fc.tuple(
      fc.bigInt({ min: 1n, max: 10n ** 40n }),
      fc.bigInt({ min: 1n, max: 10n ** 40n }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(ratio, fc.integer({ min: 1, max: 30 }), ([n, d, negative], figures) => {
        const value = rational(negative ? -n : n, d);
        const [down, up] = [outward(value, figures, 'down'), outward(value, figures, 'up')];
        const [lo, hi] = [parseRational(down), parseRational(up)];
        expect(compare(lo, value)).not.toBe(1);
        expect(compare(hi, value)).not.toBe(-1);
        const size = rational(n, d);
        const unit = compare(size, rational(0)) === 0 ? size : power(rational(10), 1 - figures);
        // Two ends differ by one unit of the last figure, which is at most 10^(1 - figures) of the size.
        expect(
          compare(minus(hi, lo), rational(unit.numerator * size.numerator * 1n, unit.denominator * size.denominator)),
        ).not.toBe(1);
      }),
    );
  });
});

test('figures are counted from the first that is not 0', () => {
  expect(['0.00120', '1.20e-7', '-3', '0', '1.2 .. 1.3', '100'].map(figuresOf)).toEqual([3, 3, 1, 0, 0, 3]);
});
