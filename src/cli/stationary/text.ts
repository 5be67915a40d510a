import { derivedAt, inputsAt } from '../../oracle/answer.ts';
import { branches } from '../../theory/stationary/state.ts';
import { columns, inputLines } from '../eval/eval-text.ts';
import { type Experiment, hasHole, type Setting } from './experiment.ts';
import { type AllStates, editions, faultOf, type Stationary, stateOf, thermalPolarization } from './states.ts';

/** Figures of a polarization, of what follows from it for people, and of numbers for programs. */
const [mostFigures, fewFigures, allFigures] = [10, 6, 12];

const plain = (value: number, figures: number): string => value.toPrecision(figures).replace('e+', 'e');

/** The figures that an error leaves standing, of at most so many. */
const figuresOf = (value: number, error: number, most: number): number => {
  if (value === 0 || !(error > 0)) return most;
  const figures = Math.floor(-Math.log(error / Math.abs(value)) / Math.LN10);
  return Math.max(1, Math.min(most, figures));
};

const temperatureUnits = [
  [1, 'K'],
  [1e-3, 'mK'],
  [1e-6, 'uK'],
] as const;

/** A temperature in the unit that leaves figures before the point. */
const temperature = (kelvin: number, figures: number): string => {
  if (!Number.isFinite(kelvin)) return 'infinite';
  const [least, unit] = temperatureUnits.find(([size]) => Math.abs(kelvin) >= size) ?? [1e-9, 'nK'];
  return `${plain(kelvin / least, figures)} ${unit}`;
};

const row = (name: string, { polarization, error, betaI, temperature: T, enhancement }: Stationary) => {
  const errorText = (100 * error).toExponential(0).replace('e+', 'e');
  // Within its error of 0 neither the sign nor the temperature is known.
  if (Math.abs(polarization) <= error)
    return [`  ${name}`, '0', errorText, '0', 'infinite', ...(enhancement === undefined ? [] : ['0'])];
  const figures = figuresOf(polarization, error, mostFigures);
  const few = Math.min(fewFigures, figures);
  return [
    `  ${name}`,
    plain(100 * polarization, figures),
    errorText,
    plain(betaI, few),
    temperature(T, few),
    ...(enhancement === undefined ? [] : [plain(enhancement, few)]),
  ];
};

const electronsOf = ({ alphas, point }: Experiment): string => {
  if (alphas) return `inverse temperatures of the electrons from ${alphas.file}`;
  return hasHole(point) ? 'hole in the polarization of the electrons' : 'electrons at the temperature of the lattice';
};

/** The states on some lines of text, for people. */
export const told = (experiment: Experiment, setting: Setting, states: AllStates): string => {
  const thermal = thermalPolarization(setting);
  const titles = ['', 'P_I [%]', '+- [%]', 'betaI [s]', 'T_I', ...(thermal === undefined ? [] : ['P_I/P_L'])];
  const rows = editions.flatMap((edition) => {
    const own = branches.flatMap((branch) => {
      const state = stateOf(states[edition], branch);
      return state ? [row(branch, state)] : [];
    });
    return [[own.length > 0 ? `as ${edition}` : `as ${edition}: none`], ...own];
  });
  const lattice =
    thermal === undefined
      ? []
      : [`P_L = ${plain(100 * thermal, fewFigures)} % is that of the nuclei at the temperature of the lattice`];
  const faults = editions.flatMap((edition) => {
    const fault = faultOf(states[edition]);
    return fault === undefined ? [] : [`none as ${edition}, since ${fault}`];
  });
  return [
    `Stationary polarization of the nuclei: ${experiment.kind.says}, ${electronsOf(experiment)}`,
    ...columns([titles, ...rows]),
    ...[...lattice, ...faults, ...experiment.notes].map((note) => `  ${note}`),
    ...inputLines({ inputs: inputsAt(setting), derived: derivedAt(setting) }),
    '',
  ].join('\n');
};

/** The states as JSON holds them: what is infinite is null there. */
export const asJson = (experiment: Experiment, setting: Setting, states: AllStates) => ({
  line: experiment.kind.says,
  electrons: electronsOf(experiment),
  notes: experiment.notes,
  inputs: inputsAt(setting),
  derived: derivedAt(setting),
  ...(setting.betaL === undefined
    ? {}
    : { lattice: { betaL: setting.betaL, polarization: thermalPolarization(setting) } }),
  states,
});

/** The columns of a sweep behind the first. */
export const sweepTitles: readonly string[] = [
  ...editions.flatMap((edition) =>
    branches.flatMap((branch) => [`P_I ${branch} ${edition}`, `betaI ${branch} ${edition} [s]`]),
  ),
  'error',
];

const shortest = (value: number): string => String(Number(value.toPrecision(allFigures)));

/** What stands in them; where an edition has no states, why. */
export const sweepCells = (states: AllStates): readonly string[] => [
  ...editions.flatMap((edition) =>
    branches.flatMap((branch) => {
      const state = stateOf(states[edition], branch);
      return state ? [shortest(state.polarization), shortest(state.betaI)] : ['', ''];
    }),
  ),
  editions.flatMap((edition) => faultOf(states[edition]) ?? [])[0] ?? '',
];
