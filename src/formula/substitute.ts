import { formatRational, multiply, rational, sign } from '../number/rational.ts';
import { type Expr, type Node, num, type Sym, type Unknown } from './expression.ts';
import { type Algebra, fold, mapParts, rebuild } from './fold.ts';

const keyed: Algebra<string> = {
  number: formatRational,
  pi: () => 'pi',
  symbol: (symbol) => symbol.name,
  sum: (terms) => `(+ ${[...terms].sort().join(' ')})`,
  product: (factors) => `(* ${[...factors].sort().join(' ')})`,
  quotient: (over, under) => `(/ ${over} ${under})`,
  power: (base, exponent) => `(^ ${base} ${formatRational(exponent)})`,
  call: (name, argument) => `(${name} ${argument})`,
  cases: (left, right, below, otherwise) => `(if ${left} ${right} ${below} ${otherwise})`,
  unknown: (unknown, args) => `(?${unknown.name} ${args.join(' ')})`,
  delta: (argument) => `(delta ${argument})`,
  integral: (variable, ranges, body) => `(int ${variable.name} ${ranges.flat().join(' ')} ${body})`,
  pairSum: (first, second, count, body) => `(pairs ${first.name} ${second.name} ${count.name} ${body})`,
  total: (index, count, body) => `(total ${index.name} ${count.name} ${body})`,
  derivative: (variable, body, at) => `(d ${variable.name} ${body} ${at})`,
};

/** A text that two formulas share exactly when they are the same up to the order of sums and products. */
export const key = (expression: Expr): string => fold(expression, keyed);

const union = (parts: readonly ReadonlyMap<string, Sym>[]): ReadonlyMap<string, Sym> =>
  new Map(parts.flatMap((part) => [...part]));
const without = (symbols: ReadonlyMap<string, Sym>, ...bound: Sym[]): ReadonlyMap<string, Sym> =>
  new Map([...symbols].filter(([name]) => !bound.some((symbol) => symbol.name === name)));

const collected: Algebra<ReadonlyMap<string, Sym>> = {
  number: () => new Map(),
  pi: () => new Map(),
  symbol: (symbol) => (symbol.name === 'infinity' ? new Map() : new Map([[symbol.name, symbol]])),
  sum: union,
  product: union,
  quotient: (over, under) => union([over, under]),
  power: (base) => base,
  call: (_, argument) => argument,
  cases: (...parts) => union(parts),
  unknown: (_, args) => union(args),
  delta: (argument) => argument,
  integral: (variable, ranges, body) => union([...ranges.flat(), without(body, variable)]),
  pairSum: (first, second, count, body) => union([without(body, first, second), new Map([[count.name, count]])]),
  total: (index, count, body) => union([without(body, index), new Map([[count.name, count]])]),
  derivative: (variable, body, at) => union([without(body, variable), at]),
};

/** The free symbols of a formula by name, in the order in which they occur. */
export const freeSymbols = (expression: Expr): ReadonlyMap<string, Sym> => {
  const found = known.get(expression) ?? fold(expression, collected);
  known.set(expression, found);
  return found;
};
/** Formulas are asked again and again for the same. */
const known = new WeakMap<Expr, ReadonlyMap<string, Sym>>();

/** Free symbols replaced by formulas. The bound variables of the formula must not occur in the replacements. */
export const substitute = (expression: Expr, replacements: Readonly<Record<string, Expr>>): Expr => {
  const inside = (body: Node, ...bound: readonly Sym[]): Node =>
    substitute(
      body,
      Object.fromEntries(Object.entries(replacements).filter(([name]) => !bound.some((of) => of.name === name))),
    );
  const go = (node: Node): Node => substitute(node, replacements);
  switch (expression.kind) {
    case 'integral': {
      const { variable, ranges, body } = expression;
      return {
        kind: 'integral',
        variable,
        ranges: ranges.map(([lo, hi]) => [go(lo), go(hi)] as const),
        body: inside(body, variable),
      };
    }
    case 'pairSum':
      return { ...expression, body: inside(expression.body, expression.first, expression.second) };
    case 'total':
      return { ...expression, body: inside(expression.body, expression.index) };
    case 'derivative':
      return { ...expression, body: inside(expression.body, expression.variable), at: go(expression.at) };
    case 'symbol':
      return replacements[expression.symbol.name] ?? expression;
    default:
      return mapParts(expression, go);
  }
};

/** A function given by a formula in named parameters. */
export interface Lambda {
  readonly parameters: readonly string[];
  readonly body: Expr;
}

const applied = ({ parameters, body }: Lambda, args: readonly Expr[]): Expr =>
  substitute(body, Object.fromEntries(parameters.map((name, index) => [name, args[index] as Expr])));

/** Unknown functions, by name, given a definite form; under the name `delta` also the delta function. */
export const instantiate = (expression: Expr, functions: Readonly<Record<string, Lambda>>): Expr =>
  fold<Node>(expression, {
    ...rebuild,
    unknown: (unknown, args) => {
      const lambda = functions[unknown.name];
      return lambda ? applied(lambda, args) : rebuild.unknown(unknown, args);
    },
    delta: (argument) => (functions.delta ? applied(functions.delta, [argument]) : rebuild.delta(argument)),
  });

const unknownsOf = (parts: readonly ReadonlyMap<string, Unknown>[]): ReadonlyMap<string, Unknown> =>
  new Map(parts.flatMap((part) => [...part]));

/** The functions that a formula leaves open, by name. */
export const unknownFunctions = (expression: Expr): ReadonlyMap<string, Unknown> =>
  fold<ReadonlyMap<string, Unknown>>(expression, {
    number: () => new Map(),
    pi: () => new Map(),
    symbol: () => new Map(),
    sum: unknownsOf,
    product: unknownsOf,
    quotient: (over, under) => unknownsOf([over, under]),
    power: (base) => base,
    call: (_, argument) => argument,
    cases: (...parts) => unknownsOf(parts),
    unknown: (unknown, args) => unknownsOf([...args, new Map([[unknown.name, unknown]])]),
    delta: (argument) => argument,
    integral: (_, ranges, body) => unknownsOf([...ranges.flat(), body]),
    pairSum: (_first, _second, _count, body) => body,
    total: (_index, _count, body) => body,
    derivative: (_, body, at) => unknownsOf([body, at]),
  });

/** Every part that is the same as `target` replaced. */
export const replace = (expression: Expr, target: Expr, replacement: Expr): Expr => {
  const wanted = key(target);
  const check = (node: Node): Node => (key(node) === wanted ? replacement : node);
  const checking = Object.fromEntries(
    Object.entries(rebuild).map(([kind, build]) => [
      kind,
      (...parts: never[]) => check((build as (...p: never[]) => Node)(...parts)),
    ]),
  ) as unknown as Algebra<Node>;
  return fold<Node>(expression, checking);
};

/**
 * Every power of `square` replaced by twice that power of `root`, so that (1 - c^2)^(3/2) becomes s^3.
 * Right where root^2 = square and root >= 0: whoever uses it certifies both.
 */
export const replaceSquare = (expression: Expr, square: Expr, root: Expr): Expr => {
  const wanted = key(square);
  const squared: Node = { kind: 'power', base: root, exponent: rational(2) };
  const rewritten = fold<Node>(expression, {
    ...rebuild,
    power: (base, exponent) => {
      if (key(base) !== wanted) return rebuild.power(base, exponent);
      const doubled = multiply(exponent, rational(2));
      return doubled.numerator === 1n && sign(doubled) > 0 && doubled.denominator === 1n
        ? root
        : rebuild.power(root, doubled);
    },
  });
  return replace(rewritten, square, squared);
};

/** Whether a formula is made of numbers and pi alone. */
export const isConstant = (formula: Expr): boolean =>
  freeSymbols(formula).size === 0 && unknownFunctions(formula).size === 0;

/** A constant times a formula, with the trivial factor 1 left out. */
export const scaled = (factor: Expr, expression: Expr): Expr =>
  key(factor) === key(num(1))
    ? expression
    : { kind: 'product', factors: [factor, ...(expression.kind === 'product' ? expression.factors : [expression])] };
