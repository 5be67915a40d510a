import type { Model } from '../pair-populations.ts';
import type { Line, Piece } from './line.ts';
import type { Pole } from './panels.ts';
import type { Profile } from './profiles.ts';
import { type Resonances, resonancesOf } from './resonances.ts';
import type { Conditions } from './state.ts';

/** A piece between two breaks of the profile; as with pieces, frequencies are counted from the centre of the line. */
export interface Cell {
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
}

const cellsOf = (line: Line, profile: Profile): Cell[] =>
  line.pieces.flatMap((piece) => {
    const breaks = profile.breaks.map((at) => at - line.centre).filter((at) => at > piece.from && at < piece.to);
    const ends = [piece.from, ...breaks, piece.to];
    return ends.slice(1).map((to, k) => ({ piece, from: ends[k] as number, to }));
  });

/** A setting of line, profile and conditions, with what all pairs share. */
export interface Setting {
  readonly line: Line;
  readonly profile: Profile;
  readonly resonances: Resonances;
  readonly cells: readonly Cell[];
  /** Those of the profile, from the centre of the line. */
  readonly poles: readonly Pole[];
  readonly model: Model;
  readonly betaSS: number;
  /** Signs of Delta that are taken. */
  readonly signs: readonly (1 | -1)[];
  /** Products of two bells are multiplied by the exponential of this. */
  readonly shift: number;
  /** How much X and the interaction term may change at most in a pair, and how large X is. */
  readonly spread: number;
  readonly size: number;
}

/** Distance of a number from an interval. */
const distance = (x: number, from: number, to: number): number => Math.max(0, from - x, x - to);

export const shiftOf = (line: Line, Delta0: number, omega0I: number): number => {
  let least = Number.POSITIVE_INFINITY;
  for (const { bell: a } of line.pieces)
    for (const { bell: b } of line.pieces) {
      if (a === undefined || b === undefined) return 0;
      const far = distance(Math.abs(a.centre - b.centre), Delta0, omega0I) / (2 * a.sigma);
      least = Math.min(least, far * far);
    }
  return least;
};

/** Poles of the profile from the centre of the line, without those that are too far away to matter. */
const nearPoles = (line: Line, profile: Profile, omega0I: number): Pole[] => {
  const far = 100 * (line.to - line.from + omega0I);
  return profile.poles
    .filter(({ at, width }) => Math.hypot(distance(at, line.from, line.to), width) < far)
    .map(({ at, width }) => ({ at: at - line.centre, width }));
};

export const settingOf = (
  line: Line,
  profile: Profile,
  conditions: Conditions,
  model: Model,
  signs: readonly (1 | -1)[],
): Setting => {
  const resonances = resonancesOf(conditions);
  const { omega0I, betaSS } = conditions;
  const poles = nearPoles(line, profile, omega0I);
  const near = [line.centre - omega0I, line.centre, line.centre + omega0I, ...poles.map(({ at }) => line.centre + at)];
  const terms = near.map(profile.term);
  return {
    line,
    profile,
    resonances,
    cells: cellsOf(line, profile),
    poles,
    model,
    betaSS,
    signs,
    shift: shiftOf(line, resonances.Delta0, omega0I),
    spread: Math.max(...terms) - Math.min(...terms) + 2 * Math.abs(betaSS * omega0I),
    size: Math.max(...terms.map(Math.abs)),
  };
};
