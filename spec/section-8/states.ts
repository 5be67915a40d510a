import { add, apply, type Expr, num, type Unknown } from '../../src/formula/expression.ts';
import { instantiate, substitute } from '../../src/formula/substitute.ts';
import { statesOf } from '../../src/formula/symbols.ts';
import type { Binders } from '../section-4/notation.ts';

/** The unnormalised populations as printed in a sum of states. */
const tilde = (superscript: string, name: string): Unknown => ({
  ...statesOf,
  name: `rhoTilde${name}`,
  tex: `\\tilde\\rho_S^{${superscript}}`,
});
const states = [
  { of: tilde('++', 'PlusPlus'), sign: 1, aligned: 1 },
  { of: tilde('+', 'Plus'), sign: 1, aligned: -1 },
  { of: tilde('-', 'Minus'), sign: -1, aligned: -1 },
  { of: tilde('--', 'MinusMinus'), sign: -1, aligned: 1 },
] as const;

export const sumOfFour = (...args: readonly Expr[]): Expr =>
  add<string, Binders>(...states.map(({ of }) => apply<string, Binders>(of, ...args)));

const at = (population: Expr, values: { readonly sign: number; readonly aligned: number }): Expr =>
  substitute(population, { sign: num(values.sign), aligned: num(values.aligned) });

/** The sum of a formula for all four states. */
export const sumOfStates = (population: Expr): Expr =>
  add<string, Binders>(...states.map((state) => at(population, state)));

/** A printed sum of states with the formula for all four states put in. */
export const givenStates = (sum: Expr, population: Expr): Expr =>
  instantiate(
    sum,
    Object.fromEntries(
      states.map((state) => [state.of.name, { parameters: ['omega', 'Delta'], body: at(population, state) }]),
    ),
  );

/** Any of the four. */
export const rhoTildeOf: Unknown = { ...statesOf, name: 'rhoTildeOf', tex: '\\tilde\\rho_S' };
