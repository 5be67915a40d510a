import type { Claim, Part } from '../../src/claim/claim.ts';
import { domain, oneOf, positive, real } from '../../src/claim/domain.ts';
import type { Relation } from '../../src/claim/relation.ts';
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
import { listed, nothing, rateDomain } from '../domains.ts';
import { prefactorOf } from '../section-3/prefactor.ts';
import { density, densityParts } from './exact-density.ts';
import { type Binders, hypotenuse, line, lineShapes, overLine, populations } from './notation.ts';
import {
  filling,
  inGlassUnits,
  ofDiluteGlass,
  overWindow,
  partnersIn,
  twentieth,
  weightedInGlass,
  widthInGlass,
  window,
} from './random-glass.ts';

export const s4c = claim({
  id: 's4c',
  text: { status: 'clean' },
  role: 'density',
  printed: { is: '=', right: apply(gi, omega) },
  domain: rateDomain,
});

/** What stands beside g_i(omega) g_i(omega - Delta) f in the integral. */
const weightOf = (integrals: Expr): Expr =>
  instantiate(underBinders(integrals).integrand, {
    gi: { parameters: [], body: num(1) },
    f: { parameters: [], body: num(1) },
  });
/** f = 1 for differences up to q, 0 beyond: of a Gaussian line of standard deviation 1 the integral over omega is exp(-Delta^2/4)/sqrt(4 pi). */
const q = symbol('difference', 'q', pureNumber);
const x = symbol('x', 'x', pureNumber, 'real');
const autocorrelationWithin = integral(
  x,
  [[neg(q), q]],
  div<string, Binders>(call('exp', div(pow(x, 2), -4)), sqrt(mul(4, pi))),
);

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
  parts: [
    {
      says: 'of frequencies drawn from a Gaussian line as many pairs are closer than a difference as the integral says',
      domain: domain([
        oneOf('difference', [rational(1, 2), rational(2)]),
        listed(['omega', 'Delta'], [[rational(1), rational(1)]]),
      ]),
      relation: ({ eq30: printed }) => ({
        kind: 'measured',
        experiment: 'frequencies of a line',
        result: 'pairs',
        right: mul<string, Binders>(weightOf(printed as Expr), autocorrelationWithin),
        tells: rational(105, 100),
      }),
    },
  ],
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

/** (mu0/4 pi) hbar gamma^2. */
export const constant = div(mul(mu0, hbar, pow(gammaS, 2)), mul(4, pi));

/** sqrt(1 - 2 D), with D in units of D0. */
export const u = symbol('u', 'u', pureNumber);
const shareOfD0 = div(sub(1, pow(u, 2)), 2);
const atShare = (formula: Expr): Expr => substitute(formula, { D: shareOfD0 });
/** Couplings that are a given share of D0: above the width of a glass that is dilute enough. */
export const shareOfCutOff = domain(
  [
    oneOf(
      'u',
      [4, 5, 6, 7].map((of) => rational(of, 8)),
    ),
    positive('filling'),
  ],
  [shareOfD0, pow(shareOfD0, 2), add(1, shareOfD0)].map((right) => ({ left: num(0), is: '<', right })),
);
/** (32) with the width and the cut-off of a glass, and the density of its couplings. */
const lorentzianInGlass = substitute(substitute(lorentzian, { DD: widthInGlass }), inGlassUnits);
const densityInGlass = div(weightedInGlass, pow(D, 2));

/**
 * What every distribution that obeys (31) must be, up to what vanishes with width/D0. It need not hold below the width,
 * where (31) grows without limit.
 */
export const asDistribution: readonly Part[] = [
  {
    says: 'at a coupling that is a given share of D0 it goes to the density (31) of dipolar couplings, for positions uniform outside r0, as n_S r0^3 and with it width/D0 goes to 0',
    domain: shareOfCutOff,
    relation: () => ({
      kind: 'approaches',
      left: atShare(densityInGlass),
      right: atShare(lorentzianInGlass),
      small: { symbol: filling.symbol, scale: num(1) },
    }),
  },
];

/** All lengths, concentrations and couplings in units of r0, r0^-3 and D0. */
export const inUnits = { mu0: mul(4, pi), hbar: num(1), gammaS: num(1), r0: num(1), nS: num(1) };

/** The density of couplings of a glass in those units. */
const couplingDensity = substitute(density, { nS: num(1), K: num(1), D0: num(1) });

export const momentOfCouplings = (n: number): Expr =>
  substitute(separate(overPositions(pow(dipolarCoupling, n))), inUnits);

export const exactDensity: NonNullable<Claim['instead']> = {
  says: 'For positions uniform outside r0 and couplings of the sign of (A.1) the density of couplings per spin is 4 pi n_S K (1 + x) sqrt(1 - 2x)/(9 sqrt(3) D^2), K = D0 r0^3, x = D/D0, on -1 <= x <= 1/2; it is not even.',
  edition: 'glass',
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
    ...densityParts,
    partnersIn('the couplings of random glasses have that density', weightedInGlass),
  ],
};

export const eq32 = claim({
  id: 'eq32',
  text: { status: 'clean' },
  role: 'density',
  editions: { glass: 'g_D by its width:glass' },
  printed: { left: apply(gD, D), is: '=', right: lorentzian },
  domain: domain([positive('DD'), real('D')]),
  step: ({ eqA9: lorentzianOfAppendix }) => lorentzianOfAppendix as Expr,
  parts: asDistribution.map((part) => ({ ...part, judges: 'truth' })),
  instead: exactDensity,
});

/**
 * Share of the local fields sum_j D_ij s_j, s_j = 1 or -1, below a multiple of the width of (A.8), for a Lorentzian of
 * the half width pi D^2 g_D(D -> 0) of a dilute glass.
 */
export const fieldsBelow = (result: string, multiple: number): Part => ({
  says: `the local fields of random glasses are distributed as a Lorentzian of half width (4 pi^2/(9 sqrt 3)) n_S K for spins 1 and -1: the share ${result} of g_D`,
  domain: ofDiluteGlass,
  relation: () => ({
    kind: 'measured',
    experiment: 'local fields of a random glass',
    result,
    right: mul(
      div(2, pi),
      call('atan', div(mul(multiple, widthInGlass), mul(div(mul(4, pow(pi, 2)), mul(9, sqrt(num(3)))), filling))),
    ),
    tells: rational(105, 100),
  }),
});
/** Few electrons, over whose pairs a sum is written out. */
const fewElectrons = domain([oneOf('NS', [rational(3), rational(4)]), listed(['filling'], [[rational(1, 2000)]])]);

/** By (31) with f = 1: what g_D integrates to. */
const norm = instantiate(eq31.printed?.left as Expr, { f: { parameters: [], body: num(1) } });
/** Half of the local fields of a Lorentzian are below its half width. */
export const belowWidth = (convention: 'below the width' | 'below twice the width'): Relation => ({
  kind: 'measured',
  experiment: 'local fields of a random glass',
  result: convention,
  right: num(1, 2),
  tells: rational(105, 100),
});

export const s4a = claim({
  id: 's4a',
  text: {
    status: 'ambiguous',
    readings: [
      { says: 'g_D is what (31) defines' },
      { says: 'g_D is the Lorentzian (32), and the fields are sums of D+- S with S = 1/2 or -1/2' },
      { says: 'g_D is the Lorentzian (32), and the fields are sums of D+- times 1 or -1' },
    ],
  },
  role: 'sentence',
  domain: nothing,
  parts: [
    {
      says: 'g_D is the density of a probability: it integrates to 1, and half of the local fields are below its half width',
      domain: fewElectrons,
      relation: () => ({ kind: 'equal', left: norm, right: num(1) }),
      otherReadings: () => [belowWidth('below twice the width'), belowWidth('below the width')],
    },
  ],
  instead: {
    says: 'g_D dD is the mean number of partners of a spin with a coupling in dD, N_S - 1 in all. The local fields sum_j D_ij S_j of a dilute glass have a Lorentzian density of half width (2 pi^2/(9 sqrt 3)) n_S K for S = +-1/2, 0.96 of the width that (A.8) gives g_D, so that a Lorentzian of that width is within 4 % of it in width.',
    parts: [fieldsBelow('below twice the width', 2), fieldsBelow('below the width', 1)],
  },
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

/** What is left of the integrand of a rate beside D^2, densities and delta function, all populations but one being 0. */
export const prefactorUnderIntegrals = (rate: Expr): Expr => {
  const constant = (value: number) => ({ parameters: [], body: num(value) });
  return substitute(
    instantiate(underBinders(rate).integrand, {
      delta: constant(1),
      gi: constant(1),
      gD: constant(1),
      rhoSplus: constant(1),
      rhoSminus: constant(0),
      WSSI: constant(1),
    }),
    { rhoIplus: num(1), rhoIminus: num(0), D: num(1) },
  );
};

/** What the pairs at (omega, Delta, D) contribute to the sums of (27) over pairs: NS^2 and NS times the means. */
const contribution = (sums: Expr): Expr => {
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
  return mul<string, Binders>(pow(NS, 3), substitute(continuous, { i: num(1), j: num(2) }));
};

/** The sums of (27) over pairs written as integrals by (30) and (31). */
export const asIntegrals = (sums: Expr): Expr =>
  integral(
    Delta,
    line,
    overLine(
      mul<string, Binders>(lineShapes, integral(D, line, mul<string, Binders>(apply(gD, D), contribution(sums)))),
    ),
  );

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
  // That F is what each pair contributes is what (33) says of it; what F is, (34) says.
  relate: (printed, derived, { eq27: sums }) => ({
    kind: 'integrands',
    left: derived as Expr,
    right: instantiate(printed, { F: { parameters: [], body: contribution(sums as Expr) } }),
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
  parts: [
    {
      says: 'the sum (27) over the pairs of random glasses, for a flat line, against (33) with it and the density of their couplings',
      domain: window,
      judges: 'prefactor',
      relation: ({ eq27: sum, eq33: rate, eq34: printed }) => ({
        kind: 'measured',
        experiment: 'random glass',
        result: 'window',
        times: mul<string, Binders>(prefactorOf(sum as Expr), pow(NS, 3)),
        right: mul<string, Binders>(
          prefactorUnderIntegrals(instantiate(rate as Expr, { F: { parameters: [], body: printed as Expr } })),
          overWindow(weightedInGlass),
        ),
        tells: twentieth,
      }),
    },
  ],
});

export const eq35 = claim({
  id: 'eq35',
  text: { status: 'clean' },
  role: 'number',
  printed: { is: '=', right: apply(rhoSplus, omega, Delta) },
  domain: rateDomain,
});
