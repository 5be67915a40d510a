/** Named numbers obtained from one glass; the same names for the same settings. */
export type Row = Readonly<Record<string, number>>;

/** A range of nuclear frequencies around omega0I, in D0. */
export interface Window {
  readonly omega0I: number;
  readonly from: number;
  readonly to: number;
}

/** The window (1 -+ half) omega0I. */
export const windowAround = (omega0I: number, half = 1 / 4): Window => ({
  omega0I,
  from: omega0I * (1 - half),
  to: omega0I * (1 + half),
});

/** A range of couplings, in D0. */
export type Bin = readonly [from: number, to: number];

/** What is summed over pairs. */
export interface SumSettings {
  /** Distance, r0, up to which pairs are summed one by one; what lies beyond is added for uniform positions. */
  readonly reach: number;
  readonly bins: readonly Bin[];
  readonly windows: readonly Window[];
  /** Standard deviation, D0, of the Gaussian line from which electron frequencies are drawn. */
  readonly lineWidth: number;
  /** How many sets of electron frequencies are drawn for one set of positions. */
  readonly draws: number;
}

/** What is asked about local fields. */
export interface FieldSettings {
  /** Distance, r0, up to which partners are summed one by one. */
  readonly reach: number;
  /** Fields, in D0 times the filling, below which spins are counted. */
  readonly levels: readonly number[];
}

/** The parts asked for; those left out are not computed. */
export interface Settings {
  readonly sums?: SumSettings;
  readonly fields?: FieldSettings;
  /** Distances, r0, that link spins to clusters. */
  readonly links?: readonly number[];
}

const between = (edges: readonly number[]): Bin[] =>
  edges.slice(1).map((to, index) => [edges[index] as number, to] as const);

/** The bins run over -1 <= x <= 1/2 but for |x| < 0.02, where the density diverges. */
export const usualSums: SumSettings = {
  reach: 6,
  bins: [...between([-1, -0.7, -0.4, -0.2, -0.1, -0.05, -0.02]), ...between([0.02, 0.04, 0.07, 0.12, 0.2, 0.35, 0.5])],
  windows: [0.25, 0.5, 1, 2].map((omega0I) => windowAround(omega0I)),
  lineWidth: 1,
  draws: 4,
};

const expect = (holds: boolean, what: string, got: unknown): void => {
  if (!holds) throw new RangeError(`expected ${what}, got ${got}`);
};

/** Throws a RangeError with the first thing that is wrong with the settings. */
export const checkSums = ({ reach, bins, windows, lineWidth, draws }: SumSettings): void => {
  expect(reach >= 2, 'a reach of at least 2 r0, beyond which contact no longer matters', reach);
  const nearest = 1 / (reach * reach * reach);
  for (const [from, to] of bins) {
    expect(-1 <= from && from < to && to <= 1 / 2, 'a bin of couplings within [-1, 1/2]', `[${from}, ${to}]`);
    const covered = from >= nearest || to <= -nearest;
    expect(covered, `a bin beyond |D| = ${nearest} D0, the largest coupling outside the reach`, `[${from}, ${to}]`);
  }
  for (const { from, to } of windows) expect(0 < from && from < to, 'a window 0 < from < to', `${from} to ${to}`);
  const centres = windows.map(({ omega0I }) => omega0I);
  expect(new Set(centres).size === centres.length, 'windows with different centres, which name them', centres);
  expect(lineWidth > 0 && lineWidth < Number.POSITIVE_INFINITY, 'a positive width of the line', lineWidth);
  expect(Number.isInteger(draws) && draws >= 1, 'at least one draw of frequencies, an integer', draws);
};

/** Throws a RangeError unless all levels are positive. */
export const checkFields = ({ levels }: FieldSettings): void => {
  for (const level of levels) expect(level > 0, 'a positive level of the local field', level);
};
