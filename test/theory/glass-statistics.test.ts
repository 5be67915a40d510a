import { describe, expect, test } from 'vitest';
import { random } from '../../src/number/random.ts';
import { type Glass, glass } from '../../src/theory/glass.ts';
import { sharedVolume } from '../../src/theory/glass-contact.ts';
import { frequencies } from '../../src/theory/glass-frequencies.ts';
import { usualSums, windowAround } from '../../src/theory/glass-settings.ts';
import { meanAndError, type Replicates, replicate, replicates, statistics } from '../../src/theory/glass-statistics.ts';
import {
  chanceOfDifference,
  fieldHalfWidth,
  momentBeyond,
  overDensity,
  partnersWithin,
  shareBelow,
  uniformSums,
} from '../../src/theory/glass-uniform.ts';

/** Few spins at the places named, in a box of that edge. */
const placed = (edge: number, places: readonly (readonly number[])[]): Glass => ({
  spins: places.length,
  filling: places.length / (edge * edge * edge),
  edge,
  positions: Float64Array.from(places.flat()),
});

describe('the values for uniform positions', () => {
  test('hold the moments, whose integrals over positions are known', () => {
    expect(momentBeyond(0.01, 2)).toBeCloseTo(((4 * Math.PI) / 15) * 0.01, 16);
    expect(momentBeyond(0.01, 3)).toBeCloseTo((-4 * Math.PI * 0.01) / 105, 16);
    expect(momentBeyond(0.01, 4)).toBeCloseTo(momentBeyond(0.01, 2) / 7, 16);
    for (const n of [2, 3, 4] as const) {
      // Shells from 2 to 3, by Simpson's rule in r, twice in steps: 4 pi f r^2 <D^n>.
      const shells = momentBeyond(1, n, 2) - momentBeyond(1, n, 3);
      const mean = { 2: 1 / 5, 3: -2 / 35, 4: 3 / 35 }[n];
      let sum = 0;
      for (let k = 0; k < 2000; k++) {
        const r = 2 + (k + 0.5) / 2000;
        sum += (4 * Math.PI * mean * r ** (2 - 3 * n)) / 2000;
      }
      expect(sum / shells).toBeCloseTo(1, 6);
    }
  });

  test('integrals over the density agree with them and with its primitive', () => {
    expect(overDensity(0.02, (x) => x * x) / momentBeyond(0.02, 2)).toBeCloseTo(1, 6);
    expect(overDensity(0.02, (x) => x * x * x) / momentBeyond(0.02, 3)).toBeCloseTo(1, 6);
    expect(overDensity(0.02, (x) => x * x * x * x) / momentBeyond(0.02, 4)).toBeCloseTo(1, 6);
    for (const [from, to] of usualSums.bins) {
      const counted = overDensity(0.02, (x) => (x >= from && x < to ? 1 : 0));
      expect(counted / partnersWithin(0.02, from, to)).toBeCloseTo(1, 2);
    }
  });

  test('the chance of a difference is that of the error function', () => {
    // erf(1) and erf(2) - erf(1/2), DLMF 7.
    expect(chanceOfDifference(1 / 2, [0, 1])).toBeCloseTo(0.8427007929497149, 14);
    expect(chanceOfDifference(1, [1, 4])).toBeCloseTo(0.9953222650189527 - 0.5204998778130465, 14);
    expect(chanceOfDifference(1, [0, 100])).toBe(1);
    // erfc(4.5).
    expect(chanceOfDifference(0.1, [0.9, 4])).toBeCloseTo(1.96616e-10, 14);
  });

  test('a wide window lets all pairs in, and each pair by the whole of the window', () => {
    const window = windowAround(20, 1 / 2);
    const row = uniformSums(0.01, { ...usualSums, windows: [window] });
    expect((row['window 20'] as number) / momentBeyond(0.01, 2) / 40).toBeCloseTo(1, 3);
    expect((row['Zeeman 20'] as number) + (row['interaction 20'] as number)).toBeCloseTo(
      row['window 20'] as number,
      15,
    );
  });

  test('half of the local fields are below the half width', () => {
    // Otherwise: of partners at angle t alone it would be 4 pi/3 times pi/2 times |1 - 3 cos^2 t|/2.
    let mean = 0;
    for (let k = 0; k < 10_000; k++) mean += Math.abs(1 - 3 * ((k + 0.5) / 10_000) ** 2) / 20_000;
    expect(fieldHalfWidth(0.01) / 0.01).toBeCloseTo(((2 * Math.PI ** 2) / 3) * mean, 6);
    expect(shareBelow(fieldHalfWidth(1))).toBeCloseTo(1 / 2, 15);
  });
});

describe('sums over the pairs of a glass', () => {
  const sums = { ...usualSums, reach: 4 };
  const job: Replicates = { spins: 10_000, filling: 0.02, seed: 11, count: 16, settings: { sums } };
  const rows = replicates(job);
  const found = meanAndError(rows);
  const expected = uniformSums(job.filling, usualSums);
  /** By how many standard errors the mean is away from the value. */
  const off = (name: string, value: number): number => {
    const { mean, error } = found[name] ?? { mean: Number.NaN, error: Number.NaN };
    return Math.abs(mean - value) / error;
  };

  test('have all the values expected, and nothing else', () => {
    expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
    expect(Object.keys(found)).toHaveLength(3 + 12 + 4 * 5);
  });

  test.each(Object.keys(expected))('%s is that of uniform positions', (name) => {
    expect(off(name, expected[name] as number)).toBeLessThan(5);
  });

  test.each(['M2', 'M4', 'count 0.04..0.07', 'window 1', 'Zeeman 1', 'interaction 0.5', 'drawn 1', 'decorrelated 1'])(
    '%s tells a factor of 1.3 from it',
    (name) => {
      expect(off(name, 1.3 * (expected[name] as number))).toBeGreaterThan(5);
      expect(off(name, (expected[name] as number) / 1.3)).toBeGreaterThan(5);
    },
  );

  test('do not depend on the reach, as the rest is added', () => {
    const made = glass({ spins: 4000, filling: 0.04, seed: 12 });
    const row = (reach: number) => statistics(made, { sums: { ...usualSums, reach } }, random(1));
    const [near, far] = [row(4), row(7)];
    for (const name of ['M2', 'M3', 'M4', 'window 1', 'Zeeman 0.25', 'interaction 0.25'])
      expect((near[name] as number) / (far[name] as number)).toBeCloseTo(1, 2);
    expect(near['count 0.02..0.04']).toBe(far['count 0.02..0.04']);
  });

  test('without pairs in reach are those of uniform positions beyond', () => {
    const reach = 3;
    const apart = placed(100, [
      [10, 10, 10],
      [60, 60, 60],
    ]);
    const row = statistics(apart, { sums: { ...usualSums, reach, bins: [] } }, random(1));
    // Beyond a distance of 3 there is what there is beyond 1 with all lengths three times as large.
    const volume = reach ** 3;
    const beyond = (f: (D: number) => number): number => volume * overDensity(apart.filling, (x) => f(x / volume));
    const expectNear = (name: string, value: number) => expect((row[name] as number) / value).toBeCloseTo(1, 2);
    for (const { omega0I, from, to } of usualSums.windows.slice(1)) {
      const differences = (D: number) => [Math.sqrt(from ** 2 - D ** 2), Math.sqrt(to ** 2 - D ** 2)] as const;
      expectNear(
        `window ${omega0I}`,
        beyond((D) => 2 * D ** 2 * (differences(D)[1] - differences(D)[0])),
      );
      expectNear(
        `interaction ${omega0I}`,
        beyond((D) => {
          const [least, most] = differences(D);
          return 2 * D ** 3 * (Math.atan(most / D) - Math.atan(least / D));
        }),
      );
      const drawn = beyond((D) => D ** 2 * chanceOfDifference(usualSums.lineWidth, differences(D)));
      expectNear(`drawn ${omega0I}`, drawn);
      expectNear(`decorrelated ${omega0I}`, drawn);
    }
  });

  test('of one pair are those of its coupling', () => {
    // Along the field at 1.25 and far from all others: D = -0.512, and g(r) is nearly 1 with two spins in 2e6.
    const two = placed(125, [
      [1, 2, 124.5],
      [1, 2, 0.75],
    ]);
    const bins = [[-0.6, -0.5] as const];
    const windows = [windowAround(0.4), windowAround(0.6), windowAround(2)];
    const row = statistics(two, { sums: { ...usualSums, reach: 62, bins, windows } }, random(1));
    const D = -1 / 1.25 ** 3;
    const g = (1 - 1 / 2) / (1 - (4 * Math.PI) / (3 * 125 ** 3));
    const close = (name: string, value: number) => expect((row[name] as number) / (value / g)).toBeCloseTo(1, 4);
    close('M2', D ** 2);
    close('M3', D ** 3);
    close('count -0.6..-0.5', 1);
    // Delta from 0 to sqrt(0.75^2 - D^2): the lower end of the window is below |D|.
    const most = Math.sqrt(0.75 ** 2 - D ** 2);
    close('window 0.6', 2 * D ** 2 * most);
    close('interaction 0.6', 2 * D ** 2 * Math.abs(D) * Math.atan(most / Math.abs(D)));
    const [lower, upper] = [Math.sqrt(1.5 ** 2 - D ** 2), Math.sqrt(2.5 ** 2 - D ** 2)];
    close('window 2', 2 * D ** 2 * (upper - lower));
    // 0.3 to 0.5 is below |D| all over.
    expect(row['window 0.4']).toBeLessThan(1e-9);
  });
});

describe('replicates', () => {
  const job: Replicates = {
    spins: 300,
    filling: 0.02,
    seed: 3,
    label: 'some',
    count: 4,
    settings: { sums: usualSums, fields: { reach: 10, levels: [1] }, links: [1.5] },
  };
  const rows = replicates(job);

  test('are the same whoever computes them, and in whatever order', () => {
    const backwards = [3, 2, 1, 0].map((index) => replicate(job, index)).reverse();
    expect(backwards).toEqual(rows);
    expect(meanAndError(backwards)).toEqual(meanAndError(rows));
    expect(replicate({ ...job, count: 100 }, 2)).toEqual(rows[2]);
  });

  test('differ from each other, and with seed and label', () => {
    expect(new Set(rows.map(({ M2 }) => M2)).size).toBe(4);
    expect(replicate({ ...job, seed: 4 }, 0).M2).not.toBe(rows[0]?.M2);
    expect(replicate({ ...job, label: 'others' }, 0).M2).not.toBe(rows[0]?.M2);
  });

  test('hold the parts asked for', () => {
    const settings = { links: [1.5, 2] };
    expect(Object.keys(replicate({ ...job, settings }, 0))).toEqual([
      'pairs 1.5',
      'triples 1.5',
      'pairs 2',
      'triples 2',
    ]);
  });

  test('mean and standard error of 1, 2, 3, 6', () => {
    const { a } = meanAndError([1, 2, 3, 6].map((a) => ({ a })));
    expect(a?.mean).toBe(3);
    expect(a?.error).toBeCloseTo(Math.sqrt(14 / 12), 15);
  });

  test('bad input is refused', () => {
    expect(() => replicate(job, 4)).toThrow(new RangeError('expected the index of a replicate from 0 to 3, got 4'));
    expect(() => replicate(job, -1)).toThrow(RangeError);
    expect(() => meanAndError([{ a: 1 }])).toThrow(/expected at least two replicates, .*, got 1/);
    expect(() => meanAndError([])).toThrow(RangeError);
    expect(() => meanAndError([{ a: 1 }, { b: 1 }])).toThrow(/expected "a" in every row/);
    const made = glass({ spins: 300, filling: 0.02, seed: 1 });
    const refused = (change: object, message: RegExp): void => {
      const run = () => statistics(made, { sums: { ...usualSums, ...change } }, random(1));
      expect(run).toThrow(RangeError);
      expect(run).toThrow(message);
    };
    refused({ reach: 1.5 }, /expected a reach of at least 2 r0, .*, got 1.5/);
    refused({ reach: 40 }, /at most half the edge/);
    refused({ bins: [[0.001, 0.1]] }, /expected a bin beyond \|D\| = 0.0046.* got \[0.001, 0.1\]/);
    refused({ bins: [[-0.1, 0.1]] }, /expected a bin beyond/);
    refused({ bins: [[0.1, 0.6]] }, /expected a bin of couplings within \[-1, 1\/2\], got \[0.1, 0.6\]/);
    refused({ bins: [[0.3, 0.2]] }, /expected a bin of couplings/);
    refused({ windows: [{ omega0I: 1, from: 0, to: 2 }] }, /expected a window 0 < from < to, got 0 to 2/);
    refused({ windows: [windowAround(1), windowAround(1, 0.1)] }, /expected windows with different centres/);
    refused({ lineWidth: 0 }, /expected a positive width of the line, got 0/);
    refused({ draws: 0 }, /expected at least one draw of frequencies, an integer, got 0/);
    const fields = { reach: 10, levels: [0] };
    expect(() => statistics(made, { fields }, random(1))).toThrow(
      /expected a positive level of the local field, got 0/,
    );
    expect(() => statistics(made, { links: [-1] }, random(1))).toThrow(/expected a positive reach, got -1/);
  });
});

describe('frequencies', () => {
  test('have the moments of their line', () => {
    const drawn = frequencies(100_001, 3, random(5));
    const mean = (f: (x: number) => number): number => drawn.reduce((sum, x) => sum + f(x / 3), 0) / drawn.length;
    expect(Math.abs(mean((x) => x))).toBeLessThan(5 * Math.sqrt(1 / 1e5));
    expect(Math.abs(mean((x) => x * x) - 1)).toBeLessThan(5 * Math.sqrt(2 / 1e5));
    expect(Math.abs(mean((x) => x * x * x * x) - 3)).toBeLessThan(5 * Math.sqrt(96 / 1e5));
    // Neighbours come from the same draw of Box and Muller.
    let product = 0;
    for (let k = 1; k < drawn.length; k++) product += ((drawn[k] ?? 0) * (drawn[k - 1] ?? 0)) / 9;
    expect(Math.abs(product / drawn.length)).toBeLessThan(5 * Math.sqrt(1 / 1e5));
  });
});

describe('local fields', () => {
  test('have the Lorentzian of the dilute limit, twice as wide as that given to g_D', () => {
    const filling = 2e-4;
    const printed = (2 * Math.PI * Math.PI) / 15;
    const levels = [printed, fieldHalfWidth(1), 6];
    const fields = { reach: 30, levels };
    const found = meanAndError(replicates({ spins: 8000, filling, seed: 13, count: 6, settings: { fields } }));
    for (const level of levels) {
      const { mean, error } = found[`field ${level}`] ?? { mean: Number.NaN, error: Number.NaN };
      expect(error).toBeLessThan(0.01);
      expect(Math.abs(mean - shareBelow(level))).toBeLessThan(5 * error);
    }
    const { mean, error } = found[`field ${printed}`] ?? { mean: Number.NaN, error: Number.NaN };
    expect(Math.abs(mean - 1 / 2)).toBeGreaterThan(20 * error);
  });

  test('of two equal partners cancel half of the time', () => {
    // Three in a row along the field, 1.25 apart: -0.512 (s + s') in the middle, about 0.512 at the ends.
    const rows = Array.from({ length: 3000 }, (_, k) => {
      const row = (k - (k % 3)) / 3;
      return [
        10 + 20 * (row % 10),
        10 + 20 * (((row - (row % 10)) / 10) % 10),
        10 + 20 * ((row - (row % 100)) / 100) + 1.25 * (k % 3),
      ];
    });
    const made = placed(200, rows);
    const name = (field: number): number => field / made.filling;
    const levels = [name(0.2), name(0.8)];
    const found = statistics(made, { fields: { reach: 9, levels } }, random(16));
    const error = Math.sqrt(1 / 4 / 1000) / 3;
    expect(Math.abs((found[`field ${levels[0]}`] as number) - 1 / 6)).toBeLessThan(5 * error);
    expect(Math.abs((found[`field ${levels[1]}`] as number) - 5 / 6)).toBeLessThan(5 * error);
  });

  test('without partners in reach have the spread of those beyond', () => {
    const filling = 0.01;
    const made: Glass = {
      ...placed(
        400,
        Array.from({ length: 4000 }, (_, i) => [
          20 * (i % 20),
          20 * (((i - (i % 20)) / 20) % 20),
          40 * ((i - (i % 400)) / 400),
        ]),
      ),
      filling,
    };
    const spread = Math.sqrt(momentBeyond(filling, 2, 10)) / filling;
    const row = statistics(made, { fields: { reach: 10, levels: [spread] } }, random(14));
    expect(Math.abs((row[`field ${spread}`] as number) - 0.6826894921)).toBeLessThan(5 * Math.sqrt(0.22 / 4000));
  });
});

describe('clusters', () => {
  test('of two, three and four spins, also through the walls of the box', () => {
    const made = placed(20, [
      [0.5, 5, 5],
      [19.5, 5, 5],
      [10, 19, 10],
      [10, 0.1, 10],
      [10, 1.2, 10],
      [4, 4, 15],
      [4, 5, 15],
      [5, 4, 15],
      [5, 5, 15],
      [15, 15, 15],
    ]);
    expect(statistics(made, { links: [1.15, 0.9] }, random(1))).toEqual({
      'pairs 1.15': 0.2,
      'triples 1.15': 0.3,
      'pairs 0.9': 0,
      'triples 0.9': 0,
    });
  });

  /** A partner between r0 and link, and no third spin in what both reach together but do not keep free: to first order. */
  const inPairs = (filling: number, link: number): number => {
    const ball = (4 * Math.PI) / 3;
    const together = (r: number, radius: number): number => radius ** 3 * (2 * ball - sharedVolume(r / radius));
    const steps = 1000;
    let sum = 0;
    for (let k = 0; k < steps; k++) {
      const r = 1 + ((k + 0.5) * (link - 1)) / steps;
      sum += r * r * Math.exp(-filling * (together(r, link) - together(r, 1)));
    }
    return (4 * Math.PI * filling * sum * (link - 1)) / steps;
  };

  test('grow with the filling: pairs in proportion as long as triples are few, triples with its square', () => {
    const at = (filling: number) =>
      meanAndError(replicates({ spins: 20_000, filling, seed: 15, count: 4, settings: { links: [2] } }));
    const [thin, thick] = [at(0.0005), at(0.002)];
    const none = { mean: Number.NaN, error: Number.NaN };
    for (const [filling, found] of [[0.0005, thin] as const, [0.002, thick] as const]) {
      const { mean, error } = found['pairs 2'] ?? none;
      expect(error / mean).toBeLessThan(0.1);
      expect(Math.abs(mean - inPairs(filling, 2))).toBeLessThan(5 * error);
    }
    const ratio = (thick['triples 2'] ?? none).mean / (thin['triples 2'] ?? none).mean;
    expect(ratio).toBeGreaterThan(9);
    expect(ratio).toBeLessThan(21);
  });
});
