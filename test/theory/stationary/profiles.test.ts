import { describe, expect, test } from 'vitest';
import {
  equilibriumProfile,
  holeProfile,
  latticeProfile,
  type Profile,
  tableProfile,
} from '../../../src/theory/stationary/profiles.ts';

const omegaS = 6e11;
const betaL = 1.8e-12;
const hole = holeProfile({ betaL, omegaM: omegaS, holeFwhm: 2e7, depth: 0.5 });
const table = tableProfile([
  [omegaS - 1e8, betaL],
  [omegaS, -betaL],
  [omegaS + 3e8, 3 * betaL],
]);
const profiles: readonly Profile[] = [
  latticeProfile({ betaL }),
  equilibriumProfile({ beta: -betaL, shift: 2 }),
  hole,
  table,
];

describe('profiles', () => {
  test('Zeeman terms', () => {
    expect(latticeProfile({ betaL: -betaL }).term(omegaS)).toBe(-omegaS * betaL);
    expect(equilibriumProfile({ beta: betaL, shift: 3 }).term(omegaS)).toBe(omegaS * betaL + 3);
    expect(hole.term(omegaS)).toBe(omegaS * betaL * 0.5);
    // Half of the depth at half of the width.
    expect(hole.term(omegaS + 1e7) / ((omegaS + 1e7) * betaL)).toBeCloseTo(0.75, 14);
    expect(table.term(omegaS)).toBe(-omegaS * betaL);
    expect(table.term(omegaS - 5e7)).toBeCloseTo(0, 14);
    expect(table.term(omegaS + 1.5e8) / (omegaS + 1.5e8)).toBeCloseTo(betaL, 26);
    // Constant beyond the table.
    expect(table.term(omegaS - 2e8)).toBe((omegaS - 2e8) * betaL);
    expect(table.term(omegaS + 9e8)).toBeCloseTo((omegaS + 9e8) * 3 * betaL, 13);
  });

  test.each(profiles.map((profile) => [profile.name, profile] as const))('%s: columns are the terms', (_, profile) => {
    const offset = Float64Array.from({ length: 101 }, (_, k) => (k - 50) * 1e7);
    const out = new Float64Array(offset.length);
    profile.terms(offset, offset.length, omegaS, 1e6, out);
    offset.forEach((x, k) => {
      expect(Math.abs((out[k] as number) - profile.term(omegaS + (x - 1e6)))).toBeLessThan(1e-12);
    });
  });

  test('depths from 0 to 1 are taken', () => {
    expect(holeProfile({ betaL, omegaM: omegaS, holeFwhm: 1, depth: 1 }).term(omegaS)).toBe(0);
    expect(holeProfile({ betaL, omegaM: omegaS, holeFwhm: 1, depth: 0 }).term(omegaS)).toBe(omegaS * betaL);
  });
});

describe('what is no profile is refused', () => {
  const of = { betaL, omegaM: omegaS, holeFwhm: 1, depth: 1 };
  test.each([
    [() => latticeProfile({ betaL: Number.NaN }), 'betaL must be a finite number, got NaN'],
    [
      () => equilibriumProfile({ beta: Number.POSITIVE_INFINITY, shift: 0 }),
      'beta must be a finite number, got Infinity',
    ],
    [() => equilibriumProfile({ beta: 0, shift: Number.NaN }), 'shift must be a finite number, got NaN'],
    [() => holeProfile({ ...of, betaL: Number.NaN }), 'betaL must be a finite number, got NaN'],
    [() => holeProfile({ ...of, omegaM: Number.NaN }), 'omegaM must be a finite number, got NaN'],
    [() => holeProfile({ ...of, holeFwhm: 0 }), 'holeFwhm must be above 0, got 0'],
    [() => holeProfile({ ...of, depth: -0.1 }), 'depth must be from 0 to 1, got -0.1'],
    [() => holeProfile({ ...of, depth: 1.1 }), 'depth must be from 0 to 1, got 1.1'],
    [() => holeProfile({ ...of, depth: Number.NaN }), 'depth must be a finite number, got NaN'],
    [() => tableProfile([]), 'the profile must have at least two rows, got 0'],
    [
      () => tableProfile([[2, 1], [1, 1]]), // biome-ignore format: a table
      'row 2 of the profile: frequency must be above that of row 1, got 1 after 2',
    ],
    [
      () => tableProfile([[1, 1], [2, Number.NaN]]), // biome-ignore format: a table
      'row 2 of the profile: inverse temperature must be a finite number, got NaN',
    ],
  ])('%#', (make, message) => {
    expect(make).toThrow(RangeError);
    expect(make).toThrow(message);
  });
});
