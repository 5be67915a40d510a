import { describe, expect, test } from 'vitest';

import { type Domain, domain, type Hypothesis, type Point, samples, simplePoints } from '../../src/claim/domain.ts';
import type { Relation } from '../../src/claim/relation.ts';
import { genericForms } from '../../src/claim/unknowns.ts';
import { book } from '../../src/cli/verify/book.ts';
import { disjoint, enclose } from '../../src/evidence/enclose.ts';
import { type Goal, prove, sidesOf } from '../../src/evidence/proof/chain.ts';
import { type Chain, type Lemma, type Step, stepsOf } from '../../src/evidence/proof/step.ts';
import { BrokenChain } from '../../src/evidence/proof/walk.ts';
import { type Expr, num } from '../../src/formula/expression.ts';
import { instantiate, key } from '../../src/formula/substitute.ts';
import { Unsatisfied } from '../../src/kernel/kernel.ts';
import { corrections } from '../../src/ledger/corrections.ts';
import { goalOf } from '../../src/ledger/proofs.ts';
import { random } from '../../src/number/random.ts';
import { compare, zero } from '../../src/number/rational.ts';
import { type Altered, alterations, type Differ, whole, withoutFacts } from './alter.ts';

const shared = corrections(book);

/** A chain of the proofs with what it has to prove. */
interface Case {
  readonly name: string;
  readonly section: string;
  readonly chain: Chain;
  readonly goal: () => Goal;
}

const cases: readonly Case[] = book.rows.flatMap(({ id, section }) =>
  (book.proofs.get(id)?.chains ?? []).map((chain) => ({
    name: `${id}, ${chain.about}`,
    section,
    chain,
    goal: () => goalOf(book, shared, id, chain.about),
  })),
);

const isScalar = (formula: Expr): boolean => !/\((int|pairs|total|d|delta) /.test(key(formula));

/** Points of the domain at which formulas are told apart: a few simple ones, and a few drawn. */
const pointsOf = (of: Domain, at: Chain['at'] = {}): readonly Point[] =>
  [...simplePoints(of, 12), ...samples(of, 6, random(1, 'every step'))].filter((point) =>
    Object.entries(at).every(
      ([name, value]) => value.kind === 'number' && compare(point.get(name) ?? zero, value.value) === 0,
    ),
  );

const differIn =
  (of: Domain, at: Chain['at']) =>
  (condition: readonly Hypothesis[]): Differ =>
  (a, b) => {
    if (!isScalar(a) || !isScalar(b)) return false;
    const forms = genericForms([a, b, ...condition.flatMap(({ left, right }) => [left, right])], false);
    const whole = domain([...of.coordinates, ...forms.coordinates], of.hypotheses);
    const value = (formula: Expr, point: Point) => enclose(instantiate(formula, forms.functions), point)?.ends;
    const holds = (point: Point): boolean =>
      condition.every(({ left, is, right }) => {
        const [low, high] = [value(left, point), value(right, point)];
        if (!low || !high) return false;
        return is === '<' ? compare(low[1], high[0]) < 0 : compare(low[1], high[0]) <= 0;
      });
    try {
      return pointsOf(whole, at).some((point) => {
        const [x, y] = [value(a, point), value(b, point)];
        return x !== undefined && y !== undefined && disjoint(x, y) && holds(point);
      });
    } catch (error) {
      // A symbol that the domain does not know, such as the variable of an integral.
      if (error instanceof ReferenceError) return false;
      throw error;
    }
  };

/** The relation that is left to be shown once the steps before this one are. */
const relationFrom = (relation: Relation, left: Expr, right: Expr): Relation => {
  switch (relation.kind) {
    case 'approaches':
      return { ...relation, left };
    case 'ordered':
    case 'muchSmaller':
      return { ...relation, left: num(0), right: left };
    default:
      return { kind: 'equal', left, right };
  }
};

const lastOf = (steps: readonly Step[], start: Expr): Expr => steps[steps.length - 1]?.to ?? start;

interface Trial {
  readonly what: string;
  readonly chain: Chain;
  readonly goal: Goal;
}

/** Every alteration of every step of a chain, with what is then still to be proved: the steps before it are right. */
const trialsOf = ({ name, chain }: Case, goal: Goal): readonly Trial[] => {
  const [start, end] = sidesOf(goal.relation);
  const [steps, other] = [chain.steps, chain.other].map((side) => stepsOf(side, { start, end })) as [Step[], Step[]];
  const resolved: Chain = { ...chain, steps, other };
  const isBeyond = goal.relation.kind === 'approaches' && (goal.relation.beyond ?? 0) > 0 && !chain.factor;
  const within = differIn(goal.domain, chain.at);
  const changes = (step: Step, where: string) => alterations(step, random(1, `${name} ${where}`), isBeyond, within);
  // Under a sum over pairs the whole relation is needed: its members may be exchanged.
  const isWhole = [...steps, ...other].some(({ by }) => by === 'renaming' || by === 'cases');
  const ofSteps = steps.flatMap((step, index) =>
    changes(step, `${index}`).map(({ what, with: altered }): Trial => {
      const label = `step ${index + 1} (${step.by}), ${what}`;
      if (index === 0 || isWhole)
        return { what: label, chain: { ...resolved, steps: steps.with(index, altered) }, goal };
      const relation = relationFrom(goal.relation, lastOf(steps.slice(0, index), start), lastOf(other, end));
      return {
        what: label,
        chain: { ...resolved, steps: [altered, ...steps.slice(index + 1)], other: [] },
        goal: { ...goal, relation },
      };
    }),
  );
  const ofOther = other.flatMap((step, index) =>
    changes(step, `other ${index}`).map(({ what, with: altered }): Trial => {
      const relation = relationFrom(goal.relation, lastOf(steps, start), lastOf(other.slice(0, index), end));
      return {
        what: `step ${index + 1} of the other side (${step.by}), ${what}`,
        chain: { ...resolved, steps: [], other: [altered, ...other.slice(index + 1)] },
        goal: { ...goal, relation },
      };
    }),
  );
  const lemmas = chain.lemmas ?? [];
  const ofLemmas = lemmas.flatMap((lemma, index) =>
    (changes(lemma.by, `lemma ${index}`) as readonly Altered<Lemma['by']>[]).map(
      ({ what, with: by }): Trial => ({
        what: `lemma ${index + 1} (${by.by}), ${what}`,
        chain: { ...resolved, lemmas: lemmas.with(index, { ...lemma, by }) },
        goal,
      }),
    ),
  );
  const ofWhole = whole(resolved).map(({ what, with: altered }): Trial => ({ what, chain: altered, goal }));
  return [...ofSteps, ...ofOther, ...ofLemmas, ...ofWhole];
};

/** Whether an altered chain is still taken for a proof. */
const survives = ({ what, chain, goal }: Trial): boolean => {
  try {
    prove(chain, goal);
    return true;
  } catch (error) {
    if (error instanceof BrokenChain || error instanceof Unsatisfied) return false;
    throw new Error(`${what}: ${(error as Error).stack}`);
  }
};

/** Of every third step one alteration, drawn from all; all of all steps in the long run. */
const sliced = (trials: readonly Trial[], name: string): readonly Trial[] => {
  if (process.env.LONG_RUN) return trials;
  const drawn = random(2, name);
  const steps = new Map<string, Trial[]>();
  for (const trial of trials) {
    const step = trial.what.split(', ')[0] as string;
    steps.set(step, [...(steps.get(step) ?? []), trial]);
  }
  const every = [...steps.values()];
  const first = drawn.below(Math.min(3, every.length));
  return every.filter((_, index) => index % 3 === first).map((of) => of[drawn.below(of.length)] as Trial);
};

/** Proves a chain and every alteration of it. Returns which of them are still taken for proofs. */
const survivorsOf = (of: Case): readonly string[] => {
  const goal = of.goal();
  prove(of.chain, goal);
  const trials = sliced(trialsOf(of, goal), of.name);
  expect(trials.length, 'alterations').toBeGreaterThan(0);
  return trials.filter(survives).map(({ what }) => what);
};

/** Facts without which a chain is a proof all the same. */
const needless = (of: Case): readonly string[] => {
  const goal = of.goal();
  return withoutFacts(of.chain).flatMap(({ what, with: chain }) => (survives({ what, chain, goal }) ? [what] : []));
};

/** A test for each chain of some sections. */
export const everyStep = (belongs: (section: string) => boolean): void => {
  const own = cases.filter(({ section }) => belongs(section)).map((of) => [of.name, of] as const);
  describe('every chain is a proof, and with any step altered it is none', { timeout: 120_000 }, () => {
    test.each(own)('%s', (_, of) => {
      expect(survivorsOf(of), 'alterations that are still taken for a proof').toEqual([]);
    });
  });
  const withFacts = own.filter(([, { chain }]) => chain.facts);
  if (withFacts.length === 0) return;
  describe('no fact is taken from what functions are without need', { timeout: 120_000 }, () => {
    test.each(withFacts)('%s', (_, of) => {
      expect(needless(of)).toEqual([]);
    });
  });
};
