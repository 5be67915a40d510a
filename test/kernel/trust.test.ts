import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { blocks, seed, type Trust, trustFile } from '../long/trust.ts';
import { addCounts, type Counts, falseInBlock, noCounts, runBlock, testNames } from './identities/block.ts';

const trust = JSON.parse(readFileSync(trustFile, 'utf8')) as Trust;
const families = Object.values(trust.families);

describe('the long run that is committed (npm run test:long makes it anew)', () => {
  test('is of the families, the seed and the length that it would have now', () => {
    expect(Object.keys(trust.families)).toEqual(testNames);
    expect([trust.seed, trust.blocks]).toEqual([seed, blocks]);
    for (const family of families) expect(family.false.made).toBe(blocks * falseInBlock);
    expect(trust.total.false.made).toBeGreaterThanOrEqual(100_000);
  });

  test('found no false statement accepted', () => {
    for (const family of [...families, trust.total]) expect(family.false.accepted).toBe(0);
  });

  test('adds up', () => {
    const without = families.map(({ first: _, ...counts }) => counts);
    expect(without.reduce(addCounts, noCounts())).toEqual(trust.total);
    const all: readonly Counts[] = [...families, ...families.map(({ first }) => first), trust.total];
    for (const counts of all)
      for (const { made, accepted, remains, refused } of [counts.false, counts.true])
        expect(accepted + remains + refused).toBe(made);
    for (const counts of all) expect(counts.true.agreed).toBeLessThanOrEqual(counts.true.accepted);
  });

  test('shows most of what is true', () => {
    expect(trust.total.true.accepted).toBeGreaterThan(0.8 * trust.total.true.made);
    expect(trust.total.true.agreed).toBeGreaterThan(0.8 * trust.total.true.accepted);
  });
});

test.each(testNames)('the first block of %s, run again, gives what is committed', (family) => {
  expect(runBlock(seed, family, 0)).toEqual(trust.families[family].first);
});
