import type { EnclosureArithmetic } from './arithmetic.ts';
import type { Complex, ComplexArithmetic } from './complex.ts';
import type { Dual, DualArithmetic } from './dual.ts';
import { type Rectangle, unitsOfCover } from './integral-remainder.ts';
import { type Interval64, interval64 } from './interval64.ts';
import { type Rational, rational } from './rational.ts';

/** The part from t = index/2^level to (index + 1)/2^level of a range whose points are lo + (hi - lo) t. */
export interface Panel {
  readonly level: number;
  readonly index: bigint;
}

/** Where a function is bounded: an arithmetic of regions in the complex plane, with what is known of the parameters. */
export interface Regions<V, B = unknown> {
  readonly arithmetic: EnclosureArithmetic<B>;
  lift(value: V): B;
  /** The rectangle of all t that lie there around the middle of a panel. */
  around(panel: Panel, rectangle: Rectangle): B;
  /** Upper bounds of log2 of the magnitudes of the value and of its derivatives. */
  sizes(value: B): readonly number[];
}

/** What an integral needs of the arithmetic in which it is taken. */
export interface Setting<V> {
  readonly arithmetic: EnclosureArithmetic<V>;
  /** Regions in binary64 numbers, and regions as precise as the arithmetic itself. */
  readonly quick: Regions<V>;
  readonly full: Regions<V>;
  sizes(value: V): readonly number[];
  /** The value and its derivatives with an error of at most 2 to the given powers. */
  spread(value: V, powers: readonly number[]): V;
}

const bitsOf = (x: bigint): number => (x === 0n ? 0 : (x < 0n ? -x : x).toString(16).length * 4);
export const powerOf2 = (exponent: number): Rational =>
  exponent < 0
    ? { numerator: 1n, denominator: 1n << BigInt(-exponent) }
    : { numerator: 1n << BigInt(exponent), denominator: 1n };

const size64 = ({ lo, hi }: Interval64): number => {
  const most = Math.max(-lo, hi);
  // Subnormal numbers have no logarithm of that accuracy.
  return most === 0 ? Number.NEGATIVE_INFINITY : Math.log(Math.max(most, 1e-300)) * Math.LOG2E + 1e-6;
};

/** log2 of the largest magnitude of an enclosure, rounded up; -Infinity for 0. */
export const sizeIn = <T>(base: EnclosureArithmetic<T>): ((value: T) => number) =>
  (base as unknown) === interval64 ? (size64 as unknown as (value: T) => number) : sizeOf(base);

/** log2 of 1e-290, rounded up. */
const smallest = -963;
/** log2 of the larger end, rounded up; undefined where it has too many digits to be written out. */
const lengthOf = <T>(base: EnclosureArithmetic<T>, value: T): number | undefined => {
  try {
    const lengths = base.ends(value).map(({ numerator, denominator }) => bitsOf(numerator) - bitsOf(denominator) + 4);
    return Math.max(...lengths);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

const sizeOf =
  <T>(base: EnclosureArithmetic<T>) =>
  (value: T): number => {
    if (base.sign(value) === 0) return Number.NEGATIVE_INFINITY;
    const magnitude = 2 * base.middle(base.hull(base.rational(rational(0)), base.abs(value)));
    // `middle` is for orientation: a hundredth of a bit is far more than it may err.
    if (magnitude > 1e-290 && magnitude < 1e290) return Math.log(magnitude) * Math.LOG2E + 0.01;
    return lengthOf(base, value) ?? (magnitude < 1 ? smallest : Number.POSITIVE_INFINITY);
  };

const spreadIn =
  <T>(base: EnclosureArithmetic<T>) =>
  (value: T, power: number): T => {
    if (power === Number.NEGATIVE_INFINITY) return value;
    const error = base.rational(powerOf2(power));
    return base.add(value, base.hull(base.neg(error), error));
  };

const between = <T>(base: EnclosureArithmetic<T>, x: Rational, y: Rational): T =>
  base.hull(base.rational(x), base.rational(y));

/** A number as a binary64 interval. */
const in64 = <T>(base: EnclosureArithmetic<T>, value: T) => {
  const [lo, hi] = base.ends(value);
  return between(interval64, lo, hi);
};

/** A rectangle around the middle of a panel, as numbers of an arithmetic: exact, but for their rounding there. */
const aroundIn =
  <T>(base: EnclosureArithmetic<T>) =>
  ({ level, index }: Panel, { left, right, bottom, top }: Rectangle): Complex<T> => {
    const denominator = BigInt(unitsOfCover) << BigInt(level + 1);
    const middle = (2n * index + 1n) * BigInt(unitsOfCover);
    const number = (offset: number, from: bigint): Rational => ({ numerator: from + BigInt(offset), denominator });
    return {
      re: between(base, number(left, middle), number(right, middle)),
      im: between(base, number(bottom, 0n), number(top, 0n)),
    };
  };

/** The same in binary64, for levels up to 29: every number is a multiple of 2^-40 below 2^12, and exact. */
const around64 = ({ level, index }: Panel, { left, right, bottom, top }: Rectangle): Complex<Interval64> => {
  const unit = 1 / (unitsOfCover * (1 << (level + 1)));
  const middle = (2 * Number(index) + 1) * unitsOfCover;
  return {
    re: { lo: (middle + left) * unit, hi: (middle + right) * unit },
    im: { lo: bottom * unit, hi: top * unit },
  };
};
const mostExact = 29;

const regionsOf = <V, T>(plane: ComplexArithmetic<T>, lift: (value: V) => Complex<T>): Regions<V, Complex<T>> => {
  const { base } = plane;
  const [size, around] = [sizeIn(base), aroundIn(base)];
  const is64 = (base as unknown) === interval64;
  return {
    arithmetic: plane,
    lift,
    around: (panel, rectangle) =>
      is64 && panel.level <= mostExact
        ? (around64(panel, rectangle) as unknown as Complex<T>)
        : around(panel, rectangle),
    // |x + i y| <= sqrt(2) max(|x|, |y|)
    sizes: (value) => [plane.isReal(value) ? size(value.re) : Math.max(size(value.re), size(value.im)) + 0.5],
  };
};

/** What gives an arithmetic of rectangles, over any numbers, the integrals that formulas may hold. */
export type Completed = <T>(base: EnclosureArithmetic<T>) => ComplexArithmetic<T>;

export const realSetting = <T>(arithmetic: EnclosureArithmetic<T>, plane: Completed): Setting<T> => {
  const [size, spread] = [sizeIn(arithmetic), spreadIn(arithmetic)];
  const full = plane(arithmetic);
  return {
    arithmetic,
    quick: regionsOf(plane(interval64), (value: T) => plane(interval64).real(in64(arithmetic, value))),
    full: regionsOf(full, (value: T) => full.real(value)),
    sizes: (value) => [size(value)],
    spread: (value, [power = 0]) => spread(value, power),
  };
};

const dualRegions = <V, B>(of: Regions<V, B>, numbers: DualArithmetic<B>): Regions<Dual<V>, Dual<B>> => ({
  arithmetic: numbers,
  lift: ({ value, slopes }) =>
    slopes.every((slope) => slope === undefined)
      ? numbers.constant(of.lift(value))
      : { value: of.lift(value), slopes: slopes.map((slope) => (slope === undefined ? undefined : of.lift(slope))) },
  around: (panel, rectangle) => numbers.constant(of.around(panel, rectangle)),
  sizes: ({ value, slopes }) =>
    [value, ...slopes].map((part) => (part === undefined ? Number.NEGATIVE_INFINITY : Math.max(...of.sizes(part)))),
});

/** Duals over the numbers of another setting. `completed` gives an arithmetic of duals its integrals. */
export const dualSetting = <V>(
  of: Setting<V>,
  arithmetic: DualArithmetic<V>,
  completed: <B>(base: EnclosureArithmetic<B>, count: number) => DualArithmetic<B>,
  count: number,
): Setting<Dual<V>> => {
  const part = (value: V, power: number): V => of.spread(value, [power]);
  return {
    arithmetic,
    quick: dualRegions(of.quick, completed(of.quick.arithmetic, count)) as Regions<Dual<V>>,
    full: dualRegions(of.full, completed(of.full.arithmetic, count)) as Regions<Dual<V>>,
    sizes: ({ value, slopes }) =>
      [value, ...slopes].map((x) => (x === undefined ? Number.NEGATIVE_INFINITY : Math.max(...of.sizes(x)))),
    spread: ({ value, slopes }, [power = 0, ...powers]) => ({
      value: part(value, power),
      slopes: slopes.map((slope, k) => {
        const error = powers[k] ?? Number.NEGATIVE_INFINITY;
        return slope === undefined && error === Number.NEGATIVE_INFINITY
          ? undefined
          : part(slope ?? arithmetic.base.rational(rational(0)), error);
      }),
    }),
  };
};
