import { quotedInput } from '../../src/claim/quote.ts';
import { length } from '../../src/formula/dimension.ts';
import {
  apply,
  call,
  div,
  type Expr,
  integral,
  mul,
  num,
  pairSum,
  pi,
  pow,
  sqrt,
  symbol,
  total,
} from '../../src/formula/expression.ts';
import { separate } from '../../src/formula/separate.ts';
import { substitute } from '../../src/formula/substitute.ts';
import {
  couplingOf,
  D,
  D0,
  Dav,
  f1,
  gammaI,
  gammaJ,
  gammaS,
  gD,
  hbar,
  i,
  j,
  M2,
  NS,
  nS,
  phi,
  r,
  r0,
  theta,
} from '../../src/formula/symbols.ts';
import { claim } from '../claim.ts';
import { dipolar, dipolarPair, nothing, rateDomain } from '../domains.ts';
import { dipolarFlipFlop } from '../section-2/interactions.ts';
import { overPositions } from '../section-4/distributions.ts';
import { inGlassUnits, ofGlass, twentieth } from '../section-4/random-glass.ts';
import { angular, type Binders, equalSpins, K2, line, prefactor } from './notation.ts';

export const eqA1 = claim({
  id: 'eqA1',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: D, is: '=', right: mul(num(1, 2), prefactor, div(mul(hbar, gammaI, gammaJ), pow(r, 3)), angular) },
  domain: dipolarPair,
  quantity: 'pair coupling',
  relate: (printed, derived) => ({ kind: 'equal', left: derived, right: equalSpins(printed) }),
  parts: [
    {
      says: 'it is in size the flip-flop coupling that the interaction of two dipoles has when it is truncated to (7)',
      domain: dipolarPair,
      relation: ({ eqA1: printed }) => ({
        kind: 'equal',
        left: pow(dipolarFlipFlop, 2),
        right: pow(equalSpins(printed as Expr), 2),
      }),
    },
  ],
});

export const fn8 = claim({
  id: 'fn8',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  undecided: 'the book that it compares with is not at hand',
});

export const gammaOf = {
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

export const cubeRoot = (of: Expr): Expr => call('exp', div(call('log', of), 3));

/** n_S^(-1/3) in print position: the reading with a lost "1/". */
export const averageDistance = symbol('averageDistance', 'n_S^{-1/3}', length);

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

export const pairMean = (body: Expr) => mul<string, Binders>(div(1, NS), pairSum(i, j, NS, body));

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

export const eqA5 = claim({
  id: 'eqA5',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: M2, is: '=', right: mul(div(mul(4, pi), 15), div(nS, pow(r0, 3)), K2) },
  domain: dipolar,
  // The sum over the partners of one spin as an integral over positions uniform outside r0.
  step: ({ eqA1: coupling }) => separate(overPositions(pow(equalSpins(coupling as Expr), 2))),
  quantity: 'dipolar second moment',
  parts: [
    {
      says: 'the couplings of random glasses have that second moment',
      domain: ofGlass,
      judges: 'prefactor',
      relation: ({ eqA5: printed }) => ({
        kind: 'measured',
        experiment: 'random glass',
        result: 'second moment',
        right: substitute(printed as Expr, inGlassUnits),
        tells: twentieth,
      }),
    },
  ],
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

export const meanSquare = mul<string, Binders>(
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

export const asPrinted = div(nS, mul(pow(r0, 3), sqrt(num(5))));

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
