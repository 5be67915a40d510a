import { freeSymbols, key } from '../../formula/substitute.ts';
import { evaluate } from '../../meaning/value.ts';
import { binary64 } from '../../number/binary64.ts';
import { constantOf } from '../../theory/parameters.ts';
import { parametersOf } from '../../theory/parameters-of.ts';
import type { Quantity } from '../../theory/quantity.ts';
import type { Point } from '../case.ts';
import { nudged } from './draw.ts';

/**
 * What the parameters of a quantity may be, told in doubles: the hypotheses compare single symbols and halves of them,
 * which doubles do exactly.
 */
export interface Ground {
  readonly names: readonly string[];
  readonly isIntegral: boolean;
  /** Whether the sign of that value suits the parameter. */
  readonly suits: (name: string, value: number) => boolean;
  /** Whether all signs and hypotheses hold, as far as the parameters tell. */
  readonly isInside: (point: Point) => boolean;
  /** The same, and no denominator is 0. */
  readonly hasValue: (point: Point) => boolean;
  /** Simple points of the domain, the simplest first. */
  readonly plain: readonly Point[];
  /** Values that are simple for a parameter, the simplest first. */
  readonly simple: (name: string) => readonly number[];
  /** How far a parameter reaches to a side. */
  readonly reach: (name: string, direction: 1 | -1) => Reach;
}

/** Not a round ratio of them is a boundary, but for what comes last. Frequencies of lines in those of a nucleus. */
const simpleValues: Readonly<Record<string, readonly number[]>> = {
  D0: [0.5, 2, 3, 1],
  DD: [1, 0.01, 100],
  Delta: [0.5, -0.5, 2, 1, -1, 0],
  Delta0: [0.5, 1, 0],
  D: [0.125, -0.125, -0.5, 1, -1, 0],
  theta: [1, -1, 2, 0],
  separation: [1, 0],
  depth: [0.5, 1, 0],
  omegaS: [100],
  omegaM: [100],
  betaL: [0.01, -0.01],
  betaSS: [0.01, 0.1, -0.1, 0],
  sigma: [1],
  holeWidth: [1],
};
const usual = [1, 2, 3, 0.5, -1, 0];
/** Simple points that are kept. */
const most = 40;

const valuesOf = (point: Point): ReadonlyMap<string, number> => new Map(Object.entries(point));

const cartesian = (names: readonly string[], values: (name: string) => readonly number[]): readonly Point[] => {
  let layer: readonly { readonly point: Point; readonly cost: number }[] = [{ point: {}, cost: 0 }];
  for (const name of names)
    layer = layer
      .flatMap(({ point, cost }) =>
        values(name).map((value, index) => ({ point: { ...point, [name]: value }, cost: cost + index })),
      )
      .sort((a, b) => a.cost - b.cost)
      .slice(0, 8 * most);
  return layer.map(({ point }) => point);
};

const grounds = new WeakMap<Quantity, Ground>();

export const groundOf = (quantity: Quantity): Ground => {
  const found = grounds.get(quantity) ?? survey(quantity);
  grounds.set(quantity, found);
  return found;
};

const survey = (quantity: Quantity): Ground => {
  const symbols = parametersOf(quantity);
  const names = symbols.map(({ name }) => name);
  const signs = new Map(symbols.map(({ name, sign }) => [name, sign]));
  const isIntegral = key(quantity.formula).includes('(int ');
  const suits = (name: string, value: number): boolean =>
    signs.get(name) === 'positive'
      ? value > 0
      : signs.get(name) === 'nonnegative'
        ? value >= 0
        : Number.isFinite(value);

  const hypotheses = quantity.hypotheses
    .filter(({ left, right }) =>
      [left, right].every((side) => [...freeSymbols(side).keys()].every((name) => signs.has(name))),
    )
    .map(({ left, is, right }) => ({ is, left: evaluate(left), right: evaluate(right) }));
  const isInside = (point: Point): boolean => {
    if (!names.every((name) => suits(name, point[name] as number))) return false;
    if (hypotheses.length === 0) return true;
    const values = valuesOf(point);
    return hypotheses.every(({ left, is, right }) => {
      const [a, b] = [left(binary64, values), right(binary64, values)];
      return is === '<' ? a < b : a <= b;
    });
  };

  // A formula without integrals divides by 0 at some of the points where parameters are 0: which ones is asked once.
  const poles = new Map<string, boolean>();
  const isPole = (point: Point): boolean => {
    const zeros = names.filter((name) => point[name] === 0).join();
    if (zeros === '' || isIntegral) return false;
    const known = poles.get(zeros) ?? !hasQuotients(quantity, point);
    poles.set(zeros, known);
    return known;
  };
  const hasValue = (point: Point): boolean => isInside(point) && !isPole(point);

  const simple = (name: string): readonly number[] =>
    (simpleValues[name] ?? usual).filter((value) => suits(name, value));
  const plain = cartesian(names, simple).filter(hasValue).slice(0, most);
  const reaches = new Map<string, Reach>();
  const reach = (name: string, direction: 1 | -1): Reach => {
    const known = reaches.get(`${direction} ${name}`) ?? reachOf(names, plain[0], isInside, name, direction);
    reaches.set(`${direction} ${name}`, known);
    return known;
  };
  return { names, isIntegral, suits, isInside, hasValue, plain, simple, reach };
};

/** Whether the formula has a value in doubles; the constants of nature are taken as 1. */
export const hasQuotients = ({ formula }: Quantity, point: Point): boolean => {
  const constants = [...Object.keys(constantOf), 'hbar'].map((name) => [name, 1] as const);
  try {
    return Number.isFinite(evaluate(formula)(binary64, new Map([...constants, ...valuesOf(point)])));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** What a parameter is measured in, the first of these that takes part; without any, in the unit of the point. */
const references: Readonly<Record<string, readonly string[]>> = {
  D0: ['omega0I'],
  DD: ['omega0I', 'D0'],
  Delta: ['omega0I'],
  Delta0: ['omega0I'],
  D: ['D0', 'DD'],
};
export const referenceOf = (name: string, { names }: Pick<Ground, 'names'>): string | undefined =>
  references[name]?.find((other) => names.includes(other));

/** How far a parameter reaches in units of its reference: up to `top` or without bound, the end included or not. */
export interface Reach {
  readonly top: number;
  readonly isClosed: boolean;
}

/** Found by asking the hypotheses at a plain point, upward for positive ratios, downward for negative ones. */
const reachOf = (
  names: readonly string[],
  plain: Point | undefined,
  isInside: (point: Point) => boolean,
  name: string,
  direction: 1 | -1,
): Reach => {
  const of = plain?.[referenceOf(name, { names }) ?? ''] ?? 1;
  const holds = (ratio: number): boolean => isInside({ ...plain, [name]: direction * ratio * of });
  if (holds(4)) return { top: Number.POSITIVE_INFINITY, isClosed: false };
  for (const top of [1, 0.5]) if (holds(nudged(top, -1))) return { top, isClosed: holds(top) };
  return { top: 0, isClosed: true };
};
