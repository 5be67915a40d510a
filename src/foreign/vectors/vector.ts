import { createHash } from 'node:crypto';
import { evaluate } from '../../meaning/value.ts';
import { binary64 } from '../../number/binary64.ts';
import { compare, fromBinary64, minus, plus, type Rational } from '../../number/rational.ts';
import { conditions } from '../../oracle/conditioning.ts';
import { decimalValue, outward } from '../../oracle/decimal.ts';
import { enclose } from '../../oracle/enclosed.ts';
import { OracleError } from '../../oracle/error.ts';
import { parametersOf } from '../../theory/parameters-of.ts';
import type { Quantity } from '../../theory/quantity.ts';
import { decimalOf, type Point } from '../case.ts';
import { depthOf } from '../cost.ts';
import { type Mistake, mistakesOf } from '../diagnosis/mistakes.ts';
import type { Asking } from '../inputs/inputs.ts';
import { isNear } from '../judgement/judge.ts';
import { rounding } from '../judgement/rule.ts';
import { type Ends, exactPoint, type Truth, truthAt } from '../judgement/truth.ts';
import type { Vector } from './schema.ts';

/** Certain digits of closed forms and integrals, and of integrals of integrals, which cost a thousand times as much. */
const [digits, digitsOfDouble] = [40, 13] as const;
/** Digits in which mistakes are told from the truth. */
const digitsOfMistakes = 22;

const rule = rounding();

/** The name of a case: a digest of what is asked. */
const idOf = (quantity: Quantity, inputs: Readonly<Record<string, string>>): string =>
  createHash('sha256')
    .update(JSON.stringify([quantity.name, inputs]))
    .digest('hex')
    .slice(0, 12);

const inputsOf = (quantity: Quantity, point: Point): Readonly<Record<string, string>> =>
  Object.fromEntries(parametersOf(quantity).map(({ name }) => [name, decimalOf(point[name] as number)]));

type Valued = Extract<Truth, { kind: 'value' }>;

/** What a case says of the value, as numbers: by these alone its readers judge an answer. */
interface Told {
  readonly ends: Ends;
  readonly reach: Rational;
}

/** Whether the formula as it stands loses more digits in binary64 than is forgiven. */
const cancels = (quantity: Quantity, point: Point, { prepared }: Valued, { ends, reach }: Told): boolean => {
  const values = new Map(Object.entries(point));
  for (const [name, { value: constant }] of prepared.reached.constants) values.set(name, binary64.rational(constant));
  try {
    const out = evaluate(quantity.formula)(binary64, values);
    return !Number.isFinite(out) || !isNear(fromBinary64(out), ends, reach);
  } catch (error) {
    if (error instanceof RangeError) return true;
    if (error instanceof ReferenceError) return false;
    throw error;
  }
};

/** A program that makes a mistake rounds besides: by twice the tolerance it must be off to be caught for certain. */
const differs = (mistaken: Ends | undefined, { ends: [lo, hi], reach }: Told): boolean => {
  if (!mistaken) return false;
  const twice = plus(reach, reach);
  return compare(mistaken[0], plus(hi, twice)) > 0 || compare(mistaken[1], minus(lo, twice)) < 0;
};

/** Flags are told for closed forms: for each mistake another value is needed. */
export const flagged = (quantity: Quantity, others: readonly Quantity[]): readonly Mistake[] =>
  depthOf(quantity) === 0 ? mistakesOf(quantity, others) : [];

export const cancellationFlag = {
  id: 'cancellation',
  says: 'the formula as it stands, evaluated in binary64, loses more digits here than the tolerance allows',
};

/** The ends of a value that costs seconds: fewer digits of what was found to judge answers by. */
const shortened = ({ value: { ends } }: Valued): { readonly lower: string; readonly upper: string } => ({
  lower: outward(ends[0], digitsOfDouble, 'down'),
  upper: outward(ends[1], digitsOfDouble, 'up'),
});

/** A case of a set of vectors; undefined where the oracle has no value. */
export const vectorAt = (
  quantity: Quantity,
  { kind, point }: Asking,
  mistakes: readonly Mistake[],
): Vector | undefined => {
  const inputs = inputsOf(quantity, point);
  const id = idOf(quantity, inputs);
  let truth: Truth;
  try {
    truth = truthAt(quantity, point, rule);
    if (truth.kind === 'invalid') return { id, kind: 'invalid', in: inputs, result: 'invalid', why: truth.why };
    if (kind === 'invalid') return undefined;
    const { scene } = truth.prepared;
    const { lower, upper } =
      depthOf(quantity) === 2 ? shortened(truth) : enclose(quantity.formula, scene, digits, quantity.name);
    const tolerance = outward(truth.allowed(rule), 3, 'up');
    const told = { ends: [decimalValue(lower), decimalValue(upper)], reach: decimalValue(tolerance) } as const;
    const exact = exactPoint(point);
    const caught = mistakes.filter((mistake) => differs(mistake.endsAt(exact, digitsOfMistakes), told));
    const isCancelling = depthOf(quantity) === 0 && cancels(quantity, point, truth, told);
    const numbers = depthOf(quantity) === 0 ? conditions(quantity.formula, scene, Object.keys(inputs)) : [];
    const known = numbers.flatMap(({ input, number }) =>
      number === undefined ? [] : [[input, number.replace(/ .*/, '')] as const],
    );
    return {
      id,
      kind,
      in: inputs,
      result: 'value',
      lower,
      upper,
      tolerance,
      ...(known.length > 0 && known.length === numbers.length ? { conditions: Object.fromEntries(known) } : {}),
      flags: [...new Set([...caught.map((mistake) => mistake.id), ...(isCancelling ? [cancellationFlag.id] : [])])],
    };
  } catch (error) {
    if (error instanceof OracleError) return undefined;
    throw error;
  }
};
