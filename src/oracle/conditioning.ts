import type { Expr } from '../formula/expression.ts';
import { freeSymbols } from '../formula/substitute.ts';
import { plainText } from '../meaning/text.ts';
import { evaluate } from '../meaning/value.ts';
import { guaranteedDigits } from '../number/digits.ts';
import type { Dual } from '../number/dual.ts';
import { compare, negate, type Rational, rational, sign } from '../number/rational.ts';
import { ofTheCut } from '../theory/population-integrals.ts';
import { type Certified, certified, certifiedDuals, mostWorkingDigits } from './arithmetic.ts';
import type { Cases } from './branches.ts';
import { figuresOf, outward } from './decimal.ts';
import { enclose, holdsIntegral } from './enclosed.ts';
import { atPoint, type Scene } from './scene.ts';

/**
 * How strongly a value f depends on an input x: (x/f) df/dx, by how many percent it changes when x changes by one.
 * Pure number; certain digits, or the reason why there is none.
 */
export interface Condition {
  readonly input: string;
  readonly number?: string;
  /** The enclosure of the number, exactly. */
  readonly ends?: readonly [Rational, Rational];
  /** Why there is none. */
  readonly reason?: string;
}

type Found = Omit<Condition, 'input'>;

const figures = 3;
/** Doublings of the digits that the value itself needed. */
const doublings = 5;
/** A condition below this, and not told from 0, is said to be below it. */
const negligible = rational(1, 10n ** 15n);

const textOf = (ends: readonly [Rational, Rational]): string | undefined => {
  const text = guaranteedDigits(ends, figures);
  if (figuresOf(text) >= figures || compare(ends[0], ends[1]) === 0) return text;
  const size = compare(negate(ends[0]), ends[1]) > 0 ? negate(ends[0]) : ends[1];
  const isNegligible = sign(ends[0]) * sign(ends[1]) <= 0 && compare(size, negligible) < 0;
  return isNegligible ? `0 (below ${outward(size, 1, 'up')})` : undefined;
};

/** A formula with its derivatives in the inputs; undefined for a derivative that is 0 because it does not hold the input. */
const withSlopes = (formula: Expr, scene: Scene, inputs: readonly string[], working: number): Dual<Certified> => {
  const d = certifiedDuals(working, inputs.length);
  const lift = (name: string, { value }: Dual<Certified>): Dual<Certified> => {
    const index = inputs.indexOf(name);
    return index < 0 ? d.constant(value) : d.variable(value, index);
  };
  return evaluate(formula)(d, scene.values(d, lift));
};

/** The conditions in all inputs from one evaluation with its derivatives; undefined for what is not certain yet. */
const conditionsAt = (formula: Expr, scene: Scene, inputs: readonly string[], working: number) => {
  const base = certified(working);
  const { value, slopes } = withSlopes(formula, scene, inputs, working);
  const at = scene.enclosed(working);
  return inputs.map((input, index): Found | undefined => {
    const slope = slopes[index];
    if (slope === undefined) return { number: '0', ends: [rational(0), rational(0)] };
    const ends = base.ends(base.div(base.mul(slope, at.get(input) as Certified), value));
    const number = textOf(ends);
    return number === undefined ? undefined : { number, ends };
  });
};

/** Whether the formula holds what lies beyond the cut of an integral. */
const isCut = (formula: Expr): boolean => [...freeSymbols(formula).keys()].some((name) => ofTheCut.has(name));

/** Why there is no derivative. */
const reasonOf = (formula: Expr): string =>
  isCut(formula)
    ? 'the slope of what lies beyond the cut of the line is not bounded'
    : holdsIntegral(formula)
      ? 'the slope of an integrand is not bounded here'
      : 'a root or a denominator in the formula vanishes here';

/** With as many digits as are needed, for inputs that all have a condition. Throws what the last attempt threw. */
const climb = (formula: Expr, scene: Scene, inputs: readonly string[], start: number): readonly Found[] => {
  let fault: Error | undefined;
  for (let step = 0; step <= doublings; step++) {
    const working = Math.min(mostWorkingDigits, start << step);
    try {
      const found = conditionsAt(formula, scene, inputs, working);
      if (found.every((one) => one !== undefined)) return found;
      fault = undefined;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      fault = error;
      // More digits bound no slope of an integrand that has none.
      if (holdsIntegral(formula)) break;
    }
  }
  throw fault ?? new RangeError('a condition that is not told from 0');
};

/** All inputs at once, or one by one where that fails: a slope that does not exist spoils no other. */
const found = (formula: Expr, scene: Scene, inputs: readonly string[], start: number): readonly Found[] => {
  try {
    return climb(formula, scene, inputs, start);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return inputs.length === 1
      ? [{ reason: `not computed: ${reasonOf(formula)}` }]
      : inputs.flatMap((input) => found(formula, scene, [input], start));
  }
};

/**
 * The condition where two branches of a formula meet: one number only if it is the same from both sides, none only if
 * two numbers differ; where one is not computed nothing is said of whether there is one.
 */
const fromBothSides = (below: Found, above: Found, ties: readonly Cases[]): Found => {
  if (below.number !== undefined && below.number === above.number) return above;
  const said = (side: Found): string => side.number ?? side.reason ?? '';
  const from = (is: string): string =>
    [...new Set(ties.map(({ left, right }) => `${plainText(left)} ${is} ${plainText(right)}`))].join(', ');
  const isComputed = below.number !== undefined && above.number !== undefined;
  return {
    reason: `not ${isComputed ? 'defined' : 'computed'} where two branches meet: from ${from('>')} ${said(above)}; from ${from('<')} ${said(below)}`,
  };
};

/**
 * The condition of a formula in each of the inputs named (or in a constant). Where two branches of it meet the value may
 * have two slopes: then both are named and none is given. Cost: a few evaluations with their derivatives.
 */
export const conditions = (whole: Expr, scene: Scene, inputs: readonly string[]): readonly Condition[] => {
  if (inputs.length === 0) return [];
  if (isCut(whole)) return inputs.map((input) => ({ input, reason: `not computed: ${reasonOf(whole)}` }));
  const { formula, ties } = atPoint(whole, scene);
  const value = enclose(formula, scene, figures);
  if (value.digits === '0') return inputs.map((input) => ({ input, reason: 'not defined: the value is 0' }));
  const start = 2 * Math.max(figures, value.working);
  const above = found(formula, scene, inputs, start);
  const below = ties.length > 0 ? found(atPoint(whole, scene, 'below').formula, scene, inputs, start) : undefined;
  // What an input leaves equal stays equal when it changes: both branches then have the same slope.
  const moved = ties.flatMap(({ left, right }) =>
    [left, right].map((side) => withSlopes(side, scene, inputs, start).slopes),
  );
  return inputs.map((input, index) => {
    const [one, other] = [above[index] as Found, below?.[index]];
    if (!other) return { input, ...one };
    if (moved.every((slopes) => slopes[index] === undefined)) return { input, ...(one.number ? one : other) };
    return { input, ...fromBothSides(other, one, ties) };
  });
};
