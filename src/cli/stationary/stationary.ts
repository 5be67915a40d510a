import { OracleError } from '../../oracle/error.ts';
import { svgOf } from '../../report/plot.ts';
import { csvLine } from '../eval/rows-csv.ts';
import { checkWritable, replaceFile } from '../files.ts';
import { progressBar } from '../run/progress.ts';
import { namedValues, UsageError } from '../usage.ts';
import { bareFrequencies, type Experiment, experimentOf, reachedBy, type Setting, settingOf } from './experiment.ts';
import { linePlot } from './line-picture.ts';
import { editions, faultOf, statesOf } from './states.ts';
import { type Sweep, sweepOf } from './sweep.ts';
import { type Swept, sweepPlot } from './sweep-picture.ts';
import { asJson, sweepCells, sweepTitles, told } from './text.ts';

export interface StationaryOptions {
  readonly json?: boolean;
  readonly sweep?: string;
  /** Steps of the sweep. */
  readonly steps?: number;
  readonly linear?: boolean;
  readonly plot?: string;
  /** Certain digits that are asked for. */
  readonly digits?: number;
}

const usualSteps = 60;

const say = (text: string): void => {
  process.stderr.write(`tripleflip: ${text}\n`);
};

interface Row extends Pick<Swept, 'found'> {
  readonly fault?: string;
}

/** The states of an experiment, or why there are none: what the oracle refuses in its numbers, or the theory. */
const rowAt = (experiment: Experiment): Row => {
  try {
    const setting = settingOf(experiment);
    const states = statesOf(setting);
    const fault = faultOf(states.derived);
    return fault === undefined ? { found: { setting, states } } : { found: undefined, fault };
  } catch (error) {
    if (error instanceof OracleError || error instanceof RangeError) return { found: undefined, fault: error.message };
    throw error;
  }
};

const certifiedBy = async (experiment: Experiment, setting: Setting, digits: number) => {
  const { certifiedTable, certifiedText } = await import('./certified.ts');
  const table = certifiedTable(experiment, setting, digits);
  return { table, text: certifiedText(table), isWhole: editions.every((edition) => !('fault' in table[edition])) };
};

const tellOne = async (experiment: Experiment, { json, plot, digits }: StationaryOptions): Promise<0 | 2> => {
  const { found, fault } = rowAt(experiment);
  if (!found) throw new UsageError(fault);
  const { setting, states } = found;
  const certified = digits === undefined ? undefined : await certifiedBy(experiment, setting, digits);
  if (plot !== undefined) replaceFile(plot, svgOf(linePlot(experiment, setting)));
  const all = { ...asJson(experiment, setting, states), ...(certified ? { certified: certified.table } : {}) };
  process.stdout.write(
    json ? `${JSON.stringify(all, null, 1)}\n` : told(experiment, setting, states) + (certified?.text ?? ''),
  );
  return certified?.isWhole === false ? 2 : 0;
};

const withoutUnit = (text: string, unit: string): string =>
  text.endsWith(unit) ? text.slice(0, text.length - unit.length).trim() : text;

const sweepLine = (
  json: boolean | undefined,
  { name, unit }: Sweep,
  text: string,
  { found, fault = '' }: Row,
): string => {
  if (json) return `${JSON.stringify({ [name]: text, ...(found ? { states: found.states } : { error: fault }) })}\n`;
  const cells = found ? sweepCells(found.states) : sweepTitles.map((_, k) => (k < sweepTitles.length - 1 ? '' : fault));
  return csvLine([withoutUnit(text, unit), ...cells]);
};

const tellSweep = async (experiment: Experiment, sweep: Sweep, { json, plot }: StationaryOptions): Promise<0 | 2> => {
  const { name, unit, values } = sweep;
  const title = unit === '' ? name : `${name} [${unit}]`;
  // Nothing is printed while the bar is shown.
  const lines: string[] = json ? [] : [csvLine([title, ...sweepTitles])];
  const faults: string[] = [];
  const swept: Swept[] = [];
  const bar = await progressBar(values.length);
  try {
    for (const { number, given } of values) {
      const row = rowAt({ ...experiment, point: new Map([...experiment.point, [name, given]]) });
      swept.push({ number, found: row.found });
      lines.push(sweepLine(json, sweep, given.text, row));
      if (row.fault !== undefined) faults.push(`${name}=${given.text}: ${row.fault}`);
      bar.done(`${name}=${given.text}`);
    }
  } finally {
    bar.stop();
  }
  const isEmpty = faults.length === values.length;
  if (plot !== undefined && !isEmpty) replaceFile(plot, svgOf(sweepPlot(experiment, sweep, swept)));
  process.stdout.write(lines.join(''));
  faults.forEach(say);
  if (plot !== undefined && isEmpty) say(`${plot} is not written, since no value of ${name} has stationary states`);
  return faults.length > 0 ? 2 : 0;
};

/**
 * Prints the stationary states of the nuclei, or those of a sweep, and draws them. Returns the exit code: 2 where a value
 * of the sweep has none, or where the digits asked for are not had. Throws a UsageError, before anything is printed, for what is wrong with the whole.
 */
export const stationary = async (texts: readonly string[], options: StationaryOptions): Promise<0 | 2> => {
  try {
    const { steps = usualSteps, linear, plot } = options;
    if (options.sweep === undefined && (options.steps !== undefined || linear !== undefined))
      throw new UsageError('expected --sweep name=from..to with --steps and --linear, got none');
    if (options.sweep !== undefined && options.digits !== undefined)
      throw new UsageError('expected --digits for one state, got --sweep as well');
    if (plot !== undefined) checkWritable(plot);
    const sweep = options.sweep === undefined ? undefined : sweepOf(options.sweep, { steps, linear });
    const first = sweep?.values[0]?.given;
    const experiment = await experimentOf(namedValues(texts), first);
    reachedBy(experiment);
    bareFrequencies(experiment.point).forEach(say);
    return sweep ? await tellSweep(experiment, sweep, options) : await tellOne(experiment, options);
  } catch (error) {
    throw error instanceof OracleError ? new UsageError(error.message) : error;
  }
};
