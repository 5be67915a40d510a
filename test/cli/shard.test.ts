import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInShard, parseShard, partsOfShard, whole } from '../../src/cli/run/shard.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { book } from '../../src/cli/verify/book.ts';
import { planOf } from '../../src/cli/verify/plan.ts';
import { neededFor } from '../../src/ledger/ledger.ts';

const shards = (n: number) => Array.from({ length: n }, (_, index) => [index + 1, n] as const);
const count = fc.integer({ min: 1, max: 20 });

describe('a shard', () => {
  test('is written k/n', () => {
    expect(parseShard('3/16')).toEqual([3, 16]);
    expect(parseShard('1/1')).toEqual([1, 1]);
    for (const text of ['', '3', '0/3', '4/3', '1/0', '-1/3', '1.5/3', '1/3/5', ' 1/3', '1/100001', 'a/b', '1/3x'])
      expect(() => parseShard(text), text).toThrow(UsageError);
    expect(() => parseShard('4/3')).toThrow('expected --shard k/n with k from 1 to n');
  });

  test('each part belongs to one shard, in its order, none with more than one part more than another', () => {
    fc.assert(
      fc.property(count, fc.nat(200), (n, size) => {
        const indices = Array.from({ length: size }, (_, index) => index);
        const dealt = shards(n).map((shard) => indices.filter((index) => isInShard(index, shard)));
        expect(dealt.flat().sort((a, b) => a - b)).toEqual(indices);
        const sizes = dealt.map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('of parts of different cost: no shard has more than another by more than one part costs', () => {
    fc.assert(
      fc.property(count, fc.array(fc.nat(50), { maxLength: 60 }), (n, costs) => {
        const parts = costs.map((cost, index) => ({ cost, index }));
        const dealt = shards(n).map((shard) => partsOfShard(parts, ({ cost }) => cost, shard));
        for (const own of dealt) expect(own).toEqual([...own].sort((a, b) => a.index - b.index));
        expect(dealt.flat().sort((a, b) => a.index - b.index)).toEqual(parts);
        const loads = dealt.map((own) => own.reduce((sum, { cost }) => sum + cost, 0));
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(Math.max(0, ...costs));
      }),
    );
  });
});

test('what costs most is dealt first', () => {
  const costs = [1, 1, 1, 1, 4];
  expect(partsOfShard(costs, (cost) => cost, [1, 2])).toEqual([4]);
});

describe('the plan of verify', () => {
  const settings = { points: 20, seed: 1, glasses: 64 };

  test('gives each claim and each batch of what is drawn to one shard', () => {
    const all = planOf(book, undefined, settings, whole);
    expect(all.ids).toEqual(neededFor(book, undefined));
    expect(all.drawings.length).toBeGreaterThan(3);
    const plans = shards(5).map((shard) => planOf(book, undefined, settings, shard));
    expect(plans.flatMap(({ units }) => units).sort()).toEqual([...all.units].sort());
    const sizes = plans.map(({ units }) => units.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(10);
  });

  test('more shards than there is to do leave some with nothing', () => {
    const plans = shards(3).map((shard) => planOf(book, ['eq37', 'fn2'], settings, shard));
    expect(plans.map(({ ids }) => ids)).toEqual([['eq37'], ['fn2'], []]);
  });
});
