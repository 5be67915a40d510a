import type { Mark, Plot, Series } from '../../report/plot.ts';
import type { Experiment, Setting } from './experiment.ts';
import { conditionsOf } from './sweep-picture.ts';

/** Points across a line, and across its hole, out to so many of its widths on either side. */
const [samples, holeSamples, holeReach] = [800, 160, 10];
/** The frame is at most three times as wide as the line, to hold the microwaves. */
const farthest = 1;

const multiples = [
  ['GHz', 1e9],
  ['MHz', 1e6],
  ['kHz', 1e3],
  ['Hz', 1],
] as const;

const evenly = (from: number, to: number, steps: number): readonly number[] =>
  Array.from({ length: steps + 1 }, (_, k) => from + ((to - from) * k) / steps);

/** The frame: the window of the line, and the microwaves where they are not far from it. */
const frameOf = ({ window: [low, high], omegaM }: Setting): readonly [number, number] => {
  const width = high - low;
  if (omegaM === undefined || omegaM < low - farthest * width || omegaM > high + farthest * width) return [low, high];
  return [Math.min(low, omegaM - width / 20), Math.max(high, omegaM + width / 20)];
};

/** Where the curves are computed: evenly, more closely around the hole, and on both sides of each break of the line. */
const frequenciesOf = (
  { line, omegaM, holeFwhm }: Setting,
  [from, to]: readonly [number, number],
): readonly number[] => {
  const around =
    omegaM === undefined || holeFwhm === undefined
      ? []
      : evenly(omegaM - holeReach * holeFwhm, omegaM + holeReach * holeFwhm, holeSamples);
  const beside = (to - from) / 1e6;
  const breaks = line.breaks.flatMap((at) => [at - beside, at, at + beside]);
  const all = [...evenly(from, to, samples), ...around, ...breaks].filter((omega) => omega >= from && omega <= to);
  return [...new Set(all)].sort((a, b) => a - b);
};

/** The mean of a function over the line, by the trapezoids between the frequencies shown. */
const meanOver = (omegas: readonly number[], densities: readonly number[]) => {
  const weights = omegas.map((omega, k) => {
    const [before = omega, after = omega] = [omegas[k - 1], omegas[k + 1]];
    return ((after - before) / 2) * (densities[k] as number);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (values: readonly number[]): number =>
    values.reduce((sum, value, k) => sum + value * (weights[k] as number), 0) / total;
};

/**
 * The line, the polarization of the electrons across it, and the one that fast spectral diffusion would lead to:
 * X = omega betaSS + c, Eq. (94), with the same mean over the line as X has, so that its slope shows betaSS.
 */
export const linePlot = (experiment: Experiment, setting: Setting): Plot => {
  const { line, profile, conditions, betaL, omegaM } = setting;
  const [from, to] = frameOf(setting);
  const omegas = frequenciesOf(setting, [from, to]);
  const densities = omegas.map(line.density);
  const highest = densities.reduce((a, b) => Math.max(a, b), 0);
  const mean = meanOver(omegas, densities);
  // Distances, which keep the digits that a sum over frequencies would lose.
  const fromFirst = omegas.map((omega) => omega - from);
  const middle = mean(fromFirst);
  const term = omegas.map(profile.term);
  const constant = mean(term);
  const centre = setting.omegaS ?? from + middle;
  const [unit, size] = multiples.find(([, least]) => to - from >= 4 * Math.PI * least) ?? (['Hz', 1] as const);
  const place = (omega: number): number => (omega - centre) / (2 * Math.PI * size);
  const placed = (values: readonly number[]): Series['points'] =>
    omegas.map((omega, k) => [place(omega), 100 * (values[k] as number)]);
  const polarization = (terms: readonly number[]) => placed(terms.map((X) => Math.tanh(X / 2)));
  const lattice: readonly Series[] =
    betaL === undefined
      ? []
      : [
          {
            name: 'at the lattice temperature',
            colour: 'black',
            stroke: 'dotted',
            points: polarization(omegas.map((omega) => omega * betaL)),
          },
        ];
  const marks: readonly Mark[] =
    omegaM !== undefined && omegaM >= from && omegaM <= to ? [{ x: place(omegaM), name: 'microwaves' }] : [];
  return {
    title: ['Electron line and polarization across it', conditionsOf(experiment)],
    x: {
      label: `frequency from ${setting.omegaS === undefined ? 'the mean of the line' : 'omegaS'} [${unit}]`,
      scale: 'linear',
    },
    y: { label: 'polarization [%]', scale: 'linear', from: 0, to: 100 },
    series: [
      {
        name: 'line (100 at its highest)',
        colour: 'grey',
        stroke: 'solid',
        points: placed(densities.map((density) => density / highest)),
      },
      { name: 'electron polarization', colour: 'blue', stroke: 'solid', points: polarization(term) },
      ...lattice,
      {
        name: 'under fast spectral diffusion at betaSS, with the same mean',
        colour: 'orange',
        stroke: 'dashed',
        points: polarization(fromFirst.map((distance) => constant + conditions.betaSS * (distance - middle))),
      },
    ],
    marks,
  };
};
