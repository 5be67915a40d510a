import { compare, multiply, plus, rational } from '../../src/number/rational.ts';
import { outward } from '../../src/oracle/decimal.ts';
import { type Interval, isDisjoint, mostDigits, sharedDigits, sizeOf, unit, widthOf } from './digits.ts';
import type { Reply } from './references.ts';
import { endsOf, type Vector } from './vector-file.ts';

/** What one reference makes of one vector. */
export interface Verdict {
  /** confirmed, contradicted (no number is in both), or open (the reference knows it less closely). */
  readonly is: 'confirmed' | 'contradicted' | 'open';
  /** Digits that the vector and the reference certainly have in common; 43 where both are exactly 0. */
  readonly digits: number;
  readonly says: string;
}

/** A reference may be so many times as wide as the vector, whose ends have three digits more than are certain. */
const times = rational(100);

/** As narrow as the vector, or where that is exact, as 40 digits of it. */
const isNarrow = (ends: Interval, own: Interval): boolean =>
  compare(widthOf(ends), plus(multiply(times, widthOf(own)), multiply(unit(40), sizeOf(own)))) <= 0;

const figures = 46;
const saysOf = ([lo, hi]: Interval): string => `${outward(lo, figures, 'down')} to ${outward(hi, figures, 'up')}`;

/** A value that is 0 is followed by Arb until its enclosure is so narrow. */
const nearlyZero = unit(100);

/** A reference confirms a vector if its enclosure and that of the vector overlap and it is about as narrow. */
export const judge = (vector: Vector, reply: Reply): Verdict => {
  if ('error' in reply) return { is: 'open', digits: 0, says: reply.error };
  const own = endsOf(vector);
  if (isDisjoint(own, reply.ends))
    return { is: 'contradicted', digits: sharedDigits(own, reply.ends), says: saysOf(reply.ends) };
  if (sizeOf(own).numerator === 0n) {
    const isZero = compare(widthOf(reply.ends), nearlyZero) <= 0;
    return { is: isZero ? 'confirmed' : 'open', digits: isZero ? mostDigits : 0, says: saysOf(reply.ends) };
  }
  const digits = sharedDigits(own, reply.ends);
  return { is: isNarrow(reply.ends, own) ? 'confirmed' : 'open', digits, says: saysOf(reply.ends) };
};
