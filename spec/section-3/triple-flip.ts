import { type Coordinate, domain, moderate, oneOf } from '../../src/claim/domain.ts';
import { pureNumber } from '../../src/formula/dimension.ts';
import {
  add,
  apply,
  delta,
  div,
  type Expr,
  mul,
  type Node,
  num,
  pi,
  pow,
  sqrt,
  sub,
  symbol,
  type Unknown,
} from '../../src/formula/expression.ts';
import { fold, rebuild } from '../../src/formula/fold.ts';
import { kronecker, matrixOf, product, spin, trace } from '../../src/formula/operators.ts';
import { instantiate, substitute } from '../../src/formula/substitute.ts';
import {
  couplingOf,
  D,
  Delta,
  i,
  j,
  k,
  omega0I,
  rhoKminusOf,
  rhoKplusOf,
  rhoMinusOf,
  rhoPlusOf,
} from '../../src/formula/symbols.ts';
import { rational } from '../../src/number/rational.ts';
import { claim } from '../claim.ts';
import { listed, rateDomain, resonant } from '../domains.ts';
import { moderately } from '../levels.ts';
import { electrons, mismatch, mixedStates, squaredElement } from '../pair.ts';
import { electronZeeman, interactionOf, zeemanOf } from '../section-2/hamiltonian.ts';
import { interaction, loweringOf, raisingOf } from '../section-2/interactions.ts';
import { probe } from '../section-4/notation.ts';

type Binders = 'scalar' | 'binder';

const pairHamiltonian = add<string, Binders>(apply(zeemanOf, i), apply(zeemanOf, j), apply(interactionOf, i, j));

export const eq12 = claim({
  id: 'eq12',
  text: { status: 'clean' },
  role: 'symbol',
  printed: {
    left: symbol('HSij', '\\mathcal H_S^{ij}', omega0I.symbol.dimension, 'real'),
    is: '=',
    right: pairHamiltonian,
  },
  // (5) and (7) put in: what later claims use of it.
  formula: add<string, Binders>(electronZeeman('i'), electronZeeman('j'), interaction),
  domain: domain([moderate('interaction'), oneOf('NS', [rational(2)])]),
  // What (2) says of two electrons and no others, whose interaction is the same whichever is named first.
  step: ({ eq2: whole }) => instantiate(whole as Expr, { interactionOf: sameForBoth }),
  relate: (printed, derived) => ({
    kind: 'equal',
    left: derived as Expr,
    right: substitute(instantiate(printed, { interactionOf: sameForBoth }), { i: num(1), j: num(2) }),
  }),
});
const sameForBoth = {
  parameters: ['first', 'second'],
  body: symbol('interaction', 'h', omega0I.symbol.dimension, 'real'),
};

const population = (name: string, superscript: string): Unknown => ({
  ...rhoPlusOf,
  name,
  tex: `\\rho_{${superscript}}`,
});

export const eq19 = claim({
  id: 'eq19',
  text: { status: 'clean' },
  role: 'number',
  printed: {
    left: num(1),
    is: '=',
    right: add<string, Binders>(
      apply(population('rhoPlusPlusOf', '++'), i, j),
      apply(rhoPlusOf, i, j),
      apply(rhoMinusOf, i, j),
      apply(population('rhoMinusMinusOf', '--'), i, j),
    ),
  },
  domain: rateDomain,
});

/** |A_z+/2|^2 of an electron and a nucleus. */
export const flipOf: Unknown = {
  ...couplingOf,
  name: 'flipOf',
  tex: '|\\tfrac12A_{z+}|^2',
  dimension: { ...omega0I.symbol.dimension, s: -2 },
  sign: 'nonnegative',
  indexed: false,
};
/** Rate of a triple spin flip of two electrons and a nucleus. */
export const flipRateOf: Unknown = {
  ...couplingOf,
  name: 'flipRateOf',
  tex: 'W_{SSI}',
  parameters: [pureNumber, pureNumber, pureNumber],
  sign: 'nonnegative',
};

export const splitting = sqrt(add<string, Binders>(pow(mismatch, 2), pow(apply(couplingOf, i, j), 2)));

/** The half amplitudes of (8), conjugates of each other, make up |A_z+/2|^2. */
const bothAmplitudes = {
  flipOf: {
    parameters: ['electron', 'nucleus'],
    body: div<string, Binders>(
      mul<string, Binders>(
        apply(raisingOf, symbol('electron', 'i', pureNumber), symbol('nucleus', 'k', pureNumber)),
        apply(loweringOf, symbol('electron', 'i', pureNumber), symbol('nucleus', 'k', pureNumber)),
      ),
      4,
    ),
  },
};
/** A rate with something in place of its delta function, at the frequency of the nucleus at which that is not 0. */
export const onResonance = (rate: Expr, at: Expr, inPlace: (argument: Expr) => Expr = () => num(1)): Expr => {
  const found: Expr[] = [];
  const factor = symbol('factor', 'factor', pureNumber, 'real');
  // The argument keeps its omega0I: outside of it stands what the delta function makes of that.
  const rest = fold<Node>(rate, {
    ...rebuild,
    delta: (argument) => {
      found.push(argument);
      return factor;
    },
  });
  const [argument] = found;
  return substitute(substitute(rest, { omega0I: at }), { factor: argument ? inPlace(argument) : num(1) });
};

/** Energy that the pair gives less energy that the nucleus takes, from the upper state with I_z = 1/2 to the lower with -1/2. */
const surplus = (pair: Expr, nucleus: Expr): Expr => {
  const levels = matrixOf(nucleus, ['k']);
  const taken = sub<string, Binders>(levels[1]?.[1] as Expr, levels[0]?.[0] as Expr);
  return sub<string, Binders>(taken, mixedStates(pair).splitting);
};

/** dP/dt of one nucleus: printed in terms of W, which (17) gives. */
const netFlips = sub<string, Binders>(
  mul<string, Binders>(apply(rhoPlusOf, i, j), apply(rhoKplusOf, k)),
  mul<string, Binders>(apply(rhoMinusOf, i, j), apply(rhoKminusOf, k)),
);
export const flipsAtRate = mul<string, Binders>(apply(flipRateOf, i, j, k), netFlips);

const number = (name: string): Expr => symbol(name, name, pureNumber, 'real');
/** Populations of the two mixed states and of the nucleus at which the time evolution is followed. */
const populations: Coordinate = listed(
  ['upper', 'lower', 'up'],
  [
    [rational(3, 4), rational(1, 8), rational(1, 2)],
    [rational(1, 8), rational(1, 2), rational(2, 3)],
  ],
);
/** Two electrons and a nucleus that can flip together, Delta of either sign, and how they are populated at first. */
export const followed = domain([resonant, populations]);

/** A rate of the paper at what the time evolution is followed for: |A_z+/2|^2 = 1, per unit of the density at resonance. */
export const asFollowed = (rate: Expr): Expr => {
  const constant = (body: Expr) => ({ parameters: [], body });
  return substitute(
    onResonance(
      instantiate(rate, {
        flipOf: constant(num(1)),
        couplingOf: constant(D),
        omegaOf: { parameters: ['of'], body: mul<string, Binders>(Delta, sub(2, symbol('of', 'of', pureNumber))) },
        rhoPlusOf: constant(number('upper')),
        rhoMinusOf: constant(number('lower')),
        rhoKplusOf: constant(number('up')),
        rhoKminusOf: constant(sub<string, Binders>(1, number('up'))),
      }),
      omega0I,
    ),
    { i: num(1), j: num(2) },
  );
};

/** Any function of the argument of a delta function, which must be the same on both sides. */
const anyFunction = (argument: Expr): Expr => apply(probe, argument);

export const eq17 = claim({
  id: 'eq17',
  text: { status: 'clean' },
  role: 'rate',
  printed: {
    left: apply(flipRateOf, i, j, k),
    is: '=',
    right: mul<string, Binders>(
      div(pi, 2),
      div<string, Binders>(mul<string, Binders>(apply(flipOf, i, k), pow(apply(couplingOf, i, j), 2)), pow(omega0I, 2)),
      delta(sub<string, Binders>(omega0I, splitting)),
    ),
  },
  domain: rateDomain,
  // Fermi's golden rule, 2 pi |<f|V|i>|^2 delta(E_f - E_i), with the exact states of the pair (12) and the nucleus (6).
  step: ({ eq6: nucleus, eq8: perturbation, eq12: pair }) =>
    mul<string, Binders>(
      2,
      pi,
      squaredElement(mixedStates(pair as Expr), perturbation as Expr),
      delta(surplus(pair as Expr, nucleus as Expr)),
    ),
  relate: (printed, derived) => ({
    kind: 'equal',
    left: onResonance(derived as Expr, splitting, anyFunction),
    right: onResonance(instantiate(printed, bothAmplitudes), splitting, anyFunction),
  }),
  parts: [
    {
      says: 'the net rate of flips, the energy that the nucleus takes over omega0I, followed in exact time evolution',
      domain: followed,
      judges: 'prefactor',
      relation: ({ eq17: printed }) => ({
        kind: 'measured',
        experiment: 'triple spin flips',
        result: 'net rate of flips',
        right: asFollowed(mul<string, Binders>(printed as Expr, netFlips)),
        tells: rational(101, 100),
      }),
    },
  ],
});

export const eq16 = claim({
  id: 'eq16',
  text: { status: 'clean' },
  role: 'rate',
  printed: {
    left: symbol('dPIk', '\\partial P_I^k/\\partial t', omega0I.symbol.dimension, 'real'),
    is: '=',
    right: mul<string, Binders>(-1, flipsAtRate),
  },
  domain: moderately('i', 'j', 'k'),
  // Every flip takes the nucleus from I_z = 1/2 to -1/2 or back: one population gains what the other loses.
  step: ({ eq13: polarization }) =>
    instantiate(polarization as Expr, {
      rhoKplusOf: { parameters: [], body: mul<string, Binders>(-1, flipsAtRate) },
      rhoKminusOf: { parameters: [], body: flipsAtRate },
    }),
  parts: [
    {
      says: 'the polarization of a nucleus coupled to one electron of a pair, followed in exact time evolution',
      domain: followed,
      judges: 'prefactor',
      relation: ({ eq16: printed, eq17: rate }) => ({
        kind: 'measured',
        experiment: 'triple spin flips',
        result: 'polarization rate',
        right: asFollowed(instantiate(printed as Expr, { flipRateOf: { parameters: [], body: rate as Expr } })),
        tells: rational(101, 100),
      }),
    },
  ],
  instead: {
    says: 'Each flip takes the nucleus from one level to the other, so that the difference of its populations changes by 2; (17), which the text calls the transition rate, is that rate.',
  },
});

/** The populations of a product of two states, of which one electron is up with the probability `first`, the other with `second`. */
const [up1, up2] = [symbol('first', 'p_i', pureNumber), symbol('second', 'p_j', pureNumber)];
const single = (up: Expr, label: string) =>
  matrixOf(
    add<string, Binders>(
      num(1, 2),
      mul<string, Binders>(sub<string, Binders>(mul<string, Binders>(2, up), 1), spin(label, 'z')),
    ),
    [label],
  );
const inUpperState = (pair: Expr): Expr =>
  trace(product(mixedStates(pair).upper, kronecker(single(up1, electrons[0]), single(up2, electrons[1]))));
const factorised = mul<string, Binders>(up1, sub<string, Binders>(1, up2));
const givenPair = (pair: Expr): Expr =>
  substitute(
    instantiate(pair, {
      couplingOf: { parameters: [], body: D },
      omegaOf: { parameters: ['of'], body: mul<string, Binders>(Delta, sub(2, symbol('of', 'of', pureNumber))) },
    }),
    { i: num(1), j: num(2) },
  );
const weaklyPolarized = domain([
  moderate('Delta'),
  listed(
    ['first', 'second'],
    [
      [rational(3, 4), rational(1, 4)],
      [rational(2, 3), rational(1, 2)],
    ],
  ),
]);

export const s3a = claim({
  id: 's3a',
  text: {
    status: 'reconstructed',
    readings: [{ says: 'rho_ij^+ is rho_i^+ rho_j^-, and rho_ij^- is rho_i^- rho_j^+ (adopted)' }],
  },
  role: 'sentence',
  domain: weaklyPolarized,
  parts: [
    {
      says: 'two electrons in states of their own populate the upper mixed state by rho_i^+ rho_j^- as D/Delta goes to 0',
      domain: weaklyPolarized,
      relation: ({ eq12: pair }) => ({
        kind: 'approaches',
        left: inUpperState(givenPair(pair as Expr)),
        right: factorised,
        small: { symbol: D.symbol, scale: Delta },
      }),
    },
    {
      says: 'at D = Delta they populate it by less, where the first is more up than the second',
      domain: weaklyPolarized,
      relation: ({ eq12: pair }) => ({
        kind: 'ordered',
        left: substitute(inUpperState(givenPair(pair as Expr)), { D: Delta }),
        is: '<',
        right: factorised,
      }),
    },
  ],
});
