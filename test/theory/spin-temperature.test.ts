import { describe, expect, test } from 'vitest';
import { pureNumber, sameDimension, time } from '../../src/formula/dimension.ts';
import { add, call, div, type Expr, mul, neg, num, pow, sub, symbol } from '../../src/formula/expression.ts';
import { matrixOf, product, trace } from '../../src/formula/operators.ts';
import { substitute } from '../../src/formula/substitute.ts';
import { betaI, betaSS, D, Delta, omega, omega0I } from '../../src/formula/symbols.ts';
import { dimensionOf } from '../../src/meaning/dimension.ts';
import { lowerState, pairSpins, splitting, upperState } from '../../src/theory/pair.ts';
import { exponentAsLabelled, exponentOfMeans, type Model, models } from '../../src/theory/pair-populations.ts';
import {
  here,
  meanEnergies,
  meanExponent,
  nuclearPopulations,
  nuclearStates,
  pairPopulations,
  pairStates,
  there,
  weightedEnergy,
  weightedSplitting,
  weights,
} from '../../src/theory/spin-temperature.ts';
import { nuclearZeeman } from '../../src/theory/triple-flip.ts';
import { shows, under } from '../kernel/ask.ts';
import {
  boltzmann,
  diagonalIn,
  energies,
  normalised,
  number,
  type Pair,
  randomPairs,
  stateNames,
  statesOf,
} from './random-pairs.ts';

type Scalar = Expr<string, 'scalar'>;
const populations = (model: Model, pair: Pair): readonly number[] =>
  stateNames.map((name) => number(pairPopulations[model][name], pair));
/** (lower - upper)/(lower + upper), which decides how far a nucleus is polarized. */
const polarizing = (model: Model, pair: Pair): number => {
  const [, upper, lower] = populations(model, pair) as [number, number, number, number];
  return (lower - upper) / (lower + upper);
};
const farthest = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((x, index) => Math.abs(x - (b[index] as number))));
const difference: Scalar = sub(here, there);
const coupled = under([{ left: D, is: '!=', right: num(0) }], { D: '-1' });
const exchanged = (formula: Expr): Expr => substitute(formula, { here: there, there: here, Delta: neg(Delta) });
const exchangedPair = (pair: Pair): Pair => ({ ...pair, here: pair.there, there: pair.here, Delta: -pair.Delta });

describe('the nucleus', () => {
  test('is in the state exp(-betaI Z_I), normalised', () => {
    const [up, down] = matrixOf(nuclearZeeman, ['k']).map((row, index) =>
      call<string, 'scalar'>('exp', neg<string, 'scalar'>(mul<string>(betaI, row[index] as Scalar))),
    ) as [Scalar, Scalar];
    expect(shows(nuclearStates, add<string>(up, down))).toBe(true);
    expect(shows(nuclearPopulations.plus, div<string>(up, add<string>(up, down)))).toBe(true);
    expect(shows(nuclearPopulations.minus, div<string>(up, add<string>(up, down)))).toBe(false);
    expect(shows(add(nuclearPopulations.plus, nuclearPopulations.minus), num(1))).toBe(true);
  });
  test('has the polarization tanh(omega0I betaI/2)', () => {
    const half = mul<string>(num(1, 2), omega0I, betaI);
    const polarization = sub(nuclearPopulations.plus, nuclearPopulations.minus);
    expect(shows(polarization, call('tanh', half))).toBe(true);
    expect(shows(polarization, call('tanh', mul<string>(2, half)))).toBe(false);
  });
});

describe('traces over the eigenstates', () => {
  const mixing = { Delta, byZeeman: div(Delta, splitting), byCoupling: div(D, splitting), splitting };
  test('give the closed form of the exponent', () => {
    expect(shows(meanExponent, exponentOfMeans(difference, mixing), coupled)).toBe(true);
    expect(shows(meanExponent, exponentAsLabelled(difference, mixing), coupled)).toBe(false);
    expect(shows(meanExponent, exponentOfMeans(sub(there, here), mixing), coupled)).toBe(false);
    expect(sameDimension(dimensionOf(meanExponent), pureNumber)).toBe(true);
    for (const formula of [...Object.values(weights.Provotorov), ...Object.values(pairPopulations.labelled)])
      expect(sameDimension(dimensionOf(formula), pureNumber)).toBe(true);
  });
  test('of what is weighted alike give the energies of the pair', () => {
    const beta = symbol('beta', '\\beta', time, 'real');
    const alike = { here: mul(omega, beta), there: mul(sub(omega, Delta), beta), betaSS: beta };
    for (const [state, energy] of [
      ['plusPlus', sub<string>(omega, mul(num(1, 2), Delta))],
      ['upper', mul<string>(num(1, 2), splitting)],
      ['lower', mul<string>(num(-1, 2), splitting)],
      ['minusMinus', sub<string>(mul(num(1, 2), Delta), omega)],
    ] as const)
      expect(shows(substitute(meanEnergies[state], alike), mul<string>(beta, energy), coupled)).toBe(true);
    expect(shows(substitute(weightedSplitting, alike), mul<string>(call('abs', beta), splitting), coupled)).toBe(true);
  });
  test("show how far the weighted energy scatters: not where X - X' = Delta betaSS", () => {
    const K = matrixOf(weightedEnergy, pairSpins);
    const square = trace(product(matrixOf(upperState, pairSpins), product(K, K)));
    const variance = sub<string>(square as Scalar, pow(meanEnergies.upper, 2) as Scalar);
    const apart = sub<string>(difference, mul(Delta, betaSS));
    const closed = div<string>(pow(mul<string>(D, apart), 2), mul<string>(4, pow<string, 'scalar'>(splitting, 2)));
    expect(shows(variance, closed, coupled)).toBe(true);
    expect(shows(variance, mul<string>(2, closed), coupled)).toBe(false);
    expect(shows(pow(weightedSplitting, 2), mul<string>(4, square as Scalar), coupled)).toBe(true);
    const inLower = trace(product(matrixOf(lowerState, pairSpins), product(K, K)));
    expect(shows(inLower, square, coupled)).toBe(true);
  });
});

const pairs = randomPairs(200, 'populations');

describe('against exact diagonalisation', () => {
  test('over pairs of all signs, hot and cold', () => {
    for (const [a, b] of [
      [1, 1],
      [1, -1],
      [-1, 1],
      [-1, -1],
    ] as const)
      expect(pairs.filter((pair) => pair.Delta * a > 0 && pair.D * b > 0).length).toBeGreaterThan(30);
    const exponents = pairs.map((pair) => number(meanExponent, pair));
    expect(Math.max(...exponents)).toBeGreaterThan(10);
    expect(Math.min(...exponents)).toBeLessThan(-10);
  });
  test('means: the exponential of the diagonal elements in the eigenstates', () => {
    for (const pair of pairs) {
      const exact = normalised(diagonalIn(statesOf(pair).vectors, energies(pair)).map((mean) => Math.exp(-mean)));
      populations('means', pair).forEach((p, index) => {
        expect(Math.abs(p / (exact[index] as number) - 1)).toBeLessThan(1e-12);
      });
    }
  });
  test('Provotorov: the diagonal elements of the exponential', () => {
    let apart = 0;
    for (const pair of pairs) {
      const exact = normalised(diagonalIn(statesOf(pair).vectors, boltzmann(energies(pair))));
      expect(farthest(populations('Provotorov', pair), exact)).toBeLessThan(1e-12);
      apart = Math.max(apart, farthest(populations('means', pair), exact));
    }
    expect(apart).toBeGreaterThan(0.2);
  });
  test('labelled: Zeeman energies of +- and -+, and as interaction energy what is left of the splitting', () => {
    for (const pair of pairs) {
      const { values } = statesOf(pair);
      const [plusPlus, unmixed, flipped, minusMinus] = energies({ ...pair, betaSS: 0 }).diagonal() as [
        number,
        number,
        number,
        number,
      ];
      const rest = (((values[1] as number) - (values[2] as number) - pair.Delta) * pair.betaSS) / 2;
      const exact = normalised([plusPlus, unmixed + rest, flipped - rest, minusMinus].map((x) => Math.exp(-x)));
      expect(farthest(populations('labelled', pair), exact)).toBeLessThan(1e-12);
    }
  });
});

test.each(models)('%s: populations are positive and have the sum 1', (model) => {
  for (const pair of pairs) {
    const found = populations(model, pair);
    for (const p of found) expect(p).toBeGreaterThan(0);
    expect(found.reduce((a, b) => a + b)).toBeCloseTo(1, 14);
    expect(number(pairStates[model], pair) * (found[0] as number)).toBeCloseTo(
      number(weights[model].plusPlus, pair),
      10,
    );
  }
  const { plusPlus, upper, lower, minusMinus } = pairPopulations[model];
  const sum = add<string>(plusPlus, upper, lower, minusMinus);
  if (model !== 'Provotorov') expect(shows(sum, num(1), coupled)).toBe(true);
});

test('exchanging the electrons changes nothing in means and Provotorov, but the printed populations', () => {
  for (const state of stateNames)
    expect(shows(exchanged(weights.means[state]), weights.means[state], coupled)).toBe(true);
  for (const state of ['upper', 'lower'] as const)
    expect(shows(exchanged(weights.labelled[state]), weights.labelled[state], coupled)).toBe(false);
  for (const model of ['means', 'Provotorov'] as const)
    for (const pair of pairs)
      expect(farthest(populations(model, pair), populations(model, exchangedPair(pair)))).toBeLessThan(1e-12);
  const moved = pairs.map((pair) =>
    farthest(populations('labelled', pair), populations('labelled', exchangedPair(pair))),
  );
  expect(moved.filter((by) => by > 0.1).length).toBeGreaterThan(100);
});

test('with one temperature every model is the Gibbs state of the pair', () => {
  for (const pair of pairs) {
    const [beta, middle] = [pair.betaSS / 3, 3 * pair.here];
    const alike = {
      ...pair,
      here: (middle + pair.Delta / 2) * beta,
      there: (middle - pair.Delta / 2) * beta,
      betaSS: beta,
    };
    const half = pair.omega0I / 2;
    const gibbs = normalised([middle, half, -half, -middle].map((energy) => Math.exp(-beta * energy)));
    for (const model of models) expect(farthest(populations(model, alike), gibbs)).toBeLessThan(1e-12);
  }
});

describe('limits', () => {
  const independent = ({ here: X, there: Y, Delta: sign }: Pair): readonly number[] => {
    const [a, b] = [X, Y].map((x) => normalised([Math.exp(-x / 2), Math.exp(x / 2)])) as [number[], number[]];
    const at = (i: 0 | 1, j: 0 | 1): number => (a[i] as number) * (b[j] as number);
    const mixed = sign > 0 ? [at(0, 1), at(1, 0)] : [at(1, 0), at(0, 1)];
    return [at(0, 0), ...mixed, at(1, 1)];
  };
  test('without coupling the electrons are independent, whichever is the higher; in print only the first', () => {
    for (const pair of pairs)
      for (const D of [0, 1e-8 * pair.omega0I, -1e-8 * pair.omega0I])
        for (const sign of [1, -1]) {
          const loose = { ...pair, Delta: sign * pair.omega0I, D };
          const expected = independent(loose);
          for (const model of ['means', 'Provotorov'] as const)
            expect(farthest(populations(model, loose), expected)).toBeLessThan(1e-12);
          const printed = farthest(populations('labelled', loose), expected);
          if (sign > 0) expect(printed).toBeLessThan(1e-12);
        }
    const wrong = { here: 1, there: 0, Delta: -1, D: 0, omega0I: 1, betaSS: 0 };
    expect(farthest(populations('labelled', wrong), independent(wrong))).toBeGreaterThan(0.1);
  });
  test('electrons of one splitting have the temperature of their interactions, in every model', () => {
    for (const pair of pairs)
      for (const sign of [1, -1]) {
        const alike = { ...pair, there: pair.here, Delta: 0, D: sign * pair.omega0I };
        for (const model of models)
          expect(polarizing(model, alike)).toBeCloseTo(Math.tanh((pair.omega0I * pair.betaSS) / 2), 13);
      }
  });
  test('nothing is polarized at infinite temperatures', () => {
    const hot = { here: 0, there: 0, Delta: 3, D: 4, omega0I: 5, betaSS: 0 };
    for (const model of models) expect(populations(model, hot)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
});

describe('at high temperature', () => {
  /** By what power of the inverse temperatures a model departs from means. */
  const orderOf = (model: Model, pair: Pair, measure: (model: Model, pair: Pair) => number): number => {
    const at = (scale: number): number => {
      const hot = { ...pair, here: scale * pair.here, there: scale * pair.there, betaSS: scale * pair.betaSS };
      return Math.abs(measure(model, hot) - measure('means', hot));
    };
    return Math.log2(at(1 / 128) / at(1 / 256));
  };
  const upper = (model: Model, pair: Pair): number => populations(model, pair)[1] as number;
  const apart = pairs.filter(
    (pair) => Math.abs(pair.D * (pair.here - pair.there - pair.Delta * pair.betaSS)) > pair.omega0I,
  );
  test('Provotorov agrees with means to first order, in the polarization of the mixed states to second', () => {
    const polarized = apart.filter((pair) => Math.abs(number(meanExponent, pair)) > 1);
    expect(polarized.length).toBeGreaterThan(100);
    for (const pair of polarized) expect(orderOf('Provotorov', pair, polarizing)).toBeCloseTo(3, 1);
    for (const pair of apart) expect(orderOf('Provotorov', pair, upper)).toBeCloseTo(2, 0);
  });
  test("by -m (1 - m^2) W^3/24, which is -E (D (X - X' - Delta betaSS)/omega0I)^2/24", () => {
    for (const pair of apart) {
      const scale = 1 / 256;
      const hot = { ...pair, here: scale * pair.here, there: scale * pair.there, betaSS: scale * pair.betaSS };
      const scatter = (hot.D * (hot.here - hot.there - hot.Delta * hot.betaSS)) / hot.omega0I;
      const expected = (-number(meanExponent, hot) * scatter * scatter) / 24;
      const found = polarizing('Provotorov', hot) - polarizing('means', hot);
      expect(Math.abs(found - expected)).toBeLessThan(0.02 * Math.abs(expected) + 1e-14);
    }
  });
  test('the printed populations differ in first order already', () => {
    const pair = { here: 1, there: 0, Delta: 3, D: 4, omega0I: 5, betaSS: 0.3 };
    for (const sign of [1, -1])
      for (const measure of [polarizing, upper])
        expect(orderOf('labelled', { ...pair, Delta: sign * 3 }, measure)).toBeCloseTo(1, 1);
  });
});

test('Provotorov polarizes less than means, m tanh(W/2) against tanh(m W/2), but for local equilibrium', () => {
  for (const pair of pairs) {
    const [less, more] = [polarizing('Provotorov', pair), polarizing('means', pair)];
    expect(Math.sign(less)).toBe(Math.sign(more));
    expect(Math.abs(less)).toBeLessThanOrEqual(Math.abs(more) + 1e-12);
    const equilibrium = { ...pair, there: pair.here - pair.Delta * pair.betaSS };
    expect(polarizing('Provotorov', equilibrium)).toBeCloseTo(polarizing('means', equilibrium), 12);
  }
});
