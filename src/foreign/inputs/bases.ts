import type { Quantity } from '../../theory/quantity.ts';
import type { Point } from '../case.ts';
import { type Ground, groundOf, referenceOf } from './domain.ts';
import { type Draw, nudged, twoTo, whole } from './draw.ts';

/** Farthest that a coordinate is moved from a base, ulps, up or down. */
export const mostUlps = 8;

/**
 * Where plain formulas lose digits, in units of the references, none within some ulps of a boundary: a cut-off far below
 * the nuclear frequency or next to it, a width far above or below the cut-off, angles next to the magic one, a
 * polarization next to 0 or to 1. Where a ratio lies beyond the domain its inverse is taken.
 */
const regions = [
  { D0: 0.003, DD: 0.0003, Delta: 0.999997, D: 0.0007, theta: 0.9553, exponent: 3e-7 },
  { D0: 0.7, DD: 300, Delta: 0.9, D: -0.49999, theta: -0.95532, exponent: -20 },
  { D0: 1.5, DD: 300, Delta: -0.0001, D: 0.3, theta: 1.5707, exponent: 1e-12 },
  { D0: 1 + twoTo(-20), DD: 0.01, Delta: 0.3, D: -0.9999, theta: 2.18627, exponent: 36 },
  { D0: 1 - twoTo(-20), DD: 20000, Delta: -0.99, D: 1e-6, theta: 3.1408, exponent: -1e-5 },
  { D0: 3, DD: 0.00002, Delta: 1 - twoTo(-30), D: 0.4999, theta: 0.001, exponent: 5 },
] as const;

/** A proton in 3.4 T and TEMPO, roughly. */
const sizes: Readonly<Record<string, number>> = {
  omega0I: 911061870,
  A2: 2e15,
  nS: 2e25,
  r: 1.5e-9,
  r0: 1e-9,
  gammaS: 1.76e11,
  gammaI: 1.76e11,
  gammaJ: 1.75e11,
  Az: 2e7,
  omega: 5.98e11,
};

const inRegion = (ground: Ground, region: (typeof regions)[number]): Point => {
  const point: Record<string, number> = { ...sizes };
  for (const name of ['D0', 'DD', 'Delta', 'D', 'Delta0'] as const) {
    const of = point[referenceOf(name, ground) ?? 'omega0I'] as number;
    const ratio = name === 'Delta0' ? Math.abs(region.Delta) : region[name];
    const { top } = ground.reach(name, ratio < 0 ? -1 : 1);
    point[name] = (Math.abs(ratio) > top ? top * (top / ratio) : ratio) * of;
  }
  point.theta = region.theta;
  point.alpha = region.exponent / (point.omega as number);
  point.betaI = region.exponent / (point.omega0I as number);
  return Object.fromEntries(ground.names.map((name) => [name, point[name] as number]));
};

const bases = new WeakMap<Quantity, readonly Point[]>();

/**
 * The points next to which `neighbour` points lie, the same in every run: up to six, none for integrals over a line and
 * for what depends on nothing that cancels.
 */
export const basesOf = (quantity: Quantity): readonly Point[] => {
  const known = bases.get(quantity);
  if (known) return known;
  const ground = groundOf(quantity);
  const all = quantity.overLine || !canCancel(ground) ? [] : regions.map((region) => inRegion(ground, region));
  const texts = all.map((point) => JSON.stringify(point));
  const own = all.filter((point, index) => texts.indexOf(JSON.stringify(point)) === index && ground.hasValue(point));
  bases.set(quantity, own);
  return own;
};

const cancelling: ReadonlySet<string> = new Set(['DD', 'D0', 'Delta', 'Delta0', 'D', 'theta', 'alpha', 'betaI']);
/** Whether a parameter takes part whose value decides how much cancels. */
export const canCancel = ({ names }: Ground): boolean => names.some((name) => cancelling.has(name));

/** A point a few ulps from a base, in one coordinate at least. */
export const nextTo = (draw: Draw, base: Point): Point => {
  const names = Object.keys(base);
  const moved = draw.below(names.length);
  return Object.fromEntries(
    names.map((name, index) => {
      const ulps = draw.below(2) === 0 || index === moved ? whole(draw, -mostUlps, mostUlps) : 0;
      return [name, nudged(base[name] as number, index === moved && ulps === 0 ? 1 : ulps)];
    }),
  );
};
