import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Glass, glass } from '../../src/theory/glass.ts';
import { eachPair } from '../../src/theory/glass-pairs.ts';

interface Pair {
  readonly pair: string;
  readonly way: readonly [number, number, number];
}

/** All pairs with any of the 27 images within reach, from positions alone. */
const bruteForce = ({ spins, edge, positions }: Glass, reach: number): Pair[] => {
  const found: Pair[] = [];
  const images = [-edge, 0, edge];
  const apart = (i: number, j: number, axis: number): number =>
    (positions[3 * j + axis] ?? Number.NaN) - (positions[3 * i + axis] ?? Number.NaN);
  for (let i = 0; i < spins; i++)
    for (let j = i + 1; j < spins; j++) {
      const [x, y, z] = [apart(i, j, 0), apart(i, j, 1), apart(i, j, 2)];
      for (const X of images)
        for (const Y of images)
          for (const Z of images)
            if ((x + X) * (x + X) + (y + Y) * (y + Y) + (z + Z) * (z + Z) < reach * reach)
              found.push({ pair: `${i}-${j}`, way: [x + X, y + Y, z + Z] });
    }
  return found;
};

const visited = (glass: Glass, reach: number): Pair[] => {
  const found: Pair[] = [];
  let [least, most] = [1, 1];
  eachPair(glass, reach, (i, j, dx, dy, dz, r2) => {
    const ratio = r2 === 0 ? 1 : (dx * dx + dy * dy + dz * dz) / r2;
    [least, most] = [Math.min(least, ratio), Math.max(most, ratio)];
    found.push(i < j ? { pair: `${i}-${j}`, way: [dx, dy, dz] } : { pair: `${j}-${i}`, way: [-dx, -dy, -dz] });
  });
  expect(least).toBeCloseTo(1, 12);
  expect(most).toBeCloseTo(1, 12);
  return found;
};

const expectSame = (glass: Glass, reach: number): number => {
  const [expected, got] = [bruteForce(glass, reach), visited(glass, reach)];
  const ways = new Map(expected.map(({ pair, way }) => [pair, way]));
  expect(got.length).toBe(expected.length);
  expect(new Set(got.map(({ pair }) => pair)).size).toBe(got.length);
  let off = 0;
  for (const { pair, way } of got) {
    const [x, y, z] = ways.get(pair) ?? [Number.NaN, Number.NaN, Number.NaN];
    const apart = Math.hypot(way[0] - x, way[1] - y, way[2] - z);
    if (!(apart < 1e-10)) off++;
  }
  expect(off).toBe(0);
  return got.length;
};

describe('pairs within reach', () => {
  test('are those that a search among all images finds, each once', () => {
    // In eighths, so that spins sit on the walls of cells and exactly at the reach; the arithmetic is exact there.
    const eighths = fc.integer({ min: 0, max: 63 }).map((n) => n / 8);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(eighths, eighths, eighths), { minLength: 2, maxLength: 160, size: 'max' }),
        fc.integer({ min: 1, max: 32 }),
        (places, reach) => {
          const positions = Float64Array.from(places.flat());
          expectSame({ spins: places.length, filling: places.length / 512, edge: 8, positions }, reach / 8);
        },
      ),
      { numRuns: 40, seed: 2 },
    );
  });

  test.each([0.5, 1.2, 4.1, 8.9, 10.7])('in a glass of 700 spins, reach %s', (reach) => {
    const found = expectSame(glass({ spins: 700, filling: 0.07, seed: 5 }), reach);
    expect(found === 0).toBe(reach < 1);
  });

  test('come in the same order each time', () => {
    const made = glass({ spins: 300, filling: 0.05, seed: 6 });
    expect(visited(made, 4)).toEqual(visited(made, 4));
  });

  test.each([
    [0, /expected a positive reach, got 0/],
    [-1, /expected a positive reach, got -1/],
    [Number.NaN, /expected a positive reach, got NaN/],
    [Number.POSITIVE_INFINITY, /expected a positive reach, got Infinity/],
    [5.01, /expected a reach of at most half the edge of the box, 5 r0, got 5.01/],
  ])('a reach of %s is refused', (reach, message) => {
    const made = glass({ spins: 10, filling: 0.01, seed: 1 });
    const visit = () => eachPair(made, reach, () => {});
    expect(visit).toThrow(RangeError);
    expect(visit).toThrow(message);
  });
});
