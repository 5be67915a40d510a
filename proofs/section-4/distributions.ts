import {
  asDistribution,
  inDilute,
  inGlass,
  inUnits,
  eq32 as lorentzianDensity,
} from '../../spec/section-4/distributions.ts';
import type { Chain, Step } from '../../src/evidence/proof/step.ts';
import { pureNumber } from '../../src/formula/dimension.ts';
import {
  add,
  apply,
  call,
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
import { D, Delta, gD, gi, nS, omega, r0 } from '../../src/formula/symbols.ts';
import { about, proof, sameForm } from '../proof.ts';
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

/** That the density of `instead` has the moments of the couplings themselves, and how large these are. */
export const momentsOfDensity: readonly Chain[] = [
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
];

/** Width and cut-off of the Lorentzian in a dilute glass, and their ratio 2 pi^2 n_S r0^3/15. */
const [width, cutOff] = [inDilute(inGlass.DD), inDilute(inGlass.D0)];
const w = div(mul(2, pow(pi, 2), inDilute(mul(nS, pow(r0, 3)))), 15);
/** What the cut leaves of D0^3/3 in the fourth moment of a Lorentzian: the integral of x^4/(x^2 + w^2) from 0 to 1. */
const remaining = add(num(1, 3), mul(-1, pow(w, 2)), mul(pow(w, 3), call('atan', div(1, w))));

/** M_4 of dipolar couplings against that of the Lorentzian, exactly: 7/3 as large for small n_S r0^3. */
export const fourthMoment: Chain = {
  about: asDistribution[0]?.says ?? '',
  factor: mul(7, remaining),
  steps: overPartners(4, inDilute),
  other: [
    {
      by: 'primitive',
      variable: D,
      primitive: mul(
        div(width, pi),
        add(div(pow(D, 3), 3), mul(-1, pow(width, 2), D), mul(pow(width, 3), call('atan', div(D, width)))),
      ),
      to: mul(div(2, pi), w, pow(cutOff, 4), remaining),
    },
  ],
};

export const eq32 = proof('eq32', { about: 'step', steps: sameForm }, fourthMoment, ...momentsOfDensity);

export const eq33 = proof('eq33', { about: 'step', steps: sameForm });

/** Line shapes and the distribution of couplings are divided by: (34) is what multiplies them where they are not 0. */
const isPositive = (right: Expr) => ({ left: num(0), is: '<', right }) as const;
export const eq34 = proof('eq34', {
  about: 'step',
  steps: sameForm,
  facts: [apply(gi, omega), apply(gi, sub(omega, Delta)), apply(gD, D)].map(isPositive),
});
