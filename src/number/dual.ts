import type { EnclosureArithmetic } from './arithmetic.ts';
import { checkExponent } from './power.ts';
import { rational } from './rational.ts';

/** A value and its derivatives with respect to some parameters; undefined stands for a derivative that is exactly 0. */
export interface Dual<T> {
  readonly value: T;
  readonly slopes: readonly (T | undefined)[];
}

export interface DualArithmetic<T> extends EnclosureArithmetic<Dual<T>> {
  readonly base: EnclosureArithmetic<T>;
  constant(value: T): Dual<T>;
  /** The parameter of that number, counted from 0. */
  variable(value: T, index: number): Dual<T>;
}

const construct = <T>(base: EnclosureArithmetic<T>, count: number): DualArithmetic<T> => {
  const [one, two] = [base.rational(rational(1)), base.rational(rational(2))];
  const none: readonly undefined[] = Array.from({ length: count }, () => undefined);
  const constant = (value: T): Dual<T> => ({ value, slopes: none });
  const isConstant = ({ slopes }: Dual<T>): boolean => slopes === none;

  /** value with the slopes of a times a factor, which is found only when it is wanted. */
  const chained = (value: T, a: Dual<T>, factor: () => T): Dual<T> => {
    if (isConstant(a)) return constant(value);
    const by = factor();
    return { value, slopes: a.slopes.map((slope) => slope && base.mul(by, slope)) };
  };
  const joined = (
    value: T,
    a: Dual<T>,
    b: Dual<T>,
    join: (x: T | undefined, y: T | undefined) => T | undefined,
  ): Dual<T> =>
    isConstant(a) && isConstant(b) ? constant(value) : { value, slopes: a.slopes.map((x, k) => join(x, b.slopes[k])) };
  const sum = (x: T | undefined, y: T | undefined): T | undefined =>
    x === undefined ? y : y === undefined ? x : base.add(x, y);
  const times = (x: T | undefined, y: T): T | undefined => x && base.mul(x, y);

  const neg = (a: Dual<T>): Dual<T> => ({
    value: base.neg(a.value),
    slopes: isConstant(a) ? none : a.slopes.map((x) => x && base.neg(x)),
  });
  const add = (a: Dual<T>, b: Dual<T>): Dual<T> => joined(base.add(a.value, b.value), a, b, sum);
  const sub = (a: Dual<T>, b: Dual<T>): Dual<T> =>
    joined(base.sub(a.value, b.value), a, b, (x, y) =>
      y === undefined ? x : x === undefined ? base.neg(y) : base.sub(x, y),
    );
  const mul = (a: Dual<T>, b: Dual<T>): Dual<T> =>
    joined(base.mul(a.value, b.value), a, b, (x, y) => sum(times(x, b.value), times(y, a.value)));
  /** (a/b)' = (a' - (a/b) b')/b */
  const div = (a: Dual<T>, b: Dual<T>): Dual<T> => {
    const value = base.div(a.value, b.value);
    return joined(value, a, b, (x, y) => {
      const rest = y === undefined ? x : sum(x, base.neg(base.mul(value, y)));
      return rest && base.div(rest, b.value);
    });
  };
  const pow = (a: Dual<T>, n: number): Dual<T> => {
    checkExponent(n);
    if (n === 0) return constant(base.pow(a.value, 0));
    return chained(base.pow(a.value, n), a, () => base.mul(base.rational(rational(n)), base.pow(a.value, n - 1)));
  };
  const sqrt = (a: Dual<T>): Dual<T> => {
    const value = base.sqrt(a.value);
    return chained(value, a, () => base.div(one, base.mul(two, value)));
  };
  const exp = (a: Dual<T>): Dual<T> => {
    const value = base.exp(a.value);
    return chained(value, a, () => value);
  };
  const tanh = (a: Dual<T>): Dual<T> => {
    const value = base.tanh(a.value);
    return chained(value, a, () => base.mul(base.sub(one, value), base.add(one, value)));
  };
  /** Slope of asin, of either sign for acos. */
  const arc = (value: T, a: Dual<T>, by: T): Dual<T> =>
    chained(value, a, () => base.div(by, base.sqrt(base.mul(base.sub(one, a.value), base.add(one, a.value)))));

  /** The sign of a value whose slopes follow one branch. */
  const certain = (x: T): -1 | 0 | 1 => {
    const sign = base.sign(x);
    if (sign === undefined) throw new RangeError('a derivative where an enclosure does not tell which branch holds');
    return sign;
  };
  const abs = (a: Dual<T>): Dual<T> => {
    if (isConstant(a)) return constant(base.abs(a.value));
    const sign = certain(a.value);
    if (sign === 0) throw new RangeError('a derivative of abs at 0');
    return sign > 0 ? a : neg(a);
  };
  const chosen =
    (pick: (x: T, y: T) => T, wanted: -1 | 1) =>
    (a: Dual<T>, b: Dual<T>): Dual<T> => {
      if (a === b) return a;
      if (isConstant(a) && isConstant(b)) return constant(pick(a.value, b.value));
      const sign = certain(base.sub(a.value, b.value));
      if (sign === 0) throw new RangeError('a derivative where the larger of two equal numbers is wanted');
      return sign === wanted ? a : b;
    };

  const everyPair = (a: Dual<T>, b: Dual<T>, holds: (x: T, y: T) => boolean): boolean => {
    const zero = base.rational(rational(0));
    return holds(a.value, b.value) && a.slopes.every((x, k) => holds(x ?? zero, b.slopes[k] ?? zero));
  };

  return {
    base,
    constant,
    variable: (value, index) => ({ value, slopes: none.map((_, k) => (k === index ? one : undefined)) }),
    rational: (value) => constant(base.rational(value)),
    pi: () => constant(base.pi()),
    add,
    sub,
    mul,
    div,
    neg,
    abs,
    min: chosen(base.min, -1),
    max: chosen(base.max, 1),
    pow,
    sqrt,
    exp,
    log: (a) => chained(base.log(a.value), a, () => base.div(one, a.value)),
    sin: (a) => chained(base.sin(a.value), a, () => base.cos(a.value)),
    cos: (a) => chained(base.cos(a.value), a, () => base.neg(base.sin(a.value))),
    sinh: (a) => chained(base.sinh(a.value), a, () => base.cosh(a.value)),
    cosh: (a) => chained(base.cosh(a.value), a, () => base.sinh(a.value)),
    tanh,
    atan: (a) => chained(base.atan(a.value), a, () => base.div(one, base.add(one, base.pow(a.value, 2)))),
    asin: (a) => arc(base.asin(a.value), a, one),
    acos: (a) => arc(base.acos(a.value), a, base.neg(one)),
    hull: (a, b) => {
      const zero = base.rational(rational(0));
      return joined(base.hull(a.value, b.value), a, b, (x, y) =>
        x === undefined && y === undefined ? undefined : base.hull(x ?? zero, y ?? zero),
      );
    },
    sign: ({ value }) => base.sign(value),
    overlap: (a, b) => everyPair(a, b, base.overlap),
    within: (a, b) => everyPair(a, b, base.within),
    relativeWidth: ({ value, slopes }) =>
      Math.max(
        base.relativeWidth(value),
        ...slopes.map((slope) => (slope === undefined ? 0 : base.relativeWidth(slope))),
      ),
    middle: ({ value }) => base.middle(value),
    ends: ({ value }) => base.ends(value),
  };
};

const known = new WeakMap<object, Map<number, unknown>>();

/**
 * Values with first derivatives with respect to `count` parameters, over any arithmetic of enclosures, complex ones too:
 * the derivatives of a formula enclose those at every point of the parameters' enclosures, as long as its branches are
 * certain. Where they are not (abs, min, max of numbers not told apart), and where a root or an arcsine has an infinite
 * slope, a RangeError is thrown; where a formula's cases are not told apart the hull of both is the caller's (it contains
 * the derivative wherever there is one).
 * sign, middle and ends are those of the value.
 */
export const duals = <T>(base: EnclosureArithmetic<T>, count = 1): DualArithmetic<T> => {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`expected 1 parameter or more, got ${count}`);
  const counts = known.get(base) ?? new Map<number, unknown>();
  known.set(base, counts);
  const found = (counts.get(count) as DualArithmetic<T> | undefined) ?? construct(base, count);
  counts.set(count, found);
  return found;
};
