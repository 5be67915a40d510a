import { compare, minus, negate, type Rational, sign } from './rational.ts';

/** mantissa 10^(exponent - figures + 1), where the mantissa has exactly `figures` digits unless it is 0. */
interface Decimal {
  readonly negative: boolean;
  readonly mantissa: bigint;
  readonly exponent: number;
  /** Whether nothing was rounded away. */
  readonly exact: boolean;
}

type Direction = 'nearest' | 'down' | 'up';

const [leastPlain, mostPlain] = [-4, 9];

const magnitudeOf = (a: Rational): Rational => (sign(a) < 0 ? negate(a) : a);

/** The largest e with 10^e <= a, for a > 0. */
const exponentOf = ({ numerator, denominator }: Rational): number => {
  const estimate = numerator.toString().length - denominator.toString().length;
  const reached =
    estimate >= 0
      ? numerator >= denominator * 10n ** BigInt(estimate)
      : numerator * 10n ** BigInt(-estimate) >= denominator;
  return reached ? estimate : estimate - 1;
};

/** a to the given number of significant figures: nearest (halves away from zero), or toward -/+ infinity. */
const rounded = (a: Rational, figures: number, direction: Direction): Decimal => {
  if (sign(a) === 0) return { negative: false, mantissa: 0n, exponent: 0, exact: true };
  const negative = sign(a) < 0;
  const { numerator, denominator } = magnitudeOf(a);
  const exponent = exponentOf({ numerator, denominator });
  const shift = figures - 1 - exponent;
  const n = shift >= 0 ? numerator * 10n ** BigInt(shift) : numerator;
  const d = shift >= 0 ? denominator : denominator * 10n ** BigInt(-shift);
  const [whole, rest] = [n / d, n % d];
  const away = direction === 'nearest' ? 2n * rest >= d : rest > 0n && negative === (direction === 'down');
  const mantissa = away ? whole + 1n : whole;
  const carried = mantissa === 10n ** BigInt(figures);
  const exact = rest === 0n;
  return carried
    ? { negative, mantissa: mantissa / 10n, exponent: exponent + 1, exact }
    : { negative, mantissa, exponent, exact };
};

const text = ({ negative, mantissa, exponent }: Decimal, trim: boolean): string => {
  if (mantissa === 0n) return '0';
  const all = mantissa.toString();
  const digits = trim ? all.replace(/0+$/, '') : all;
  const minusSign = negative ? '-' : '';
  const join = (whole: string, fraction: string): string =>
    minusSign + (fraction === '' ? whole : `${whole}.${fraction}`);
  if (exponent < leastPlain || exponent > mostPlain || exponent >= all.length)
    return `${join(digits.slice(0, 1), digits.slice(1))}e${exponent}`;
  if (exponent < 0) return join('0', '0'.repeat(-exponent - 1) + digits);
  return join(all.slice(0, exponent + 1), digits.slice(exponent + 1));
};

/**
 * The decimal that is certain: at most `figures` significant digits, as many as both ends of the enclosure [lo, hi]
 * agree on after rounding halves away from zero. All digits shown are significant, trailing zeros too, except that an
 * exact decimal (lo = hi) ends at its last digit. Plain notation for exponents of 10 from -4 to 9 unless that would
 * need uncertain digits before the point, otherwise such as 1.25e-7. '0' when both ends are 0; `lo .. hi` with three
 * figures each, rounded outward, when not even one figure is certain.
 * Throws a RangeError unless lo <= hi and figures is a positive integer.
 */
export const guaranteedDigits = (ends: readonly [Rational, Rational], figures: number): string => {
  const [lo, hi] = ends;
  if (compare(lo, hi) > 0) throw new RangeError('expected the lower end not to exceed the upper end');
  if (!Number.isInteger(figures) || figures < 1)
    throw new RangeError(`expected a positive number of figures, got ${figures}`);
  if (sign(lo) === 0 && sign(hi) === 0) return '0';
  const most = mostAgreed(lo, hi, figures);
  const point = compare(lo, hi) === 0;
  for (let count = most; count >= 1 && sign(lo) * sign(hi) > 0; count--) {
    const [low, high] = [rounded(lo, count, 'nearest'), rounded(hi, count, 'nearest')];
    if (low.mantissa === high.mantissa && low.exponent === high.exponent) return text(low, point && low.exact);
  }
  return `${text(rounded(lo, 3, 'down'), true)} .. ${text(rounded(hi, 3, 'up'), true)}`;
};

/** No more figures than the width allows: ends further apart than one unit of the last figure cannot agree on it. */
const mostAgreed = (lo: Rational, hi: Rational, figures: number): number => {
  const width = minus(hi, lo);
  const size = compare(magnitudeOf(lo), magnitudeOf(hi)) > 0 ? magnitudeOf(lo) : magnitudeOf(hi);
  return sign(width) === 0 ? figures : Math.min(figures, exponentOf(size) - exponentOf(width) + 2);
};
