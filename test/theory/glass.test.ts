import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cubeRoot, type GlassParameters, glass, glassSize, largestFilling } from '../../src/theory/glass.ts';
import { largestContactCorrection, pairDistribution, sharedVolume } from '../../src/theory/glass-contact.ts';
import { eachPair } from '../../src/theory/glass-pairs.ts';

const usual = { spins: 500, filling: 0.04, seed: 1 };

/** The smallest distance of any two spins or images, from all of them. */
const nearest = ({ spins, edge, positions }: ReturnType<typeof glass>): number => {
  let least = Number.POSITIVE_INFINITY;
  const apart = (i: number, j: number, axis: number): number => {
    const d = Math.abs((positions[3 * i + axis] ?? Number.NaN) - (positions[3 * j + axis] ?? Number.NaN));
    return Math.min(d, edge - d);
  };
  for (let i = 0; i < spins; i++)
    for (let j = 0; j < i; j++) least = Math.min(least, Math.hypot(apart(i, j, 0), apart(i, j, 1), apart(i, j, 2)));
  return least;
};

describe('a glass', () => {
  test('is the same for the same seed and label, and another one for others', () => {
    const { positions } = glass({ ...usual, label: 'a' });
    expect(glass({ ...usual, label: 'a' }).positions).toEqual(positions);
    expect(glass({ ...usual, label: 'b' }).positions).not.toEqual(positions);
    expect(glass({ ...usual, label: 'a', seed: 2 }).positions).not.toEqual(positions);
  });

  test('has the positions that every machine gives', () => {
    const { edge, positions } = glass({ spins: 1000, filling: 1 / 8, seed: 1 });
    expect(edge).toBe(20);
    expect([...positions.slice(0, 3), ...positions.slice(-3)]).toEqual([
      5.755501165986061, 7.384107979014516, 9.674275573343039, 0.6550313485786319, 6.727447756566107, 9.836133657954633,
    ]);
  });

  test('has no two spins nearer than r0, images included, at any size and filling', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 150 }),
        fc.double({ min: 1e-4, max: largestFilling, noNaN: true }),
        fc.integer(),
        (spins, filling, seed) => {
          const made = glass({ spins, filling, seed });
          expect(made.positions.length).toBe(3 * spins);
          expect(nearest(made)).toBeGreaterThanOrEqual(1);
          for (const x of made.positions) expect(x >= 0 && x < made.edge).toBe(true);
          expect((spins / made.edge ** 3 / filling).toFixed(12)).toBe('1.000000000000');
        },
      ),
      { numRuns: 60, seed: 1 },
    );
  });

  test('without the rule, some would be nearer: the property above can fail', () => {
    // Uniform positions but for the few that were drawn anew; then all lengths a tenth.
    const { edge, positions } = glass({ spins: 1000, filling: 1e-4, seed: 3 });
    const packed = { spins: 1000, filling: 0.1, edge: edge / 10, positions: positions.map((x) => x / 10) };
    expect(nearest(packed)).toBeLessThan(1);
  });

  test('fills its box evenly', () => {
    const { spins, edge, positions } = glass({ spins: 20_000, filling: 0.04, seed: 4 });
    for (const axis of [0, 1, 2]) {
      const tenths = new Array<number>(10).fill(0);
      for (let i = 0; i < spins; i++) {
        const tenth = Math.floor((10 * (positions[3 * i + axis] ?? 0)) / edge);
        tenths[tenth] = (tenths[tenth] ?? 0) + 1;
      }
      for (const found of tenths) expect(Math.abs(found - 2000)).toBeLessThan(5 * Math.sqrt(2000));
    }
  });

  test.each<[string, Partial<GlassParameters>, RegExp]>([
    ['no spins', { spins: 0 }, /expected at least two spins.*, got 0$/],
    ['one spin', { spins: 1 }, /expected at least two spins.*, got 1$/],
    ['a negative number of spins', { spins: -5 }, /expected at least two spins.*, got -5$/],
    ['half a spin', { spins: 2.5 }, /expected an integer from 2 to 10000000 as number of spins, got 2.5/],
    ['too many spins', { spins: 1e9 }, /expected an integer from 2 to 10000000 as number of spins, got 1000000000/],
    ['NaN spins', { spins: Number.NaN }, /expected an integer .* got NaN/],
    ['filling 0', { filling: 0 }, /expected a filling nS r0\^3 above 0 and at most 0.2.*, got 0$/],
    ['a negative filling', { filling: -0.01 }, /above 0 .*, got -0.01$/],
    ['an impossible filling', { filling: 0.8 }, /at most 0.2, .* \(at 0.73 random addition leaves none\), got 0.8$/],
    ['NaN as filling', { filling: Number.NaN }, /got NaN$/],
    ['a seed that is no integer', { seed: 0.5 }, /expected an integer as seed, got 0.5/],
  ])('refuses %s', (_, wrong, message) => {
    const make = () => glass({ ...usual, ...wrong });
    expect(make).toThrow(RangeError);
    expect(make).toThrow(message);
  });

  test.each([1e-300, 0.001, 1, 2, 27, 1e6, 5e7, 1e300])('the cube root of %s', (x) => {
    const root = cubeRoot(x);
    expect(Math.abs(root / Math.cbrt(x) - 1)).toBeLessThan(1e-15);
  });
});

describe('a sample in SI units', () => {
  test('has the filling of its concentration', () => {
    const { spins, filling } = glassSize({ nS: 4e25, r0: 1e-9, spins: 1000 });
    expect(spins).toBe(1000);
    expect(filling).toBeCloseTo(0.04, 15);
  });

  test('in a box has the nearest number of spins, and the filling of that', () => {
    // 1e25 times (100.01 nm)^3 is 10003.0003.
    const { spins, filling } = glassSize({ nS: 1e25, r0: 1e-9, box: 100.01e-9 });
    expect(spins).toBe(10_003);
    expect(filling / 0.01 - 1).toBeCloseTo(-3.0e-8, 9);
    expect(glass({ spins, filling, seed: 1 }).edge).toBeCloseTo(100.01, 10);
  });

  test.each([
    [{ nS: 0, r0: 1e-9, spins: 10 }, /expected a positive concentration nS, got 0/],
    [{ nS: 1e25, r0: 0, spins: 10 }, /expected a positive smallest distance r0, got 0/],
    [{ nS: 1e25, r0: -1e-9, spins: 10 }, /expected a positive smallest distance r0, got -1e-9/],
    [{ nS: 1e25, r0: 1e-9, box: 0 }, /expected a positive edge of the box, got 0/],
    [{ nS: 1e25, r0: 1e-9, box: 5e-9 }, /expected at least two spins.*, got 1$/],
    [{ nS: 1e25, r0: 4e-9, spins: 10 }, /expected a filling .*, got 0.64/],
    [{ nS: 1e25, r0: 1e-9, spins: 1 }, /expected at least two spins.*, got 1$/],
  ])('%o is refused', (sample, message) => {
    expect(() => glassSize(sample)).toThrow(RangeError);
    expect(() => glassSize(sample)).toThrow(message);
  });
});

describe('near contact', () => {
  test('two balls share all, the lens known at r = 1, and nothing', () => {
    expect(sharedVolume(0)).toBeCloseTo((4 * Math.PI) / 3, 14);
    // Two caps of height 1/2: 2 pi h^2 (3 - h)/3.
    expect(sharedVolume(1)).toBeCloseTo((2 * Math.PI * 0.25 * 2.5) / 3, 14);
    expect(sharedVolume(2)).toBe(0);
    expect(sharedVolume(3)).toBe(0);
  });

  test('the correction is largest at contact', () => {
    const g = pairDistribution(0.04, 1e9);
    expect(g(1) - 1).toBeCloseTo(largestContactCorrection(0.04), 8);
    expect(g(1.5)).toBeLessThan(g(1));
    expect(g(2)).toBeCloseTo(1, 8);
  });

  test('the partners of a spin in a small box are one less than the spins', () => {
    // Uniform part alone: with the density far away over all of the box but the ball.
    const [filling, spins] = [0.1, 20];
    const far = pairDistribution(filling, spins)(2);
    expect(filling * far * (spins / filling - (4 * Math.PI) / 3)).toBeCloseTo(spins - 1, 12);
  });

  test('random addition crowds pairs as the kinetics say, not as equilibrium would', () => {
    // Larger than usual, so that the effect shows in few glasses: 0.683 +- 0.009 in 4 million spins, 2/3 in the limit.
    const [filling, spins, count] = [0.1, 100_000, 2];
    let [found, product, norm] = [0, 0, 0];
    for (let seed = 0; seed < count; seed++)
      eachPair(glass({ spins, filling, seed, label: 'contact' }), 2, (_i, _j, _dx, _dy, _dz, r2) => {
        found++;
        product += sharedVolume(Math.sqrt(r2)) * filling;
      });
    // Least squares for g = 1 + factor n w, with the integrals of w and w^2 over 1 < r < 2 by the midpoint rule.
    const steps = 1000;
    let [first, second] = [0, 0];
    for (let k = 0; k < steps; k++) {
      const r = 1 + (k + 0.5) / steps;
      const shell = (2 * Math.PI * r * r) / steps;
      const w = sharedVolume(r) * filling;
      first += shell * w;
      second += shell * w * w;
    }
    const pairs = count * spins * filling;
    norm = pairs * second;
    const factor = (product - pairs * first) / norm;
    const error = Math.sqrt(1 / norm);
    expect(found).toBeGreaterThan(1000);
    expect(error).toBeLessThan(0.05);
    expect(Math.abs(factor - 2 / 3)).toBeLessThan(3 * error);
    expect(Math.abs(factor - 1)).toBeGreaterThan(6 * error);
    expect(factor).toBeGreaterThan(6 * error);
  });
});
