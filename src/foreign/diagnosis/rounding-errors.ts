import { evaluate } from '../../meaning/value.ts';
import { interval64 } from '../../number/interval64.ts';
import { approximate, compare, divide, multiply, type Rational, rational } from '../../number/rational.ts';
import type { Quantity } from '../../theory/quantity.ts';
import { digitsWritten } from '../judgement/reply.ts';
import { type Rule, unit32, unit64, unitOfDigits } from '../judgement/rule.ts';
import type { Ends } from '../judgement/truth.ts';
import { mostOf } from '../judgement/truth.ts';
import type { Answered } from './explain.ts';
import { offOf } from './explain.ts';

/** Errors of rounding, which follow no formula: of short numbers, or of long ones whose digits cancel. */

/** An answer with what it ought to be, given the mistakes that are known of. */
export interface Residual {
  readonly answered: Answered;
  readonly expected: Ends;
}

/** The error in units of what rounding every input and the result once may do: 1 where all is well. */
const inUnits = ({ answered: { out, part }, expected }: Residual, { k }: { readonly k: Rational }): number => {
  const one = approximate(divide(part, k));
  return one === 0 ? Number.POSITIVE_INFINITY : offOf(out, expected) / one;
};

/** Of the answers so many must be as good; beyond the range of short numbers they cannot be. */
const nearlyAll = 0.9;
/** Short numbers are seldom better than this part of their unit roundoff. */
const tooGood = 1 / 32;
/** Whether the answers are as good as numbers of that unit roundoff can be, and most of them no better. */
const isAsGoodAs = (residuals: readonly Residual[], rule: Rule & { readonly by: 'rounding' }, u: Rational): boolean => {
  const wider = approximate(divide(u, rule.u)) * approximate(rule.k);
  return residuals.filter((residual) => inUnits(residual, rule) <= wider).length >= nearlyAll * residuals.length;
};
const isNoBetterThan = (residuals: readonly Residual[], u: Rational): boolean => {
  const least = tooGood * approximate(u);
  return (
    residuals.filter(({ answered: { out }, expected }) => offOf(out, expected) > least).length * 2 > residuals.length
  );
};

/** Right numbers that are cut when they are written are off by half a unit of their last digit, and by errors of their own. */
const slack = 1.1;
/** Fewer digits than this nobody writes: they are constants. */
const fewestWritten = 3;
/** Digits of the longest answer. */
export const writtenOf = (answered: readonly Answered[]): number =>
  Math.max(...answered.map(({ judged: { reply } }) => ('out' in reply ? digitsWritten(reply.out) : 0)));

/** Numbers shorter than they should be, told by the sizes of their errors and by how many fail. */
export const shortNumbers = (
  residuals: readonly Residual[],
  rule: Rule,
  failing: number,
): { readonly id: string; readonly says: string } | undefined => {
  if (rule.by !== 'rounding' || residuals.length < 5 || failing < residuals.length / 2) return undefined;
  const written = writtenOf(residuals.map(({ answered }) => answered));
  const unit = unitOfDigits(written);
  const few = {
    id: 'few-digits',
    says: `answers written with ${written} significant digits (17 tell every binary64 number, %.17g in most languages)`,
  };
  const cut = approximate(unit) * slack;
  const isCut = ({ answered: { out }, expected }: Residual): boolean => offOf(out, expected) <= cut;
  const isShort = written < 16 && written >= fewestWritten && isNoBetterThan(residuals, unit);
  if (isShort && residuals.filter(isCut).length >= nearlyAll * residuals.length) return few;
  const isSingle = rule.u.denominator > unit32.denominator && isNoBetterThan(residuals, unit32);
  if (isSingle && isAsGoodAs(residuals, rule, unit32))
    return { id: 'single-precision', says: 'errors of single precision (24 bits, about 7 digits)' };
  return isShort && isAsGoodAs(residuals, rule, unit) ? few : undefined;
};

/** With fewer digits almost any formula is as good as another. */
const leastTold = 6;
/** Unit roundoffs of the short numbers that the answers may be, beside what else may be wrong with them. */
export const shortUnits = (answered: readonly Answered[], rule: Rule): readonly Rational[] => {
  if (rule.by !== 'rounding') return [];
  const written = writtenOf(answered);
  const units = [...(written < 16 && written >= leastTold ? [unitOfDigits(written)] : []), unit32];
  return units.filter((unit) => compare(unit, rule.u) > 0);
};

/** Relative error that rounding may leave in the plain formula in binary64; infinite where it may have no value, 0 where it is not known. */
const plainError = (quantity: Quantity, { judged }: Answered, expected: Ends): number => {
  const values = new Map(Object.entries(judged.point).map(([name, x]) => [name, { lo: x, hi: x }]));
  for (const [name, value] of constantsOf(judged)) values.set(name, value);
  try {
    const { lo, hi } = evaluate(quantity.closed ?? quantity.formula)(interval64, values);
    return (hi - lo) / approximate(mostOf(expected));
  } catch (error) {
    if (error instanceof ReferenceError) return 0;
    if (error instanceof RangeError) return Number.POSITIVE_INFINITY;
    throw error;
  }
};

/** Constants of nature, and what is derived of them. */
const constantsOf = ({ truth, point }: Answered['judged']) =>
  truth.kind === 'value'
    ? [...truth.prepared.scene.values(interval64)].filter(([name]) => !Object.hasOwn(point, name))
    : [];

/** Errors within a cluster of neighbouring points that differ by more than this part of the largest are scatter. */
const scatter = 0.05;
const fewest = 3;
/** Points nearer to one another than this belong to one cluster. */
const near = 1e-13;

const clustersOf = (residuals: readonly Residual[]): readonly (readonly Residual[])[] => {
  const clusters: Residual[][] = [];
  for (const residual of residuals.filter(({ answered }) => answered.judged.kind === 'neighbour')) {
    const { point } = residual.answered.judged;
    const own = clusters.find(([first]) =>
      Object.entries((first as Residual).answered.judged.point).every(
        ([name, x]) => Math.abs(x - (point[name] as number)) <= near * Math.abs(x),
      ),
    );
    if (own) own.push(residual);
    else clusters.push([residual]);
  }
  return clusters.filter(({ length }) => length >= fewest);
};

/** Whether errors jump from one point to the next, where the truth hardly changes. */
const scatters = (cluster: readonly Residual[]): boolean => {
  const errors = cluster.map(({ answered: { out }, expected }) => signedOff(out, expected));
  const most = Math.max(...errors.map(Math.abs));
  return Math.max(...errors) - Math.min(...errors) > scatter * most;
};

const signedOff = (out: Rational, [lo, hi]: Ends): number => {
  const middle = multiply(
    {
      numerator: lo.numerator * hi.denominator + hi.numerator * lo.denominator,
      denominator: lo.denominator * hi.denominator,
    },
    rational(1, 2),
  );
  return middle.numerator === 0n ? Number.POSITIVE_INFINITY : approximate(divide(out, middle)) - 1;
};

/** Of the failures this part must be of a size that the plain formula's rounding accounts for. */
const mostOfThem = 0.8;
/** Another way of writing the formula may lose so many times as much. */
const otherWriting = 64;

/** Errors of either sign, about as often: rounding has no preference. Answers that lost all digits have no say. */
const [leastOfSign, fewestSigns] = [0.25, 12];
const haveEitherSign = (failing: readonly Residual[]): boolean => {
  const signed = failing
    .map(({ answered: { out }, expected }) => signedOff(out, expected))
    .filter((off) => Math.abs(off) < 1 / 2);
  const positive = signed.filter((off) => off > 0).length / signed.length;
  return signed.length >= fewestSigns && positive >= leastOfSign && positive <= 1 - leastOfSign;
};

/** Errors that are no larger than this many times what is allowed may come from anywhere. */
const mostOfRounding = 16;
/** The worst of errors that grow towards an end of the domain is so many times the middle one. */
const growth = 100;
/** Cancellation spares a part of the domain; errors that spare none are of another kind. */
const leastSpared = 0.1;

const middleOf = (sizes: readonly number[]): number => [...sizes].sort((a, b) => a - b)[sizes.length >> 1] ?? 0;

/**
 * Errors that follow no formula: a few roundings too many; digits lost by cancellation, where they are no larger than what rounding makes of the
 * formula as it stands, or jump between neighbouring points in a part of the domain; noise where they jump everywhere.
 * `failing` are the disagreements that nothing else explains, `spared` is the part of all answers that agree, `isRegional`
 * says whether failures and agreements lie apart.
 */
export const erratic = (
  quantity: Quantity,
  failing: readonly Residual[],
  spared: number,
  isRegional: boolean,
): { readonly id: string; readonly says: string } | undefined => {
  const errors = failing.map(({ answered: { out }, expected }) => offOf(out, expected));
  // Only where the formula as it stands loses more than is forgiven does it account for anything.
  const accounted = failing.filter(({ answered, expected }, index) => {
    const plain = plainError(quantity, answered, expected);
    return plain > approximate(answered.part) && (errors[index] as number) <= otherWriting * plain;
  });
  const beyond = Math.max(
    ...failing.map(({ answered: { part } }, index) => (errors[index] as number) / approximate(part)),
  );
  if (beyond <= mostOfRounding)
    return {
      id: 'rounding',
      says: `errors of rounding, up to ${beyond.toPrecision(2)} times what is allowed`,
    };
  const clusters = clustersOf(failing);
  const jumping = clusters.filter(scatters);
  const isScatter = jumping.length >= fewest - 1 || (jumping.length > 0 && jumping.length === clusters.length);
  const isAccounted = accounted.length >= mostOfThem * failing.length;
  const isSparing = spared >= leastSpared;
  const isGrowing = Math.max(...errors) >= growth * middleOf(errors);
  const isRandom = isSparing && isRegional && isGrowing && haveEitherSign(failing);
  const jumps = `errors jump between points a few ulps apart (${jumping.length} of ${clusters.length} clusters)`;
  if (isScatter && !isSparing && !isAccounted)
    return {
      id: 'noise',
      says: `noise, half of it above ${middleOf(errors).toPrecision(1)} of the value: ${jumps}, everywhere in the domain`,
    };
  if (!isAccounted && !(isScatter && isSparing) && !isRandom) return undefined;
  const worst = Math.max(...errors);
  const lost = Math.min(16, Math.max(1, Math.ceil(Math.log10(worst / approximate(unit64)))));
  const why = [
    ...(isScatter ? [jumps] : []),
    ...(isAccounted ? ['the formula as it stands loses as many in binary64'] : []),
    ...(isRandom ? ['errors are of either sign at random, in a part of the domain'] : []),
  ];
  return {
    id: 'cancellation',
    says: `digits lost by cancellation, ${lost === 16 ? 'all of them' : `up to ${lost} of 16`} at worst: ${why.join(', and ')}`,
  };
};
