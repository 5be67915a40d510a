import type { Point } from '../../claim/domain.ts';
import type { Small } from '../../claim/relation.ts';
import type { Expr, Node, SymbolExpr } from '../../formula/expression.ts';
import { mapParts } from '../../formula/fold.ts';
import { freeSymbols, key } from '../../formula/substitute.ts';
import { type Fact, type Hypotheses, type Kernel, kernel } from '../../kernel/kernel.ts';
import { type Condition, Refusal } from '../../kernel/state.ts';
import { latex } from '../../meaning/latex.ts';

/** What a checker is given: the formula before the step, and what may be used. */
export interface Context {
  readonly before: Expr;
  readonly hypotheses: Hypotheses;
  /** Exact points of the domain: one of them has to show that a case of a step by cases occurs. */
  readonly points: () => readonly Point[];
  /** The formula of a premise, by id. */
  readonly premise: (id: string) => Expr;
  /** Of an approximation: what goes to 0, and the printed formula that is held against the result. */
  readonly small?: Small;
  readonly printed?: Expr;
  /** After a power series: up to which order, relative to the first term, the formula before the step is known. */
  readonly known?: number;
  /** The two members that a sum over pairs runs over: exchanged they give the same sum. */
  readonly pairs?: readonly (readonly string[])[];
}

/** What a checker has shown, with what it needed. */
export interface Shown {
  readonly conditions: readonly Condition[];
  readonly operations: number;
  /** Of a power series: up to which order, relative to its first term, it is known. */
  readonly known?: number;
}

/** A step that is not right, with what is left over. */
export class WrongStep extends Error {
  override readonly name = 'WrongStep';
  readonly remains: Expr | undefined;
  constructor(message: string, remains?: Expr) {
    super(remains ? `${message}; what remains is ${latex(remains)}` : message);
    this.remains = remains;
  }
}

/** Runs a check, with what the kernel refuses told as a step that is not shown. */
export const shown = (hypotheses: Hypotheses, check: (k: Kernel) => void, extra: readonly Fact[] = []): Shown => {
  const k = kernel({ ...hypotheses, facts: [...hypotheses.facts, ...extra] });
  try {
    check(k);
  } catch (error) {
    if (error instanceof Refusal) throw new WrongStep(error.message);
    throw error;
  }
  return { conditions: k.conditions(), operations: k.operations() };
};

export const together = (all: readonly Shown[]): Shown => ({
  conditions: [
    ...new Map(all.flatMap(({ conditions }) => conditions).map((c) => [`${c.is} ${latex(c.formula)}`, c])).values(),
  ],
  operations: all.reduce((sum, { operations }) => sum + operations, 0),
});

/** Demands that two formulas are the same. */
export const equalBy = (k: Kernel, left: Expr, right: Expr, what: string): void => {
  k.difference(left, left);
  const known = integralsOf(k);
  const remains = k.difference(left, right);
  if (remains) throw new WrongStep(what, remains);
  // One that diverges could be brought in where it cancels, and taken apart later: infinity - infinity is no number.
  if (integralsOf(k) > known) throw new WrongStep('the step brings in an integral that was not there before');
};

const integralsOf = (k: Kernel): number => k.state.generators.filter(({ kind }) => kind.startsWith('integral ')).length;

/** What a node binds in its body. */
const boundBy = (node: Node): readonly string[] => {
  switch (node.kind) {
    case 'integral':
    case 'derivative':
      return [node.variable.name];
    case 'pairSum':
      return [node.first.name, node.second.name];
    case 'total':
      return [node.index.name];
    default:
      return [];
  }
};

const speaksOf = (formula: Expr, names: ReadonlySet<string>): boolean =>
  [...freeSymbols(formula).keys()].some((name) => names.has(name));

/** Refuses to put formulas in place of symbols where something of the same name is bound: it would be caught there. */
export const notCaught = (formula: Expr, replacements: readonly Expr[]): void => {
  const bound = new Set<string>();
  const go = (node: Node): Node => {
    for (const name of boundBy(node)) bound.add(name);
    return mapParts(node, go);
  };
  go(formula);
  if (replacements.some((replacement) => speaksOf(replacement, bound)))
    throw new WrongStep(`expected other names than those bound in ${latex(formula)}`);
};

/**
 * Every outermost integral over a variable replaced. Throws where there is none. Within what binds a symbol the
 * hypotheses do not speak of that symbol, but of another one of the same name: those are left out there.
 */
export const integralsOver = (
  formula: Expr,
  variable: SymbolExpr,
  hypotheses: Hypotheses,
  replace: (integral: Extract<Node, { kind: 'integral' }>, hypotheses: Hypotheses) => Node,
): Expr => {
  let found = 0;
  const inside = (bound: ReadonlySet<string>): ((node: Node) => Node) => {
    const within = (node: Node): Node => {
      if (node.kind === 'integral' && node.variable.name === variable.symbol.name) {
        found++;
        const facts = hypotheses.facts.filter(
          ({ left, right }) => ![left, right].some((side) => speaksOf(side, bound)),
        );
        return replace(node, { ...hypotheses, facts });
      }
      const own = boundBy(node);
      return mapParts(node, own.length === 0 ? within : inside(new Set([...bound, ...own])));
    };
    return within;
  };
  const replaced = inside(new Set())(formula);
  if (found === 0) throw new WrongStep(`expected an integral over ${variable.symbol.name}, got ${latex(formula)}`);
  return replaced;
};

export const minus = (a: Expr, b: Expr): Expr => ({ kind: 'sum', terms: [a, negative(b)] });
export const negative = (a: Expr): Expr => ({
  kind: 'product',
  factors: [{ kind: 'number', value: { numerator: -1n, denominator: 1n } }, a],
});
export const zero: Expr = { kind: 'number', value: { numerator: 0n, denominator: 1n } };
export const total = (terms: readonly Expr[]): Expr =>
  terms.length === 1 ? (terms[0] as Expr) : { kind: 'sum', terms };
export const timesOf = (...factors: readonly Expr[]): Expr => ({ kind: 'product', factors });
export const over = (a: Expr, b: Expr): Expr => ({ kind: 'quotient', over: a, under: b });

/** The variable of an integral lies between its limits. */
export const between = (variable: SymbolExpr, lo: Expr, hi: Expr, is: '<' | '<='): readonly Fact[] => [
  ...(isInfinite(lo) ? [] : [{ left: lo, is, right: variable } as const]),
  ...(isInfinite(hi) ? [] : [{ left: variable, is, right: hi } as const]),
];
/** Infinity, or minus infinity written as such. */
export const isInfinite = (limit: Expr): boolean => key(limit) === 'infinity' || key(limit) === '(* -1 infinity)';
