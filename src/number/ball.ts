import type { EnclosureArithmetic } from './arithmetic.ts';
import { field } from './ball-field.ts';
import { ballFunctions } from './ball-functions.ts';
import { asNumber, type Ball, exactly, interval, isExact, neg, sign, upward } from './ball-number.ts';
import { approximately, compareHighs, compareLows, exactly as exactRational, overlap } from './dyadic-number.ts';

export type { Ball } from './ball-number.ts';

const mostDigits = 10_000;

const construct = (digits: number): EnclosureArithmetic<Ball> => {
  const bits = Math.ceil(digits * Math.log2(10)) + 10;
  const { add, mul, div, abs, pow, sqrt, hull, fraction, relative } = field(bits);
  const { pi, ...functions } = ballFunctions(bits);

  const lesser = (a: Ball, b: Ball): Ball => chosen(a, b, -1);
  const greater = (a: Ball, b: Ball): Ball => chosen(a, b, 1);
  /** The greater (1) or lesser (-1) of both: one of the two where they do not overlap. */
  const chosen = (a: Ball, b: Ball, side: 1 | -1): Ball => {
    const [p, q] = [interval(a), interval(b)];
    const [lows, highs] = [compareLows(p, q) * side, compareHighs(p, q) * side];
    if (lows >= 0 && highs >= 0) return a;
    if (lows <= 0 && highs <= 0) return b;
    const [lo, hi] = [lows >= 0 ? p : q, highs >= 0 ? p : q];
    return hull(exactly(lo.lo, lo.exponent), exactly(hi.hi, hi.exponent));
  };

  return {
    rational: fraction,
    pi: () => pi,
    add,
    sub: (a, b) => add(a, neg(b)),
    mul,
    div,
    neg,
    abs,
    min: lesser,
    max: greater,
    pow,
    sqrt,
    ...functions,
    hull,
    sign,
    overlap: (a, b) => overlap(interval(a), interval(b)),
    within: (a, b) => compareLows(interval(a), interval(b)) >= 0 && compareHighs(interval(a), interval(b)) <= 0,
    relativeWidth: (a) => {
      if (isExact(a)) return 0;
      if (a.middle === 0n) return 2;
      const ratio = asNumber(relative(a));
      return Math.min(2, ((2 * ratio) / (1 + ratio)) * upward);
    },
    middle: ({ middle, exponent }) => approximately(middle, exponent),
    ends: (a) => {
      const { lo, hi, exponent } = interval(a);
      const first = exactRational(lo, exponent);
      return [first, lo === hi ? first : exactRational(hi, exponent)];
    },
  };
};

const known = new Map<number, EnclosureArithmetic<Ball>>();

/**
 * Rigorous ball arithmetic on BigInt: a middle of the given number of decimal digits (10 bits more) and a bound of the
 * distance to the true value. 1 to 10,000 digits. Made for numbers that are known well: an operation costs one of
 * integers, where intervals need two. A ball that is wide says less of its end nearer to 0 than an interval
 * (`dyadics`) does: 2^-30 of its radius. Elementary functions are computed with 24 bits more.
 * As with `dyadics` an enclosure that only touches a forbidden region by its rounding is taken as inside: sqrt of
 * [-1e-30, 4] is [0, 2], asin and acos cut their argument to [-1, 1], and a ball wholly outside throws. exp, sinh and
 * cosh throw above 1e7 in magnitude (exp below it is near 0), sin and cos above 2^3400.
 */
export const balls = (digits: number): EnclosureArithmetic<Ball> => {
  if (!Number.isInteger(digits) || digits < 1 || digits > mostDigits)
    throw new RangeError(`expected between 1 and ${mostDigits} digits, got ${digits}`);
  const found = known.get(digits) ?? construct(digits);
  known.set(digits, found);
  return found;
};
