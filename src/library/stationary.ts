/**
 * Stationary states of nuclei under triple spin flips, in binary64 with an estimate of their error: for Gaussian and
 * Lorentzian lines, two lines, tables and powder patterns, and any temperatures across them. All in rad/s and s.
 *
 * @packageDocumentation
 */
export { type Model, models } from '../theory/pair-populations.ts';
export {
  derivedStates,
  printedStates,
  type StatesWithError,
  type StateWithError,
} from '../theory/stationary/double.ts';
export type { Line, Piece } from '../theory/stationary/line.ts';
export { gaussianLine, lorentzianLine, twoLines } from '../theory/stationary/lines.ts';
export type { Pole } from '../theory/stationary/panels.ts';
export { powderLine } from '../theory/stationary/powder-line.ts';
export {
  equilibriumProfile,
  holeProfile,
  latticeProfile,
  type Profile,
  tableProfile,
} from '../theory/stationary/profiles.ts';
export { type Branch, branches, type Conditions, type State, type States } from '../theory/stationary/state.ts';
export { type Point, tableLine } from '../theory/stationary/table-line.ts';
