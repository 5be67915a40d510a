import { pureNumber } from '../formula/dimension.ts';
import { add, type Expr, mul, pow, symbol, type Unknown } from '../formula/expression.ts';
import { key, type Lambda, unknownFunctions } from '../formula/substitute.ts';
import { type Coordinate, moderate } from './domain.ts';

/**
 * Definite forms for the functions that a formula leaves open, with free coefficients: c0 + (c1 x + c2 y + ... + c)^2,
 * positive and without any symmetry. An identity that holds for them at random coefficients does not rest on a
 * special form; the delta function, too, may be replaced by any function when both sides hold the same one.
 */
export interface GenericForms {
  readonly functions: Readonly<Record<string, Lambda>>;
  readonly coordinates: readonly Coordinate[];
}

const generic = (
  name: string,
  arity: number,
): { readonly lambda: Lambda; readonly coordinates: readonly Coordinate[] } => {
  const coefficient = (index: number): string => `${name}_c${index}`;
  const named = (text: string): Expr<string, 'scalar'> => symbol(text, text, pureNumber, 'real');
  const parameters = Array.from({ length: arity }, (_, index) => `${name}_x${index}`);
  const linear = add(
    ...parameters.map((parameter, index) => mul(named(coefficient(index + 1)), named(parameter))),
    named(coefficient(arity + 1)),
  );
  return {
    lambda: { parameters, body: add(named(coefficient(0)), pow(linear, 2)) },
    coordinates: Array.from({ length: arity + 2 }, (_, index) => moderate(coefficient(index))),
  };
};

/** Generic forms for every unknown function of the formulas, and for the delta function where it is asked for and occurs. */
export const genericForms = (formulas: readonly Expr[], forDelta: boolean): GenericForms => {
  const withDelta = forDelta && formulas.some((formula) => key(formula).includes('(delta '));
  const unknowns = new Map<string, Unknown>(formulas.flatMap((formula) => [...unknownFunctions(formula)]));
  const made = [...unknowns.values()].map(
    (unknown) => [unknown.name, generic(unknown.name, unknown.parameters.length)] as const,
  );
  const all = withDelta ? [...made, ['delta', generic('delta', 1)] as const] : made;
  return {
    functions: Object.fromEntries(all.map(([name, { lambda }]) => [name, lambda])),
    coordinates: all.flatMap(([, { coordinates }]) => coordinates),
  };
};
