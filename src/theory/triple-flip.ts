import { angularFrequency } from '../formula/dimension.ts';
import { add, div, type Expr, mul, neg, num, pi, pow, sub, symbol } from '../formula/expression.ts';
import { type FormulaMatrix, matrixOf, product, spin, trace } from '../formula/operators.ts';
import { D, Delta, omega0I } from '../formula/symbols.ts';
import { lowerState, pairHamiltonian, pairSpins, splitting, upperState } from './pair.ts';

type Scalar = Expr<string, 'scalar'>;

/**
 * Two electrons i and j and a nucleus k that flip together: from the upper mixed state of the pair with I_z = +1/2 to
 * the lower one with I_z = -1/2. All energies in rad/s; matrices over the spins i, j, k in this order.
 */
export const tripleSpins = [...pairSpins, 'k'] as const;

const nuclearZ = spin('k', 'z', 'I');

/**
 * Hyperfine couplings A_z+ and A_z- of an electron with the nucleus, rad/s. They are complex conjugates of each other
 * and enter as two symbols: wherever |A|^2 stands in a result it is their product.
 */
export const Aplus = symbol('Aplus', 'A_{z+}', angularFrequency, 'real');
export const Aminus = symbol('Aminus', 'A_{z-}', angularFrequency, 'real');
/** The same of electron j, where it is coupled to the nucleus as well. */
export const AplusJ = symbol('AplusJ', "A'_{z+}", angularFrequency, 'real');
export const AminusJ = symbol('AminusJ', "A'_{z-}", angularFrequency, 'real');

/** Zeeman energy of a nucleus, rad/s: I_z = +1/2 is the lower level. Eq. (6). */
export const nuclearZeemanOf = (nucleus: string): Scalar =>
  neg<string, 'scalar'>(mul(omega0I, spin(nucleus, 'z', 'I')));

/** The hyperfine coupling of one electron with one nucleus as far as it flips the nucleus, rad/s. Eq. (8). */
export const hyperfineOf = (electron: 'i' | 'j', nucleus: string, plus: Scalar, minus: Scalar): Scalar =>
  mul<string>(
    num(1, 2),
    spin(electron, 'z'),
    add<string>(mul(minus, spin(nucleus, '+', 'I')), mul(plus, spin(nucleus, '-', 'I'))),
  );

export const nuclearZeeman = nuclearZeemanOf('k');
/** The Hamiltonian without hyperfine coupling, rad/s. Eq. (9). */
export const unperturbed = add<string>(pairHamiltonian, nuclearZeeman);
/** The perturbation where the nucleus is coupled to electron i alone, and where it is coupled to both, rad/s. Eq. (4). */
export const hyperfine = hyperfineOf('i', 'k', Aplus, Aminus);
export const hyperfineOfBoth = add<string>(hyperfine, hyperfineOf('j', 'k', AplusJ, AminusJ));

/** Projectors on the states before and after the flip, pure numbers. */
export const before = mul<string>(upperState, add(num(1, 2), nuclearZ));
export const after = mul<string>(lowerState, sub(num(1, 2), nuclearZ));

const matrix = (formula: Expr): FormulaMatrix => matrixOf(formula, tripleSpins);

/** The squared matrix element of a perturbation between the two states, as the trace of P_before V P_after V. */
export const squaredElement = (perturbation: Expr): Expr => {
  const V = matrix(perturbation);
  return trace(product(product(matrix(before), V), product(matrix(after), V)));
};

/** The expectation value of an operator after a flip less the one before. */
export const changeInFlip = (operator: Expr): Expr => {
  const of = matrix(operator);
  return add<string, 'scalar' | 'binder'>(
    trace(product(matrix(after), of)),
    neg<string, 'scalar' | 'binder'>(trace(product(matrix(before), of))),
  );
};

/**
 * |V|^2 of the hyperfine coupling, (rad/s)^2: |A/2|^2 D^2/(4 E^2). In the mixed states S_z^i has the element D/(2 E):
 * without the coupling of the electrons nothing flips.
 */
export const flipElementSquared = mul<string>(
  num(1, 4),
  div(mul(Aplus, Aminus), 4),
  div(pow(D, 2), pow<string, 'scalar'>(splitting, 2)),
);

/**
 * The same with both electrons coupled to the nucleus, (rad/s)^2: S_z^i + S_z^j is 0 in both mixed states, so the
 * elements of S_z^i and S_z^j are opposite and |A|^2 becomes |A_i - A_j|^2.
 */
export const flipElementSquaredOfBoth = mul<string>(
  num(1, 4),
  div(mul(sub(Aplus, AplusJ), sub(Aminus, AminusJ)), 4),
  div(pow(D, 2), pow<string, 'scalar'>(splitting, 2)),
);

/**
 * Rate of one transition, before to after or back: this times delta(omega0I - E), in (rad/s)^2; the delta function is
 * in s. It is the golden rule 2 pi |V|^2 with E = omega0I: (pi/2) |A/2|^2 D^2/omega0I^2. Eq. (17).
 */
export const flipRate = mul<string>(
  div(pi, 2),
  div(mul(Aplus, Aminus), 4),
  div(pow(D, 2), pow<string, 'scalar'>(omega0I, 2)),
);

/** What a flip from before to after changes: Zeeman energy of the electrons, their interaction energy, that of the nucleus, rad/s. */
export const zeemanChange = neg<string, 'scalar'>(div<string>(pow(Delta, 2), splitting));
export const interactionChange = neg<string, 'scalar'>(div<string>(pow(D, 2), splitting));
export const nuclearChange = omega0I;
/** And the nuclear polarization, a pure number: it goes from 1 to -1, so its rate is -2 times the rate of flips. */
export const polarizationChange = num(-2);
/** The polarization of the nucleus as an operator, 2 I_z. Eq. (13). */
export const nuclearPolarization = mul(2, nuclearZ);
