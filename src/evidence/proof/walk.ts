import type { Small } from '../../claim/relation.ts';
import type { Expr } from '../../formula/expression.ts';
import { key, substitute } from '../../formula/substitute.ts';
import { type Fact, type Hypotheses, kernel, Unsatisfied } from '../../kernel/kernel.ts';
import { type Condition, Refusal } from '../../kernel/state.ts';
import { latex } from '../../meaning/latex.ts';
import { delta, limit, primitive, substitution } from './calculus.ts';
import { type Context, equalBy, notCaught, type Shown, shown, together, WrongStep } from './context.ts';
import { bound, monotonic, series, sign } from './order.ts';
import type { Step } from './step.ts';

/** A step as it was checked. */
export interface CheckedStep {
  readonly by: Step['by'];
  readonly from: Expr;
  readonly to: Expr;
  readonly why: string;
  readonly conditions: readonly Condition[];
  readonly operations: number;
  /** Of a limit: what comes first after it. */
  readonly error?: { readonly order: number; readonly coefficient: Expr };
}

/** A chain that does not prove what it is about: which step fails, and what is left over there. */
export class BrokenChain extends Error {
  override readonly name = 'BrokenChain';
}

const named: Record<Step['by'], string> = {
  premise: 'as printed in',
  identity: 'the same, by the normal form',
  renaming: 'the same by other names',
  primitive: 'a primitive at the ends of the range',
  substitution: 'a new variable of integration',
  delta: 'the delta function of its variable',
  limit: 'printed over this, in the limit',
  series: 'a power series with a bounded rest',
  sign: 'written so that its sign can be read',
  monotonic: 'it starts at 0 or above and rises',
  bound: 'enclosed over the whole box',
  cases: 'in each of the two cases',
};

/** The two members of a sum over pairs may be exchanged under it; no other renaming leaves a formula what it is. */
const renamed = (step: Extract<Step, { by: 'renaming' }>, { before, hypotheses, pairs = [] }: Context): Shown => {
  const names = Object.entries(step.names).map(([from, to]) => `${from} ${to.kind === 'symbol' ? to.symbol.name : ''}`);
  const isExchange = ([first, second]: readonly string[]): boolean =>
    names.length === 2 && names.includes(`${first} ${second}`) && names.includes(`${second} ${first}`);
  if (!pairs.some(isExchange)) throw new WrongStep('expected the two members of a sum over pairs, exchanged');
  notCaught(before, Object.values(step.names));
  const texts = (names: typeof step.names): readonly string[] =>
    hypotheses.facts
      .map(({ left, is, right }) => `${key(substitute(left, names))} ${is} ${key(substitute(right, names))}`)
      .sort();
  if (texts({}).join() !== texts(step.names).join())
    throw new WrongStep('expected hypotheses that say the same of both');
  return shown(hypotheses, (k) => equalBy(k, substitute(before, step.names), step.to, 'renamed it is something else'));
};

const premise = (step: Extract<Step, { by: 'premise' }>, { premise: of, hypotheses }: Context): Shown =>
  shown(hypotheses, (k) => {
    const given = Object.entries(step.given ?? {}).map(([name, id]) => [name, of(id)] as const);
    notCaught(
      of(step.id),
      given.map(([, formula]) => formula),
    );
    const whole = substitute(of(step.id), Object.fromEntries(given));
    if (key(whole) !== key(step.to)) equalBy(k, whole, step.to, `${step.id} says something else`);
  });

/** Checks one step. `allowed` are the signs that are to be shown; undefined where none is. */
const check = (step: Step, context: Context, allowed: number | undefined): Shown => {
  if (allowed === undefined && (step.by === 'sign' || step.by === 'monotonic' || step.by === 'bound'))
    throw new WrongStep('no sign is to be shown here');
  if (step.by === 'series' && step.small.symbol.name !== context.small?.symbol.name)
    throw new WrongStep('a power series tells something of a limit only, in the symbol that goes to 0');
  switch (step.by) {
    case 'premise':
      return premise(step, context);
    case 'identity':
      return shown(context.hypotheses, (k) => equalBy(k, context.before, step.to, 'the two are not the same'));
    case 'renaming':
      return renamed(step, context);
    case 'primitive':
      return primitive(step, context);
    case 'substitution':
      return substitution(step, context);
    case 'delta':
      return delta(step, context);
    case 'limit':
      return limit(step, context);
    case 'series':
      return series(step, context);
    case 'sign':
      return sign(allowed ?? 0)(step, context);
    case 'monotonic':
      return monotonic(step, context);
    case 'bound':
      return bound(step, context);
    case 'cases':
      return inCases(step, context, allowed);
  }
};

/** Both cases are met somewhere, and in each its own step is right. */
const inCases = (step: Extract<Step, { by: 'cases' }>, context: Context, allowed: number | undefined): Shown => {
  const { left, right, below, otherwise } = step;
  const inner = [below, otherwise];
  if (
    inner.some(({ by }) => by === 'limit' || by === 'premise' || by === 'series') ||
    isOrder(below) !== isOrder(otherwise)
  )
    throw new WrongStep('expected two steps that arrive at a formula, or two that show a sign');
  const both: Expr = { kind: 'cases', left, right, below: below.to, otherwise: otherwise.to };
  const isSame = key(below.to) === key(otherwise.to) && key(step.to) === key(below.to);
  if (!isSame && key(step.to) !== key(both)) throw new WrongStep('expected the formula of each case where it arrives');
  const under = (fact: Fact): Hypotheses => {
    const facts = [...context.hypotheses.facts, fact];
    const witness = context.points().find((point) => isMet({ facts, witness: point }));
    if (!witness)
      throw new WrongStep(
        `no point of the domain shows that ${latex(fact.left)} ${fact.is} ${latex(fact.right)} occurs`,
      );
    return { facts, witness };
  };
  return together([
    check(below, { ...context, hypotheses: under({ left, is: '<', right }) }, allowed),
    check(otherwise, { ...context, hypotheses: under({ left: right, is: '<=', right: left }) }, allowed),
  ]);
};

const isMet = (hypotheses: Hypotheses): boolean => {
  try {
    kernel(hypotheses);
    return true;
  } catch (error) {
    if (error instanceof Unsatisfied) return false;
    throw error;
  }
};

export const isOrder = (step: Step | undefined): boolean =>
  step?.by === 'cases'
    ? isOrder(step.below) && isOrder(step.otherwise)
    : step?.by === 'sign' || step?.by === 'monotonic' || step?.by === 'bound';

/** What one side of a chain is about. */
interface Walk {
  /** How it is called where a step is wrong. */
  readonly side: string;
  /** Whether it may begin at a premise, which puts another formula in place of the start. */
  readonly fromPremise?: boolean;
  /** The signs that are allowed, where one is to be shown. */
  readonly allowed?: number;
}

const reasonOf = (step: Step, small: Small | undefined): string => {
  if (step.by === 'premise') return `${named.premise} ${step.id}`;
  return step.by === 'limit' && small ? `${named.limit} of small ${small.symbol.name}` : named[step.by];
};

export const walk = (
  start: Expr,
  steps: readonly Step[],
  context: Omit<Context, 'before'>,
  { side, fromPremise, allowed }: Walk,
) => {
  let before = start;
  let known: number | undefined;
  const checked = steps.map((step, index): CheckedStep => {
    try {
      if (step.by === 'premise' && (index > 0 || !fromPremise))
        throw new WrongStep('a premise stands at the beginning of what follows from it');
      if ((isOrder(step) || step.by === 'limit') && index < steps.length - 1)
        throw new WrongStep(`a step by ${step.by} stands at the end`);
      const found = check(step, { ...context, before, ...(known === undefined ? {} : { known }) }, allowed);
      const { conditions, operations } = found;
      if (found.known !== undefined) known = Math.min(found.known, known ?? found.known);
      const done = {
        by: step.by,
        from: before,
        to: step.to,
        why: step.why ?? reasonOf(step, context.small),
        conditions,
        operations,
        ...(step.by === 'limit' && step.error ? { error: step.error } : {}),
      };
      before = step.to;
      return done;
    } catch (error) {
      if (error instanceof WrongStep || error instanceof Refusal)
        throw new BrokenChain(`step ${index + 1}${side} (${step.by}): ${error.message}`);
      throw error;
    }
  });
  return { checked, end: before };
};
