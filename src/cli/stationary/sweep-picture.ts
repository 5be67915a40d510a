import type { Plot, Series } from '../../report/plot.ts';
import { branches } from '../../theory/stationary/state.ts';
import type { Experiment, Setting } from './experiment.ts';
import { type AllStates, type Edition, editions, stateOf, thermalPolarization } from './states.ts';
import type { Sweep } from './sweep.ts';

const coloursOf = { 'cross effect': 'blue', 'thermal mixing': 'orange', both: 'green' } as const;
const strokes = { derived: 'solid', printed: 'dashed' } as const satisfies Record<Edition, Series['stroke']>;

/** What was given, on one line. */
export const conditionsOf = ({ kind, alphas, point }: Experiment, but?: string): string =>
  [
    kind.says,
    ...(alphas ? [`alpha=${alphas.file}`] : []),
    ...[...point.values()].filter(({ name }) => name !== but).map(({ name, text }) => `${name}=${text}`),
  ].join(', ');

/** One value of a sweep, with what was found there. */
export interface Swept {
  readonly number: number;
  readonly found: { readonly setting: Setting; readonly states: AllStates } | undefined;
}

const percent = (value: number | undefined): number | undefined => (value === undefined ? undefined : 100 * value);

/** Nuclear polarization against what was swept: derived solid, printed dashed, and that of the lattice dotted. */
export const sweepPlot = (experiment: Experiment, { name, unit, scale }: Sweep, swept: readonly Swept[]): Plot => {
  const series: readonly Series[] = [
    ...editions.flatMap((edition) =>
      branches.map(
        (branch): Series => ({
          name: `${branch}, ${edition}`,
          colour: coloursOf[branch],
          stroke: strokes[edition],
          points: swept.map(({ number, found }) => [
            number,
            percent(found && stateOf(found.states[edition], branch)?.polarization),
          ]),
        }),
      ),
    ),
    {
      name: 'at the lattice temperature',
      colour: 'grey',
      stroke: 'dotted',
      points: swept.map(({ number, found }) => [number, percent(found && thermalPolarization(found.setting))]),
    },
  ];
  return {
    title: [`Stationary nuclear polarization against ${name}`, conditionsOf(experiment, name)],
    x: { label: unit === '' ? name : `${name} [${unit}]`, scale },
    y: { label: 'nuclear polarization [%]', scale: 'linear' },
    series: series.filter(({ points }) => points.some(([, y]) => y !== undefined)),
  };
};
