import { evaluate } from '../meaning/value.ts';
import type { EnclosureArithmetic } from '../number/arithmetic.ts';
import { type Integrating, integrating } from '../number/integrals.ts';
import { interval64 } from '../number/interval64.ts';
import { type Rational, rational } from '../number/rational.ts';
import type { Quotient, Truncated } from './population-integrals.ts';

/** How often the cut is moved outward at most, each time by a factor of sqrt 2. */
const mostMoves = 16;
/** Bits of a first value, which only tells how large the integral is. */
const roughBits = 6;

type Values = ReadonlyMap<string, Rational>;

const within = <T>(
  a: EnclosureArithmetic<T>,
  { within: inner, tail }: Truncated,
  values: ReadonlyMap<string, T>,
): T => {
  const rest = evaluate(tail)(a, values);
  return a.add(evaluate(inner)(a, values), a.hull(a.neg(rest), rest));
};

/** A cut, as a whole number of standard deviations, beyond which less than 2^-bits of each integral is left. */
const cutFor = (parts: readonly Truncated[], values: Values, bits: number): Rational => {
  const rough = integrating(interval64, { bits: roughBits });
  const fixed = [...values].map(([name, value]) => [name, rough.rational(value)] as const);
  let k = Math.ceil(Math.sqrt(2 * (bits + 4) * Math.LN2)) + 1;
  for (let moves = 0; moves < mostMoves; moves++, k = Math.ceil(k * Math.SQRT2)) {
    const given = new Map([...fixed, ['cut', rough.rational(rational(k))] as const]);
    const isEnough = parts.every(({ within: inner, tail }) => {
      const size = Math.abs(rough.middle(evaluate(inner)(rough, given)));
      const left = rough.middle(evaluate(tail)(rough, given));
      return left === 0 || Math.log(left) + bits * Math.LN2 < Math.log(size);
    });
    if (isEnough) return rational(k);
  }
  return rational(k);
};

/**
 * The value of an integral over a whole line, or of a quotient of two, at exact values of its symbols other than `cut`:
 * the integral within a cut, and a bound of what lies beyond. `bits` says where the cut is made; the enclosure is right
 * wherever it is.
 */
export const overWholeLine = <T>(
  arithmetic: EnclosureArithmetic<T> & Integrating<T>,
  of: Truncated | Quotient,
  values: Values,
  bits: number,
): T => {
  const parts = 'over' in of ? [of.over, of.under] : [of];
  const cut = cutFor(parts, values, bits);
  const given = new Map([...values, ['cut', cut] as const].map(([name, value]) => [name, arithmetic.rational(value)]));
  const [first, second] = parts.map((part) => within(arithmetic, part, given)) as [T, T | undefined];
  return second === undefined ? first : arithmetic.div(first, second);
};
