import { far, multiply, power, toDouble } from './far.ts';
import { angleLessCubic, arcLessChord, arcLessCubic, complement, cosineOf, tangentLessAngle } from './functions.ts';
import { exact, narrow, one, over, plus, product, root, times, two, type Wide } from './wide.ts';

/*
 * With x = D0/omega0I <= 1, c = sqrt(1 - x^2), w = DD/omega0I, r = sqrt(1 + w^2), q = r - w = 1/(r + w), p = w + q x^2
 * and z = q x c/p, the angle J of src/theory/rates.ts is asin x + atan z. With 2 w q = 1 - q^2 and 2 r q = 1 + q^2 its
 * closed forms are
 *   F_Z  = x c/2 + q^2 asin(x)/2 - w r atan z,
 *   F_SS = (a - 1/2) x c + a (asin x - x c) + (w^3/r) atan z,   a = 1/2 - q w^2/r = q (3 - q^2)/(4 r).
 * They cancel where the width is large or the cut-off small. Adding and taking away the leading powers of asin x and
 * atan z leaves sums of positive terms,
 *   F_Z  = (q^2/2) (asin x - x c) + x^3 c q^2 r/p + w r (z - atan z),
 *   F_SS = a (asin x - x c - (2/3) x^3 c) + x^3 c V + (w^3/r) (atan z - z + z^3/3),
 *   V = (q/(3 r)) s (t^2 (2 + q^2) + 3 s t + s^2 (1 + w q)),   s = q x^2/p, t = w/p, s + t = 1,
 * exact for every x and w. So nothing is lost but in the three functions of one variable, and those have series.
 */

interface Parts {
  readonly x: Wide;
  readonly c: Wide;
  readonly w: Wide;
  readonly r: Wide;
  readonly q: Wide;
  readonly p: Wide;
  /** q x c: z is this over p. */
  readonly across: Wide;
}

const partsOf = (DD: number, D0: number, omega0I: number): Parts => {
  const [x, w] = [over(exact(D0), exact(omega0I)), over(exact(DD), exact(omega0I))];
  const c = cosineOf(complement(D0, omega0I));
  const r = root(plus(one, times(w, w)));
  const q = over(one, plus(r, w));
  const qx = times(q, x);
  return { x, c, w, r, q, p: plus(w, times(qx, x)), across: times(qx, c) };
};

/** 2 w F_Z; arguments as for spinSpinTail. */
export const zeemanTail = (DD: number, D0: number, omega0I: number): number => {
  const { x, c, w, r, q, p, across } = partsOf(DD, D0, omega0I);
  const x2 = times(x, x);
  const x3 = times(x2, x);
  const q2 = times(q, q);
  const arc = product(q2, x3, arcLessChord(x, c));
  const rational = product(two, x3, c, over(times(q2, r), p));
  const z = over(across, p);
  const tangent = narrow(c) === 0 ? times(c, c) : product(two, times(w, r), z, tangentLessAngle(across, p));
  return toDouble(multiply(far(w), far(plus(arc, plus(rational, tangent)))));
};

/**
 * 2 w F_SS of numbers with 2^-33 <= D0/omega0I <= 1 and 2^-67 <= DD/D0 <= 2^35, where no power leaves the range of
 * binary32 numbers before it is too small to count.
 */
export const spinSpinTail = (DD: number, D0: number, omega0I: number): number => {
  const { x, c, w, r, q, p, across } = partsOf(DD, D0, omega0I);
  const x2 = times(x, x);
  const q2 = times(q, q);
  const a = over(times(q, plus(exact(3), times(exact(-1), q2))), times(exact(4), r));
  const [s, t] = [over(times(q, x2), p), over(w, p)];
  const inner = plus(
    times(times(t, t), plus(two, q2)),
    times(s, plus(times(exact(3), t), times(s, plus(one, times(w, q))))),
  );
  const V = over(product(q, s, inner), times(exact(3), r));
  const wz = product(q, c, t);
  const tangent = narrow(c) === 0 ? c : over(product(wz, wz, wz, angleLessCubic(across, p)), r);
  const sum = plus(product(a, x2, arcLessCubic(x, c)), plus(times(c, V), tangent));
  return toDouble(multiply(far(two), far(w), far(sum), power(far(x), 3)));
};
