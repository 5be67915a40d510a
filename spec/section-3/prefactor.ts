import { underBinders } from '../../src/formula/binders.ts';
import { type Expr, num } from '../../src/formula/expression.ts';
import { instantiate, substitute } from '../../src/formula/substitute.ts';

/** What stands in front of the squared couplings and of the delta functions of a sum, all populations but one being 0. */
export const prefactorOf = (sum: Expr): Expr => {
  const constant = (value: number) => ({ parameters: [], body: num(value) });
  return substitute(
    instantiate(underBinders(sum).integrand, {
      couplingOf: constant(1),
      delta: constant(1),
      rhoPlusOf: constant(1),
      rhoMinusOf: constant(0),
    }),
    { rhoIplus: num(1), rhoIminus: num(0) },
  );
};
