import type { Readable } from 'node:stream';
import { parameters } from '../../theory/parameters.ts';
import { linesOf } from '../eval/rows.ts';
import { BrokenRow, type Column, cellsOf, columnsOf } from '../eval/rows-csv.ts';
import { nearest, UsageError } from '../usage.ts';
import { BadRow, type Faults } from './grade-faults.ts';

/** A row with as many cells as there are columns, and an id that no row before it has. */
export interface Row {
  readonly line: number;
  readonly id: string;
  /** The cell of a column; undefined where there is no such column. */
  readonly cell: (name: string) => string | undefined;
}

export interface Table {
  readonly file: string;
  readonly columns: ReadonlySet<string>;
  readonly rows: readonly Row[];
  /** Those of rows with faults as well. */
  readonly ids: ReadonlySet<string>;
}

/** Columns of a file of vectors that play no part here. */
const unused = ['result', 'lower', 'upper', 'tolerance', 'flags', 'why'];
const own = ['id', 'quantity', 'kind', 'out'];
const known = [...own, ...Object.keys(parameters), ...unused];

/** Throws a UsageError for a column that no table of this kind has, and for one that is needed and not there. */
const checkColumns = (columns: readonly Column[], file: string, needed: readonly string[]): void => {
  for (const { title, name, unit } of columns) {
    if (!known.includes(name) && !isCondition(name))
      throw new UsageError(
        `expected the columns of ${file} to be id, quantity, parameters and out, got "${title}"; the nearest is ${nearest(name, known)}`,
      );
    if (unit !== undefined)
      throw new UsageError(`expected bare numbers in SI units (rad/s) in column ${name} of ${file}, got "${title}"`);
  }
  const missing = needed.find((name) => !columns.some((column) => column.name === name));
  if (missing !== undefined)
    throw new UsageError(
      missing === 'quantity'
        ? `expected the columns quantity and parameters in ${file}, got ${columns.map(({ name }) => name).join(', ')}; --of names the table that holds them`
        : `expected a column ${missing} in ${file}, got ${columns.map(({ name }) => name).join(', ')}`,
    );
};

/** Condition numbers of a file of vectors. */
const isCondition = (name: string): boolean => name.startsWith('condition_');

/** Cells without quotes need no parser, which takes longer than all the rest of a row. */
const quickCells = (text: string): readonly string[] =>
  text.includes('"') ? cellsOf(text) : text.split(',').map((cell) => cell.trim());

/**
 * Reads a table whole. A row that cannot be read goes to `faults` and spoils no other. Throws a UsageError where the file
 * or its header cannot be read.
 */
export const readTable = async (
  stream: Readable,
  file: string,
  needed: readonly string[],
  faults: Faults,
): Promise<Table> => {
  let columns: readonly Column[] | undefined;
  let places: ReadonlyMap<string, number> = new Map();
  const rows: Row[] = [];
  const lineOfId = new Map<string, number>();
  const note = (id: string, line: number): void => {
    if (id !== '' && !lineOfId.has(id)) lineOfId.set(id, line);
  };
  const read = (line: number, text: string, count: number): Row | undefined => {
    let cells: readonly string[];
    try {
      cells = quickCells(text);
    } catch (error) {
      // It has a fault, but it is there.
      note(text.split(',')[places.get('id') as number] ?? '', line);
      throw error;
    }
    // Spreadsheets write empty rows so.
    if (cells.every((cell) => cell === '')) return undefined;
    const id = cells[places.get('id') as number] ?? '';
    const before = lineOfId.get(id);
    note(id, line);
    if (cells.length !== count)
      throw new BadRow(
        `expected ${count} cells${cells.length > count ? ', and no decimal comma' : ''}`,
        String(cells.length),
      );
    if (id === '') throw new BadRow('expected an id', 'an empty cell');
    if (before !== undefined) throw new BadRow('expected each id once', `${id} as in line ${before}`);
    return { line, id, cell: (name) => cells[places.get(name) ?? -1] };
  };
  for await (const found of linesOf(stream, file)) {
    try {
      if ('fault' in found) {
        if (!columns) throw new UsageError(`expected a header row in ${file}: ${found.fault}`);
        throw new BadRow(found.fault);
      }
      if (columns) {
        const row = read(found.number, found.text, columns.length);
        if (row) rows.push(row);
        continue;
      }
      columns = columnsOf(found.text, file);
      checkColumns(columns, file, needed);
      places = new Map(columns.map(({ name }, index) => [name, index]));
    } catch (error) {
      if (!(error instanceof BrokenRow)) throw error;
      faults.add(found.number, error);
    }
  }
  if (!columns) throw new UsageError(`expected rows in ${file}, got an empty file`);
  return { file, columns: new Set(places.keys()), rows, ids: new Set(lineOfId.keys()) };
};
