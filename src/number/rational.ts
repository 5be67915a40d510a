/**
 * Exact rational numbers on BigInt: what every sample point, coefficient and quoted figure is made of.
 * Always in lowest terms with a positive denominator, so that two rationals are equal exactly when their parts are.
 */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** numerator/denominator in lowest terms. Throws a RangeError when the denominator is 0. */
export const rational = (numerator: bigint | number, denominator: bigint | number = 1n): Rational => {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  if (d === 0n) throw new RangeError(`expected a denominator other than 0, got ${n}/0`);
  // The ends of binary enclosures come here in large numbers: powers of 2 need no Euclid.
  const lowest = n & -n;
  const common = d > 0n && (d & (d - 1n)) === 0n ? (lowest === 0n || d < lowest ? d : lowest) : gcd(n, d);
  const g = common * (d < 0n ? -1n : 1n);
  return g === 1n ? { numerator: n, denominator: d } : { numerator: n / g, denominator: d / g };
};

export const zero = rational(0);
export const one = rational(1);

export const negate = (a: Rational): Rational => ({ numerator: -a.numerator, denominator: a.denominator });

export const plus = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const minus = (a: Rational, b: Rational): Rational => plus(a, negate(b));

export const multiply = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);

export const divide = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator);

/** a to an integer power; 0 to a negative power throws a RangeError. */
export const power = (a: Rational, n: number): Rational =>
  n < 0
    ? rational(a.denominator ** BigInt(-n), a.numerator ** BigInt(-n))
    : rational(a.numerator ** BigInt(n), a.denominator ** BigInt(n));

export const compare = (a: Rational, b: Rational): -1 | 0 | 1 => {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

export const sign = (a: Rational): -1 | 0 | 1 => (a.numerator < 0n ? -1 : a.numerator > 0n ? 1 : 0);

/** The exact value of a decimal such as "1.25e-3" or of a fraction such as "2/3". Throws a SyntaxError otherwise. */
export const parseRational = (text: string): Rational => {
  const fraction = /^\s*([+-]?\d+)\s*\/\s*(\d+)\s*$/.exec(text);
  if (fraction) return rational(BigInt(fraction[1] as string), BigInt(fraction[2] as string));
  const decimal = /^\s*([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?\s*$/.exec(text);
  if (!decimal) throw new SyntaxError(`expected a decimal number or a fraction, got "${text}"`);
  const [, minusSign, whole = '', digits = '', exponent = '0'] = decimal;
  const mantissa = BigInt(whole + digits) * (minusSign === '-' ? -1n : 1n);
  const shift = Number(exponent) - digits.length;
  return shift >= 0 ? rational(mantissa * 10n ** BigInt(shift)) : rational(mantissa, 10n ** BigInt(-shift));
};

/** "3", "-2/7": what parseRational reads back. */
export const formatRational = (a: Rational): string =>
  a.denominator === 1n ? `${a.numerator}` : `${a.numerator}/${a.denominator}`;

const bitLength = (a: bigint): number => (a < 0n ? -a : a).toString(16).length * 4;

/** x 2^exponent, by exact steps unless the result is subnormal or beyond the range. */
const scale = (x: number, exponent: number): number => {
  let y = x;
  for (let left = exponent; left > 0 && Number.isFinite(y); left -= 30) y *= 1 << Math.min(left, 30);
  for (let left = -exponent; left > 0 && y !== 0; left -= 30) y /= 1 << Math.min(left, 30);
  return y;
};

/** The nearest binary64 number up to a few ulps; for orientation (scales, starting values), never for a decision. */
export const approximate = (a: Rational): number => {
  const [n, d] = [Number(a.numerator), Number(a.denominator)];
  if (Number.isSafeInteger(n) && Number.isSafeInteger(d)) return n / d;
  const shift = 64 + bitLength(a.denominator) - bitLength(a.numerator);
  const quotient =
    shift >= 0 ? (a.numerator << BigInt(shift)) / a.denominator : a.numerator / (a.denominator << BigInt(-shift));
  return scale(Number(quotient), -shift);
};

/** The exact value of a binary64 number. Throws a RangeError when it is not finite. */
export const fromBinary64 = (x: number): Rational => {
  if (!Number.isFinite(x)) throw new RangeError(`expected a finite number, got ${x}`);
  let [numerator, shift] = [x, 0n];
  for (; !Number.isInteger(numerator); shift += 32n) numerator *= 4294967296;
  return rational(BigInt(numerator), 1n << shift);
};
