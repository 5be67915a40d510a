import { compare, minus, multiply, negate, plus, type Rational, rational, sign } from '../../number/rational.ts';
import type { Kind, Point, Reply } from '../case.ts';
import { outOf } from './reply.ts';
import type { Rule } from './rule.ts';
import type { Ends, Truth } from './truth.ts';
import { mostOf } from './truth.ts';

/** What an answer is worth. */
export type Judgement =
  /** It is as near to the truth as the rule asks, or nobody can tell. */
  | { readonly is: 'agrees' }
  /** It lies further from every number of the enclosure than the rule forgives. */
  | { readonly is: 'disagrees'; readonly out: Rational }
  /** No number where there is a value. */
  | { readonly is: 'no value'; readonly said: string }
  /** A point outside the domain, answered by no number. */
  | { readonly is: 'refused' }
  /** A point outside the domain, answered by a number. */
  | { readonly is: 'accepted'; readonly out: string };

/** Below this a binary64 number is not told from its neighbours: half of the least one. */
const least64 = rational(1n, 1n << 1075n);
const beyond64 = rational(1n << 1024n);

/** Whether a number lies within that distance of some number of the interval. */
export const isNear = (out: Rational, [lo, hi]: Ends, allowed: Rational): boolean => {
  const reach = plus(allowed, least64);
  return compare(minus(lo, reach), out) <= 0 && compare(out, plus(hi, reach)) <= 0;
};

/** The judgement on one answer. A disagreement is certain: no number of the enclosure is near enough. */
export const judge = (truth: Truth, reply: Reply, rule: Rule): Judgement => {
  const out = 'error' in reply ? undefined : outOf(reply.out);
  const isNumber = typeof out === 'object';
  if (truth.kind === 'invalid')
    return isNumber || out === 'Infinity' || out === '-Infinity'
      ? { is: 'accepted', out: (reply as { out: string }).out }
      : { is: 'refused' };
  const { ends } = truth.value;
  if (isNumber) return isNear(out, ends, truth.allowed(rule)) ? { is: 'agrees' } : { is: 'disagrees', out };
  const isBeyond = compare(mostOf(ends), beyond64) >= 0;
  const infinite = sign(ends[0]) < 0 ? '-Infinity' : 'Infinity';
  if (isBeyond && out === infinite) return { is: 'agrees' };
  return { is: 'no value', said: 'error' in reply ? reply.error : reply.out };
};

/** (out - true)/true, for orientation; undefined where the truth may be 0. */
export const relativeError = (out: Rational, [lo, hi]: Ends): Rational | undefined => {
  if (sign(lo) * sign(hi) <= 0) return undefined;
  const middle = multiply(plus(lo, hi), rational(1, 2));
  const off = minus(out, middle);
  return multiply(off, {
    numerator: middle.denominator * (sign(middle) < 0 ? -1n : 1n),
    denominator: abs(middle.numerator),
  });
};

const abs = (n: bigint): bigint => (n < 0n ? -n : n);

export const sizeOf = (a: Rational): Rational => (sign(a) < 0 ? negate(a) : a);

/** A case with all that is known of it. */
export interface Judged {
  readonly index: number;
  readonly kind: Kind;
  readonly point: Point;
  readonly truth: Truth;
  readonly reply: Reply;
  readonly judgement: Judgement;
}
