import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  atLeast,
  below,
  type Coordinate,
  type Domain,
  domain,
  hypothesesOf,
  moderate,
  onCircle,
  oneOf,
  type Point,
  positive,
  real,
  samples,
  simplePoints,
} from '../../src/claim/domain.ts';
import { book } from '../../src/cli/verify/book.ts';
import { pureNumber } from '../../src/formula/dimension.ts';
import { type Expr, num, symbol } from '../../src/formula/expression.ts';
import { type Fact, kernel, Unsatisfied } from '../../src/kernel/kernel.ts';
import { random } from '../../src/number/random.ts';
import { minus, multiply, plus, power, type Rational, rational, sign } from '../../src/number/rational.ts';

/** The exact value of a formula without roots and functions. */
const exactly = (formula: Expr, point: Point): Rational => {
  const go = (node: Expr): Rational => exactly(node, point);
  switch (formula.kind) {
    case 'number':
      return formula.value;
    case 'symbol':
      return point.get(formula.symbol.name) ?? expect.fail(`${formula.symbol.name} has no value`);
    case 'sum':
      return formula.terms.map(go).reduce(plus);
    case 'product':
      return formula.factors.map(go).reduce(multiply);
    case 'power':
      return power(go(formula.base), Number(formula.exponent.numerator));
    default:
      return expect.fail(`a fact holds ${formula.kind}`);
  }
};
const holds = ({ left, is, right }: Fact, point: Point): boolean => {
  const difference = sign(minus(exactly(right, point), exactly(left, point)));
  return { '<': difference > 0, '<=': difference >= 0, '=': difference === 0, '!=': difference !== 0 }[is];
};
const text = ({ left, is, right }: Fact): string =>
  JSON.stringify([left, is, right], (_, v) => (typeof v === 'bigint' ? `${v}` : v));
const drawn = (of: Domain, seed: number, count = 25): readonly Point[] => [
  ...samples(of, count, random(seed, 'facts')),
  ...simplePoints(of, 20),
];
const settings = { seed: 20240612, numRuns: 60 };
const seeds = fc.integer({ min: 0, max: 2 ** 40 });

const values = (...all: readonly (readonly [number, number])[]): readonly Rational[] =>
  all.map(([n, d]) => rational(n, d));
const kinds: readonly (readonly [string, readonly Coordinate[], number])[] = [
  ['positive', [positive('a')], 1],
  ['real', [real('a')], 1],
  ['moderate', [moderate('a')], 1],
  ['below', [positive('h'), below('a', 'h')], 3],
  ['below or at', [positive('h'), below('a', 'h', 'closed')], 3],
  ['at least', [positive('h'), atLeast('a', 'h')], 2],
  ['above', [positive('h'), atLeast('a', 'h', 'open')], 2],
  ['on a circle', [positive('h'), onCircle('a', 'b', 'h')], 8],
  ['on a circle, both signs', [positive('h'), onCircle('a', 'b', 'h', 'both')], 8],
  ['a sign', [oneOf('a', values([1, 1], [-1, 1]))], 3],
  ['one of a few', [oneOf('a', values([3, 1], [1, 2], [5, 1]))], 2],
  ['one value', [oneOf('a', values([3, 7]))], 1],
  ['no value', [{ ...oneOf('a', []), draw: () => [rational(0)] }], 0],
];

describe('the facts of a coordinate hold wherever it is drawn', () => {
  test.each(kinds)('%s', (_, coordinates, count) => {
    const of = domain(coordinates);
    const { facts } = hypothesesOf(of);
    expect(facts.length).toBe(count);
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const point of drawn(of, seed)) expect(facts.filter((fact) => !holds(fact, point)).map(text)).toEqual([]);
      }),
      settings,
    );
  });

  test('and are no stronger than need be: each bound is reached, or nearly', () => {
    const near = (of: Domain, name: string, value: number): boolean =>
      Array.from({ length: 40 }, (_, seed) => drawn(of, seed))
        .flat()
        .some(
          (point) =>
            Math.abs(
              Number((point.get(name) as Rational).numerator) / Number((point.get(name) as Rational).denominator) -
                value,
            ) < 1e-6,
        );
    const unit = oneOf('one', values([1, 1]));
    expect(near(domain([unit, below('a', 'one')]), 'a', 1)).toBe(true);
    expect(near(domain([unit, below('a', 'one')]), 'a', 0)).toBe(true);
    expect(near(domain([unit, atLeast('a', 'one', 'open')]), 'a', 1)).toBe(true);
    for (const end of [-1, 1]) expect(near(domain([unit, onCircle('a', 'b', 'one', 'both')]), 'a', end)).toBe(true);
    for (const end of [3, 5]) expect(near(domain([oneOf('a', values([3, 1], [5, 1]))]), 'a', end)).toBe(true);
  });
});

describe('what a proof about a domain may use', () => {
  const [a, h] = ['a', 'h'].map((name) => symbol(name, name, pureNumber, 'real')) as [Expr, Expr];

  test('the facts of all coordinates, the hypotheses beside them, and the simplest point', () => {
    const of = domain([positive('h'), below('a', 'h')], [{ left: a, is: '<', right: h }]);
    const { facts, witness } = hypothesesOf(of);
    expect(facts).toEqual([...of.coordinates.flatMap((one) => one.facts), ...of.hypotheses]);
    expect([...witness]).toEqual([...(simplePoints(of, 1)[0] as Point)]);
    expect(hypothesesOf(domain([]))).toEqual({ facts: [], witness: new Map() });
  });

  test('hypotheses that the domain does not meet are found out', () => {
    const never = domain([positive('a')], [{ left: a, is: '<', right: num(0) }]);
    expect(() => kernel(hypothesesOf(never))).toThrow(Unsatisfied);
  });

  const ofThePaper = [...book.claims.values()].flatMap((claim): readonly (readonly [string, Domain])[] => [
    [claim.id, claim.domain],
    ...[...(claim.parts ?? []), ...(claim.instead?.parts ?? [])].map(
      (part) => [`${claim.id}, ${part.says}`, part.domain] as const,
    ),
  ]);
  const domains = [...new Map(ofThePaper.map(([name, of]) => [of, name] as const))];

  test('every domain of the paper: all points have what is taken for known of them', () => {
    expect(domains.length).toBeGreaterThan(20);
    for (const [of, name] of domains) {
      const { facts } = hypothesesOf(of);
      for (const witness of drawn(of, 3, 10))
        expect(
          () => kernel({ facts, witness }),
          `${name} at ${[...witness].map(([n, v]) => `${n} = ${v.numerator}/${v.denominator}`)}`,
        ).not.toThrow();
    }
  });
});
