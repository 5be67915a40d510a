import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { angularFrequency } from '../formula/dimension.ts';
import { add, type Expr, mul, symbol } from '../formula/expression.ts';
import { type FormulaMatrix, matrixOf, spin } from '../formula/operators.ts';
import { mixedStates, numbersOf, pairInteraction, pairSpins, pairZeeman } from './pair.ts';
import { hyperfineOf, nuclearZeemanOf } from './triple-flip.ts';

/**
 * Exact quantum dynamics of two electrons with one or two nuclei, by diagonalisation of their Hamiltonian. All in units
 * of omega0I = 1: energies in omega0I, times in 1/omega0I.
 */

/** Populations of a pair in its eigenstates ++, upper mixed, lower mixed, --. */
export type PairPopulations = readonly [number, number, number, number];

export interface FlipSystem {
  /** Flip-flop coupling of the pair, of either sign. */
  readonly D: number;
  /** Real hyperfine couplings A of electrons i and j with each of one or two nuclei. */
  readonly couplings: readonly (readonly [number, number])[];
  readonly pair: PairPopulations;
  /** Populations of I_z = +1/2 and -1/2, the same for each nucleus. */
  readonly nucleus: readonly [number, number];
}

const observableNames = ['polarization', 'nuclearEnergy', 'zeeman', 'interaction', 'hyperfine'] as const;
export type Observable = (typeof observableNames)[number];
/**
 * Something for each observable: sum of 2 I_z over the nuclei, nuclear Zeeman energy, electron Zeeman energy, flip-flop
 * energy, and the perturbation itself; the four energies together are conserved.
 */
export type PerObservable<T> = Readonly<Record<Observable, T>>;

export const perObservable = <T>(of: (name: Observable) => T): PerObservable<T> =>
  Object.fromEntries(observableNames.map((name) => [name, of(name)])) as unknown as PerObservable<T>;

const labels = ['k', 'l'];
const couplingNames = labels.map((nucleus) => [`A@i${nucleus}`, `A@j${nucleus}`] as const);

/** The matrices of the observables, made of the formulas of theory once for each number of nuclei. */
const observablesOf = (nuclei: number): PerObservable<FormulaMatrix> => {
  const spins = [...pairSpins, ...labels.slice(0, nuclei)];
  const sumOver = (term: (label: string, index: number) => Expr<string, 'scalar'>) =>
    matrixOf(add<string>(...labels.slice(0, nuclei).map(term)), spins);
  const coupling = (electron: 'i' | 'j', label: string, name: string): Expr<string, 'scalar'> => {
    const A = symbol(name, 'A', angularFrequency, 'real');
    return hyperfineOf(electron, label, A, A);
  };
  return {
    polarization: sumOver((label) => mul<string>(2, spin(label, 'z', 'I'))),
    nuclearEnergy: sumOver(nuclearZeemanOf),
    zeeman: matrixOf(pairZeeman, spins),
    interaction: matrixOf(pairInteraction, spins),
    hyperfine: sumOver((label, index) => {
      const [i, j] = couplingNames[index] as readonly [string, string];
      return add<string>(coupling('i', label, i), coupling('j', label, j));
    }),
  };
};

const made = new Map<number, PerObservable<FormulaMatrix>>();
const observables = (nuclei: number): PerObservable<FormulaMatrix> => {
  const known = made.get(nuclei) ?? observablesOf(nuclei);
  made.set(nuclei, known);
  return known;
};

/** Eigenstates of the Hamiltonian without hyperfine coupling, in the order of the populations, as columns. */
const eigenstates = (Delta: number, D: number, nuclei: number): Matrix => {
  const { upper, lower } = mixedStates({ Delta, D });
  const pair = new Matrix([
    [1, 0, 0, 0],
    [0, upper[0], lower[0], 0],
    [0, upper[1], lower[1], 0],
    [0, 0, 0, 1],
  ]);
  return pair.kroneckerProduct(Matrix.eye(1 << nuclei));
};

const checkPopulations = (name: string, populations: readonly number[], size: number): void => {
  const sum = populations.reduce((a, b) => a + b, 0);
  if (populations.length !== size || !populations.every((p) => p >= 0) || !(Math.abs(sum - 1) <= 1e-12))
    throw new RangeError(
      `expected ${size} populations of ${name}, none negative, with the sum 1, got ${populations.join(', ')}`,
    );
};

const checkSystem = ({ D, couplings, pair, nucleus }: FlipSystem): void => {
  if (couplings.length < 1 || couplings.length > labels.length)
    throw new RangeError(`expected couplings with one or two nuclei, got ${couplings.length}`);
  if (![D, ...couplings.flat()].every(Number.isFinite))
    throw new RangeError(`expected finite couplings, got ${[D, ...couplings.flat()].join(', ')}`);
  checkPopulations('the pair', pair, 4);
  checkPopulations('the nucleus', nucleus, 2);
};

/**
 * Changes since time 0 of the expectation values in one system with this Delta, at each of the times. It starts diagonal
 * in the eigenstates without hyperfine coupling. The changes are sums over transitions, |amplitude|^2 times the
 * difference of the two states, and coherences, so that nothing of order 1 cancels. Throws a RangeError for populations
 * that are negative or do not sum to 1, for couplings that are not finite or with other than one or two nuclei, and for
 * Delta = D = 0.
 */
export const evolve = (
  system: FlipSystem,
  Delta: number,
  times: readonly number[],
): readonly PerObservable<number>[] => {
  checkSystem(system);
  const { D, couplings, pair, nucleus } = system;
  const nuclei = couplings.length;
  const states = eigenstates(Delta, D, nuclei);
  const values: Record<string, number> = { omega: Delta / 2, Delta, D, omega0I: 1 };
  couplings.forEach((of, index) => {
    couplingNames[index]?.forEach((name, electron) => {
      values[name] = of[electron] as number;
    });
  });
  // The mean of the two electron splittings moves no energy: S_z^i + S_z^j is conserved. It is 0 here.
  const rotated = (formulas: FormulaMatrix): Matrix =>
    states
      .transpose()
      .mmul(new Matrix(numbersOf(formulas, values).map((row) => [...row])))
      .mmul(states);
  const formulas = observables(nuclei);
  const matrices = perObservable((name) => rotated(formulas[name]));
  const { nuclearEnergy, zeeman, interaction, hyperfine } = matrices;
  const H = [zeeman, interaction, hyperfine].reduce((a, b) => Matrix.add(a, b), nuclearEnergy);
  const { realEigenvalues: energies, eigenvectorMatrix: Q } = new EigenvalueDecomposition(H, { assumeSymmetric: true });
  const size = H.rows;
  const populations = Array.from({ length: size }, (_, state) =>
    labels
      .slice(0, nuclei)
      .reduce(
        (p, _label, index) => p * (nucleus[(state >> (nuclei - 1 - index)) & 1] as number),
        pair[state >> nuclei] as number,
      ),
  );
  return times.map((t) => {
    const cosines = energies.map((energy) => Math.cos(energy * t));
    const sines = energies.map((energy) => Math.sin(energy * t));
    const change = perObservable(() => 0) as Record<Observable, number>;
    populations.forEach((population, start) => {
      if (population === 0) return;
      const real = new Array<number>(size).fill(0);
      const imaginary = new Array<number>(size).fill(0);
      for (let b = 0; b < size; b++)
        for (let n = 0; n < size; n++) {
          const weight = Q.get(b, n) * Q.get(start, n);
          real[b] = (real[b] as number) + weight * (cosines[n] as number);
          imaginary[b] = (imaginary[b] as number) - weight * (sines[n] as number);
        }
      for (const name of observableNames) change[name] += population * changeOf(matrices[name], start, real, imaginary);
    });
    return change;
  });
};

/** Expectation value of an observable in the state with these amplitudes, less that in the state it started from. */
const changeOf = (observable: Matrix, start: number, real: readonly number[], imaginary: readonly number[]): number => {
  let change = 0;
  const before = observable.get(start, start);
  real.forEach((x, b) => {
    const y = imaginary[b] as number;
    change += (x * x + y * y) * (observable.get(b, b) - before);
    for (let c = 0; c < b; c++)
      change += 2 * observable.get(b, c) * (x * (real[c] as number) + y * (imaginary[c] as number));
  });
  return change;
};
