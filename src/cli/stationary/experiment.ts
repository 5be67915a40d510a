import { angularFrequency, sameDimension } from '../../formula/dimension.ts';
import { compare, one, sign } from '../../number/rational.ts';
import { certified } from '../../oracle/arithmetic.ts';
import { OracleError } from '../../oracle/error.ts';
import { type Given, given } from '../../oracle/given.ts';
import { checkInputs, type Reached, reach } from '../../oracle/reach.ts';
import { type Scene, sceneOf } from '../../oracle/scene.ts';
import { parameters } from '../../theory/parameters.ts';
import type { Line } from '../../theory/stationary/line.ts';
import { holeProfile, latticeProfile, type Profile, tableProfile } from '../../theory/stationary/profiles.ts';
import type { Conditions } from '../../theory/stationary/state.ts';
import { nearest, UsageError } from '../usage.ts';
import { type Kind, kindOf, type ValueOf, type Window } from './lines.ts';
import { type FrequencyTable, heights, inverseTemperatures, pointsOf, readTable } from './table-file.ts';

/** What was asked for: a line, the temperatures across it, and parameters with their exact values. */
export interface Experiment {
  readonly kind: Kind;
  /** Inverse temperatures from a file, instead of a lattice and a hole. */
  readonly alphas?: FrequencyTable | undefined;
  readonly point: ReadonlyMap<string, Given>;
  /** What was taken without being told. */
  readonly notes: readonly string[];
}

/** The numbers of an experiment. */
export interface Setting {
  readonly point: ReadonlyMap<string, Given>;
  readonly reached: Reached;
  readonly scene: Scene;
  readonly line: Line;
  readonly profile: Profile;
  readonly conditions: Conditions;
  readonly window: Window;
  /** Inverse temperature of the lattice, s, where it is told. */
  readonly betaL: number | undefined;
  /** Centre of the line, where it is told, frequency of the microwaves and width of their hole, if any, rad/s. */
  readonly omegaS: number | undefined;
  readonly omegaM: number | undefined;
  readonly holeFwhm: number | undefined;
}

const what = 'the stationary polarization';
/** Names that are understood besides those of the parameters. */
const aliases: Readonly<Record<string, string>> = { holefwhm: 'holeFwhm' };
/** Those whose values are no numbers. */
const own = ['line', 'table', 'alpha'] as const;

/** The parameter that a name stands for. */
export const parameterNamed = (name: string): string => {
  if (Object.hasOwn(aliases, name)) return aliases[name] as string;
  if (own.includes(name as never) || name === 'nucleus' || Object.hasOwn(parameters, name)) return name;
  const names = [...own, 'nucleus', ...Object.keys(parameters)];
  throw new UsageError(`expected the name of a parameter, got "${name}"; the nearest is ${nearest(name, names)}`);
};

const alphasFrom = async (file: string | undefined): Promise<FrequencyTable | undefined> => {
  if (file === undefined) return undefined;
  if (/^[+-]?[\d.]+(?:e[+-]?\d+)?\s*[a-z]*$/i.test(file))
    throw new UsageError(
      `expected alpha to be a CSV file of inverse temperatures across the line, got "${file}" (T is the temperature of the lattice)`,
    );
  return readTable(file, inverseTemperatures);
};

/**
 * Reads what was asked for, and the files that it names; `swept` is the first value of a parameter that is swept. Throws
 * a UsageError or an OracleError.
 */
export const experimentOf = async (values: ReadonlyMap<string, string>, swept?: Given): Promise<Experiment> => {
  const named = new Map<string, string>();
  for (const [typed, value] of values) {
    const name = parameterNamed(typed);
    if (named.has(name)) throw new UsageError(`expected ${name} once, got it twice`);
    if (name === swept?.name) throw new UsageError(`expected ${name} or --sweep ${name}, got both`);
    named.set(name, value);
  }
  const numeric = [...named].filter(([name]) => !own.includes(name as never));
  const point = new Map(numeric.map(([name, value]) => [name, given(name, value)] as const));
  if (swept) point.set(swept.name, swept);
  const file = named.get('table');
  const kind = kindOf(named.get('line'), file === undefined ? undefined : await readTable(file, heights));
  const alphas = await alphasFrom(named.get('alpha'));
  const notes: string[] = [];
  const take = (name: string, text: string, says: string): void => {
    point.set(name, given(name, text));
    notes.push(`${name} = ${text} is taken, since none is given${says}`);
  };
  if (!alphas && hasHole(point) && !point.has('depth'))
    take('depth', '1', ': no polarization at the centre of the hole');
  const experiment = { kind, alphas, point, notes };
  if (lacksG(experiment)) take('g', '2', '');
  return experiment;
};

/** Whether something could be told if the electrons had a g factor. */
const lacksG = (experiment: Experiment): boolean => {
  if (experiment.point.has('g')) return false;
  const { needed } = needsOf(experiment);
  const lacking = (point: ReadonlyMap<string, Given>): number => reach(needed, point).missing.length;
  return lacking(new Map(experiment.point).set('g', given('g', '2'))) < lacking(experiment.point);
};

/** Whether a hole in the polarization is spoken of. */
export const hasHole = (point: ReadonlyMap<string, Given>): boolean =>
  ['hole', 'omegaM', 'holeFwhm', 'depth'].some((name) => point.has(name));

/** Parameters that must be told, in the order in which they are asked for, and those that may be. */
const needsOf = ({ kind, alphas, point }: Experiment) => {
  const profile = alphas
    ? alphas.isOffset
      ? ['omegaS']
      : []
    : ['betaL', ...(hasHole(point) ? ['omegaM', 'holeFwhm', 'depth'] : [])];
  const needed = [...new Set([...kind.needs, 'omega0I', 'D0', 'DD', ...profile, 'betaSS'])];
  return { needed, optional: alphas ? ['betaL'] : [] };
};

const checkValues = (point: ReadonlyMap<string, Given>): void => {
  const [depth, TSS, betaL] = ['depth', 'TSS', 'betaL'].map((name) => point.get(name));
  if (depth && compare(depth.value, one) > 0)
    throw new OracleError(
      `expected depth to be from 0 (no hole) to 1 (no polarization at its centre), got ${depth.text}`,
    );
  if (TSS && sign(TSS.value) === 0)
    throw new OracleError(`expected TSS to be a spin temperature other than 0 (negative ones are), got ${TSS.text}`);
  if (betaL && sign(betaL.value) <= 0)
    throw new OracleError(`expected betaL > 0, since a lattice has a positive temperature, got ${betaL.text}`);
};

/** Where all numbers come from. Throws an OracleError for what is missing, told twice or of no use. */
export const reachedBy = (experiment: Experiment): Reached => {
  const { needed, optional } = needsOf(experiment);
  const told = optional.filter((name) => reach([name], experiment.point).missing.length === 0);
  const reached = reach([...needed, ...told], experiment.point);
  checkInputs(what, reached, [...needed, ...optional], experiment.point);
  return reached;
};

const digits = 30;

/** The numbers of an experiment. Throws an OracleError or a RangeError for what is outside the domain. */
export const settingOf = (experiment: Experiment): Setting => {
  const { kind, alphas, point } = experiment;
  const reached = reachedBy(experiment);
  checkValues(point);
  const scene = sceneOf(reached);
  const values = scene.enclosed(digits);
  const optional = (name: string): number | undefined => {
    const found = values.get(name);
    return found === undefined ? undefined : certified(digits).middle(found);
  };
  const value: ValueOf = (name) => optional(name) as number;
  const profile = alphas
    ? tableProfile(pointsOf(alphas, () => value('omegaS')))
    : hasHole(point)
      ? holeProfile({
          betaL: value('betaL'),
          omegaM: value('omegaM'),
          holeFwhm: value('holeFwhm'),
          depth: value('depth'),
        })
      : latticeProfile({ betaL: value('betaL') });
  return {
    point,
    reached,
    scene,
    line: kind.make(value),
    profile,
    conditions: { omega0I: value('omega0I'), D0: value('D0'), DD: value('DD'), betaSS: value('betaSS') },
    window: kind.window(value),
    betaL: optional('betaL'),
    omegaS: optional('omegaS'),
    omegaM: optional('omegaM'),
    holeFwhm: optional('holeFwhm'),
  };
};

/** A frequency below this many Hz is nobody's in this field. */
const leastHertz = 1000;

/** What is to be said of frequencies that were given without a unit and are too small to be meant in rad/s. */
export const bareFrequencies = (point: ReadonlyMap<string, Given>): readonly string[] =>
  [...point.values()].flatMap(({ name, text, value }) => {
    const dimension = parameters[name]?.symbol.dimension;
    if (!dimension || !sameDimension(dimension, angularFrequency) || !/^[-+\d./eE\s]+$/.test(text)) return [];
    const hertz = Math.abs(Number(value.numerator) / Number(value.denominator)) / (2 * Math.PI);
    if (hertz === 0 || hertz >= leastHertz) return [];
    return [
      `${name}=${text} has no unit and is taken in rad/s, as 2 pi x ${hertz.toPrecision(3)} Hz; is ${text}MHz meant?`,
    ];
  });
