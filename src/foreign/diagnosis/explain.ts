import {
  approximate,
  divide,
  fromBinary64,
  multiply,
  plus,
  type Rational,
  rational,
  sign,
} from '../../number/rational.ts';
import type { Quantity } from '../../theory/quantity.ts';
import { isNear, type Judged, sizeOf } from '../judgement/judge.ts';
import { outOf } from '../judgement/reply.ts';
import { leastPart, type Rule } from '../judgement/rule.ts';
import { type Ends, exactPoint, mostOf } from '../judgement/truth.ts';
import { type Factor, factorNear } from './factors.ts';
import { type Mistake, mistakesOf } from './mistakes.ts';

/** A case with a value, answered by a number. */
export interface Answered {
  readonly judged: Judged;
  readonly out: Rational;
  readonly ends: Ends;
  /** What the rule forgives, as a part of the size of the value. */
  readonly part: Rational;
  readonly agrees: boolean;
}

/** What a program seems to compute. */
export interface Explanation {
  readonly ids: readonly string[];
  readonly says: string;
  /** What it would answer at a point. */
  readonly endsAt: (answered: Answered) => Ends | undefined;
  /** How many of the disagreements looked at, and of the agreements, it foretells. */
  readonly explains: number;
  readonly keeps: number;
}

const digits = 30;

export const answeredOf = (all: readonly Judged[], rule: Rule): readonly Answered[] =>
  all.flatMap((judged) => {
    const { truth, reply, judgement } = judged;
    const out = 'error' in reply ? undefined : outOf(reply.out);
    if (truth.kind !== 'value' || typeof out !== 'object') return [];
    const { ends } = truth.value;
    const most = mostOf(ends);
    // Where the value is 0 what is expected instead is not.
    const part = sign(most) === 0 ? leastPart(rule) : divide(truth.allowed(rule), most);
    return [{ judged, out, ends, part, agrees: judgement.is === 'agrees' }];
  });

/** Evenly spread over a list. */
export const spread = <T>(all: readonly T[], most: number): readonly T[] =>
  all.length <= most ? all : Array.from({ length: most }, (_, k) => all[Math.floor((k * all.length) / most)] as T);

const times = ([lo, hi]: Ends, factor: Rational): Ends =>
  sign(factor) < 0 ? [multiply(hi, factor), multiply(lo, factor)] : [multiply(lo, factor), multiply(hi, factor)];

/** A mistake changes how much the inputs matter: so many times as much is forgiven as of the right formula. */
const leniency = rational(4);

/** Whether the answer is as near as is forgiven to what would be expected. */
export const foretells = ({ out, part }: Answered, ends: Ends | undefined): boolean =>
  ends !== undefined && isNear(out, ends, multiply(multiply(part, leniency), mostOf(ends)));

/** Ratios that are this near to one another are one, unless answers are shorter. */
const usualCloseness = 1e-9;

/** The ratio to what was expected that most of the disagreements share. */
const commonRatio = (ratios: readonly number[], closeness: number): number | undefined => {
  const sorted = ratios.filter((ratio) => Number.isFinite(ratio) && ratio !== 0).sort((a, b) => a - b);
  let best: { readonly count: number; readonly ratio: number } | undefined;
  for (let start = 0, end = 0; start < sorted.length; start++) {
    const from = sorted[start] as number;
    while (end < sorted.length && (sorted[end] as number) - from <= closeness * Math.abs(from)) end++;
    const ratio = sorted[(start + end - 1) >> 1] as number;
    if (!best || end - start > best.count) best = { count: end - start, ratio };
  }
  // One case alone has a ratio, too.
  return best && best.count >= Math.min(3, sorted.length) ? best.ratio : undefined;
};

const middle = ([lo, hi]: Ends): Rational => multiply(plus(lo, hi), rational(1, 2));
const ratioOf = (out: Rational, ends: Ends): number => {
  const under = middle(ends);
  return sign(under) === 0 ? Number.NaN : approximate(divide(out, under));
};

interface Sampled {
  readonly closeness: number;
  readonly failing: readonly Answered[];
  readonly passing: readonly Answered[];
}

/** With a mistake, or none, and a constant factor or none. */
const attempt = (
  mistake: Mistake | undefined,
  { failing, passing, closeness }: Sampled,
  isFactorTried = true,
): readonly (Explanation & { readonly rank: number })[] => {
  const known = new Map<Answered, Ends | undefined>();
  const plain = (answered: Answered): Ends | undefined => {
    if (!mistake) return answered.ends;
    if (!known.has(answered)) known.set(answered, mistake.endsAt(exactPoint(answered.judged.point), digits));
    return known.get(answered);
  };
  const made = (factor: Factor | undefined, rank: number): Explanation & { readonly rank: number } => {
    const at = (answered: Answered): Ends | undefined => {
      const ends = plain(answered);
      return ends && factor ? times(ends, factor.value) : ends;
    };
    const count = (all: readonly Answered[]): number => all.filter((one) => foretells(one, at(one))).length;
    const says = [mistake?.says, factor ? `a constant factor ${factor.says}` : undefined].filter(
      (one) => one !== undefined,
    );
    return {
      ids: [...(mistake ? [mistake.id] : []), ...(factor ? ['factor'] : [])],
      says: says.join(', and '),
      endsAt: at,
      explains: count(failing),
      keeps: count(passing),
      rank,
    };
  };
  const pure = mistake ? [made(undefined, mistake.isScaling ? 2 : 0)] : [];
  if (!isFactorTried || mistake?.isWhole) return pure;
  const ratio = commonRatio(
    failing.map((one) => {
      const ends = plain(one);
      return ends ? ratioOf(one.out, ends) : Number.NaN;
    }),
    closeness,
  );
  if (ratio === undefined || Math.abs(ratio - 1) < closeness) return pure;
  const named = factorNear(ratio, closeness);
  // Beside a mistake a constant that nobody knows explains anything; two mistakes at once explain less than one.
  if (named) return [...pure, made(named, mistake ? 4 : 1)];
  if (mistake || failing.length < fewestForFactor) return pure;
  return [made({ says: String(Number(ratio.toPrecision(12))), value: fromBinary64(ratio) }, 5)];
};
/** One answer has a ratio to the truth, whatever it is. */
const fewestForFactor = 3;

/** Most cases that explanations are tried at; an integral costs a thousand times as much as a closed form. */
const [mostFailing, mostPassing] = [60, 30];
/** What foretells none of so many is not tried at the others: of 40 mistakes that could be made few are. */
const first = 8;
/** An explanation accounts for this part of the disagreements. */
const enough = 0.5;

/**
 * What the answers agree with where they disagree with the truth: mistakes that programs make, constant factors, and both
 * at once, those first that foretell the most. Several are given where they foretell the same at all points looked at.
 * Ratios that differ by `closeness` of themselves are taken for one.
 */
export const explanationsOf = (
  quantity: Quantity,
  answered: readonly Answered[],
  all: readonly Quantity[],
  effort = 1,
  closeness = usualCloseness,
): readonly Explanation[] => {
  // What is nearly right is so for every mistake that hardly changes anything: it tells none.
  const failing = spread(
    answered.filter((one) => !one.agrees && !foretells(one, one.ends)),
    Math.ceil(effort * mostFailing),
  );
  const passing = spread(
    answered.filter(({ agrees }) => agrees),
    Math.ceil(effort * mostPassing),
  );
  if (failing.length === 0) return [];
  const worth = ({ explains, keeps }: Explanation): number =>
    explains / failing.length + (passing.length > 0 ? keeps / passing.length : 1);
  const alone = attempt(undefined, { failing, passing, closeness });
  // Where a constant factor foretells everything none is needed beside a mistake.
  const isFactorTried = !alone.some((one) => worth(one) === 2);
  const few = { failing: spread(failing, first), passing: [], closeness };
  const found = mistakesOf(quantity, all)
    .filter((mistake) => attempt(mistake, few, isFactorTried).some(({ explains }) => explains > 0))
    .flatMap((mistake) => attempt(mistake, { failing, passing, closeness }, isFactorTried))
    .concat(alone)
    .filter(({ explains }) => explains >= enough * failing.length);
  const sorted = found.sort((a, b) => worth(b) - worth(a) || a.rank - b.rank);
  const [best] = sorted;
  if (!best) return [];
  // What is as good and simpler than two mistakes at once.
  return sorted.filter((one) => worth(one) === worth(best) && (one.rank < 4 || one === best));
};

/** For reports: the size of a relative error as binary64. */
export const offOf = (out: Rational, ends: Ends): number => {
  const under = middle(ends);
  if (sign(under) === 0) return Number.POSITIVE_INFINITY;
  return approximate(sizeOf(divide(plus(out, { numerator: -under.numerator, denominator: under.denominator }), under)));
};
