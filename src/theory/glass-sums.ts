import type { Random } from '../number/random.ts';
import type { Glass } from './glass.ts';
import { pairDistribution } from './glass-contact.ts';
import { drawnSums } from './glass-frequencies.ts';
import { eachPair } from './glass-pairs.ts';
import { checkSums, type Row, type SumSettings } from './glass-settings.ts';
import { overWindows, squaredEnds, type Tally } from './glass-tally.ts';
import { momentBeyond } from './glass-uniform.ts';

/** Second to fourth moment of the couplings, Eq. (A.4). */
const moments = (filling: number, { reach }: SumSettings): Tally => {
  let [m2, m3, m4] = [0, 0, 0];
  return {
    add(coupling, weight) {
      const square = coupling * coupling;
      m2 += weight * square;
      m3 += weight * square * coupling;
      m4 += weight * square * square;
    },
    sums: () => ({ M2: m2, M3: m3, M4: m4 }),
    beyond: () => ({
      M2: momentBeyond(filling, 2, reach),
      M3: momentBeyond(filling, 3, reach),
      M4: momentBeyond(filling, 4, reach),
    }),
  };
};

/** How many partners have a coupling in each bin: the integral of g_D of Eq. (31) over it. */
const counts = ({ bins }: SumSettings): Tally => {
  const found = new Float64Array(bins.length);
  const [from, to] = [Float64Array.from(bins, (bin) => bin[0]), Float64Array.from(bins, (bin) => bin[1])];
  return {
    add(coupling, weight) {
      for (let b = 0; b < found.length; b++)
        if (coupling >= (from[b] as number) && coupling < (to[b] as number)) found[b] = (found[b] as number) + weight;
    },
    sums: () => Object.fromEntries(bins.map(([from, to], b) => [`count ${from}..${to}`, found[b] as number])),
    // No coupling out there is large enough for a bin.
    beyond: () => ({}),
  };
};

/**
 * The sum of Eq. (26) over a window of nuclear frequencies, for a flat density of the difference Delta of the electron
 * frequencies, per unit of Delta: D^2 times the length of the set of Delta, of both signs, for which sqrt(Delta^2 + D^2)
 * lies in the window. The shares of Eqs. (48) and (49), Delta^2 and D^2 over the sum of both, integrate to arcs.
 */
const windowSums = (filling: number, { reach, windows }: SumSettings): Tally => {
  const [lowest, highest] = squaredEnds(windows);
  const [whole, interaction] = [new Float64Array(windows.length), new Float64Array(windows.length)];
  const shares = (whole: number, interaction: number) => ({ window: whole, Zeeman: whole - interaction, interaction });
  return {
    add(coupling, weight) {
      const size = Math.abs(coupling);
      const square = coupling * coupling;
      for (let at = 0; at < lowest.length; at++) {
        const rest = (highest[at] as number) - square;
        if (rest <= 0) continue;
        const most = Math.sqrt(rest);
        const least = Math.sqrt(Math.max((lowest[at] as number) - square, 0));
        whole[at] = (whole[at] as number) + 2 * weight * square * (most - least);
        // atan(most/size) - atan(least/size), without cancellation.
        const arc = Math.atan((size * (most - least)) / (square + most * least));
        interaction[at] = (interaction[at] as number) + 2 * weight * square * size * arc;
      }
    },
    sums: () => overWindows(windows, (_, at) => shares(whole[at] as number, interaction[at] as number)),
    // To first order in D^2; the next is smaller by D^2/(from to) <= 1/(reach^6 from to).
    beyond: () =>
      overWindows(windows, ({ from, to }) =>
        shares(
          2 * (to - from) * momentBeyond(filling, 2, reach),
          2 * (1 / from - 1 / to) * momentBeyond(filling, 4, reach),
        ),
      ),
  };
};

/**
 * Sums over the ordered pairs of a glass, per spin, couplings in D0 (Eq. (A.1): (1 - 3 cos^2)/(2 r^3)). Each pair has
 * the weight 1/g(r) of glass-contact.ts, so that uniformSums are the values expected; see there for what is left. The
 * part beyond the reach is that of uniform positions, exact for moments. Errors: those of eachPair and checkSums.
 */
export const sumsOverPairs = (glass: Glass, settings: SumSettings, random: Random): Row => {
  checkSums(settings);
  const { spins, filling } = glass;
  const g = pairDistribution(filling, spins);
  const farWeight = 1 / g(2);
  const [m, c] = [moments(filling, settings), counts(settings)];
  const [w, d] = [windowSums(filling, settings), drawnSums(glass, settings, random)];
  eachPair(glass, settings.reach, (i, j, _dx, _dy, dz, r2) => {
    const r = Math.sqrt(r2);
    const coupling = (r2 - 3 * dz * dz) / (2 * r2 * r2 * r);
    const weight = r2 < 4 ? 1 / g(r) : farWeight;
    // One by one: each call then has one callee, which a loop over all four would take from the compiler.
    m.add(coupling, weight, i, j);
    c.add(coupling, weight, i, j);
    w.add(coupling, weight, i, j);
    d.add(coupling, weight, i, j);
  });
  const row: Record<string, number> = {};
  for (const tally of [m, c, w, d]) {
    const beyond = tally.beyond();
    for (const [name, sum] of Object.entries(tally.sums())) row[name] = (2 * sum) / spins + (beyond[name] ?? 0);
  }
  return row;
};
