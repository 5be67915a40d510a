import { angularFrequency, pureNumber, time } from '../formula/dimension.ts';
import { add, call, div, type Expr, mul, num, pi, pow, sqrt, sub, symbol } from '../formula/expression.ts';
import { substitute } from '../formula/substitute.ts';
import { betaL, Delta, omega } from '../formula/symbols.ts';

/**
 * Inhomogeneous lines of the electrons: normalised densities g(omega) of Zeeman splittings, s, and polarizations across
 * them. All frequencies in rad/s.
 */

/** Centre of the line, rad/s. */
export const omegaS = symbol('omegaS', '\\omega_{0S}', angularFrequency, 'real');
/** Standard deviation of a Gaussian, rad/s. */
export const sigma = symbol('sigma', '\\sigma', angularFrequency);
/** Full width at half maximum, rad/s. */
export const fwhm = symbol('fwhm', '\\Delta_i', angularFrequency);
/** Distance of the two lines of a pair of lines, rad/s. */
export const separation = symbol('separation', 's', angularFrequency, 'nonnegative');

/** Standard deviation of a Gaussian of that width: fwhm/(2 sqrt(2 log 2)). */
export const standardDeviation: Expr<'fwhm', 'scalar'> = div(fwhm, mul(2, sqrt(mul(2, call('log', num(2))))));

/** exp(-(omega - centre)^2/(2 sigma^2)), with its largest value 1. */
const bell = <S extends string>(frequency: Expr<S, 'scalar'>): Expr<S | 'sigma', 'scalar'> =>
  call('exp', mul<S | 'sigma', 'scalar'>(num(-1, 2), pow(div<S | 'sigma', 'scalar'>(frequency, sigma), 2)));

/** What a bell has to be multiplied by to have the integral 1, s. */
export const bellHeight: Expr<'sigma', 'scalar'> = div(1, mul(sigma, sqrt(mul(2, pi))));

/** A line shape as its height, which does not depend on omega, times a shape of largest value at most 1. */
export interface Line {
  readonly name: string;
  readonly shape: Expr<'omega' | 'omegaS' | 'sigma' | 'separation', 'scalar'>;
  readonly height: Expr<'sigma', 'scalar'>;
  /** How far the centres of its bells lie from omegaS at most, rad/s. */
  readonly reach: Expr<'separation', 'scalar'>;
  /** The integral of g(omega) g(omega - Delta) over all omega, s, in closed form: see Eq. (75). */
  readonly overlap: Expr<'Delta' | 'sigma' | 'separation', 'scalar'>;
}

/** Overlap of two bells at a distance: a Gaussian of variance 2 sigma^2. */
const overlapAt = <S extends string>(distance: Expr<S, 'scalar'>): Expr<S | 'sigma', 'scalar'> =>
  div<S | 'sigma', 'scalar'>(
    call('exp', mul<S | 'sigma', 'scalar'>(num(-1, 4), pow(div<S | 'sigma', 'scalar'>(distance, sigma), 2))),
    mul(2, sigma, sqrt(pi)),
  );

const offset = sub(omega, omegaS);
const half = mul(num(1, 2), separation);

/** A Gaussian line. */
export const gaussian: Line = {
  name: 'Gaussian',
  shape: bell(offset),
  height: bellHeight,
  reach: num(0),
  overlap: overlapAt(Delta),
};

/** Two equal Gaussian lines at omegaS -+ separation/2. */
export const twoLines: Line = {
  name: 'two lines',
  shape: mul(num(1, 2), add(bell(add(offset, half)), bell(sub(offset, half)))),
  height: bellHeight,
  reach: half,
  overlap: add(
    mul(num(1, 2), overlapAt(Delta)),
    mul(num(1, 4), add(overlapAt(sub(Delta, separation)), overlapAt(add(Delta, separation)))),
  ),
};

/** A Lorentzian line, s, and its overlap with itself moved by Delta, s: a Lorentzian of twice the width. */
export const lorentzianLine: Expr<'omega' | 'omegaS' | 'fwhm', 'scalar'> = div(
  div(fwhm, mul(2, pi)),
  add(pow(offset, 2), mul(num(1, 4), pow(fwhm, 2))),
);
export const lorentzianOverlap: Expr<'Delta' | 'fwhm', 'scalar'> = div(div(fwhm, pi), add(pow(Delta, 2), pow(fwhm, 2)));

/** Depth (0 to 1), centre and half width of the hole that a microwave field burns into the polarization. */
export const depth = symbol('depth', 'b', pureNumber, 'nonnegative');
export const omegaM = symbol('omegaM', '\\omega_M', angularFrequency, 'real');
export const holeWidth = symbol('holeWidth', '\\delta', angularFrequency);
/** Distance of that centre from the centre of the line, rad/s. */
export const hole = symbol('hole', '\\omega_M - \\omega_{0S}', angularFrequency, 'real');
/** Full width at half maximum of that hole, rad/s. */
export const holeFwhm = symbol('holeFwhm', '2\\delta', angularFrequency);
/** A constant that the Zeeman term may have besides, as under fast spectral diffusion; a pure number. */
export const shift = symbol('shift', 'c', pureNumber, 'real');
const beta = symbol('beta', '\\beta', time, 'real');

/** The Zeeman term omega alpha(omega), a pure number, in three situations. */
export type ZeemanTerm = Expr<string, 'scalar'>;
/** At the temperature of the lattice: omega beta_L. */
export const inLatticeEquilibrium = mul(omega, betaL);
/** With a Lorentzian hole around omegaM, spectral diffusion being slow. */
export const withHole = mul(omega, betaL, sub(1, div(depth, add(1, pow(div(sub(omega, omegaM), holeWidth), 2)))));
/** omega beta + c, which fast spectral diffusion leads to: Eq. (94) with beta = beta_SS. */
export const inLocalEquilibrium = add(mul(omega, beta), shift);

/** P_Z(omega) = tanh(omega alpha(omega)/2). Eq. (89). */
export const polarizationOf = (term: ZeemanTerm): Expr<string, 'scalar'> =>
  call('tanh', mul<string, 'scalar'>(num(1, 2), term));

/** A formula in omega with another frequency in its place. */
export const at = (formula: Expr<string, 'scalar'>, frequency: Expr<string, 'scalar'>): Expr<string, 'scalar'> =>
  substitute(formula, { omega: frequency }) as Expr<string, 'scalar'>;
