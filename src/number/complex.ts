import type { EnclosureArithmetic } from './arithmetic.ts';
import { type Complex, complexFunctions, refusals } from './complex-functions.ts';
import { checkExponent, raise } from './power.ts';
import { rational } from './rational.ts';

export type { Complex } from './complex-functions.ts';

export interface ComplexArithmetic<T> extends EnclosureArithmetic<Complex<T>> {
  readonly base: EnclosureArithmetic<T>;
  /** The real numbers of an enclosure. */
  real(x: T): Complex<T>;
  /** Whether the imaginary part is known to be 0: then the number does not depend on a variable that runs over a region. */
  isReal(a: Complex<T>): boolean;
}

const construct = <T>(base: EnclosureArithmetic<T>): ComplexArithmetic<T> => {
  const [zero, one] = [base.rational(rational(0)), base.rational(rational(1))];
  const real = (re: T): Complex<T> => ({ re, im: zero });
  const isReal = ({ im }: Complex<T>): boolean => im === zero || base.sign(im) === 0;
  const unit = real(one);

  const add = (a: Complex<T>, b: Complex<T>): Complex<T> => ({
    re: base.add(a.re, b.re),
    im: isReal(a) ? b.im : isReal(b) ? a.im : base.add(a.im, b.im),
  });
  const neg = (a: Complex<T>): Complex<T> => ({ re: base.neg(a.re), im: isReal(a) ? zero : base.neg(a.im) });
  const sub = (a: Complex<T>, b: Complex<T>): Complex<T> => ({
    re: base.sub(a.re, b.re),
    im: isReal(b) ? a.im : isReal(a) ? base.neg(b.im) : base.sub(a.im, b.im),
  });

  const square = (a: Complex<T>): Complex<T> => {
    if (isReal(a)) return real(base.pow(a.re, 2));
    const product = base.mul(a.re, a.im);
    return { re: base.sub(base.pow(a.re, 2), base.pow(a.im, 2)), im: base.add(product, product) };
  };
  const mul = (a: Complex<T>, b: Complex<T>): Complex<T> => {
    if (isReal(a))
      return isReal(b) ? real(base.mul(a.re, b.re)) : { re: base.mul(a.re, b.re), im: base.mul(a.re, b.im) };
    if (isReal(b)) return { re: base.mul(a.re, b.re), im: base.mul(a.im, b.re) };
    if (a === b) return square(a);
    return {
      re: base.sub(base.mul(a.re, b.re), base.mul(a.im, b.im)),
      im: base.add(base.mul(a.re, b.im), base.mul(a.im, b.re)),
    };
  };

  /**
   * 1/(x + i y) = x/(x^2 + y^2) - i y/(x^2 + y^2), where the first is 1/(x + y^2/x) and the second 1/(y + x^2/y): x or y
   * then enters in fewer places, and the box is smaller.
   */
  const reciprocal = ({ re: x, im: y }: Complex<T>): Complex<T> => {
    const [ofX, ofY] = [base.sign(x), base.sign(y)];
    if (!ofX && !ofY) throw refusals.division;
    const [xx, yy] = [base.pow(x, 2), base.pow(y, 2)];
    const norm = ofX && ofY ? undefined : base.add(xx, yy);
    return {
      re: norm && !ofX ? base.div(x, norm) : base.div(one, base.add(x, base.div(yy, x))),
      im: base.neg(norm && !ofY ? base.div(y, norm) : base.div(one, base.add(y, base.div(xx, y)))),
    };
  };
  const div = (a: Complex<T>, b: Complex<T>): Complex<T> => {
    if (isReal(b)) return { re: base.div(a.re, b.re), im: isReal(a) ? zero : base.div(a.im, b.re) };
    return mul(a, reciprocal(b));
  };

  const pow = (a: Complex<T>, n: number): Complex<T> => {
    checkExponent(n);
    if (isReal(a)) return real(base.pow(a.re, n));
    if (n === 0) return unit;
    if (n < 0) return reciprocal(pow(a, -n));
    return raise(a, n, mul);
  };

  /** The sign of the real part: where it is the same throughout, so is the choice that it stands for. */
  const sign = (a: Complex<T>): -1 | 0 | 1 | undefined => {
    const of = base.sign(a.re);
    if (isReal(a) || of === 1 || of === -1) return of;
    throw refusals.choice;
  };
  const isAbove = (a: Complex<T>, b: Complex<T>): boolean => sign(sub(a, b)) === 1;
  const chosen = (pick: (x: T, y: T) => T, wantsAbove: boolean) => (a: Complex<T>, b: Complex<T>) =>
    isReal(a) && isReal(b) ? real(pick(a.re, b.re)) : isAbove(a, b) === wantsAbove ? a : b;

  const field = { add, sub, mul, div, real, isReal, one };
  return {
    base,
    real,
    isReal,
    rational: (value) => real(base.rational(value)),
    pi: () => real(base.pi()),
    add,
    sub,
    mul,
    div,
    neg,
    abs: (a) => (isReal(a) ? real(base.abs(a.re)) : sign(a) === 1 ? a : neg(a)),
    min: chosen(base.min, false),
    max: chosen(base.max, true),
    pow,
    ...complexFunctions(base, field),
    hull: (a, b) => ({ re: base.hull(a.re, b.re), im: base.hull(a.im, b.im) }),
    sign,
    overlap: (a, b) => base.overlap(a.re, b.re) && base.overlap(a.im, b.im),
    within: (a, b) => base.within(a.re, b.re) && base.within(a.im, b.im),
    relativeWidth: ({ re, im }) => Math.max(base.relativeWidth(re), base.relativeWidth(im)),
    middle: ({ re }) => base.middle(re),
    ends: (a) => {
      if (!isReal(a)) throw new TypeError('a region of complex numbers has no ends');
      return base.ends(a.re);
    },
  };
};

const known = new WeakMap<object, unknown>();

/**
 * Rectangles in the complex plane over any arithmetic of enclosures. Each operation is the analytic continuation of the
 * real one, sqrt, log, atan, asin and acos in their principal branches. That a formula has a value on a rectangle proves
 * it analytic there: where a rectangle meets a pole or a cut, or where abs, min, max or a choice between cases (which
 * goes by the real part) would not be the same throughout, a RangeError is thrown.
 * A number whose imaginary part is exactly 0 is a real constant, since an analytic function that is real on an open set
 * is constant; it is treated as in the real arithmetic, where a root of 0 and a choice left open are allowed. So what
 * depends on the variable is to be evaluated on a rectangle with an interior.
 * relativeWidth is the larger of those of the two parts, middle is the middle of the real part.
 */
export const complexes = <T>(base: EnclosureArithmetic<T>): ComplexArithmetic<T> => {
  const found = (known.get(base) as ComplexArithmetic<T> | undefined) ?? construct(base);
  known.set(base, found);
  return found;
};
