/**
 * Lines of electrons, temperatures across them and conditions of a pair, as fast-check draws them: for property tests of
 * whatever computes stationary nuclear polarizations. What is drawn is plain data in rad/s and s, which a failure prints
 * and another program can read; `lineOf` and `profileOf` make of it what `derivedStates` takes. Numbers are short
 * decimals, and shrink to the simplest situation: a Gaussian line, no hole, powers of ten.
 *
 * @packageDocumentation
 */
import fc from 'fast-check';
import type { Line } from '../theory/stationary/line.ts';
import { gaussianLine, lorentzianLine, twoLines } from '../theory/stationary/lines.ts';
import { powderLine } from '../theory/stationary/powder-line.ts';
import {
  equilibriumProfile,
  holeProfile,
  latticeProfile,
  type Profile,
  tableProfile,
} from '../theory/stationary/profiles.ts';
import type { Conditions } from '../theory/stationary/state.ts';
import { tableLine } from '../theory/stationary/table-line.ts';

/** Points of a table: a frequency, rad/s, and the height or inverse temperature (s) there. */
export type Points = readonly (readonly [omega: number, value: number])[];

/** A line, by what it is made from; rad/s. Heights of a table are in any unit. */
export type LineData =
  | { readonly kind: 'gaussian' | 'lorentzian'; readonly omegaS: number; readonly fwhm: number }
  | { readonly kind: 'two lines'; readonly omegaS: number; readonly fwhm: number; readonly separation: number }
  | { readonly kind: 'table'; readonly points: Points }
  | {
      readonly kind: 'powder';
      readonly omegaX: number;
      readonly omegaY: number;
      readonly omegaZ: number;
      readonly fwhm: number;
    };

/** Temperatures across a line; rad/s and s. A table holds alpha at some omega. */
export type ProfileData =
  | { readonly kind: 'lattice'; readonly betaL: number }
  | {
      readonly kind: 'hole';
      readonly betaL: number;
      readonly omegaM: number;
      readonly holeFwhm: number;
      readonly depth: number;
    }
  | { readonly kind: 'equilibrium'; readonly beta: number; readonly shift: number }
  | { readonly kind: 'table'; readonly points: Points };

/** All that a stationary state depends on. */
export interface Situation {
  readonly line: LineData;
  readonly profile: ProfileData;
  readonly conditions: Conditions;
}

/** The line made from its data. Throws a RangeError where no line can be. */
export const lineOf = (data: LineData): Line => {
  switch (data.kind) {
    case 'gaussian':
      return gaussianLine(data);
    case 'lorentzian':
      return lorentzianLine(data);
    case 'two lines':
      return twoLines(data);
    case 'table':
      return tableLine(data.points);
    case 'powder':
      return powderLine(data);
  }
};

/** The profile made from its data. Throws a RangeError where none can be. */
export const profileOf = (data: ProfileData): Profile => {
  switch (data.kind) {
    case 'lattice':
      return latticeProfile(data);
    case 'hole':
      return holeProfile(data);
    case 'equilibrium':
      return equilibriumProfile(data);
    case 'table':
      return tableProfile(data.points);
  }
};

/** Where a line stands and what widths are compared with. */
export interface Scale {
  /** Centre of the line, rad/s. */
  readonly omegaS: number;
  /** Nuclear Zeeman splitting, rad/s. */
  readonly omega0I: number;
}
const usual: Scale = { omegaS: 6e11, omega0I: 1e9 };

const twelfths = ['1', '1.2', '1.5', '1.8', '2.2', '2.6', '3.2', '3.8', '4.6', '5.6', '6.8', '8.2'];
/** A number of two figures, 12 a decade, that many of them above the power of ten. */
const stepsAbove = (exponent: number, steps: number): number =>
  Number(`${twelfths[((steps % 12) + 12) % 12]}e${exponent + Math.floor(steps / 12)}`);

/** Positive numbers even over their logarithms, so many twelfths of a decade around 10^exponent, to which they shrink. */
const positive = (exponent: number, least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: least, max: most }).map((steps) => stepsAbove(exponent, steps));
const signed = (size: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.tuple(size, fc.boolean()).map(([of, isNegative]) => (isNegative ? -of : of));
/** The first is what the others shrink to. */
const either = <T>(...of: readonly fc.Arbitrary<T>[]): fc.Arbitrary<T> => fc.oneof({ withCrossShrink: true }, ...of);

/** Integers that rise, with `always` among them. */
const rising = (reach: number, most: number, always: readonly number[]): fc.Arbitrary<readonly number[]> =>
  fc
    .uniqueArray(fc.integer({ min: -reach, max: reach }), { minLength: always.length > 0 ? 0 : 2, maxLength: most })
    .map((drawn) => [...new Set([...always, ...drawn])].sort((a, b) => a - b));

/** The same numbers with one value for each. */
const withValues = (
  places: fc.Arbitrary<readonly number[]>,
  value: fc.Arbitrary<number>,
  most: number,
): fc.Arbitrary<Points> =>
  fc
    .tuple(places, fc.array(value, { minLength: most, maxLength: most }))
    .map(([at, values]) => at.map((place, index) => [place, values[index] as number] as const));

const mostPoints = 10;
type Relative = (scale: Scale) => LineData;

/** Lines in tenths of omega0I around omegaS. Without gaps, every difference up to omega0I is that of some electrons. */
const relativeLines = (gaps: boolean): fc.Arbitrary<Relative> => {
  // From a fifth of omega0I, where the overlap at that distance is 10^-30 of what it is at none, to ten times it.
  const widths = positive(0, gaps ? -36 : -8, 12);
  const heights = withValues(
    rising(20, mostPoints, gaps ? [] : [-7, 7]),
    fc.integer({ min: gaps ? 0 : 1, max: 100 }),
    mostPoints + 2,
  ).map((points) => (points.some(([, height]) => height > 0) ? points : points.map(([at]) => [at, 1] as const)));
  const tenth = fc.integer({ min: -20, max: 20 });
  return either<Relative>(
    widths.map((width) => ({ omegaS, omega0I }) => ({ kind: 'gaussian', omegaS, fwhm: width * omega0I })),
    widths.map((width) => ({ omegaS, omega0I }) => ({ kind: 'lorentzian', omegaS, fwhm: width * omega0I })),
    fc.tuple(widths, fc.integer({ min: 0, max: 40 })).map(([width, tenths]) => ({ omegaS, omega0I }) => {
      return { kind: 'two lines', omegaS, fwhm: width * omega0I, separation: (tenths * omega0I) / 10 };
    }),
    heights.map((points) => ({ omegaS, omega0I }) => {
      return { kind: 'table', points: points.map(([at, height]) => [omegaS + (at * omega0I) / 10, height]) };
    }),
    fc.tuple(tenth, tenth, tenth, positive(0, -8, 0)).map(([x, y, z, width]) => ({ omegaS, omega0I }) => {
      const [omegaX, omegaY, omegaZ] = [x, y, z].map((at) => omegaS + (at * omega0I) / 10) as [number, number, number];
      return { kind: 'powder', omegaX, omegaY, omegaZ, fwhm: width * omega0I };
    }),
  );
};

/**
 * Lines of every kind: FWHM from 10^-3 omega0I up to ten times it, two lines up to 4 omega0I apart (0: equal ones),
 * tables of 2 to 10 points within 2 omega0I from omegaS, also with heights 0 and with jumps at their ends, powders of any
 * axial and non-axial tensor. Shrink to a Gaussian of FWHM omega0I.
 */
export const lines = (scale: Scale = usual): fc.Arbitrary<LineData> => relativeLines(true).map((line) => line(scale));

const inverseTemperatures = positive(-12, -12, 12);
/** A profile in tenths of omega0I around omegaS. */
const relativeProfiles: fc.Arbitrary<(scale: Scale) => ProfileData> = either(
  inverseTemperatures.map((betaL) => (): ProfileData => ({ kind: 'lattice', betaL })),
  fc
    .tuple(
      inverseTemperatures,
      fc.integer({ min: -20, max: 20 }),
      positive(-1, -24, 18),
      fc.integer({ min: 0, max: 100 }),
    )
    .map(([betaL, tenths, width, percent]) => ({ omegaS, omega0I }: Scale): ProfileData => {
      const omegaM = omegaS + (tenths * omega0I) / 10;
      return { kind: 'hole', betaL, omegaM, holeFwhm: width * omega0I, depth: percent / 100 };
    }),
  fc
    .tuple(signed(positive(-10, -24, 12)), fc.integer({ min: -10, max: 10 }))
    .map(([beta, centre]) => ({ omegaS }: Scale): ProfileData => {
      return { kind: 'equilibrium', beta, shift: centre - beta * omegaS };
    }),
  fc
    .tuple(inverseTemperatures, withValues(rising(40, 6, [-40, 40]), fc.integer({ min: -5, max: 15 }), 8))
    .map(([unit, points]) => ({ omegaS, omega0I }: Scale): ProfileData => {
      return {
        kind: 'table',
        points: points.map(([at, tenths]) => [omegaS + (at * omega0I) / 10, (unit * tenths) / 10]),
      };
    }),
);

/**
 * Temperatures across a line: that of the lattice (betaL from 10^-13 to 10^-11 s), with a hole of any depth from 0 to 1
 * (no hole, and saturation), local equilibrium of either sign with a Zeeman term from -10 to 10 at omegaS, and tables of
 * 2 to 8 points, inverted ones too. Shrink to a lattice of 10^-12 s.
 */
export const profiles = (scale: Scale = usual): fc.Arbitrary<ProfileData> =>
  relativeProfiles.map((profile) => profile(scale));

type BetaSS = number | 'of the profile';
const interactions: fc.Arbitrary<BetaSS> = either<BetaSS>(
  fc.constant(0),
  fc.constant('of the profile'),
  signed(positive(-9, -48, 6)),
);
interface RelativeConditions {
  /** D0 and DD in units of omega0I. */
  readonly cutOff: number;
  readonly width: number;
  readonly betaSS: BetaSS;
}
const relativeConditions: fc.Arbitrary<RelativeConditions> = fc.record({
  cutOff: positive(0, -18, 15),
  width: positive(-2, -36, 24),
  betaSS: interactions,
});
const absolute = (omega0I: number, betaL: number, by: RelativeConditions): Conditions => ({
  omega0I,
  D0: by.cutOff * omega0I,
  DD: by.width * omega0I,
  betaSS: by.betaSS === 'of the profile' ? betaL : by.betaSS,
});

/**
 * Conditions of the pairs: D0 from 0.03 to 18 omega0I (and omega0I itself), DD from 10^-5 omega0I up to it, betaSS 0,
 * betaL, or of either sign from 10^-13 to 3 10^-9 s. Shrink to D0 = omega0I, DD = omega0I/100, betaSS = 0.
 */
export const conditions = (omega0I = usual.omega0I, betaL = 1e-12): fc.Arbitrary<Conditions> =>
  relativeConditions.map((by) => absolute(omega0I, betaL, by));

/** The inverse temperature that a profile has: of the lattice, or of its local equilibrium; s. */
const betaOf = (profile: ProfileData): number => {
  if (profile.kind === 'equilibrium') return profile.beta;
  return profile.kind === 'table' ? 1e-12 : profile.betaL;
};

/**
 * A line, a profile and conditions that belong together: omegaS from 2 10^11 to 10^12 rad/s, omega0I from 10^7 to
 * 3 10^9 rad/s, a line of which electrons differ by every frequency up to omega0I (FWHM at least omega0I/5, tables
 * without gaps), so that every branch of either edition has a state. Shrink to a Gaussian of FWHM 10^9 rad/s at
 * omegaS = 10^12 rad/s under the temperature of the lattice, with omega0I = D0 = 10^9 rad/s.
 */
export const situations = (): fc.Arbitrary<Situation> =>
  fc
    .record({
      omegaS: positive(12, -8, 0),
      omega0I: positive(9, -24, 5),
      line: relativeLines(false),
      profile: relativeProfiles,
      by: relativeConditions,
    })
    .map(({ omegaS, omega0I, line, profile, by }) => {
      const scale = { omegaS, omega0I };
      const temperatures = profile(scale);
      return {
        line: line(scale),
        profile: temperatures,
        conditions: absolute(omega0I, betaOf(temperatures), by),
      };
    });

/** A pair of electrons at resonance with a nucleus: Zeeman terms X of both, pure numbers; rad/s and s. */
export interface PairData {
  readonly here: number;
  readonly there: number;
  readonly Delta: number;
  readonly omega0I: number;
  readonly betaSS: number;
}

/**
 * Pairs with omega0I = 1 rad/s: Zeeman terms from -10 to 10, Delta from -omega0I to omega0I (both ends included),
 * betaSS from -4 to 4 s. Shrink to zeros.
 */
export const pairs = (): fc.Arbitrary<PairData> =>
  fc
    .record({
      here: fc.integer({ min: -40, max: 40 }),
      there: fc.integer({ min: -40, max: 40 }),
      Delta: fc.integer({ min: -8, max: 8 }),
      betaSS: fc.integer({ min: -16, max: 16 }),
    })
    .map(({ here, there, Delta, betaSS }) => ({
      here: here / 4,
      there: there / 4,
      Delta: Delta / 8,
      omega0I: 1,
      betaSS: betaSS / 4,
    }));
