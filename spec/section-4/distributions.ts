import type { Claim, Part } from '../../src/claim/claim.ts';
import { domain, oneOf, positive, real } from '../../src/claim/domain.ts';
import { underBinders } from '../../src/formula/binders.ts';
import { angularFrequency, pureNumber } from '../../src/formula/dimension.ts';
import {
  add,
  apply,
  call,
  cases,
  delta,
  div,
  type Expr,
  infinity,
  integral,
  mul,
  neg,
  num,
  pairSum,
  pi,
  pow,
  sqrt,
  sub,
  symbol,
  type Unknown,
} from '../../src/formula/expression.ts';
import { separate } from '../../src/formula/separate.ts';
import { instantiate, substitute } from '../../src/formula/substitute.ts';
import {
  A2,
  couplingOf,
  D,
  D0,
  DD,
  Delta,
  dPI,
  f1,
  f2,
  gammaS,
  gD,
  gi,
  hbar,
  i,
  j,
  l,
  m,
  mu0,
  NI,
  NS,
  nS,
  omega,
  omega0I,
  omegaOf,
  phi,
  r,
  r0,
  rhoSminus,
  rhoSplus,
  theta,
} from '../../src/formula/symbols.ts';
import { rational } from '../../src/number/rational.ts';
import { claim } from '../claim.ts';
import { dilute, nothing, rateDomain } from '../domains.ts';
import { type Binders, hypotenuse, line, lineShapes, overLine, populations } from './notation.ts';

export const s4c = claim({
  id: 's4c',
  text: { status: 'clean' },
  role: 'density',
  printed: { is: '=', right: apply(gi, omega) },
  domain: rateDomain,
});

export const eq30 = claim({
  id: 'eq30',
  text: { status: 'clean' },
  role: 'density',
  printed: {
    left: mul<string, Binders>(div(1, pow(NS, 2)), pairSum(i, j, NS, apply(f2, apply(omegaOf, i), apply(omegaOf, j)))),
    is: '=',
    right: integral(Delta, line, overLine(mul(lineShapes, apply(f2, omega, sub(omega, Delta))))),
  },
  domain: rateDomain,
  undecided:
    'a sum over the spins of one glass against its integral: sampling of random frequencies would decide it, with the fluctuations',
});

export const eq31 = claim({
  id: 'eq31',
  text: { status: 'clean' },
  role: 'density',
  printed: {
    left: mul<string, Binders>(div(1, NS), pairSum(l, m, NS, apply(f1, apply(couplingOf, l, m)))),
    is: '=',
    right: integral(D, line, mul(apply(f1, D), apply(gD, D))),
  },
  domain: rateDomain,
});

/** (A.9) and (32): the Lorentzian. */
export const lorentzian = div(DD, mul(pi, add(pow(D, 2), pow(DD, 2))));

export const _countable = domain([
  oneOf(
    'NS',
    [3, 4, 5, 6].map((n) => rational(n)),
  ),
]);

/** The dipolar coupling (A.1) of two spins of equal gyromagnetic ratio. */
export const dipolarCoupling = mul(
  num(1, 2),
  div(mu0, mul(4, pi)),
  div(mul(hbar, pow(gammaS, 2)), pow(r, 3)),
  sub(1, mul(3, pow(call('cos', theta), 2))),
);

/** Sum over the partners of one spin, placed uniformly outside r0, of a function of their distance and angle. */
export const overPositions = (body: Expr) =>
  mul<string, Binders>(
    nS,
    integral(
      r,
      [[r0, infinity]],
      integral(
        phi,
        [[num(0), mul(2, pi)]],
        integral(theta, [[num(0), pi]], mul<string, Binders>(pow(r, 2), call('sin', theta), body)),
      ),
    ),
  );

/** D0 and the width in terms of concentration and distance, (A.6) and the definition before (A.8). */
export const constant = div(mul(mu0, hbar, pow(gammaS, 2)), mul(4, pi));

export const inGlass = { D0: div(constant, pow(r0, 3)), DD: mul(num(4, 30), pow(pi, 2), nS, constant) };

export const fourthMoment = separate(overPositions(pow(dipolarCoupling, 4)));

/** What every distribution that obeys (31) must give: its moments (A.4), f = D^n. */
export const asDistribution: readonly Part[] = [
  {
    says: 'as the density that (31) and (A.4) define it gives the fourth moment of dipolar couplings for positions uniform outside r0',
    domain: dilute,
    relation: () => ({
      kind: 'equal',
      left: inDilute(fourthMoment),
      right: inDilute(substitute(integral(D, [[neg(D0), D0]], mul(pow(D, 4), lorentzian)), inGlass)),
    }),
  },
];

export const inDilute = (formula: Expr): Expr =>
  substitute(formula, { nS: div(symbol('filling', 'n_Sr_0^3', pureNumber), pow(r0, 3)) });

/** All lengths, concentrations and couplings in units of r0, r0^-3 and D0. */
export const inUnits = { mu0: mul(4, pi), hbar: num(1), gammaS: num(1), r0: num(1), nS: num(1) };

export const couplingDensity = div(mul(4, pi, add(1, D), sqrt(sub(1, mul(2, D)))), mul(9, sqrt(num(3)), pow(D, 2)));

export const momentOfCouplings = (n: number): Expr =>
  substitute(separate(overPositions(pow(dipolarCoupling, n))), inUnits);

export const exactDensity: NonNullable<Claim['instead']> = {
  says: 'For positions uniform outside r0 the density of couplings per spin is 4 pi n_S K (1 + x) sqrt(1 - 2x)/(9 sqrt(3) D^2), K = D0 r0^3, x = D/D0, on -1 <= x <= 1/2; it is not even.',
  parts: [
    ...[2, 3, 4].map(
      (n): Part => ({
        says: `that density has the moment M_${n} of dipolar couplings`,
        domain: nothing,
        relation: () => ({
          kind: 'equal',
          left: momentOfCouplings(n),
          right: separate(integral(D, [[num(-1), num(1, 2)]], mul(pow(D, n), couplingDensity))),
        }),
      }),
    ),
    {
      says: 'M_4 of the couplings is 3/7 of what the Lorentzian gives for small n_S r0^3, M_2 D0^2/3',
      domain: nothing,
      relation: () => ({
        kind: 'equal',
        left: momentOfCouplings(4),
        right: mul(num(3, 7), num(1, 3), momentOfCouplings(2)),
      }),
    },
  ],
};

export const eq32 = claim({
  id: 'eq32',
  text: { status: 'clean' },
  role: 'density',
  printed: { left: apply(gD, D), is: '=', right: lorentzian },
  domain: domain([positive('DD'), real('D')]),
  step: ({ eqA9: lorentzianOfAppendix }) => lorentzianOfAppendix as Expr,
  parts: asDistribution.map((part) => ({ ...part, judges: 'truth' })),
  instead: exactDensity,
});

export const s4a = claim({
  id: 's4a',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  undecided:
    'the distribution of local fields in real random glasses would decide it; by (31) itself g_D dD is the mean number of partners whose coupling lies in dD',
});

export const F: Unknown = {
  name: 'F',
  tex: 'F',
  dimension: angularFrequency,
  parameters: [angularFrequency, angularFrequency, angularFrequency],
  sign: 'real',
};

export const integrandF = mul<string, Binders>(
  -1,
  div(pi, 2),
  div(NS, NI),
  div(mul(A2, pow(D, 2)), pow(omega0I, 2)),
  populations,
  delta(sub(omega0I, hypotenuse)),
);

/** The sums of (27) over pairs written as integrals by (30) and (31): NS^2 and NS times the means. */
export const asIntegrals = (sums: Expr): Expr => {
  const pair = { parameters: ['first', 'second'] };
  const one = underBinders(sums).integrand;
  const continuous = instantiate(one, {
    rhoPlusOf: { ...pair, body: apply(rhoSplus, omega, Delta) },
    rhoMinusOf: { ...pair, body: apply(rhoSminus, omega, Delta) },
    couplingOf: { ...pair, body: D },
    omegaOf: {
      parameters: ['of'],
      body: cases({ left: symbol('of', 'of', pureNumber), right: num(2) }, omega, sub(omega, Delta)),
    },
  });
  // The first spin of a pair has the frequency omega, the second omega - Delta.
  const placed = substitute(continuous, { i: num(1), j: num(2) });
  return integral(
    Delta,
    line,
    overLine(
      mul<string, Binders>(lineShapes, integral(D, line, mul<string, Binders>(pow(NS, 3), apply(gD, D), placed))),
    ),
  );
};

export const eq33 = claim({
  id: 'eq33',
  text: { status: 'clean' },
  role: 'rate',
  printed: {
    left: dPI,
    is: '=',
    right: integral(
      Delta,
      line,
      overLine(mul<string, Binders>(lineShapes, integral(D, line, mul(apply(gD, D), apply(F, omega, Delta, D))))),
    ),
  },
  domain: rateDomain,
  step: ({ eq27 }) => asIntegrals(eq27 as Expr),
  relate: (printed, derived) => ({
    kind: 'integrands',
    left: derived as Expr,
    right: instantiate(printed, { F: { parameters: [], body: integrandF } }),
  }),
});

export const eq34 = claim({
  id: 'eq34',
  text: { status: 'clean' },
  role: 'rate',
  printed: { left: apply(F, omega, Delta, D), is: '=', right: integrandF },
  domain: rateDomain,
  step: ({ eq27, eq33: shape }) =>
    div(
      underBinders(asIntegrals(eq27 as Expr)).integrand,
      instantiate(underBinders(shape as Expr).integrand, { F: { parameters: [], body: num(1) } }),
    ),
  relate: (printed, derived) => ({ kind: 'integrands', left: derived as Expr, right: printed }),
});

export const eq35 = claim({
  id: 'eq35',
  text: { status: 'clean' },
  role: 'number',
  printed: { is: '=', right: apply(rhoSplus, omega, Delta) },
  domain: rateDomain,
});
