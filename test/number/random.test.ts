import { expect, test } from 'vitest';
import { type Random, random } from '../../src/number/random.ts';

const draw = (r: Random, count: number): number[] => Array.from({ length: count }, () => r.next());

test('the same stream on every machine', () => {
  expect(draw(random(1), 4)).toEqual([1891156921, 2649860799, 2313026971, 2541295007]);
  expect(draw(random(-7, 'claim'), 4)).toEqual([1490609025, 3038626132, 240505018, 1645289059]);
  expect(draw(random(1), 5)).toEqual(draw(random(1, ''), 5));
});

test('seeds, labels and splits give different streams; a split does not depend on what was drawn', () => {
  const used = random(5);
  draw(used, 100);
  expect(draw(used.split('a'), 5)).toEqual(draw(random(5).split('a'), 5));
  const streams = [random(5), random(6), random(-5), random(5, 'a'), random(5).split('a'), random(5).split('b')];
  streams.push(random(5).split('a').split('b'), random(5).split('a/1:b'), random(5).split('b').split('a'));
  expect(new Set(streams.map((r) => draw(r, 2).join())).size).toBe(streams.length);
});

test('uniform: each bit half of the time, each residue about equally often, neighbours uncorrelated', () => {
  const [r, count] = [random(2024, 'uniform'), 20_000];
  const values = draw(r, count);
  for (let bit = 0; bit < 32; bit++) {
    const ones = values.filter((x) => (x >>> bit) & 1).length;
    expect(Math.abs(ones - count / 2)).toBeLessThan(4.5 * Math.sqrt(count / 4));
  }
  const tally = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const k = r.below(7);
    tally.set(k, (tally.get(k) ?? 0) + 1);
  }
  const chi = [...tally.values()].reduce((sum, n) => sum + ((n - count / 7) * (n - count / 7)) / (count / 7), 0);
  expect([tally.size, chi < 25]).toEqual([7, true]);
  expect(Array.from({ length: 50 }, () => r.below(4294967296)).every(Number.isSafeInteger)).toBe(true);
  expect(Array.from({ length: 200 }, () => r.below(3_000_000_000)).every((x) => x < 3_000_000_000)).toBe(true);
});

test('refuses a seed that is no integer and an empty range', () => {
  expect(() => random(0.5)).toThrow(RangeError);
  for (const n of [0, -1, 1.5, 4294967297]) expect(() => random(1).below(n)).toThrow(RangeError);
});
