import type { Point } from '../case.ts';
import { type Ground, type Reach, referenceOf } from './domain.ts';
import { type Draw, decades, fraction, isOne, nextTo1, octaves, pick, signed, twoTo, whole } from './draw.ts';

/** How far from ordinary a point is: anywhere, or where differences cancel and scales lie far apart. */
export type Manner = 'random' | 'cancellation';

/** The unit of frequencies, rad/s, in which a point lies, in SI magnitudes or near 1. */
interface Frame {
  readonly isSI: boolean;
  readonly unit: number;
}
const frameOf = (draw: Draw): Frame => {
  const isSI = isOne(draw, 2);
  return { isSI, unit: isSI ? decades(draw, 6, 11) : pick(draw, [1, decades(draw, -1, 1)]) };
};

/** How sizes of a parameter that stands alone are drawn, in SI and near 1. */
const sizeIn =
  (low: number, high: number) =>
  (draw: Draw, { isSI }: Frame): number =>
    isSI ? decades(draw, low, high) : pick(draw, [1, decades(draw, -1, 1)]);
const ratioOfElectron = (draw: Draw, { isSI }: Frame): number =>
  isSI ? (1760 + whole(draw, -200, 200)) * 1e8 : pick(draw, [1, decades(draw, -1, 1)]);
const sizes: Readonly<Record<string, (draw: Draw, frame: Frame) => number>> = {
  A2: sizeIn(10, 18),
  nS: sizeIn(23, 27),
  r: sizeIn(-10, -8),
  r0: sizeIn(-10, -8),
  gammaS: ratioOfElectron,
  gammaI: ratioOfElectron,
  gammaJ: ratioOfElectron,
};

/** cos(theta)^2 = 1/3, and where it is 0 or 1. */
const angles = [0.9553166181245093, Math.PI / 2, Math.PI, 2.1862760354652844] as const;

/** An integral costs the more the further its scales lie apart, and it loses nothing by that. */
const reaches = (manner: Manner, { isIntegral }: Ground): readonly [number, number] =>
  manner === 'random' ? [0, 0] : isIntegral ? [-12, 10] : [-40, 30];

/** In units of their references, without a bound or a sign. */
const ratios: Readonly<Record<string, (draw: Draw, manner: Manner, ground: Ground) => number>> = {
  DD: (draw, manner, ground) =>
    manner === 'random' ? decades(draw, -4, isOne(draw, 4) ? 1 : 0) : octaves(draw, ...reaches(manner, ground)),
  D0: (draw, manner, ground) =>
    manner === 'random'
      ? pick(draw, [fraction, (d: Draw) => 1 / fraction(d), (d: Draw) => decades(d, -2, 1)])(draw)
      : pick(draw, [
          (d: Draw) => octaves(d, ...reaches(manner, ground)),
          nextTo1,
          nextTo1,
          (d: Draw) => 2 * nextTo1(d),
        ])(draw),
  Delta: (draw, manner) =>
    manner === 'random'
      ? pick(draw, [fraction, fraction, (d: Draw) => decades(d, -2, 1)])(draw)
      : pick(draw, [nextTo1, nextTo1, (d: Draw) => octaves(d, -40, 0)])(draw),
  D: (draw, manner) =>
    manner === 'random'
      ? pick(draw, [fraction, fraction, (d: Draw) => decades(d, -3, 1)])(draw)
      : pick(draw, [nextTo1, (d: Draw) => nextTo1(d) / 2, (d: Draw) => octaves(d, -40, 20)])(draw),
};

/** What lies beyond the reach is turned back into it: r and top^2/r lie on opposite sides of the top, equally near. */
const turned = (ratio: number, { top, isClosed }: Reach): number => {
  if (top === Number.POSITIVE_INFINITY) return ratio;
  const share = ratio / top;
  const inside = share > 1 ? 1 / share : share;
  return (inside === 1 && !isClosed ? 0.5 : inside) * top;
};

/** An energy times an inverse temperature. Beyond 512 an exponential of it might leave the range of doubles. */
const exponent = (draw: Draw, manner: Manner): number =>
  signed(
    draw,
    manner === 'random'
      ? decades(draw, -3, 1)
      : pick(draw, [(d: Draw) => octaves(d, -40, -4), (d: Draw) => octaves(d, 3, 9)])(draw),
  );

const angle = (draw: Draw, manner: Manner): number =>
  signed(
    draw,
    manner === 'random'
      ? pick(draw, [(d: Draw) => decades(d, -2, 1), (d: Draw) => Math.PI * fraction(d)])(draw)
      : pick(draw, angles) * nextTo1(draw),
  );

/** Names of what is drawn in units of something else, each after what it is measured in. */
const inOrder = ['D0', 'DD', 'Delta', 'Delta0', 'D'] as const;

/**
 * With integers a b c, a^2 + b^2 = c^2: omega0I = c, Delta = a and the coupling b that the matching condition asks for,
 * which is D0 or half of it. Exact, being multiplied by a short number.
 */
const triples = [
  [4, 3, 5],
  [3, 4, 5],
  [12, 5, 13],
  [5, 12, 13],
  [15, 8, 17],
  [20, 21, 29],
] as const;

/** omega0I, Delta and D0 where the coupling at Delta is the cut-off or half of it; `by` moves Delta a little off. */
export const matched = (draw: Draw, by: number): Point => {
  const [a, b, c] = pick(draw, triples);
  const scale = pick(draw, [1, 1, whole(draw, 1, 99), twoTo(whole(draw, 20, 30)) * whole(draw, 1, 99)]);
  return {
    omega0I: c * scale,
    Delta: signed(draw, a * scale * by),
    D0: pick(draw, [1, 2]) * b * scale,
  };
};
export const isMatchable = ({ names }: Ground): boolean =>
  ['omega0I', 'Delta', 'D0'].every((one) => names.includes(one));

/** A point of the domain in that manner. */
export const pointIn = (draw: Draw, ground: Ground, manner: Manner, fixed: Point = {}): Point => {
  const { names } = ground;
  const frame = frameOf(draw);
  const unit = fixed.omega0I ?? frame.unit;
  const point: Record<string, number> = { omega0I: unit };
  for (const name of ['A2', 'nS', 'gammaS', 'gammaI', 'gammaJ', 'r', 'r0'])
    if (names.includes(name)) point[name] = sizes[name]?.(draw, frame) as number;
  for (const name of inOrder) {
    if (!names.includes(name)) continue;
    const of = point[referenceOf(name, ground) ?? 'omega0I'] as number;
    if (fixed[name] !== undefined) {
      point[name] = fixed[name];
      continue;
    }
    // Delta0 is a Delta that bounds others.
    const ratio = ratios[name === 'Delta0' ? 'Delta' : name]?.(draw, manner, ground) as number;
    const direction = isOne(draw, 2) && ground.reach(name, -1).top > 0 ? -1 : 1;
    point[name] = direction * turned(ratio, ground.reach(name, direction)) * of;
  }
  if (names.includes('Az')) point.Az = unit * decades(draw, -3, 0);
  if (names.includes('theta')) point.theta = angle(draw, manner);
  if (names.includes('omega')) {
    const omega = frame.isSI ? decades(draw, 9, 12) : pick(draw, [1, decades(draw, -1, 1)]);
    point.omega = signed(draw, omega);
    point.alpha = exponent(draw, manner) / omega;
  }
  if (names.includes('betaI')) point.betaI = exponent(draw, manner) / unit;
  return Object.fromEntries(names.map((name) => [name, point[name] as number]));
};
