import type { Verdict } from './reference.ts';

/** How often each ratio of widths was found, by the ratio to two figures. */
export type Spread = Record<string, number>;

/** What became of the enclosures of one function or quantity in one arithmetic. */
export interface Tally {
  /** By precision. */
  made: Partial<Record<Band, number>>;
  /** The arithmetic could not tell, or a number would have left its range. */
  refused: number;
  /** Proved not to contain the truth. */
  violations: number;
  /** Neither this nor that could be proved. */
  open: number;
  /** Width over that of the narrowest enclosure with the asked digits. */
  points: Spread;
  intervals: Spread;
  /** The requests that should not be there, and the widest. */
  found: string[];
  widest: { points: Widest; intervals: Widest };
}
interface Widest {
  readonly excess: number;
  readonly request: string;
}

/** By name, then by arithmetic. */
export type Tallies = Record<string, Record<string, Tally>>;

const upTo = { '10 to 20 digits': 20, '21 to 50': 50, '51 to 200': 200, '201 to 1000': 1000, '1001 to 2000': 2000 };
type Band = keyof typeof upTo | 'binary64';
export const bandNames = [...(Object.keys(upTo) as (keyof typeof upTo)[]), 'binary64'] as const;
const bandOf = (digits: number): Band =>
  bandNames.find((band) => band === 'binary64' || digits <= upTo[band]) ?? 'binary64';

const least: Widest = { excess: 0, request: '' };
const noTally = (): Tally => ({
  made: {},
  refused: 0,
  violations: 0,
  open: 0,
  points: {},
  intervals: {},
  found: [],
  widest: { points: least, intervals: least },
});

const tallyOf = (tallies: Tallies, name: string, by: string): Tally => {
  const row = tallies[name] ?? {};
  const tally = row[by] ?? noTally();
  tallies[name] = row;
  row[by] = tally;
  return tally;
};

const shown = (request: string): string => (request.length > 2000 ? `${request.slice(0, 2000)} ..` : request);

/** Counts one enclosure; `sample` is one of a box, judged at one point: its width says nothing. */
export const addVerdict = (
  tallies: Tallies,
  asked: {
    readonly name: string;
    readonly by: string;
    readonly digits: number;
    readonly kind: 'point' | 'interval' | 'sample';
  },
  request: string | undefined,
  verdict: Verdict | undefined,
): void => {
  const tally = tallyOf(tallies, asked.name, asked.by);
  if (!verdict || request === undefined) {
    tally.refused++;
    return;
  }
  const band = asked.by === 'interval64' ? 'binary64' : bandOf(asked.digits);
  tally.made[band] = (tally.made[band] ?? 0) + 1;
  if (verdict.is !== 'in') {
    if (verdict.is === 'open') tally.open++;
    else tally.violations++;
    tally.found.push(`${verdict.is}: ${asked.by} ${asked.digits}: ${shown(request)}`);
    return;
  }
  if (asked.kind === 'sample') return;
  const which = asked.kind === 'point' ? 'points' : 'intervals';
  const figure = Number(verdict.excess.toPrecision(2)).toString();
  tally[which][figure] = (tally[which][figure] ?? 0) + 1;
  if (verdict.excess > tally.widest[which].excess)
    tally.widest[which] = { excess: verdict.excess, request: `${asked.by} ${asked.digits}: ${shown(request)}` };
};

const addCounts = (to: Partial<Record<string, number>>, from: Readonly<Partial<Record<string, number>>>): void => {
  for (const [name, count] of Object.entries(from)) to[name] = (to[name] ?? 0) + (count ?? 0);
};

/** Adds the second to the first. */
export const addTallies = (to: Tallies, from: Tallies): void => {
  for (const [name, row] of Object.entries(from))
    for (const [by, tally] of Object.entries(row)) {
      const sum = tallyOf(to, name, by);
      for (const part of ['made', 'points', 'intervals'] as const) addCounts(sum[part], tally[part]);
      sum.refused += tally.refused;
      sum.violations += tally.violations;
      sum.open += tally.open;
      sum.found.push(...tally.found);
      for (const part of ['points', 'intervals'] as const)
        if (tally.widest[part].excess > sum.widest[part].excess) sum.widest[part] = tally.widest[part];
    }
};

/** The middle one and the greatest of the ratios. */
export const middleAndWorst = (spread: Spread): { readonly median: string; readonly worst: string } | undefined => {
  const inOrder = Object.entries(spread).sort(([a], [b]) => Number(a) - Number(b));
  const last = inOrder[inOrder.length - 1];
  if (!last) return undefined;
  let left = inOrder.reduce((sum, [, count]) => sum + count, 0) / 2;
  const middle = inOrder.find(([, count]) => {
    left -= count;
    return left <= 0;
  });
  return { median: (middle ?? last)[0], worst: last[0] };
};
