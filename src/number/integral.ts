import { rule } from './gauss-legendre.ts';
import { type Integrand, ifDefined, prepare } from './integral-bounds.ts';
import { type Ellipse, ellipse, pointsFor, remainder } from './integral-remainder.ts';
import { type Panel, powerOf2, type Setting } from './integral-setting.ts';

export interface IntegralOptions {
  /** The error aimed at is 2^-bits of the integral. */
  readonly bits: number;
  /** Most evaluations of the integrand; default 200,000. */
  readonly evaluations?: number;
}

export interface Integral<T> {
  readonly value: T;
  readonly panels: number;
  /** Evaluations of the integrand at points, and on regions of the complex plane. */
  readonly points: number;
  readonly regions: number;
}

interface Plan {
  readonly points: number;
  /** Bounds of the error, with those of its derivatives, as powers of 2. */
  readonly powers: readonly number[];
}

const ellipses: readonly Ellipse[] = [1.2, 1.5, 2, 2.8, 4, 5.6, 8, 12, 18, 28, 48, 90, 200, 600].map(ellipse);
const firstEllipse = 4;
const none = Number.NEGATIVE_INFINITY;
const defaultEvaluations = 200_000;
/** Panels shorter than 2^-24 of the range are told apart by the arithmetic itself only; earlier, where values lose digits. */
const mostQuick = 24;
const deepestQuick = (width: number): number => Math.min(mostQuick, Math.floor(-Math.log(width) * Math.LOG2E) - 12);
/** What a panel may add to the error, as a power of 2 of the whole. */
const share = -6;
/** Points of a rule, times bits, from which on another ellipse may save more than its bounds cost. */
const worthLooking = 10_000;
/** How often a range is gone through again after the integral turned out smaller than it seemed. */
const mostAttempts = 3;

/** Points come in few numbers, 1/8 apart, so that few rules are needed. */
const inSteps = (n: number): number => {
  let step = 2;
  while (n > 16 * step) step *= 2;
  return step * Math.ceil(n / step);
};

const once = <R>(make: () => R): (() => R) => {
  let made: { readonly value: R } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/**
 * Certified integral of an analytic function from lo to hi, which may be enclosures themselves, or carry
 * derivatives: the result contains the integral for every choice of
 * the ends and of all else that the integrand encloses.
 * The range is cut into panels. On a panel with an ellipse around it in which the integrand is analytic and bounded,
 * both shown by evaluating it on rectangles that cover the whole ellipse, a Gauss-Legendre rule has a proven error (see
 * `remainder`); of several ellipses that which asks for the fewest points is taken. A panel where there is none, or that
 * asks for too many points, is halved. Panels so short that range times length is below the error aimed at need no
 * ellipse: so the range may end in a branch point where the integrand stays bounded.
 * Beyond the number of evaluations allowed the rest of the range is bounded by range times length. A RangeError is thrown
 * where even the range of the integrand cannot be bounded.
 */
export const integrate = <V>(
  setting: Setting<V>,
  integrand: Integrand<V>,
  lo: V,
  hi: V,
  { bits, evaluations = defaultEvaluations }: IntegralOptions,
): Integral<V> => {
  if (!(bits >= 1 && bits <= 30_000)) throw new RangeError(`expected 1 to 30000 bits of an integral, got ${bits}`);
  const { arithmetic: a } = setting;
  const length = a.sub(hi, lo);
  const nothing = a.rational({ numerator: 0n, denominator: 1n });
  if (setting.sizes(length).every((size) => size === none)) return { value: nothing, panels: 0, points: 0, regions: 0 };
  const f = integrand(a, (value) => value);
  const mostPoints = Math.ceil(bits / 2) + 10;
  /** Smaller ellipses ask for more points than that, however small the integrand. */
  const lowest = ellipses.findIndex(({ rho }) => pointsFor(0, rho, -bits) <= mostPoints);
  const deepest = 2 * bits + 40;
  const precision = bits + 24;
  const count = { regions: 0 };
  let [panels, points, start] = [0, 0, Math.max(firstEllipse, lowest)];

  /** Made when it is wanted. */
  const full = once(() => ifDefined(() => prepare(setting.full, integrand, lo, length, count)));
  let quick = ifDefined(() => prepare(setting.quick, integrand, lo, length, count));
  let estimate = quick?.estimate();
  let quickLevels = estimate === undefined ? -1 : deepestQuick(estimate.width);
  // Values that are as wide in the arithmetic itself, because of what is given or integrals in them, are no reason.
  if (estimate !== undefined && quickLevels < mostQuick) {
    const { width, widest } = estimate;
    const itsOwn = ifDefined(() => full()?.widthAt(widest)) ?? 0;
    if (64 * itsOwn > width) quickLevels = mostQuick;
  }
  if (estimate === undefined || quickLevels < 0) {
    quick = undefined;
    estimate = full()?.estimate();
  }
  const firstAims = estimate?.whole.map((size, k) => Math.max(size - bits, (estimate.peak[k] as number) - bits - 40));

  /** Plans for the ellipse of that number, or undefined where the integrand is not known to be analytic in it. */
  const planned = (panel: Panel, number: number, aims: readonly number[] | undefined): Plan | undefined => {
    const region = ellipses[number];
    const bounds = (panel.level <= quickLevels ? quick : undefined) ?? full();
    if (region === undefined || bounds === undefined) return undefined;
    const sizes = ifDefined(() => bounds.inside(panel, region));
    if (sizes === undefined) return undefined;
    const { rho } = region;
    const half = -panel.level - 1;
    const needed = sizes.map((size, k) => {
      if (size === none) return 2;
      const aim = aims?.[k] ?? none;
      return pointsFor(size + half, rho, share + (aim === none ? size + half - bits : aim));
    });
    const n = inSteps(Math.max(...needed));
    return { points: n, powers: sizes.map((size) => (size === none ? none : remainder(size + half, rho, n))) };
  };

  /** The plan with the fewest points, looked for from where the last panel had its own. */
  const bestPlan = (panel: Panel, aims: readonly number[] | undefined): Plan | undefined => {
    let at = start;
    let best = planned(panel, at, aims);
    // Where the smallest ellipse has no bounds no other has.
    if (best === undefined && at > lowest) {
      at = lowest;
      best = planned(panel, at, aims);
    }
    if (best === undefined) return undefined;
    const first = at;
    const better = (next: number): boolean => {
      const { points: n } = best as Plan;
      const plan = n > mostPoints || n * bits > worthLooking ? planned(panel, next, aims) : undefined;
      if (plan === undefined || plan.points >= (best as Plan).points) return false;
      [best, at] = [plan, next];
      return true;
    };
    while (better(at + 1)) {}
    if (at === first && at > lowest) while (better(at - 1)) {}
    start = at;
    return best;
  };

  const sumOver = ({ level, index }: Panel, { points: n, powers }: Plan): V => {
    const half = a.rational(powerOf2(-level - 1));
    const scale = a.mul(length, half);
    const middle = a.add(
      lo,
      a.mul(length, a.rational({ numerator: 2n * index + 1n, denominator: 1n << BigInt(level + 1) })),
    );
    const { nodes, weights, odd } = rule(a, n, precision);
    let sum: V | undefined;
    nodes.forEach((node, k) => {
      const step = a.mul(scale, node);
      const atNode = f(a.add(middle, step));
      const both = odd && k === nodes.length - 1 ? atNode : a.add(atNode, f(a.sub(middle, step)));
      const term = a.mul(weights[k] as V, both);
      sum = sum === undefined ? term : a.add(sum, term);
    });
    points += n;
    return setting.spread(a.mul(half, sum as V), powers);
  };

  /** Length times the range of the integrand. */
  const rangeOver = ({ level, index }: Panel): V | undefined => {
    const end = (numerator: bigint): V => a.rational({ numerator, denominator: 1n << BigInt(level) });
    points++;
    return ifDefined(() => {
      const t = a.hull(end(index), end(index + 1n));
      return a.mul(f(a.add(lo, a.mul(length, t))), a.rational(powerOf2(-level)));
    });
  };

  const attempt = (aims: readonly number[] | undefined): { readonly sum: V; readonly errors: readonly number[] } => {
    const left: Panel[] = [{ level: 0, index: 0n }];
    let sum = nothing;
    let errors: readonly number[] = aims?.map(() => none) ?? [];
    const meet = (value: V, powers: readonly number[]): void => {
      panels++;
      sum = a.add(sum, value);
      errors = powers.map((power, k) => Math.max(power, errors[k] ?? none));
    };
    for (let panel = left.pop(); panel !== undefined; panel = left.pop()) {
      const isLast = points + count.regions > evaluations || panel.level >= deepest;
      const plan = isLast ? undefined : bestPlan(panel, aims);
      if (plan && plan.points <= mostPoints) {
        meet(sumOver(panel, plan), plan.powers);
        continue;
      }
      if (isLast || (plan === undefined && panel.level > bits / 8)) {
        const value = rangeOver(panel);
        const sizes = value === undefined ? undefined : setting.sizes(value);
        const enough = sizes?.every((size, k) => size <= share + (aims?.[k] ?? none)) ?? false;
        if (value !== undefined && sizes !== undefined && (isLast || enough)) {
          meet(value, sizes);
          continue;
        }
        if (isLast)
          throw new RangeError(
            `an integrand that is not bounded by its enclosure at 2^-${panel.level} of the range, after ${points} values`,
          );
      }
      const level = panel.level + 1;
      left.push({ level, index: 2n * panel.index + 1n }, { level, index: 2n * panel.index });
    }
    return { sum, errors };
  };

  let aims = firstAims;
  for (let attempts = 1; ; attempts++) {
    const { sum, errors } = attempt(aims);
    const sizes = setting.sizes(sum);
    const wanted = sizes.map((size) => size - bits);
    const isClose = errors.every((error, k) => error === none || error <= (wanted[k] as number));
    if (isClose || attempts >= mostAttempts || points + count.regions > evaluations)
      return { value: a.mul(length, sum), panels, points, regions: count.regions };
    aims = wanted;
  }
};
