export { type Entry, type Ledger, ledgerSchema } from './ledger/schema.ts';
export { latex } from './meaning/latex.ts';
export { evaluate } from './meaning/value.ts';
export type { Enclosure } from './number/enclosure.ts';
export { enclosures } from './number/enclosure.ts';
export { constants } from './theory/constants.ts';
export { type Quantity, quantities, quantityNamed } from './theory/quantities.ts';
export { type Unit, unitNamed, units } from './theory/units.ts';
