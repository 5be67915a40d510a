import type { Arithmetic, EnclosureArithmetic } from './arithmetic.ts';
import { checkExponent } from './power.ts';
import { rational } from './rational.ts';

/**
 * Coefficients c0..cN of a power series in one variable, cut off after its N-th power. A shorter array stands for
 * trailing coefficients that are exactly 0, so that a constant is an array of length 1.
 */
export type Series<T> = readonly T[];

/** What an arithmetic may offer to make series fast: one sum of products in place of many small operations. */
export interface Convolving<T> {
  /** Encloses the sum of a_j b_(k-j) for j from first to last, where first <= last and all these exist. */
  convolve(a: Series<T>, b: Series<T>, k: number, first: number, last: number): T;
}

export interface SeriesArithmetic<T> extends Arithmetic<Series<T>> {
  /** center + u, u being the variable of the series. */
  variable(center: T): Series<T>;
  constant(value: T): Series<T>;
}

const stepwise =
  <T>({ add, mul }: EnclosureArithmetic<T>): Convolving<T>['convolve'] =>
  (a, b, k, first, last) => {
    let sum = mul(a[first] as T, b[k - first] as T);
    for (let j = first + 1; j <= last; j++) sum = add(sum, mul(a[j] as T, b[k - j] as T));
    return sum;
  };

const construct = <T>(base: EnclosureArithmetic<T> & Partial<Convolving<T>>, order: number): SeriesArithmetic<T> => {
  const length = order + 1;
  const integers = Array.from({ length: length + 1 }, (_, k) => base.rational(rational(k)));
  const integer = (k: number): T => integers[k] as T;
  const [zero, one, two] = [integer(0), base.rational(rational(1)), base.rational(rational(2))];
  const unit: Series<T> = [one];
  const at = (a: Series<T>, k: number): T => a[k] as T;

  const neg = (a: Series<T>): Series<T> => a.map(base.neg);

  const add = (a: Series<T>, b: Series<T>): Series<T> => {
    const [long, short] = a.length >= b.length ? [a, b] : [b, a];
    const sum = long.slice();
    for (let k = 0; k < short.length; k++) sum[k] = base.add(at(a, k), at(b, k));
    return sum;
  };

  const sub = (a: Series<T>, b: Series<T>): Series<T> => {
    const difference = a.slice();
    for (let k = 0; k < b.length; k++) difference[k] = k < a.length ? base.sub(at(a, k), at(b, k)) : base.neg(at(b, k));
    return difference;
  };

  const products = base.convolve ?? stepwise(base);

  /** Sum of a_j b_(k-j) for j from `first` to `last`, as far as both have coefficients; undefined when that is none. */
  const convolve = (a: Series<T>, b: Series<T>, k: number, first: number, last: number): T | undefined => {
    const from = Math.max(first, k - b.length + 1);
    const to = Math.min(last, a.length - 1);
    return from > to ? undefined : products(a, b, k, from, to);
  };

  const square = (a: Series<T>): Series<T> => {
    const result: T[] = [base.pow(at(a, 0), 2)];
    for (let k = 1; k < Math.min(length, 2 * a.length - 1); k++) {
      const pairs = convolve(a, a, k, 0, (k - 1) >> 1);
      const half = pairs === undefined ? zero : base.add(pairs, pairs);
      result.push(k % 2 === 0 && k / 2 < a.length ? base.add(half, base.pow(at(a, k / 2), 2)) : half);
    }
    return result;
  };

  const mul = (a: Series<T>, b: Series<T>): Series<T> => {
    if (a === b) return square(a);
    const result: T[] = [base.mul(at(a, 0), at(b, 0))];
    for (let k = 1; k < Math.min(length, a.length + b.length - 1); k++) result.push(convolve(a, b, k, 0, k) ?? zero);
    return result;
  };

  const div = (a: Series<T>, b: Series<T>): Series<T> => {
    const b0 = at(b, 0);
    if (b.length === 1) return a.map((x) => base.div(x, b0));
    const quotient: T[] = [];
    for (let k = 0; k < length; k++) {
      const known = convolve(b, quotient, k, 1, k);
      const rest = known === undefined ? at(a, k) : k < a.length ? base.sub(at(a, k), known) : base.neg(known);
      quotient.push(base.div(rest, b0));
    }
    return quotient;
  };

  /** k a_k in place of a_k: u times the derivative. */
  const weighted = (a: Series<T>): Series<T> => a.map((x, k) => (k === 0 ? zero : base.mul(x, integer(k))));

  const derivative = (a: Series<T>): Series<T> => weighted(a).slice(1);

  const primitive = (constant: T, slope: Series<T>): Series<T> => [
    constant,
    ...slope.slice(0, order).map((x, k) => base.div(x, integer(k + 1))),
  ];

  const pow = (a: Series<T>, n: number): Series<T> => {
    checkExponent(n);
    if (a.length === 1) return [base.pow(at(a, 0), n)];
    if (n === 0) return unit;
    if (n < 0) return div(unit, pow(a, -n));
    if (n === 1) return a;
    if (n === 2) return square(a);
    const even = square(pow(a, Math.floor(n / 2)));
    const result = n % 2 === 0 ? even : mul(even, a);
    return [base.pow(at(a, 0), n), ...result.slice(1)];
  };

  const sqrt = (a: Series<T>): Series<T> => {
    const root = [base.sqrt(at(a, 0))];
    if (a.length === 1) return root;
    const twice = base.mul(two, at(root, 0));
    for (let k = 1; k < length; k++) {
      const known = convolve(root, root, k, 1, k - 1);
      const rest =
        k < a.length ? (known === undefined ? at(a, k) : base.sub(at(a, k), known)) : base.neg(known ?? zero);
      root.push(base.div(rest, twice));
    }
    return root;
  };

  const exp = (a: Series<T>): Series<T> => {
    const result = [base.exp(at(a, 0))];
    if (a.length === 1) return result;
    const slope = weighted(a);
    for (let k = 1; k < length; k++) result.push(base.div(convolve(slope, result, k, 1, k) ?? zero, integer(k)));
    return result;
  };

  /** A pair with s' = c a' and c' = s a' (hyperbolic) or c' = -s a' (circular). */
  const pair = (a: Series<T>, s0: T, c0: T, turn: (x: T) => T): readonly [Series<T>, Series<T>] => {
    const [s, c, slope] = [[s0], [c0], weighted(a)];
    for (let k = 1; k < length && a.length > 1; k++) {
      const ds = convolve(slope, c, k, 1, k) ?? zero;
      const dc = convolve(slope, s, k, 1, k) ?? zero;
      s.push(base.div(ds, integer(k)));
      c.push(turn(base.div(dc, integer(k))));
    }
    return [s, c];
  };

  // sin and cos (sinh and cosh) of one argument are usually wanted together: the last pair is kept.
  let circularOf: Series<T> | undefined;
  let circularPair: readonly [Series<T>, Series<T>] = [unit, unit];
  const circular = (a: Series<T>): readonly [Series<T>, Series<T>] => {
    if (a !== circularOf) circularPair = pair(a, base.sin(at(a, 0)), base.cos(at(a, 0)), base.neg);
    circularOf = a;
    return circularPair;
  };

  const hyperbolic = (a: Series<T>): readonly [Series<T>, Series<T>] =>
    pair(a, base.sinh(at(a, 0)), base.cosh(at(a, 0)), (x) => x);

  /** t' = (1 - t^2) a', which cannot overflow as sinh/cosh would. */
  const tanh = (a: Series<T>): Series<T> => {
    const t = [base.tanh(at(a, 0))];
    if (a.length === 1) return t;
    const [rest, slope] = [[base.sub(one, base.pow(at(t, 0), 2))], weighted(a)];
    for (let k = 1; k < length; k++) {
      t.push(base.div(convolve(slope, rest, k, 1, k) ?? zero, integer(k)));
      rest.push(base.neg(convolve(t, t, k, 0, k) ?? zero));
    }
    return t;
  };

  const arcsine = (constant: T, a: Series<T>): Series<T> =>
    primitive(constant, div(derivative(a), sqrt(mul(sub(unit, a), add(unit, a)))));

  /** The sign of a number that decides which branch a series follows. */
  const certain = (name: string, x: T): -1 | 1 => {
    const s = base.sign(x);
    if (s === undefined || s === 0) throw new RangeError(`${name} of series where an enclosure contains 0`);
    return s;
  };

  const order2 = (name: string, a: Series<T>, b: Series<T>): -1 | 1 =>
    certain(`${name} of a difference`, base.sub(at(a, 0), at(b, 0)));

  const flat = (a: Series<T>, b: Series<T>): boolean => a.length === 1 && b.length === 1;

  return {
    variable: (center) => (order === 0 ? [center] : [center, one]),
    constant: (value) => [value],
    rational: (value) => [base.rational(value)],
    pi: () => [base.pi()],
    add,
    sub,
    mul,
    div,
    neg,
    abs: (a) => (a.length === 1 ? [base.abs(at(a, 0))] : certain('abs', at(a, 0)) > 0 ? a : neg(a)),
    min: (a, b) => (flat(a, b) ? [base.min(at(a, 0), at(b, 0))] : order2('min', a, b) < 0 ? a : b),
    max: (a, b) => (flat(a, b) ? [base.max(at(a, 0), at(b, 0))] : order2('max', a, b) > 0 ? a : b),
    pow,
    sqrt,
    exp,
    log: (a) => (a.length === 1 ? [base.log(at(a, 0))] : primitive(base.log(at(a, 0)), div(derivative(a), a))),
    sin: (a) => circular(a)[0],
    cos: (a) => circular(a)[1],
    sinh: (a) => (a.length === 1 ? [base.sinh(at(a, 0))] : hyperbolic(a)[0]),
    cosh: (a) => (a.length === 1 ? [base.cosh(at(a, 0))] : hyperbolic(a)[1]),
    tanh,
    atan: (a) =>
      a.length === 1 ? [base.atan(at(a, 0))] : primitive(base.atan(at(a, 0)), div(derivative(a), add(unit, square(a)))),
    asin: (a) => (a.length === 1 ? [base.asin(at(a, 0))] : arcsine(base.asin(at(a, 0)), a)),
    acos: (a) => (a.length === 1 ? [base.acos(at(a, 0))] : neg(arcsine(base.neg(base.acos(at(a, 0))), a))),
  };
};

const known = new WeakMap<object, Map<number, unknown>>();

/**
 * Power series with order + 1 coefficients over any arithmetic of enclosures. With c0 = center the coefficients
 * enclose the Taylor coefficients f^(k)(center)/k!; with an interval as center they enclose those at each of its
 * points. abs, min and max need the sign of the constant term (of the difference) to be certain; sqrt, log, division
 * need a constant term away from 0, asin and acos away from -1 and 1: all throw a RangeError otherwise, also where
 * numerator and denominator vanish together.
 */
export const series = <T>(base: EnclosureArithmetic<T>, order: number): SeriesArithmetic<T> => {
  if (!Number.isInteger(order) || order < 0) throw new RangeError(`expected an order of 0 or more, got ${order}`);
  const orders = known.get(base) ?? new Map<number, unknown>();
  known.set(base, orders);
  const found = (orders.get(order) as SeriesArithmetic<T> | undefined) ?? construct(base, order);
  orders.set(order, found);
  return found;
};
