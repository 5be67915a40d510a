import type { Premises } from '../src/claim/claim.ts';
import { named } from '../src/claim/quote.ts';
import { dimension, pureNumber } from '../src/formula/dimension.ts';
import { div, type Expr, mul, num, pi, symbol } from '../src/formula/expression.ts';
import { substitute } from '../src/formula/substitute.ts';

const planck = symbol('planck', 'h', dimension({ kg: 1, m: 2, s: -1 }));
const bohrMagneton = symbol('muB', '\\mu_B', dimension({ A: 1, m: 2 }));
const g = symbol('g', 'g', pureNumber);

/** Constants that quoted figures need. g = 2 names the free-electron value, from which radicals differ by less than 1 %. */
export const physicalInputs = {
  mu0: 'vacuumPermeability',
  planck: 'planck',
  muB: 'bohrMagneton',
  gammaC: 'gammaCarbon13',
  g: named('2', '0.02', 'g = 2, 1 %'),
} as const;

/** Gyromagnetic ratio of carbon-13, rad s^-1 T^-1. */
export const gammaOfCarbon13 = symbol('gammaC', '\\gamma_{C}', dimension({ s: 1, A: 1, kg: -1 }));

/** hbar and gamma_S = g mu_B/hbar by the constants of the SI. */
const hbarOf = div(planck, mul(2, pi));
export const inConstants = (formula: Expr): Expr =>
  substitute(formula, { hbar: hbarOf, gammaS: div(mul(g, bohrMagneton), hbarOf) });

/** Width of g_D in rad/s: the quoted number of D_av, with D_av of (A.7). */
export const glassWidth = ({ eqA7: average, sAc2: coefficient }: Premises): Expr =>
  inConstants(mul(coefficient as Expr, average as Expr));

/** rad/s in MHz x 2 pi. */
export const inMegahertz = (frequency: Expr): Expr => div(frequency, mul(2, pi, num(1000000)));
