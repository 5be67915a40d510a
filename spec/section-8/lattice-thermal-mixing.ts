import type { Part } from '../../src/claim/claim.ts';
import { either, moderate } from '../../src/claim/domain.ts';
import type { Relation } from '../../src/claim/relation.ts';
import { pureNumber, time } from '../../src/formula/dimension.ts';
import { add, apply, call, div, type Expr, mul, neg, num, pow, sub, symbol } from '../../src/formula/expression.ts';
import { substitute } from '../../src/formula/substitute.ts';
import { betaL, betaSS, Delta, omega, omega0I, statesOf } from '../../src/formula/symbols.ts';
import { claim } from '../claim.ts';
import { type Binders, overLine } from '../section-4/notation.ts';
import { eachPairAt, meanShares, pairAdds, shareText } from './balance.ts';
import { differences, productOfMeans } from './lattice.ts';
import { exchanged, pairs, product, statesI, summand, weight, withProduct, withSums } from './notation.ts';

const halfDifference = (splitting: Expr): Expr => mul<string, Binders>(num(-1, 2), splitting, sub(betaL, betaSS));
const weighted = (by: Expr): Expr => overLine(mul<string, Binders>(weight, by));

export const eq99 = claim({
  id: 'eq99',
  text: {
    status: 'reconstructed',
    readings: [
      { says: 'the lost sign in the argument is a minus, as in (98) (adopted)' },
      { says: 'it is a plus', formula: weighted(call('tanh', neg(halfDifference(Delta)))) },
    ],
  },
  role: 'number',
  printed: { is: '=', right: weighted(call('tanh', halfDifference(Delta))) },
  domain: pairs('betaSS', 'betaL'),
  // A constant factor is free, as the condition (78) is that an integral vanishes: it is 4, with which (98) gives the
  // printed formula at high temperature, where the sums of states are 4 and 2.
  step: ({ eq78: condition, eq98: products }) =>
    overLine(
      mul<string, Binders>(4, summand(withProduct(condition, atInteractions(withSums(products as Expr, products))))),
    ),
  relate: (printed, derived, { eq98: products }) => ({
    kind: 'integrands',
    left: derived as Expr,
    right: atInteractions(withSums(printed, products)),
  }),
  instead: {
    says: 'The difference of exponentials in (98) is a hyperbolic sine, divided by the sums of states, which depend on omega and Delta: 4 x 2 sinh(-(1/2) (Delta^2/omega_0I) (beta_L - beta_SS))/(N_S(omega, Delta) N_I), with (85) put right, exact to first order in the inverse temperatures. It is even in Delta.',
    formula: weighted(
      div<string, Binders>(
        mul<string, Binders>(8, call('sinh', halfDifference(div(pow(Delta, 2), omega0I)))),
        mul(apply(statesOf, omega, Delta), statesI),
      ),
    ),
    parts: [
      {
        says: 'to leading order in the inverse temperatures, 4 times the difference of the products (98) is the printed hyperbolic tangent',
        domain: pairs(moderate('betaSS'), either(moderate('gap')), moderate('hot')),
        relation: ({ eq98: products }) => ({
          kind: 'approaches',
          left: allTimes(hot, mul<string, Binders>(4, inCondition(products))),
          right: allTimes(hot, call('tanh', halfDifference(Delta))),
          small: { symbol: hot.symbol, scale: num(1) },
        }),
      },
    ],
  },
});

const hot = symbol('hot', '\\epsilon', pureNumber);
/** All inverse temperatures times a number, those of the lattice being beta_SS + gap. */
function allTimes(factor: Expr, formula: Expr): Expr {
  const [interactions, lattices] = [betaSS, add(betaSS, gap)].map((beta) => mul<string, Binders>(factor, beta));
  return substitute(formula, { betaSS: interactions as Expr, betaL: lattices as Expr });
}

/** At beta_I = beta_SS. */
function atInteractions(formula: Expr): Expr {
  return substitute(formula, { betaI: betaSS });
}

/** What the pair adds to the condition (78) at beta_I = beta_SS, positive factors aside: flips one way less the other. */
const inCondition = (products: unknown): Expr => {
  const written = atInteractions(withSums(products as Expr, products));
  const [forward, backward] = [1, -1].map((value) => substitute(written, { sign: num(value) })) as [Expr, Expr];
  return sub<string, Binders>(forward, backward);
};

/** (98) with |Delta| in its exponent. */
const withMagnitude = product(differences(call('abs', Delta)));

/** A pair enters (78) twice, with Delta of either sign; the weight is the same. */
const twice = (formula: Expr): Expr => add<string, Binders>(formula, exchanged(formula));

/** 8 sinh^2 sinh over the three sums of states. */
const leftOver = (products: unknown): Expr => {
  const states = atInteractions(withSums(apply(statesOf, omega, Delta), products));
  const numerator = mul<string, Binders>(
    8,
    pow(call('sinh', halfDifference(Delta)), 2),
    call('sinh', mul(num(1, 2), omega0I, betaSS)),
  );
  const nuclear = atInteractions(withSums(statesI, products));
  return div<string, Binders>(numerator, mul<string, Binders>(states, exchanged(states), nuclear));
};

const gap = symbol('gap', '\\delta\\beta', time);
const colder = pairs('betaSS', moderate('gap'));
const lattice = (formula: Expr): Expr => substitute(formula, { betaL: add(betaSS, gap) });

const between: readonly Part[] = [
  {
    says: 'with (85) put right the two add up to less than 0 at beta_I = beta_SS where the lattice is colder',
    domain: colder,
    relation: () => ({ kind: 'ordered', left: lattice(twice(inCondition(productOfMeans))), is: '<', right: num(0) }),
  },
  {
    says: 'and to more than 0 at beta_I = beta_L: with (85) put right the stationary beta_I lies strictly between the two',
    domain: colder,
    relation: () => {
      const written = substitute(withSums(productOfMeans, productOfMeans), { betaI: betaL });
      const [forward, backward] = [1, -1].map((value) => substitute(written, { sign: num(value) })) as [Expr, Expr];
      return {
        kind: 'ordered',
        left: num(0),
        is: '<',
        right: lattice(twice(sub<string, Binders>(forward, backward))),
      };
    },
  },
];

/** Beside the weight of a pair, which is even, so that a formula that is even as well differs by no factor. */
const odd = (formula: Expr): Relation => ({
  kind: 'equal',
  left: sub<string, Binders>(weight, exchanged(formula)),
  right: add<string, Binders>(weight, formula),
});

export const s8c = claim({
  id: 's8c',
  text: { status: 'clean' },
  role: 'sentence',
  domain: pairs('betaSS', 'betaL'),
  parts: [
    {
      says: 'the integrand (99) is odd in Delta, so that each pair adds as much with Delta as it takes away with -Delta, and the integral vanishes',
      domain: pairs('betaSS', 'betaL'),
      relation: ({ eq99: integrand, eq98: products }) => {
        const one = atInteractions(withSums(summand(integrand), products));
        return odd(one);
      },
    },
    {
      says: 'what a pair adds to (78) with the populations (98) at beta_I = beta_SS cancels between Delta and -Delta',
      domain: pairs('betaSS', 'betaL'),
      judges: 'truth',
      relation: ({ eq78: condition, eq98: products }) => {
        const one = atInteractions(withSums(withProduct(summand(condition), products), products));
        return { kind: 'equal', left: neg(exchanged(one)), right: one };
      },
    },
  ],
  instead: {
    says: `The sums of states N and N_- for Delta and -Delta differ in (98) as printed: the two contributions of a pair add up to 8 sinh^2((1/2) Delta (beta_L - beta_SS)) sinh((1/2) omega_0I beta_SS)/(N N_- N_I), which has the sign of beta_SS for every pair, so that the integral vanishes for no line shape unless beta_SS is 0 or beta_L. With (85) put right, exact to first order in the inverse temperatures, they are equal and do not cancel, and for these populations the stationary beta_I lies strictly between beta_SS and beta_L: the pairs at Delta balance at beta_SS + (Delta/omega_0I)^2 (beta_L - beta_SS), and only the integral vanishes, while energy goes round from one reservoir to the other through the nuclei. To first order in the inverse temperatures, for a line much wider than omega_0I and a width of g_D much smaller than D0 and omega_0I, beta_I = beta_SS + <x^2> (beta_L - beta_SS), ${shareText('thermalMixing')}: <x^2> is 1/4 for D0 >= omega_0I and goes to 1 for D0 -> 0. For the flows (59) and (60) together <x^2> = W^Z/(W^Z + W^SS), with (64) and (66): beta_I is the mean of beta_L and beta_SS with the weights W^Z and W^SS.`,
    parts: [
      {
        says: 'with (98) as printed the two contributions of a pair add up to that',
        domain: pairs('betaSS', 'betaL'),
        relation: ({ eq98: products }) => ({
          kind: 'equal',
          left: leftOver(products),
          right: twice(inCondition(products)),
        }),
      },
      {
        says: 'with (98) as printed the two contributions of a pair add up to more than 0 for beta_SS > 0',
        domain: pairs(moderate('betaSS'), either(moderate('gap'))),
        relation: ({ eq98: products }) => ({
          kind: 'ordered',
          left: num(0),
          is: '<',
          right: lattice(twice(inCondition(products))),
        }),
      },
      {
        says: 'nor does it help to read |Delta| for Delta in (98): the two then add up to less than 0 at beta_I = beta_SS where the lattice is colder',
        domain: colder,
        relation: () => ({
          kind: 'ordered',
          left: lattice(twice(inCondition(withMagnitude))),
          is: '<',
          right: num(0),
        }),
      },
      ...between,
      eachPairAt(productOfMeans),
      pairAdds(productOfMeans),
      ...meanShares('thermalMixing'),
      ...meanShares('both'),
    ],
  },
});
