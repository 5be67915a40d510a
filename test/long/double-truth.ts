import type { Expr } from '../../src/formula/expression.ts';
import { evaluate } from '../../src/meaning/value.ts';
import type { EnclosureArithmetic } from '../../src/number/arithmetic.ts';
import { type Dyadic, dyadics } from '../../src/number/dyadic.ts';
import {
  approximate,
  compare,
  divide,
  fromBinary64,
  minus,
  multiply,
  one,
  power,
  type Rational,
  rational,
  sign,
  zero,
} from '../../src/number/rational.ts';
import type { DoubleQuantity } from '../../src/oracle/double/quantity.ts';
import { W_SSI_glass_both, W_SSI_glass_negative } from '../../src/theory/glass-rates.ts';
import { quantityNamed } from '../../src/theory/quantities.ts';

type Arithmetic = EnclosureArithmetic<Dyadic>;
type Values = ReadonlyMap<string, Rational>;
/** An enclosure of a true value in an arithmetic. */
type Truth = (a: Arithmetic, values: Values) => Dyadic;

const of = (values: Values, name: string): Rational => {
  const value = values.get(name);
  if (!value) throw new ReferenceError(`expected a value for ${name}`);
  return value;
};
const value = (a: Arithmetic, formula: Expr, values: Values): Dyadic =>
  evaluate(formula)(a, new Map([...values].map(([name, exact]) => [name, a.rational(exact)] as const)));

const far = power(rational(2), 100);
const isAbove = (x: Rational, y: Rational): boolean => compare(x, y) > 0;
const square = (x: Rational): Rational => power(x, 2);

/**
 * W_Z and W_SS without A2 from the integrals over s = sin(t) that src/theory/rates.ts starts from, where the closed form
 * would need thousands of digits: F_Z of s^2 sqrt(1 - s^2)/(s^2 + w^2) and F_SS of s^4/((s^2 + w^2) sqrt(1 - s^2)) from 0
 * to x. For x < 2^-100 the root lies within x^2 of 1, for w > 2^100 x the denominator within (x/w)^2 of w^2. Undefined
 * where neither holds.
 */
export const boundedRate = (
  a: Arithmetic,
  spinSpin: boolean,
  DD: Rational,
  D0: Rational,
  omega0I: Rational,
): Dyadic | undefined => {
  const [x, w] = [isAbove(D0, omega0I) ? one : divide(D0, omega0I), divide(DD, omega0I)];
  const [isSmall, isWide] = [isAbove(one, multiply(x, far)), isAbove(w, multiply(x, far))];
  if (!isSmall && !isWide) return undefined;
  const lift = (y: Rational): Dyadic => a.rational(y);
  const upTo = (size: Rational): Dyadic =>
    a.hull(lift(minus(one, size)), lift(rational(size.numerator + size.denominator, size.denominator)));
  const [X, W] = [lift(x), lift(w)];
  const error = a.mul(isSmall ? upTo(square(x)) : lift(one), isWide ? upTo(square(divide(x, w))) : lift(one));
  const number = (n: number, d = 1): Dyadic => lift(rational(n, d));
  const form = (): Dyadic => {
    if (isSmall && isWide) return a.div(a.pow(X, spinSpin ? 5 : 3), a.mul(number(spinSpin ? 5 : 3), a.pow(W, 2)));
    if (isSmall) {
      const rho = a.div(W, X);
      const angle = a.atan(a.div(X, W));
      if (!spinSpin) return a.mul(X, a.sub(number(1), a.mul(rho, angle)));
      return a.mul(a.pow(X, 3), a.add(a.sub(number(1, 3), a.pow(rho, 2)), a.mul(a.pow(rho, 3), angle)));
    }
    const [angle, chord] = [a.asin(X), a.mul(X, a.sqrt(a.mul(a.sub(number(1), X), a.add(number(1), X))))];
    const cubic = a.mul(a.mul(number(2), a.pow(X, 2)), chord);
    const moment = spinSpin ? a.sub(a.mul(number(3), a.sub(angle, chord)), cubic) : a.add(a.sub(angle, chord), cubic);
    return a.div(moment, a.mul(number(8), a.pow(W, 2)));
  };
  return a.mul(a.mul(a.mul(number(2), W), form()), error);
};

const rate =
  (name: string, spinSpin: boolean): Truth =>
  (a, values) => {
    const omega0I = of(values, 'omega0I');
    const bounded = boundedRate(a, spinSpin, of(values, 'DD'), values.get('D0') ?? omega0I, omega0I);
    return bounded ? a.mul(a.rational(of(values, 'A2')), bounded) : value(a, quantityNamed(name).formula, values);
  };

/** The cases of the glass decided exactly, which enclosures can not do where two sides are equal. */
const ofGlass =
  (share: 'all' | 'zeeman' | 'interaction'): Truth =>
  (a, given) => {
    const values = new Map([['Delta', zero], ...given]);
    const [Delta, D0, omega0I] = [of(values, 'Delta'), of(values, 'D0'), of(values, 'omega0I')];
    const coupling2 = minus(square(omega0I), square(Delta));
    const parts = {
      all: one,
      zeeman: divide(square(Delta), square(omega0I)),
      interaction: divide(coupling2, square(omega0I)),
    };
    if (!isAbove(square(D0), coupling2)) return a.rational(zero);
    const formula = isAbove(multiply(rational(4), coupling2), square(D0)) ? W_SSI_glass_negative : W_SSI_glass_both;
    return a.mul(a.rational(parts[share]), value(a, formula, values));
  };

/** 1/(1 + e^-y), between 0 and 1 within e^-|y| < 2^-1400 of them for |y| > 1000. */
const population: Truth = (a, values) => {
  const y = multiply(of(values, 'betaI'), of(values, 'omega0I'));
  const beyond = power(rational(2), -1400);
  if (compare(y, rational(1000)) > 0) return a.hull(a.rational(minus(one, beyond)), a.rational(one));
  if (compare(y, rational(-1000)) < 0) return a.hull(a.rational(zero), a.rational(beyond));
  return value(a, quantityNamed('population of the lower nuclear level').formula, values);
};

const special: Readonly<Record<string, Truth>> = {
  W_Z: rate('W_Z', false),
  W_SS: rate('W_SS', true),
  'W_Z for D0 >= omega0I': rate('W_Z for D0 >= omega0I', false),
  'W_SS for D0 >= omega0I': rate('W_SS for D0 >= omega0I', true),
  'W_Z for D0 <= omega0I': rate('W_Z for D0 <= omega0I', false),
  'W_SS for D0 <= omega0I': rate('W_SS for D0 <= omega0I', true),
  'W_SS/W_Z': (a, values) => a.div(rate('W_SS', true)(a, values), rate('W_Z', false)(a, values)),
  'W_SSI:glass': ofGlass('all'),
  'W_SSI at Delta = 0:glass': ofGlass('all'),
  'cross-effect factor:glass': ofGlass('zeeman'),
  'thermal-mixing factor:glass': ofGlass('interaction'),
  'population of the lower nuclear level': population,
};

const digits = [40, 80, 160, 400, 1000, 3000] as const;
/** How wide an enclosure may be beside the value, so that it counts for less than 2^-10 ulp. */
const decided = 1e-20;
const leastNumber = power(rational(2), -1074);
const greatestPower = power(rational(2), 1024);

/**
 * The ends of an enclosure of the true value of a quantity at binary64 numbers, narrower than 2^-10 ulp or below 2^-1100;
 * undefined where the formula has no value, or none that 3000 digits tell.
 */
export const truth = (
  quantity: DoubleQuantity,
  inputs: readonly number[],
): readonly [Rational, Rational] | undefined => {
  const values = new Map(
    quantity.parameters.map((name, index) => [name, fromBinary64(inputs[index] as number)] as const),
  );
  const of = special[quantity.name] ?? ((a, at) => value(a, quantityNamed(quantity.name).formula, at));
  for (const precision of digits) {
    const a = dyadics(precision);
    try {
      const found = of(a, values);
      const ends = a.ends(found);
      if (a.relativeWidth(found) < decided) return ends;
      const small = ends.every((end) => compare(multiply(end, end), power(rational(2), -2200)) < 0);
      if (small) return ends;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return undefined;
};

/** 2^(k - 52) for 2^k <= |x| < 2^(k + 1), at least the least subnormal number, which is also that of 0. */
const ulp = (x: Rational): Rational => {
  if (sign(x) === 0) return leastNumber;
  const size = sign(x) < 0 ? minus(zero, x) : x;
  let k = size.numerator.toString(2).length - size.denominator.toString(2).length;
  if (compare(power(rational(2), k), size) > 0) k--;
  const unit = power(rational(2), Math.min(k, 1023) - 52);
  return compare(unit, leastNumber) < 0 ? leastNumber : unit;
};

/** An upper bound of |computed - true|/ulp(true); infinities stand for +-2^1024, and what lies beyond is met by them. */
export const ulpError = (computed: number, [lo, hi]: readonly [Rational, Rational]): number => {
  if (Number.isNaN(computed)) return Number.POSITIVE_INFINITY;
  const sided = computed < 0 ? [minus(zero, hi), minus(zero, lo)] : [lo, hi];
  const size = Number.isFinite(computed) ? fromBinary64(Math.abs(computed)) : greatestPower;
  if (!Number.isFinite(computed) && compare(sided[0] as Rational, greatestPower) >= 0) return 0;
  const [nearest] = sided as [Rational, Rational];
  return Math.max(
    ...sided.map((end) => {
      const error = minus(size, end);
      const unit = ulp(sign(nearest) > 0 ? nearest : sign(end) > 0 ? end : zero);
      return approximate(divide(sign(error) < 0 ? minus(zero, error) : error, unit));
    }),
  );
};

const inDomain: readonly (readonly [RegExp, (value: (name: string) => number) => boolean])[] = [
  [/^W.* for (D0 <= omega0I|small D0)$/, (of) => of('D0') <= of('omega0I')],
  [
    /^(W_SSI|cross-effect factor|thermal-mixing factor|share of Zeeman energy)$/,
    (of) => Math.abs(of('Delta')) <= of('omega0I'),
  ],
  [/^(W_SSI|cross-effect factor|thermal-mixing factor):glass$/, (of) => Math.abs(of('Delta')) < of('omega0I')],
  [/^g_D:glass$/, (of) => of('D') !== 0 && -of('D0') <= of('D') && 2 * of('D') <= of('D0')],
  [/^g_D by its width:glass$/, (of) => of('D') !== 0],
  [
    /^(share of .* upper state|.* energy of a flip|squared matrix element of a flip)$/,
    (of) => of('D') !== 0 || of('Delta') !== 0,
  ],
  [/coupling( of two dipoles)?$/, (of) => !(Math.abs(of('theta')) > 16777216)],
];

/** The error of a quantity at binary64 numbers in ulp; undefined outside its domain, if the quantity is NaN there. */
export const errorAt = (quantity: DoubleQuantity, inputs: readonly number[]): number | undefined => {
  const computed = quantity.at(...inputs);
  const value = (name: string): number => inputs[quantity.parameters.indexOf(name)] as number;
  const outside = inDomain.some(([names, holds]) => names.test(quantity.name) && !holds(value));
  if (outside) return Number.isNaN(computed) ? undefined : Number.POSITIVE_INFINITY;
  const ends = truth(quantity, inputs);
  if (!ends) throw new Error(`no value of ${quantity.name} at ${inputs.join(', ')}`);
  return ulpError(computed, ends);
};
