import { domain } from '../../src/claim/domain.ts';
import { dimension } from '../../src/formula/dimension.ts';
import { add, apply, div, type Expr, mul, num, sub, symbol } from '../../src/formula/expression.ts';
import { instantiate, substitute } from '../../src/formula/substitute.ts';
import { betaI, betaL, betaSS, Delta, hbar, omega, omega0I, statesOf } from '../../src/formula/symbols.ts';
import { claim } from '../claim.ts';
import { frees } from '../domains.ts';
import type { Binders } from '../section-4/notation.ts';
import { meansInstead, productOfPopulations } from './continuum.ts';
import { bothWays, onlyAt } from './local-equilibrium.ts';
import { fourStates, inMixedStates, pairs, product, upperAndLower } from './notation.ts';
import { rhoTildeOf } from './states.ts';

const kB = symbol('kB', 'k_B', dimension({ kg: 1, m: 2, s: -2, K: -1 }));
const TL = symbol('TL', 'T_L', dimension({ K: 1 }));

export const eq96 = claim({
  id: 'eq96',
  text: { status: 'clean' },
  role: 'symbol',
  printed: { left: betaL, is: '=', right: div(hbar, mul(kB, TL)) },
  domain: domain(frees('hbar', 'kB', 'TL')),
});

const parallel = mul(sub(mul(2, omega), Delta), betaL);
const mixedAtLattice = (splitting: Expr): Expr =>
  add<string, Binders>(
    mul<string, Binders>(splitting, betaL),
    mul<string, Binders>(sub<string, Binders>(omega0I, splitting), betaSS),
  );

/** At alpha = beta_L the Zeeman terms differ by Delta beta_L, of which Delta^2/omega0I beta_L is left in the mixed states. */
const ofMeans = (exponent: (splitting: Expr) => Expr): Expr => inMixedStates((_, splitting) => exponent(splitting));

export const eq97 = claim({
  id: 'eq97',
  text: upperAndLower,
  role: 'number',
  printed: {
    left: apply(rhoTildeOf, omega, Delta),
    is: '=',
    right: fourStates(parallel, mixedAtLattice(Delta)),
  },
  domain: pairs('betaSS', 'betaL', 'sign', 'aligned'),
  step: ({ eq85: populations }) => instantiate(populations as Expr, { alpha: { parameters: [], body: betaL } }),
  instead: { says: meansInstead, formula: fourStates(parallel, ofMeans(mixedAtLattice)) },
});

const differences = (splitting: Expr): Expr =>
  add<string, Binders>(mul<string, Binders>(splitting, sub(betaL, betaSS)), mul(omega0I, sub(betaSS, betaI)));
export const productOfMeans = product(ofMeans(differences));

export const eq98 = claim({
  id: 'eq98',
  text: upperAndLower,
  role: 'number',
  printed: { left: productOfPopulations, is: '=', right: product(differences(Delta)) },
  domain: pairs('betaI', 'betaSS', 'betaL', 'sign', 'statesI'),
  step: ({ eq79: nuclei, eq97: unnormalised }) =>
    mul<string, Binders>(
      div<string, Binders>(substitute(unnormalised as Expr, { aligned: num(-1) }), apply(statesOf, omega, Delta)),
      nuclei as Expr,
    ),
  instead: { says: meansInstead, formula: productOfMeans },
});

export const eq100 = claim({
  id: 'eq100',
  text: upperAndLower,
  role: 'number',
  printed: {
    left: productOfPopulations,
    is: '=',
    right: product(mul(omega0I, sub(betaL, betaI)), omega0I),
  },
  domain: pairs('betaI', 'betaSS', 'betaL', 'sign', 'statesI'),
  step: ({ eq98: products }) => substitute(products as Expr, { Delta: omega0I }),
});

export const s8d = claim({
  id: 's8d',
  text: { status: 'clean' },
  role: 'sentence',
  domain: pairs('betaI', 'betaL'),
  parts: onlyAt('the cross effect', 'beta_L', betaL, ({ eq77: condition, eq100: products }) =>
    bothWays(condition, products),
  ),
});
