import { pureNumber } from '../formula/dimension.ts';
import { add, call, cases, div, type Expr, mul, neg, num, pow, sqrt, sub, symbol } from '../formula/expression.ts';
import { matrixOf, product, spin, trace } from '../formula/operators.ts';
import { betaI, betaSS, D, Delta, omega0I } from '../formula/symbols.ts';
import { lowerState, pairInteraction, pairSpins, upperState } from './pair.ts';
import { exponentAsLabelled, type Model } from './pair-populations.ts';

/**
 * Populations of a nucleus and of a pair of electrons whose reservoirs each have a temperature of their own, and what a
 * triple flip between them does to the entropy. Inverse temperatures beta = hbar/(k_B T) in s, of either sign; entropies
 * in k_B; all else here are pure numbers.
 */

/** Zeeman terms X = omega alpha(omega) and X' = (omega - Delta) alpha(omega - Delta) of the electrons i and j of a pair. */
export const here = symbol('here', 'X', pureNumber, 'real');
export const there = symbol('there', "X'", pureNumber, 'real');

/** What the populations of a pair depend on: omega0I in the printed ones only, where it stands for the splitting. */
export type PairSymbols = 'here' | 'there' | 'Delta' | 'D' | 'omega0I' | 'betaSS';
type Scalar<S extends string = PairSymbols> = Expr<S, 'scalar'>;

const exp = <S extends string>(exponent: Scalar<S>): Scalar<S> => call('exp', exponent);

/** Populations of the nuclear levels, unnormalised: I_z = +1/2 is the lower one, with the energy -omega0I/2. Eq. (79). */
const nuclearExponent: Scalar<'omega0I' | 'betaI'> = mul<'omega0I' | 'betaI'>(num(1, 2), omega0I, betaI);
const [nuclearUp, nuclearDown] = [exp(nuclearExponent), exp(neg(nuclearExponent))] as const;
/** Nuclear sum of states. Eq. (80). */
export const nuclearStates = add(nuclearUp, nuclearDown);
/** Populations of I_z = +1/2 and -1/2. Eq. (79). */
export const nuclearPopulations = { plus: div(nuclearUp, nuclearStates), minus: div(nuclearDown, nuclearStates) };

/** Something for each eigenstate of the pair Hamiltonian, in the order of evolution.ts. */
export interface PerState<T> {
  readonly plusPlus: T;
  readonly upper: T;
  readonly lower: T;
  readonly minusMinus: T;
}

const [zi, zj] = [spin('i', 'z'), spin('j', 'z')];

/**
 * The terms of a pair's energy, each with its own inverse temperature: K = X S_z^i + X' S_z^j + betaSS H_SS. Where all
 * inverse temperatures are one beta it is beta times the Hamiltonian of the pair.
 */
export const weightedEnergy = add<string>(mul(here, zi), mul(there, zj), mul<string>(betaSS, pairInteraction));

const projectors: PerState<Expr> = {
  plusPlus: mul(add(num(1, 2), zi), add(num(1, 2), zj)),
  upper: upperState,
  lower: lowerState,
  minusMinus: mul(sub(num(1, 2), zi), sub(num(1, 2), zj)),
};

const perState = <T>(of: (state: keyof PerState<T>) => T): PerState<T> => ({
  plusPlus: of('plusPlus'),
  upper: of('upper'),
  lower: of('lower'),
  minusMinus: of('minusMinus'),
});

const energyMatrix = matrixOf(weightedEnergy, pairSpins);
const projectorMatrices = perState((state) => matrixOf(projectors[state], pairSpins));

/** Means <K> of the weighted energy in the eigenstates of the pair: traces of projector times K. */
export const meanEnergies: PerState<Scalar> = perState(
  (state) => trace(product(projectorMatrices[state], energyMatrix)) as Scalar,
);

/** Difference of <K> between the mixed states: E = (Delta (X - X') + D^2 betaSS)/sqrt(Delta^2 + D^2). */
export const meanExponent: Scalar = sub(meanEnergies.upper, meanEnergies.lower);

/** Splitting W of the two eigenvalues of K between +- and -+: there K has the trace 0 and the square W^2/4. */
export const weightedSplitting: Scalar = sqrt(add<PairSymbols>(pow(sub(here, there), 2), pow(mul(D, betaSS), 2)));

/** exp(-<K>) for the two states without a mixture: exp(-+(X + X')/2). Eqs. (82), (85). */
const parallel = {
  plusPlus: exp(neg(meanEnergies.plusPlus)),
  minusMinus: exp(neg(meanEnergies.minusMinus)),
};

/** The printed exponent, with the splitting omega0I of a resonant pair: it says nothing of others. Eq. (85). */
const labelledExponent = exponentAsLabelled(sub(here, there), {
  Delta,
  byZeeman: div<string>(Delta, omega0I),
  byCoupling: div<string>(D, omega0I),
  splitting: omega0I,
}) as Scalar;

const half = (formula: Scalar): Scalar => mul<PairSymbols>(num(1, 2), formula);

/** sinh(W/2)/(W/2), which is 1 where K vanishes on the mixed states. */
const slope: Scalar = cases<PairSymbols, 'scalar'>(
  { left: num(0), right: weightedSplitting },
  div(call('sinh', half(weightedSplitting)), half(weightedSplitting)),
  1,
);
const even: Scalar = call('cosh', half(weightedSplitting));

/**
 * Unnormalised populations of the eigenstates of a pair, for real X, X', betaSS and real Delta, D that are not both 0.
 *
 * means: exp(-<K>). Whatever is not stationary under the Hamiltonian of the pair has no place in a slow rate equation,
 * so the state is diagonal in its eigenstates. Among those with given mean energies of the reservoirs it has the largest
 * entropy: for populations p, S = -sum p log p, with multipliers 1 for the sum of X <S_z^i> + X' <S_z^j> +
 * betaSS <H_SS> = sum p <K>, is stationary at log p = -<K> + const, and S is concave. Traces are the same with the
 * electrons exchanged, and for one temperature beta it is exp(-beta H)/Tr.
 *
 * Provotorov: the diagonal of exp(-K). On the mixed states K has the trace 0 and the square W^2/4, so
 * exp(-K) = cosh(W/2) - K sinh(W/2)/(W/2). In the mean energies E = m W with
 * 1 - m^2 = 4 (<K^2> - <K>^2)/W^2, and <K^2> - <K>^2 = (D (X - X' - Delta betaSS))^2/(4 (Delta^2 + D^2)) in either
 * state: it parts from `means` only as far as K scatters in the eigenstates, not at all where X - X' = Delta betaSS,
 * Eq. (94). Its difference over its sum, m tanh(W/2), is less in magnitude than tanh(m W/2): by
 * m (1 - m^2) W^3/24 where W is small.
 *
 * labelled: as printed, Eqs. (82), (85), for splittings omega0I. It is not the same pair when the electrons are exchanged.
 */
export const weights: Readonly<Record<Model, PerState<Scalar>>> = {
  means: perState((state) => exp(neg(meanEnergies[state]))),
  labelled: { ...parallel, upper: exp(neg(half(labelledExponent))), lower: exp(half(labelledExponent)) },
  Provotorov: {
    ...parallel,
    upper: sub(even, mul<PairSymbols>(meanEnergies.upper, slope)),
    lower: sub(even, mul<PairSymbols>(meanEnergies.lower, slope)),
  },
};

const forModels = <T>(of: (model: Model) => T): Readonly<Record<Model, T>> => ({
  means: of('means'),
  labelled: of('labelled'),
  Provotorov: of('Provotorov'),
});

/** Sums of states of a pair. Eqs. (83), (86). */
export const pairStates = forModels<Scalar>((model) => {
  const { plusPlus, upper, lower, minusMinus } = weights[model];
  return add<PairSymbols>(plusPlus, upper, lower, minusMinus);
});

/** Populations of a pair, of the sum 1; domain as of the weights. Eqs. (81), (84). */
export const pairPopulations = forModels<PerState<Scalar>>((model) =>
  perState((state) => div<PairSymbols>(weights[model][state], pairStates[model])),
);

type FlipSymbols = PairSymbols | 'betaI';

/** Flips from the upper state with I_z = +1/2 to the lower with -1/2, less those back, over the rate of one transition. Eq. (16). */
export const netFlips = forModels<Scalar<FlipSymbols>>((model) => {
  const { upper, lower } = pairPopulations[model];
  return sub<FlipSymbols>(
    mul<FlipSymbols>(upper, nuclearPopulations.plus),
    mul<FlipSymbols>(lower, nuclearPopulations.minus),
  );
});

/**
 * Affinity of a flip back, lower to upper with the nucleus from -1/2 to +1/2, of a pair with the splitting omega0I: the
 * entropy E - omega0I betaI that it adds to the reservoirs. Each gains beta times its energy: electron i raises S_z^i by
 * Delta/omega0I and electron j lowers its own as much, the interaction gains D^2/omega0I, the nucleus gives omega0I. It
 * belongs to the reservoirs, whatever the model of the populations.
 */
export const affinity: Scalar<FlipSymbols> = sub<FlipSymbols>(meanExponent, mul<FlipSymbols>(omega0I, betaI));

/**
 * Entropy that the flips of a resonant pair produce, over the rate of one transition: the net flips back times the
 * affinity. In `means` upper and lower populations are as exp(-E), so with the sums of states N and N_I
 *   net flips back = 2 sinh((E - omega0I betaI)/2)/(N N_I),
 * and this times E - omega0I betaI is never negative; it is 0 only in detailed balance, E = omega0I betaI. The others have
 * flips of the wrong sign wherever omega0I betaI lies between E and the exponent 2 artanh((lower - upper)/(lower + upper))
 * of their own: printed, between E and X - X' + (omega0I - Delta) betaSS; Provotorov, between 2 artanh(m tanh(W/2)) and m W.
 */
export const entropyProduction = forModels<Scalar<FlipSymbols>>((model) =>
  neg(mul<FlipSymbols>(netFlips[model], affinity)),
);
