import {
  asNumber,
  type Ball,
  type Bound,
  exactly,
  interval,
  isExact,
  isZero,
  leading,
  neg,
  none,
  one,
  plus,
  powerOfTwo,
  sign,
  upward,
  zero,
} from './ball-number.ts';
import { big, bitLength, type Dyadic, lengthOf, magnitude, rootAndRest, shiftDown } from './dyadic-number.ts';
import { checkExponent as checkPower, raise } from './power.ts';
import type { Rational } from './rational.ts';

/** Middles may grow by this many bits before they are cut back, so that sums are seldom rounded. */
const growth = 20;
const largestExponent = 2 ** 51;
/** A radius above 2^40 is cut back to about 2^30: what the middle has far below it says nothing. */
const [largestRadius, usualRadius] = [2 ** 40, 30];
/** Up to this many bits a product of two middles is a binary64 number. */
const short = 450;
const cutOff: Bound = [1, 0];
/** Relative radii up to which 1 less them is known to a few units of binary64, as `upward` asks. */
const nearZero = 3 / 4;
const leastRadius = 2 ** -60;

const checkExponent = (exponent: number): void => {
  if (exponent > largestExponent || exponent < -largestExponent)
    throw new RangeError('a product, quotient or power left the range of balls');
};

/**
 * Field operations on balls whose middle is kept to the given number of bits, or to the place of the radius where that
 * is more than 30 bits further up. All that is rounded is rounded up into the radius.
 */
export const field = (bits: number) => {
  const limit = 1n << BigInt(bits + growth);
  const minusLimit = -limit;
  const isShort = bits <= short;
  /** How far down a sum is exact. */
  const depth = bits + 32;

  /** (middle +- radius 2^scale) 2^exponent, rounded. */
  const make = (middle: bigint, radius: number, scale: number, exponent: number): Ball => {
    checkExponent(exponent);
    const isLong = middle >= limit || middle <= minusLimit;
    let shift = isLong ? bitLength(magnitude(middle)) - bits : 0;
    let reach = scale === shift ? radius : radius * powerOfTwo(scale - shift) * upward;
    if (reach > largestRadius) {
      shift = Math.ceil(Math.log2(radius)) + scale - usualRadius;
      reach = radius * powerOfTwo(scale - shift) * upward;
    }
    if (radius !== 0 && reach < leastRadius) reach = leastRadius;
    if (shift === 0) return { middle, radius: reach, exponent };
    const by = big(shift);
    const cut = middle >> by;
    if (radius !== 0 || cut << by !== middle) reach = (reach + 1) * upward;
    return { middle: cut, radius: reach, exponent: exponent + shift };
  };
  const rounded = (middle: bigint, [size, scale]: Bound, exponent: number): Ball => make(middle, size, scale, exponent);

  /** The ball from lo 2^exponent to hi 2^exponent, about the middle of the two. */
  const between = ({ lo, hi, exponent }: Dyadic): Ball => {
    if (lo === hi) return make(lo, 0, 0, exponent);
    const reach = hi - lo;
    const over = Math.max(0, bitLength(reach) - 50);
    return make(lo + hi, over === 0 ? Number(reach) : Number(reach >> big(over)) + 1, over, exponent - 1);
  };

  const add = (a: Ball, b: Ball): Ball => {
    const difference = a.exponent - b.exponent;
    if (difference === 0) return make(a.middle + b.middle, (a.radius + b.radius) * upward, 0, a.exponent);
    if (difference < 0) return add(b, a);
    if (isZero(a)) return b;
    if (isZero(b)) return a;
    if (difference <= depth) {
      const middle = (a.middle << big(difference)) + b.middle;
      if (difference > 900) return rounded(middle, plus([a.radius, difference], [b.radius, 0]), b.exponent);
      return make(middle, (a.radius * powerOfTwo(difference) + b.radius) * upward, 0, b.exponent);
    }
    // What b has further down goes into the radius.
    const down = difference - depth;
    const rest: Bound = [b.radius * powerOfTwo(-down) * upward + 1, 0];
    const middle = (a.middle << big(depth)) + shiftDown(b.middle, -down);
    return rounded(middle, plus([a.radius, depth], rest), b.exponent + down);
  };

  const mul = (a: Ball, b: Ball): Ball => {
    const exponent = a.exponent + b.exponent;
    const middle = a.middle * b.middle;
    if (isExact(a) && isExact(b)) return middle === 0n ? zero : make(middle, 0, 0, exponent);
    if (isZero(a) || isZero(b)) return zero;
    if (isShort) {
      const [x, y] = [Math.abs(Number(a.middle)), Math.abs(Number(b.middle))];
      const radius = (x * b.radius + y * a.radius + a.radius * b.radius) * upward;
      // The usual case, without looking at the product itself: cut back by what its factors say of its length.
      const shift = lengthOf(x * y) - bits;
      const reach = radius * powerOfTwo(-shift) * upward;
      if (shift <= growth || reach > largestRadius || reach < leastRadius) return make(middle, radius, 0, exponent);
      checkExponent(exponent);
      return { middle: middle >> big(shift), radius: (reach + 1) * upward, exponent: exponent + shift };
    }
    const first = plus(times(a.middle, [b.radius, 0]), times(b.middle, [a.radius, 0]));
    return rounded(middle, plus(first, [a.radius * b.radius, 0]), exponent);
  };

  /** radius/|middle|, for a middle that is not 0. */
  const relative = ({ middle, radius }: Ball): Bound => {
    if (radius === 0) return none;
    const [fraction, length] = leading(middle);
    return [(radius / fraction) * upward, -length];
  };
  /** A bound relative to the size of x. */
  const times = (x: bigint, [radius, scale]: Bound): Bound => {
    if (radius === 0 || x === 0n) return none;
    const [fraction, length] = leading(x);
    return [radius * fraction * upward, scale + length];
  };
  /** 0 +- radius over b: all that lies within the largest ratio. */
  const ratioAroundZero = (a: Ball, b: Ball): Ball => {
    const { lo, hi, exponent } = interval(div(exactly(BigInt(Math.ceil(a.radius)), a.exponent), b));
    const reach = hi > -lo ? hi : -lo;
    return between({ lo: -reach, hi: reach, exponent });
  };

  /** With relative errors p and q of a and b, that of a/b is at most (p + q)/(1 - q); the ratio is cut off to `middle`. */
  const div = (a: Ball, b: Ball): Ball => {
    if (!sign(b)) throw new RangeError('division by an enclosure that contains 0');
    if (isZero(a)) return zero;
    if (a.middle === 0n) return ratioAroundZero(a, b);
    const [x, y] = [magnitude(a.middle), magnitude(b.middle)];
    const shift = Math.max(0, bits + 2 + bitLength(y) - bitLength(x));
    const over = a.middle << big(shift);
    const middle = over / b.middle;
    const exponent = a.exponent - b.exponent - shift;
    if (isExact(a) && isExact(b)) return make(middle, middle * b.middle === over ? 0 : 1, 0, exponent);
    // Where b is wide its ends tell.
    if (isShort) {
      const [p, q] = [a.radius / Number(x), b.radius / Number(y)];
      if (q > nearZero) return ratioOfEnds(a, b);
      return make(middle, (Math.abs(Number(middle)) + 1) * ((p + q) / (1 - q)) * upward + 1, 0, exponent);
    }
    const fromB = relative(b);
    const q = asNumber(fromB);
    if (q > nearZero) return ratioOfEnds(a, b);
    const [size, scale] = plus(relative(a), fromB);
    const error: Bound = [(size / (1 - q)) * upward, scale];
    return rounded(middle, plus(plus(times(middle, error), error), cutOff), exponent);
  };

  const ratioOfEnds = (a: Ball, b: Ball): Ball => {
    const [over, under] = [interval(a), interval(b)];
    return [over.lo, over.hi]
      .flatMap((n) => [under.lo, under.hi].map((d) => div(exactly(n, a.exponent), exactly(d, b.exponent))))
      .reduce(hull);
  };

  const hull = (a: Ball, b: Ball): Ball => {
    if (isZero(a) && a.exponent !== b.exponent) return hull({ ...a, exponent: b.exponent }, b);
    if (isZero(b) && a.exponent !== b.exponent) return hull(a, { ...b, exponent: a.exponent });
    const [p, q] = a.exponent >= b.exponent ? [interval(a), interval(b)] : [interval(b), interval(a)];
    const difference = p.exponent - q.exponent;
    // The ends of the lower one, rounded outward where they reach too far down.
    const down = Math.max(0, difference - depth);
    const up = big(difference - down);
    const by = big(down);
    const [lo, hi, low, high] = [p.lo << up, p.hi << up, q.lo >> by, -(-q.hi >> by)];
    return between({ lo: lo < low ? lo : low, hi: hi > high ? hi : high, exponent: q.exponent + down });
  };

  /** With relative error p of a that of its root is at most p/(1 + sqrt(1 - p)). */
  const sqrt = (a: Ball): Ball => {
    const positive = sign(a);
    if (positive === -1) throw new RangeError('square root of an enclosure of negative numbers');
    if (positive === 0) return zero;
    if (positive === undefined) return rootsOfEnds(a);
    const enough = Math.max(0, 2 * bits + 2 - bitLength(a.middle));
    const shift = (a.exponent - enough) % 2 === 0 ? enough : enough + 1;
    const [root, rest] = rootAndRest(a.middle << big(shift));
    const exponent = (a.exponent - shift) / 2;
    if (isExact(a)) return make(root, rest === 0n ? 0 : 1, 0, exponent);
    if (isShort) {
      const p = a.radius / Number(a.middle);
      if (p > nearZero) return rootsOfEnds(a);
      return make(root, ((Number(root) * p) / (1 + Math.sqrt(1 - p))) * upward + 1, 0, exponent);
    }
    const error = relative(a);
    const p = asNumber(error);
    if (p > nearZero) return rootsOfEnds(a);
    const left = Math.sqrt(1 - p);
    return rounded(root, plus(times(root, [(error[0] / (1 + left)) * upward, error[1]]), cutOff), exponent);
  };

  const rootsOfEnds = (a: Ball): Ball => {
    const { lo, hi, exponent } = interval(a);
    return hull(lo > 0n ? sqrt(exactly(lo, exponent)) : zero, sqrt(exactly(hi, exponent)));
  };

  const abs = (a: Ball): Ball => {
    const known = sign(a);
    if (known !== undefined) return known < 0 ? neg(a) : a;
    const { lo, hi, exponent } = interval(a);
    return between({ lo: 0n, hi: hi > -lo ? hi : -lo, exponent });
  };

  const pow = (a: Ball, n: number): Ball => {
    checkPower(n);
    if (n === 0) return one;
    if (n < 0) return div(one, pow(a, -n));
    if (n === 1) return a;
    if (n === 2 && sign(a) !== undefined) return mul(a, a);
    if (sign(a) !== undefined) return raise(a, n, mul);
    const { lo, hi, exponent } = interval(a);
    const [first, last] = [raise(exactly(lo, exponent), n, mul), raise(exactly(hi, exponent), n, mul)];
    return n % 2 === 0 ? hull(zero, hull(first, last)) : hull(first, last);
  };

  const fraction = ({ numerator, denominator }: Rational): Ball => {
    const power = bitLength(denominator) - 1;
    if (denominator === 1n << big(power)) return make(numerator, 0, 0, -power);
    return div(exactly(numerator, 0), exactly(denominator, 0));
  };

  return { rounded, between, add, mul, div, sqrt, abs, pow, hull, fraction, relative, times };
};
