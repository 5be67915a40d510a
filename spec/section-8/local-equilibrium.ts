import type { Part, Premises } from '../../src/claim/claim.ts';
import { moderate } from '../../src/claim/domain.ts';
import { pureNumber, time } from '../../src/formula/dimension.ts';
import { add, call, div, type Expr, mul, neg, num, sub, symbol } from '../../src/formula/expression.ts';
import { instantiate, replace, substitute } from '../../src/formula/substitute.ts';
import { betaI, betaSS, Delta, omega, omega0I } from '../../src/formula/symbols.ts';
import { claim } from '../claim.ts';
import type { Binders } from '../section-4/notation.ts';
import { productOfPopulations } from './continuum.ts';
import { pairs, product, sign, summand, upperAndLower, withProduct, zeemanDifference } from './notation.ts';

const imbalance = mul(omega0I, sub(betaSS, betaI));

export const eq92 = claim({
  id: 'eq92',
  text: upperAndLower,
  role: 'number',
  printed: { left: productOfPopulations, is: '=', right: product(imbalance, num(0)) },
  domain: pairs('betaI', 'betaSS', 'sign', 'statesI'),
  step: ({ eq87: products }) => substitute(products as Expr, { Delta: num(0) }),
});

const towards = (value: 1 | -1): Expr => call('exp', mul<string, Binders>(num(value, 2), imbalance));

export const eq93 = claim({
  id: 'eq93',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: num(0), is: '=', right: sub<string, Binders>(towards(-1), towards(1)) },
  domain: pairs('betaI', 'betaSS', 'statesI'),
  // The condition (78) at Delta = 0 alone, per unit of its positive factors.
  step: ({ eq78: condition, eq92: products }) => {
    const single = substitute(summand(condition), { Delta: num(0) });
    // What multiplies a flip one way in the condition, and the sums of states.
    const weight = withProduct(single, mul(num(1, 2), add(1, sign)));
    const positive = mul<string, Binders>(weight, substitute(product(num(0), num(0)), { sign: num(1) }));
    return div<string, Binders>(withProduct(single, products), positive);
  },
});

const gap = symbol('gap', '\\delta\\beta', time);
const apart = pairs('betaSS', 'betaL', 'statesI', moderate('gap'));

/**
 * That a condition is met at beta_I = at and nowhere else: the flips that take polarization from the nuclei and those
 * that give it balance there in every pair; at any larger beta_I the former prevail in every pair, at any smaller one
 * the latter.
 */
export const onlyAt = (
  what: string,
  name: string,
  at: Expr,
  flips: (premises: Premises) => readonly [taking: Expr, giving: Expr],
): readonly Part[] => {
  const placed = (premises: Premises, betaIs: Expr) =>
    flips(premises).map((side) => substitute(side, { betaI: betaIs })) as [Expr, Expr];
  const apartBy = (side: 1 | -1): Expr => add<string, Binders>(at, mul(side, gap));
  return [
    {
      says: `${what} is stationary at beta_I = ${name}: the two ways of each pair balance`,
      domain: apart,
      relation: (premises) => {
        const [taking, giving] = placed(premises, at);
        return { kind: 'equal', left: giving, right: taking };
      },
    },
    {
      says: `${what} is not stationary where beta_I is larger: every pair takes polarization from the nuclei`,
      domain: apart,
      relation: (premises) => {
        const [taking, giving] = placed(premises, apartBy(1));
        return { kind: 'ordered', left: giving, is: '<', right: taking };
      },
    },
    {
      says: `${what} is not stationary where beta_I is smaller: every pair gives polarization to the nuclei`,
      domain: apart,
      relation: (premises) => {
        const [taking, giving] = placed(premises, apartBy(-1));
        return { kind: 'ordered', left: taking, is: '<', right: giving };
      },
    },
  ];
};

/** What stands under the integrals of a condition, for the flips one way and for those the other way. */
export const bothWays = (condition: unknown, products: unknown): readonly [Expr, Expr] => {
  const way = (value: 1 | -1): Expr => {
    const only = mul<string, Binders>(num(1, 2), add(1, mul(value, sign)), products as Expr);
    return mul<string, Binders>(value, withProduct(summand(condition), only));
  };
  return [way(1), way(-1)];
};

export const s8a = claim({
  id: 's8a',
  text: { status: 'clean' },
  role: 'sentence',
  domain: pairs('betaI', 'betaSS'),
  parts: onlyAt('the fluctuating field', 'beta_SS', betaSS, ({ eq93: condition }) => {
    const terms = (condition as Extract<Expr, { kind: 'sum' }>).terms;
    return [terms[0] as Expr, neg(terms[1] as Expr)];
  }),
});

const constant = symbol('constant', 'c', pureNumber, 'real');

export const eq94 = claim({
  id: 'eq94',
  text: { status: 'clean' },
  role: 'symbol',
  printed: { left: zeemanDifference, is: '=', right: mul(Delta, betaSS) },
  domain: pairs('betaSS'),
  parts: [
    {
      says: 'omega alpha(omega) = omega beta_SS + a constant meets it for all omega and Delta',
      domain: pairs('betaSS', moderate('constant')),
      judges: 'form',
      relation: ({ eq94: printed }) => ({
        kind: 'equal',
        left: instantiate(zeemanDifference, {
          alpha: {
            parameters: ['omega'],
            body: add<string, Binders>(betaSS, div<string, Binders>(constant, omega)),
          },
        }),
        right: printed as Expr,
      }),
    },
  ],
});

export const eq95 = claim({
  id: 'eq95',
  text: upperAndLower,
  role: 'number',
  printed: { left: productOfPopulations, is: '=', right: product(imbalance) },
  domain: pairs('betaI', 'betaSS', 'sign', 'statesI'),
  step: ({ eq87: products, eq94: equilibrium }) => replace(products as Expr, zeemanDifference, equilibrium as Expr),
});

export const s8b = claim({
  id: 's8b',
  text: { status: 'clean' },
  role: 'sentence',
  domain: pairs('betaI', 'betaSS'),
  parts: [
    ...onlyAt('thermal mixing', 'beta_SS', betaSS, ({ eq78: condition, eq95: products }) =>
      bothWays(condition, products),
    ),
    ...onlyAt('the cross effect', 'beta_SS', betaSS, ({ eq77: condition, eq95: products }) =>
      bothWays(condition, products),
    ),
  ],
});
