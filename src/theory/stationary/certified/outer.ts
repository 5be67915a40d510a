import type { Ball } from '../../../number/ball.ts';
import { rule as gaussLegendre } from '../../../number/gauss-legendre.ts';
import { chooseRule } from './bounds.ts';
import { ballOf, type Frame, float, scale, wide } from './frame.ts';
import type { Inner } from './inner.ts';
import type { LineAt } from './line.ts';
import { type Model, populationBound } from './pairs.ts';
import type { TermAt } from './profiles.ts';

/** What the integrals over the angle depend on, beside line, profile and model; frequencies in units of omega0I. */
export interface Angles {
  /** The least angle, Delta = omega0I sin phi. */
  readonly least: Ball;
  readonly widthSquare: Ball;
  readonly betaSS: Ball;
  /** Both signs of Delta, or the positive one. */
  readonly signs: readonly (1 | -1)[];
}

/** Integrals of d/N and s/N. */
export interface Flow {
  readonly d: Ball;
  readonly s: Ball;
}

/** The weights that are asked for, as functions of sin^2, cos^2 and q = cos^2/(cos^2 + DD^2); each below q or cos^2. */
export type Weight = (
  frame: Frame,
  of: { readonly sinSquare: Ball; readonly cosSquare: Ball; readonly q: Ball },
) => Ball;

/** The most points of a rule before its panel is halved, found by trial. */
const mostPoints = (tolerance: number): number => 20 + Math.ceil(0.9 * Math.max(0, -Math.log10(tolerance)));

/** The largest and the least |cos x| and the range of sin x, for x from lo to hi within [-pi, pi]. */
const circle = (lo: number, hi: number) => {
  const [a, b] = [Math.cos(lo), Math.cos(hi)];
  const turns = lo <= 0 && hi >= 0;
  const crosses = (x: number): boolean => lo <= x && hi >= x;
  const right = Math.PI / 2;
  return {
    cosMost: turns ? 1 : Math.max(Math.abs(a), Math.abs(b)) * wide,
    cosLeast: crosses(right) || crosses(-right) ? 0 : Math.max(0, Math.min(Math.abs(a), Math.abs(b)) / wide - 1e-12),
    sinLo: crosses(-right) ? -1 : Math.min(Math.sin(lo), Math.sin(hi)) - 1e-12,
    sinHi: crosses(right) ? 1 : Math.max(Math.sin(lo), Math.sin(hi)) + 1e-12,
  };
};

/**
 * The integrals over the angle phi from `least` to pi/2 (and its mirror image where both signs are asked for), dDelta R =
 * q dphi, by Gauss-Legendre on panels that are halved until the bound of chooseRule is below the tolerance. In
 * the rectangle lo <= Re phi <= hi, |Im phi| <= h, of the inner integral G continued along paths that follow the breaks:
 * - sin(x + iy) = sin x cosh y + i cos x sinh y, |sin|^2, |cos|^2 <= cosh^2 h, Im cos^2 = -sin x cos x sinh 2y.
 * - |Im Delta| =: 2 eta moves the imaginary parts of the frequencies of a pair by eta where u is real, and by 2 eta where
 *   the path of u follows breaks, b -+ Delta/2; with b breaks it has 2 b + 1 pieces at most, each of which lies off its real
 *   place, rises and runs back by no more than the shift of Delta: 3 (2 b + 1) shifts of path beside a straight one; the
 *   formula of a piece is used up to that shift outside it.
 * - cos^2 + DD^2 = cos^2 - cos^2(pi/2 + i tau) with sinh tau = DD, of magnitude
 *   sqrt((cos^2 x + sinh^2(y - tau))(cos^2 x + sinh^2(y + tau))), and |q| <= 1 + DD^2 over that.
 */
export const outerIntegrals = (
  frame: Frame,
  line: LineAt,
  term: TermAt,
  model: Model,
  angles: Angles,
  inner: (sin: Ball, interaction: Ball, tolerance: number) => Inner,
  weights: readonly Weight[],
  tolerance: number,
): Flow[] => {
  const { base, bits } = frame;
  const unit = scale(-bits);
  const one = base.rational({ numerator: 1n, denominator: 1n });
  const half = base.rational({ numerator: 1n, denominator: 2n });
  const zero = base.rational({ numerator: 0n, denominator: 1n });
  const width2 = float(frame, angles.widthSquare);
  const tau = Math.asinh(Math.sqrt(width2)) / wide;
  const beta = Math.abs(float(frame, angles.betaSS)) * wide;
  const breaks = [...line.breaks, ...term.breaks];
  const broken = breaks.length > 0;

  /** |Re phi| from lo to hi, |Im phi| <= h, for the panel whose sines lie from `from` to `to`. */
  const bound = (lo: number, hi: number, h: number, from: number, to: number): number => {
    // So that Re phi stays within [-pi, pi]: an ellipse reaches no further beyond its panel than it is high.
    if (h > 1.5) return Number.POSITIVE_INFINITY;
    const { cosMost, cosLeast, sinLo, sinHi } = circle(lo, hi);
    const [sinh, cosh] = [Math.sinh(h) * wide, Math.cosh(h) * wide];
    const cos2 = cosLeast * cosLeast;
    const gap = Math.sinh(Math.max(0, tau - h)) / wide;
    const q = 1 + (width2 * wide) / Math.sqrt((cos2 + gap * gap) * (cos2 + width2 / wide));
    const height = cosMost * sinh;
    const [reLo, reHi] = [Math.min(sinLo, sinLo * cosh), Math.max(sinHi, sinHi * cosh)];
    const shift = broken ? Math.max(0, from - reLo, reHi - to) + height : 0;
    const lift = broken ? height : height / 2;
    const delta = { lo: reLo, hi: reHi, height };
    const most = Math.max(Math.abs(reLo), Math.abs(reHi));
    const angle = { sinRe: most, sinIm: height, cosSquareIm: cosMost * Math.sinh(2 * h) * wide };
    const imaginary = model.imaginaryAt(
      angle,
      term.imaginaryAnywhere(lift, shift),
      term.difference((most + height) * wide, lift, shift),
      beta,
    );
    const population = populationBound(imaginary, imaginary);
    if (population === Number.POSITIVE_INFINITY || q === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
    const paths =
      line.overall(delta, lift, shift) +
      (broken ? 6 * (breaks.length + 1) * shift * line.highest(delta, lift, shift) : 0);
    return population * q * cosh * cosh * paths * wide;
  };

  const sums = weights.map(() => ({ d: zero, s: zero }));
  let error = 0;

  const integrate = (from: Ball, to: Ball, sign: 1 | -1, cuts: number): void => {
    const [a, b] = [float(frame, from) - 1e-14, float(frame, to) + 1e-14];
    const [sinFrom, sinTo] = [Math.sin(a) - 1e-14, b > Math.PI / 2 ? 1 : Math.sin(b) + 1e-14];
    const share = tolerance / 32;
    const rule = chooseRule((b - a) / 2, share, mostPoints(tolerance), (beyond, height) =>
      bound(a - beyond, b + beyond, height, sinFrom, sinTo),
    );
    if (rule === undefined) {
      if (cuts === 50) throw new RangeError('a panel of angles is too short for the working precision');
      const middle = base.mul(half, base.add(from, to));
      integrate(from, middle, sign, cuts + 1);
      integrate(middle, to, sign, cuts + 1);
      return;
    }
    error += rule.error;
    const [middle, radius] = [base.mul(half, base.add(from, to)), base.mul(half, base.sub(to, from))];
    const { nodes, weights: shares, odd } = gaussLegendre(base, rule.n, bits);
    nodes.forEach((node, k) => {
      const away = base.mul(radius, node);
      const weight = base.mul(radius, shares[k] as Ball);
      const last = odd && k === nodes.length - 1;
      for (const phi of last ? [middle] : [base.add(middle, away), base.sub(middle, away)]) at(phi, weight, sign);
    });
  };

  const at = (phi: Ball, weight: Ball, sign: 1 | -1): void => {
    const [sine, cos] = [base.sin(phi), base.cos(phi)];
    const [sinSquare, cosSquare] = [base.mul(sine, sine), base.mul(cos, cos)];
    const sin = sign === 1 ? sine : base.neg(sine);
    const interaction = model.interaction(base, { one, sin, cosSquare, betaSS: angles.betaSS });
    const q = base.div(cosSquare, base.add(cosSquare, angles.widthSquare));
    const { d, s, error } = inner(sin, interaction, tolerance / 4);
    const [D, S] = [ballOf(frame, d, error), ballOf(frame, s, error)];
    weights.forEach((of, k) => {
      const w = base.mul(weight, of(frame, { sinSquare, cosSquare, q }));
      const sum = sums[k] as { d: Ball; s: Ball };
      sum.d = base.add(sum.d, base.mul(w, D));
      sum.s = base.add(sum.s, base.mul(w, S));
    });
  };

  const right = base.mul(half, base.pi());
  const ends = anglesOfBreaks(frame, breaks, angles.least, right);
  for (const sign of angles.signs)
    for (let k = 0; k + 1 < ends.length; k++) integrate(ends[k] as Ball, ends[k + 1] as Ball, sign, 0);
  // A distance of breaks errs by 16 units; q dphi = cos phi/(cos^2 phi + DD^2) dDelta <= dDelta/(2 DD), cos^2 dphi <= dDelta.
  if (broken) {
    const everywhere = bound(0, Math.PI / 2, 0, 0, 1);
    error += 64 * unit * ends.length * angles.signs.length * Math.max(1, 1 / (2 * Math.sqrt(width2))) * everywhere;
  }
  const spread = ballOf(frame, 0n, error / unit + 1);
  return sums.map(({ d, s }) => ({ d: base.add(d, spread), s: base.add(s, spread) }));
};

/** The angles from `least` to pi/2 where the distance of two breaks is Delta: there the inner integral is not analytic. */
const anglesOfBreaks = (frame: Frame, breaks: readonly bigint[], least: Ball, right: Ball): readonly Ball[] => {
  const { base, bits } = frame;
  const one = 1n << BigInt(bits);
  const start = base.sin(least);
  const distances: bigint[] = [];
  for (const b of breaks) for (const c of breaks) if (b > c && b - c < one - 8n) distances.push(b - c);
  distances.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const ends = [least];
  let last: bigint | undefined;
  for (const distance of distances) {
    const sine = ballOf(frame, distance, 0);
    // Distances that differ by rounding alone are one.
    if (base.sign(base.sub(sine, start)) !== 1 || (last !== undefined && distance - last < 12n)) continue;
    last = distance;
    ends.push(base.asin(sine));
  }
  return [...ends, right];
};
