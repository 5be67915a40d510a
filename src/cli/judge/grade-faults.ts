import { BrokenRow } from '../eval/rows-csv.ts';

/** A row that cannot be graded: what was expected, the same for all rows with that fault, and what this one has. */
export class BadRow extends BrokenRow {
  readonly got: string | undefined;
  constructor(expected: string, got?: string) {
    super(expected);
    this.got = got;
  }
}

/** Places that are named one by one; there may be as many as rows. */
const most = 10;

/** From the first to the last number. */
export type Range = readonly [from: number, to: number];

/** "2, 5 to 8, 11"; `named` says how each number is called. */
export const rangesText = (ranges: readonly Range[], named: (n: number) => string = String): string =>
  listOf(
    ranges.map(([from, to]) =>
      from === to ? named(from) : `${named(from)}${to === from + 1 ? ', ' : ' to '}${named(to)}`,
    ),
  );

/** Increasing numbers as ranges. */
const rangesOf = (numbers: readonly number[]): readonly Range[] => {
  const ranges: [number, number][] = [];
  for (const n of numbers) {
    const last = ranges[ranges.length - 1];
    if (last && n <= last[1] + 1) last[1] = n;
    else ranges.push([n, n]);
  }
  return ranges;
};

/** "lines 2, 5 to 8". */
export const linesText = (lines: readonly number[]): string =>
  `line${lines.length === 1 ? '' : 's'} ${rangesText(rangesOf(lines))}`;

/** The first ones of many names. */
export const listOf = (names: readonly string[]): string =>
  names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} and so on`;

export const counted = (count: number, what = 'row'): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** The faults of a file. Those of one kind make one sentence, however many rows have them. */
export interface Faults {
  readonly add: (line: number, fault: BrokenRow) => void;
  /** How many rows have one. */
  readonly count: () => number;
  /** A sentence for each kind. */
  readonly told: () => readonly string[];
}

export const faultsOf = (file: string): Faults => {
  const kinds = new Map<string, { readonly got: string; readonly lines: number[] }>();
  return {
    add: (line, fault) => {
      const got = fault instanceof BadRow && fault.got !== undefined ? `, got ${fault.got}` : '';
      const kind = kinds.get(fault.message) ?? { got, lines: [] };
      kind.lines.push(line);
      kinds.set(fault.message, kind);
    },
    count: () => [...kinds.values()].reduce((sum, { lines }) => sum + lines.length, 0),
    told: () =>
      [...kinds].map(([expected, { got, lines }]) => {
        const [first, ...others] = lines;
        const more = others.length === 0 ? '' : `; the same in ${counted(others.length)} more: ${linesText(others)}`;
        return `line ${first} of ${file}: ${expected}${got}${more}`;
      }),
  };
};
