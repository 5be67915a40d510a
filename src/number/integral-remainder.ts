/** log2 of 64/15, rounded up. */
const constant = 2.0932;
const log2 = (x: number): number => Math.log(x) * Math.LOG2E;
/** Above all rounding errors of a logarithm below, whose terms stay under 10^7. */
const slack = 1e-6;

/**
 * Bound of |I - G_n| as a power of 2 (its exponent, rounded up), for the integral I of f over [-1, 1] and the Gauss-
 * Legendre sum G_n of n >= 2 points, where f is analytic in the ellipse with foci -1 and 1 and sum of semi-axes rho and
 * |f| <= 2^size there:
 *   |I - G_n| <= (64/15) 2^size rho^(-2n)/(1 - rho^-2).
 * For f = sum of a_k T_k has |a_k| <= 2 M rho^-k; the rule is exact below degree 2n and, by symmetry, for odd k; and for
 * even k >= 2n >= 4 both |integral of T_k| = 2/(k^2 - 1) <= 2/15 and |G_n(T_k)| <= 2. See Trefethen, Approximation Theory
 * and Approximation Practice, Theorem 19.3.
 */
export const remainder = (size: number, rho: number, n: number): number =>
  Math.ceil(constant + size - 2 * n * log2(rho) - log2(1 - 1 / (rho * rho)) + slack);

/** The least number of points, at least 2, for which the remainder is at most 2^wanted. */
export const pointsFor = (size: number, rho: number, wanted: number): number =>
  Math.max(2, Math.ceil((constant + size - log2(1 - 1 / (rho * rho)) + slack - wanted) / (2 * log2(rho))));

/** A rectangle in the upper half plane, in units of 1/1024 of half the length of a panel. */
export interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export interface Ellipse {
  readonly rho: number;
  /** Semi-axes, in the same units, rounded up. */
  readonly a: number;
  readonly b: number;
  /** Rectangles that cover the upper half of the filled ellipse: its boundary alone would not show a pole inside. The lower
   * half is its mirror image, where a function that is real on the axis has the conjugate values. */
  readonly cover: readonly Rectangle[];
}

export const unitsOfCover = 1024;

/** Whether a rectangle has no point in an ellipse: the point of it that is nearest to both axes lies outside. */
const isOutside = ({ a, b }: Pick<Ellipse, 'a' | 'b'>, { left, right, bottom }: Rectangle): boolean => {
  const x = left > 0 ? left : right < 0 ? -right : 0;
  return (x / a) * (x / a) + (bottom / b) * (bottom / b) > 1 + slack;
};

/** The quarters of a rectangle, without those outside the ellipse. */
export const quarters = (of: Ellipse, { left, right, bottom, top }: Rectangle): readonly Rectangle[] => {
  const [x, y] = [Math.ceil((left + right) / 2), Math.ceil((bottom + top) / 2)];
  return [
    { left, right: x, bottom, top: y },
    { left: x, right, bottom, top: y },
    { left, right: x, bottom: y, top },
    { left: x, right, bottom: y, top },
  ].filter((quarter) => !isOutside(of, quarter));
};

/** The upper half of the filled ellipse with foci -1 and 1 and sum of semi-axes rho, in four columns. */
export const ellipse = (rho: number): Ellipse => {
  const outward = (x: number): number => Math.ceil(x * unitsOfCover + slack);
  const [a, b] = [outward((rho + 1 / rho) / 2), outward((rho - 1 / rho) / 2)];
  const near = Math.floor(a / 2);
  const low = Math.ceil(b * Math.sqrt(1 - (near / a) * (near / a)) + slack);
  const column = (left: number, right: number, top: number): Rectangle => ({ left, right, bottom: 0, top });
  return {
    rho,
    a,
    b,
    cover: [column(-near, 0, b), column(0, near, b), column(-a, -near, low), column(near, a, low)],
  };
};
