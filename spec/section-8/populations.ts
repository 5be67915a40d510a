import { type Coordinate, either, moderate } from '../../src/claim/domain.ts';
import { angularFrequency, pureNumber, time } from '../../src/formula/dimension.ts';
import { add, call, div, type Expr, mul, neg, num, pow, sub, symbol } from '../../src/formula/expression.ts';
import { substitute } from '../../src/formula/substitute.ts';
import { betaI, betaSS, omega0I } from '../../src/formula/symbols.ts';
import { multiply, plus, type Rational, rational } from '../../src/number/rational.ts';
import { claim } from '../claim.ts';
import { moderately } from '../levels.ts';
import type { Binders } from '../section-4/notation.ts';
import { boltzmann, bothOf, fourStates, fraction, pairs, sign, statesI, upperAndLower } from './notation.ts';
import { givenStates, sumOfFour, sumOfStates } from './states.ts';

const rhoI = symbol('rhoI', '\\rho_I^\\pm', pureNumber, 'nonnegative');

export const eq79 = claim({
  id: 'eq79',
  text: { status: 'reconstructed', readings: [{ says: 'the signs follow those of the population (adopted)' }] },
  role: 'number',
  printed: {
    left: rhoI,
    is: '=',
    right: mul<string, Binders>(div(1, statesI), call('exp', mul(sign, num(1, 2), omega0I, betaI))),
  },
  domain: pairs('betaI', 'sign', 'statesI'),
  // Boltzmann factors of the two energies that (6) gives for I_z = +-1/2.
  step: ({ eq6: energy }) =>
    div<string, Binders>(
      call('exp', mul<string, Binders>(-1, betaI, substitute(energy as Expr, { 'I_z@k': mul(num(1, 2), sign) }))),
      statesI,
    ),
});

const plusMinus = (exponent: Expr): Expr => add<string, Binders>(call('exp', exponent), call('exp', neg(exponent)));

export const eq80 = claim({
  id: 'eq80',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: statesI, is: '=', right: plusMinus(mul(num(1, 2), omega0I, betaI)) },
  domain: pairs('betaI', 'statesI'),
  // The populations (79) add up to 1.
  step: ({ eq79: population }) => mul<string, Binders>(statesI, bothOf(population as Expr)),
});

const rho = symbol('rho', '\\rho', pureNumber, 'nonnegative');
const rhoTilde = symbol('rhoTilde', '\\tilde\\rho', pureNumber, 'nonnegative');
const statesS = symbol('statesS', '\\mathcal N_S', pureNumber);
const [first, second, third, fourth] = ['p1', 'p2', 'p3', 'p4'].map((name) => symbol(name, name, pureNumber)) as [
  Expr,
  Expr,
  Expr,
  Expr,
];
const four = [first, second, third, fourth];

export const eq81 = claim({
  id: 'eq81',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: rho, is: '=', right: div(rhoTilde, statesS) },
  domain: moderately('p1', 'p2', 'p3', 'p4', 'rhoTilde', 'statesS'),
  parts: [
    {
      says: 'with the sum of the four as sum of states the populations add up to 1',
      domain: moderately('p1', 'p2', 'p3', 'p4'),
      relation: ({ eq81: population }) => ({
        kind: 'equal',
        left: num(1),
        right: add<string, Binders>(
          ...four.map((one) =>
            substitute(population as Expr, { rhoTilde: one, statesS: add<string, Binders>(...four) }),
          ),
        ),
      }),
    },
  ],
});

const omegaI = symbol('omegaI', '\\omega_{0S}^i', angularFrequency, 'real');
const omegaJ = symbol('omegaJ', '\\omega_{0S}^j', angularFrequency, 'real');
const alphaI = symbol('alphaI', '\\alpha^i', time, 'real');
const alphaJ = symbol('alphaJ', '\\alpha^j', time, 'real');
const zeemanI = mul(omegaI, alphaI);
const zeemanJ = mul(omegaJ, alphaJ);

/** omegaI at omegaJ plus a part of omega0I. */
const above: Coordinate = {
  names: ['omegaI'],
  draw: ({ random }, chosen) => [
    plus(chosen.get('omegaJ') as Rational, multiply(rational(random.below(65), 64), chosen.get('omega0I') as Rational)),
  ],
  simple: (chosen) => [[plus(chosen.get('omegaJ') as Rational, chosen.get('omega0I') as Rational)]],
  facts: [
    { left: omegaJ, is: '<=', right: omegaI },
    { left: sub(omegaI, omegaJ), is: '<=', right: omega0I },
  ],
};
const labelled = pairs(
  'betaSS',
  'sign',
  'aligned',
  either(fraction('omegaJ')),
  above,
  either(moderate('alphaI')),
  either(moderate('alphaJ')),
);

/** The mixed state in which the electron with the larger Zeeman splitting is up: nothing is left of the coupling. */
const uncoupled = (formula: unknown, order: 1 | -1): Expr =>
  substitute(formula as Expr, { aligned: num(-1), omegaI: add(omegaJ, mul(order, omega0I)) });

const splittings = sub(omegaI, omegaJ);
/** Its electrons are polarized by Delta/omega0I; D^2/omega0I of omega0I is interaction energy. */
const meanInMixedState = add(
  mul(div(splittings, omega0I), sub(zeemanI, zeemanJ)),
  mul(div(sub(pow(omega0I, 2), pow(splittings, 2)), omega0I), betaSS),
);

export const eq82 = claim({
  id: 'eq82',
  text: upperAndLower,
  role: 'number',
  printed: {
    left: rhoTilde,
    is: '=',
    right: fourStates(
      add(zeemanI, zeemanJ),
      add(zeemanI, neg(zeemanJ), mul(add(omega0I, neg(omegaI), omegaJ), betaSS)),
    ),
  },
  domain: labelled,
  condition:
    'either the splitting of i is the larger one by omega_0I, so that no coupling is left, or the temperatures obey (94) for the pair; elsewhere the means of the Zeeman and interaction terms in the mixed states are others, already to first order in the inverse temperatures',
  parts: [
    {
      says: 'where the splittings differ by omega_0I no coupling is left, and the upper mixed state has i up and j down, each with its own temperature',
      domain: labelled,
      relation: ({ eq82: population }) => ({
        kind: 'equal',
        left: boltzmann(sub(mul(add(omegaJ, omega0I), alphaI), zeemanJ)),
        right: uncoupled(population, 1),
      }),
    },
    {
      says: 'at one temperature the mixed states have the Boltzmann factors of their splitting omega_0I',
      domain: labelled,
      relation: ({ eq82: population }) => ({
        kind: 'equal',
        left: boltzmann(mul(omega0I, betaSS)),
        right: substitute(population as Expr, { aligned: num(-1), alphaI: betaSS, alphaJ: betaSS }),
      }),
    },
    {
      says: 'elsewhere the exponent is the mean of the Zeeman and interaction terms in the upper mixed state',
      domain: labelled,
      judges: 'outside',
      relation: ({ eq82: population }) => ({
        kind: 'equal',
        left: boltzmann(meanInMixedState),
        right: substitute(population as Expr, { aligned: num(-1) }),
      }),
    },
    {
      says: 'with the labels the other way round the upper mixed state has j up and i down',
      domain: labelled,
      judges: 'outside',
      relation: ({ eq82: population }) => ({
        kind: 'equal',
        left: boltzmann(sub(zeemanJ, mul(sub(omegaJ, omega0I), alphaI))),
        right: uncoupled(population, -1),
      }),
    },
  ],
});

export const eq83 = claim({
  id: 'eq83',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: statesS, is: '=', right: sumOfFour() },
  domain: labelled,
  // What the populations (82) have to be divided by to add up to 1.
  step: ({ eq82: population }) => sumOfStates(population as Expr),
  relate: (printed, derived, { eq82: population }) => ({
    kind: 'equal',
    left: derived as Expr,
    right: givenStates(printed, population as Expr),
  }),
});
