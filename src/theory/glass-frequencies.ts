import type { Random } from '../number/random.ts';
import type { Glass } from './glass.ts';
import type { SumSettings } from './glass-settings.ts';
import { overWindows, squaredEnds, type Tally } from './glass-tally.ts';
import { chanceOfDifference, momentBeyond } from './glass-uniform.ts';

const twoTo32 = 4294967296;

/**
 * Independent frequencies of a Gaussian line about 0 with that standard deviation, by Box and Muller. Drawn from 2^32
 * values, they stay within 6.7 standard deviations, beyond which 2e-11 of the line lie.
 */
export const frequencies = (count: number, lineWidth: number, { next }: Random): Float64Array => {
  const drawn = new Float64Array(count);
  for (let k = 0; k < count; k += 2) {
    const size = lineWidth * Math.sqrt(-2 * Math.log((next() + 1) / twoTo32));
    const angle = 2 * Math.PI * (next() / twoTo32);
    drawn[k] = size * Math.cos(angle);
    if (k + 1 < count) drawn[k + 1] = size * Math.sin(angle);
  }
  return drawn;
};

/**
 * Sums of D^2 over the pairs whose sqrt(Delta^2 + D^2) lies in a window, frequencies drawn from a Gaussian line; the
 * mean over the draws. "drawn" takes Delta from the pair itself, Eq. (26). "decorrelated" takes it from two different
 * spins chosen at random for each pair, so that its mean over choices is (1/NS^2) times the sum over all pairs of pairs
 * of Eq. (27), but for a factor 1 - 1/NS, the share of i = j. What is beyond the reach has D^2 far below any window.
 */
export const drawnSums = (
  { spins, filling }: Glass,
  { reach, windows, lineWidth, draws }: SumSettings,
  random: Random,
): Tally => {
  const omega = frequencies(spins * draws, lineWidth, random.split('frequencies'));
  const { below } = random.split('other pairs');
  const [lowest, highest] = squaredEnds(windows);
  const [own, other] = [new Float64Array(windows.length), new Float64Array(windows.length)];
  const count = (found: Float64Array, difference: number, square: number, weight: number): void => {
    const energy2 = difference * difference + square;
    for (let at = 0; at < found.length; at++)
      if (energy2 > (lowest[at] as number) && energy2 < (highest[at] as number))
        found[at] = (found[at] as number) + weight * square;
  };
  return {
    add(coupling, weight, i, j) {
      const square = coupling * coupling;
      const k = below(spins);
      const l = (k + 1 + below(spins - 1)) % spins;
      for (let draw = 0; draw < draws; draw++) {
        count(own, (omega[i * draws + draw] as number) - (omega[j * draws + draw] as number), square, weight);
        count(other, (omega[k * draws + draw] as number) - (omega[l * draws + draw] as number), square, weight);
      }
    },
    sums: () =>
      overWindows(windows, (_, at) => ({
        drawn: (own[at] as number) / draws,
        decorrelated: (other[at] as number) / draws,
      })),
    beyond: () =>
      overWindows(windows, ({ from, to }) => {
        const rest = chanceOfDifference(lineWidth, [from, to]) * momentBeyond(filling, 2, reach);
        return { drawn: rest, decorrelated: rest };
      }),
  };
};

/**
 * Share of the ordered pairs of different members of a list, of all N^2, that differ by less than `difference`: the
 * mean of that condition as Eq. (30) takes it. Sorts a copy; time N log N.
 */
export const shareWithin = (values: Float64Array, difference: number): number => {
  const sorted = values.slice().sort();
  let pairs = 0;
  let first = 0;
  for (let last = 0; last < sorted.length; last++) {
    while ((sorted[last] as number) - (sorted[first] as number) >= difference) first++;
    pairs += last - first;
  }
  return (2 * pairs) / (sorted.length * sorted.length);
};
