import { decimalOf } from '../../foreign/case.ts';
import { type CheckSettings, pointsFor } from '../../foreign/check.ts';
import { parametersOf } from '../../theory/parameters-of.ts';
import type { Quantity } from '../../theory/quantity.ts';
import { csvLine } from '../eval/rows-csv.ts';

/** The name of a row in a table of so many, which tells of rows that are missing. Spreadsheets make a date of "3/2200". */
export const idOf = (place: number, total: number): string => `${place} of ${total}`;

/** The place and the number of rows of an id as the template has it; undefined for other ids. */
export const placeOf = (id: string): readonly [place: number, total: number] | undefined => {
  const match = /^(\d{1,9})\s*(?:of|\/)\s*(\d{1,9})$/.exec(id);
  if (!match) return undefined;
  const [place, total] = [Number(match[1]), Number(match[2])];
  return place >= 1 && place <= total ? [place, total] : undefined;
};

/**
 * The table to be filled: the points that check would ask. A column for each parameter of any quantity, empty where a
 * quantity does not depend on it; numbers are the shortest decimals of binary64.
 */
export const templateOf = (quantities: readonly Quantity[], settings: CheckSettings): string => {
  const names = [...new Set(quantities.flatMap((quantity) => parametersOf(quantity).map(({ name }) => name)))];
  const asked = quantities.flatMap((quantity) =>
    pointsFor(quantity, settings).map(({ point }) => ({ quantity: quantity.name, point })),
  );
  const rows = asked.map(({ quantity, point }, index) => [
    idOf(index + 1, asked.length),
    quantity,
    ...names.map((name) => (point[name] === undefined ? '' : decimalOf(point[name]))),
    '',
  ]);
  return [['id', 'quantity', ...names, 'out'], ...rows].map(csvLine).join('');
};
