import {
  atLeast,
  below,
  type Coordinate,
  domain,
  factsOfValues,
  moderate,
  onCircle,
  oneOf,
  positive,
  real,
} from '../src/claim/domain.ts';
import { add, pow, sqrt } from '../src/formula/expression.ts';
import { D, D0, Delta, omega0I } from '../src/formula/symbols.ts';
import { type Rational, rational } from '../src/number/rational.ts';

/** Where the claims are said to hold. All frequencies are free over many decades; nothing is fixed at 1. */
const scales = [positive('omega0I'), positive('DD'), positive('A2')];

/** No free symbol at all. */
export const nothing = domain([]);

/** D0 < omega0I, any width. */
export const cutOffBelow = domain([...scales, below('D0', 'omega0I')], [{ left: D0, is: '<', right: omega0I }]);
/** D0 <= omega0I, any width. */
export const cutOffBelowClosed = domain(
  [...scales, below('D0', 'omega0I', 'closed')],
  [{ left: D0, is: '<=', right: omega0I }],
);
/** D0 >= omega0I, any width. */
export const cutOffAbove = domain([...scales, atLeast('D0', 'omega0I')], [{ left: omega0I, is: '<=', right: D0 }]);

const onTheCircle = { left: omega0I, is: '<=', right: sqrt(add(pow(Delta, 2), pow(D, 2))) } as const;
const orOutside = { left: sqrt(add(pow(Delta, 2), pow(D, 2))), is: '<=', right: omega0I } as const;

/** Pairs that conserve energy: (Delta, D) on the circle of radius omega0I, both signs of both. */
export const circle = domain([...scales, onCircle('Delta', 'D', 'omega0I', 'both')], [onTheCircle, orOutside]);
/** The same with D > 0 and a cut-off beyond D: Delta0 < Delta < omega0I. */
export const circleWithCutOff = domain(
  [...scales, onCircle('Delta', 'D', 'omega0I'), atLeast('D0', 'D', 'open')],
  [onTheCircle, orOutside, { left: D, is: '<', right: D0 }],
);

/** Free values for the names given, either sign. */
const free = (...names: readonly string[]): readonly Coordinate[] => names.map(real);
/** Positive values for the names given. */
export const frees = (...names: readonly string[]): readonly Coordinate[] => names.map(positive);

/** With simple values apart from those of another coordinate, so that no difference of the two is 0 there. */
export const apartFrom = (of: Coordinate, ...values: readonly number[]): Coordinate => ({
  ...of,
  simple: () => values.map((value) => [rational(value)]),
});

/** Everything that a rate equation speaks of, at any pair (omega, Delta, D); i, j, l and m number spins. */
export const rateDomain = domain([
  ...frees('omega0I', 'A2', 'DD', 'NS', 'NI', 'WZ', 'M2', 'rhoIplus', 'rhoIminus'),
  ...free('D', 'PI', 'omega', 'Delta'),
  ...['i', 'j', 'k', 'l', 'm'].map(moderate),
]);

/** The same for pairs that can conserve energy: |Delta| < omega0I. */
export const rateDomainInside = domain([
  ...rateDomain.coordinates.filter(({ names }) => !names.includes('Delta')),
  below('Delta', 'omega0I'),
]);

/** Spins placed at random: concentration, smallest distance, constants of the dipolar interaction, all free. */
export const dipolar = domain([...frees('mu0', 'hbar', 'gammaS', 'r0', 'nS')]);
export const dipolarPair = domain([
  ...frees('mu0', 'hbar', 'gammaS', 'gammaI', 'gammaJ', 'r0', 'nS'),
  atLeast('r', 'r0'),
  real('theta'),
]);

/** A dilute glass: n_S r0^3 up to 1/100, as `filling`. */
export const dilute = domain([
  ...frees('mu0', 'hbar', 'gammaS', 'r0'),
  oneOf(
    'filling',
    [100, 1000, 10000].map((n) => rational(1, n)),
  ),
]);

/** Rows of values, one of which is taken as a whole. */
export const listed = (names: readonly string[], rows: readonly (readonly Rational[])[]): Coordinate => ({
  names,
  draw: ({ random }) => rows[random.below(rows.length)] as readonly Rational[],
  simple: () => rows,
  facts: names.flatMap((name, index) =>
    factsOfValues(
      name,
      rows.map((row) => row[index] as Rational),
    ),
  ),
});

/** Pairs that a nucleus of omega0I = 1 can flip with, Delta of either sign: right triangles of whole numbers. */
export const resonant = listed(
  ['omega0I', 'Delta', 'D'],
  [
    [1, [4, 5], [3, 5]],
    [1, [-4, 5], [3, 5]],
    [1, [3, 5], [-4, 5]],
    [1, [-15, 17], [8, 17]],
  ].map((row) =>
    row.map((value) => (typeof value === 'number' ? rational(value) : rational(value[0] as number, value[1]))),
  ),
);
