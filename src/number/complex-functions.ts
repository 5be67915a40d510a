import type { Arithmetic, EnclosureArithmetic } from './arithmetic.ts';
import { rational } from './rational.ts';

/** All numbers x + i y with x in re and y in im. */
export interface Complex<T> {
  readonly re: T;
  readonly im: T;
}

/** Whoever bounds a function tries many regions that are too large: errors made once spare a trace of the stack for each. */
export const refusals = {
  division: new RangeError('division by a region that contains 0'),
  choice: new RangeError('a choice that is not the same throughout a region'),
  sqrt: new RangeError('square root of a region that meets its cut'),
  log: new RangeError('logarithm of a region that meets its cut'),
} as const;

/** The rational operations that elementary functions are built on. */
export interface ComplexField<T> {
  add(a: Complex<T>, b: Complex<T>): Complex<T>;
  sub(a: Complex<T>, b: Complex<T>): Complex<T>;
  mul(a: Complex<T>, b: Complex<T>): Complex<T>;
  div(a: Complex<T>, b: Complex<T>): Complex<T>;
  real(x: T): Complex<T>;
  isReal(a: Complex<T>): boolean;
  readonly one: T;
}

type Elementary = 'sqrt' | 'exp' | 'log' | 'sin' | 'cos' | 'sinh' | 'cosh' | 'tanh' | 'atan' | 'acos' | 'asin';

/** Elementary functions of rectangles, in principal branches; a rectangle that meets a cut or a pole throws. */
export const complexFunctions = <T>(
  base: EnclosureArithmetic<T>,
  field: ComplexField<T>,
): Pick<Arithmetic<Complex<T>>, Elementary> => {
  const { add, sub, mul, div, real, isReal, one } = field;
  const [two, four] = [base.rational(rational(2)), base.rational(rational(4))];
  const unit = real(one);
  const half = (x: T): T => base.div(x, two);
  /** f of a rectangle, by the real function where the imaginary part is exactly 0. */
  const continued =
    (
      name: 'sqrt' | 'exp' | 'log' | 'sin' | 'cos' | 'sinh' | 'cosh' | 'tanh' | 'atan',
      f: (a: Complex<T>) => Complex<T>,
    ) =>
    (a: Complex<T>): Complex<T> =>
      isReal(a) ? real(base[name](a.re)) : f(a);

  const norm = ({ re, im }: Complex<T>): T => base.add(base.pow(re, 2), base.pow(im, 2));

  /** sqrt where re > 0: u + i v with u = sqrt((|z| + re)/2), v = im/(2 u). */
  const rootOnTheRight = (a: Complex<T>): Complex<T> => {
    const u = base.sqrt(half(base.add(base.sqrt(norm(a)), a.re)));
    return { re: u, im: base.div(a.im, base.mul(two, u)) };
  };
  /** sqrt z = e^(+-i pi/4) sqrt(-+i z) where z is above or below the real axis. */
  const sqrt = continued('sqrt', (a) => {
    if (base.sign(a.re) === 1) return rootOnTheRight(a);
    const above = base.sign(a.im);
    if (!above) throw refusals.sqrt;
    const { re, im } = rootOnTheRight(above > 0 ? { re: a.im, im: base.neg(a.re) } : { re: base.neg(a.im), im: a.re });
    const eighth = base.sqrt(base.div(one, two));
    const [x, y] = above > 0 ? [base.sub(re, im), base.add(re, im)] : [base.add(re, im), base.sub(im, re)];
    return { re: base.mul(eighth, x), im: base.mul(eighth, y) };
  });

  /** The angle of z, between -pi and pi. */
  const angle = ({ re, im }: Complex<T>): T => {
    if (base.sign(re) === 1) return base.atan(base.div(im, re));
    const above = base.sign(im);
    if (!above) throw refusals.log;
    const quarter = half(base.pi());
    return base.sub(above > 0 ? quarter : base.neg(quarter), base.atan(base.div(re, im)));
  };
  const log = continued('log', (a) => ({ im: angle(a), re: half(base.log(norm(a))) }));

  const exp = continued('exp', ({ re, im }) => {
    const size = base.exp(re);
    return { re: base.mul(size, base.cos(im)), im: base.mul(size, base.sin(im)) };
  });
  const sin = continued('sin', ({ re, im }) => ({
    re: base.mul(base.sin(re), base.cosh(im)),
    im: base.mul(base.cos(re), base.sinh(im)),
  }));
  const cos = continued('cos', ({ re, im }) => ({
    re: base.mul(base.cos(re), base.cosh(im)),
    im: base.neg(base.mul(base.sin(re), base.sinh(im))),
  }));
  const sinh = continued('sinh', ({ re, im }) => ({
    re: base.mul(base.sinh(re), base.cos(im)),
    im: base.mul(base.cosh(re), base.sin(im)),
  }));
  const cosh = continued('cosh', ({ re, im }) => ({
    re: base.mul(base.cosh(re), base.cos(im)),
    im: base.mul(base.sinh(re), base.sin(im)),
  }));

  /**
   * tanh(x + i y) = (tanh 2x + i s sin 2y)/(1 + s cos 2y) with s = 1/cosh 2x = 2 e/(1 + e^2), e = exp(-2 |x|): nothing
   * overflows, and the denominator is 0 only at the poles.
   */
  const tanh = continued('tanh', ({ re, im }) => {
    const [x, y] = [base.mul(two, re), base.mul(two, im)];
    const e = base.exp(base.neg(base.abs(x)));
    const s = base.div(base.mul(two, e), base.add(one, base.pow(e, 2)));
    const under = base.add(one, base.mul(s, base.cos(y)));
    return { re: base.div(base.tanh(x), under), im: base.div(base.mul(s, base.sin(y)), under) };
  });

  /**
   * atan(x + i y): real part (1/2) arg((1 - x^2 - y^2) + 2 i x), imaginary part (1/4) log of
   * (x^2 + (1 + y)^2)/(x^2 + (1 - y)^2) = 1 + 4 y/(x^2 + (1 - y)^2). The cuts are i y with |y| >= 1, where x = 0 and the
   * number in arg is on the negative axis.
   */
  const atan = continued('atan', ({ re: x, im: y }) => {
    const from = base.add(base.pow(x, 2), base.pow(base.sub(one, y), 2));
    const rest = base.sub(base.mul(base.sub(one, y), base.add(one, y)), base.pow(x, 2));
    const ratio = base.add(one, base.div(base.mul(four, y), from));
    return { re: half(angle({ re: rest, im: base.mul(two, x) })), im: base.div(base.log(ratio), four) };
  });

  /** asin z = 2 atan(z/(1 + w)) with w = sqrt((1 - z)(1 + z)), whose cuts are those of asin. */
  const asin = (a: Complex<T>): Complex<T> => {
    if (isReal(a)) return real(base.asin(a.re));
    const w = sqrt(mul(sub(unit, a), add(unit, a)));
    const quarter = atan(div(a, add(unit, w)));
    return add(quarter, quarter);
  };
  const acos = (a: Complex<T>): Complex<T> => (isReal(a) ? real(base.acos(a.re)) : sub(real(half(base.pi())), asin(a)));

  return { sqrt, exp, log, sin, cos, sinh, cosh, tanh, atan, asin, acos };
};
