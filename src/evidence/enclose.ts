import type { Point } from '../claim/domain.ts';
import { isComputed, type Side } from '../claim/relation.ts';
import type { Expr } from '../formula/expression.ts';
import { key } from '../formula/substitute.ts';
import { evaluate } from '../meaning/value.ts';
import type { EnclosureArithmetic } from '../number/arithmetic.ts';
import { dyadics } from '../number/dyadic.ts';
import { enclosures } from '../number/enclosure.ts';
import { interval64 } from '../number/interval64.ts';
import { compare } from '../number/rational.ts';
import type { Ends } from './finding.ts';

/** Digits with which an enclosure is tried in turn until it is narrow enough. */
const ladder = [30, 60, 120, 240] as const;
/** An enclosure of a closed form this narrow is not sharpened further. */
const narrow = 1e-20;
/** What an integral over a delta function can reach: the half width of |f| < h that it is taken over. */
const limited = 1e-9;

export interface Enclosed {
  readonly ends: Ends;
  readonly width: number;
  readonly digits: number;
}

const holdsIntegral = (expression: Expr): boolean => key(expression).includes('(int ');

const inArithmetic = <T>(
  a: EnclosureArithmetic<T>,
  side: Side,
  point: Point,
): { readonly ends: Ends; readonly width: number } => {
  const environment = new Map([...point].map(([name, value]) => [name, a.rational(value)] as const));
  const value = isComputed(side) ? side.value(a, environment) : evaluate(side)(a, environment);
  return { ends: a.ends(value), width: a.relativeWidth(value) };
};

const attempt = (side: Side, point: Point, digits: number): Enclosed | undefined => {
  try {
    const found = digits === 16 ? inArithmetic(interval64, side, point) : inArithmetic(dyadics(digits), side, point);
    return { ...found, digits };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

const remembered = new WeakMap<object, Map<Point, Enclosed | undefined>>();

/**
 * The value of a side at an exact point, enclosed: closed forms with growing precision until the enclosure is
 * narrower than 1e-20 of its size, integrals in binary64 intervals, integrals over a delta function at 60 digits.
 */
export const enclose = (side: Side, point: Point): Enclosed | undefined => {
  const values = remembered.get(side) ?? new Map<Point, Enclosed | undefined>();
  remembered.set(side, values);
  if (values.has(point)) return values.get(point);
  const steps = isComputed(side) ? [60, 120] : holdsIntegral(side) ? [16] : ladder;
  let best: Enclosed | undefined;
  for (const digits of steps) {
    const found = attempt(side, point, digits);
    if (found && (!best || found.width <= best.width)) best = found;
    if (best && best.width <= (isComputed(side) ? limited : narrow)) break;
  }
  if (best && best.digits >= 30 && count++ % checkEvery === 0) checkAgainstDecimals(side, point, best);
  values.set(point, best);
  return best;
};

/** Every so many enclosures are compared with the independent implementation of the same arithmetic on decimals. */
const checkEvery = 97;
let count = 0;

const checkAgainstDecimals = (side: Side, point: Point, found: Enclosed): void => {
  if (isComputed(side)) return;
  const second = inArithmetic(enclosures(Math.min(found.digits, 60)), side, point);
  if (disjoint(second.ends, found.ends))
    throw new Error('two implementations of the same arithmetic enclose different numbers: one of them is at fault');
};

export const disjoint = (a: Ends, b: Ends): boolean => compare(a[1], b[0]) < 0 || compare(b[1], a[0]) < 0;
