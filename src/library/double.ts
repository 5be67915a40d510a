/**
 * Closed forms in binary64: functions of numbers in SI units (frequencies in rad/s) that are at most 4 ulp from the true
 * value over the whole domain, one value at a time or a column of them. No integers of arbitrary size take part, and a
 * bundle that imports one of them holds little else.
 *
 * @packageDocumentation
 */
export { W_SSI } from '../oracle/double/contributions.ts';
export { doubleNamed, doubles } from '../oracle/double/doubles.ts';
export type { DoubleQuantity } from '../oracle/double/quantity.ts';
export { ratio as W_SS_over_W_Z, W_SS, W_Z } from '../oracle/double/rates.ts';
