import { readFileSync } from 'node:fs';
import { UsageError } from '../usage.ts';
import { readState } from './journal.ts';
import { differenceOf, type Header } from './journal-lines.ts';
import { shownShard } from './shard.ts';

/** All shards of one run together. */
export interface Run {
  readonly header: Omit<Header, 'shard' | 'units'>;
  readonly done: ReadonlyMap<string, unknown>;
}

/** The names of the units of a shard, where a command can tell them. */
export type UnitsOf = (header: Header) => readonly string[];

const stateOf = (file: string): ReturnType<typeof readState> => {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new UsageError(
      `expected the state of a shard in ${file}, but it cannot be read: ${(error as Error).message}`,
    );
  }
  return readState(file, bytes);
};

/** The header of a shard. Throws a UsageError. */
export const readHeader = (file: string): Header => stateOf(file).header;

const listed = (names: readonly string[]): string =>
  names.length <= 5 ? names.join(', ') : `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`;

const checkDone = (
  file: string,
  { header, done }: ReturnType<typeof readState>,
  unitsOf: UnitsOf | undefined,
): void => {
  const missing = unitsOf?.(header).filter((unit) => !done.has(unit));
  const count = missing?.length ?? header.units - done.size;
  if (count > 0)
    throw new UsageError(
      `expected all ${header.units} units of shard ${shownShard(header.shard)} in ${file}, but ${count} are missing${missing ? ` (${listed(missing)})` : ''}: start it again with --state ${file}`,
    );
};

/** The header without what is the shard's own. */
const ofRun = (header: Header): Header => ({ ...header, units: 0, shard: [1, header.shard[1]] });

/**
 * Puts the shards of one run together, given in any order. Throws a UsageError that names the file when one is of another
 * run, there twice, missing or not finished.
 */
export const readShards = (files: readonly string[], unitsOf?: UnitsOf): Run => {
  const found = files.map((file) => ({ file, ...stateOf(file) }));
  const [first] = found;
  if (!first) throw new UsageError('expected the files of all shards of a run, got none');
  const [, n] = first.header.shard;
  const byShard = new Map<number, string>();
  for (const { file, header } of found) {
    const difference = differenceOf(ofRun(first.header), ofRun(header));
    if (difference)
      throw new UsageError(`expected shards of one run, got ${first.file} and ${file}, which differ: ${difference}`);
    const [k] = header.shard;
    const twice = byShard.get(k);
    if (twice !== undefined)
      throw new UsageError(`expected each shard once, got ${shownShard(header.shard)} in ${twice} and in ${file}`);
    byShard.set(k, file);
  }
  const absent = Array.from({ length: n }, (_, index) => index + 1).filter((k) => !byShard.has(k));
  if (absent.length > 0)
    throw new UsageError(
      `expected all ${n} shards of the run, got ${found.length}: missing ${listed(absent.map((k) => shownShard([k, n])))}`,
    );
  for (const { file, ...state } of found) checkDone(file, state, unitsOf);
  const { tripleflip, command, settings } = first.header;
  return { header: { tripleflip, command, settings }, done: new Map(found.flatMap(({ done }) => [...done])) };
};
