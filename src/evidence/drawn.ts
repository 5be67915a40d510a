import { random } from '../number/random.ts';
import { frequencies, shareWithin } from '../theory/glass-frequencies.ts';
import { type Row, type Settings, usualSums } from '../theory/glass-settings.ts';
import { type Estimate, meanAndError, replicate } from '../theory/glass-statistics.ts';
import type { Effort } from './finding.ts';

/** Something that is drawn many times over; the row of each time depends on nothing but the seed and its index. */
export interface Drawn {
  readonly name: string;
  readonly row: (seed: number, index: number) => Row;
  /** One of them, in words. */
  readonly each: string;
  /** n_S r0^3, where it is a glass. */
  readonly filling?: number;
}

/** Spins in one glass, frequencies in one line. */
export const spins = 4000;
export const frequenciesInLine = 2000;

/** n_S r0^3 of the glasses whose couplings are summed: 1e19 electrons per cm^3, no nearer than 1 nm. */
export const filling = 0.01;
/** Of those in which local fields are taken: so dilute that contact hardly matters. */
export const dilute = 0.0005;
/** Of those in which clusters are counted: few spins have two neighbours within the link. */
export const sparse = 0.001;
/** Distance, r0, within which two spins are linked to a cluster. */
export const link = 2;

/** Local fields below which spins are counted, D0 times the filling: the width that (A.8) gives g_D, and twice that. */
export const width = (2 * Math.PI * Math.PI) / 15;
/** Differences of two frequencies below which pairs are counted, in standard deviations of the line. */
export const differences = [0.5, 2] as const;

const glasses = (name: string, of: number, settings: Settings): Drawn => ({
  name,
  each: `${spins} spins at n_S r0^3 = ${of}`,
  filling: of,
  row: (seed, index) =>
    replicate({ spins, filling: of, seed, label: name, count: Number.MAX_SAFE_INTEGER, settings }, index),
});

/** A line not much wider than the nuclear frequencies, so that many pairs of frequencies fit. */
const sums = { ...usualSums, lineWidth: 0.25, draws: 8 };
const pairs = glasses('pairs', filling, { sums });
/** The lowest of the nuclear frequencies, D0, about which windows are taken. */
export const narrowest = 0.25;
export const difference = 'drawn less decorrelated';

export const drawn = {
  pairs: {
    ...pairs,
    row: (seed, index) => {
      const row = pairs.row(seed, index);
      // The two are drawn in the same glass: their difference scatters less than either.
      return { ...row, [difference]: (row[`drawn ${narrowest}`] ?? 0) - (row[`decorrelated ${narrowest}`] ?? 0) };
    },
  },
  fields: glasses('local fields', dilute, { fields: { reach: 27, levels: [width, 2 * width] } }),
  clusters: glasses('clusters', sparse, { links: [link] }),
  denser: glasses('clusters at twice the filling', 2 * sparse, { links: [link] }),
  line: {
    name: 'line',
    each: `${frequenciesInLine} frequencies of a Gaussian line`,
    row: (seed, index) => {
      const drawn = frequencies(frequenciesInLine, 1, random(seed, `line/${index}`));
      return Object.fromEntries(differences.map((of) => [`within ${of}`, shareWithin(drawn, of)]));
    },
  },
} as const satisfies Readonly<Record<string, Drawn>>;

export type DrawnName = keyof typeof drawn;
export type Estimates = Readonly<Record<string, Estimate>>;
/** Estimates by the names that `nameOf` gives them: plain data for other threads. */
export type Provided = Readonly<Record<string, Estimates>>;

/** Fewer replicates have too little scatter for six standard errors to mean anything. */
const fewest = 16;
type Drawing = Pick<Effort, 'seed' | 'glasses'>;
export const replicatesOf = ({ glasses = fewest }: Pick<Drawing, 'glasses'>): number => Math.max(glasses, fewest);
export const nameOf = (name: DrawnName, effort: Drawing): string => `${name}/${effort.seed}/${replicatesOf(effort)}`;

/** Some of the times that something is drawn, one after the other: a task for a thread. */
export interface Batch {
  readonly name: DrawnName;
  readonly seed: number;
  readonly first: number;
  readonly count: number;
}
const inBatch = 16;

/** All times, in their order. */
export const batchesOf = (name: DrawnName, effort: Drawing): readonly Batch[] => {
  const all = replicatesOf(effort);
  return Array.from({ length: Math.ceil(all / inBatch) }, (_, batch) => {
    const first = batch * inBatch;
    return { name, seed: effort.seed, first, count: Math.min(inBatch, all - first) };
  });
};

export const drawBatch = ({ name, seed, first, count }: Batch): readonly Row[] =>
  Array.from({ length: count }, (_, index) => drawn[name].row(seed, first + index));

const known = new Map<string, Estimates>();
/** Takes what other threads have drawn. */
export const provide = (provided: Provided): void => {
  for (const [name, estimates] of Object.entries(provided)) known.set(name, estimates);
};

/** Mean and standard error of everything in the rows, drawn here unless that has been provided. */
export const estimatesOf = (name: DrawnName, effort: Drawing): Estimates => {
  const found = known.get(nameOf(name, effort)) ?? meanAndError(batchesOf(name, effort).flatMap(drawBatch));
  known.set(nameOf(name, effort), found);
  return found;
};
