import { add, call, div, type Expr, mul, num, pow, sqrt, sub } from '../formula/expression.ts';
import { type FormulaMatrix, matrixOf, spin } from '../formula/operators.ts';
import { D, Delta, omega, r, theta } from '../formula/symbols.ts';
import { evaluate } from '../meaning/value.ts';
import { binary64 } from '../number/binary64.ts';
import { dipolarConstant } from './coupling-density.ts';

type Scalar = Expr<string, 'scalar'>;

/**
 * Two electron spins i and j with Zeeman splittings omega and omega - Delta and a flip-flop coupling D, all in rad/s.
 * Formulas hold spin operators; their matrices are taken in the order ++, +-, -+, --.
 */
export const pairSpins = ['i', 'j'] as const;

const [zi, upi, downi] = [spin('i', 'z'), spin('i', '+'), spin('i', '-')];
const [zj, upj, downj] = [spin('j', 'z'), spin('j', '+'), spin('j', '-')];

/** S_+^i S_-^j + S_-^i S_+^j, a pure number. */
const flipFlop = add(mul(upi, downj), mul(downi, upj));
const zz = mul(zi, zj);

/**
 * The dipolar interaction as a whole, rad/s: K/r^3 times S^i S^j - 3 (S^i n)(S^j n), for n = (sin theta, 0, cos theta)
 * the direction from one spin to the other and theta its angle with the field. Another azimuth of n only turns the
 * phases of what is not secular.
 */
export const dipolarInteraction = (() => {
  const along = (z: Scalar, up: Scalar, down: Scalar): Scalar =>
    add<string>(mul<string>(num(1, 2), call('sin', theta), add<string>(up, down)), mul<string>(call('cos', theta), z));
  const x = mul(num(1, 4), add(upi, downi), add(upj, downj));
  const y = mul(num(-1, 4), sub(upi, downi), sub(upj, downj));
  const inner = sub<string>(add<string>(x, y, zz), mul<string>(3, along(zi, upi, downi), along(zj, upj, downj)));
  return mul<string>(dipolarConstant, pow(r, -3), inner);
})();

/** Number of spins that are up in a state, by its index. */
const upSpins = (index: number): number => pairSpins.filter((_, spinIndex) => ((index >> spinIndex) & 1) === 0).length;

/**
 * The secular part of an interaction of the pair: its elements between states of equal S_z^i + S_z^j. All others
 * connect states a whole electron splitting apart and are dropped in a high field.
 */
export const secularPart = (interaction: Expr): FormulaMatrix =>
  matrixOf(interaction, pairSpins).map((row, a) => row.map((entry, b) => (upSpins(a) === upSpins(b) ? entry : num(0))));

const elementOf = (matrix: FormulaMatrix, row: number, column: number): Scalar => matrix[row]?.[column] as Scalar;

/**
 * Couplings of the dipolar interaction, rad/s, read off its secular part written as half of
 * Dzz S_z^i S_z^j + D (S_+^i S_-^j + S_-^i S_+^j): the element between +- and -+ is D/2, the one of ++ is Dzz/8.
 * They are D = -K (1 - 3 cos^2 theta)/(2 r^3) and Dzz = -4 D.
 */
export const { dipolarFlipFlop, dipolarZz } = (() => {
  const secular = secularPart(dipolarInteraction);
  return {
    dipolarFlipFlop: mul<string>(2, elementOf(secular, 1, 2)),
    dipolarZz: mul<string>(8, elementOf(secular, 0, 0)),
  };
})();

/** Electron Zeeman energy of the pair, rad/s. Eqs. (5), (12). */
export const pairZeeman = add(mul(omega, zi), mul(sub(omega, Delta), zj));
/** Energy of the coupling of strength D, counted once for the pair, rad/s. Eq. (7) without its first term. */
export const pairInteraction = mul(num(1, 2), D, flipFlop);
/** Hamiltonian of the pair, rad/s. Eq. (12). */
export const pairHamiltonian = add<string>(pairZeeman, pairInteraction);
/** The other term of the interaction, Dzz S_z^i S_z^j/2, for a Dzz in rad/s: it shifts +- and -+ alike. Eq. (7). */
export const zzInteraction = (Dzz: Scalar): Scalar => mul<string>(num(1, 2), Dzz, zz);

/** The Hamiltonian between +- and -+, the two states that the coupling mixes, rad/s. */
export const mixingBlock: FormulaMatrix = matrixOf(pairHamiltonian, pairSpins)
  .slice(1, 3)
  .map((row) => row.slice(1, 3));

/** Splitting E of the two mixed states, rad/s; positive where D is not 0. */
export const splitting: Expr<'Delta' | 'D', 'scalar'> = sqrt(add(pow(Delta, 2), pow(D, 2)));

/**
 * Projectors on the upper and the lower mixed state as spin operators, pure numbers. On the space of +- and -+ the
 * Hamiltonian h has trace 0 and the square E^2/4, so P = (1 +- 2 h/E)/2 for either sign of Delta and of D; unity of that
 * space is 1/2 - 2 S_z^i S_z^j, and h is (Delta/2)(S_z^i - S_z^j) + (D/2) times the flip-flop operator.
 */
const mixed = (sign: 1 | -1): Scalar =>
  add<string>(
    sub(num(1, 4), zz),
    mul<string>(num(sign, 2), div<string>(add<string>(mul(Delta, sub(zi, zj)), mul(D, flipFlop)), splitting)),
  );
export const upperState = mixed(1);
export const lowerState = mixed(-1);

/** The two mixed states as numbers: their splitting and the components of each along +- and -+. */
export interface MixedStates {
  readonly splitting: number;
  readonly upper: readonly [number, number];
  readonly lower: readonly [number, number];
}

/**
 * The mixed states for a given Delta and D in one unit, of either sign; free of cancellation, so that the small
 * component has full relative precision. Throws a RangeError where both are 0, since any mixture is then a state.
 */
export const mixedStates = (values: { readonly Delta: number; readonly D: number }): MixedStates => {
  const E = Math.hypot(values.Delta, values.D);
  if (!(E > 0 && E < Number.POSITIVE_INFINITY))
    throw new RangeError(`expected finite Delta and D, not both 0, got ${values.Delta} and ${values.D}`);
  const large = Math.sqrt((1 + Math.abs(values.Delta) / E) / 2);
  const small = values.D / (2 * E * large);
  const [c, s] = values.Delta < 0 ? [small, large] : [large, small];
  return { splitting: E, upper: [c, s], lower: [-s, c] };
};

/** A matrix of formulas as numbers, at given values of its symbols. Throws a ReferenceError for one without a value. */
export const numbersOf = (matrix: FormulaMatrix, values: Readonly<Record<string, number>>): readonly number[][] => {
  const environment = new Map(Object.entries(values));
  return matrix.map((row) => row.map((entry) => evaluate(entry)(binary64, environment)));
};
