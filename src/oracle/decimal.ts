import {
  compare,
  divide,
  multiply,
  negate,
  parseRational,
  power,
  type Rational,
  rational,
  sign,
} from '../number/rational.ts';

const ten = rational(10);
const [leastPlain, mostPlain] = [-4, 9];

/** The largest e with 10^e <= a, for a > 0. */
const exponentOf = (a: Rational): number => {
  const estimate = a.numerator.toString().length - a.denominator.toString().length;
  return compare(power(ten, estimate), a) <= 0 ? estimate : estimate - 1;
};

/**
 * A rational as a decimal of at most `figures` significant digits, rounded toward -infinity or +infinity; an exact one
 * ends at its last digit. Plain notation for exponents of 10 from -4 to 9, otherwise such as 1.25e-7.
 */
export const outward = (value: Rational, figures: number, direction: 'down' | 'up'): string => {
  if (sign(value) === 0) return '0';
  const negative = sign(value) < 0;
  const size = negative ? negate(value) : value;
  const exponent = exponentOf(size);
  const scaled = divide(size, power(ten, exponent - figures + 1));
  const floor = scaled.numerator / scaled.denominator;
  const isExact = floor * scaled.denominator === scaled.numerator;
  const mantissa = isExact || negative === (direction === 'up') ? floor : floor + 1n;
  return `${negative ? '-' : ''}${written(mantissa, exponent - figures + 1)}`;
};

/** mantissa * 10^shift, mantissa > 0. */
const written = (mantissa: bigint, shift: number): string => {
  const all = mantissa.toString();
  const exponent = all.length - 1 + shift;
  const digits = all.replace(/0+$/, '');
  const point = (whole: string, fraction: string): string => (fraction === '' ? whole : `${whole}.${fraction}`);
  if (exponent < leastPlain || exponent > mostPlain) return `${point(digits.slice(0, 1), digits.slice(1))}e${exponent}`;
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const padded = digits.padEnd(exponent + 1, '0');
  return point(padded.slice(0, exponent + 1), padded.slice(exponent + 1));
};

/** The exact value of a decimal, whatever its exponent. */
export const decimalValue = (text: string): Rational => {
  const [mantissa = '0', exponent = '0'] = text.split('e');
  return multiply(parseRational(mantissa), power(ten, Number(exponent)));
};

/** How many significant digits a decimal shows: 0 for '0' and for a range such as '1.23 .. 1.25'. */
export const figuresOf = (text: string): number =>
  text.includes('..') ? 0 : text.replace(/e.*$/i, '').replace(/[-.]/g, '').replace(/^0+/, '').length;
