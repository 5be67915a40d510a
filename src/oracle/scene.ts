import type { Expr } from '../formula/expression.ts';
import { evaluate } from '../meaning/value.ts';
import type { Arithmetic } from '../number/arithmetic.ts';
import type { Derivation } from '../theory/derived-parameters.ts';
import type { Quotient, Truncated } from '../theory/population-integrals.ts';
import { cutsAt, valuesOfTheCut } from '../theory/truncated.ts';
import { bitsOfIntegrals, type Certified, certified } from './arithmetic.ts';
import { decided, type Side } from './branches.ts';
import { exactly, type Surd, surd } from './exact.ts';
import type { Given } from './given.ts';
import type { Reached } from './reach.ts';

/** The values of all symbols at one point, in whatever numbers are asked for. */
export interface Scene {
  /** Those that are known exactly. */
  readonly exact: ReadonlyMap<string, Surd>;
  /** Enclosed with that many digits. */
  readonly enclosed: (digits: number) => ReadonlyMap<string, Certified>;
  /** The same with what belongs to the cut of an integral over a line, for that many digits. */
  readonly withCut: (digits: number) => ReadonlyMap<string, Certified>;
  /** In any arithmetic; `lift` may replace the value of an input, to follow how things depend on it. */
  readonly values: <T>(arithmetic: Arithmetic<T>, lift?: (name: string, value: T) => T) => ReadonlyMap<string, T>;
}

/** The exact value of what was given, in any arithmetic. */
export const inArithmetic = <T>(a: Arithmetic<T>, { value, piPower }: Given): T => {
  const ratio = a.rational(value);
  return piPower === 0 ? ratio : a.mul(ratio, a.pow(a.pi(), piPower));
};

const signAt = (scene: Scene) => (difference: Expr) => signOf(difference, scene);

/** Digits with which a sign is tried in turn; what the first leave open may be a tie, which no number of digits tells. */
const [first, ...more] = [30, 120, 500, 2000] as const;

const signWith = (formula: Expr, scene: Scene, digits: number): -1 | 0 | 1 | undefined => {
  try {
    return certified(digits).sign(evaluate(formula)(certified(digits), scene.enclosed(digits)));
  } catch (error) {
    if (error instanceof RangeError || error instanceof ReferenceError) return undefined;
    throw error;
  }
};

/**
 * The sign of a formula: by an enclosure, exactly where it is seen to be a surd, or by enclosures of up to 2,000 digits.
 * Undefined where these contain 0 or the formula has no value, for want of a symbol's or by itself.
 */
export const signOf = (formula: Expr, scene: Scene): -1 | 0 | 1 | undefined => {
  const quick = signWith(formula, scene, first);
  if (quick !== undefined) return quick;
  const known = exactly(formula, scene.exact);
  if (known) return known.sign;
  for (const digits of more) {
    const sign = signWith(formula, scene, digits);
    if (sign !== undefined) return sign;
  }
  return undefined;
};

const withSteps = (reached: Reached, steps: readonly Derivation[], overLine?: Truncated | Quotient): Scene => {
  const exact = new Map<string, Surd>();
  for (const [name, { value, piPower }] of reached.given) exact.set(name, surd(value, piPower));
  for (const [name, { value }] of reached.constants) exact.set(name, surd(value));
  for (const { name, formula } of steps) {
    const found = exactly(formula, exact);
    if (found) exact.set(name, found);
  }
  const values: Scene['values'] = (a, lift = (_, value) => value) => {
    const environment = new Map(
      [...reached.given]
        .filter(([name]) => name !== 'nucleus')
        .map(([name, own]) => [name, lift(name, inArithmetic(a, own))]),
    );
    for (const [name, { value }] of reached.constants) environment.set(name, lift(name, a.rational(value)));
    for (const { name, formula } of steps) environment.set(name, evaluate(formula)(a, environment));
    return environment;
  };
  const known = new Map<number, ReadonlyMap<string, Certified>>();
  const enclosed: Scene['enclosed'] = (digits) => {
    const found = known.get(digits) ?? values(certified(digits));
    known.set(digits, found);
    return found;
  };
  let cuts: ReturnType<typeof cutsAt> | undefined;
  const withCut: Scene['withCut'] = (digits) => {
    if (!overLine) return enclosed(digits);
    cuts ??= cutsAt(overLine, (a) => values(a));
    const ofCut = valuesOfTheCut(certified(digits), cuts(bitsOfIntegrals(digits)));
    return new Map([...enclosed(digits), ...ofCut]);
  };
  return { exact, values, enclosed, withCut };
};

/** The point that was reached, with all cases of its derivations decided; `overLine` is what may be asked for there. */
export const sceneOf = (reached: Reached, overLine?: Truncated | Quotient): Scene => {
  const steps: Derivation[] = [];
  for (const step of reached.steps)
    steps.push({ ...step, formula: decided(step.formula, signAt(withSteps(reached, steps))).formula });
  return withSteps(reached, steps, overLine);
};

/** A formula with its cases decided at the point; `side` says which of the two branches to follow where they meet. */
export const atPoint = (formula: Expr, scene: Scene, side: Side = 'otherwise') => decided(formula, signAt(scene), side);
