import { type LineData, lineOf, profileOf, type Situation } from '../src/library/arbitraries.ts';
import { fromBinary64 } from '../src/number/rational.ts';
import type { Input } from '../src/theory/stationary/certified/frame.ts';
import type { CertifiedLine } from '../src/theory/stationary/certified/line.ts';
import { certifiedGaussian } from '../src/theory/stationary/certified/lines.ts';
import { type CertifiedProfile, certifiedHole, certifiedLattice } from '../src/theory/stationary/certified/profiles.ts';
import { certifiedStates } from '../src/theory/stationary/certified/states.ts';
import { certifiedTableLine } from '../src/theory/stationary/certified/table-line.ts';
import { derivedStates, printedStates } from '../src/theory/stationary/double.ts';
import { median, type Time, timeOf, timeOfScipy } from './peers/measure.ts';

/**
 * 13C at 3.4 T under electrons of g = 2 at 4.2 K, a line of 100 MHz, D0 = 52 MHz, DD = 2 MHz, with a hole of 5 MHz: the
 * same in every program. rad/s and s.
 */
export const situation = {
  line: { kind: 'gaussian', omegaS: 5.979e11, fwhm: 6.283e8 },
  profile: { kind: 'hole', betaL: 1.8186e-12, omegaM: 5.97743e11, holeFwhm: 3.1416e7, depth: 0.5 },
  conditions: { omega0I: 2.2876e8, D0: 3.2673e8, DD: 1.2566e7, betaSS: -2e-9 },
} as const satisfies Situation;

/** Lines of every kind with about the width of that one. */
const { omegaS, fwhm } = situation.line;
const lines: readonly LineData[] = [
  situation.line,
  { kind: 'two lines', omegaS, fwhm, separation: 4e8 },
  { kind: 'lorentzian', omegaS, fwhm },
  { kind: 'powder', omegaX: omegaS - 5e8, omegaY: omegaS, omegaZ: omegaS + 8e8, fwhm: 2e8 },
];

const tablePoints = [10, 20, 40, 80, 160];
/** The Gaussian at that many equally distant points between three times its width on either side. */
const tableOf = (points: number): Extract<LineData, { kind: 'table' }> => ({
  kind: 'table',
  points: Array.from({ length: points }, (_, k) => {
    const x = (6 * k) / (points - 1) - 3;
    return [omegaS + (x * fwhm) / 2, Math.exp(-Math.LN2 * x * x)] as const;
  }),
});

/** One after the other of a hundred values of D0, from 0.05 to 5 omega0I, so that no state is computed twice in a row. */
const states = (line: LineData, of: typeof derivedStates | typeof printedStates): (() => unknown) => {
  const [made, profile] = [lineOf(line), profileOf(situation.profile)];
  const { omega0I } = situation.conditions;
  let next = 0;
  return () => of(made, profile, { ...situation.conditions, D0: omega0I * 0.05 * (1 + (next++ % 100)) });
};

export interface StateTime {
  readonly what: string;
  /** Milliseconds for the states of all three branches. */
  readonly derived: number;
  readonly printed: number;
}

/** How long states take in binary64, for lines of every kind. */
export const doubleTimes = (): readonly StateTime[] =>
  [...lines, ...tablePoints.map(tableOf)].map((line) => ({
    what: line.kind === 'table' ? `table of ${line.points.length} points` : line.kind,
    derived: timeOf(states(line, derivedStates)) / 1000,
    printed: timeOf(states(line, printedStates)) / 1000,
  }));

/** The states of both editions with their errors, by SciPy: test/peers/stationary.py. */
export const scipyTime = (): Time => timeOfScipy(situation);

export interface CertifiedTime {
  readonly what: string;
  readonly digits: number;
  /** Milliseconds for the states of all three branches, as derived. */
  readonly derived: number;
}

const exactly =
  (x: number): Input =>
  (arithmetic) =>
    arithmetic.rational(fromBinary64(x));
const inputs = <Name extends string>(of: Readonly<Record<Name, number>>): Readonly<Record<Name, Input>> =>
  Object.fromEntries(Object.entries<number>(of).map(([name, value]) => [name, exactly(value)])) as Record<Name, Input>;

/** How long certified states take: 20 digits of the Gaussian line, without the hole and with it; tables without it. */
export const certifiedTimes = (): readonly CertifiedTime[] => {
  const { conditions, line, profile } = situation;
  const { betaL, omegaM, holeFwhm, depth } = profile;
  const gaussian = certifiedGaussian(inputs({ omegaS: line.omegaS, fwhm: line.fwhm }));
  const lattice = certifiedLattice(inputs({ betaL }));
  const hole = certifiedHole(inputs({ betaL, omegaM, holeFwhm, depth }));
  const timed = (what: string, of: CertifiedLine, term: CertifiedProfile, digits: number): CertifiedTime => {
    const once = (): number => {
      const start = performance.now();
      certifiedStates(of, term, inputs(conditions), { digits, edition: 'derived' });
      return performance.now() - start;
    };
    const first = once();
    return { what, digits, derived: first > 3000 ? first : median([first, once(), once(), once(), once()]) };
  };
  const tables = tablePoints.map((points) => {
    const made = tableOf(points);
    const exact = certifiedTableLine(made.points.map(([at, height]) => [exactly(at), exactly(height)]));
    return timed(`table of ${points} points`, exact, lattice, 10);
  });
  return [timed('gaussian', gaussian, lattice, 20), timed('gaussian, with the hole', gaussian, hole, 20), ...tables];
};
