import type { Row, SumSettings, Window } from './glass-settings.ts';
import { overWindows } from './glass-tally.ts';

/**
 * What sums over pairs give for positions uniform beyond r0: per spin, ordered pairs, couplings in D0, to first order in
 * the filling f (the only one there is for sums over pairs). All follow from the density of couplings x = D/D0,
 *   g(x) = 4 pi f (1 + x) sqrt(1 - 2 x)/(9 sqrt(3) x^2) on -1 <= x <= 1/2.
 */
const scale = (4 * Math.PI) / (9 * Math.sqrt(3));

/** Mean of ((1 - 3 cos^2 t)/2)^n over all directions: the n-th moments of -P2. */
const angular = { 2: 1 / 5, 3: -2 / 35, 4: 3 / 35 } as const;

/** n-th moment of the couplings to spins farther away than reach, D0^n: 4 pi f times the integral of r^(2 - 3 n). */
export const momentBeyond = (filling: number, n: 2 | 3 | 4, reach = 1): number => {
  const perVolume = 1 / (reach * reach * reach);
  let falls = perVolume;
  for (let power = 2; power < n; power++) falls *= perVolume;
  return ((4 * Math.PI * filling * angular[n]) / (3 * (n - 1))) * falls;
};

/** Partners per spin with x in the bin, which leaves out 0: -(1 - 2 x)^(3/2)/x is an antiderivative of g(x)/scale. */
export const partnersWithin = (filling: number, from: number, to: number): number => {
  const primitive = (x: number): number => {
    const root = Math.sqrt(1 - 2 * x);
    return -(root * root * root) / x;
  };
  return scale * filling * (primitive(to) - primitive(from));
};

/** The integral of f(x) g(x) for an f that vanishes as x^2 at 0; its roots and steps leave an error of about 1e-6. */
export const overDensity = (filling: number, f: (x: number) => number): number => {
  const steps = 20_000;
  // With u = sqrt(1 - 2 x) the root at the end is gone; the midpoints never hit x = 0.
  const step = Math.sqrt(3) / steps;
  let sum = 0;
  for (let k = 0; k < steps; k++) {
    const u2 = (k + 0.5) * step * ((k + 0.5) * step);
    const x = (1 - u2) / 2;
    sum += (f(x) * u2 * (3 - u2)) / (2 * x * x);
  }
  return scale * filling * sum * step;
};

/** The range of |Delta| in which sqrt(Delta^2 + D^2) lies in the window. */
export const differencesWithin = ({ from, to }: Window, coupling: number): readonly [number, number] => {
  const d2 = coupling * coupling;
  return [Math.sqrt(Math.max(from * from - d2, 0)), Math.sqrt(Math.max(to * to - d2, 0))];
};

/** Chance that |z| < x for the standard normal z, to 1e-15: erf(x/sqrt 2) by its series of positive terms. */
const withinNormal = (x: number): number => {
  if (x > 9) return 1;
  let term = x;
  let sum = 0;
  for (let k = 1; term > sum * 1e-17; k++) {
    sum += term;
    term *= (x * x) / (2 * k + 1);
  }
  return Math.sqrt(2 / Math.PI) * Math.exp((-x * x) / 2) * sum;
};

/** Chance that two frequencies of a Gaussian line of that standard deviation differ by an amount in the range. */
export const chanceOfDifference = (lineWidth: number, [from, to]: readonly [number, number]): number =>
  withinNormal(to / (Math.SQRT2 * lineWidth)) - withinNormal(from / (Math.SQRT2 * lineWidth));

/** The values that sumsOverPairs estimates, by the same names. */
export const uniformSums = (filling: number, { bins, windows, lineWidth }: Omit<SumSettings, 'reach'>): Row => {
  const row: Record<string, number> = {};
  for (const n of [2, 3, 4] as const) row[`M${n}`] = momentBeyond(filling, n);
  for (const [from, to] of bins) row[`count ${from}..${to}`] = partnersWithin(filling, from, to);
  const integral = (f: (x: number, least: number, most: number) => number, window: Window): number =>
    overDensity(filling, (x) => x * x * f(x, ...differencesWithin(window, x)));
  return {
    ...row,
    ...overWindows(windows, (window) => {
      const whole = integral((_, least, most) => 2 * (most - least), window);
      const Zeeman = integral(
        (x, least, most) => 2 * (most - least - x * (Math.atan(most / x) - Math.atan(least / x))),
        window,
      );
      const drawn = integral((_, least, most) => chanceOfDifference(lineWidth, [least, most]), window);
      return { window: whole, Zeeman, interaction: whole - Zeeman, drawn, decorrelated: drawn };
    }),
  };
};

/** Half width, D0, of the local fields sum_j D_ij s_j with s_j = +-1 in the dilute limit: pi times D^2 g(D) at D = 0. */
export const fieldHalfWidth = (filling: number): number => Math.PI * scale * filling;

/**
 * Share of spins with a local field below the level (times the filling), s_j = +-1, in the dilute limit: a Lorentzian.
 * Without partners nearer than r0 it is larger by a factor of 1 + 4 pi filling/3 at most, to first order in the filling;
 * that partners keep their distance from each other changes it by an amount of the same order.
 */
export const shareBelow = (level: number): number => (2 / Math.PI) * Math.atan(level / fieldHalfWidth(1));
