import type { Sym } from '../formula/expression.ts';
import { freeSymbols } from '../formula/substitute.ts';
import { constantOf } from './parameters.ts';
import { ofTheCut } from './population-integrals.ts';
import type { Quantity } from './quantity.ts';

/** The parameters that a quantity depends on, in the order of its formula; constants of nature and the cut of an integral left aside. */
export const parametersOf = ({ formula }: Pick<Quantity, 'formula'>): readonly Sym[] =>
  [...freeSymbols(formula).values()].filter(
    ({ name }) => !Object.hasOwn(constantOf, name) && name !== 'hbar' && !ofTheCut.has(name),
  );
