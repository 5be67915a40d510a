import type { Quantity } from '../../theory/quantity.ts';
import type { Kind, Point } from '../case.ts';
import { type Ground, groundOf, referenceOf } from './domain.ts';

/** A point with why it is asked. */
export interface Asking {
  readonly kind: Kind;
  readonly point: Point;
}

/** Parameters that set a scale: a point is simple where they are 1 and the others are ratios to them. */
const scales = ['omega0I', 'A2', 'sigma', 'nS', 'gammaS', 'r', 'r0'];
const frequencies = [
  'omega0I',
  'D0',
  'DD',
  'Delta',
  'Delta0',
  'D',
  'Az',
  'omega',
  'sigma',
  'omegaS',
  'separation',
  'omegaM',
  'holeWidth',
];
const times = ['alpha', 'betaI', 'betaL', 'betaSS'];

/** Significant digits of the shortest decimal, 0 for a power of ten, and how large that is. */
const sizeOf = (value: number): readonly [digits: number, exponent: number] => {
  const [mantissa = '', power = '0'] = Math.abs(value).toExponential().split('e');
  return [mantissa === '1' ? 0 : mantissa.replace('.', '').length, Math.abs(Number(power))];
};

/** Less for a simpler value. */
const cost = (ground: Ground, name: string, value: number): number => {
  const rank = ground.simple(name).indexOf(value);
  if (rank >= 0) return rank * (scales.includes(name) ? 5 : 1);
  const [digits, exponent] = sizeOf(value);
  return 10 + 4 * digits + Math.min(exponent, 20) + (value < 0 ? 2 : 0) + (scales.includes(name) ? 1000 : 0);
};

/** How far a point is from simple; each step of a search for the simplest one lowers it. */
export const costOf = (ground: Ground, point: Point): number =>
  ground.names.reduce((sum, name) => sum + cost(ground, name, point[name] as number), 0);

const rounded = (value: number, digits: number): number => Number(value.toPrecision(digits));
const fewerDigits = [1, 2, 3, 4, 6, 9, 12, 15] as const;

/** The point in units of its nuclear frequency, or of the width of its line, with ratios of so many digits. */
const rescaled = (point: Point, digits: number): Point => {
  const unit = point.omega0I ?? point.sigma ?? point.D0 ?? point.DD ?? point.Delta ?? point.omega;
  if (unit === undefined || unit === 0) return point;
  const size = Math.abs(unit);
  return Object.fromEntries(
    Object.entries(point).map(([name, value]) => {
      const ratio = frequencies.includes(name) ? value / size : times.includes(name) ? value * size : value;
      return [name, rounded(ratio, digits)];
    }),
  );
};

/** Powers of ten from 1 to the value, with its sign. */
const between = (value: number): readonly number[] => {
  const [, exponent] = sizeOf(value);
  const sign = Math.abs(value) < 1 ? '-' : '+';
  const size = (n: number): number => Number(`${value < 0 ? '-' : ''}1e${sign}${n}`);
  return value === 0 ? [] : Array.from({ length: exponent + 1 }, (_, n) => size(n));
};

/** 1.1, 1.01, ... or 0.9, 0.99, ... or their negatives, for a ratio that differs from 1 by less. */
const besideOne = (ratio: number): readonly number[] => {
  const [size, sign] = [Math.abs(ratio), ratio < 0 ? '-' : ''];
  return Array.from({ length: 15 }, (_, n) =>
    Number(size > 1 ? `${sign}1.${'0'.repeat(n)}1` : `${sign}0.${'9'.repeat(n + 1)}`),
  ).filter((value) => Math.abs(size - 1) < Math.abs(Math.abs(value) - 1));
};

/** One coordinate simpler, and with it what equals it or its negative, so that a boundary is kept. */
const simplerIn = function* (ground: Ground, point: Point, name: string): Generator<Point> {
  const here = point[name] as number;
  const values = [
    ...ground.simple(name),
    ...between(here),
    ...fewerDigits.map((n) => rounded(here, n)),
    Math.abs(here),
  ];
  const reference = referenceOf(name, ground);
  const of = reference === undefined ? undefined : point[reference];
  // A ratio to the reference that is short, where the value is not.
  if (of !== undefined)
    values.push(
      ...ground.simple(name).map((value) => value * of),
      ...besideOne(here / of).map((value) => value * of),
      ...fewerDigits.map((n) => rounded(here / of, n) * of),
    );
  for (const value of new Set(values)) {
    yield { ...point, [name]: value };
    const equals = ground.names.filter(
      (other) => other !== name && Math.abs(point[other] as number) === Math.abs(here),
    );
    if (equals.length > 0)
      yield Object.fromEntries(
        ground.names.map((other) => [
          other,
          other === name || equals.includes(other)
            ? point[other] === here
              ? value
              : 0 - value
            : (point[other] as number),
        ]),
      );
  }
};

const candidates = function* (ground: Ground, point: Point): Generator<Point> {
  yield* ground.plain;
  for (const digits of [1, 2, 3, 6, 17]) yield rescaled(point, digits);
  for (const name of ground.names) yield* simplerIn(ground, point, name);
};

/**
 * Simpler points to ask instead, the simplest first, each within the domain if this one is, and outside it if not: what
 * is left of a disagreement is found by going on from the first of them that disagrees too, until none does.
 */
export const simpler = function* (quantity: Quantity, { kind, point }: Asking): Generator<Asking> {
  const ground = groundOf(quantity);
  const limit = costOf(ground, point);
  const isWanted = kind === 'invalid' ? (next: Point) => !ground.isInside(next) : ground.hasValue;
  const seen = new Set<string>();
  for (const next of candidates(ground, point)) {
    if (!ground.names.every((name) => Number.isFinite(next[name]))) continue;
    const text = JSON.stringify(next);
    if (seen.has(text) || costOf(ground, next) >= limit || !isWanted(next)) continue;
    seen.add(text);
    yield { kind: kind === 'invalid' ? kind : 'random', point: next };
  }
};
