import type { EnclosureArithmetic } from './arithmetic.ts';
import { type Ellipse, quarters, type Rectangle } from './integral-remainder.ts';
import type { Panel, Regions } from './integral-setting.ts';
import type { Rational } from './rational.ts';

/**
 * A function of one variable, made ready for an arithmetic; `lift` brings numbers of the arithmetic T, in which the
 * integral is taken, into the one in which the function is evaluated.
 */
export type Integrand<T> = <U>(arithmetic: EnclosureArithmetic<U>, lift: (value: T) => U) => (x: U) => U;

/** Roughly: the sizes of the integral over t and of the integrand, and where its values are relatively widest. */
interface Estimate {
  readonly whole: readonly number[];
  readonly peak: readonly number[];
  readonly width: number;
  readonly widest: Rational;
}

/** How often a rectangle without bounds is quartered. */
const halvings = 1;
const fraction = (x: number): Rational => ({ numerator: BigInt(Math.round(x * 1048576)), denominator: 1048576n });
/** Three points in each of eight parts of the range, finer towards its ends, with their weights. */
const sampled = [0, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 3 / 4, 7 / 8, 15 / 16].flatMap((from, k, all) => {
  const length = (all[k + 1] ?? 1) - from;
  return [0.1127, 0.5, 0.8873].map((at, j) => ({
    at: fraction(from + length * at),
    weight: fraction((length * (j === 1 ? 8 : 5)) / 18),
  }));
});

/** The result, or undefined where the function throws a RangeError. */
export const ifDefined = <R>(f: () => R): R | undefined => {
  try {
    return f();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** The function of t in [0, 1] in an arithmetic of regions. */
export const prepare = <V, B>(
  regions: Regions<V, B>,
  integrand: Integrand<V>,
  lo: V,
  length: V,
  count: { regions: number },
) => {
  const { arithmetic: a, lift } = regions;
  const [start, scale, f] = [lift(lo), lift(length), integrand(a, lift)];
  const at = (t: B): B => f(a.add(start, a.mul(scale, t)));
  /** Bounds over a filled ellipse around a panel; rectangles on which there are none are quartered, `halvings` times. */
  const inside = (panel: Panel, region: Ellipse): readonly number[] => {
    let most: readonly number[] = [];
    const meet = (part: Rectangle): true => {
      const sizes = regions.sizes(at(regions.around(panel, part)));
      most = most.length === 0 ? sizes : most.map((size, k) => Math.max(size, sizes[k] as number));
      return true;
    };
    const visit = (part: Rectangle, depth: number): void => {
      count.regions++;
      const isBounded = depth < halvings ? ifDefined(() => meet(part)) : meet(part);
      if (!isBounded) for (const quarter of quarters(region, part)) visit(quarter, depth + 1);
    };
    for (const part of region.cover) visit(part, 0);
    return most;
  };
  const estimate = (): Estimate | undefined => {
    let [sum, peak, found, width]: [B | undefined, readonly number[], number, number] = [undefined, [], 0, 0];
    let widest = fraction(0.5);
    for (const { at: t, weight } of sampled) {
      const value = ifDefined(() => at(a.rational(t)));
      if (value === undefined) continue;
      found++;
      const itsWidth = a.relativeWidth(value);
      if (itsWidth > width) [width, widest] = [itsWidth, t];
      const term = a.mul(a.rational(weight), value);
      sum = sum === undefined ? term : a.add(sum, term);
      const sizes = regions.sizes(value);
      peak = peak.length === 0 ? sizes : peak.map((size, k) => Math.max(size, sizes[k] as number));
    }
    return sum === undefined || 2 * found < sampled.length
      ? undefined
      : { whole: regions.sizes(sum), peak, width, widest };
  };
  const widthAt = (t: Rational): number => a.relativeWidth(at(a.rational(t)));
  return { inside, estimate, widthAt };
};
