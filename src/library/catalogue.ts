import { latex } from '../meaning/latex.ts';
import { nearest, OracleError } from '../oracle/error.ts';
import type { Typed } from '../oracle/given.ts';
import type { ParameterName } from '../theory/parameters.ts';
import { quantities as own, type QuantityName } from '../theory/quantities.ts';
import type { Quantity } from '../theory/quantity.ts';
import { printedQuantities } from './printed.ts';

/** The name of a quantity in one of its editions; `:printed` is the formula as the paper prints it. */
export type EditionName = QuantityName | `${QuantityName}:printed`;

/**
 * Values of parameters by name: a text with a unit (`'52MHz'`, `'2e19/cm3'`), or a number in SI units, which stands for
 * its exact binary64 value; `nucleus` is a name such as `'1H'`. Frequencies and energies are in rad/s; MHz is 2 pi times.
 */
export type Inputs = Readonly<Partial<Record<ParameterName, Typed>>>;

/** Every quantity in every edition: the reference implementation, then the formulas as printed. */
export const quantities: readonly Quantity[] = [...own, ...printedQuantities];

/** Names may be typed with underscores or hyphens for blanks. */
const plain = (name: string): string => name.replace(/[ _-]/g, ' ');
const byName = new Map(quantities.map((quantity) => [quantity.name, quantity]));
const byPlainName = new Map(quantities.map((quantity) => [plain(quantity.name), quantity]));

/** The quantity of that name. Throws an OracleError that names the nearest one. */
export const quantityOf = (name: string): Quantity => {
  const found = byName.get(name) ?? byPlainName.get(plain(name));
  if (found) return found;
  const names = quantities.map((quantity) => quantity.name);
  throw new OracleError(
    `expected the name of a quantity, got "${name}"; the nearest is ${nearest(name, names)} (tripleflip list quantities shows all)`,
  );
};

/** The formula of a quantity in LaTeX. */
export const texOf = (quantity: Quantity): string => latex(quantity.formula);
