import type { Claim, Part } from '../src/claim/claim.ts';
import { overDelta } from '../src/claim/delta.ts';
import { atLeast, domain, onCircle, oneOf, positive, real } from '../src/claim/domain.ts';
import type { Computed, Relation } from '../src/claim/relation.ts';
import { underBinders } from '../src/formula/binders.ts';
import { angularFrequency, pureNumber } from '../src/formula/dimension.ts';
import {
  add,
  apply,
  call,
  cases,
  delta,
  derivative,
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
} from '../src/formula/expression.ts';
import { separate } from '../src/formula/separate.ts';
import { instantiate, substitute } from '../src/formula/substitute.ts';
import {
  A2,
  couplingOf,
  D,
  D0,
  DD,
  Delta,
  Delta0,
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
  rhoIminus,
  rhoIplus,
  rhoSminus,
  rhoSplus,
  theta,
  WSSI,
} from '../src/formula/symbols.ts';
import { rational } from '../src/number/rational.ts';
import { claim } from './claim.ts';
import { circle, circleWithCutOff, cutOffAbove, cutOffBelow, dilute, nothing, rateDomain } from './domains.ts';

type Binders = 'scalar' | 'binder';
const minusInfinity = neg(infinity);
const line = [[minusInfinity, infinity]] as const;
/** omega0I^2 - Delta^2, the square of the coupling that conserves energy. */
export const radicand = sub(pow(omega0I, 2), pow(Delta, 2));
export const hypotenuse = sqrt(add(pow(Delta, 2), pow(D, 2)));
export const populations = sub(
  mul(apply(rhoSplus, omega, Delta), rhoIplus),
  mul(apply(rhoSminus, omega, Delta), rhoIminus),
);
export const lineShapes = mul(apply(gi, omega), apply(gi, sub(omega, Delta)));
/** The two ranges -omega0I to -Delta0 and Delta0 to omega0I. */
export const bothSigns = [
  [neg(omega0I), neg(Delta0)],
  [Delta0, omega0I],
] as const;
export const overLine = (body: Expr) => integral(omega, line, body);

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
const lorentzian = div(DD, mul(pi, add(pow(D, 2), pow(DD, 2))));

const _countable = domain([
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
const constant = div(mul(mu0, hbar, pow(gammaS, 2)), mul(4, pi));
const inGlass = { D0: div(constant, pow(r0, 3)), DD: mul(num(4, 30), pow(pi, 2), nS, constant) };

const fourthMoment = separate(overPositions(pow(dipolarCoupling, 4)));

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
const inDilute = (formula: Expr): Expr =>
  substitute(formula, { nS: div(symbol('filling', 'n_Sr_0^3', pureNumber), pow(r0, 3)) });

/** All lengths, concentrations and couplings in units of r0, r0^-3 and D0. */
const inUnits = { mu0: mul(4, pi), hbar: num(1), gammaS: num(1), r0: num(1), nS: num(1) };
const couplingDensity = div(mul(4, pi, add(1, D), sqrt(sub(1, mul(2, D)))), mul(9, sqrt(num(3)), pow(D, 2)));
const momentOfCouplings = (n: number): Expr => substitute(separate(overPositions(pow(dipolarCoupling, n))), inUnits);

const exactDensity: NonNullable<Claim['instead']> = {
  says: 'For positions uniform outside r0 the density of couplings per spin is 4 pi n_S K (1 + x) sqrt(1 - 2x)/(9 sqrt(3) D^2), K = D0 r0^3, x = D/D0, on -1 <= x <= 1/2: not even, and not normalisable.',
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

const F: Unknown = {
  name: 'F',
  tex: 'F',
  dimension: angularFrequency,
  parameters: [angularFrequency, angularFrequency, angularFrequency],
  sign: 'real',
};
const integrandF = mul<string, Binders>(
  -1,
  div(pi, 2),
  div(NS, NI),
  div(mul(A2, pow(D, 2)), pow(omega0I, 2)),
  populations,
  delta(sub(omega0I, hypotenuse)),
);

/** The sums of (27) over pairs written as integrals by (30) and (31): NS^2 and NS times the means. */
const asIntegrals = (sums: Expr): Expr => {
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

/** The argument of the delta function that multiplies a formula. */
const deltaArgument = (formula: Expr): Expr => {
  const found = deltaFactor(formula);
  if (!found) throw new TypeError('expected a product with a delta function');
  return found;
};
const deltaFactor = (formula: Expr): Expr | undefined => {
  if (formula.kind === 'delta') return formula.argument;
  return formula.kind === 'product'
    ? formula.factors.map(deltaFactor).find((argument) => argument !== undefined)
    : undefined;
};

const sign = symbol('sign', '\\pm', pureNumber, 'real');
const signedCircle = domain([...circle.coordinates, oneOf('sign', [rational(1), rational(-1)])], circle.hypotheses);

/** The electrons change by `relative` times the sign of the nucleus; the two changes cancel. */
const conserved = (rate: Expr, relative: 1 | -1): Relation => ({
  kind: 'equal',
  left: mul(sign, omega0I),
  right: neg(mul(relative, sign, sub(omega0I, deltaArgument(rate)))),
});

export const s4e = claim({
  id: 's4e',
  text: {
    status: 'reconstructed',
    readings: [{ says: 'the signs are opposite (adopted)' }, { says: 'the two signs are equal' }],
  },
  role: 'sentence',
  domain: signedCircle,
  parts: [
    {
      says: 'the change -+sqrt(Delta^2 + D^2) of the electron energy makes up for the +-omega_0I of the nucleus where the delta function of (34) has its root',
      domain: signedCircle,
      relation: ({ eq34: rate }) => conserved(rate as Expr, -1),
      otherReadings: ({ eq34: rate }) => [conserved(rate as Expr, 1)],
    },
  ],
});

export const eq36 = claim({
  id: 'eq36',
  text: { status: 'clean' },
  role: 'symbol',
  printed: { left: omega0I, is: '=', right: hypotenuse },
  domain: circle,
  step: ({ eq34: rate }) => sub(omega0I, deltaArgument(rate as Expr)),
});

const a = symbol('a', 'a', pureNumber, 'real');
const b = symbol('b', 'b', pureNumber);
const c = symbol('c', 'c', pureNumber);
const x = symbol('x', 'x', pureNumber, 'real');
const anything: Unknown = {
  name: 'phi',
  tex: '\\varphi',
  dimension: pureNumber,
  parameters: [pureNumber],
  sign: 'real',
};
const [lower, upper] = [mul(a, b), mul(add(a, 1), b)];
const twoRoots = (at: Expr): Expr => mul(c, sub(at, lower), sub(at, upper));
const outer = (times: number): Expr => mul(add(a, times), b);
/** To either side of the extremum in the middle, where f is not 0. */
const [beforeExtremum, afterExtremum] = [mul(add(a, num(2, 5)), b), mul(add(a, num(3, 5)), b)];
const spread = domain([real('a'), positive('b'), positive('c')]);

/** The left side of (37) under an integral with any function phi; f = c (x - a b)(x - a b - b) has two simple zeros. */
const underAnyFunction: Computed = overDelta(
  integral(x, [[outer(-2), outer(3)]], mul<string, Binders>(apply(anything, x), delta(twoRoots(x)))),
  [
    [outer(-2), beforeExtremum],
    [afterExtremum, outer(3)],
  ],
);
const bySlopes = (roots: readonly Expr[]): Expr =>
  add(...roots.map((root) => div(apply(anything, root), call('abs', derivative(x, twoRoots(x), root)))));

export const eq37 = claim({
  id: 'eq37',
  text: { status: 'clean' },
  role: 'density',
  domain: spread,
  formula: bySlopes([lower, upper]),
  parts: [
    {
      says: "the delta function of f is the sum of |f'|^-1 delta(x - x_n) over its simple zeros, under an integral with any function",
      domain: spread,
      relation: () => ({ kind: 'equal', left: underAnyFunction, right: bySlopes([lower, upper]) }),
    },
  ],
});

export const fn2 = claim({
  id: 'fn2',
  text: { status: 'clean' },
  role: 'sentence',
  domain: spread,
  condition:
    'every zero is simple: the derivative does not vanish there; and the equation is meant under an integral with any function',
  parts: [
    {
      says: 'for simple zeros the linearised argument gives (37)',
      domain: spread,
      relation: ({ eq37: rule }) => ({ kind: 'equal', left: underAnyFunction, right: rule as Expr }),
    },
    {
      says: 'at a double zero, such as that of c x^2, the slope is not above 0 and the rule has no value',
      domain: domain([positive('c')]),
      judges: 'outside',
      relation: () => ({
        kind: 'ordered',
        left: num(0),
        is: '<',
        right: call('abs', derivative(x, mul(c, pow(x, 2)), num(0))),
      }),
    },
  ],
});

export const eq38 = claim({
  id: 'eq38',
  text: { status: 'clean' },
  role: 'symbol',
  printed: { left: symbol('x', 'x', angularFrequency, 'real'), is: '=', right: D },
  domain: circle,
});

export const eq39 = claim({
  id: 'eq39',
  text: { status: 'reconstructed', readings: [{ says: 'both signs (adopted; the sum over n in (37) asks for them)' }] },
  role: 'symbol',
  printed: { left: D, is: '=', right: sqrt(radicand) },
  domain: circleWithCutOff,
  step: () => D,
  parts: [1, -1].map((of) => ({
    says: `the zero of sign ${of > 0 ? '+' : '-'} obeys (36)`,
    domain: circleWithCutOff,
    relation: ({ eq36: matching }) => ({
      kind: 'equal',
      left: omega0I,
      right: substitute(matching as Expr, { D: mul(of, sqrt(radicand)) }),
    }),
  })),
});

const slope = derivative(D, sub(omega0I, hypotenuse), D);

export const eq40 = claim({
  id: 'eq40',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: call('abs', slope), is: '=', right: div(call('abs', D), omega0I) },
  domain: circle,
  step: ({ eq36: matching }) => call('abs', derivative(D, sub(omega0I, matching as Expr), D)),
});

const probe: Unknown = { ...anything, parameters: [angularFrequency] };
const wide = mul(4, omega0I);
const original = integral(
  D,
  [[neg(wide), wide]],
  mul<string, Binders>(apply(probe, D), delta(sub(omega0I, hypotenuse))),
);
const transformed = integral(
  D,
  [[neg(wide), wide]],
  mul<string, Binders>(apply(probe, D), div(omega0I, call('abs', D)), delta(sub(call('abs', D), sqrt(radicand)))),
);
const root = symbol('root', 'root', angularFrequency);
const rootDomain = domain([...circle.coordinates.slice(0, -1), onCircle('Delta', 'root', 'omega0I')]);

export const eq41 = claim({
  id: 'eq41',
  text: { status: 'clean' },
  role: 'density',
  formula: delta(sub(omega0I, hypotenuse)),
  domain: rootDomain,
  parts: [
    {
      says: 'both sides give the same under an integral over D with any function',
      domain: rootDomain,
      relation: () => ({
        kind: 'equal',
        left: overDelta(original, [
          [neg(wide), num(0)],
          [num(0), wide],
        ]),
        // Next to D = 0 the right side has no root: |D| is below its root there.
        right: overDelta(transformed, [
          [neg(wide), div(neg(root), 8)],
          [div(root, 8), wide],
        ]),
      }),
    },
    {
      says: 'it is the rule (37) at the zeros (39) with the slope (40)',
      domain: rootDomain,
      relation: ({ eq39: zero, eq40: slopeAt }) => {
        const at = (of: number): Expr => mul(of, zero as Expr);
        return {
          kind: 'equal',
          left: overDelta(original, [
            [neg(wide), num(0)],
            [num(0), wide],
          ]),
          right: add<string, Binders>(
            ...[1, -1].map((of) =>
              div<string, Binders>(apply(probe, at(of)), substitute(slopeAt as Expr, { D: at(of) })),
            ),
          ),
        };
      },
    },
  ],
});

/** (pi/2)(A^2/omega0I^2) times the integral of D^2 g_D over the delta function: what (33) and (34) leave after D. */
const rateWithoutRoots = (density: Expr, upTo: Expr, pieces: readonly (readonly [Expr, Expr])[]): Computed =>
  overDelta(
    integral(
      D,
      [[neg(upTo), upTo]],
      mul<string, Binders>(div(pi, 2), div(A2, pow(omega0I, 2)), density, pow(D, 2), delta(sub(omega0I, hypotenuse))),
    ),
    pieces,
  );

export const eq42 = claim({
  id: 'eq42',
  text: { status: 'clean' },
  role: 'rate',
  printed: {
    left: dPI,
    is: '=',
    right: mul<string, Binders>(
      -1,
      integral(Delta, bothSigns, overLine(mul(lineShapes, div(NS, NI), apply(WSSI, Delta), populations))),
    ),
  },
  domain: rateDomain,
  // Whatever multiplies (pi/2)(A^2/omega0I^2) D^2 delta(...) in (34) multiplies W_SSI, the integral of that over g_D.
  step: ({ eq34: rate }) => {
    const rest = div(
      instantiate(rate as Expr, { delta: { parameters: [], body: num(1) } }),
      mul(div(pi, 2), div(A2, pow(omega0I, 2)), pow(D, 2)),
    );
    return integral(Delta, bothSigns, overLine(mul<string, Binders>(lineShapes, apply(WSSI, Delta), rest)));
  },
  relate: (printed, derived) => ({ kind: 'integrands', left: derived as Expr, right: printed }),
  parts: [
    {
      says: 'couplings up to D0 leave the range |Delta| >= Delta0',
      domain: circleWithCutOff,
      relation: ({ s4d: lower }) => ({ kind: 'ordered', left: lower as Expr, is: '<=', right: Delta }),
    },
  ],
});

export const s4d = claim({
  id: 's4d',
  text: { status: 'clean' },
  role: 'symbol',
  printed: {
    left: Delta0,
    is: '=',
    right: cases({ left: D0, right: omega0I }, sqrt(sub(pow(omega0I, 2), pow(D0, 2))), 0),
  },
  domain: cutOffBelow,
  parts: [
    {
      says: 'at |Delta| = Delta0 the coupling that obeys (36) is D0',
      domain: cutOffBelow,
      relation: ({ eq36: matching, s4d: lower }) => ({
        kind: 'equal',
        left: omega0I,
        right: substitute(matching as Expr, { D: D0, Delta: lower as Expr }),
      }),
    },
    {
      says: 'for D0 >= omega0I all |Delta| from 0 on can obey it',
      domain: cutOffAbove,
      relation: ({ s4d: lower }) => ({ kind: 'equal', left: num(0), right: lower as Expr }),
    },
  ],
});

const evenProbe = (at: Expr): Expr => apply(probe, pow(at, 2));
const rootsOf = (range: readonly [Expr, Expr], pieces: readonly (readonly [Expr, Expr])[]): Computed =>
  overDelta(
    integral(D, [range], mul<string, Binders>(evenProbe(D), pow(D, 2), delta(sub(omega0I, hypotenuse)))),
    pieces,
  );
const halves = [
  [neg(wide), num(0)],
  [num(0), wide],
] as const;

/** What one root gives by the slope (40): D^2 phi(D^2) omega0I/|D| at D = root. */
const onePositiveRoot = mul<string, Binders>(evenProbe(root), root, omega0I);

export const s4b = claim({
  id: 's4b',
  text: {
    status: 'ambiguous',
    readings: [
      { says: 'compensated in the integral over Delta, which takes every |Delta| twice' },
      { says: 'compensated in the integral over D, which takes every |D| twice' },
    ],
  },
  role: 'sentence',
  domain: rootDomain,
  parts: [
    {
      says: 'for an even distribution of couplings, what is left at each Delta of either sign is the contribution of one root',
      domain: rootDomain,
      relation: () => ({
        kind: 'equal',
        left: rootsOf([neg(wide), wide], halves),
        right: rootsOf([num(0), wide], [halves[1]]),
      }),
      // With D in place of Delta the sentence still says that one of the two roots drops out.
      otherReadings: () => [
        { kind: 'equal', left: rootsOf([neg(wide), wide], halves), right: rootsOf([neg(wide), num(0)], [halves[0]]) },
      ],
    },
  ],
  instead: {
    says: 'Both roots count. (30) and (33) already run over both signs of Delta, because the sum over i and j takes every pair twice; the two signs of D are two further roots, and (31) takes g_D over both.',
    parts: [
      {
        says: 'for an even distribution of couplings the two roots give twice what one gives',
        domain: rootDomain,
        relation: () => ({
          kind: 'equal',
          left: rootsOf([neg(wide), wide], halves),
          right: add<string, Binders>(onePositiveRoot, onePositiveRoot),
        }),
      },
    ],
  },
});

export const eq43 = claim({
  id: 'eq43',
  text: { status: 'clean' },
  role: 'rate',
  printed: {
    left: apply(WSSI, Delta),
    is: '=',
    right: mul(div(pi, 2), A2, div(sqrt(radicand), omega0I), div(DD, mul(pi, add(radicand, pow(DD, 2))))),
  },
  domain: circleWithCutOff,
  step: ({ eq32: density }) =>
    rateWithoutRoots(density as Expr, D0, [
      [neg(D0), num(0)],
      [num(0), D0],
    ]),
  quantity: 'W_SSI',
  parts: [
    {
      says: 'its first form, with g_D left open, is its second with (32)',
      domain: circleWithCutOff,
      relation: ({ eq32: density, eq43: printed }) => ({
        kind: 'equal',
        left: printed as Expr,
        right: mul(div(pi, 2), A2, div(sqrt(radicand), omega0I), substitute(density as Expr, { D: sqrt(radicand) })),
      }),
      judges: 'form',
    },
  ],
});

export const eq44 = claim({
  id: 'eq44',
  text: { status: 'clean' },
  role: 'rate',
  printed: { left: apply(WSSI, num(0)), is: '\\to', right: mul(num(1, 2), div(mul(A2, DD), pow(omega0I, 2))) },
  domain: domain([positive('omega0I'), positive('A2'), positive('DD'), atLeast('D0', 'omega0I')]),
  small: { symbol: DD.symbol, scale: omega0I },
  step: ({ eq43: rate }) => substitute(rate as Expr, { Delta: num(0) }),
  quantity: 'W_SSI at Delta = 0',
});

export const s4f = claim({
  id: 's4f',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  undecided: 'the source of the rate it is compared with is not at hand',
});
