import { type Kind, kinds, type Point, type Reply } from '../../foreign/case.ts';
import { outOf } from '../../foreign/judgement/reply.ts';
import { OracleError, quantityOf } from '../../library/oracle.ts';
import { parameters } from '../../theory/parameters.ts';
import { parametersOf } from '../../theory/parameters-of.ts';
import type { Quantity } from '../../theory/quantity.ts';
import { BadRow } from './grade-faults.ts';
import type { Row } from './grade-table.ts';

/** What a row asks. */
export interface Case {
  readonly quantity: Quantity;
  readonly point: Point;
  /** As the table says it; tables need not. */
  readonly kind?: Kind;
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eEdD][+-]?\d+)?$/;
const withComma = /^[+-]?\d*,\d+(?:[eEdD][+-]?\d+)?$/;

/** The nearest binary64 to what is written; undefined for what is no finite number. */
export const numberOf = (text: string): number | undefined => {
  const value = decimal.test(text) ? Number(text.replace(/[dD]/, 'e')) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
};

const inputAt = (row: Row, name: string, { name: of }: Quantity): number => {
  const text = row.cell(name);
  if (text === undefined) throw new BadRow(`expected a column ${name}, on which ${of} depends`, 'none');
  if (text === '') throw new BadRow(`expected a value of ${name}, on which ${of} depends`, 'an empty cell');
  const value = numberOf(text);
  if (value !== undefined) return value;
  if (withComma.test(text)) throw new BadRow(`expected a decimal point in ${name}, no comma`, `"${text}"`);
  throw new BadRow(`expected ${name} to be a number`, `"${text}"`);
};

const named = new Map<string, { readonly quantity: Quantity; readonly needs: ReadonlySet<string> }>();
const all = Object.keys(parameters);

/** The quantity of that name and its parameters. Throws a BadRow. */
const askedBy = (name: string) => {
  if (name === '') throw new BadRow('expected the name of a quantity', 'an empty cell');
  const found = named.get(name);
  if (found) return found;
  try {
    const quantity = quantityOf(name);
    const asked = { quantity, needs: new Set(parametersOf(quantity).map((symbol) => symbol.name)) };
    named.set(name, asked);
    return asked;
  } catch (error) {
    throw error instanceof OracleError ? new BadRow(error.message) : error;
  }
};

/** What a row asks. Cells of what the quantity does not depend on are empty, or NaN where MATLAB wrote the table. Throws a BadRow. */
export const caseOf = (row: Row): Case => {
  const { quantity, needs } = askedBy(row.cell('quantity') ?? '');
  const point = Object.fromEntries([...needs].map((name) => [name, inputAt(row, name, quantity)]));
  for (const name of all) {
    const text = needs.has(name) ? '' : (row.cell(name) ?? '');
    if (text !== '' && text.toLowerCase() !== 'nan')
      throw new BadRow(`expected no value of ${name}, on which ${quantity.name} does not depend`, `"${text}"`);
  }
  const kind = kinds.find((one) => one === row.cell('kind'));
  return { quantity, point, ...(kind ? { kind } : {}) };
};

/** Refuses inputs beside an answer that are not those of the case. Throws a BadRow. */
export const checkSame = (row: Row, { quantity, point }: Case, cases: string): void => {
  const name = row.cell('quantity');
  if (name !== undefined && name !== '' && askedBy(name).quantity !== quantity)
    throw new BadRow(`expected the quantity that ${cases} has beside the same id`, `"${name}" for ${quantity.name}`);
  for (const [parameter, value] of Object.entries(point)) {
    const text = row.cell(parameter);
    if (text !== undefined && text !== '' && numberOf(text) !== value)
      throw new BadRow(
        `expected the inputs that ${cases} has beside the same id, as the same binary64 numbers (MATLAB's writetable rounds to 15 digits; the columns id and out are enough)`,
        `${parameter} = ${text} for ${value}`,
      );
  }
};

/** What stands in the column out; undefined where there is no answer yet. Throws a BadRow. */
export const replyOf = (text: string): Reply | undefined => {
  if (text === '') return undefined;
  const error = /^error\b[\s:]*(.*)$/i.exec(text);
  if (error) return { error: error[1] || text };
  if (outOf(text) !== undefined) return { out: text };
  if (withComma.test(text)) throw new BadRow('expected a decimal point in out, no comma', `"${text}"`);
  throw new BadRow(
    'expected out to be a number, NaN, or a text such as "error: outside the domain"',
    `"${text.slice(0, 60)}"`,
  );
};
