import type { EnclosureArithmetic } from './arithmetic.ts';
import { type Rational, rational } from './rational.ts';
import { type Series, series } from './taylor.ts';

export interface IntegrationOptions {
  /** Aim: width of the result over its magnitude. */
  readonly relative: number;
  /** Power of the remainder term, an even number; default 12. */
  readonly order?: number;
  /** Most panels the range is cut into; default 4000. */
  readonly panels?: number;
}

/**
 * A piece of the range. With x = lo + (hi - lo) t it is t from index/2^level to (index + 1)/2^level, or, seen from its
 * middle, x = x(middle) + scale u with u from -1 to 1.
 */
interface Panel<T> {
  readonly level: number;
  readonly index: bigint;
  /** x at both ends and in the middle. */
  readonly left: T;
  readonly right: T;
  readonly middle: T;
  /** Integral over u from -1 to 1 of the chosen term c_n(x) u^n, and its power n. */
  readonly remainder: { readonly value: T; readonly power: number };
  /** Enclosure of the integral, by the range of the integrand or, once refined, better; undefined if that failed. */
  value: T | undefined;
  width: number;
  /** The integral approximately, for orientation. */
  estimate: number;
  state: 'rough' | 'refined' | 'settled';
}

const settings = ({ relative, order = 12, panels = 4000 }: IntegrationOptions) => {
  if (!(relative > 0)) throw new RangeError(`expected a positive relative width, got ${relative}`);
  if (!Number.isInteger(order) || order < 2 || order % 2 !== 0)
    throw new RangeError(`expected an even order of 2 or more, got ${order}`);
  if (!Number.isInteger(panels) || panels < 1) throw new RangeError(`expected 1 panel or more, got ${panels}`);
  return { relative, order, panels };
};

/** The result, or undefined where the function throws a RangeError. */
const ifDefined = <R>(f: () => R): R | undefined => {
  try {
    return f();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/**
 * Certified integral of an analytic function from lo to hi, both of which may be enclosures: the result contains the
 * integral for every choice of the ends and of all else that the integrand encloses.
 * On each panel the integrand is its Taylor polynomial at the middle plus c_n(x) u^n, where c_n is enclosed over the
 * whole panel; n is even, so that u^n >= 0 and the remainder integrates to 2 c_n/(n+1) by the mean value theorem. Of
 * n = 0, 2, .., order the narrowest is taken. Where only the bare integrand can be evaluated (a square root that
 * vanishes at an end) n = 0. Panels that are too wide are halved until the widths add up to `relative` of the result,
 * or halving no longer helps because rounding or the integrand's own enclosures dominate, or the number of panels is
 * reached: then the enclosure reached so far is returned. Throws a RangeError when the integrand could not be
 * evaluated somewhere.
 */
export const integrate = <T>(
  base: EnclosureArithmetic<T>,
  integrand: (x: Series<T>, arithmetic: ReturnType<typeof series<T>>) => Series<T>,
  lo: T,
  hi: T,
  options: IntegrationOptions,
): { value: T; panels: number } => {
  const { relative, order, panels: most } = settings(options);
  const [ranges, bare, points] = [series(base, order), series(base, 0), series(base, order - 2)];
  const number = (value: Rational): T => base.rational(value);
  const zero = number(rational(0));
  const length = base.sub(hi, lo);
  const weights = Array.from({ length: order + 1 }, (_, k) => number(rational(2, k + 1)));

  const magnitude = (a: T): number => 2 * base.middle(base.hull(zero, base.abs(a)));
  const widthOf = (a: T): number => {
    const relativeWidth = base.relativeWidth(a);
    return relativeWidth === 0 ? 0 : relativeWidth * magnitude(a);
  };

  const scales: { readonly value: T; readonly magnitude: number }[] = [];
  const scaleAt = (level: number): (typeof scales)[number] => {
    const known = scales[level];
    if (known) return known;
    const value = base.mul(length, number({ numerator: 1n, denominator: 2n ** BigInt(level + 1) }));
    const scale = { value, magnitude: magnitude(value) };
    scales[level] = scale;
    return scale;
  };

  /** The narrowest of the terms 2 c_n/(n+1), n even, or the first that is narrow enough. */
  const narrowest = (coefficients: Series<T>, enough: number): { value: T; power: number; width: number } => {
    const term = (n: number) => {
      const value = base.mul(coefficients[n] as T, weights[n] as T);
      return { value, power: n, width: widthOf(value) };
    };
    // A shorter series is a polynomial, without remainder.
    if (coefficients.length <= order)
      return { value: zero, power: coefficients.length + (coefficients.length % 2), width: 0 };
    let best = term(order);
    for (let n = order - 2; n >= 0 && best.width > enough; n -= 2) {
      const next = term(n);
      if (next.width < best.width) best = next;
    }
    return best;
  };

  const middleOf = (level: number, index: bigint): T =>
    base.add(lo, base.mul(length, number({ numerator: 2n * index + 1n, denominator: 2n ** BigInt(level + 1) })));

  const assess = (level: number, index: bigint, left: T, right: T, share: number): Panel<T> => {
    const x = base.hull(left, right);
    const scale = scaleAt(level);
    const middle = middleOf(level, index);
    const sample = ifDefined(() => integrand([middle], bare))?.[0];
    const estimate = sample === undefined ? 0 : 2 * base.middle(sample) * base.middle(scale.value);
    const coefficients = ifDefined(() => integrand([x, scale.value], ranges));
    const range = coefficients?.[0] ?? ifDefined(() => integrand([x], bare))?.[0];
    const whole = range === undefined ? zero : base.mul(range, weights[0] as T);
    const remainder =
      coefficients !== undefined
        ? narrowest(coefficients, share / scale.magnitude)
        : { value: whole, power: 0, width: range === undefined ? Number.POSITIVE_INFINITY : widthOf(whole) };
    const value = range === undefined ? undefined : base.mul(whole, scale.value);
    const width = remainder.width * scale.magnitude;
    return { level, index, left, right, middle, estimate, remainder, value, width, state: 'rough' };
  };

  /** Replaces the rough value by the Taylor polynomial and its remainder. */
  const refine = (panel: Panel<T>): void => {
    panel.state = 'refined';
    if (panel.remainder.power === 0) return;
    const scale = scaleAt(panel.level);
    const coefficients = ifDefined(() => integrand([panel.middle, scale.value], points));
    if (!coefficients) return;
    let sum = panel.remainder.value;
    for (let k = Math.min(coefficients.length - 1, panel.remainder.power - 2) & ~1; k >= 0; k -= 2)
      sum = base.add(sum, base.mul(coefficients[k] as T, weights[k] as T));
    panel.value = base.mul(sum, scale.value);
    panel.width = widthOf(panel.value);
    panel.estimate = base.middle(panel.value);
    const unavoidable = 2 * widthOf(coefficients[0] as T) * scale.magnitude;
    if (panel.width <= 2 * unavoidable) panel.state = 'settled';
  };

  const halves = ({ level, index, left, middle, right }: Panel<T>, share: number): readonly Panel<T>[] => [
    assess(level + 1, 2n * index, left, middle, share),
    assess(level + 1, 2n * index + 1n, middle, right, share),
  ];

  /** One pass over the panels, each left alone, refined or halved; undefined when nothing is left to do. */
  const improve = (panels: readonly Panel<T>[]): readonly Panel<T>[] | undefined => {
    let [total, width] = [0, 0];
    for (const panel of panels) {
      total += panel.estimate;
      width += panel.width;
    }
    const target = relative * Math.abs(total);
    const share = width <= target ? Number.POSITIVE_INFINITY : target / panels.length;
    let [room, changed] = [most - panels.length, false];
    const next: Panel<T>[] = [];
    for (const panel of panels) {
      const failed = panel.value === undefined;
      // As long as the integrand fails somewhere the total is unknown and only the failing panels are halved.
      const halve = failed || (width < Number.POSITIVE_INFINITY && panel.width > share && panel.state !== 'settled');
      if (halve && room > 0) {
        next.push(...halves(panel, share));
        room--;
        changed = true;
        continue;
      }
      if (!failed && panel.state === 'rough' && width < Number.POSITIVE_INFINITY) {
        refine(panel);
        changed = true;
      }
      next.push(panel);
    }
    return changed ? next : undefined;
  };

  const sum = (values: readonly T[]): T => {
    if (values.length === 1) return values[0] as T;
    const half = values.length >> 1;
    return base.add(sum(values.slice(0, half)), sum(values.slice(half)));
  };

  let panels: readonly Panel<T>[] = [assess(0, 0n, lo, hi, 0)];
  for (let next = improve(panels); next; next = improve(panels)) panels = next;
  const values = panels.map(({ value }) => value).filter((value) => value !== undefined);
  if (values.length < panels.length)
    throw new RangeError(`the integrand could not be evaluated on all of its range, cut into ${panels.length} panels`);
  return { value: sum(values), panels: panels.length };
};
