import { div, mul, num, sub } from '../formula/expression.ts';
import { freeSymbols } from '../formula/substitute.ts';
import { compare, divide, multiply, negate, plus, type Rational, sign, zero } from '../number/rational.ts';
import { conditions } from './conditioning.ts';
import { outward } from './decimal.ts';
import { enclose, type Value } from './enclosed.ts';
import { OracleError } from './error.ts';
import type { Prepared } from './prepare.ts';
import { reach } from './reach.ts';
import { sceneOf, signOf } from './scene.ts';
import { frequencyOf, type Shown, shown } from './shown.ts';

export interface Derived extends Shown {
  /** The equation or definition by which it follows. */
  readonly by: string;
  /** The inputs that it follows from. */
  readonly from: readonly string[];
}

/** Where a formula is right to leading order only: what must be small beside what, and their ratio at the point. */
export interface RegimeAt {
  readonly says: string;
  readonly ratio: string;
  /** Whether it is at most 1:10. */
  readonly holds: boolean;
}

export interface Constant {
  readonly name: string;
  /** SI units. */
  readonly value: string;
  /** Relative standard uncertainty; '0' for an exact constant. */
  readonly uncertainty: string;
  readonly source: string;
}

/** The value of a quantity at a point, with all that it rests on. */
export interface Answer extends Value {
  readonly quantity: string;
  readonly unit: string;
  /** The equation of the paper that introduces it. */
  readonly equation: string;
  /** The value as 2 pi times a multiple of Hz, where it is an angular frequency. */
  readonly frequency?: string;
  readonly inputs: readonly Input[];
  readonly derived: readonly Derived[];
  readonly constants: readonly Constant[];
  readonly regimes: readonly RegimeAt[];
}

/** The inputs that a derived symbol follows from. */
const leavesOf = ({ reached }: Pick<Prepared, 'reached'>, name: string): readonly string[] => {
  const found = new Set<string>();
  const visit = (of: string): void => {
    const step = reached.steps.find((one) => one.name === of);
    if (step) [...freeSymbols(step.formula).keys()].forEach(visit);
    else if (reached.given.has(of)) found.add(of);
    else if (of === 'gammaNucleus') found.add('nucleus');
  };
  visit(name);
  return [...found];
};

export type Input = Shown & { readonly given: string };
type Point = Pick<Prepared, 'point' | 'reached' | 'scene'>;

/** All that was given at a point. */
export const inputsAt = ({ point, reached, scene }: Point): readonly Input[] =>
  [...point.values()].map((own) => ({
    ...(reached.given.has(own.name) && own.name !== 'nucleus'
      ? shown(own.name, scene)
      : { name: own.name, si: own.text, unit: '' }),
    given: own.text,
  }));

/** All that follows from it. */
export const derivedAt = (at: Point): readonly Derived[] =>
  at.reached.steps.map(({ name, by }) => ({ ...shown(name, at.scene), by, from: leavesOf(at, name) }));

/** The ratios that can be formed: what only a ratio holds need not be given, and a ratio may have no value. */
const regimesAt = ({ quantity, point }: Prepared): readonly RegimeAt[] =>
  quantity.regimes.flatMap(({ says, small, large }): readonly RegimeAt[] => {
    const ratio = div<string, 'scalar' | 'binder'>(small, large);
    const reached = reach([...freeSymbols(ratio).keys()], point);
    if (reached.missing.length > 0) return [];
    const scene = sceneOf(reached);
    const excess = sub<string, 'scalar' | 'binder'>(mul<string, 'scalar' | 'binder'>(10, ratio), num(1));
    try {
      return [{ says, ratio: enclose(ratio, scene, 3).digits, holds: signOf(excess, scene) !== 1 }];
    } catch (error) {
      if (error instanceof OracleError) return [];
      throw error;
    }
  });

const constantsOf = ({ reached }: Prepared): readonly Constant[] =>
  [...reached.constants].map(([name, { value, uncertainty, source }]) => ({
    name,
    value: outward(value, 20, 'down'),
    uncertainty: outward(divide(uncertainty, value), 2, 'up'),
    source,
  }));

/**
 * The value of a quantity at a point to that many certain digits. The digits are those for the nominal values of the
 * physical constants, whose uncertainty `uncertaintyFrom` tells. Throws an OracleError where it has no value.
 */
export const answer = (prepared: Prepared, digits: number): Answer => {
  const { quantity, scene } = prepared;
  const { name, unit, equation, formula } = quantity;
  return {
    quantity: name,
    ...enclose(formula, scene, digits, name),
    unit,
    equation,
    ...(unit === 'rad/s' ? { frequency: frequencyOf(formula, scene) } : {}),
    inputs: inputsAt(prepared),
    derived: derivedAt(prepared),
    constants: constantsOf(prepared),
    regimes: regimesAt(prepared),
  };
};

const largest = ([lo, hi]: readonly [Rational, Rational]): Rational => {
  const below = negate(lo);
  return compare(below, hi) > 0 ? below : sign(hi) < 0 ? zero : hi;
};

/**
 * The relative standard uncertainty that the physical constants bring to a value: the sum of what each brings, so that
 * no correlation between them can make it larger. '0' where only exact constants take part, undefined where the value
 * has no derivative.
 */
export const uncertaintyFrom = ({ quantity, reached, scene }: Prepared): string | undefined => {
  const measured = [...reached.constants].filter(([, { uncertainty }]) => sign(uncertainty) > 0);
  let total = zero;
  for (const { input, ends } of conditions(
    quantity.closed ?? quantity.formula,
    scene,
    measured.map(([name]) => name),
  )) {
    const constant = reached.constants.get(input);
    if (!ends || !constant) return undefined;
    total = plus(total, multiply(largest(ends), divide(constant.uncertainty, constant.value)));
  }
  return sign(total) === 0 ? '0' : outward(total, 2, 'up');
};
