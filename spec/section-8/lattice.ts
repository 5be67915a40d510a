import type { Part } from '../../src/claim/claim.ts';
import { domain } from '../../src/claim/domain.ts';
import { dimension } from '../../src/formula/dimension.ts';
import { add, apply, div, type Expr, mul, num, sub, symbol } from '../../src/formula/expression.ts';
import { instantiate, substitute } from '../../src/formula/substitute.ts';
import { betaI, betaL, betaSS, Delta, hbar, omega, omega0I, statesOf } from '../../src/formula/symbols.ts';
import { claim } from '../claim.ts';
import { frees } from '../domains.ts';
import type { Binders } from '../section-4/notation.ts';
import { eachPairAt, meanShares, shareText } from './balance.ts';
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

export const differences = (splitting: Expr): Expr =>
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

/** That the flips of a pair of (59) balance at the temperature of the lattice, wherever its Delta is. */
const atLattice = (whose: string, products: Expr): Part => ({
  says: `with ${whose}, pairs of the flow (59) with other Delta balance at beta_I = beta_L as well`,
  domain: pairs('betaSS', 'betaL', 'statesI'),
  judges: 'outside',
  relation: () => {
    const [upper, lower] = [1, -1].map((value) => substitute(products, { betaI: betaL, sign: num(value) }));
    return { kind: 'equal', left: lower as Expr, right: upper as Expr };
  },
});
/** What (63) takes for granted of the cross effect, or what makes it needless. */
export const atResonanceAlone =
  'the pairs that count have |Delta| = omega_0I, as the approximation (63) has it: D0 so far below omega_0I that D0^2 |beta_SS - beta_L| << 3 omega_0I^2 |beta_L| at alpha = beta_L; or beta_SS = beta_L';
export const awayFromResonance: readonly Part[] = [
  atLattice('(98) as printed', product(differences(Delta))),
  atLattice('(85) put right', productOfMeans),
];

export const s8d = claim({
  id: 's8d',
  text: { status: 'clean' },
  role: 'sentence',
  domain: pairs('betaI', 'betaL'),
  condition: atResonanceAlone,
  parts: [
    ...onlyAt('the cross effect', 'beta_L', betaL, ({ eq77: condition, eq100: products }) =>
      bothWays(condition, products),
    ),
    ...awayFromResonance,
  ],
  instead: {
    says: `With (85) put right the pairs at Delta balance at beta_SS + (Delta/omega_0I)^2 (beta_L - beta_SS), and no beta_I balances all pairs of (59) unless beta_L = beta_SS. To first order in the inverse temperatures, for a line much wider than omega_0I and a width of g_D much smaller than D0 and omega_0I, the flow (59) vanishes at beta_I = beta_SS + <x^2> (beta_L - beta_SS), ${shareText('crossEffect')}: <x^2> is 3/4 for D0 >= omega_0I and goes to 1 for D0 -> 0.`,
    parts: [eachPairAt(productOfMeans), ...meanShares('crossEffect')],
  },
});
