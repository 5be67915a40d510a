import { pureNumber, sameDimension } from '../../formula/dimension.ts';
import type { Sym } from '../../formula/expression.ts';
import type { Point } from '../case.ts';

/** A part of the domain in which a program fails, told by one ratio of two inputs or by one pure number. */
export interface Region {
  /** Such as "D0/omega0I < 1". */
  readonly says: string;
  readonly failsInside: number;
  readonly inside: number;
  readonly failsOutside: number;
  readonly outside: number;
}

interface Feature {
  readonly name: string;
  readonly at: (point: Point) => number;
}

/** A number by its size and, where it may have either sign, as it is. */
const withSign = (of: string, isSigned: boolean, at: (point: Point) => number): readonly Feature[] => [
  { name: isSigned ? `|${of}|` : of, at: (point) => Math.abs(at(point)) },
  ...(isSigned ? [{ name: of, at }] : []),
];

const featuresOf = (symbols: readonly Sym[]): readonly Feature[] => {
  const isSigned = ({ sign }: Sym): boolean => sign === 'real';
  const numberOf = ({ name }: Sym, point: Point): number => point[name] as number;
  const pure = symbols
    .filter(({ dimension }) => sameDimension(dimension, pureNumber))
    .flatMap((one) => withSign(one.name, isSigned(one), (point) => numberOf(one, point)));
  const ratios = symbols.flatMap((a, index) =>
    symbols
      .slice(index + 1)
      .filter((b) => sameDimension(a.dimension, b.dimension))
      .flatMap((b): readonly Feature[] => {
        // What bounds stands below: D0/omega0I, |Delta|/omega0I, DD/D0.
        const [over, under] = rank(a.name) <= rank(b.name) ? [a, b] : [b, a];
        const at = (point: Point): number => numberOf(over, point) / numberOf(under, point);
        const size = (one: Sym): string => (isSigned(one) ? `|${one.name}|` : one.name);
        return [
          { name: `${size(over)}/${size(under)}`, at: (point) => Math.abs(at(point)) },
          ...(isSigned(over) || isSigned(under) ? [{ name: `${over.name}/${under.name}`, at }] : []),
        ];
      }),
  );
  // An inverse temperature speaks by what it is multiplied with.
  const products = symbols
    .filter(({ name }) => /^(alpha|beta)/.test(name))
    .flatMap((a) =>
      symbols
        .filter(({ name }) => /^omega/.test(name))
        .flatMap((b) => withSign(`${b.name} ${a.name}`, true, (point) => numberOf(a, point) * numberOf(b, point))),
    );
  return [...ratios, ...products, ...pure];
};

const order = ['Delta', 'Delta0', 'D', 'DD', 'D0', 'omega', 'omega0I'];
const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : -1);

/** The bound that parts two neighbouring values: 1 or 0 where one of them is it, otherwise a short decimal between. */
const bound = (low: number, high: number, side: '<' | '>'): string => {
  for (const special of [1, 0]) {
    if (low < special && high > special) return `${side} ${special}`;
    if (high === special) return side === '<' ? `< ${special}` : `>= ${special}`;
    if (low === special) return side === '<' ? `<= ${special}` : `> ${special}`;
  }
  const middle = low > 0 ? Math.sqrt(low) * Math.sqrt(high) : high / 2;
  for (let figures = 1; figures < 17; figures++) {
    const short = Number(middle.toPrecision(figures));
    if (short > low && short < high) return `${side} ${short}`;
  }
  return `${side} ${middle}`;
};

/** Values that are meant, such as 1, 0 or 0.5, where failures share one. */
const isShort = (value: number): boolean => Number(value.toPrecision(2)) === value;

/** So much more often must it fail inside than outside to be worth saying. */
const worthSaying = 0.5;
/** Outside it must fail at no more than this part of the points. */
const mostOutside = 0.5;
/** And so many of all points must lie there. */
const leastOutside = 0.03;
const aboutAsGood = 0.85;
/** What belongs to a bound itself does not count. */
const lengthOf = ({ says }: Pick<Region, 'says'>): number => says.replace(/[<>]=/, '<').length;

/**
 * Where a program fails and where not: the ratio of inputs and the bound on it that part failures from the rest best.
 * Undefined where it fails everywhere or nowhere, or no single ratio tells.
 */
export const regionOf = (
  symbols: readonly Sym[],
  failing: readonly Point[],
  passing: readonly Point[],
): Region | undefined => {
  if (failing.length === 0 || passing.length === 0) return undefined;
  const found: (Region & { readonly gain: number })[] = [];
  for (const { name, at } of featuresOf(symbols)) {
    const values = [
      ...failing.map((point) => ({ at: at(point), fails: 1 })),
      ...passing.map((point) => ({ at: at(point), fails: 0 })),
    ]
      .filter(({ at: value }) => !Number.isNaN(value))
      .sort((a, b) => a.at - b.at);
    const all = values.reduce((sum, { fails }) => sum + fails, 0);
    const add = (bounds: string, inside: number, failsInside: number): void => {
      const [outside, failsOutside] = [values.length - inside, all - failsInside];
      const gain = failsInside / failing.length - (inside - failsInside) / passing.length;
      if (gain < worthSaying || failsOutside > mostOutside * outside || outside < leastOutside * values.length) return;
      found.push({ gain, says: `${name} ${bounds}`, failsInside, inside, failsOutside, outside });
    };
    let below = 0;
    for (let index = 1; index < values.length; index++) {
      const [previous, next] = [values[index - 1] as (typeof values)[number], values[index] as (typeof values)[number]];
      below += previous.fails;
      if (previous.at === next.at) continue;
      add(bound(previous.at, next.at, '<'), index, below);
      add(bound(previous.at, next.at, '>'), values.length - index, all - below);
    }
    for (const value of new Set(values.filter(({ at, fails }) => fails === 1 && isShort(at)).map((one) => one.at))) {
      const there = values.filter((one) => one.at === value);
      const failsThere = there.reduce((sum, { fails }) => sum + fails, 0);
      // Any one point has some such value by chance.
      if (failsThere > 1) add(`= ${value}`, there.length, failsThere);
    }
  }
  // Next to a boundary wrong formulas may agree: of bounds that part about as well the shortest is meant.
  const most = Math.max(...found.map(({ gain }) => gain));
  const [best] = found
    .filter(({ gain }) => gain >= aboutAsGood * most)
    .sort((a, b) => lengthOf(a) - lengthOf(b) || b.gain - a.gain);
  if (!best) return undefined;
  const { gain: _, ...region } = best;
  return region;
};
