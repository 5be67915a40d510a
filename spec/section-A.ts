import { domain, below as fractionOf, positive, real } from '../src/claim/domain.ts';
import { named, quotedInput } from '../src/claim/quote.ts';
import { length } from '../src/formula/dimension.ts';
import {
  add,
  apply,
  call,
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
  total,
} from '../src/formula/expression.ts';
import { separate } from '../src/formula/separate.ts';
import { substitute } from '../src/formula/substitute.ts';
import {
  couplingOf,
  D,
  D0,
  Dav,
  DD,
  f1,
  gammaI,
  gammaJ,
  gammaS,
  gD,
  hbar,
  i,
  j,
  M2,
  mu0,
  NS,
  nS,
  phi,
  r,
  r0,
  theta,
} from '../src/formula/symbols.ts';
import { claim } from './claim.ts';
import { dipolar, dipolarPair, nothing, rateDomain } from './domains.ts';
import { glassWidth, inConstants, inMegahertz, physicalInputs } from './physical.ts';
import { asDistribution, eq32, overPositions } from './section-4.ts';

type Binders = 'scalar' | 'binder';
const prefactor = div(mu0, mul(4, pi));
const angular = sub(1, mul(3, pow(call('cos', theta), 2)));
const line = [[neg(infinity), infinity]] as const;

/** Both gyromagnetic ratios replaced by their mean, as (A.2) is meant. */
const equalSpins = (formula: Expr): Expr => substitute(formula, { gammaI: gammaS, gammaJ: gammaS });

export const eqA1 = claim({
  id: 'eqA1',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: D, is: '=', right: mul(num(1, 2), prefactor, div(mul(hbar, gammaI, gammaJ), pow(r, 3)), angular) },
  domain: dipolarPair,
  quantity: 'pair coupling',
  relate: (printed, derived) => ({ kind: 'equal', left: derived, right: equalSpins(printed) }),
});

export const fn8 = claim({
  id: 'fn8',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  undecided: 'the book that it compares with is not at hand',
});

const gammaOf = {
  ...couplingOf,
  name: 'gammaOf',
  tex: '\\gamma_S',
  dimension: gammaS.symbol.dimension,
  parameters: couplingOf.parameters.slice(1),
};
export const eqA2 = claim({
  id: 'eqA2',
  text: { status: 'clean' },
  role: 'symbol',
  printed: { left: gammaS, is: '=', right: mul<string, Binders>(div(1, NS), total(i, NS, apply(gammaOf, i))) },
  domain: rateDomain,
});

const cubeRoot = (of: Expr): Expr => call('exp', div(call('log', of), 3));
/** n_S^(-1/3) in print position: the reading with a lost "1/". */
const averageDistance = symbol('averageDistance', 'n_S^{-1/3}', length);

export const sAa = claim({
  id: 'sAa',
  text: {
    status: 'ambiguous',
    readings: [{ says: 'the exponent is -3' }, { says: 'the exponent is -1/3, its "1/" lost' }],
  },
  role: 'sentence',
  domain: nothing,
  parts: [
    {
      says: 'the average distance has the dimension of a length',
      domain: nothing,
      relation: () => ({ kind: 'sameDimension', left: r0, right: pow(nS, -3) }),
      otherReadings: () => [{ kind: 'sameDimension', left: r0, right: averageDistance }],
    },
    {
      says: 'r0 = 1 nm is at most a tenth of n_S^(-1/3) at 1e19 per cm3, the lowest concentration quoted',
      domain: nothing,
      relation: () => ({
        kind: 'quoted',
        value: mul(r0, cubeRoot(nS)),
        inputs: { r0: quotedInput('1e-9'), nS: quotedInput('1e25') },
        quote: { text: '0.1', atMost: true },
      }),
    },
  ],
});

const pairMean = (body: Expr) => mul<string, Binders>(div(1, NS), pairSum(i, j, NS, body));

export const eqA3 = claim({
  id: 'eqA3',
  text: { status: 'clean' },
  role: 'density',
  printed: {
    left: pairMean(apply(f1, apply(couplingOf, i, j))),
    is: '=',
    right: integral(D, line, mul(apply(f1, D), apply(gD, D))),
  },
  domain: rateDomain,
});

/** n = 2 stands for the general n. */
export const eqA4 = claim({
  id: 'eqA4',
  text: { status: 'clean' },
  role: 'density',
  printed: {
    left: pairMean(pow(apply(couplingOf, i, j), 2)),
    is: '=',
    right: integral(D, line, mul(pow(D, 2), apply(gD, D))),
  },
  domain: rateDomain,
});

const lorentzianOf = (width: Expr): Expr => div(width, mul(pi, add(pow(D, 2), pow(width, 2))));
const secondMoment = (width: Expr): Expr =>
  mul(div(2, pi), pow(width, 2), sub(div(D0, width), call('atan', div(D0, width))));
const narrow = domain([positive('D0'), fractionOf('tenfold', 'D0', 'closed'), fractionOf('smaller', 'tenfold')]);
const tenthOf = (name: string): Expr => mul(num(1, 10), symbol(name, name, D0.symbol.dimension));

export const sAg = claim({
  id: 'sAg',
  text: { status: 'clean' },
  role: 'sentence',
  domain: narrow,
  condition: 'the shape of g_D is known (a Lorentzian cut off at D0) and D0 is known, with a width up to D0/10',
  parts: [
    {
      says: 'for a Lorentzian with known D0 the second moment grows with the width, and so determines it',
      domain: narrow,
      relation: () => ({
        kind: 'ordered',
        left: secondMoment(tenthOf('smaller')),
        is: '<',
        right: secondMoment(tenthOf('tenfold')),
      }),
    },
    {
      says: 'two cut-off Lorentzians with the same M_2 = (2/pi) D0 DD, one of twice the cut-off and half the width, are the same inside D0',
      domain: domain([positive('DD'), real('D')]),
      judges: 'outside',
      relation: () => ({ kind: 'equal', left: lorentzianOf(DD), right: lorentzianOf(div(DD, 2)) }),
    },
  ],
});

const K2 = pow(mul(prefactor, hbar, pow(gammaS, 2)), 2);

export const eqA5 = claim({
  id: 'eqA5',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: M2, is: '=', right: mul(div(mul(4, pi), 15), div(nS, pow(r0, 3)), K2) },
  domain: dipolar,
  // The sum over the partners of one spin as an integral over positions uniform outside r0.
  step: ({ eqA1: coupling }) => separate(overPositions(pow(equalSpins(coupling as Expr), 2))),
  quantity: 'dipolar second moment',
});

export const eqA6 = claim({
  id: 'eqA6',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: D0, is: '=', right: mul(prefactor, div(mul(hbar, pow(gammaS, 2)), pow(r0, 3))) },
  domain: dipolar,
  step: ({ eqA1: coupling }) => call('abs', substitute(equalSpins(coupling as Expr), { r: r0, theta: num(0) })),
  quantity: 'D0',
  parts: [
    {
      says: 'no coupling outside r0 is larger',
      domain: dipolarPair,
      relation: ({ eqA1: coupling, eqA6: largest }) => ({
        kind: 'ordered',
        left: call('abs', equalSpins(coupling as Expr)),
        is: '<=',
        right: largest as Expr,
      }),
    },
  ],
});

const meanSquare = mul<string, Binders>(
  div(1, mul(4, pi)),
  integral(phi, [[num(0), mul(2, pi)]], integral(theta, [[num(0), pi]], mul(call('sin', theta), pow(angular, 2)))),
);

export const eqA7 = claim({
  id: 'eqA7',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: Dav, is: '=', right: mul(div(1, sqrt(num(5))), prefactor, nS, hbar, pow(gammaS, 2)) },
  domain: dipolar,
  // (A.1) with r^-3 replaced by n_S, averaged over a sphere.
  step: ({ eqA1: coupling }) => {
    const size = substitute(equalSpins(coupling as Expr), { theta: div(pi, 2), r: symbol('r', 'r', length) });
    return mul<string, Binders>(size, pow(r, 3), nS, sqrt(separate(meanSquare)));
  },
  relate: (printed, derived) => ({ kind: 'equal', left: substitute(derived as Expr, { r: r0 }), right: printed }),
  quantity: 'average coupling',
});

const asPrinted = div(nS, mul(pow(r0, 3), sqrt(num(5))));
export const sAb = claim({
  id: 'sAb',
  text: {
    status: 'ambiguous',
    readings: [
      { says: 'n_S/(r0^3 sqrt 5), or with sqrt 5 above' },
      { says: 'n_S r0^3/sqrt 5, a minus sign of the exponent lost' },
    ],
  },
  role: 'sentence',
  domain: dipolar,
  parts: [
    {
      says: 'D_av/D0 and the printed factor are pure numbers',
      domain: dipolar,
      relation: () => ({ kind: 'sameDimension', left: num(1), right: asPrinted }),
      otherReadings: () => [{ kind: 'sameDimension', left: num(1), right: mul(nS, pow(r0, 3)) }],
    },
    {
      says: 'D_av is n_S r0^3/sqrt 5 times D0',
      domain: dipolar,
      relation: ({ eqA6: largest, eqA7: average }) => ({
        kind: 'equal',
        left: average as Expr,
        right: mul(div(mul(nS, pow(r0, 3)), sqrt(num(5))), largest as Expr),
      }),
    },
  ],
  instead: { says: 'D_av = (n_S r0^3/sqrt 5) D0' },
});

/** 4 pi^2 sqrt 5/30, the "2" behind pi read as its exponent. */
const coefficient = div(mul(4, pow(pi, 2), sqrt(num(5))), 30);
const otherCoefficient = div(mul(4, pi, 2, sqrt(num(5))), 30);
const exponentReadings = [
  { says: 'the "2" behind pi is its exponent (adopted)' },
  { says: 'the "2" behind pi is a factor' },
];

export const sAc = claim({
  id: 'sAc',
  text: { status: 'ambiguous', readings: exponentReadings },
  role: 'symbol',
  printed: { left: DD, is: '=', right: mul(coefficient, Dav) },
  domain: dipolar,
});

export const sAc2 = claim({
  id: 'sAc2',
  text: { status: 'ambiguous', readings: exponentReadings },
  role: 'number',
  formula: num(9366, 10000),
  domain: nothing,
  parts: [
    {
      says: 'the coefficient of the definition is 0.9366',
      domain: nothing,
      relation: () => ({ kind: 'quoted', value: coefficient, inputs: {}, quote: { text: '0.9366' } }),
      otherReadings: () => [{ kind: 'quoted', value: otherCoefficient, inputs: {}, quote: { text: '0.9366' } }],
    },
  ],
  instead: {
    says: 'the printed number is that of 4 pi sqrt 5/30, smaller by pi than the formula; (A.8) holds with the formula',
    parts: [
      {
        says: '4 pi sqrt 5/30 is 0.9366',
        domain: nothing,
        relation: () => ({ kind: 'quoted', value: div(coefficient, pi), inputs: {}, quote: { text: '0.9366' } }),
      },
    ],
    formula: coefficient,
  },
});

export const eqA8 = claim({
  id: 'eqA8',
  // It holds with the adopted reading of the definition of the width; with 0.9366 in place of its coefficient it would
  // fail by pi, so that one of the two is wrong however the definition is read.
  text: { status: 'clean' },
  role: 'number',
  printed: { left: M2, is: '=', right: mul(div(2, pi), D0, DD) },
  domain: dipolar,
  step: ({ eqA5: moment }) => moment as Expr,
  relate: (printed, derived, { eqA6: largest, eqA7: average, sAc: width }) => ({
    kind: 'equal',
    left: derived,
    right: substitute(substitute(substitute(printed, { DD: width as Expr }), { Dav: average as Expr }), {
      D0: largest as Expr,
    }),
  }),
});

/** The width over D0 with the quoted coefficient: (A.7) over (A.6). */
const overLargest = (premises: Readonly<Record<string, Expr>>): Expr =>
  div(mul(premises.sAc2 as Expr, premises.eqA7 as Expr), premises.eqA6 as Expr);
const otherDistance = symbol('shorter', 'r', length);

export const sAd = claim({
  id: 'sAd',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  parts: [
    {
      says: 'width/D0 is below about 0.01 at 1 nm and 4e19 per cm3, the highest concentration quoted',
      domain: nothing,
      relation: (premises) => ({
        kind: 'quoted',
        value: inConstants(overLargest(premises)),
        inputs: { ...physicalInputs, r0: quotedInput('1e-9'), nS: named('4e25', '0', 'the end of the quoted range') },
        quote: { text: '0.01', about: true, atMost: true },
      }),
    },
    {
      says: 'it is smaller at shorter distance',
      domain: domain([...dipolar.coordinates, fractionOf('shorter', 'r0')]),
      relation: (premises) => ({
        kind: 'ordered',
        left: substitute(overLargest(premises), { r0: otherDistance }),
        is: '<',
        right: overLargest(premises),
      }),
    },
  ],
});

export const eqA9 = claim({
  id: 'eqA9',
  text: { status: 'clean' },
  role: 'density',
  printed: { left: apply(gD, D), is: '=', right: lorentzianOf(DD) },
  domain: domain([positive('DD'), real('D')]),
  parts: asDistribution,
  ...(eq32.instead ? { instead: eq32.instead } : {}),
});

export const eqA10 = claim({
  id: 'eqA10',
  text: { status: 'clean' },
  role: 'number',
  printed: {
    left: integral(D, [[neg(D0), D0]], mul(pow(D, 2), lorentzianOf(DD))),
    is: '\\approx',
    right: mul(div(2, pi), D0, DD),
  },
  domain: domain([positive('D0'), fractionOf('DD', 'D0', 'closed')]),
  small: { symbol: DD.symbol, scale: D0 },
  // The printed closed form of the integral; that it is one is checked as a form.
  step: () => secondMoment(DD),
  quantity: 'second moment of the cut-off Lorentzian',
  parts: [
    {
      says: 'the second moment of the cut-off Lorentzian has the printed closed form',
      domain: domain([positive('D0'), fractionOf('DD', 'D0', 'closed')]),
      relation: ({ eqA9: density }) => ({
        kind: 'equal',
        left: integral(D, [[neg(D0), D0]], mul(pow(D, 2), density as Expr)),
        right: secondMoment(DD),
      }),
    },
  ],
});

export const sAe = claim({
  id: 'sAe',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  parts: (
    [
      ['1e25', '0.2'],
      ['4e25', '0.8'],
    ] as const
  ).map(([concentration, printed]) => ({
    says: `width/2 pi in MHz at ${concentration} per m3, g = 2`,
    domain: nothing,
    relation: (premises) => ({
      kind: 'quoted',
      value: inMegahertz(glassWidth(premises)),
      inputs: { ...physicalInputs, nS: quotedInput(concentration) },
      quote: { text: printed },
    }),
  })),
});

export const sAf = claim({
  id: 'sAf',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  undecided:
    'what it says of the two couplings, s2b, is not entered yet; the distribution of local fields in real random glasses would decide it',
});
