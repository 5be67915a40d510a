import { pureNumber } from '../formula/dimension.ts';
import { type Expr, neg, num, pow, sub, symbol } from '../formula/expression.ts';
import type { Fact, Hypotheses } from '../kernel/kernel.ts';
import type { Random } from '../number/random.ts';
import {
  compare,
  divide,
  minus,
  multiply,
  negate,
  one,
  plus,
  power,
  type Rational,
  rational,
} from '../number/rational.ts';

/** Exact values of the free symbols of a claim, by name. */
export type Point = ReadonlyMap<string, Rational>;

/** What a coordinate is drawn with: `edge` asks for a boundary of its range or an approach to one. */
export interface Draw {
  readonly random: Random;
  readonly edge: boolean;
}

/** One step of choosing a point: a value for each of its names, given those chosen before. */
export interface Coordinate {
  readonly names: readonly string[];
  readonly draw: (draw: Draw, chosen: Point) => readonly Rational[];
  /** Simple values to try first when a counterexample is looked for, simplest first. */
  readonly simple: (chosen: Point) => readonly (readonly Rational[])[];
  /** What holds of its values, whatever is drawn: the hypotheses that a proof may use. */
  readonly facts: readonly Fact[];
}

const of = (name: string): Expr => symbol(name, name, pureNumber, 'real');
const isPositive = (name: string): Fact => ({ left: num(0), is: '<', right: of(name) });

/** A hypothesis of a claim, for print and to be checked at every sampled point. */
export interface Hypothesis {
  readonly left: Expr;
  readonly is: '<' | '<=';
  readonly right: Expr;
}

/**
 * Where a claim is said to hold. The coordinates reach the whole of it without rejecting points; the hypotheses say
 * the same as formulas.
 */
export interface Domain {
  readonly coordinates: readonly Coordinate[];
  readonly hypotheses: readonly Hypothesis[];
}

export const domain = (coordinates: readonly Coordinate[], hypotheses: readonly Hypothesis[] = []): Domain => ({
  coordinates,
  hypotheses,
});

const ten = rational(10);
const half = rational(1, 2);
const at = (chosen: Point, name: string): Rational => {
  const value = chosen.get(name);
  if (!value) throw new ReferenceError(`expected ${name} to be chosen before what depends on it`);
  return value;
};

/** Three significant digits, log-uniform over 10^lowest to 10^highest. */
const logUniform = (random: Random, lowest: number, highest: number): Rational =>
  multiply(rational(100 + random.below(900), 100), power(ten, lowest + random.below(highest - lowest)));

const pick = <T>(random: Random, options: readonly T[]): T => options[random.below(options.length)] as T;

/** Any positive number: log-uniform over 18 decades, at the edge 10^+-18. */
export const positive = (name: string): Coordinate => ({
  names: [name],
  draw: ({ random, edge }) => [edge ? pick(random, [one, power(ten, 18), power(ten, -18)]) : logUniform(random, -9, 9)],
  simple: () => [1, 2, 3].map((n) => [rational(n)]),
  facts: [isPositive(name)],
});

/** Any number but 0, of either sign. */
export const real = (name: string): Coordinate => {
  const magnitude = positive(name);
  return {
    names: [name],
    draw: (draw, chosen) =>
      magnitude.draw(draw, chosen).map((value) => (draw.random.below(2) === 0 ? value : negate(value))),
    simple: () => [1, -1, 2].map((n) => [rational(n)]),
    facts: [{ left: of(name), is: '!=', right: num(0) }],
  };
};

/** A number of moderate size, such as a coefficient of a function that a claim leaves open. */
export const moderate = (name: string): Coordinate => ({
  names: [name],
  draw: ({ random }) => [rational(1 + random.below(64), 8)],
  simple: () => [[one], [rational(2)]],
  facts: [isPositive(name)],
});

/** A coordinate with either sign. */
export const either = (coordinate: Coordinate): Coordinate => ({
  ...coordinate,
  draw: (draw, chosen) =>
    coordinate.draw(draw, chosen).map((value) => (draw.random.below(2) === 0 ? value : negate(value))),
  simple: (chosen) => coordinate.simple(chosen).flatMap((values) => [values, values.map(negate)]),
  facts: coordinate.names.map((name) => ({ left: of(name), is: '!=', right: num(0) })),
});

/** A fraction between 0 and 1 times an earlier coordinate; log-uniform towards both ends. `closed` lets it reach the end. */
export const below = (name: string, bound: string, end: 'open' | 'closed' = 'open'): Coordinate => ({
  names: [name],
  draw: ({ random, edge }, chosen) => {
    const tiny = edge ? power(ten, -18) : multiply(half, minus(logUniform(random, -9, 0), rational(0)));
    const small = compare(tiny, one) >= 0 ? divide(tiny, ten) : tiny;
    const fraction =
      edge && end === 'closed'
        ? pick(random, [one, small, minus(one, small)])
        : pick(random, [small, minus(one, small)]);
    return [multiply(fraction, at(chosen, bound))];
  },
  simple: (chosen) =>
    [[1, 2], [3, 5], [4, 5], [1, 10], [1, 100], ...(end === 'closed' ? [[1, 1]] : [])].map(([n = 1, d = 1]) => [
      multiply(rational(n, d), at(chosen, bound)),
    ]),
  facts: [isPositive(name), { left: of(name), is: end === 'closed' ? '<=' : '<', right: of(bound) }],
});

/** An earlier coordinate times a number of at least 1 (greater than 1 when open). */
export const atLeast = (name: string, bound: string, end: 'open' | 'closed' = 'closed'): Coordinate => ({
  names: [name],
  draw: ({ random, edge }, chosen) => {
    const excess = edge
      ? pick(random, [end === 'closed' ? rational(0) : power(ten, -18), power(ten, -18), power(ten, 18)])
      : logUniform(random, -9, 9);
    return [multiply(plus(one, excess), at(chosen, bound))];
  },
  simple: (chosen) => (end === 'closed' ? [1, 2] : [2, 3]).map((n) => [multiply(rational(n), at(chosen, bound))]),
  facts: [{ left: of(bound), is: end === 'closed' ? '<=' : '<', right: of(name) }],
});

/** Two legs of a right triangle with an earlier coordinate as hypotenuse, exactly: h(1-u^2)/(1+u^2) and h 2u/(1+u^2), 0 < u < 1 or u > 1. */
export const onCircle = (
  first: string,
  second: string,
  hypotenuse: string,
  signs: 'positive' | 'both' = 'positive',
): Coordinate => {
  const legs = (u: Rational, h: Rational): readonly [Rational, Rational] => {
    const squared = multiply(u, u);
    const scale = divide(h, plus(one, squared));
    return [multiply(scale, minus(one, squared)), multiply(scale, multiply(rational(2), u))];
  };
  return {
    names: [first, second],
    draw: ({ random, edge }, chosen) => {
      const tiny = edge ? power(ten, -12) : divide(logUniform(random, -6, 0), ten);
      const u = pick(random, [tiny, divide(minus(one, tiny), plus(one, tiny))]);
      const signed = legs(u, at(chosen, hypotenuse)).map((leg) =>
        signs === 'both' && random.below(2) === 0 ? negate(leg) : leg,
      );
      return signed;
    },
    simple: (chosen) =>
      [
        [1, 2],
        [1, 3],
      ].map(([n = 1, d = 1]) => legs(rational(n, d), at(chosen, hypotenuse))),
    facts: [
      // The second leg is given by the first, so that no square of it is left in a normal form.
      { left: pow(of(second), 2), is: '=', right: sub(pow(of(hypotenuse), 2), pow(of(first), 2)) },
      ...[first, second].flatMap((leg): readonly Fact[] => [
        signs === 'positive' ? isPositive(leg) : { left: of(leg), is: '!=', right: num(0) },
        { left: of(leg), is: '<', right: of(hypotenuse) },
        { left: neg(of(hypotenuse)), is: '<', right: of(leg) },
      ]),
    ],
  };
};

/** One of a few exact values. */
export const oneOf = (name: string, values: readonly Rational[]): Coordinate => ({
  names: [name],
  draw: ({ random }) => [pick(random, values)],
  simple: () => values.map((value) => [value]),
  facts: factsOfValues(name, values),
});

/** What a few values have in common: their bounds, their size where it is one. */
export const factsOfValues = (name: string, values: readonly Rational[]): readonly Fact[] => {
  const inOrder = [...values].sort(compare);
  const [least, most] = [inOrder[0], inOrder[inOrder.length - 1]];
  if (!least || !most) return [];
  if (compare(least, most) === 0) return [{ left: of(name), is: '=', right: num(least) }];
  const squares = values.map((value) => multiply(value, value));
  // A sign: its square is 1.
  const isSign = squares.every((square) => compare(square, squares[0] as Rational) === 0);
  return [
    ...(isSign ? [{ left: pow(of(name), 2), is: '=', right: num(squares[0] as Rational) } as const] : []),
    { left: num(least), is: '<=', right: of(name) },
    { left: of(name), is: '<=', right: num(most) },
  ];
};

/** What a proof about a domain may use, with a point of it. */
export const hypothesesOf = (of_: Domain): Hypotheses => ({
  facts: [...of_.coordinates.flatMap(({ facts }) => facts), ...of_.hypotheses],
  witness: simplePoints(of_, 1)[0] ?? new Map(),
});

const extend = (chosen: Point, names: readonly string[], values: readonly Rational[]): Point =>
  new Map([...chosen, ...names.map((name, index) => [name, values[index] as Rational] as const)]);

/** `count` exact points, every fifth on an edge of the domain. The same seed gives the same points. */
export const samples = ({ coordinates }: Domain, count: number, random: Random): readonly Point[] =>
  Array.from({ length: count }, (_, index) => {
    const edgePoint = index % 5 === 4;
    const chosenEdge = edgePoint ? random.below(Math.max(coordinates.length, 1)) : -1;
    return coordinates.reduce<Point>(
      (chosen, coordinate, position) =>
        extend(
          chosen,
          coordinate.names,
          coordinate.draw({ random, edge: edgePoint && (position === chosenEdge || random.below(2) === 0) }, chosen),
        ),
      new Map(),
    );
  });

/** At most `limit` simple points, simplest first: where a counterexample is looked for. */
export const simplePoints = ({ coordinates }: Domain, limit: number): readonly Point[] => {
  let layer: readonly { readonly point: Point; readonly cost: number }[] = [{ point: new Map(), cost: 0 }];
  for (const coordinate of coordinates)
    layer = layer
      .flatMap(({ point, cost }) =>
        coordinate
          .simple(point)
          .map((values, index) => ({ point: extend(point, coordinate.names, values), cost: cost + index })),
      )
      .sort((a, b) => a.cost - b.cost)
      .slice(0, limit);
  return layer.map(({ point }) => point);
};
