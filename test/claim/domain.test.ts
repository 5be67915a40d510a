import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as domains from '../../spec/domains.ts';
import {
  atLeast,
  below,
  type Coordinate,
  type Domain,
  domain,
  moderate,
  onCircle,
  oneOf,
  type Point,
  positive,
  real,
  samples,
  simplePoints,
} from '../../src/claim/domain.ts';
import { evaluate } from '../../src/meaning/value.ts';
import { dyadics } from '../../src/number/dyadic.ts';
import { random } from '../../src/number/random.ts';
import {
  compare,
  divide,
  minus,
  multiply,
  plus,
  power,
  type Rational,
  rational,
  sign,
} from '../../src/number/rational.ts';

const digits = dyadics(60);
const seeds = fc.integer({ min: 0, max: 2 ** 40 });
const settings = { seed: 20240612, numRuns: 60 };
const value = (point: Point, name: string): Rational => point.get(name) as Rational;
const draw = (of: Domain, seed: number, count = 25): readonly Point[] => samples(of, count, random(seed, 'domain'));
const onEvery = (coordinates: readonly Coordinate[], check: (point: Point, index: number) => void): void =>
  fc.assert(
    fc.property(seeds, (seed) => {
      draw(domain(coordinates), seed).forEach(check);
    }),
    settings,
  );

const isDomain = (one: unknown): one is Domain =>
  typeof one === 'object' && one !== null && 'coordinates' in one && 'hypotheses' in one;
const ofThePaper = Object.entries(domains).filter((entry): entry is [string, Domain] => isDomain(entry[1]));

/** left - right as far as the rounding of 60 digits tells. */
const isBroken = (of: Domain, point: Point): boolean => {
  const environment = new Map([...point].map(([name, at]) => [name, digits.rational(at)] as const));
  return of.hypotheses.some(({ left, is, right }) => {
    const difference = digits.sign(
      digits.sub(evaluate(left)(digits, environment), evaluate(right)(digits, environment)),
    );
    return is === '<' ? difference !== -1 : difference === 1;
  });
};

test.each(ofThePaper)('points of %s obey its hypotheses', (_, of) => {
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(draw(of, seed).filter((point) => isBroken(of, point))).toEqual([]);
    }),
    settings,
  );
  expect(simplePoints(of, 40).filter((point) => isBroken(of, point))).toEqual([]);
});

describe('coordinates keep to their ranges', () => {
  test('positive and real', () => {
    const [signs, sizes] = [new Set<number>(), new Set<number>()];
    onEvery([positive('a'), real('b')], (point) => {
      expect(sign(value(point, 'a'))).toBe(1);
      signs.add(sign(value(point, 'b')));
      sizes.add(value(point, 'a').numerator.toString().length - value(point, 'a').denominator.toString().length);
    });
    expect([...signs].sort()).toEqual([-1, 1]);
    // 18 decades and both edges.
    expect(sizes.size).toBeGreaterThan(18);
  });

  test('below: between 0 and the other, closed up to it', () => {
    let reached = 0;
    onEvery([positive('a'), below('open', 'a'), below('closed', 'a', 'closed')], (point) => {
      expect(sign(value(point, 'open'))).toBe(1);
      expect(compare(value(point, 'open'), value(point, 'a'))).toBe(-1);
      expect(sign(value(point, 'closed'))).toBe(1);
      expect(compare(value(point, 'closed'), value(point, 'a'))).not.toBe(1);
      if (compare(value(point, 'closed'), value(point, 'a')) === 0) reached++;
    });
    expect(reached).toBeGreaterThan(0);
  });

  test('atLeast: from the other on, open beyond it', () => {
    let reached = 0;
    onEvery([positive('a'), atLeast('open', 'a', 'open'), atLeast('closed', 'a')], (point) => {
      expect(compare(value(point, 'open'), value(point, 'a'))).toBe(1);
      expect(compare(value(point, 'closed'), value(point, 'a'))).not.toBe(-1);
      if (compare(value(point, 'closed'), value(point, 'a')) === 0) reached++;
    });
    expect(reached).toBeGreaterThan(0);
  });

  test('onCircle: exactly, neither leg 0, all quadrants when both signs are asked for', () => {
    const quadrants = new Set<string>();
    onEvery([positive('h'), onCircle('a', 'b', 'h'), onCircle('c', 'd', 'h', 'both')], (point) => {
      const [h, a, b, c, d] = ['h', 'a', 'b', 'c', 'd'].map((name) => value(point, name)) as [
        Rational,
        Rational,
        Rational,
        Rational,
        Rational,
      ];
      expect(plus(multiply(a, a), multiply(b, b))).toEqual(multiply(h, h));
      expect(plus(multiply(c, c), multiply(d, d))).toEqual(multiply(h, h));
      expect([sign(a), sign(b)]).toEqual([1, 1]);
      quadrants.add(`${sign(c)} ${sign(d)}`);
    });
    expect([...quadrants].sort()).toEqual(['-1 -1', '-1 1', '1 -1', '1 1']);
  });

  test('oneOf and moderate', () => {
    const found = new Set<string>();
    onEvery([oneOf('n', [rational(3), rational(5)]), moderate('m')], (point) => {
      found.add(`${value(point, 'n').numerator}`);
      expect(compare(value(point, 'm'), rational(1, 8))).not.toBe(-1);
      expect(compare(value(point, 'm'), rational(8))).not.toBe(1);
    });
    expect([...found].sort()).toEqual(['3', '5']);
  });

  test('a coordinate must come after what it depends on', () => {
    expect(() => draw(domain([below('a', 'h'), positive('h')]), 1)).toThrow('expected h to be chosen before');
  });
});

describe('every fifth point', () => {
  const extremes = [rational(1), power(rational(10), 18), power(rational(10), -18)];
  const atEdge = (x: Rational): boolean => extremes.some((edge) => compare(edge, x) === 0);

  test('has at least one coordinate on an edge', () => {
    onEvery([positive('a'), positive('b')], (point, index) => {
      if (index % 5 === 4) expect([...point.values()].some(atEdge)).toBe(true);
    });
  });

  test('reaches the ends of a fraction, and others stay away from them', () => {
    onEvery([oneOf('one', [rational(1)]), below('x', 'one')], (point, index) => {
      const x = value(point, 'x');
      const distance = compare(x, rational(1, 2)) < 0 ? x : minus(rational(1), x);
      if (index % 5 !== 4) expect(compare(distance, power(rational(10), -10))).toBe(1);
    });
    const edges = draw(domain([oneOf('one', [rational(1)]), below('x', 'one')]), 3, 200)
      .map((point) => value(point, 'x'))
      .filter(
        (x) =>
          compare(x, power(rational(10), -18)) <= 0 || compare(minus(rational(1), x), power(rational(10), -18)) <= 0,
      );
    expect(edges.length).toBeGreaterThan(10);
  });
});

test('the same seed gives the same points, another seed others; more points begin with the fewer', () => {
  const of = domains.circleWithCutOff;
  expect(draw(of, 11)).toEqual(draw(of, 11));
  expect(draw(of, 12)).not.toEqual(draw(of, 11));
  expect(samples(of, 5, random(11, 'domain'))).toEqual(draw(of, 11).slice(0, 5));
  expect(samples(of, 25, random(11, 'other'))).not.toEqual(draw(of, 11));
});

test('simple points are simple, simplest first, and no more than asked for', () => {
  const simplicity = (point: Point): number =>
    Math.max(
      ...[...point.values()].map(
        ({ numerator, denominator }) => Number(numerator < 0n ? -numerator : numerator) + Number(denominator),
      ),
    );
  for (const [, of] of ofThePaper) {
    const points = simplePoints(of, 60);
    expect(points.length).toBeGreaterThan(0);
    expect(points.length).toBeLessThanOrEqual(60);
    expect(Math.max(...points.map(simplicity))).toBeLessThan(70_000);
    expect(
      new Set(
        points.map((point) =>
          JSON.stringify([...point].map(([name, x]) => [name, `${divide(x, rational(1)).numerator}/${x.denominator}`])),
        ),
      ).size,
    ).toBe(points.length);
  }
  const [first] = simplePoints(domains.cutOffBelow, 10);
  expect([...(first ?? [])]).toEqual([
    ['omega0I', rational(1)],
    ['DD', rational(1)],
    ['A2', rational(1)],
    ['D0', rational(1, 2)],
  ]);
  expect(simplePoints(domain([]), 10)).toEqual([new Map()]);
});
