import type { Ball } from '../../../number/ball.ts';
import type { Frame } from './frame.ts';

/**
 * The product W of a line's densities at both frequencies of a pair, y = u + Delta/2 and y' = u - Delta/2, up to a factor
 * that does not depend on u and Delta; frequencies in units of omega0I from the origin of the line.
 */
export interface LineAt {
  /** rad/s */
  readonly origin: Ball;
  /** Between two of them (fixed point, rising) the density is analytic; its pieces are numbered from 0. */
  readonly breaks: readonly bigint[];
  /** A bound of W on the real axis, of its slope in u there, and of |y| within the range. */
  readonly largest: number;
  readonly slope: number;
  readonly reach: number;
  /** What beyond an error of u of 1 unit, times the slope, `weights` err by, in units. */
  readonly error: number;
  /** A bound of the integral of |W| over a path with |Im u| <= height that leads from one end of the line to the other. */
  readonly overall: (delta: Rectangle, height: number, beyond: number) => number;
  /** A bound of |W| on such a path where the density is continued from up to `beyond` outside its piece. */
  readonly highest: (delta: Rectangle, height: number, beyond: number) => number;
  /** Whatever depends on u alone. */
  readonly prepare: (u: readonly bigint[]) => readonly (readonly bigint[])[];
  readonly at: (delta: Ball) => WeightsAt;
}

/** Delta from lo to hi, with an imaginary part of at most `height`; in units of omega0I. */
export interface Rectangle {
  readonly lo: number;
  readonly hi: number;
  readonly height: number;
}

/** W for one Delta. */
export interface WeightsAt {
  /** The range of u to integrate over, fixed point. */
  readonly range: readonly [from: bigint, to: bigint];
  /** A bound of the integral of W outside. */
  readonly tail: number;
  /** A bound of |W| for u from lo to hi with |Im u| <= height, by the formulas of two pieces; infinite at a pole. */
  readonly bound: (lo: number, hi: number, height: number, here: number, there: number) => number;
  readonly weights: (
    u: readonly bigint[],
    prepared: readonly (readonly bigint[])[],
    here: number,
    there: number,
  ) => readonly bigint[];
}

/** A line; `least`: the least |Delta| that is asked for; `tolerance`: what may be left out, relative to W = 1. */
export interface CertifiedLine {
  readonly name: string;
  readonly at: (frame: Frame, least: number, tolerance: number) => LineAt;
}
