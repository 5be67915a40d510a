import { add, div, type Expr, mul, num, pi, pow, sqrt, sub } from '../formula/expression.ts';
import {
  A2,
  betaI,
  betaL,
  betaSS,
  D,
  D0,
  DD,
  Delta,
  Delta0,
  gammaI,
  gammaJ,
  gammaS,
  hbar,
  mu0,
  omega,
  omega0I,
} from '../formula/symbols.ts';
import { largestCoupling, lorentzianWidth } from './coupling-density.ts';
import { hole, holeFwhm, holeWidth, omegaM, omegaS, sigma, standardDeviation } from './line-shape.ts';
import { B, g, gammaNucleus, gx, gy, gz, h, inverseTemperature, kB, muB, nI, rI, T, TSS } from './parameters.ts';
import { lowerLimit } from './rates.ts';

/** How a parameter follows from others, with the equation that says so. */
export interface Derivation {
  readonly name: string;
  readonly formula: Expr;
  readonly by: string;
}

/** Dipolar constant of an electron and a nucleus, mu0 hbar gamma_S gamma_I/(4 pi), rad m^3/s. */
const hyperfineConstant = div(mul(mu0, hbar, gammaS, gammaNucleus), mul(4, pi));

/**
 * A2 of Eq. (22), (rad/s)^2, for a purely dipolar hyperfine interaction with nuclei uniform beyond rI from the electron:
 * K (S I - 3 (S n)(I n))/r^3 with n = (sin t cos p, sin t sin p, cos t) holds S_z I_-+ with
 * -(3/2) K cos t sin t exp(+-i p)/r^3, which (8) writes as A_z+-/2. So |A_z+/2|^2 = (9/4) K^2 cos^2 t sin^2 t/r^6, whose
 * mean over directions is (3/10) K^2/r^6 (that of cos^2 sin^2 is 2/15), and nI times its integral over r > rI is
 * (2 pi/5) nI K^2/rI^3. An isotropic coupling adds nothing: it holds
 * no S_z I_+-.
 */
export const uniformHyperfine = mul(num(2, 5), pi, nI, pow(hyperfineConstant, 2), pow(rI, -3));

const thermal = div(hbar, mul(kB, T));
/** Zeeman splitting along a principal axis of the g tensor. */
const splittingAlong = <S extends string>(principal: Expr<S, 'scalar'>): Expr =>
  div<string, 'scalar'>(mul<string, 'scalar'>(principal, muB, B), hbar);

/** In the order in which they build on each other. */
export const derivations: readonly Derivation[] = [
  { name: hbar.symbol.name, formula: div(h, mul(2, pi)), by: 'its definition' },
  { name: gammaS.symbol.name, formula: div(mul(g, muB), hbar), by: 'g mu_B/hbar' },
  { name: gammaI.symbol.name, formula: gammaS, by: 'Eq. (A.2), equal electrons' },
  { name: gammaJ.symbol.name, formula: gammaS, by: 'Eq. (A.2), equal electrons' },
  { name: D0.symbol.name, formula: largestCoupling, by: 'Eq. (A.6)' },
  { name: DD.symbol.name, formula: lorentzianWidth, by: 'Eq. (A.8)' },
  { name: omega0I.symbol.name, formula: mul(gammaNucleus, B), by: 'gamma_I B' },
  { name: omega.symbol.name, formula: mul(gammaS, B), by: 'gamma_S B' },
  { name: A2.symbol.name, formula: uniformHyperfine, by: 'Eq. (22) with dipolar coupling to nuclei uniform beyond rI' },
  { name: inverseTemperature.symbol.name, formula: thermal, by: 'hbar/(k_B T)' },
  { name: betaI.symbol.name, formula: thermal, by: 'hbar/(k_B T)' },
  { name: betaL.symbol.name, formula: thermal, by: 'hbar/(k_B T)' },
  { name: omegaS.symbol.name, formula: mul(gammaS, B), by: 'gamma_S B' },
  { name: betaSS.symbol.name, formula: div(hbar, mul(kB, TSS)), by: 'hbar/(k_B TSS)' },
  { name: omegaM.symbol.name, formula: add(omegaS, hole), by: 'its distance from the centre' },
  { name: 'omegaX', formula: splittingAlong(gx), by: 'gx mu_B B/hbar' },
  { name: 'omegaY', formula: splittingAlong(gy), by: 'gy mu_B B/hbar' },
  { name: 'omegaZ', formula: splittingAlong(gz), by: 'gz mu_B B/hbar' },
  { name: sigma.symbol.name, formula: standardDeviation, by: 'fwhm/(2 sqrt(2 log 2))' },
  { name: holeWidth.symbol.name, formula: mul(num(1, 2), holeFwhm), by: 'half of its width' },
  { name: Delta0.symbol.name, formula: lowerLimit, by: 'Eq. (42)' },
];

/** What the matching condition says of the coupling of a pair at Delta; asked for where a claim speaks of it. */
export const atResonance: readonly Derivation[] = [
  { name: D.symbol.name, formula: sqrt(mul(sub(omega0I, Delta), sub(omega0I, mul(-1, Delta)))), by: 'Eq. (39)' },
];
