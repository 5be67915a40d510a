import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { Expr } from '../../src/formula/expression.ts';
import { evaluate } from '../../src/meaning/value.ts';
import { binary64 } from '../../src/number/binary64.ts';
import { random } from '../../src/number/random.ts';
import type { PerState } from '../../src/theory/spin-temperature.ts';

/** A pair of electrons as numbers: Zeeman terms, splittings and coupling in rad/s, inverse interaction temperature in s. */
export type Pair = Readonly<Record<'here' | 'there' | 'Delta' | 'D' | 'omega0I' | 'betaSS', number>>;

/** Pairs at resonance, all signs of Delta and D alike, cold and hot, with positive and negative temperatures. */
export const randomPairs = (count: number, label: string): readonly Pair[] => {
  const source = random(5, label);
  const between = (lo: number, hi: number): number => lo + ((hi - lo) * source.next()) / 4294967296;
  return Array.from({ length: count }, () => {
    const [omega0I, angle] = [between(0.5, 2.5), between(-Math.PI, Math.PI)];
    return {
      here: between(-5, 5),
      there: between(-5, 5),
      Delta: omega0I * Math.cos(angle),
      D: omega0I * Math.sin(angle),
      omega0I,
      betaSS: between(-10, 10) / omega0I,
    };
  });
};

/** With a nucleus whose omega0I betaI is given. */
export const withNucleus = (pair: Pair, exponent: number) => ({ ...pair, betaI: exponent / pair.omega0I });

export const stateNames = ['plusPlus', 'upper', 'lower', 'minusMinus'] as const satisfies (keyof PerState<unknown>)[];

export const number = (formula: Expr, values: Readonly<Record<string, number>>): number =>
  evaluate(formula)(binary64, new Map(Object.entries(values)));

/**
 * The matrix of a S_z^i + b S_z^j + (c/2)(S_+^i S_-^j + S_-^i S_+^j) over ++, +-, -+, --, written out: the Hamiltonian
 * for omega, omega - Delta, D, and the energies weighted with their inverse temperatures for X, X', betaSS D.
 */
export const written = (a: number, b: number, c: number): Matrix =>
  new Matrix([
    [(a + b) / 2, 0, 0, 0],
    [0, (a - b) / 2, c / 2, 0],
    [0, c / 2, (b - a) / 2, 0],
    [0, 0, 0, -(a + b) / 2],
  ]);

export const energies = ({ here, there, betaSS, D }: Pair): Matrix => written(here, there, betaSS * D);

interface Eigen {
  readonly values: readonly number[];
  /** As columns, in the order of the values. */
  readonly vectors: Matrix;
}

/** Eigenvalues, highest first, and eigenvectors of a symmetric matrix. */
export const eigen = (matrix: Matrix): Eigen => {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const order = realEigenvalues.map((_, index) => index);
  order.sort((a, b) => (realEigenvalues[b] as number) - (realEigenvalues[a] as number));
  return {
    values: order.map((index) => realEigenvalues[index] as number),
    vectors: eigenvectorMatrix.subMatrixColumn(order),
  };
};

/** Eigenstates of the pair in the order ++, upper, lower, --: Zeeman splittings far above all else. */
export const statesOf = ({ Delta, D }: Pair): Eigen => eigen(written(50, 50 - Delta, D));

/** exp(-M) of a symmetric matrix. */
export const boltzmann = (matrix: Matrix): Matrix => {
  const { values, vectors } = eigen(matrix);
  return vectors.mmul(Matrix.diag(values.map((value) => Math.exp(-value)))).mmul(vectors.transpose());
};

/** Diagonal elements of a matrix in the states given as columns. */
export const diagonalIn = (vectors: Matrix, matrix: Matrix): readonly number[] =>
  vectors.transpose().mmul(matrix).mmul(vectors).diagonal();

export const normalised = (of: readonly number[]): readonly number[] => {
  const sum = of.reduce((a, b) => a + b);
  return of.map((x) => x / sum);
};
