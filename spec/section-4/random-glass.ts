import type { Part } from '../../src/claim/claim.ts';
import { domain } from '../../src/claim/domain.ts';
import { pureNumber } from '../../src/formula/dimension.ts';
import { call, div, type Expr, integral, mul, num, pi, pow, sub, symbol } from '../../src/formula/expression.ts';
import { substitute } from '../../src/formula/substitute.ts';
import { omega0I, theta } from '../../src/formula/symbols.ts';
import { rational } from '../../src/number/rational.ts';
import { listed } from '../domains.ts';
import { weighted } from './exact-density.ts';
import type { Binders } from './notation.ts';

/**
 * What sums and densities say of the spins of a random glass: lengths in r0 and couplings in D0, so that of the glass
 * nothing but n_S r0^3, the filling, is left.
 */
export const filling = symbol('filling', 'n_Sr_0^3', pureNumber);
export const inGlassUnits = {
  mu0: mul(4, pi),
  hbar: num(1),
  gammaS: num(1),
  r0: num(1),
  D0: num(1),
  K: num(1),
  nS: filling,
} as const;
export const widthInGlass = mul(num(2, 15), pow(pi, 2), filling);

/** All else that a rate is proportional to. */
const once = listed(['NS', 'NI', 'A2'], [[rational(1), rational(1), rational(1)]]);
const glass = listed(['filling'], [[rational(1, 100)]]);
export const ofGlass = domain([glass]);
/** So dilute that contact hardly matters to local fields. */
export const ofDiluteGlass = domain([listed(['filling'], [[rational(1, 2000)]])]);
/** A range of nuclear frequencies about D0/4, a quarter of it to either side: no more couplings than a glass has. */
export const window = domain([glass, once, listed(['omega0I'], [[rational(1, 4)]])]);

/** D^2 times the density of couplings of a glass. */
export const weightedInGlass = substitute(weighted, inGlassUnits);

/**
 * Integral of D^2 g_D over the pairs whose sqrt(Delta^2 + D^2) lies in the window, Delta of either sign: what the delta
 * function of a rate leaves of it when omega0I runs over the window, per unit of the density of Delta. On a disc of
 * radius w, with D = w sin(theta), it is the integral of 2 w^2 cos^2(theta) D^2 g_D.
 */
export const overWindow = (weightedDensity: Expr): Expr => {
  const disc = (radius: Expr): Expr =>
    integral(
      theta,
      [[div(pi, -2), div(pi, 2)]],
      mul<string, Binders>(
        2,
        pow(radius, 2),
        pow(call('cos', theta), 2),
        substitute(weightedDensity, { D: mul<string, Binders>(radius, call('sin', theta)) }),
      ),
    );
  return sub<string, Binders>(disc(mul(num(5, 4), omega0I)), disc(mul(num(3, 4), omega0I)));
};

/** Couplings and densities of them that the sums over glasses are sorted into, in D0. */
const edges = [
  [-1, -0.7],
  [-0.7, -0.4],
  [-0.4, -0.2],
  [-0.2, -0.1],
  [-0.1, -0.05],
  [-0.05, -0.02],
  [0.02, 0.04],
  [0.04, 0.07],
  [0.07, 0.12],
  [0.12, 0.2],
  [0.2, 0.35],
  [0.35, 0.5],
] as const;
const hundredth = (x: number) => rational(Math.round(100 * x), 100);
const [from, to] = ['from', 'to'].map((name) => symbol(name, name, omega0I.symbol.dimension, 'real')) as [Expr, Expr];

/** The number of partners with a coupling in a range, of a density times D^2. */
export const partnersIn = (says: string, weightedDensity: Expr): Part => ({
  says,
  domain: domain([
    glass,
    listed(
      ['from', 'to'],
      edges.map((ends) => ends.map(hundredth)),
    ),
  ]),
  relation: () => {
    const D = symbol('D', 'D', omega0I.symbol.dimension, 'real');
    return {
      kind: 'measured',
      experiment: 'couplings of a random glass',
      result: 'partners',
      right: integral(D, [[from, to]], div<string, Binders>(weightedDensity, pow(D, 2))),
      // The fewest partners are along the field at contact.
      tells: rational(15, 10),
    };
  },
});

/** A factor that sampling must be able to tell. */
export const twentieth = rational(105, 100);
