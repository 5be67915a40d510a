import { type Domain, hypothesesOf, type Point, samples, simplePoints } from '../../claim/domain.ts';
import { isComputed, type Relation, type Side } from '../../claim/relation.ts';
import { genericForms } from '../../claim/unknowns.ts';
import { underBinders } from '../../formula/binders.ts';
import type { Expr } from '../../formula/expression.ts';
import { freeSymbols, instantiate, key, substitute } from '../../formula/substitute.ts';
import { type Fact, type Hypotheses, kernel, Unsatisfied } from '../../kernel/kernel.ts';
import { type Condition, isZero, positive, Refusal } from '../../kernel/state.ts';
import { latex } from '../../meaning/latex.ts';
import { evaluate } from '../../meaning/value.ts';
import { dyadics } from '../../number/dyadic.ts';
import { random } from '../../number/random.ts';
import { compare, rational } from '../../number/rational.ts';
import { delta, limit, primitive, substitution } from './calculus.ts';
import {
  type Context,
  equalBy,
  minus,
  notCaught,
  type Shown,
  shown,
  timesOf,
  together,
  WrongStep,
  zero,
} from './context.ts';
import { bound, monotonic, series, sign } from './order.ts';
import { type Chain, type Step, stepsOf } from './step.ts';

/** A step as it was checked. */
export interface CheckedStep {
  readonly by: Step['by'];
  readonly from: Expr;
  readonly to: Expr;
  readonly why: string;
  readonly conditions: readonly Condition[];
  readonly operations: number;
}

/** A chain that was checked from end to end. */
export interface Proof {
  readonly about: string;
  readonly outcome: 'proved' | 'refuted';
  readonly start: Expr;
  /** What was shown to be positive first. */
  readonly lemmas: readonly CheckedStep[];
  readonly steps: readonly CheckedStep[];
  /** Of a refuted equation: printed = factor x right. */
  readonly factor?: Expr;
  readonly operations: number;
}

/** A chain that does not prove what it is about: which step fails, and what is left over there. */
export class BrokenChain extends Error {
  override readonly name = 'BrokenChain';
}

/** What a chain is about: the two sides and where they are to be held against each other. */
export interface Goal {
  readonly relation: Relation;
  readonly domain: Domain;
  readonly premise: (id: string) => Expr;
}

const formulaOf = (side: Side): Expr => (isComputed(side) ? (side.parts[0] as Expr) : side);

const one: Expr = { kind: 'number', value: rational(1) };

/** Start and end of the chain that a relation asks for. */
export const sidesOf = (relation: Relation): readonly [start: Expr, end: Expr] => {
  switch (relation.kind) {
    case 'equal':
    case 'approaches':
      return [formulaOf(relation.left), formulaOf(relation.right)];
    case 'ordered':
      return [minus(formulaOf(relation.right), formulaOf(relation.left)), one];
    case 'muchSmaller':
      return [
        minus(formulaOf(relation.right), timesOf({ kind: 'number', value: rational(10) }, formulaOf(relation.left))),
        one,
      ];
    case 'integrands': {
      const [a, b] = [underBinders(relation.left), underBinders(relation.right)];
      const shape = ({ binders }: typeof a): string =>
        JSON.stringify(binders.map(({ variables, limits }) => [variables.join(), ...limits.map(key)].join(' ')).sort());
      if (shape(a) !== shape(b)) throw new BrokenChain('the two sides do not run over the same ranges');
      return [a.integrand, b.integrand];
    }
    default:
      throw new BrokenChain(`a relation of kind ${relation.kind} has no proof`);
  }
};

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

/** Among how many points of a domain one is looked for that shows that a case occurs. */
const mostPoints = 100;

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

const isOrder = (step: Step | undefined): boolean =>
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

const walk = (
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
        why: step.why ?? `${named[step.by]}${step.by === 'premise' ? ` ${step.id}` : ''}`,
        conditions,
        operations,
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

/** Whether a point has the values given. */
const has =
  (at: Readonly<Record<string, Expr>>) =>
  (point: Point): boolean =>
    Object.entries(at).every(([name, value]) => {
      const known = point.get(name);
      return known !== undefined && value.kind === 'number' && compare(known, value.value) === 0;
    });

/** The hypotheses where some symbols have values of their own, which a point of the domain must have: a counterexample. */
const atValues = ({ at = {}, factor }: Chain, of: Domain): Hypotheses => {
  if (!factor) throw new BrokenChain('only a refutation may choose where it fails');
  const witness = simplePoints(of, mostPoints).find(has(at));
  if (!witness) throw new BrokenChain('no point of the domain has the values at which it is said to fail');
  const others = hypothesesOf({
    ...of,
    coordinates: of.coordinates.filter(({ names }) => !names.some((name) => name in at)),
  });
  const values = of.coordinates
    .flatMap(({ facts }) => facts)
    .flatMap(({ left }) => [...freeSymbols(left).values()])
    .filter(({ name }) => name in at);
  const given = new Map(values.map((symbol) => [symbol.name, symbol]));
  return {
    facts: [
      ...[...given.values()].map(
        (symbol): Fact => ({ left: { kind: 'symbol', symbol }, is: '=', right: at[symbol.name] as Expr }),
      ),
      ...others.facts,
    ],
    witness,
  };
};

/** A function left open, or its sum over the members of a set. */
const isOpen = (formula: Expr): boolean =>
  formula.kind === 'unknown' || (formula.kind === 'total' && formula.body.kind === 'unknown');
const isOfFunction = ({ left, right }: Fact): boolean =>
  (left.kind === 'number' && isOpen(right)) || (isOpen(left) && right.kind === 'number');

/**
 * Checks a chain of steps against what it is said to prove. Throws a BrokenChain that names the step that is wrong and
 * shows what remains, and an Unsatisfied for hypotheses that no point meets.
 */
export const prove = (chain: Chain, goal: Goal): Proof => {
  const { relation } = goal;
  const given: Hypotheses = (() => {
    const of = chain.at ? atValues(chain, goal.domain) : hypothesesOf(goal.domain);
    if (!(chain.facts ?? []).every(isOfFunction))
      throw new BrokenChain('expected facts that hold a function left open against a number');
    return { ...of, facts: [...of.facts, ...(chain.facts ?? [])] };
  })();
  const points = () => [...simplePoints(goal.domain, mostPoints), ...samples(goal.domain, mostPoints, random(1))];
  // Each lemma may use those before it.
  let hypotheses = given;
  const lemmas = (chain.lemmas ?? []).map(({ positive: formula, by }): CheckedStep => {
    const { checked } = walk(
      formula,
      [by],
      { hypotheses, points, premise: goal.premise },
      { side: ' of the lemmas', allowed: positive },
    );
    hypotheses = { ...hypotheses, facts: [...hypotheses.facts, { left: zero, is: '<', right: formula }] };
    return checked[0] as CheckedStep;
  });
  const [start, end] = sidesOf(relation);
  const approach = relation.kind === 'approaches' ? relation : undefined;
  const context = {
    hypotheses,
    points,
    premise: goal.premise,
    ...(approach ? { small: approach.small, printed: end } : {}),
    ...(relation.kind === 'integrands' ? { pairs: underBinders(relation.left).binders.map((b) => b.variables) } : {}),
  };
  const isOrdered = relation.kind === 'ordered' || relation.kind === 'muchSmaller';
  if (isOrdered && chain.factor) throw new BrokenChain('expected no factor of an order');
  // "<=" allows 0, "<" does not.
  const allowed = relation.kind === 'ordered' && relation.is === '<' ? positive : positive | isZero;
  const steps = stepsOf(chain.steps, { start, end });
  const left = walk(start, steps, context, { side: '', fromPremise: true, ...(isOrdered ? { allowed } : {}) });
  const right = walk(end, stepsOf(chain.other, { start, end }), context, { side: ' of the other side' });
  if (steps[0]?.by === 'premise') passesThrough(start, left.checked, hypotheses);
  const last = steps[steps.length - 1];
  const factor = chain.factor;
  const closing = ((): Shown => {
    try {
      if (isOrdered) {
        if (!isOrder(last)) throw new WrongStep('expected a step that shows the sign');
        return { conditions: [], operations: 0 };
      }
      if (approach) {
        if (last?.by !== 'limit') throw new WrongStep('expected a limit as the last step');
        const claimed = approach.beyond ?? 0;
        return shown(hypotheses, (k) => {
          equalBy(k, last.to, factor ?? one, 'the limit of printed over right is another one');
          if (factor || claimed === 0) return;
          if (!last.error) throw new WrongStep('expected the first error of the expansion');
        });
      }
      const target = factor ? timesOf(factor, left.end) : left.end;
      if (key(target) === key(right.end)) return { conditions: [], operations: 0 };
      return shown(hypotheses, (k) => equalBy(k, target, right.end, 'the chain does not end at the printed formula'));
    } catch (error) {
      if (error instanceof WrongStep) throw new BrokenChain(`the end of the chain: ${error.message}`);
      throw error;
    }
  })();
  const outcome = refutes(factor, last, goal, right.end, hypotheses, points().filter(has(chain.at ?? {})))
    ? 'refuted'
    : 'proved';
  const { operations } = together([...lemmas, ...left.checked, ...right.checked, closing]);
  return {
    about: chain.about,
    outcome,
    start,
    lemmas,
    steps: [...left.checked, ...right.checked],
    ...(factor ? { factor } : {}),
    operations,
  };
};

/** A chain that begins at a premise must come by what follows from the premises, or it would be about something else. */
const passesThrough = (start: Expr, steps: readonly CheckedStep[], hypotheses: Hypotheses): void => {
  const isStart = ({ to }: CheckedStep): boolean => {
    try {
      shown(hypotheses, (k) => equalBy(k, start, to, 'it is something else'));
      return true;
    } catch (error) {
      if (error instanceof WrongStep) return false;
      throw error;
    }
  };
  if (!steps.some(isStart)) throw new BrokenChain('the chain does not come by what follows from the premises');
};

/** A factor other than 1, or an error of an order that the claim says to be beyond, refutes. */
const refutes = (
  factor: Expr | undefined,
  last: Step | undefined,
  { relation }: Goal,
  end: Expr,
  hypotheses: Hypotheses,
  points: readonly Point[],
): boolean => {
  if (factor) {
    const isOther = shownDifferent(factor, [hypotheses.witness, ...points]);
    if (!isOther) throw new BrokenChain('the factor is not shown to be other than 1');
    if (relation.kind !== 'approaches' && isNothing(end, hypotheses))
      throw new BrokenChain('both sides are 0, whatever the factor');
    return true;
  }
  if (relation.kind !== 'approaches' || last?.by !== 'limit' || !last.error) return false;
  return last.error.order <= (relation.beyond ?? 0);
};

const isNothing = (formula: Expr, hypotheses: Hypotheses): boolean => {
  let is = false;
  shown(hypotheses, (k) => {
    is = k.difference(formula, zero) === undefined;
  });
  return is;
};

/** At some point, functions left open given some form: by enclosures that have no number in common. */
const shownDifferent = (factor: Expr, points: readonly Point[]): boolean => {
  const a = dyadics(30);
  const forms = genericForms([factor], false);
  const formula = evaluate(instantiate(factor, forms.functions));
  const [coefficients = new Map()] = simplePoints({ coordinates: forms.coordinates, hypotheses: [] }, 1);
  return points.some((point) => {
    const values = [...point, ...coefficients].map(([name, value]) => [name, a.rational(value)] as const);
    return !a.overlap(formula(a, new Map(values)), a.rational(rational(1)));
  });
};
