import { apply, num } from '../src/formula/expression.ts';
import { couplingOf, i, j } from '../src/formula/symbols.ts';

/** Two electrons that are coupled: their mixed states are apart. */
export const coupled = [{ left: apply(couplingOf, i, j), is: '!=', right: num(0) }] as const;
