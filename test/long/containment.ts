import { join } from 'node:path';
import { z } from 'zod';
import { quantities } from '../../src/theory/quantities.ts';
import { implementations, inBlock } from '../arb/block.ts';
import { functionNames } from '../arb/functions.ts';
import type { Reference } from '../arb/reference.ts';
import { bandNames, middleAndWorst, type Spread, type Tallies, type Tally } from '../arb/tally.ts';
import { root } from '../child.ts';

export const containmentFile = join(root, 'proofs', 'containment.json');
export const seed = 20240905;
export const blocks = 210;

const count = z.int().nonnegative();
const spread = z.strictObject({ judged: count, median: z.string(), worst: z.string(), overThousand: count });
const row = z.strictObject({
  made: z.partialRecord(z.enum(bandNames), count),
  violations: count,
  /** Neither contained nor not, as far as the program could tell. */
  open: count,
  /** The arithmetic said that it cannot tell, or that a number leaves its range. */
  refused: count,
  /** Width over that of the narrowest enclosure with the asked digits, for numbers and for intervals. */
  points: spread.optional(),
  intervals: spread.optional(),
});
const rows = z.record(z.string(), z.record(z.string(), row));

/** What proofs/containment.json holds: enclosures that Arb was asked about, and how many do not contain the truth. */
export const containmentSchema = z.strictObject({
  seed: z.int(),
  blocks: count,
  inBlock: count,
  versions: z.record(z.string(), z.string()),
  total: z.strictObject({ made: count, violations: count, open: count, refused: count }),
  functions: rows,
  quantities: rows,
});
export type Containment = z.infer<typeof containmentSchema>;

const spreadOf = (of: Spread): z.infer<typeof spread> | undefined => {
  const found = middleAndWorst(of);
  if (!found) return undefined;
  const entries = Object.entries(of);
  const sum = (list: typeof entries): number => list.reduce((all, [, n]) => all + n, 0);
  return { judged: sum(entries), ...found, overThousand: sum(entries.filter(([excess]) => Number(excess) > 1000)) };
};

const rowOf = ({ made, violations, open, refused, points, intervals }: Tally): z.infer<typeof row> => {
  const [ofPoints, ofIntervals] = [spreadOf(points), spreadOf(intervals)];
  return {
    made: Object.fromEntries(bandNames.filter((band) => made[band]).map((band) => [band, made[band]])),
    violations,
    open,
    refused,
    ...(ofPoints && { points: ofPoints }),
    ...(ofIntervals && { intervals: ofIntervals }),
  };
};

const rowsOf = (tallies: Tallies, names: readonly string[]): z.infer<typeof rows> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      Object.fromEntries(
        implementations.flatMap(({ name: by }) => {
          const tally = tallies[name]?.[by];
          return tally ? [[by, rowOf(tally)]] : [];
        }),
      ),
    ]),
  );

/** All counts in the order of the functions, quantities and arithmetics. */
export const summary = (tallies: Tallies, versions: Reference['versions']): Containment => {
  const all = Object.values(tallies).flatMap((of) => Object.values(of));
  const sum = (of: (tally: Tally) => number): number => all.reduce((to, tally) => to + of(tally), 0);
  return {
    seed,
    blocks,
    inBlock,
    versions,
    total: {
      made: sum(({ made }) => Object.values(made).reduce((a, b) => a + b, 0)),
      violations: sum(({ violations }) => violations),
      open: sum(({ open }) => open),
      refused: sum(({ refused }) => refused),
    },
    functions: rowsOf(tallies, functionNames),
    quantities: rowsOf(
      tallies,
      quantities.map(({ name }) => name),
    ),
  };
};
