import type { EnclosureArithmetic } from '../../../number/arithmetic.ts';
import { type Ball, balls } from '../../../number/ball.ts';

/** A number by its enclosures: called with an arithmetic of any precision, it encloses the number there. SI units. */
export type Input = <T>(arithmetic: EnclosureArithmetic<T>) => T;

/**
 * One working precision. Frequencies are counted in units of the nuclear splitting omega0I from a place chosen by the
 * line; numbers are fixed-point integers of unit 2^-bits ("units" below), each with a bound of its error in units.
 */
export interface Frame {
  readonly bits: number;
  /** Rigorous arithmetic of some 25 digits more, for the few numbers that are not computed node by node. */
  readonly base: EnclosureArithmetic<Ball>;
  /** rad/s. */
  readonly omega0I: Ball;
}

export const frame = (bits: number, omega0I: Input): Frame => {
  const base = balls(Math.ceil(bits * Math.log10(2)) + 25);
  return { bits, base, omega0I: omega0I(base) };
};

/** A whole number, exactly. */
export const whole = ({ base }: Frame, n: number): Ball => base.rational({ numerator: BigInt(n), denominator: 1n });

/** What double-precision bounds are multiplied by: some twenty operations err by less, each by a few 2^-53. */
export const wide = 1 + 1e-9;

/** A fixed-point number within 2 units of every number of the enclosure. Throws a RangeError where it is too wide. */
export const fixed = ({ base, bits }: Frame, x: Ball): bigint => {
  const [lo, hi] = base.ends(x);
  const floor = (n: bigint, d: bigint): bigint => (n >= 0n ? n / d : -((-n + d - 1n) / d));
  const from = floor(lo.numerator << BigInt(bits), lo.denominator);
  const to = floor(hi.numerator << BigInt(bits), hi.denominator);
  if (to - from > 1n) throw new RangeError('expected inputs enclosed to 20 digits more than the working precision');
  return from;
};

/** Near the number, to binary64. */
export const float = ({ base }: Frame, x: Ball): number => base.middle(x);

/** 2^n for n of moderate size, by exact products. */
export const scale = (n: number): number => {
  let [value, rest, step] = [1, Math.abs(n), n < 0 ? 0.5 : 2];
  for (; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) value *= step;
    step *= step;
  }
  return value;
};

const fine = scale(-60);

/** A fixed-point number of at least 64 bits in binary64, to 2^-60 and to 2^-52 of its size. */
export const toFloat = (x: bigint, bits: number): number => Number(x >> BigInt(bits - 60)) * fine;

/** A whole binary64 multiple of 2^-40 (below 2^13), or one rounded to that grid, as a fixed-point number. */
export const onGrid = (x: number, bits: number): bigint => {
  const whole = BigInt(Math.round(x * scale(40)));
  return bits >= 40 ? whole << BigInt(bits - 40) : whole >> BigInt(40 - bits);
};

/** Every number from (value - error) to (value + error), both in units. */
export const ballOf = ({ base, bits }: Frame, value: bigint, error: number): Ball => {
  const denominator = 1n << BigInt(bits);
  const reach = BigInt(Math.ceil(error));
  const at = (numerator: bigint): Ball => base.rational({ numerator, denominator });
  return reach === 0n ? at(value) : base.hull(at(value - reach), at(value + reach));
};
