import { add, apply, type Expr, mul, num, pow, sqrt, sub } from '../src/formula/expression.ts';
import {
  type FormulaMatrix,
  kronecker,
  matrixOf,
  plus,
  product,
  spin,
  times,
  trace,
} from '../src/formula/operators.ts';
import { i, j, omegaOf } from '../src/formula/symbols.ts';

/** The mixed states of a pair of electrons, made from the Hamiltonian of the pair as it is printed. */

type Binders = 'scalar' | 'binder';

export const electrons = ['i', 'j'] as const;
export const withNucleus = ['i', 'j', 'k'] as const;

/** Difference of the Zeeman splittings of the pair. */
export const mismatch = sub<string, Binders>(apply(omegaOf, i), apply(omegaOf, j));

const entry = (of: FormulaMatrix, row: number, column: number): Expr => of[row]?.[column] as Expr;

/** The states +- and -+ of a pair in the matrix of its four states. */
const [first, second] = [1, 2];

export interface MixedStates {
  /** Energy of the upper one over the lower one. */
  readonly splitting: Expr;
  /** The projectors on the upper and the lower one, among the four states of the pair. */
  readonly upper: FormulaMatrix;
  readonly lower: FormulaMatrix;
}

/**
 * The two mixed states of a Hamiltonian that keeps S_z^i + S_z^j: with h its block on the states +-, -+ less half its
 * trace, they are apart by E = 2 sqrt(-det h), and their projectors are 1/2 +- h/E.
 */
export const mixedStates = (hamiltonian: Expr): MixedStates => {
  const matrix = matrixOf(hamiltonian, electrons);
  const [a, b, c] = [entry(matrix, first, first), entry(matrix, second, second), entry(matrix, first, second)];
  const difference = sub<string, Binders>(a, b);
  const splitting = sqrt(add<string, Binders>(pow(difference, 2), pow(mul<string, Binders>(2, c), 2)));
  const over = (of: Expr): Expr => mul<string, Binders>(of, pow(splitting, -1));
  const projector = (sign: 1 | -1): FormulaMatrix => {
    const diagonal = over(difference);
    const mixing = mul<string, Binders>(num(sign), over(c));
    const weight = (of: 1 | -1): Expr =>
      mul<string, Binders>(num(1, 2), add<string, Binders>(num(1), mul<string, Binders>(num(sign * of), diagonal)));
    const zero = num(0);
    return [
      [zero, zero, zero, zero],
      [zero, weight(1), mixing, zero],
      [zero, mixing, weight(-1), zero],
      [zero, zero, zero, zero],
    ];
  };
  return { splitting, upper: projector(1), lower: projector(-1) };
};

/** What an operator of the pair changes by, on average, from one of the two states to the other. */
export const changeOf = (operator: Expr, from: FormulaMatrix, to: FormulaMatrix): Expr => {
  const matrix = matrixOf(operator, electrons);
  return sub<string, Binders>(trace(product(to, matrix)), trace(product(from, matrix)));
};

/** The projector on I_z = 1/2 or -1/2. */
const nucleus = (sign: 1 | -1): FormulaMatrix =>
  plus(matrixOf(num(1, 2), ['k']), times(num(sign), matrixOf(spin('k', 'z', 'I'), ['k'])));

/**
 * The squared matrix element of a perturbation between the upper mixed state with I_z = 1/2 and the lower one with
 * I_z = -1/2: the two states of a triple spin flip.
 */
export const squaredElement = ({ upper, lower }: MixedStates, perturbation: Expr): Expr => {
  const V = matrixOf(perturbation, withNucleus);
  const [start, end] = [kronecker(upper, nucleus(1)), kronecker(lower, nucleus(-1))];
  return trace(product(product(start, V), product(end, V)));
};
