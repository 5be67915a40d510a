import { type Model, models } from '../pair-populations.ts';
import { flowsAtResonance, flowsOf, weightOver } from './flows.ts';
import { finite, type Line, positive } from './line.ts';
import { ofDifference, ofLower, ofNumber, ofUpper, places } from './pair-states.ts';
import type { Fineness } from './panels.ts';
import type { Profile } from './profiles.ts';
import { crossEffect, thermalMixing, type Weight, withoutWidth } from './resonances.ts';
import { type Setting, settingOf } from './setting.ts';
import type { Conditions, State, States } from './state.ts';

/** A stationary state in binary64. */
export interface StateWithError extends State {
  /** Estimate of the absolute error of `polarization`, from a coarser rule and from rounding. */
  readonly error: number;
}
export type StatesWithError = States<StateWithError>;

/** Widths of the distribution of couplings below this times omega0I have no inverse in binary64. */
const narrowest = 1e-300;

const checked = (conditions: Conditions): Conditions => {
  for (const name of ['omega0I', 'D0', 'DD'] as const) positive(name, conditions[name]);
  finite('betaSS', conditions.betaSS);
  const { DD, omega0I } = conditions;
  if (!(DD >= narrowest * omega0I))
    throw new RangeError(`DD must be at least ${narrowest} omega0I, got ${DD} for omega0I = ${omega0I}`);
  return conditions;
};

/** Integrals over the pairs of one branch, as its stationary state needs them. */
type Flow = readonly [difference: number, lower: number, upper: number, number: number];

const flowAt = (flows: Float64Array, weight: number): Flow => [
  flows[weight * places + ofDifference] as number,
  flows[weight * places + ofLower] as number,
  flows[weight * places + ofUpper] as number,
  flows[weight * places + ofNumber] as number,
];

const sumOf = (a: Flow, b: Flow): Flow => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]];
const times = (factor: number, a: Flow): Flow => [factor * a[0], factor * a[1], factor * a[2], factor * a[3]];

/** Below this a sum of products of densities has lost its digits to underflow. */
const least = 1e-290;

const none = ({ line, resonances }: Setting, number: number): RangeError =>
  new RangeError(
    `no pairs of electrons of the ${line.name} line differ by ${resonances.Delta0} to ${resonances.omega0I} rad/s: ` +
      `${number} is what is left of their number`,
  );

/** What a flow is judged with beside itself: X and the interaction term at most, and the integral of the weight. */
interface Scales {
  readonly setting: Setting;
  readonly weight: number;
}

const stateOf = (fine: Flow, coarse: Flow, { setting, weight }: Scales): StateWithError => {
  const { omega0I } = setting.resonances;
  const [difference, lower, upper, number] = fine;
  const sum = lower + upper;
  if (!(number > least)) throw none(setting, number);
  if (!(sum > least * Math.max(1, number)))
    throw new RangeError(
      `the electrons must be warm enough for pairs in mixed states, got ${sum} of ${number} pairs with X up to ${setting.size}`,
    );
  const polarization = difference / sum;
  // Populations that make 1 + P and 1 - P do not cancel where |P| is nearly 1.
  const log = difference >= 0 ? Math.log1p(difference / upper) : -Math.log1p(-difference / lower);
  const change = (Math.abs(difference - coarse[0]) + Math.abs(polarization * (sum - coarse[1] - coarse[2]))) / sum;
  // The finer rule has 3/2 times the nodes of the coarser: errors that fall geometrically fall to the power 3/2.
  const truncation = change === 0 ? 0 : change * Math.min(1, 20 * Math.sqrt(change / Math.abs(polarization)));
  const { line, betaSS, poles, size } = setting;
  // Frequencies counted from the centre are rounded as well; a narrow hole feels it, less so in the mean over its nodes.
  const blur = poles.reduce((sum, { at, width }) => sum + (0.1 * (omega0I + Math.abs(at))) / width, 1);
  const terms = blur * size + Math.abs(omega0I * betaSS);
  const rounding = Number.EPSILON * (16 * Math.abs(polarization) + terms);
  // |g g' - h h'| <= e (g + h'), which integrates to 2 e over omega; mixed states are taken to be as frequent everywhere.
  const ofPairs = (2 * line.densityError * weight) / number;
  if (ofPairs >= 1) throw none(setting, number);
  const ofLine = (1 + Math.abs(polarization)) * ofPairs;
  return { polarization, betaI: log / omega0I, error: Math.min(2, truncation + rounding + ofLine) };
};

const twice = <T>(run: (fineness: Fineness) => T): readonly [fine: T, coarse: T] => [run('fine'), run('coarse')];

/**
 * Stationary states of the nuclei as derived: P = (integral of w d/N)/(integral of w s/N) over all pairs, for each branch;
 * `model` says how the mixed states of a pair are populated. Errors are near 1e-13 for lines and holes whose widths
 * are above 1e-6 omega0I. Throws RangeError for conditions that are not above 0, and where no pairs of the line are at
 * resonance.
 */
export const derivedStates = (
  line: Line,
  profile: Profile,
  conditions: Conditions,
  model: Model = 'means',
): StatesWithError => {
  if (!models.includes(model)) throw new RangeError(`model must be one of ${models.join(', ')}, got ${model}`);
  // Exchange of the electrons turns Delta into -Delta and leaves the pair as it is, but for the populations of (85).
  const signs = model === 'labelled' ? ([1, -1] as const) : ([1] as const);
  const setting = settingOf(line, profile, checked(conditions), model, signs);
  const weights = [crossEffect, thermalMixing];
  const [fine, coarse] = twice((fineness) => flowsOf(setting, weights, fineness));
  const of = (weight: number): readonly [Flow, Flow] => [flowAt(fine, weight), flowAt(coarse, weight)];
  const [zeeman, mixing] = [of(0), of(1)];
  const totals = weights.map((weight) => (signs.length / 2) * weightOver(setting.resonances, weight, 'fine'));
  const [ofZeeman, ofMixing] = totals as [number, number];
  return {
    'cross effect': stateOf(...zeeman, { setting, weight: ofZeeman }),
    'thermal mixing': stateOf(...mixing, { setting, weight: ofMixing }),
    both: stateOf(sumOf(zeeman[0], mixing[0]), sumOf(zeeman[1], mixing[1]), { setting, weight: ofZeeman + ofMixing }),
  };
};

/**
 * Stationary states as printed: cross effect by (91); thermal mixing by (78) with the populations (85); both by the sum of
 * (65), with the populations (88), and (60), with the populations (85). Errors and exceptions as of derivedStates.
 */
export const printedStates = (line: Line, profile: Profile, conditions: Conditions): StatesWithError => {
  const setting = settingOf(line, profile, checked(conditions), 'labelled', [1, -1]);
  const over = (weight: Weight, fineness: Fineness): number => weightOver(setting.resonances, weight, fineness);
  const [fine, coarse] = twice((fineness) => {
    const flows = flowsOf(setting, [withoutWidth, thermalMixing], fineness);
    const atResonance = flowsAtResonance(setting, fineness);
    const zeeman = flowAt(atResonance.flows, 0);
    const both = sumOf(times(atResonance.scale * over(crossEffect, fineness), zeeman), flowAt(flows, 1));
    return { zeeman, mixing: flowAt(flows, 0), both };
  });
  const total = over(crossEffect, 'fine') + over(thermalMixing, 'fine');
  return {
    'cross effect': stateOf(fine.zeeman, coarse.zeeman, { setting, weight: 1 }),
    'thermal mixing': stateOf(fine.mixing, coarse.mixing, { setting, weight: over(withoutWidth, 'fine') }),
    both: stateOf(fine.both, coarse.both, { setting, weight: total }),
  };
};
