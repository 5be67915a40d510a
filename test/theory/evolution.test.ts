import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evolve, type FlipSystem, type PerObservable } from '../../src/theory/evolution.ts';

const period = 2 * Math.PI;
const system: FlipSystem = { D: 0.6, couplings: [[0.01, 0]], pair: [0.1, 0.4, 0.3, 0.2], nucleus: [0.7, 0.3] };
const at = (of: Partial<FlipSystem>, Delta: number, time: number): PerObservable<number> =>
  evolve({ ...system, ...of }, Delta, [time])[0] as PerObservable<number>;

/** Even steps of a thousandth: doubles drawn as such are nearly all close to 0, where nothing happens. */
const numbers = (min: number, max: number) => fc.integer({ min: 1000 * min, max: 1000 * max }).map((n) => n / 1000);
const populations = fc
  .tuple(numbers(0.01, 1), numbers(0.01, 1), numbers(0.01, 1), numbers(0.01, 1))
  .map(([a, b, c, d]) => [a, b, c, d].map((p) => p / (a + b + c + d)) as [number, number, number, number]);
const couplings = fc.array(fc.tuple(numbers(-0.5, 0.5), numbers(-0.5, 0.5)), { minLength: 1, maxLength: 2 });

test('energy is conserved at any strength, at any time, with one nucleus or two', () => {
  fc.assert(
    fc.property(
      numbers(-2, 2),
      numbers(0.1, 2),
      couplings,
      populations,
      numbers(0, 1),
      numbers(0, 1e3),
      (D, Delta, A, pair, up, t) => {
        const change = at({ D, couplings: A, pair, nucleus: [up, 1 - up] }, Delta, t);
        const { nuclearEnergy, zeeman, interaction, hyperfine, polarization } = change;
        expect(Math.abs(nuclearEnergy + zeeman + interaction + hyperfine)).toBeLessThan(1e-11);
        expect(nuclearEnergy).toBeCloseTo(-polarization / 2, 13);
        // P lies between -1 and 1 for each nucleus, wherever it started.
        expect(Math.abs(polarization / A.length + 2 * up - 1)).toBeLessThan(1 + 1e-11);
      },
    ),
    { numRuns: 30, seed: 7 },
  );
});

test('on resonance a triple flip is a Rabi oscillation of frequency 2 v, v = A D/4', () => {
  // v^2 sin^2(v t)/v^2: only the upper state with I_z = +1/2 is populated.
  const A = 1e-4;
  const only = { couplings: [[A, 0]] as const, pair: [0, 1, 0, 0] as const, nucleus: [1, 0] as const };
  const v = (A * system.D) / 4;
  for (const share of [0.25, 0.5, 1]) {
    const t = period * Math.round((share * Math.PI) / (2 * v) / period);
    const flipped = Math.sin(v * t) * Math.sin(v * t);
    for (const Delta of [0.8, -0.8]) {
      const change = at(only, Delta, t);
      expect(change.polarization).toBeCloseTo(-2 * flipped, 6);
      expect(change.nuclearEnergy).toBeCloseTo(flipped, 6);
      expect(change.zeeman).toBeCloseTo(-0.64 * flipped, 6);
      expect(change.interaction).toBeCloseTo(-0.36 * flipped, 6);
    }
  }
});

describe('nothing happens', () => {
  test('without hyperfine coupling, nor at time 0', () => {
    for (const change of [at({ couplings: [[0, 0]] }, 0.8, 1e3), at({}, 0.8, 0)])
      for (const value of Object.values(change)) expect(Math.abs(value)).toBeLessThan(1e-12);
  });
  test('to the electrons without their coupling, while the nucleus returns after each period', () => {
    const change = at({ D: 0 }, 1, 100 * period);
    expect(Math.abs(change.zeeman)).toBeLessThan(1e-14);
    expect(change.interaction).toBe(0);
    // (A/4)^2 times the phase slipped, squared: what a tilt of the nuclear axis by A/2 leaves.
    expect(Math.abs(change.polarization)).toBeLessThan(1e-8);
    expect(Math.abs(at({ D: 0 }, 1, 100.5 * period).polarization)).toBeGreaterThan(1e-6);
  });
  test('to the electrons where both couple to the nucleus alike', () => {
    const change = at({ couplings: [[0.01, 0.01]] }, 0.8, 300);
    for (const value of [change.zeeman, change.interaction]) expect(Math.abs(value)).toBeLessThan(1e-13);
    expect(Math.abs(at({ couplings: [[0.01, -0.01]] }, 0.8, 300).zeeman)).toBeGreaterThan(0.01);
  });
  test('in the state of equal populations', () => {
    const change = at({ pair: [0.25, 0.25, 0.25, 0.25], nucleus: [0.5, 0.5] }, 0.8, 300);
    for (const value of Object.values(change)) expect(Math.abs(value)).toBeLessThan(1e-12);
  });
});

test('exchange of the two electrons changes nothing', () => {
  // (Delta, A_i, A_j) and (-Delta, A_j, A_i) are the same pair.
  const [one, other] = [at({ couplings: [[0.2, -0.1]] }, 0.7, 50), at({ couplings: [[-0.1, 0.2]] }, -0.7, 50)];
  for (const name of ['polarization', 'zeeman', 'interaction'] as const) {
    expect(other[name]).toBeCloseTo(one[name], 12);
    expect(Math.abs(one[name])).toBeGreaterThan(1e-5);
  }
});

test('what is no system is refused in a sentence', () => {
  const refused: readonly (readonly [Partial<FlipSystem>, string])[] = [
    [
      { pair: [0.5, 0.5, 0.5, -0.5] },
      'expected 4 populations of the pair, none negative, with the sum 1, got 0.5, 0.5,',
    ],
    [{ pair: [0.5, 0.5, 0.5, 0.5] }, 'expected 4 populations of the pair'],
    [{ nucleus: [0.5, 0.4] }, 'expected 2 populations of the nucleus, none negative, with the sum 1, got 0.5, 0.4'],
    [{ couplings: [] }, 'expected couplings with one or two nuclei, got 0'],
    [{ couplings: [[Number.NaN, 0]] }, 'expected finite couplings, got 0.6, NaN, 0'],
    [{ D: Number.POSITIVE_INFINITY }, 'expected finite couplings, got Infinity'],
  ];
  for (const [of, why] of refused) {
    expect(() => at(of, 0.8, 1)).toThrow(RangeError);
    expect(() => at(of, 0.8, 1)).toThrow(why);
  }
  expect(() => at({ D: 0 }, 0, 1)).toThrow('expected finite Delta and D, not both 0');
});
