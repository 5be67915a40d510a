import { UsageError } from '../usage.ts';

/** The k-th of n parts of a run, k from 1 to n. */
export type Shard = readonly [k: number, n: number];
export const whole: Shard = [1, 1];

const most = 100_000;

/** Reads "3/16". Throws a UsageError. */
export const parseShard = (text: string): Shard => {
  const [, k, n] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (k === undefined || n === undefined || k < 1 || k > n || n > most)
    throw new UsageError(`expected --shard k/n with k from 1 to n and n up to ${most}, such as 3/16, got "${text}"`);
  return [k, n];
};

export const shownShard = ([k, n]: Shard): string => `${k}/${n}`;

/** Whether the part of that index, from 0, belongs to the shard, where all parts cost about the same. */
export const isInShard = (index: number, [k, n]: Shard): boolean => index % n === k - 1;

/**
 * The parts that belong to the shard, where their costs differ: they are dealt heaviest first, each to the shard that
 * has least so far. The shards 1/n to n/n have each part once; the parts keep their order.
 */
export const partsOfShard = <T>(parts: readonly T[], cost: (part: T) => number, [k, n]: Shard): readonly T[] => {
  const costs = parts.map(cost);
  const loads = new Array<number>(n).fill(0);
  const owners = new Array<number>(parts.length);
  for (const index of [...costs.keys()].sort((a, b) => (costs[b] as number) - (costs[a] as number))) {
    const least = loads.indexOf(loads.reduce((a, b) => Math.min(a, b)));
    loads[least] = (loads[least] as number) + (costs[index] as number);
    owners[index] = least;
  }
  return parts.filter((_, index) => owners[index] === k - 1);
};
