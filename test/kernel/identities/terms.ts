import { pureNumber } from '../../../src/formula/dimension.ts';
import {
  type Expr,
  type FunctionName,
  type Node,
  num,
  type Sym,
  symbol,
  type Unknown,
} from '../../../src/formula/expression.ts';
import type { Fact } from '../../../src/kernel/kernel.ts';
import { rational } from '../../../src/number/rational.ts';

/** Formulas without the types of their symbols: what is drawn at random knows them only as it runs. */
export const n = (over: number, under = 1): Expr => num(over, under);
export const plus = (...terms: readonly Expr[]): Expr => ({ kind: 'sum', terms });
export const times = (...factors: readonly Expr[]): Expr => ({ kind: 'product', factors });
export const over = (a: Expr, b: Expr): Expr => ({ kind: 'quotient', over: a, under: b });
export const to = (base: Expr, p: number, q = 1): Expr => ({ kind: 'power', base, exponent: rational(p, q) });
export const negative = (a: Expr): Expr => times(n(-1), a);
export const minus = (a: Expr, b: Expr): Expr => plus(a, negative(b));
export const squared = (a: Expr): Expr => to(a, 2);
export const root = (a: Expr): Expr => to(a, 1, 2);
export const of = (name: FunctionName, argument: Expr): Expr => ({ kind: 'call', name, argument });
export const pi: Expr = { kind: 'pi' };
export const turn = (p: number, q = 1): Expr => times(n(p, q), pi);
export const ifBelow = (left: Expr, right: Expr, below: Expr, otherwise: Expr): Expr => ({
  kind: 'cases',
  left,
  right,
  below,
  otherwise,
});

export type Letter = Expr & { readonly symbol: Sym };
export const letter = (name: string): Letter => symbol(name, name, pureNumber, 'real');
export const integralOver = (variable: Letter, lo: Expr, hi: Expr, body: Expr): Node => ({
  kind: 'integral',
  variable: variable.symbol,
  ranges: [[lo, hi]],
  body,
});
export const slopeOf = (variable: Letter, body: Expr, at: Expr): Node => ({
  kind: 'derivative',
  variable: variable.symbol,
  body,
  at,
});

const open = (name: string): Unknown => ({
  name,
  tex: name,
  dimension: pureNumber,
  parameters: [pureNumber],
  sign: 'real',
});
/** Functions left open. */
export const [f, g]: readonly [Unknown, Unknown] = [open('f'), open('g')];
export const applied = (unknown: Unknown, argument: Expr): Expr => ({ kind: 'unknown', unknown, args: [argument] });

export const below = (left: Expr, right: Expr): Fact => ({ left, is: '<', right });
export const atMost = (left: Expr, right: Expr): Fact => ({ left, is: '<=', right });
export const equals = (left: Expr, right: Expr): Fact => ({ left, is: '=', right });
