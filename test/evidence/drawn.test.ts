import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  batchesOf,
  type DrawnName,
  difference,
  differences,
  drawBatch,
  drawn,
  estimatesOf,
  link,
  nameOf,
  narrowest,
  provide,
  replicatesOf,
  width,
} from '../../src/evidence/drawn.ts';
import { random } from '../../src/number/random.ts';
import { shareWithin } from '../../src/theory/glass-frequencies.ts';
import { meanAndError } from '../../src/theory/glass-statistics.ts';

const names = Object.keys(drawn) as DrawnName[];

/** The numbers of a list in another order, the same for the same seed. */
const shuffled = <T>(list: readonly T[], seed: number): readonly T[] => {
  const { below } = random(seed, 'shuffled');
  const left = [...list];
  return list.map(() => left.splice(below(left.length), 1)[0] as T);
};

describe('the replicates', () => {
  test.each([1, 16, 17, 48, 100, 4096])('of %i glasses are in batches once each, in order', (glasses) => {
    const batches = batchesOf('line', { seed: 3, glasses });
    const indices = batches.flatMap(({ first, count }) => Array.from({ length: count }, (_, index) => first + index));
    expect(indices).toEqual(Array.from({ length: Math.max(glasses, 16) }, (_, index) => index));
    expect(new Set(batches.map(({ name, seed }) => `${name} ${seed}`))).toEqual(new Set(['line 3']));
    expect(batches.every(({ count }) => count > 0)).toBe(true);
  });

  test('are never so few that their scatter means nothing', () => {
    expect([replicatesOf({}), replicatesOf({ glasses: 2 }), replicatesOf({ glasses: 17 })]).toEqual([16, 16, 17]);
  });

  test('give the same estimates to the last bit whoever drew them, in whatever order they are done', () => {
    const effort = { seed: 5, glasses: 100 };
    const batches = batchesOf('line', effort);
    const done = shuffled(batches, 1).map((batch) => ({ batch, rows: drawBatch(batch) }));
    expect(done.map(({ batch }) => batch.first)).not.toEqual(batches.map(({ first }) => first));
    const inOrder = batches.flatMap((batch) => done.find((one) => one.batch === batch)?.rows ?? []);
    expect(meanAndError(inOrder)).toEqual(estimatesOf('line', effort));
    // One by one instead of in batches.
    const single = Array.from({ length: 100 }, (_, first) => drawBatch({ name: 'line', seed: 5, first, count: 1 }));
    expect(meanAndError(single.flat())).toEqual(estimatesOf('line', effort));
    // Their order counts in the last bits: rows put together as they were done are not good enough.
    expect(meanAndError(done.flatMap(({ rows }) => rows))).not.toEqual(estimatesOf('line', effort));
  });

  test.each(names)('of "%s" are the same for the same seed and index, and others for another', (name) => {
    const row = (seed: number, first: number) => JSON.stringify(drawBatch({ name, seed, first, count: 1 }));
    const [one, again, other, next] = [row(1, 0), row(1, 0), row(2, 0), row(1, 1)];
    expect(again).toBe(one);
    expect(new Set([one, other, next]).size).toBe(3);
  });

  test.each(names)('of "%s" are not those of anything else that is drawn', (name) => {
    const values = (of: DrawnName) => Object.values(drawBatch({ name: of, seed: 1, first: 0, count: 1 })[0] ?? {});
    const own = new Set(values(name));
    for (const other of names.filter((one) => one !== name))
      expect(values(other).filter((value) => value !== 0 && own.has(value))).toEqual([]);
  });

  test('hold what the experiments ask for', () => {
    const keys = (name: DrawnName) => Object.keys(drawBatch({ name, seed: 1, first: 0, count: 1 })[0] ?? {});
    expect(keys('pairs')).toEqual(expect.arrayContaining(['M2', 'M4', difference, `window ${narrowest}`]));
    expect(keys('fields')).toEqual([`field ${width}`, `field ${2 * width}`]);
    for (const name of ['clusters', 'denser'] as const)
      expect(keys(name)).toEqual([`pairs ${link}`, `triples ${link}`]);
    expect(keys('line')).toEqual(differences.map((of) => `within ${of}`));
  });
});

describe('what has been provided', () => {
  const provided = { 'within 0.5': { mean: 1, error: 2 } };

  test('is used instead of drawing, for that seed and number alone', () => {
    const effort = { seed: 77, glasses: 20 };
    provide({ [nameOf('line', effort)]: provided });
    expect(estimatesOf('line', effort)).toBe(provided);
    expect(estimatesOf('line', { ...effort, seed: 78 })).not.toBe(provided);
    expect(estimatesOf('line', { ...effort, glasses: 21 })).not.toBe(provided);
  });

  test('is nothing that could be drawn in no time: billions of glasses', () => {
    const effort = { seed: 1, glasses: 1e12 };
    provide({ [nameOf('pairs', effort)]: provided });
    expect(estimatesOf('pairs', effort)).toBe(provided);
  });

  test('and what has been drawn here is not drawn again', () => {
    const effort = { seed: 79, glasses: 16 };
    expect(estimatesOf('line', effort)).toBe(estimatesOf('line', effort));
  });

  test('has a name of its own for whatever is drawn, seed and number', () => {
    const all = names.flatMap((name) =>
      [1, 2].flatMap((seed) => [16, 17].map((glasses) => nameOf(name, { seed, glasses }))),
    );
    expect(new Set(all).size).toBe(4 * names.length);
    expect(nameOf('line', { seed: 1 })).toBe(nameOf('line', { seed: 1, glasses: 16 }));
  });
});

test('the share of pairs within a difference is that of counting them all', () => {
  const eighths = fc.integer({ min: -40, max: 40 }).map((eighth) => eighth / 8);
  fc.assert(
    fc.property(
      fc.array(eighths, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 80 }).map((eighth) => eighth / 8),
      (list, most) => {
        const pairs = list.flatMap((a, i) => list.filter((b, j) => i !== j && Math.abs(a - b) < most));
        expect(shareWithin(Float64Array.from(list), most)).toBe(pairs.length / (list.length * list.length));
      },
    ),
    { numRuns: 300 },
  );
});
