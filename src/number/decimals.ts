import type { Decimal } from 'decimal.js';
import { type Rational, rational } from './rational.ts';

const largestExactExponent = 1_000_000;

export const isZero = (x: Decimal): boolean => x.d[0] === 0;
export const below0 = (x: Decimal): boolean => x.s < 0 && x.d[0] !== 0;
export const above0 = (x: Decimal): boolean => x.s > 0 && x.d[0] !== 0;

export const lesser = (x: Decimal, y: Decimal): Decimal => (y.cmp(x) < 0 ? y : x);
export const greater = (x: Decimal, y: Decimal): Decimal => (y.cmp(x) > 0 ? y : x);

/** The exact value. Throws a RangeError beyond a million digits. */
export const exactRational = (x: Decimal): Rational => {
  if (Math.abs(x.e) > largestExactExponent)
    throw new RangeError(`exact value of ${x.toExponential(5)}: too many digits`);
  const [mantissa = '', exponent = ''] = x.toExponential().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const shift = Number(exponent) - fraction.length;
  const integer = BigInt(whole + fraction);
  return shift >= 0 ? rational(integer * 10n ** BigInt(shift)) : rational(integer, 10n ** BigInt(-shift));
};
