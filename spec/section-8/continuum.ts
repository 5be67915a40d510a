import { domain, either, moderate, onCircle, oneOf } from '../../src/claim/domain.ts';
import type { Relation } from '../../src/claim/relation.ts';
import { pureNumber } from '../../src/formula/dimension.ts';
import {
  add,
  apply,
  call,
  div,
  type Expr,
  mul,
  neg,
  num,
  sqrt,
  sub,
  symbol,
  type Unknown,
} from '../../src/formula/expression.ts';
import { instantiate, substitute } from '../../src/formula/substitute.ts';
import { alpha, betaI, betaSS, D, Delta, omega, omega0I, statesOf } from '../../src/formula/symbols.ts';
import { rational } from '../../src/number/rational.ts';
import { claim } from '../claim.ts';
import type { Binders } from '../section-4/notation.ts';
import {
  aligned,
  boltzmann,
  exchanged,
  fourStates,
  fraction,
  inMixedStates,
  pairs,
  product,
  sign,
  upperAndLower,
  zeemanDifference,
  zeemanOf,
  zeemanSum,
} from './notation.ts';
import { givenStates, rhoTildeOf, sumOfFour, sumOfStates } from './states.ts';

/** The product of the populations of a state of the pair and of the nucleus. */
export const productOfPopulations = symbol('rhoSrhoI', '\\rho_S^\\pm\\rho_I^\\pm', pureNumber, 'nonnegative');

const rhoOf: Unknown = { ...statesOf, name: 'rhoOf', tex: '\\rho_S' };

export const eq84 = claim({
  id: 'eq84',
  text: { status: 'clean' },
  role: 'number',
  printed: {
    left: apply(rhoOf, omega, Delta),
    is: '=',
    right: div<string, Binders>(apply(rhoTildeOf, omega, Delta), apply(statesOf, omega, Delta)),
  },
  domain: pairs(),
  step: ({ eq81: population }) =>
    substitute(population as Expr, {
      rhoTilde: apply(rhoTildeOf, omega, Delta),
      statesS: apply(statesOf, omega, Delta),
    }),
});

/** A pair with its coupling D > 0 on the circle (36). */
const mixedPair = domain([
  fraction('omega0I'),
  either(fraction('omega')),
  onCircle('Delta', 'D', 'omega0I'),
  moderate('betaSS'),
  oneOf('sign', [rational(1), rational(-1)]),
]);

const ofMeans = fourStates(
  zeemanSum,
  inMixedStates((zeeman, splitting) => add<string, Binders>(zeeman, mul(sub(omega0I, splitting), betaSS))),
);

/**
 * What a flip that feeds the nucleus adds to the entropy of the reservoirs: it takes the means of the Zeeman terms and of the interaction
 * in the upper mixed state from the electrons, each over its temperature, and gives omega0I to the nucleus.
 */
const affinity = sub<string, Binders>(
  inMixedStates((zeeman, splitting) =>
    add<string, Binders>(zeeman, mul<string, Binders>(sub<string, Binders>(omega0I, splitting), betaSS)),
  ),
  mul(omega0I, betaI),
);
/** Entropy of the reservoirs that the flips of a pair add with the given populations, per unit of what both ways have in common. */
const entropyOf = (population: Expr): Expr => {
  const [upper, lower] = [1, -1].map((value) => {
    const mixed = substitute(population, { aligned: num(-1), sign: num(value) });
    return mul<string, Binders>(mixed, call('exp', mul(num(value, 2), omega0I, betaI)));
  }) as [Expr, Expr];
  return mul<string, Binders>(sub<string, Binders>(lower, upper), affinity);
};
/** Pairs with Delta > 0 alone. */
const largerFirst = domain([
  ...pairs('betaI', 'betaSS').coordinates.filter(({ names }) => !names.includes('Delta')),
  fraction('Delta', 'omega0I'),
]);
const entropyRises = (population: Expr): Relation => ({
  kind: 'ordered',
  left: num(0),
  is: '<=',
  right: entropyOf(population),
});

export const eq85 = claim({
  id: 'eq85',
  text: upperAndLower,
  role: 'number',
  printed: {
    left: apply(rhoTildeOf, omega, Delta),
    is: '=',
    right: fourStates(zeemanSum, add<string, Binders>(zeemanDifference, mul(sub(omega0I, Delta), betaSS))),
  },
  domain: pairs('betaSS', 'sign', 'aligned'),
  // It stands for pairs of either sign of Delta, over which (78) runs; (82) does not.
  parts: [
    {
      says: 'it is (82) with the splittings omega and omega - Delta and the mean temperatures there',
      domain: pairs('betaSS', 'sign', 'aligned'),
      judges: 'form',
      relation: ({ eq82: population, eq85: printed }) => ({
        kind: 'equal',
        left: substitute(population as Expr, {
          omegaI: omega,
          omegaJ: sub(omega, Delta),
          alphaI: apply(alpha, omega),
          alphaJ: apply(alpha, sub(omega, Delta)),
        }),
        right: printed as Expr,
      }),
    },
    {
      says: 'a pair has the same populations when its electrons are exchanged: (omega, Delta) and (omega - Delta, -Delta) are one pair',
      domain: pairs('betaSS', 'sign', 'aligned'),
      relation: ({ eq85: printed }) => ({
        kind: 'equal',
        left: exchanged(printed as Expr),
        right: printed as Expr,
      }),
      // The lost sign in front of the exponents has no say in it.
      // Nor has that "+" is the mixed state with the first electron up, which the exchange then turns into "-".
      otherReadings: ({ eq85: printed }) => {
        const other = substitute(printed as Expr, { sign: neg(sign) });
        const byElectron = substitute(exchanged(printed as Expr), { sign: mul(sign, aligned) });
        return [
          { kind: 'equal', left: exchanged(other), right: other },
          { kind: 'equal', left: byElectron, right: printed as Expr },
        ];
      },
    },
    {
      says: 'the flips that these populations bring about never lower the entropy of the reservoirs, each losing or gaining energy at its own temperature by (57), (58) and (51)',
      domain: pairs('betaI', 'betaSS'),
      relation: ({ eq85: printed }) => entropyRises(printed as Expr),
      otherReadings: ({ eq85: printed }) => [entropyRises(substitute(printed as Expr, { sign: neg(sign) }))],
    },
    {
      says: 'where the first electron of every pair is the one with the larger splitting, Delta > 0, they never lower that entropy either',
      domain: largerFirst,
      relation: ({ eq85: printed }) => entropyRises(printed as Expr),
      otherReadings: ({ eq85: printed }) => [entropyRises(substitute(printed as Expr, { sign: neg(sign) }))],
    },
  ],
  instead: {
    says: 'The mean of the Zeeman terms in the upper mixed state is (1/2) (Delta/omega_0I) [omega alpha(omega) - (omega - Delta) alpha(omega - Delta)], and that of the interaction (1/2) ((omega_0I^2 - Delta^2)/omega_0I) beta_SS: these stand in the exponent, exact to first order in the inverse temperatures, for either sign of Delta.',
    formula: ofMeans,
    parts: [
      {
        says: 'that does not change when the electrons are exchanged',
        domain: pairs('betaSS', 'sign', 'aligned'),
        relation: () => ({ kind: 'equal', left: exchanged(ofMeans), right: ofMeans }),
      },
      {
        says: 'with it no flip lowers the entropy of the reservoirs, at any temperature',
        domain: pairs('betaI', 'betaSS'),
        relation: () => entropyRises(ofMeans),
      },
      {
        says: 'it is the mean over the upper mixed state of (12), whose first electron is up with the probability (1 + Delta/omega_0I)/2',
        domain: mixedPair,
        relation: () => {
          const [up, down] = [1, -1].map((value) => div(add(1, mul(value, div(Delta, omega0I))), 2)) as [Expr, Expr];
          const mean = add<string, Binders>(
            mul<string, Binders>(sub<string, Binders>(up, down), zeemanDifference),
            // The interaction turns one electron over with the other.
            mul<string, Binders>(2, sqrt(mul<string, Binders>(up, down)), D, betaSS),
          );
          return { kind: 'equal', left: boltzmann(mean), right: substitute(ofMeans, { aligned: num(-1) }) };
        },
      },
      {
        says: 'as printed the interaction temperature has a say at Delta = -omega_0I, where no coupling is left: the population differs from that at beta_SS = 0',
        domain: pairs('betaSS', 'sign', oneOf('aligned', [rational(-1)])),
        relation: ({ eq85: printed }) => {
          const end = substitute(printed as Expr, { Delta: neg(omega0I) });
          return {
            kind: 'equal',
            left: div<string, Binders>(end, substitute(end, { betaSS: num(0) })),
            right: boltzmann(mul(2, omega0I, betaSS)),
          };
        },
      },
    ],
  },
});

export const eq86 = claim({
  id: 'eq86',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: apply(statesOf, omega, Delta), is: '=', right: sumOfFour(omega, Delta) },
  domain: pairs('betaSS'),
  // What the populations (85) have to be divided by to add up to 1, as in (84).
  step: ({ eq85: population }) => sumOfStates(population as Expr),
  relate: (printed, derived, { eq85: population }) => ({
    kind: 'equal',
    left: derived as Expr,
    right: givenStates(printed, population as Expr),
  }),
});

/** What is put right where (85) is. */
export const meansInstead =
  'As (85) put right: the means of the Zeeman and interaction terms in the mixed states stand in the exponent.';

export const eq87 = claim({
  id: 'eq87',
  text: upperAndLower,
  role: 'number',
  printed: {
    left: productOfPopulations,
    is: '=',
    right: product(add<string, Binders>(zeemanDifference, neg(mul(Delta, betaSS)), mul(omega0I, sub(betaSS, betaI)))),
  },
  domain: pairs('betaI', 'betaSS', 'sign', 'statesI'),
  // Whatever the two sums of states are.
  step: ({ eq79: nuclei, eq84: population, eq85: unnormalised }) =>
    mul<string, Binders>(
      instantiate(population as Expr, {
        rhoTildeOf: { parameters: ['omega', 'Delta'], body: substitute(unnormalised as Expr, { aligned: num(-1) }) },
      }),
      nuclei as Expr,
    ),
  instead: {
    says: meansInstead,
    formula: product(
      inMixedStates((zeeman, splitting) =>
        add<string, Binders>(zeeman, neg(mul(splitting, betaSS)), mul(omega0I, sub(betaSS, betaI))),
      ),
    ),
  },
});

export const eq88 = claim({
  id: 'eq88',
  text: upperAndLower,
  role: 'number',
  printed: {
    left: productOfPopulations,
    is: '=',
    right: product(
      add<string, Binders>(zeemanOf(omega), neg(zeemanOf(sub(omega, omega0I))), neg(mul(omega0I, betaI))),
      omega0I,
    ),
  },
  domain: pairs('betaI', 'betaSS', 'sign', 'statesI'),
  step: ({ eq87: at }) => substitute(at as Expr, { Delta: omega0I }),
});
