import type { Pole } from './panels.ts';

/**
 * A part of a line that is analytic between its ends, for quadrature; the line is the sum of its pieces. Frequencies are
 * counted from the centre of the line: omega itself is rounded to 1e-4 rad/s, which a narrow hole would feel.
 */
export interface Piece {
  /** Where it begins and ends, rad/s; it is nothing beyond. Infinite for a bell and a Lorentzian. */
  readonly from: number;
  readonly to: number;
  /** For a Gaussian: weight exp(-(omega - centre)^2/(2 sigma^2)), so that small products can be scaled. */
  readonly bell?: { readonly centre: number; readonly sigma: number; readonly weight: number };
  /** For a Lorentzian: how far it counts at most, in units of its half width and of the distance of a pair. */
  readonly tails?: { readonly halfWidth: number; readonly units: number };
  /** Its poles, rad/s. */
  readonly poles: readonly Pole[];
  /** How far from the real axis it still is of the magnitude that it has on it, rad/s. */
  readonly reach: number;
  /** out[k] *= density at offset[k] - by, k < count. */
  readonly multiply: (offset: Float64Array, count: number, by: number, out: Float64Array) => void;
}

/** A normalised density g(omega) of the Zeeman splittings of electrons, s. */
export interface Line {
  readonly name: string;
  /** g(omega), s; omega in rad/s. */
  readonly density: (omega: number) => number;
  /** Rising, rad/s; the density is analytic between them. */
  readonly breaks: readonly number[];
  /** What lies beyond adds less than 1e-17 to the integral of a product of two densities, or exactly nothing, rad/s. */
  readonly from: number;
  readonly to: number;
  /** Bound of the error of the density wherever it is, s; 0 but for lines that are themselves a quadrature. */
  readonly densityError: number;
  /** Mean of omega, for a Lorentzian its centre, rad/s; pieces count from here. */
  readonly centre: number;
  readonly pieces: readonly Piece[];
}

const say = (value: unknown): string => (typeof value === 'number' ? String(value) : JSON.stringify(value));

/** Throws unless the value is finite. */
export const finite = (what: string, value: number): number => {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new RangeError(`${what} must be a finite number, got ${say(value)}`);
};

/** Throws unless the value is finite and above 0. */
export const positive = (what: string, value: number): number => {
  if (finite(what, value) > 0) return value;
  throw new RangeError(`${what} must be above 0, got ${say(value)}`);
};

/** Throws unless the value is finite and at least 0. */
export const notNegative = (what: string, value: number): number => {
  if (finite(what, value) >= 0) return value;
  throw new RangeError(`${what} must be at least 0, got ${say(value)}`);
};
