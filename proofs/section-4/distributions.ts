import { asDistribution, inUnits, eq32 as lorentzianDensity, u } from '../../spec/section-4/distributions.ts';
import type { Chain, Step } from '../../src/evidence/proof/step.ts';
import { pureNumber } from '../../src/formula/dimension.ts';
import {
  add,
  apply,
  div,
  type Expr,
  integral,
  mul,
  num,
  pi,
  pow,
  sqrt,
  sub,
  symbol,
} from '../../src/formula/expression.ts';
import { substitute } from '../../src/formula/substitute.ts';
import { D, Delta, gD, gi, omega } from '../../src/formula/symbols.ts';
import { about, limitOff, off, proof, sameForm, stepAndTruth } from '../proof.ts';
import { densityChains } from './exact-density.ts';
import { means, moment, overPartners } from './positions.ts';

/** t = sqrt(1 - 2 D), which takes the root out of the density of couplings. */
const t = symbol('t', 't', pureNumber, 'real');
const atRoot = div(sub(1, pow(t, 2)), 2);
const density = (n: number): Expr =>
  mul(div(mul(4, pi), mul(9, sqrt(num(3)))), div(sub(3, pow(t, 2)), 2), pow(atRoot, n - 2), pow(t, 2));
/** The primitives of (3 - t^2) (1 - t^2)^(n - 2) t^2/2^(n - 1), as coefficients of t^3, t^5, ... */
const primitives: Readonly<Record<number, readonly Expr[]>> = {
  2: [num(1, 2), num(-1, 10)],
  3: [num(1, 4), num(-1, 5), num(1, 28)],
  4: [num(1, 8), num(-7, 40), num(5, 56), num(-1, 72)],
};
const inUnitsOf = (formula: Expr): Expr => substitute(formula, inUnits);
const expected = (n: number): Expr => inUnitsOf(moment(n, mul(2, means[n] as Expr)));
const overDensity = (n: number): readonly Step[] => [
  {
    by: 'substitution',
    variable: D,
    into: t,
    pieces: [{ at: atRoot, from: sqrt(num(3)), to: num(0) }],
    to: integral(t, [[num(0), sqrt(num(3))]], density(n)),
  },
  {
    by: 'primitive',
    variable: t,
    primitive: mul(
      div(mul(4, pi), mul(9, sqrt(num(3)))),
      add(...(primitives[n] ?? []).map((value, k) => mul(value, pow(t, 2 * k + 3)))),
    ),
    to: expected(n),
  },
];

/** That the density of `instead` has the moments of the couplings themselves, how it comes about and what follows. */
export const densityProved: readonly Chain[] = [
  ...[2, 3, 4].map(
    (n, index): Chain => ({
      about: about(lorentzianDensity, index, 'instead'),
      steps: overPartners(n, inUnitsOf),
      other: overDensity(n),
    }),
  ),
  {
    about: about(lorentzianDensity, 3, 'instead'),
    steps: overPartners(4, inUnitsOf),
    other: overPartners(2, (formula) => mul(num(1, 7), inUnitsOf(formula))),
  },
  ...densityChains,
];

/** DD/(pi D^2) over 4 pi n_S K (1 + x) sqrt(1 - 2x)/(9 sqrt(3) D^2) with DD = (2/15) pi^2 n_S K and u = sqrt(1 - 2x). */
export const againstDensity: Chain = limitOff(
  asDistribution[0]?.says ?? '',
  div(mul(3, sqrt(num(3))), mul(5, u, sub(3, pow(u, 2)))),
);

export const eq32 = proof('eq32', { about: 'step', steps: sameForm }, againstDensity, ...densityProved);

export const eq33 = proof('eq33', ...stepAndTruth);

/** Line shapes and the distribution of couplings are divided by: (34) is what multiplies them where they are not 0. */
const isPositive = (right: Expr) => ({ left: num(0), is: '<', right }) as const;
const facts = [apply(gi, omega), apply(gi, sub(omega, Delta)), apply(gD, D)].map(isPositive);
export const eq34 = proof('eq34', { about: 'step', steps: sameForm, facts }, { ...off('truth', num(1, 2)), facts });
