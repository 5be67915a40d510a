import { describe, expect, test } from 'vitest';
import { add, call, div, type Expr, mul, neg, num, pow, sub } from '../../src/formula/expression.ts';
import { spin } from '../../src/formula/operators.ts';
import { betaI, betaSS, D, Delta, omega, omega0I } from '../../src/formula/symbols.ts';
import { valueAt } from '../../src/meaning/value.ts';
import { enclosures } from '../../src/number/enclosure.ts';
import { parseRational } from '../../src/number/rational.ts';
import { pairInteraction } from '../../src/theory/pair.ts';
import type { Model } from '../../src/theory/pair-populations.ts';
import {
  affinity,
  entropyProduction,
  here,
  meanExponent,
  netFlips,
  nuclearStates,
  pairPopulations,
  pairStates,
  there,
  weightedEnergy,
} from '../../src/theory/spin-temperature.ts';
import {
  changeInFlip,
  interactionChange,
  nuclearChange,
  nuclearZeeman,
  zeemanChange,
} from '../../src/theory/triple-flip.ts';
import { shows, under } from '../kernel/ask.ts';
import {
  diagonalIn,
  energies,
  number,
  type Pair,
  randomPairs,
  stateNames,
  statesOf,
  withNucleus,
} from './random-pairs.ts';

type Scalar = Expr<string, 'scalar'>;
const coupled = under([{ left: D, is: '!=', right: num(0) }], { D: '-1' });
const atResonance = under(
  [
    { left: pow(Delta, 2), is: '=', right: sub(pow(omega0I, 2), pow(D, 2)) },
    { left: num(0), is: '<', right: omega0I },
    { left: D, is: '!=', right: num(0) },
  ],
  { D: '-3', Delta: '4', omega0I: '5' },
);
/** The exponent of the nuclei, omega0I betaI, at which the flips of a model balance: 2 artanh((lower - upper)/(lower + upper)). */
const balanced = (model: Model, pair: Pair): number => {
  const { upper, lower } = pairPopulations[model];
  return Math.log(number(lower, pair) / number(upper, pair));
};
const pairs = randomPairs(200, 'flips');

describe('energy and entropy of a flip', () => {
  test('the three energies add up to 0 at resonance, one electron giving what the other does not take', () => {
    expect(shows(add<string>(zeemanChange, interactionChange, nuclearChange), num(0), atResonance)).toBe(true);
    const ofEach = [mul(omega, spin('i', 'z')), mul(sub(omega, Delta), spin('j', 'z'))].map(changeInFlip);
    const [first, second] = ofEach as [Scalar, Scalar];
    expect(shows(add<string>(first, second), zeemanChange, coupled)).toBe(true);
    expect(shows(first, zeemanChange, coupled)).toBe(false);
  });
  test('each weighted with its inverse temperature they are the affinity', () => {
    const entropy = add<string>(weightedEnergy, mul<string>(betaI, nuclearZeeman));
    expect(shows(changeInFlip(entropy), neg<string, 'scalar'>(affinity), coupled)).toBe(true);
    expect(shows(changeInFlip(entropy), affinity, coupled)).toBe(false);
    const interaction = changeInFlip(mul<string>(betaSS, pairInteraction)) as Scalar;
    expect(shows(interaction, mul<string>(betaSS, interactionChange), coupled)).toBe(true);
    const zeeman = div<string>(mul<string>(zeemanChange, sub(here, there)), Delta);
    const apart = under(
      [
        { left: D, is: '!=', right: num(0) },
        { left: Delta, is: '!=', right: num(0) },
      ],
      { D: '-1', Delta: '-2' },
    );
    const total = add<string>(zeeman, interaction, mul<string>(betaI, nuclearChange));
    expect(shows(changeInFlip(entropy), total, apart)).toBe(true);
  });
});

describe('the entropy that the flips of a pair produce', () => {
  test('is 2 A sinh(A/2)/(N N_I) in means: never negative', () => {
    const sinh = call<string, 'scalar'>('sinh', mul<string>(num(1, 2), affinity));
    const states = mul<string>(pairStates.means, nuclearStates);
    const flipsBack = mul<string>(-1, netFlips.means, states);
    expect(shows(flipsBack, mul<string>(2, sinh), atResonance)).toBe(true);
    expect(shows(mul<string>(entropyProduction.means, states), mul<string>(2, affinity, sinh), atResonance)).toBe(true);
    expect(shows(flipsBack, mul<string>(-2, sinh), atResonance)).toBe(false);
    for (const pair of pairs)
      for (const exponent of [-8, -1, 0, 0.5, 7])
        expect(number(entropyProduction.means, withNucleus(pair, exponent))).toBeGreaterThan(0);
  });
  test('is 0 where omega0I betaI = E', () => {
    for (const pair of pairs) {
      const E = number(meanExponent, pair);
      expect(balanced('means', pair)).toBeCloseTo(E, 11);
      expect(Math.abs(number(netFlips.means, withNucleus(pair, E)))).toBeLessThan(1e-15);
    }
  });
  test.each(['labelled', 'Provotorov'] as const)(
    '%s: is negative with a nucleus between E and its own balance',
    (model) => {
      let [wrong, right] = [0, 0];
      for (const pair of pairs) {
        const [E, own] = [number(meanExponent, pair), balanced(model, pair)];
        if (Math.abs(own - E) < 1e-6) continue;
        expect(number(entropyProduction[model], withNucleus(pair, (own + E) / 2))).toBeLessThan(0);
        wrong++;
        for (const beyond of [own + 2 * (own - E), E + 2 * (E - own)])
          if (Math.abs(beyond) < 300) {
            expect(number(entropyProduction[model], withNucleus(pair, beyond))).toBeGreaterThanOrEqual(0);
            right++;
          }
      }
      expect(Math.min(wrong, right)).toBeGreaterThan(150);
    },
  );

  /** Where the entropy falls, with the simplest numbers: omega0I = 5, |Delta| and |D| 3 and 4, no interaction temperature. */
  const counterexamples: readonly (readonly [Model, string, Readonly<Record<keyof Pair | 'betaI', string>>])[] = [
    ['labelled', 'Delta > 0', { here: '1', there: '0', Delta: '3', D: '4', omega0I: '5', betaSS: '0', betaI: '0.15' }],
    ['labelled', 'Delta < 0', { here: '1', there: '0', Delta: '-3', D: '4', omega0I: '5', betaSS: '0', betaI: '0' }],
    ['Provotorov', 'Delta > 0', { here: '2', there: '0', Delta: '3', D: '4', omega0I: '5', betaSS: '0', betaI: '0.2' }],
    [
      'Provotorov',
      'Delta < 0',
      { here: '0', there: '2', Delta: '-3', D: '4', omega0I: '5', betaSS: '0', betaI: '0.2' },
    ],
  ];
  test.each(counterexamples)('%s, %s: an exact point at which it is negative', (model, _, values) => {
    const a = enclosures(30);
    const at = Object.fromEntries(
      Object.entries(values).map(([name, text]) => [name, a.rational(parseRational(text))]),
    );
    const point = at as Readonly<Record<keyof typeof values, ReturnType<typeof a.pi>>>;
    expect(a.sign(a.sub(a.add(a.pow(point.Delta, 2), a.pow(point.D, 2)), a.pow(point.omega0I, 2)))).toBe(0);
    expect(a.sign(valueAt(entropyProduction[model], a, point))).toBe(-1);
    expect(a.sign(valueAt(entropyProduction.means, a, point))).toBe(1);
  });
});

describe('means has the largest entropy', () => {
  const entropy = (of: readonly number[]): number => -of.reduce((sum, p) => sum + p * Math.log(p), 0);
  /** Changes of four populations that leave their sum and the sum of p <K> as they are: what is left of any vector. */
  const allowed = (means: readonly number[], vector: readonly number[]): readonly number[] => {
    const dot = (a: readonly number[], b: readonly number[]): number =>
      a.reduce((sum, x, k) => sum + x * (b[k] as number), 0);
    const mean = means.reduce((a, b) => a + b) / 4;
    const centred = means.map((x) => x - mean);
    const level = vector.reduce((a, b) => a + b) / 4;
    const along = dot(vector, centred) / dot(centred, centred);
    return vector.map((x, k) => x - level - along * (centred[k] as number));
  };
  const directions = [
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [1, 2, -1, 0.5],
  ] as const;
  test('among the stationary states of the pair with the same sum of weighted mean energies', () => {
    for (const pair of pairs) {
      const means = diagonalIn(statesOf(pair).vectors, energies(pair));
      const p = stateNames.map((name) => number(pairPopulations.means[name], pair));
      const q = stateNames.map((name) => number(pairPopulations.Provotorov[name], pair));
      const rises: number[] = [];
      for (const direction of directions) {
        const change = allowed(means, direction);
        const size = Math.max(...change.map(Math.abs));
        if (size < 1e-9) continue;
        expect(Math.abs(change.reduce((a, b) => a + b))).toBeLessThan(1e-12);
        expect(Math.abs(change.reduce((a, b, k) => a + b * (means[k] as number), 0))).toBeLessThan(1e-11);
        const rise = (of: readonly number[], step: number): number =>
          entropy(of.map((x, k) => x + step * (change[k] as number))) - entropy(of);
        const room = (of: readonly number[]): number => Math.min(...of) / (2 * size);
        for (const step of [room(p), -room(p), room(p) / 10, -room(p) / 10]) expect(rise(p, step)).toBeLessThan(0);
        for (const step of [room(q) / 1000, -room(q) / 1000]) rises.push(rise(q, step));
      }
      // What differs from it has not.
      if (Math.max(...p.map((x, k) => Math.abs(x / (q[k] as number) - 1))) > 0.05)
        expect(Math.max(...rises)).toBeGreaterThan(0);
    }
  });
});
