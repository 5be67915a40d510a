import { angularFrequency, pureNumber, time } from '../../formula/dimension.ts';
import type { Sym } from '../../formula/expression.ts';
import { compare, sign } from '../../number/rational.ts';
import { certified } from '../../oracle/arithmetic.ts';
import { OracleError } from '../../oracle/error.ts';
import { type Given, typedAs, unitOf } from '../../oracle/given.ts';
import { inArithmetic } from '../../oracle/scene.ts';
import { linesOf, open } from '../eval/rows.ts';
import { BrokenRow, type Column, cellsOf, columnsOf } from '../eval/rows-csv.ts';
import { UsageError } from '../usage.ts';

/** Numbers at rising frequencies, from a CSV file. */
export interface FrequencyTable {
  readonly file: string;
  /** Whether the frequencies are distances from omegaS. */
  readonly isOffset: boolean;
  readonly rows: readonly Row[];
}

interface Row {
  readonly frequency: Given;
  readonly value: Given;
  /** The same in SI units, as the nearest doubles. */
  readonly point: readonly [frequency: number, value: number];
}

/** What stands beside the frequencies. */
interface Kind {
  readonly title: string;
  readonly example: string;
  readonly symbol: Pick<Sym, 'dimension' | 'sign'>;
  /** Whether only ratios of the numbers count, so that their unit is nobody's concern. */
  readonly isRelative: boolean;
}

export const heights: Kind = {
  title: 'height',
  example: 'height',
  symbol: { dimension: pureNumber, sign: 'nonnegative' },
  isRelative: true,
};
export const inverseTemperatures: Kind = {
  title: 'alpha',
  example: 'alpha [s]',
  symbol: { dimension: time, sign: 'real' },
  isRelative: false,
};

const frequencyTitles = ['frequency', 'offset'] as const;
const realFrequency = { dimension: angularFrequency, sign: 'real' } as const;

interface Columns {
  readonly count: number;
  readonly frequency: Column & { readonly index: number };
  readonly value: Column & { readonly index: number };
}

/** Which column is which. Throws a UsageError for others than the two, and for units left out. */
const checkedColumns = (columns: readonly Column[], { title, example, isRelative }: Kind, file: string): Columns => {
  const of = (names: readonly string[]) =>
    columns.flatMap((column, index) => (names.includes(column.name) ? [{ ...column, index }] : []))[0];
  const [frequency, value] = [of(frequencyTitles), of([title])];
  if (!frequency || !value || columns.length !== 2)
    throw new UsageError(
      `expected the columns "frequency [MHz]" (or "offset [MHz]", from the centre of the line) and "${example}" in ${file}, got ${columns.map((column) => `"${column.title}"`).join(', ')}`,
    );
  for (const { name, unit } of isRelative ? [frequency] : [frequency, value])
    if (unit === undefined || unit === '')
      throw new UsageError(
        `expected the unit of ${name} in the header of ${file}, such as "${name === title ? example : `${name} [MHz]`}", got none`,
      );
  return { count: columns.length, frequency, value };
};

const cell = (cells: readonly string[], { name, index, unit }: Column & { readonly index: number }, kind: Kind) => {
  const text = cells[index] ?? '';
  if (text === '') throw new BrokenRow(`expected a value of ${name}, got an empty cell`);
  const isValue = name === kind.title;
  return typedAs(name, text, isValue ? kind.symbol : realFrequency, isValue && kind.isRelative ? undefined : unit);
};

/** Decimal digits with which the nearest double is found. */
const digits = 30;
const nearestDouble = (given: Given): number => {
  const a = certified(digits);
  return a.middle(inArithmetic(a, given));
};

/** Refuses a frequency that is not above the one before it. */
const checkRising = (before: Given | undefined, next: Given, line: number): void => {
  if (!before) return;
  const { name, text } = next;
  const order =
    before.piPower === next.piPower
      ? compare(before.value, next.value)
      : Math.sign(nearestDouble(before) - nearestDouble(next));
  if (order === 0) throw new BrokenRow(`expected each ${name} once, got ${text} as on line ${line}`);
  if (order > 0) throw new BrokenRow(`expected a ${name} above ${before.text} on line ${line}, got ${text}`);
};

/**
 * A table from a CSV file with a header such as "frequency [MHz],height". Throws a UsageError that names the line for
 * what cannot be read, is no number, is negative where it must not be, is not in order or repeated, and for fewer than
 * two rows.
 */
export const readTable = async (file: string, kind: Kind): Promise<FrequencyTable> => {
  let columns: Columns | undefined;
  let before: { readonly frequency: Given; readonly line: number } | undefined;
  const rows: Row[] = [];
  for await (const found of linesOf(open(file), file)) {
    try {
      if ('fault' in found) throw new BrokenRow(found.fault);
      if (!columns) {
        columns = checkedColumns(columnsOf(found.text, file), kind, file);
        for (const { name, unit } of [columns.frequency, columns.value])
          if (unit && !(name === kind.title && kind.isRelative)) unitOf(unit, name);
        continue;
      }
      const cells = cellsOf(found.text);
      if (cells.length !== columns.count) throw new BrokenRow(`expected ${columns.count} cells, got ${cells.length}`);
      const frequency = cell(cells, columns.frequency, kind);
      checkRising(before?.frequency, frequency, before?.line ?? 0);
      const value = cell(cells, columns.value, kind);
      rows.push({ frequency, value, point: [nearestDouble(frequency), nearestDouble(value)] });
      before = { frequency, line: found.number };
    } catch (error) {
      if (error instanceof BrokenRow || error instanceof OracleError)
        throw new UsageError(`line ${found.number} of ${file}: ${error.message}`);
      throw error;
    }
  }
  if (rows.length < 2)
    throw new UsageError(`expected at least two rows below the header of ${file}, got ${rows.length}`);
  if (kind === heights && rows.every(({ value }) => sign(value.value) === 0))
    throw new UsageError(`expected a height above 0 in ${file}, got 0 on every row: such a line cannot be normalised`);
  return { file, isOffset: columns?.frequency.name === 'offset', rows };
};

/** The rows in SI units, offsets counted from `omegaS`, rad/s. */
export const pointsOf = (
  { isOffset, rows }: FrequencyTable,
  omegaS: () => number,
): readonly (readonly [number, number])[] => {
  const from = isOffset ? omegaS() : 0;
  return rows.map(({ point: [frequency, value] }) => [from + frequency, value]);
};
