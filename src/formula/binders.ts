import { add, type Expr, mul, type Node } from './expression.ts';
import { freeSymbols, key, substitute } from './substitute.ts';

/** What an integral or a sum over pairs binds, with its ranges. */
export interface Binder {
  readonly variables: readonly string[];
  readonly limits: readonly Expr[];
}

/** A formula as what it sums over and what is summed, with all constant factors drawn inside. */
export interface UnderBinders {
  readonly binders: readonly Binder[];
  readonly integrand: Expr;
}

type Opened = Extract<Node, { kind: 'integral' | 'pairSum' | 'total' }>;

const isBinder = (node: Node): node is Opened =>
  node.kind === 'integral' || node.kind === 'pairSum' || node.kind === 'total';

const open = (node: Opened): Binder => {
  if (node.kind === 'integral') return { variables: [node.variable.name], limits: node.ranges.flat() };
  const indices = node.kind === 'total' ? [node.index] : [node.first, node.second];
  return { variables: indices.map(({ name }) => name), limits: [{ kind: 'symbol', symbol: node.count }] };
};

/** Draws constant factors and binders apart; several binders in one product are nested, whatever their order. */
export const underBinders = (expression: Expr): UnderBinders => {
  if (isBinder(expression)) {
    const inner = underBinders(expression.body);
    return { binders: [open(expression), ...inner.binders], integrand: inner.integrand };
  }
  if (expression.kind === 'quotient') {
    const over = underBinders(expression.over);
    return {
      binders: over.binders,
      integrand: over.binders.length === 0 ? expression : { ...expression, over: over.integrand },
    };
  }
  if (expression.kind !== 'product') return { binders: [], integrand: expression };
  const parts = expression.factors.map(underBinders);
  const binders = parts.flatMap((part) => part.binders);
  parts.forEach((part, index) => {
    const own = part.binders.flatMap(({ variables }) => variables);
    const elsewhere = expression.factors.filter((_, other) => other !== index);
    const bound = parts.flatMap(({ binders: of }, other) => (other === index ? [] : of.flatMap((b) => b.variables)));
    const clash = own.find((name) => bound.includes(name) || elsewhere.some((factor) => freeSymbols(factor).has(name)));
    if (clash) throw new TypeError(`${clash} is bound in one factor and has another meaning in the next`);
  });
  return binders.length === 0
    ? { binders, integrand: expression }
    : { binders, integrand: mul<string, 'scalar' | 'binder'>(...parts.map((part) => part.integrand)) };
};

/** An integral over two ranges that mirror each other written over the positive one alone. */
export const onPositiveRange = (expression: Expr): Expr => {
  if (expression.kind === 'product') return { kind: 'product', factors: expression.factors.map(onPositiveRange) };
  if (expression.kind !== 'integral' || expression.ranges.length !== 2) return expression;
  const positive = expression.ranges[1] as readonly [Node, Node];
  const mirrored = substitute(expression.body, {
    [expression.variable.name]: mul(-1, { kind: 'symbol', symbol: expression.variable }),
  });
  return { ...expression, ranges: [positive], body: sumInside(expression.body, mirrored) };
};

/** The sum of two integrals over the same ranges as one integral. */
const sumInside = (a: Node, b: Node): Node =>
  a.kind === 'integral' && b.kind === 'integral'
    ? { ...a, body: sumInside(a.body, b.body) }
    : add<string, 'scalar' | 'binder'>(a, b);

/**
 * What the variables of a formula run over, as text: in any order where no limit speaks of another variable, and in
 * their own order otherwise.
 */
export const shapeOf = ({ binders }: UnderBinders): string => {
  const names = new Set(binders.flatMap(({ variables }) => variables));
  const texts = binders.map(({ variables, limits }) => [variables.join(), ...limits.map(key)].join(' '));
  const isNested = binders.some(({ limits }) =>
    limits.some((limit) => [...freeSymbols(limit).keys()].some((name) => names.has(name))),
  );
  return JSON.stringify(isNested ? texts : [...texts].sort());
};
