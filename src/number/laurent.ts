import type { Arithmetic, EnclosureArithmetic } from './arithmetic.ts';
import { raise } from './power.ts';
import { power, rational } from './rational.ts';
import { type Series, series } from './taylor.ts';

/** x^valuation times a truncated power series: what formulas that diverge or vanish at 0 are expanded in. */
export interface Laurent<T> {
  readonly valuation: number;
  readonly series: Series<T>;
}

export interface LaurentArithmetic<T> extends Arithmetic<Laurent<T>> {
  variable(): Laurent<T>;
  constant(value: T): Laurent<T>;
  /** The same with a first coefficient other than 0; undefined where all coefficients count as 0. */
  leading(a: Laurent<T>): Laurent<T> | undefined;
}

/**
 * Laurent series over enclosures, to `order` terms beyond the first. A leading coefficient counts as 0 when its
 * enclosure contains 0 and is smaller than 10^-zeroDigits of the largest coefficient; that is a judgement, not a proof,
 * and whoever needs certainty repeats it with more digits. Throws a RangeError where the quotient of two series, or a
 * function of a diverging one, is not a Laurent series.
 */
export const laurent = <T>(base: EnclosureArithmetic<T>, order: number, zeroDigits: number): LaurentArithmetic<T> => {
  const s = series(base, order);
  const zero = base.rational(rational(0));
  const tiny = base.rational(power(rational(10), -zeroDigits));
  /** The largest number that an interval of non-negative numbers may be, as a point. */
  const top = (x: T): T => base.rational(base.ends(x)[1]);
  const isAbove = (x: T, y: T): boolean => base.sign(base.sub(x, y)) === 1;

  const leading = (a: Laurent<T>): Laurent<T> | undefined => {
    const sizes = a.series.map((c) => base.abs(c));
    const largest = sizes.map(top).reduce((x, y) => (isAbove(y, x) ? y : x), zero);
    const bound = base.mul(tiny, largest);
    const first = a.series.findIndex((c, k) => !base.overlap(c, zero) || isAbove(top(sizes[k] as T), bound));
    return first < 0 || base.sign(largest) === 0
      ? undefined
      : { valuation: a.valuation + first, series: a.series.slice(first) };
  };
  const normal = (a: Laurent<T>): Laurent<T> => {
    const found = leading(a);
    if (!found) throw new RangeError('division by a series that vanishes to its order');
    return found;
  };
  /** As a plain power series: for valuations of 0 and more. */
  const plain = (a: Laurent<T>): Series<T> => {
    if (a.valuation >= 0) return [...Array.from({ length: a.valuation }, () => zero), ...a.series].slice(0, order + 1);
    const found = leading(a);
    if (found && found.valuation < 0) throw new RangeError('a function of a series that diverges');
    return found ? plain(found) : [zero];
  };
  const regular =
    (f: (x: Series<T>) => Series<T>) =>
    (a: Laurent<T>): Laurent<T> => ({ valuation: 0, series: f(plain(a)) });
  const constant = (value: T): Laurent<T> => ({ valuation: 0, series: [value] });
  const add = (a: Laurent<T>, b: Laurent<T>): Laurent<T> => {
    const valuation = Math.min(a.valuation, b.valuation);
    const shifted = (x: Laurent<T>): Series<T> =>
      [...Array.from({ length: x.valuation - valuation }, () => zero), ...x.series].slice(0, order + 1);
    return { valuation, series: s.add(shifted(a), shifted(b)) };
  };
  const neg = (a: Laurent<T>): Laurent<T> => ({ valuation: a.valuation, series: s.neg(a.series) });
  const sub = (a: Laurent<T>, b: Laurent<T>): Laurent<T> => add(a, neg(b));
  const mul = (a: Laurent<T>, b: Laurent<T>): Laurent<T> => ({
    valuation: a.valuation + b.valuation,
    series: s.mul(a.series, b.series),
  });
  const div = (a: Laurent<T>, b: Laurent<T>): Laurent<T> => {
    const under = normal(b);
    return { valuation: a.valuation - under.valuation, series: s.div(a.series, under.series) };
  };
  const signOf = (a: Laurent<T>): 1 | -1 => {
    const sign = base.sign(normal(a).series[0] as T);
    if (sign !== 1 && sign !== -1) throw new RangeError('a series of unknown sign');
    return sign;
  };
  const one = constant(base.rational(rational(1)));
  const result: LaurentArithmetic<T> = {
    variable: () => ({ valuation: 1, series: [base.rational(rational(1))] }),
    constant,
    leading,
    rational: (value) => constant(base.rational(value)),
    pi: () => constant(base.pi()),
    add,
    sub,
    mul,
    div,
    neg,
    abs: (a) => (leading(a) && signOf(a) < 0 ? neg(a) : a),
    min: (a, b) => (signOf(sub(a, b)) < 0 ? a : b),
    max: (a, b) => (signOf(sub(a, b)) < 0 ? b : a),
    pow: (a, n) => (n === 0 ? one : n > 0 ? raise(a, n, mul) : div(one, raise(a, -n, mul))),
    sqrt: (a) => {
      const found = normal(a);
      if (found.valuation % 2 !== 0) throw new RangeError('the square root of an odd power');
      return { valuation: found.valuation / 2, series: s.sqrt(found.series) };
    },
    exp: regular(s.exp),
    log: regular(s.log),
    sin: regular(s.sin),
    cos: regular(s.cos),
    sinh: regular(s.sinh),
    cosh: regular(s.cosh),
    tanh: regular(s.tanh),
    // Where x goes to +-infinity, atan x = +-pi/2 - atan(1/x).
    atan: (a) => {
      const found = leading(a);
      if (!found || found.valuation >= 0) return regular(s.atan)(a);
      const right = constant(base.mul(base.rational(rational(signOf(found), 2)), base.pi()));
      return sub(right, regular(s.atan)(div(one, found)));
    },
    acos: regular(s.acos),
    asin: regular(s.asin),
  };
  return result;
};
