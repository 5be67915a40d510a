/**
 * Certified values of the theory of triple spin flips at any precision, with units, conditioning and the paper's own
 * approximations beside them; and the same quantities in binary64, right to 4 ulp, as `double`. Nothing stands here but
 * what is offered, so that a bundle holds only what is used.
 *
 * @packageDocumentation
 */
export type { Hypothesis } from '../claim/domain.ts';
export type { Dimension } from '../formula/dimension.ts';
export type { Expr, FunctionName, Node, Stratum, Sym, Unknown } from '../formula/expression.ts';
export type { Rational } from '../number/rational.ts';
export type { Answer, Constant, Derived, Input, RegimeAt } from '../oracle/answer.ts';
export type { Condition } from '../oracle/conditioning.ts';
export type { Value } from '../oracle/enclosed.ts';
export { OracleError } from '../oracle/error.ts';
export type { Given, Typed } from '../oracle/given.ts';
export type { Prepared } from '../oracle/prepare.ts';
export type { Approximation } from '../oracle/printed.ts';
export type { Shown } from '../oracle/shown.ts';
export type { ParameterName } from '../theory/parameters.ts';
export { parametersOf } from '../theory/parameters-of.ts';
export type { Quotient, Truncated } from '../theory/population-integrals.ts';
export type { QuantityName } from '../theory/quantities.ts';
export type { Quantity, Regime } from '../theory/quantity.ts';
export { approximations, approximationsOf } from './approximations.ts';
export { type EditionName, type Inputs, quantities, quantityOf, texOf } from './catalogue.ts';
export * as double from './double.ts';
export {
  at,
  conditioning,
  conditioningAt,
  constantsUncertainty,
  derive,
  type EvaluateOptions,
  evaluate,
  evaluateAt,
  leastDigits,
  mostDigits,
  uncertaintyAt,
  usualDigits,
  valueAt,
} from './evaluate.ts';
