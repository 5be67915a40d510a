import fc from 'fast-check';
import { approximate, sign } from '../number/rational.ts';
import { OracleError } from '../oracle/error.ts';
import { parametersOf } from '../theory/parameters-of.ts';
import type { Quantity } from '../theory/quantity.ts';
import type { Kind, Point, Question, Reply } from './case.ts';
import { depthOf } from './cost.ts';
import { type Diagnosis, diagnose } from './diagnosis/diagnose.ts';
import { answeredOf, offOf } from './diagnosis/explain.ts';
import { type Asking, askings, invalidAskings } from './inputs/inputs.ts';
import { type Judged, judge } from './judgement/judge.ts';
import type { Rule } from './judgement/rule.ts';
import { type Truth, truthAt } from './judgement/truth.ts';

/** Asks a program; undefined when it can no longer be asked. */
export type Ask = (questions: readonly Pick<Question, 'quantity' | 'point'>[]) => Promise<readonly Reply[] | undefined>;

export interface CheckSettings {
  readonly seed: number;
  /** Points of the domain for each quantity; by what a value costs where it is not given. */
  readonly cases?: number;
  readonly rule: Rule;
}

/** The disagreement that all shrinking ends at. */
export interface Counterexample {
  readonly judged: Judged;
  /** By which fast-check finds it again from the seed. */
  readonly path: string;
}

/** What is found out about a program for one quantity. */
export interface Checked {
  readonly quantity: Quantity;
  readonly asked: number;
  readonly judged: readonly Judged[];
  readonly agree: number;
  readonly disagree: number;
  readonly silent: number;
  readonly refused: number;
  readonly accepted: number;
  /** The largest error among the answers that agree, as a part of what is allowed. */
  readonly worst: number;
  readonly diagnosis: Diagnosis;
  readonly counterexample?: Counterexample;
}

/** Points for each quantity, unless said otherwise: of closed forms, of integrals, of integrals of integrals. */
const usualCases = [1000, 100, 10] as const;
/** Diagnosis looks at this part of what it looks at for closed forms. */
const efforts = [1, 0.2, 0.05] as const;
/** One point outside the domain for so many inside. */
const invalidShare = 10;
/** Most questions that the search for a simpler disagreement may ask. */
const mostSteps = [2000, 200, 40] as const;

/** A quantity without parameters has one point. */
export const casesFor = (quantity: Quantity, cases?: number): number =>
  parametersOf(quantity).length === 0 ? 1 : (cases ?? usualCases[depthOf(quantity)]);

/** The points that a quantity is asked at, always the same for a seed: inside the domain, then outside. */
export const pointsFor = (quantity: Quantity, { seed, cases }: CheckSettings): readonly Asking[] => {
  const count = casesFor(quantity, cases);
  const outside = invalidAskings(quantity);
  const sample = (of: fc.Arbitrary<Asking>, numRuns: number): readonly Asking[] =>
    numRuns > 0 ? fc.sample(of, { seed, numRuns }) : [];
  return [...sample(askings(quantity), count), ...(outside ? sample(outside, Math.ceil(count / invalidShare)) : [])];
};

/** Where the oracle has no value, nobody's program can be judged. */
const truthOrNone = (quantity: Quantity, point: Point, rule: Rule): Truth | undefined => {
  try {
    return truthAt(quantity, point, rule);
  } catch (error) {
    if (error instanceof OracleError) return undefined;
    throw error;
  }
};

const judgedOf = (
  quantity: Quantity,
  index: number,
  { kind, point }: { readonly kind: Kind; readonly point: Point },
  reply: Reply,
  rule: Rule,
): Judged | undefined => {
  const truth = truthOrNone(quantity, point, rule);
  return truth && { index, kind, point, truth, reply, judgement: judge(truth, reply, rule) };
};

const isWrong = (judged: Judged | undefined): boolean =>
  judged?.judgement.is === 'disagrees' || judged?.judgement.is === 'no value';

/** Judges what a program answered for one quantity. */
export const judgeAll = (
  quantity: Quantity,
  points: readonly Asking[],
  replies: ReadonlyMap<number, Reply>,
  rule: Rule,
  others: readonly Quantity[],
): Checked => {
  const judged = [...replies].flatMap(([index, reply]): readonly Judged[] => {
    const one = judgedOf(quantity, index, points[index] as Asking, reply, rule);
    return one ? [one] : [];
  });
  const count = (is: Judged['judgement']['is']): number => judged.filter(({ judgement }) => judgement.is === is).length;
  // Where the value is 0 there is no relative error.
  const worst = answeredOf(judged, rule)
    .filter(({ agrees, part }) => agrees && sign(part) > 0)
    .map(({ out, ends, part }) => offOf(out, ends) / approximate(part))
    .filter(Number.isFinite)
    .reduce((most, off) => Math.max(most, off), 0);
  return {
    quantity,
    asked: judged.length,
    judged,
    agree: count('agrees'),
    disagree: count('disagrees'),
    silent: count('no value'),
    refused: count('refused'),
    accepted: count('accepted'),
    worst,
    diagnosis: diagnose(quantity, judged, rule, others, efforts[depthOf(quantity)]),
  };
};

/** Whether everything is as it should be. */
export const isRight = ({ disagree, silent, accepted }: Checked): boolean => disagree + silent + accepted === 0;

/**
 * Shrinks the first disagreement with fast-check, from the seed and the place in the sequence that it has there. The first
 * itself where the program can no longer be asked.
 */
export const simplest = async (
  quantity: Quantity,
  first: Judged,
  ask: Ask,
  { seed, rule }: CheckSettings,
): Promise<Counterexample> => {
  const path = String(first.index);
  let steps = 0;
  let last: Judged | undefined;
  const isFine = async (asking: Asking): Promise<boolean> => {
    if (++steps > mostSteps[depthOf(quantity)]) return true;
    const truth = truthOrNone(quantity, asking.point, rule);
    if (truth?.kind !== 'value') return true;
    const reply = (await ask([{ quantity, point: asking.point }]))?.[0];
    if (!reply) return true;
    const judged = judgedOf(quantity, first.index, asking, reply, rule);
    if (!isWrong(judged)) return true;
    last = judged;
    return false;
  };
  const found = await fc.check(fc.asyncProperty(askings(quantity), isFine), { seed, path, numRuns: 1 });
  return found.failed && last && found.counterexamplePath !== null
    ? { judged: last, path: found.counterexamplePath }
    : { judged: first, path };
};

/** The first disagreement of those judged. */
export const firstWrong = ({ judged }: Checked): Judged | undefined =>
  judged.filter(isWrong).reduce<Judged | undefined>((a, b) => (a && a.index < b.index ? a : b), undefined);

/** The point at a place in the sequence that a seed gives, or that shrinking from there comes to; undefined where there is none. */
export const pointAt = (quantity: Quantity, seed: number, path: string): Asking | undefined => {
  let found: Asking | undefined;
  if (!/^\d+(:\d+)*$/.test(path)) return undefined;
  fc.check(
    fc.property(askings(quantity), (asking) => {
      found ??= asking;
      return false;
    }),
    { seed, path, numRuns: 1, endOnFailure: true },
  );
  return found;
};
