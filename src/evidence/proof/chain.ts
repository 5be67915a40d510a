import { type Domain, hypothesesOf, samples, simplePoints } from '../../claim/domain.ts';
import { isComputed, type Relation, type Side } from '../../claim/relation.ts';
import { shapeOf, underBinders } from '../../formula/binders.ts';
import type { Expr } from '../../formula/expression.ts';
import { key } from '../../formula/substitute.ts';
import type { Fact, Hypotheses } from '../../kernel/kernel.ts';
import { isZero, negative, positive } from '../../kernel/state.ts';
import { random } from '../../number/random.ts';
import { rational } from '../../number/rational.ts';
import { equalBy, minus, type Shown, shown, timesOf, together, WrongStep, zero } from './context.ts';
import { onlyCovered } from './ranges.ts';
import { atValues, has, mostPoints, refutes } from './refute.ts';
import { type Chain, stepsOf } from './step.ts';
import { BrokenChain, type CheckedStep, isOrder, walk } from './walk.ts';

/** A chain that was checked from end to end. */
export interface Proof {
  readonly about: string;
  readonly outcome: 'proved' | 'refuted';
  readonly start: Expr;
  /** What functions left open are taken to meet, beside the hypotheses of the claim. */
  readonly facts: readonly Fact[];
  /** What was shown to be positive first. */
  readonly lemmas: readonly CheckedStep[];
  readonly steps: readonly CheckedStep[];
  /** The printed side, and what was done to it where both sides are brought to the same form. */
  readonly end: Expr;
  readonly other: readonly CheckedStep[];
  /** Of a refuted equation: printed = factor x right. */
  readonly factor?: Expr;
  readonly operations: number;
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
      if (shapeOf(a) !== shapeOf(b)) throw new BrokenChain('the two sides do not run over the same ranges');
      return [a.integrand, b.integrand];
    }
    default:
      throw new BrokenChain(`a relation of kind ${relation.kind} has no proof`);
  }
};

/** A function left open, or its sum over the members of a set. */
const isOpen = (formula: Expr): boolean =>
  formula.kind === 'unknown' || (formula.kind === 'total' && formula.body.kind === 'unknown');
const isOfFunction = ({ left, right }: Fact): boolean =>
  (left.kind === 'number' && isOpen(right)) || (isOpen(left) && right.kind === 'number');

const saysTheSame = (fact: Fact, { left, right }: Extract<Relation, { kind: 'ordered' }>): boolean =>
  key(fact.left) === key(formulaOf(left)) && key(fact.right) === key(formulaOf(right));

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
    if (relation.kind === 'ordered' && (chain.facts ?? []).some((fact) => saysTheSame(fact, relation)))
      throw new BrokenChain('a fact says what is to be shown');
    const all = { ...of, facts: [...of.facts, ...(chain.facts ?? [])] };
    return relation.kind === 'integrands' ? onlyCovered(relation, all) : all;
  })();
  const points = () => [...simplePoints(goal.domain, mostPoints), ...samples(goal.domain, mostPoints, random(1))];
  // Each lemma may use those before it.
  let hypotheses = given;
  const lemmas = (chain.lemmas ?? []).map(({ positive: formula, by }): CheckedStep => {
    if (!isOrder(by)) throw new BrokenChain('a lemma is shown by its sign');
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
  // Words of size speak of what is not negative.
  if (relation.kind === 'muchSmaller')
    shown(hypotheses, (k) => {
      if (k.signs(formulaOf(relation.left)) & negative)
        throw new BrokenChain('what is said to be small may be negative');
    });
  if (isOrdered && chain.factor) throw new BrokenChain('expected no factor of an order');
  // "<=" allows 0, "<" does not.
  const allowed = relation.kind === 'ordered' && relation.is === '<' ? positive : positive | isZero;
  const steps = stepsOf(chain.steps, { start, end });
  const left = walk(start, steps, context, { side: '', fromPremise: true, ...(isOrdered ? { allowed } : {}) });
  const right = walk(end, stepsOf(chain.other, { start, end }), context, { side: ' of the other side' });
  const last = steps[steps.length - 1];
  // A limit, or a derivative that tells a sign, is no longer what the chain is about.
  const equal = isOrder(last) || last?.by === 'limit' ? left.checked.slice(0, -1) : left.checked;
  if (steps[0]?.by === 'premise') passesThrough(start, equal, hypotheses);
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
  const outcome = refutes(factor, last, goal, right.end, [hypotheses.witness, ...points().filter(has(chain.at ?? {}))])
    ? 'refuted'
    : 'proved';
  const { operations } = together([...lemmas, ...left.checked, ...right.checked, closing]);
  return {
    about: chain.about,
    outcome,
    start,
    facts: chain.facts ?? [],
    lemmas,
    steps: left.checked,
    end,
    other: right.checked,
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
