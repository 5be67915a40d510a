import { evaluate } from '../meaning/value.ts';
import type { EnclosureArithmetic } from '../number/arithmetic.ts';
import { balls } from '../number/ball.ts';
import { ifDefined } from '../number/integral-bounds.ts';
import { type Integrating, integrating } from '../number/integrals.ts';
import { interval64 } from '../number/interval64.ts';
import { type Rational, rational } from '../number/rational.ts';
import { cut, ofTheCut, overWhole, partsOf, type Quotient, type Truncated } from './population-integrals.ts';

/** How often the cut is moved outward at most, each time by a factor of sqrt 2. */
const mostMoves = 24;
/** A first value tells only how large the integral is: its bits, most evaluations, and where it is cut. */
const [options, roughCut] = [{ bits: 4, evaluations: 5000 }, 6];
/** In doubles, and where these underflow in numbers with as large exponents as they need. */
const [quick, wide] = [integrating(interval64, options), integrating(balls(10), options)];
/** Integrals below 2^-500 are not left to doubles: their integrands underflow. */
const leastQuick = -500;

type Values<T> = ReadonlyMap<string, T>;
/** The same values in any arithmetic. */
type ValuesIn = <T>(arithmetic: EnclosureArithmetic<T>) => Values<T>;

const lengthOf = (n: bigint): number => (n < 0n ? -n : n).toString(16).length * 4;
/** The logarithm of a magnitude to base 2, to within a few units; -Infinity for 0. */
const log2Of = <T>(a: EnclosureArithmetic<T>, x: T): number =>
  Math.max(
    ...a
      .ends(x)
      .map(({ numerator, denominator }) =>
        numerator === 0n ? -Infinity : lengthOf(numerator) - lengthOf(denominator),
      ),
  );

/** What is given, and a cut. */
const cutAt = <T>(a: EnclosureArithmetic<T>, values: Values<T>, k: number): Values<T> =>
  new Map([...values, [cut.symbol.name, a.rational(rational(k))]]);

/** How large the parts are, as powers of 2. */
const sizesIn = <T>(a: EnclosureArithmetic<T>, parts: readonly Truncated[], values: Values<T>): readonly number[] =>
  parts.map(({ within }) => log2Of(a, evaluate(within)(a, cutAt(a, values, roughCut))));

/**
 * Where to cut an integral over a line, or two, at a point: a whole number of standard deviations beyond which less than
 * 2^-bits of each integral is left, as far as a rough value tells. Whatever the cut is, the enclosure is right.
 */
export const cutsAt = (of: Truncated | Quotient, valuesIn: ValuesIn): ((bits: number) => Rational) => {
  const parts = partsOf(of);
  const rough = ifDefined(() => sizesIn(quick, parts, valuesIn(quick)));
  const values = valuesIn(wide);
  const sizes = rough?.every((size) => size > leastQuick) ? rough : sizesIn(wide, parts, values);
  const left = (k: number): readonly number[] =>
    parts.map(({ tail }) => log2Of(wide, evaluate(tail)(wide, cutAt(wide, values, k))));
  const spare = 8;
  return (bits) => {
    const isEnough = (k: number): boolean =>
      left(k).every((rest, index) => rest + bits + spare < (sizes[index] as number));
    let k = Math.ceil(Math.sqrt(2 * (bits + 4) * Math.LN2)) + 1;
    for (let moves = 0; moves < mostMoves && !isEnough(k); moves++) k = Math.ceil(k * Math.SQRT2);
    return rational(k);
  };
};

/** The values of the symbols that no one gives, for a cut. */
export const valuesOfTheCut = <T>(arithmetic: EnclosureArithmetic<T>, at: Rational): Values<T> => {
  const unit = arithmetic.hull(arithmetic.rational(rational(-1)), arithmetic.rational(rational(1)));
  return new Map([...ofTheCut].map((name) => [name, name === cut.symbol.name ? arithmetic.rational(at) : unit]));
};

/**
 * The value of an integral over a whole line, or of a quotient of two, at exact values of its symbols other than `cut`:
 * the integral within a cut, and a bound of what lies beyond. `bits` says where the cut is made; the enclosure is right
 * wherever it is.
 */
export const overWholeLine = <T>(
  arithmetic: EnclosureArithmetic<T> & Integrating<T>,
  of: Truncated | Quotient,
  values: Values<Rational>,
  bits: number,
): T => {
  const enclosed = <U>(a: EnclosureArithmetic<U>): Values<U> =>
    new Map([...values].map(([name, value]) => [name, a.rational(value)]));
  const at = cutsAt(of, enclosed)(bits);
  return evaluate(overWhole(of))(arithmetic, new Map([...enclosed(arithmetic), ...valuesOfTheCut(arithmetic, at)]));
};
