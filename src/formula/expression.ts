import { type Rational, rational } from '../number/rational.ts';
import { type Dimension, pureNumber } from './dimension.ts';

/**
 * A formula as data: one immutable tree. `S` collects the names of its free symbols, so that evaluating a formula
 * without one of them does not compile; `K` says whether it holds binders, which not every meaning can read.
 */
export type Stratum = 'scalar' | 'binder';

export type FunctionName = 'abs' | 'exp' | 'log' | 'sin' | 'cos' | 'sinh' | 'cosh' | 'tanh' | 'atan' | 'acos' | 'asin';

/** A named quantity of the paper. */
export interface Sym<N extends string = string> {
  readonly name: N;
  readonly tex: string;
  readonly dimension: Dimension;
  /** What is known of its sign; the domains from which it is sampled keep to it. */
  readonly sign: 'positive' | 'nonnegative' | 'real';
}

/** A function that a formula leaves open, such as a line shape; claims about it must hold for every one of its kind. */
export interface Unknown {
  readonly name: string;
  readonly tex: string;
  readonly dimension: Dimension;
  readonly parameters: readonly Dimension[];
  readonly sign: 'positive' | 'nonnegative' | 'real';
  /** Written as a subscript (spins i, j) instead of in brackets. */
  readonly indexed?: boolean;
}

export type Node =
  | { readonly kind: 'number'; readonly value: Rational }
  | { readonly kind: 'pi' }
  | { readonly kind: 'symbol'; readonly symbol: Sym }
  | { readonly kind: 'sum'; readonly terms: readonly Node[] }
  | { readonly kind: 'product'; readonly factors: readonly Node[] }
  | { readonly kind: 'quotient'; readonly over: Node; readonly under: Node }
  | { readonly kind: 'power'; readonly base: Node; readonly exponent: Rational }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly argument: Node }
  | {
      readonly kind: 'cases';
      readonly left: Node;
      readonly right: Node;
      readonly below: Node;
      readonly otherwise: Node;
    }
  | { readonly kind: 'unknown'; readonly unknown: Unknown; readonly args: readonly Node[] }
  | { readonly kind: 'delta'; readonly argument: Node }
  | {
      readonly kind: 'integral';
      readonly variable: Sym;
      readonly ranges: readonly (readonly [Node, Node])[];
      readonly body: Node;
    }
  | { readonly kind: 'pairSum'; readonly first: Sym; readonly second: Sym; readonly count: Sym; readonly body: Node }
  | { readonly kind: 'total'; readonly index: Sym; readonly count: Sym; readonly body: Node }
  | { readonly kind: 'derivative'; readonly variable: Sym; readonly body: Node; readonly at: Node };

declare const symbolsOf: unique symbol;
declare const stratumOf: unique symbol;

export type Expr<S extends string = string, K extends Stratum = Stratum> = Node & {
  readonly [symbolsOf]?: { readonly names: S } | undefined;
  readonly [stratumOf]?: { readonly stratum: K } | undefined;
};

const typed = <S extends string, K extends Stratum>(node: Node): Expr<S, K> => node as Expr<S, K>;

export type Constant = Expr<never, 'scalar'>;
type Operand<S extends string, K extends Stratum> = Expr<S, K> | number;

/** An exact number: an integer, a ratio of integers, or a rational. */
export const num = (value: number | Rational, denominator = 1): Constant =>
  typed<never, 'scalar'>({ kind: 'number', value: typeof value === 'number' ? rational(value, denominator) : value });

const lift = <S extends string, K extends Stratum>(operand: Operand<S, K>): Expr<S, K> =>
  typeof operand === 'number' ? typed(num(operand)) : operand;

export const pi: Constant = typed<never, 'scalar'>({ kind: 'pi' });
/** Upper limit of an improper integral; it has no value of its own. */
export const infinity: Constant = typed<never, 'scalar'>({
  kind: 'symbol',
  symbol: { name: 'infinity', tex: '\\infty', dimension: pureNumber, sign: 'positive' },
});

export const symbol = <N extends string>(
  name: N,
  tex: string,
  dimension: Dimension,
  sign: Sym['sign'] = 'positive',
): Expr<N, 'scalar'> & { readonly symbol: Sym<N> } =>
  ({ kind: 'symbol', symbol: { name, tex, dimension, sign } }) as unknown as Expr<N, 'scalar'> & {
    readonly symbol: Sym<N>;
  };

export type SymbolExpr<N extends string = string> = ReturnType<typeof symbol<N>>;

export const add = <S extends string = never, K extends Stratum = 'scalar'>(...terms: Operand<S, K>[]): Expr<S, K> =>
  terms.length === 1 ? lift(terms[0] as Operand<S, K>) : typed({ kind: 'sum', terms: terms.map((term) => lift(term)) });

export const mul = <S extends string = never, K extends Stratum = 'scalar'>(...factors: Operand<S, K>[]): Expr<S, K> =>
  factors.length === 1
    ? lift(factors[0] as Operand<S, K>)
    : typed({ kind: 'product', factors: factors.map((factor) => lift(factor)) });

export const neg = <S extends string, K extends Stratum>(a: Operand<S, K>): Expr<S, K> => mul<S, K>(-1, a);

export const sub = <S extends string = never, K extends Stratum = 'scalar'>(
  a: Operand<S, K>,
  b: Operand<S, K>,
): Expr<S, K> => add<S, K>(a, neg(b));

export const div = <S extends string = never, K extends Stratum = 'scalar'>(
  a: Operand<S, K>,
  b: Operand<S, K>,
): Expr<S, K> => typed({ kind: 'quotient', over: lift(a), under: lift(b) });

/** base to an integer or half-integer power: pow(x, 3, 2) is x^(3/2). */
export const pow = <S extends string, K extends Stratum>(base: Expr<S, K>, over: number, under = 1): Expr<S, K> =>
  typed({ kind: 'power', base, exponent: rational(over, under) });

export const sqrt = <S extends string, K extends Stratum>(a: Operand<S, K>): Expr<S, K> => pow(lift(a), 1, 2);

export const call = <S extends string, K extends Stratum>(name: FunctionName, argument: Operand<S, K>): Expr<S, K> =>
  typed({ kind: 'call', name, argument: lift(argument) });

/** `below` where left < right, `otherwise` elsewhere. */
export const cases = <S extends string, K extends Stratum>(
  condition: { readonly left: Expr<S, K>; readonly right: Expr<S, K> },
  below: Operand<S, K>,
  otherwise: Operand<S, K>,
): Expr<S, K> => typed({ kind: 'cases', ...condition, below: lift(below), otherwise: lift(otherwise) });

export const apply = <S extends string, K extends Stratum>(unknown: Unknown, ...args: Expr<S, K>[]): Expr<S, K> =>
  typed({ kind: 'unknown', unknown, args });

/** Dirac's delta function, a linear functional that has a value only under an integral. */
export const delta = <S extends string, K extends Stratum>(argument: Expr<S, K>): Expr<S, 'binder'> =>
  typed({ kind: 'delta', argument });

/** The integral of body over one or several ranges of the variable. */
export const integral = <N extends string, S extends string, L extends string = never>(
  variable: SymbolExpr<N>,
  ranges: readonly (readonly [Expr<L>, Expr<L>])[],
  body: Expr<S>,
): Expr<Exclude<S, N> | L, 'binder'> => typed({ kind: 'integral', variable: variable.symbol, ranges, body });

/** The sum over all ordered pairs of different members of a set of `count`. */
export const pairSum = <I extends string, J extends string, N extends string, S extends string>(
  first: SymbolExpr<I>,
  second: SymbolExpr<J>,
  count: SymbolExpr<N>,
  body: Expr<S>,
): Expr<Exclude<S, I | J> | N, 'binder'> =>
  typed({ kind: 'pairSum', first: first.symbol, second: second.symbol, count: count.symbol, body });

/** The sum over all members of a set of `count`. */
export const total = <I extends string, N extends string, S extends string>(
  index: SymbolExpr<I>,
  count: SymbolExpr<N>,
  body: Expr<S>,
): Expr<Exclude<S, I> | N, 'binder'> => typed({ kind: 'total', index: index.symbol, count: count.symbol, body });

/** The derivative of body with respect to the variable, taken where the variable has the value `at`. */
export const derivative = <N extends string, S extends string, L extends string>(
  variable: SymbolExpr<N>,
  body: Expr<S>,
  at: Expr<L>,
): Expr<Exclude<S, N> | L, 'binder'> => typed({ kind: 'derivative', variable: variable.symbol, body, at });
