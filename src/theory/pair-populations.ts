import { add, type Expr, mul, pow, sub } from '../formula/expression.ts';
import { betaSS } from '../formula/symbols.ts';

type Scalar = Expr<string, 'scalar'>;

/**
 * Exponents E of the two mixed states of a pair, pure numbers: their populations are as exp(-E/2) (upper) to exp(E/2)
 * (lower). Closed forms for use in integrals; spin-temperature.ts derives the first from the eigenstates.
 */

/**
 * Models of the populations: by the mean energies in the eigenstates of the pair, by states labelled as without
 * coupling (Eq. (85)), and by the diagonal of Provotorov's density matrix; see spin-temperature.ts.
 */
export const models = ['means', 'labelled', 'Provotorov'] as const;
export type Model = (typeof models)[number];

/** How the coupling mixes the states +- and -+ of a pair. */
export interface Mixing {
  /** Difference of the Zeeman splittings, rad/s, of either sign. */
  readonly Delta: Scalar;
  /** Delta and D over the splitting of the mixed states: cosine and sine of the angle by which they are turned. */
  readonly byZeeman: Scalar;
  readonly byCoupling: Scalar;
  /** Splitting of the mixed states, rad/s; omega0I where the nucleus takes part. */
  readonly splitting: Scalar;
}

/** The exponent for a difference of the Zeeman terms X - X', a pure number; the interactions have the inverse temperature betaSS. */
export type MixedExponent = (difference: Scalar, mixing: Mixing) => Scalar;

/**
 * From the means in the mixed states: their electrons are polarized by Delta/E, so that of their splitting E the part
 * Delta^2/E is Zeeman energy and D^2/E is interaction energy.
 */
export const exponentOfMeans: MixedExponent = (difference, { byZeeman, byCoupling, splitting }) =>
  add<string>(mul<string>(byZeeman, difference), mul<string>(splitting, pow(byCoupling, 2), betaSS));

/**
 * As (85) has it: the states are labelled +- and -+ as without coupling, all of Delta is counted as Zeeman energy, and
 * the rest of the splitting as interaction energy.
 */
export const exponentAsLabelled: MixedExponent = (difference, { Delta, splitting }) =>
  add<string>(difference, mul<string>(sub<string>(splitting, Delta), betaSS));
