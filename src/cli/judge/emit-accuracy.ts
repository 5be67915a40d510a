import type { Point } from '../../foreign/case.ts';
import { sameDimension } from '../../formula/dimension.ts';
import { evaluate } from '../../meaning/value.ts';
import { binary64 } from '../../number/binary64.ts';
import { approximate, divide, fromBinary64, minus, sign } from '../../number/rational.ts';
import { enclose } from '../../oracle/enclosed.ts';
import { OracleError } from '../../oracle/error.ts';
import { pointOf, prepare } from '../../oracle/prepare.ts';
import { parametersOf } from '../../theory/parameters-of.ts';
import type { Quantity } from '../../theory/quantity.ts';

interface Measured {
  readonly point: Point;
  /** Relative error of the formula in binary64; infinite where it has no value there. */
  readonly error: number;
}

/** Digits of the certified values: enough beside the 16 of binary64. */
const digits = 20;

/** What the formula itself gives in binary64; undefined where a function has no value. */
const computed = (quantity: Quantity, environment: ReadonlyMap<string, number>): number | undefined => {
  try {
    const value = evaluate(quantity.closed ?? quantity.formula)(binary64, environment);
    return Number.isFinite(value) ? value : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** The relative error at a point; undefined where the point has no certified value. */
const errorAt = (quantity: Quantity, point: Point): number | undefined => {
  try {
    const { scene } = prepare(quantity, pointOf(point));
    const [lower] = enclose(quantity.closed ?? quantity.formula, scene, digits, quantity.name).ends;
    const value = computed(quantity, scene.values(binary64));
    if (value === undefined) return Number.POSITIVE_INFINITY;
    if (sign(lower) === 0) return value === 0 ? 0 : Number.POSITIVE_INFINITY;
    return Math.abs(approximate(divide(minus(fromBinary64(value), lower), lower)));
  } catch (error) {
    if (error instanceof OracleError) return undefined;
    throw error;
  }
};

/** A bound on the ratio of two parameters. */
interface Bound {
  readonly says: string;
  readonly holds: (point: Point) => boolean;
}

const decades = Array.from({ length: 13 }, (_, index) => Number(`1e${index - 6}`));

const boundsOf = (quantity: Quantity): readonly Bound[] => {
  const symbols = parametersOf(quantity);
  const size = (name: string, isReal: boolean): string => (isReal ? `|${name}|` : name);
  return symbols.flatMap((a, index) =>
    symbols
      .slice(index + 1)
      .filter((b) => sameDimension(a.dimension, b.dimension))
      .flatMap((b) => {
        const [over, under] = a.name < b.name ? [a, b] : [b, a];
        const name = `${size(over.name, over.sign === 'real')}/${size(under.name, under.sign === 'real')}`;
        const ratio = (point: Point): number => Math.abs((point[over.name] ?? 0) / (point[under.name] ?? 0));
        return decades.flatMap((decade): readonly Bound[] => [
          { says: `${name} <= ${decade}`, holds: (point) => ratio(point) <= decade },
          { says: `${name} >= ${decade}`, holds: (point) => ratio(point) >= decade },
        ]);
      }),
  );
};

/** What counts as right to nearly all digits. */
const small = 1e-12;
/** A region with fewer of the points than this part of them is not worth saying. */
const worthSaying = 0.2;

/** The largest part of the points, told by one bound or two, in which all errors are small; undefined if there is none. */
const calm = (quantity: Quantity, measured: readonly Measured[]): string | undefined => {
  const bounds = boundsOf(quantity).map(({ says, holds }) => ({ says, in: measured.map(({ point }) => holds(point)) }));
  const isSmall = measured.map(({ error }) => error <= small);
  let best: { readonly says: string; readonly count: number } | undefined;
  const consider = (says: string, isIn: (index: number) => boolean): void => {
    let count = 0;
    for (let index = 0; index < measured.length; index++) {
      if (!isIn(index)) continue;
      if (!isSmall[index]) return;
      count++;
    }
    if (count > Math.max(best?.count ?? 0, worthSaying * measured.length)) best = { says, count };
  };
  for (const one of bounds) consider(one.says, (index) => one.in[index] === true);
  for (const [position, one] of bounds.entries())
    for (const other of bounds.slice(position + 1))
      consider(`${one.says} and ${other.says}`, (index) => one.in[index] === true && other.in[index] === true);
  return best && `at the ${best.count} of them with ${best.says} it is at most ${small}`;
};

/** Two digits, rounded up. */
const upwards = (x: number): string => {
  if (x === 0) return '0';
  const text = x.toExponential(1);
  return Number(text) >= x ? text : (x * 1.05).toExponential(1);
};

/**
 * What the formula of a quantity loses in binary64, in a sentence: its relative errors at points of the domain, each
 * against a certified value there.
 */
export const accuracy = (quantity: Quantity, points: readonly Point[]): string => {
  const measured = points.flatMap((point): readonly Measured[] => {
    const error = errorAt(quantity, point);
    return error === undefined ? [] : [{ point, error }];
  });
  if (measured.length === 0) return 'The error was not measured: no point has a certified value.';
  const where = `at ${measured.length} ${measured.length === 1 ? 'point' : 'points'} of the domain`;
  const errors = measured.map(({ error }) => error);
  const worst = errors.reduce((most, error) => Math.max(most, error), 0);
  if (worst <= small) return `Relative error in binary64 ${where}: at most ${upwards(worst)}.`;
  const part = calm(quantity, measured);
  const count = errors.filter((error) => error <= small).length;
  const largest = worst < 1 ? `is up to ${upwards(worst)}` : 'reaches 1, where no digit is right';
  return (
    `Digits are lost where terms nearly cancel: the relative error in binary64 ${where} ${largest}; ` +
    `${part ?? `at ${count} of them it is at most ${small}`}.`
  );
};
