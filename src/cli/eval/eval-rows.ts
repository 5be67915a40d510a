import type { Readable } from 'node:stream';
import { OracleError, valueAt } from '../../library/oracle.ts';
import { type Given, given } from '../../oracle/given.ts';
import { checkNames, prepare } from '../../oracle/prepare.ts';
import { parameters } from '../../theory/parameters.ts';
import type { Quantity } from '../../theory/quantity.ts';
import { nearest, UsageError } from '../usage.ts';
import { type Format, linesOf } from './rows.ts';
import { BrokenRow, type Column, cellsOf, columnOf, columnsOf, csvLine } from './rows-csv.ts';
import { membersOf } from './rows-jsonl.ts';

export interface RowOptions {
  readonly file: string;
  readonly digits: number;
  readonly json?: boolean;
  /** Columns that are copied and play no part. */
  readonly keep?: readonly string[];
  /** That of the file; told from its first character where it is undefined. */
  readonly format?: Format | undefined;
}

/** How many rows had no answer. */
export interface Tally {
  broken: number;
}

type Point = ReadonlyMap<string, Given>;

/** A line of the file: its cells, or why it has none. */
interface Row {
  readonly line: number;
  readonly columns: readonly Column[];
  readonly cells: readonly string[];
  readonly fault?: BrokenRow;
}

/** What stands behind the columns of a file. */
const titlesBehind = ({ name, unit }: Quantity): readonly string[] => [`${name} [${unit}]`, 'bound', 'error'];

/** "D0 (MHz)" where "D0 [MHz]" is meant. */
const inParentheses = (name: string): string => {
  const [, parameter, unit] = /^(.*?)\s*\((.*)\)$/.exec(name) ?? [];
  return parameter !== undefined && Object.hasOwn(parameters, parameter)
    ? `units stand in brackets, as in "${parameter} [${unit}]"`
    : '';
};

/** Refuses a column that gives no parameter, one that the command line gives as well, and a set that gives no value. */
const checkColumns = (
  columns: readonly Column[],
  { file, json, keep = [] }: RowOptions,
  quantity: Quantity,
  fixed: Point,
) => {
  const known = [...Object.keys(parameters), 'nucleus'];
  for (const name of keep)
    if (!columns.some((column) => column.name === name))
      throw new UsageError(`expected a column ${name} in ${file} to keep, got none`);
  const behind = titlesBehind(quantity);
  for (const { title } of json ? [] : columns)
    if (behind.includes(title))
      throw new UsageError(`expected no column ${title} in ${file}, since the answer has one of that name, got one`);
  const used = columns.map(({ name }) => name).filter((name) => !keep.includes(name));
  for (const name of used) {
    if (!known.includes(name))
      throw new UsageError(
        `expected the columns of ${file} to be parameters, got "${name}"; ${
          inParentheses(name) || `the nearest is ${nearest(name, known)} (--keep ${name} copies it)`
        }`,
      );
    if (fixed.has(name)) throw new UsageError(`expected ${name} in ${file} or on the command line, got both`);
  }
  checkNames(quantity, [...fixed.keys(), ...used]);
};

const pointAt = ({ columns, cells }: Row, keep: readonly string[], fixed: Point): Point => {
  if (cells.length !== columns.length) throw new BrokenRow(`expected ${columns.length} cells, got ${cells.length}`);
  const own = columns.flatMap(({ name, unit }, index) => {
    if (keep.includes(name)) return [];
    const cell = cells[index] as string;
    if (cell === '') throw new BrokenRow(`expected a value of ${name}, got an empty cell`);
    return [[name, given(name, cell, unit)] as const];
  });
  return new Map([...fixed, ...own]);
};

/** Reads a line; the fault of one that cannot be read belongs to it alone. */
const read = (line: number, columns: readonly Column[] | undefined, text: string): Row => {
  try {
    if (columns) return { line, columns, cells: cellsOf(text) };
    const members = membersOf(text);
    return { line, columns: [...members.keys()].map(columnOf), cells: [...members.values()] };
  } catch (fault) {
    if (!(fault instanceof BrokenRow)) throw fault;
    return { line, columns: columns ?? [], cells: [], fault };
  }
};

type Writer = (
  row: Row,
  found: { readonly value: string; readonly bound: string } | { readonly error: string },
) => string;

/** A row whose cells cannot be read keeps its place; its error says which line it is, as nothing else does. */
const asCsv: Writer = ({ line, columns, cells }, found) => {
  const own = columns.map((_, index) => cells[index] ?? '');
  return csvLine(
    'error' in found ? [...own, '', '', `line ${line}: ${found.error}`] : [...own, found.value, found.bound, ''],
  );
};

const asJson: Writer = ({ line, columns, cells }, found) => {
  const inputs = Object.fromEntries(columns.map(({ title }, index) => [title, cells[index] ?? '']));
  return `${JSON.stringify({ line, inputs, ...found })}\n`;
};

/**
 * One line of output for each row of a file, in order, one row in memory at a time: CSV with the columns of the file and
 * value, bound and error behind them, or JSON lines. A row without an answer is named on stderr by its line and answered
 * by its error. Throws a UsageError where the file or its header cannot be read.
 */
export async function* answersOf(
  stream: Readable,
  options: RowOptions,
  quantity: Quantity,
  fixed: Point,
  tally: Tally,
): AsyncGenerator<string> {
  const { file, digits, keep = [] } = options;
  const answerOf = (row: Row) => {
    try {
      if (row.fault) throw row.fault;
      const { digits: value, bound, lower, upper } = valueAt(prepare(quantity, pointAt(row, keep, fixed)), digits);
      return { value, bound, lower, upper };
    } catch (error) {
      if (!(error instanceof BrokenRow || error instanceof OracleError)) throw error;
      tally.broken++;
      process.stderr.write(`tripleflip: line ${row.line} of ${file}: ${error.message}\n`);
      return { error: error.message };
    }
  };
  let format = options.format;
  let columns: readonly Column[] | undefined;
  let isEmpty = true;
  for await (const found of linesOf(stream, file)) {
    const isFirst = isEmpty;
    isEmpty = false;
    if ('fault' in found) {
      if (isFirst && format !== 'jsonl') throw new UsageError(`expected a header row in ${file}: ${found.fault}`);
      const write = options.json || format === 'jsonl' ? asJson : asCsv;
      const row = { line: found.number, columns: columns ?? [], cells: [], fault: new BrokenRow(found.fault) };
      yield write(row, answerOf(row));
      continue;
    }
    const { number, text } = found;
    format ??= text.trimStart().startsWith('{') ? 'jsonl' : 'csv';
    const write = options.json || format === 'jsonl' ? asJson : asCsv;
    if (format === 'csv' && !columns) {
      columns = columnsOf(text, file);
      checkColumns(columns, options, quantity, fixed);
      const titles = [...columns.map(({ title }) => title), ...titlesBehind(quantity)];
      // An empty piece says that the header is right, where none is written.
      yield write === asCsv ? csvLine(titles) : '';
      continue;
    }
    const row = read(number, columns, text);
    yield write(row, answerOf(row));
  }
  if (isEmpty) throw new UsageError(`expected rows in ${file}, got an empty file`);
}
