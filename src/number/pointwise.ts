import { Decimal } from 'decimal.js';

interface Bounds {
  readonly lo: Decimal;
  readonly hi: Decimal;
}

const wide = { maxE: 9e15, minE: -9e15 };

/** Digits that decimal.js stores of pi, less a reserve: asking for more throws and leaves its rounding switched off. */
const storedDigitsOfPi = 1015;

/** The largest argument of exp and its kin; e to this power already has four million digits before the point. */
const largestExponential = 1e7;

/**
 * Enclosures, at the given number of digits, of the elementary functions at one exact number.
 * decimal.js rounds only + - * / and sqrt reliably in a given direction. Everything else is computed with 14 more
 * digits and widened by 2 units of the 10th digit after the last one kept, which is 2e4 times the error of one
 * rounding there; only then it is rounded outward.
 * asin and tan of decimal.js lose all accuracy near their singular points and sinh never ends at 1e6: asin, acos,
 * sinh, cosh and tanh are composed here of functions that are accurate in relative terms.
 */
export const pointwise = (digits: number) => {
  const floor = Decimal.clone({ ...wide, precision: digits, rounding: Decimal.ROUND_FLOOR });
  const ceil = Decimal.clone({ ...wide, precision: digits, rounding: Decimal.ROUND_CEIL });
  const work = Decimal.clone({ ...wide, precision: digits + 14, rounding: Decimal.ROUND_HALF_EVEN });
  const [one, minusOne] = [new work(1), new work(-1)];

  const exactly = (x: Decimal.Value): Bounds => {
    const value = new floor(x);
    return { lo: value, hi: value };
  };

  const around = (value: Decimal): Bounds => {
    if (value.isZero()) return exactly(0);
    const slack = new work(`2e${value.e - digits - 9}`);
    return { lo: floor.sub(value, slack), hi: ceil.add(value, slack) };
  };

  const clamp = ({ lo, hi }: Bounds, least: Decimal, most: Decimal | undefined): Bounds => ({
    lo: lo.lt(least) ? least : lo,
    hi: most !== undefined && hi.gt(most) ? most : hi,
  });

  const checkAngle = (x: Decimal): Decimal => {
    if (digits + 21 + Math.max(x.e, x.sd()) > storedDigitsOfPi)
      throw new RangeError(`sine or cosine of a number of too many digits: ${x.toExponential(5)}`);
    return x;
  };

  const checkExponential = (x: Decimal): Decimal => {
    if (x.abs().gt(largestExponential))
      throw new RangeError(`exponential function of ${x.toExponential(5)}, beyond ${largestExponential} in magnitude`);
    return x;
  };

  const arcsine = (x: Decimal): Decimal => work.atan(work.div(x, work.sqrt(work.mul(work.sub(1, x), work.add(1, x)))));

  const arccosine = (x: Decimal): Decimal =>
    work.mul(2, work.atan(work.sqrt(work.div(work.sub(1, x), work.add(1, x)))));

  const hyperbolicSine = (x: Decimal): Decimal => {
    if (x.abs().lt(1)) return work.sinh(x);
    const e = work.exp(checkExponential(x));
    return work.div(work.sub(e, work.div(1, e)), 2);
  };

  const hyperbolicCosine = (x: Decimal): Decimal => {
    const e = work.exp(checkExponential(x));
    return work.div(work.add(e, work.div(1, e)), 2);
  };

  const hyperbolicTangent = (x: Decimal): Decimal => {
    if (x.abs().lt(1)) return work.div(work.sinh(x), work.cosh(x));
    if (x.abs().gt(largestExponential)) return x.isNegative() ? minusOne : one;
    const e = work.exp(work.mul(-2, x.abs()));
    const positive = work.div(work.sub(1, e), work.add(1, e));
    return x.isNegative() ? positive.neg() : positive;
  };

  const pi = around(work.acos(-1));
  const zero = exactly(0);
  const smallExponential = around(work.exp(-largestExponential)).hi;

  return {
    floor,
    ceil,
    work,
    exactly,
    pi,
    exp: (x: Decimal): Bounds => {
      if (x.isZero()) return exactly(1);
      if (x.lt(-largestExponential)) return { lo: zero.lo, hi: smallExponential };
      const value = around(work.exp(checkExponential(x)));
      return x.isNegative() ? clamp(value, zero.lo, one) : clamp(value, one, undefined);
    },
    log: (x: Decimal): Bounds => around(work.ln(x)),
    sin: (x: Decimal): Bounds => clamp(around(work.sin(checkAngle(x))), minusOne, one),
    cos: (x: Decimal): Bounds => (x.isZero() ? exactly(1) : clamp(around(work.cos(checkAngle(x))), minusOne, one)),
    sinh: (x: Decimal): Bounds => around(hyperbolicSine(x)),
    cosh: (x: Decimal): Bounds => (x.isZero() ? exactly(1) : clamp(around(hyperbolicCosine(x)), one, undefined)),
    tanh: (x: Decimal): Bounds => clamp(around(hyperbolicTangent(x)), minusOne, one),
    atan: (x: Decimal): Bounds => around(work.atan(x)),
    asin: (x: Decimal): Bounds => {
      if (x.abs().lt(1)) return around(arcsine(x));
      return x.isNegative() ? around(work.div(work.acos(-1), -2)) : around(work.div(work.acos(-1), 2));
    },
    acos: (x: Decimal): Bounds => (x.eq(-1) ? pi : around(arccosine(x))),
  };
};
