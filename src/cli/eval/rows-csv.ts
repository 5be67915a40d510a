import { parse } from 'csv-parse/sync';
import { UsageError } from '../usage.ts';

/** A row that cannot be read; the others can. */
export class BrokenRow extends Error {}

/** A column: the parameter it gives and the unit of its bare numbers. */
export interface Column {
  readonly title: string;
  readonly name: string;
  readonly unit?: string;
}

/** The cells of one line. Each line is read by itself, so that a quote left open spoils no other. Throws a BrokenRow. */
export const cellsOf = (text: string): readonly string[] => {
  let records: readonly (readonly string[])[];
  try {
    records = parse(text, { relax_column_count: true, trim: true }) as string[][];
  } catch (error) {
    const { code } = error as { readonly code?: string };
    throw new BrokenRow(
      code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_INVALID_CLOSING_QUOTE' || code === 'INVALID_OPENING_QUOTE'
        ? 'expected every quote to be closed on its line'
        : `expected cells between commas: ${(error as Error).message}`,
    );
  }
  if (records.length > 1) throw new BrokenRow(`expected one row on a line, got ${records.length}`);
  return records[0] ?? [];
};

/** "D0 [MHz]" is the parameter D0, its bare numbers in MHz. */
export const columnOf = (title: string): Column => {
  const match = /^([^[\]]*?)\s*(?:\[([^[\]]*)\])?$/.exec(title.trim());
  const [, name = title, unit] = match ?? [];
  return { title, name, ...(unit === undefined ? {} : { unit: unit.trim() }) };
};

/** The columns of a header row. Throws a UsageError for none, for an empty or a repeated title, and for semicolons. */
export const columnsOf = (text: string, file: string): readonly Column[] => {
  let cells: readonly string[];
  try {
    cells = cellsOf(text);
  } catch (error) {
    throw new UsageError(`expected a header row in ${file}: ${(error as Error).message}`);
  }
  const other = /[;\t]/.exec(cells[0] ?? '')?.[0];
  if (other !== undefined)
    throw new UsageError(
      `expected commas between the columns of ${file}, got ${other === ';' ? 'semicolons' : 'tabs'} (and a decimal point, no decimal comma, in its numbers)`,
    );
  const columns = cells.map(columnOf);
  for (const [index, { name }] of columns.entries()) {
    if (name === '') throw new UsageError(`expected a name for column ${index + 1} of ${file}, got an empty title`);
    if (columns.findIndex((column) => column.name === name) < index)
      throw new UsageError(`expected each column of ${file} once, got ${name} twice`);
  }
  return columns;
};

/** A row as CSV: what holds a comma, a quote or a line end is quoted. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
