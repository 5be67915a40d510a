import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { valueAt } from '../../src/meaning/value.ts';
import { binary64 } from '../../src/number/binary64.ts';
import { converged, resonanceDensity } from '../../src/theory/dynamics.ts';
import type { PairPopulations } from '../../src/theory/evolution.ts';
import { type Model, models } from '../../src/theory/pair-populations.ts';
import {
  entropyProduction,
  meanExponent,
  netFlips,
  nuclearPopulations,
  pairPopulations,
  pairStates,
} from '../../src/theory/spin-temperature.ts';
import { flipRate, interactionChange, nuclearChange, zeemanChange } from '../../src/theory/triple-flip.ts';
import {
  boltzmann,
  eigen,
  energies,
  number,
  type Pair,
  randomPairs,
  stateNames,
  withNucleus,
  written,
} from './random-pairs.ts';

describe('exact dynamics of pair and nucleus', () => {
  /** Beyond high temperature: exponents of 2 to 4, and populations as different as 1 to 50. */
  const situations: readonly Pair[] = ([0.6, -0.8] as const).flatMap((coupling) =>
    [1, -1].map((sign) => {
      const mismatch = sign * Math.sqrt((1 - coupling) * (1 + coupling));
      return { here: 3, there: -0.5, Delta: mismatch, D: coupling, omega0I: 1, betaSS: -1.5 };
    }),
  );
  const ensembleOf = (model: Model, pair: Pair, exponent: number) => {
    const at = withNucleus(pair, exponent);
    const A = (3e-4 * (1 - pair.D) * (1 + pair.D)) / Math.abs(pair.D);
    const of = {
      D: pair.D,
      sign: Math.sign(pair.Delta) as 1 | -1,
      couplings: [[A, 0]] as const,
      pair: stateNames.map((name) => number(pairPopulations[model][name], pair)) as unknown as PairPopulations,
      nucleus: [number(nuclearPopulations.plus, at), number(nuclearPopulations.minus, at)] as const,
    };
    const rate = valueAt(flipRate, binary64, { Aplus: A, Aminus: A, D: pair.D, omega0I: 1 }) * resonanceDensity(of);
    return { of, rate, at };
  };
  test.each(models)('%s: net flips foretell the rates of the three energies', (model) => {
    for (const pair of situations) {
      const { of, rate, at } = ensembleOf(model, pair, 0.7);
      const flips = rate * number(netFlips[model], at);
      const { nuclearEnergy, zeeman, interaction } = converged(of);
      expect(nuclearEnergy.value / flips).toBeCloseTo(1, 3);
      expect(zeeman.value / (flips * number(zeemanChange, pair))).toBeCloseTo(1, 3);
      expect(interaction.value / (flips * number(interactionChange, pair))).toBeCloseTo(1, 3);
      // Zeeman energy of the electrons apart: the one gains what the other loses, over its own splitting.
      const entropy =
        ((pair.here - pair.there) * zeeman.value) / pair.Delta +
        pair.betaSS * interaction.value +
        at.betaI * nuclearEnergy.value;
      expect(entropy / (rate * number(entropyProduction[model], at))).toBeCloseTo(1, 2);
    }
  });
  test('nothing flows from means with a nucleus at betaI = E/omega0I, and something from the others', () => {
    for (const pair of situations) {
      const E = number(meanExponent, pair);
      const { of, rate, at } = ensembleOf('means', pair, E);
      const oneWay = rate * number(pairPopulations.means.upper, pair) * number(nuclearPopulations.plus, at);
      for (const { value } of Object.values(converged(of))) expect(Math.abs(value)).toBeLessThan(1e-5 * oneWay);
      for (const model of ['labelled', 'Provotorov'] as const)
        expect(Math.abs(converged(ensembleOf(model, pair, E).of).nuclearEnergy.value)).toBeGreaterThan(1e-2 * oneWay);
    }
  });
  test('flips of the printed populations and of Provotorov lower the entropy where the formula says so', () => {
    const example = { here: 2, there: 0, Delta: 0.6, D: 0.8, omega0I: 1, betaSS: 0 };
    for (const [model, pair, exponent] of [
      ['labelled', example, 1.5],
      ['labelled', { ...example, Delta: -0.6 }, 0],
      ['Provotorov', example, 1.1],
      ['means', example, 1.1],
    ] as const) {
      const { of, at } = ensembleOf(model, pair, exponent);
      const { zeeman, nuclearEnergy } = converged(of);
      const gained = ((pair.here - pair.there) * zeeman.value) / pair.Delta + at.betaI * nuclearEnergy.value;
      expect(Math.sign(gained)).toBe(model === 'means' ? 1 : -1);
    }
  });
});

describe('the density matrix exp(-K) itself, not only its diagonal', () => {
  /** The Hamiltonian of a resonant pair and a nucleus coupled to electron i, omega0I = 1, over the pair and I_z = 1/2, -1/2. */
  const coupledHamiltonian = ({ Delta: d, D: c }: Pair, A: number): Matrix => {
    const flips = new Matrix([
      [0, A / 2],
      [A / 2, 0],
    ]);
    return written(d / 2, -d / 2, c)
      .kroneckerProduct(Matrix.eye(2))
      .add(Matrix.eye(4).kroneckerProduct(Matrix.diag([-0.5, 0.5])))
      .add(Matrix.diag([0.5, 0.5, -0.5, -0.5]).kroneckerProduct(flips));
  };
  /** Tr(rho(t) O) at 16 times of one nuclear period from t on, with all coherences. */
  const followed = (H: Matrix, rho: Matrix, observables: readonly Matrix[], t: number): readonly number[][] => {
    const { values, vectors } = eigen(H);
    const inH = (of: Matrix): Matrix => vectors.transpose().mmul(of).mmul(vectors);
    const [state, seen] = [inH(rho), observables.map(inH)];
    return seen.map((O) =>
      Array.from({ length: 16 }, (_, k) => {
        const time = t + (2 * Math.PI * k) / 16;
        let sum = 0;
        values.forEach((a, n) => {
          values.forEach((b, m) => {
            sum += state.get(n, m) * O.get(m, n) * Math.cos((a - b) * time);
          });
        });
        return sum;
      }),
    );
  };
  const mean = (of: readonly number[]): number => of.reduce((a, b) => a + b) / of.length;
  const resonant = randomPairs(24, 'coherences').map((pair) => ({
    ...pair,
    Delta: pair.Delta / pair.omega0I,
    D: pair.D / pair.omega0I,
    betaSS: pair.betaSS * pair.omega0I,
    omega0I: 1,
  }));
  const A = 1e-5;
  const setup = (pair: Pair) => {
    const [plus, minus] = [0.8, 0.2];
    const weights = boltzmann(energies(pair));
    const rho = Matrix.div(weights, weights.trace()).kroneckerProduct(Matrix.diag([plus, minus]));
    const zeeman = written(pair.Delta / 2, -pair.Delta / 2, 0).kroneckerProduct(Matrix.eye(2));
    const interaction = written(0, 0, pair.D).kroneckerProduct(Matrix.eye(2));
    const nuclear = Matrix.eye(4).kroneckerProduct(Matrix.diag([-0.5, 0.5]));
    return { rho, observables: [zeeman, interaction, nuclear], H: coupledHamiltonian(pair, A), plus, minus };
  };
  test('flips as its diagonal says: half a Rabi period turns over the difference of the populations', () => {
    for (const pair of resonant.filter(({ D: c, Delta: d }) => Math.abs(c) > 0.1 && Math.abs(d) > 0.1)) {
      const { rho, observables, H, plus, minus } = setup(pair);
      const v = (A * Math.abs(pair.D)) / 4;
      const [start, end] = [followed(H, rho, observables, 0), followed(H, rho, observables, Math.PI / (2 * v))];
      const { upper, lower } = pairPopulations.Provotorov;
      const flips = number(upper, pair) * plus - number(lower, pair) * minus;
      [zeemanChange, interactionChange, nuclearChange].forEach((change, k) => {
        const moved = mean(end[k] as number[]) - mean(start[k] as number[]);
        expect(Math.abs(moved - flips * number(change, pair))).toBeLessThan(2e-4);
      });
    }
  });
  test("is not stationary: its Zeeman energy swings with omega0I, unless X - X' = Delta betaSS", () => {
    for (const pair of resonant)
      for (const equilibrium of [false, true]) {
        const at = equilibrium ? { ...pair, there: pair.here - pair.Delta * pair.betaSS } : pair;
        const { rho, observables, H } = setup(at);
        const [zeeman] = followed(H, rho, observables, 0) as [number[]];
        const swing = Math.max(...zeeman) - Math.min(...zeeman);
        // S_z^i - S_z^j has the element -D between the mixed states, K has -D (X - X' - Delta betaSS)/2: Zeeman energy
        // swings by 2 Delta D times the coherence that exp(-K) has there.
        const W = Math.hypot(at.here - at.there, at.D * at.betaSS);
        const coherence =
          (Math.abs(at.D * (at.here - at.there - at.Delta * at.betaSS)) / 2) * (W > 0 ? Math.sinh(W / 2) / (W / 2) : 1);
        const expected = (2 * Math.abs(at.D * at.Delta) * coherence) / number(pairStates.Provotorov, at);
        expect(Math.abs(swing - expected)).toBeLessThan(1e-3 * expected + 1e-4);
      }
  });
});
