import { shapesAtResonance } from '../../spec/section-6/flows.ts';
import { s8d as claim8d } from '../../spec/section-8/lattice.ts';
import { s8a as claim8a, s8b as claim8b } from '../../spec/section-8/local-equilibrium.ts';
import { statesI, weight } from '../../spec/section-8/notation.ts';
import { eq78 as claim78 } from '../../spec/section-8/thermal-mixing.ts';
import type { Claim } from '../../src/claim/claim.ts';
import type { Chain } from '../../src/evidence/proof/step.ts';
import { apply, call, div, type Expr, mul, num, sub, symbol } from '../../src/formula/expression.ts';
import { betaSS, Delta, gi, omega, omega0I, statesOf } from '../../src/formula/symbols.ts';
import { about, eitherWay, inTheLimit, proof, sameForm, stepAndTruth } from '../proof.ts';
import { eachPair, meanShares } from './balance.ts';

type Binders = 'scalar' | 'binder';

export const eq77 = proof('eq77', ...stepAndTruth);
export const eq78 = proof('eq78', ...stepAndTruth, ...eitherWay({ about: about(claim78), steps: inTheLimit }));
export const eq89 = proof('eq89', ...stepAndTruth);
export const eq90 = proof('eq90', ...stepAndTruth);
export const eq91 = proof('eq91', ...stepAndTruth);
export const eq92 = proof('eq92', ...stepAndTruth);

/** Where there are pairs at all. */
const pairsThere = [{ left: num(0), is: '<', right: apply(gi, omega) }] as const;
export const eq93 = proof('eq93', ...stepAndTruth.map((chain) => ({ ...chain, facts: pairsThere })));
export const eq95 = proof('eq95', ...stepAndTruth);

/** Half of omega0I times the difference of the inverse temperatures, which differ by a gap. */
const gap = symbol('gap', '\\delta\\beta', betaSS.symbol.dimension);
const halfGap = mul(num(1, 2), omega0I, gap);

/**
 * That a pair balances at one beta_I alone: the difference of its two ways is a hyperbolic sine of what beta_I is away,
 * times something positive.
 */
const onlyThere = (claim: Claim, first: number, positive: Expr, facts: Chain['facts'] = []): readonly Chain[] => [
  { about: about(claim, first), steps: sameForm },
  ...[1, 2].map(
    (part): Chain => ({
      about: about(claim, first + part),
      steps: [{ by: 'sign', to: mul<string, Binders>(2, call('sinh', halfGap), positive) }],
      facts,
    }),
  ),
];

const numbersOf = (splitting: Expr): Expr => div(1, mul<string, Binders>(apply(statesOf, omega, splitting), statesI));
/** There are pairs with these splittings. */
const thereAre = (splitting: Expr): Chain['facts'] => [
  { left: num(0), is: '<', right: apply(gi, omega) },
  { left: num(0), is: '<', right: apply(gi, sub(omega, splitting)) },
];
const mixing = mul<string, Binders>(weight, numbersOf(Delta));
const crossing = mul<string, Binders>(shapesAtResonance, numbersOf(omega0I));

export const s8a = proof('s8a', ...onlyThere(claim8a, 0, num(1)));
export const s8b = proof(
  's8b',
  ...onlyThere(claim8b, 0, mixing, thereAre(Delta)),
  ...onlyThere(claim8b, 3, crossing, thereAre(omega0I)),
);
export const s8d = proof(
  's8d',
  ...onlyThere(claim8d, 0, crossing, thereAre(omega0I)),
  eachPair(claim8d, 0),
  ...meanShares(claim8d, 'crossEffect', 1),
);
