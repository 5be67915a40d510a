import { couplingQuantities } from './quantities-couplings.ts';
import { glassQuantities } from './quantities-glass.ts';
import { lineQuantities } from './quantities-lines.ts';
import { pairQuantities } from './quantities-pair.ts';
import { rateQuantities } from './quantities-rates.ts';
import type { Quantity } from './quantity.ts';

export type { Quantity } from './quantity.ts';

const all = [
  ...rateQuantities,
  ...glassQuantities,
  ...couplingQuantities,
  ...pairQuantities,
  ...lineQuantities,
] as const;

/** The names of the quantities of the reference implementation. */
export type QuantityName = (typeof all)[number]['name'];

export const quantities: readonly Quantity[] = all;

/** The quantity of that name. Throws a RangeError where there is none. */
export const quantityNamed = (name: string): Quantity => {
  const found = quantities.find((candidate) => candidate.name === name);
  if (!found) throw new RangeError(`expected one of ${quantities.map((q) => q.name).join(', ')}, got "${name}"`);
  return found;
};
