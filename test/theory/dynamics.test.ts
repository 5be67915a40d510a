import { describe, expect, test } from 'vitest';
import { valueAt } from '../../src/meaning/value.ts';
import { binary64 } from '../../src/number/binary64.ts';
import {
  converged,
  type FlipEnsemble,
  flipDynamics,
  type Measured,
  resonanceDensity,
} from '../../src/theory/dynamics.ts';
import { evolve } from '../../src/theory/evolution.ts';
import { flipRate } from '../../src/theory/triple-flip.ts';

/** Couplings so weak that the error stated is near 1e-5. */
const weak = (D: number): number => (3e-4 * (1 - D) * (1 + D)) / Math.abs(D);
const ensemble = (D: number, of: Partial<FlipEnsemble> = {}): FlipEnsemble => ({
  D,
  sign: 1,
  couplings: [[weak(D), 0]],
  pair: [0.1, 0.4, 0.3, 0.2],
  nucleus: [0.7, 0.3],
  ...of,
});

/** Flips per time, upper to lower less lower to upper, by the golden rule: its rate with the delta function integrated. */
const flips = (of: FlipEnsemble): number => {
  const couplings = of.couplings.map(([i, j]) => i - j);
  const rates = couplings.map((A) => valueAt(flipRate, binary64, { Aplus: A, Aminus: A, D: of.D, omega0I: 1 }));
  const [, upper, lower] = of.pair;
  const balance = upper * of.nucleus[0] - lower * of.nucleus[1];
  return rates.reduce((a, b) => a + b) * resonanceDensity(of) * balance;
};

const isWithin = ({ value, error }: Measured, expected: number): boolean => Math.abs(value - expected) <= error;

/** Measured as expected within an error below 1e-4 of it, which excludes half and double and sqrt 2. */
const expectMeasured = (measured: Measured, expected: number): void => {
  expect(measured.error).toBeLessThan(1e-4 * Math.abs(expected));
  expect(isWithin(measured, expected)).toBe(true);
  for (const factor of [2, 1 / 2, Math.SQRT2, -1, 1.001]) expect(isWithin(measured, factor * expected)).toBe(false);
};

describe('exact dynamics gives the golden-rule rates', () => {
  const cases = [0.1, -0.3, 0.6, -0.8, 0.9].flatMap((D) => ([1, -1] as const).map((sign) => [D, sign] as const));
  test.each(cases)('D = %f, sign of Delta %i', (D, sign) => {
    const of = ensemble(D, { sign });
    const [rates, W] = [converged(of), flips(of)];
    expectMeasured(rates.polarization, -2 * W);
    expectMeasured(rates.nuclearEnergy, W);
    expectMeasured(rates.zeeman, -(1 - D * D) * W);
    expectMeasured(rates.interaction, -D * D * W);
    expect(Math.abs(rates.hyperfine.value)).toBeLessThan(1e-8 * Math.abs(W));
  });
  test.each([
    ['only the upper state, nucleus up', [0, 1, 0, 0], [1, 0]],
    ['only the lower state, nucleus down', [0, 0, 1, 0], [0, 1]],
    ['a pair warmer than its nucleus', [0.05, 0.2, 0.15, 0.6], [0.5, 0.5]],
  ] as const)('from %s', (_, pair, nucleus) => {
    const of = ensemble(0.6, { pair, nucleus });
    expectMeasured(converged(of).polarization, -2 * flips(of));
  });
  test('whatever the width of the distribution', () => {
    const of = ensemble(0.6, { width: 0.02, couplings: [[weak(0.6) / 5, 0]] });
    expectMeasured(converged(of).polarization, -2 * flips(of));
  });
  test.each([
    [1, -0.5],
    [1, 0.4],
    [0, 1],
  ])('with both electrons coupled to the nucleus, as |A_i - A_j|^2: %f, %f', (i, j) => {
    const A = weak(0.6) / Math.abs(i - j);
    const of = ensemble(0.6, { couplings: [[i * A, j * A]] });
    const { polarization } = converged(of);
    expectMeasured(polarization, -2 * flips(of));
    if (i * j === 0) return;
    for (const wrong of [(i + j) * (i + j), i * i + j * j, i * i])
      expect(isWithin(polarization, (-2 * flips(of) * wrong) / ((i - j) * (i - j)))).toBe(false);
  });
  test('with two nuclei, their rates added', () => {
    const of = ensemble(0.6, {
      couplings: [
        [weak(0.6), 0],
        [-weak(0.6) / 2, weak(0.6) / 4],
      ],
    });
    const [rates, W] = [converged(of), flips(of)];
    expectMeasured(rates.polarization, -2 * W);
    expectMeasured(rates.interaction, -0.36 * W);
  });
});

describe('nothing flows', () => {
  test('where all populations have one temperature', () => {
    const inverse = 1.3;
    const factors = [Math.exp(-inverse * 1.2), Math.exp(-inverse / 2), Math.exp(inverse / 2), Math.exp(inverse * 1.2)];
    const sum = factors.reduce((a, b) => a + b);
    const pair = factors.map((factor) => factor / sum) as [number, number, number, number];
    const up = 1 / (1 + Math.exp(-inverse));
    const rates = converged(ensemble(0.6, { pair, nucleus: [up, 1 - up] }));
    const oneWay = flips(ensemble(0.6, { pair: [0, 1, 0, 0], nucleus: [1, 0] })) * (pair[1] as number) * up;
    for (const { value } of Object.values(rates)) expect(Math.abs(value)).toBeLessThan(1e-6 * oneWay);
    // A nucleus that is a tenth colder or warmer is noticed.
    const off = converged(ensemble(0.6, { pair, nucleus: [up + 0.02, 0.98 - up] }));
    expect(Math.abs(off.polarization.value)).toBeGreaterThan(1e-2 * oneWay);
  });
  test('where both electrons couple alike', () => {
    const A = weak(0.6);
    const { polarization } = converged(ensemble(0.6, { couplings: [[A, A]] }));
    expect(Math.abs(polarization.value)).toBeLessThan(1e-6 * flips(ensemble(0.6)));
  });
  test('in states without a mixed one', () => {
    const { polarization } = converged(ensemble(0.6, { pair: [0.4, 0, 0, 0.6] }));
    expect(Math.abs(polarization.value)).toBeLessThan(1e-6 * flips(ensemble(0.6)));
  });
});

test('what is not golden rule falls as A^2', () => {
  const deviation = (scale: number): number => {
    const of = ensemble(0.6, { couplings: [[scale * weak(0.6), 0]] });
    return flipDynamics(of).polarization / (-2 * flips(of)) - 1;
  };
  const [whole, half] = [deviation(8), deviation(4)];
  expect(whole / half).toBeGreaterThan(3.9);
  expect(whole / half).toBeLessThan(4.1);
  // The first term of the Bessel function J0(2 v t) by which a Rabi oscillation falls short, at the times used.
  expect(whole).toBeLessThan(-1e-3);
});

test('couplings too strong for a golden rule are told by the error, which covers what they do', () => {
  for (const scale of [30, 100]) {
    const of = ensemble(0.6, { couplings: [[scale * weak(0.6), 0]] });
    const [{ polarization }, expected] = [converged(of), -2 * flips(of)];
    expect(Math.abs(polarization.value / expected - 1)).toBeGreaterThan(2e-5);
    expect(isWithin(polarization, expected)).toBe(true);
    expect(polarization.error).toBeLessThan(Math.abs(expected));
  }
});

test('couplings so weak that rounding counts are told by the error too', () => {
  const of = ensemble(0.6, { couplings: [[1e-3 * weak(0.6), 0]] });
  const [{ zeeman }, expected] = [converged(of), -0.64 * flips(of)];
  expect(Math.abs(zeeman.value / expected - 1)).toBeGreaterThan(1e-5);
  expect(isWithin(zeeman, expected)).toBe(true);
});

test('the mean over Delta is that of a finer sum', () => {
  // The same ensemble by hand, twice as fine and wider, between two times a good way apart.
  const of = ensemble(0.6);
  const B = 0.1;
  const times = [28, 40].map((periods) => periods * 2 * Math.PI);
  let [early, late] = [0, 0];
  for (let index = -80; index <= 80; index++) {
    const weight = (0.1 * Math.exp((-index * index) / 200)) / Math.sqrt(2 * Math.PI);
    const [first, second] = evolve(of, 0.8 + 0.1 * index * B, times);
    early += weight * (first?.polarization ?? Number.NaN);
    late += weight * (second?.polarization ?? Number.NaN);
  }
  const slope = (late - early) / (12 * 2 * Math.PI);
  expect(slope / flipDynamics({ ...of, width: B }).polarization).toBeCloseTo(1, 3);
});

test('what has no resonance is refused in a sentence', () => {
  const refused: readonly (readonly [FlipEnsemble, string])[] = [
    [
      ensemble(0.5, { D: 0 }),
      'expected 0 < |D| < omega0I = 1, where there is a resonance at Delta other than 0, got 0',
    ],
    [ensemble(0.5, { D: -1 }), 'got -1'],
    [ensemble(0.5, { D: Number.NaN }), 'got NaN'],
    [ensemble(0.6, { width: 0.2 }), 'at most an eighth of |Delta| = 0.8, got 0.2'],
    [ensemble(0.6, { width: 0 }), 'expected a width above 0'],
    [ensemble(0.6, { sign: 0 as 1 }), 'expected 1 or -1 as the sign of Delta, got 0'],
    [ensemble(0.6, { pair: [0.5, 0.5, 0.5, -0.5] }), 'expected 4 populations of the pair, none negative'],
  ];
  for (const [of, why] of refused) {
    expect(() => converged(of)).toThrow(RangeError);
    expect(() => flipDynamics(of)).toThrow(why);
  }
});
