import type { Decimal } from 'decimal.js';
import type { EnclosureArithmetic } from './arithmetic.ts';
import { above0, below0, exactRational, greater, isZero, lesser } from './decimals.ts';
import { pointwise } from './pointwise.ts';
import { checkExponent, raise } from './power.ts';

/** All numbers from lo to hi, both decimal and exact. */
export interface Enclosure {
  readonly lo: Decimal;
  readonly hi: Decimal;
}

const largestDecimalExponent = 1e15;
const mostDigits = 480;

const construct = (digits: number): EnclosureArithmetic<Enclosure> => {
  const point = pointwise(digits);
  const { floor, ceil, work } = point;
  const [zero, one] = [point.exactly(0), point.exactly(1)];
  const minusOne = point.exactly(-1).lo;
  const halfPi: Enclosure = { lo: floor.div(point.pi.lo, 2), hi: ceil.div(point.pi.hi, 2) };

  const bounded = (x: Decimal): boolean => x.e < largestDecimalExponent && x.e > -largestDecimalExponent;

  const between = (lo: Decimal, hi: Decimal): Enclosure => {
    if (!bounded(lo) || !bounded(hi)) throw new RangeError('a product, quotient or power left the range of decimals');
    return { lo, hi };
  };

  /** An exact result is kept as one object, so that operations on exact numbers stay recognisable as such. */
  const add = (a: Enclosure, b: Enclosure): Enclosure => {
    if (isZero(a.lo) && isZero(a.hi)) return b;
    if (isZero(b.lo) && isZero(b.hi)) return a;
    const [lo, hi] = [floor.add(a.lo, b.lo), ceil.add(a.hi, b.hi)];
    return a.lo === a.hi && b.lo === b.hi && lo.eq(hi) ? { lo, hi: lo } : { lo, hi };
  };

  const neg = (a: Enclosure): Enclosure => {
    const hi = a.lo.neg();
    return { lo: a.lo === a.hi ? hi : a.hi.neg(), hi };
  };

  const mul = (a: Enclosure, b: Enclosure): Enclosure => {
    if ((isZero(a.lo) && isZero(a.hi)) || (isZero(b.lo) && isZero(b.hi))) return zero;
    if (a.lo === a.hi && b.lo === b.hi) {
      const [lo, hi] = [floor.mul(a.lo, b.lo), ceil.mul(a.lo, b.lo)];
      return lo.eq(hi) ? between(lo, lo) : between(lo, hi);
    }
    if (!below0(a.lo)) {
      if (!below0(b.lo)) return between(floor.mul(a.lo, b.lo), ceil.mul(a.hi, b.hi));
      if (!above0(b.hi)) return between(floor.mul(a.hi, b.lo), ceil.mul(a.lo, b.hi));
      return between(floor.mul(a.hi, b.lo), ceil.mul(a.hi, b.hi));
    }
    if (!above0(a.hi)) {
      if (!below0(b.lo)) return between(floor.mul(a.lo, b.hi), ceil.mul(a.hi, b.lo));
      if (!above0(b.hi)) return between(floor.mul(a.hi, b.hi), ceil.mul(a.lo, b.lo));
      return between(floor.mul(a.lo, b.hi), ceil.mul(a.lo, b.lo));
    }
    if (!below0(b.lo)) return between(floor.mul(a.lo, b.hi), ceil.mul(a.hi, b.hi));
    if (!above0(b.hi)) return between(floor.mul(a.hi, b.lo), ceil.mul(a.lo, b.lo));
    return between(
      lesser(floor.mul(a.lo, b.hi), floor.mul(a.hi, b.lo)),
      greater(ceil.mul(a.lo, b.lo), ceil.mul(a.hi, b.hi)),
    );
  };

  const div = (a: Enclosure, b: Enclosure): Enclosure => {
    if (above0(b.lo)) {
      const lo = floor.div(a.lo, below0(a.lo) ? b.lo : b.hi);
      const hi = ceil.div(a.hi, below0(a.hi) ? b.hi : b.lo);
      return a.lo === a.hi && b.lo === b.hi && lo.eq(hi) ? between(lo, lo) : between(lo, hi);
    }
    if (below0(b.hi)) return div(neg(a), neg(b));
    throw new RangeError('division by an enclosure that contains 0');
  };

  const abs = (a: Enclosure): Enclosure => {
    if (!below0(a.lo)) return a;
    if (!above0(a.hi)) return neg(a);
    return { lo: zero.lo, hi: greater(a.lo.neg(), a.hi) };
  };

  const productBelow = (x: Decimal, y: Decimal): Decimal => floor.mul(x, y);
  const productAbove = (x: Decimal, y: Decimal): Decimal => ceil.mul(x, y);

  const pow = (a: Enclosure, n: number): Enclosure => {
    checkExponent(n);
    if (n === 0) return one;
    if (n < 0) return div(one, pow(a, -n));
    if (n === 1) return a;
    if (n % 2 !== 0 && below0(a.lo)) {
      const low = raise(a.lo.neg(), n, productAbove).neg();
      const high = above0(a.hi) ? raise(a.hi, n, productAbove) : raise(a.hi.neg(), n, productBelow).neg();
      return a.lo === a.hi && low.eq(high) ? between(low, low) : between(low, high);
    }
    const { lo, hi } = abs(a);
    const [low, high] = [raise(lo, n, productBelow), raise(hi, n, productAbove)];
    return lo === hi && low.eq(high) ? between(low, low) : between(low, high);
  };

  const sqrt = (a: Enclosure): Enclosure => {
    if (below0(a.hi)) throw new RangeError('square root of an enclosure of negative numbers');
    const hi = ceil.sqrt(a.hi);
    if (!above0(a.lo)) return { lo: isZero(hi) ? hi : zero.lo, hi };
    const lo = floor.sqrt(a.lo);
    return a.lo === a.hi && lo.eq(hi) ? { lo, hi: lo } : { lo, hi };
  };

  const increasing = (f: (x: Decimal) => Enclosure, a: Enclosure): Enclosure =>
    a.lo === a.hi ? f(a.lo) : { lo: f(a.lo).lo, hi: f(a.hi).hi };

  /** sin and cos: largest where x / (pi/2) is `top` modulo 4, smallest two steps further. */
  const wave = (f: (x: Decimal) => Enclosure, top: number, a: Enclosure): Enclosure => {
    if (a.lo === a.hi) return f(a.lo);
    const quarters = div(a, halfPi);
    const [first, last] = [work.ceil(quarters.lo), work.floor(quarters.hi)];
    const more = work.sub(last, first).toNumber();
    if (!(more < 3)) return { lo: minusOne, hi: one.hi };
    const [p, q] = [f(a.lo), f(a.hi)];
    let [lo, hi] = [lesser(p.lo, q.lo), greater(p.hi, q.hi)];
    for (let k = 0; k <= more; k++) {
      const phase = (work.mod(first, 4).toNumber() + 4 + k - top) % 4;
      if (phase === 0) hi = one.hi;
      if (phase === 2) lo = minusOne;
    }
    return { lo, hi };
  };

  /** The ends of a within [-1, 1]: what lies outside is rounding, for the true number is known to lie inside. */
  const sine = (name: string, a: Enclosure): Enclosure => {
    if (a.lo.gt(1) || a.hi.lt(-1)) throw new RangeError(`${name} of an enclosure outside [-1, 1]`);
    const [lo, hi] = [greater(a.lo, minusOne), lesser(a.hi, one.lo)];
    return { lo, hi: a.lo === a.hi ? lo : hi };
  };

  return {
    rational: ({ numerator, denominator }) => {
      const [n, d] = [new work(numerator.toString()), new work(denominator.toString())];
      const [lo, hi] = [floor.div(n, d), ceil.div(n, d)];
      return lo.eq(hi) ? between(lo, lo) : between(lo, hi);
    },
    pi: () => point.pi,
    add,
    sub: (a, b) => add(a, neg(b)),
    mul,
    div,
    neg,
    abs,
    min: (a, b) => ({ lo: lesser(a.lo, b.lo), hi: lesser(a.hi, b.hi) }),
    max: (a, b) => ({ lo: greater(a.lo, b.lo), hi: greater(a.hi, b.hi) }),
    pow,
    sqrt,
    exp: (a) => increasing(point.exp, a),
    log: (a) => {
      if (!above0(a.lo)) throw new RangeError('logarithm of an enclosure that contains 0 or negative numbers');
      return increasing(point.log, a);
    },
    sin: (a) => wave(point.sin, 1, a),
    cos: (a) => wave(point.cos, 0, a),
    sinh: (a) => increasing(point.sinh, a),
    cosh: (a) => increasing(point.cosh, abs(a)),
    tanh: (a) => increasing(point.tanh, a),
    atan: (a) => increasing(point.atan, a),
    asin: (a) => increasing(point.asin, sine('asin', a)),
    acos: (a) => neg(increasing((x) => neg(point.acos(x)), sine('acos', a))),
    hull: (a, b) => ({ lo: lesser(a.lo, b.lo), hi: greater(a.hi, b.hi) }),
    sign: ({ lo, hi }) => (above0(lo) ? 1 : below0(hi) ? -1 : isZero(lo) && isZero(hi) ? 0 : undefined),
    overlap: (a, b) => a.lo.lte(b.hi) && b.lo.lte(a.hi),
    within: (a, b) => a.lo.gte(b.lo) && a.hi.lte(b.hi),
    relativeWidth: ({ lo, hi }) => {
      if (lo.eq(hi)) return 0;
      const ratio = ceil.div(ceil.sub(hi, lo), greater(lo.abs(), hi.abs())).toNumber();
      return Math.min(2, ratio * (1 + Number.EPSILON) + Number.MIN_VALUE);
    },
    middle: ({ lo, hi }) => work.div(work.add(lo, hi), 2).toNumber(),
    ends: ({ lo, hi }) => {
      const low = exactRational(lo);
      return [low, lo === hi ? low : exactRational(hi)];
    },
  };
};

const known = new Map<number, EnclosureArithmetic<Enclosure>>();

/**
 * Rigorous arithmetic on decimal intervals, each end rounded outward to the given number of significant digits
 * (1 to 480: decimal.js stores 1025 digits of pi and needs up to twice the working precision of them).
 * An enclosure that only touches a forbidden region by its rounding is taken as inside: sqrt of [-1e-30, 4] is
 * [0, 2], asin and acos cut their argument to [-1, 1]. The true argument is known to lie in the domain of the formula;
 * an enclosure wholly outside throws. exp, sinh and cosh throw above 1e7 in magnitude (exp below it is near 0).
 */
export const enclosures = (digits: number): EnclosureArithmetic<Enclosure> => {
  if (!Number.isInteger(digits) || digits < 1 || digits > mostDigits)
    throw new RangeError(`expected between 1 and ${mostDigits} digits, got ${digits}`);
  const found = known.get(digits) ?? construct(digits);
  known.set(digits, found);
  return found;
};
