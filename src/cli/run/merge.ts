import { UsageError } from '../usage.ts';
import type { Header } from './journal.ts';
import { build } from './journal-build.ts';
import { readHeader, readShards } from './journal-shards.ts';
import type { MergeOptions, Merging } from './merging.ts';

const mergings: Partial<Record<Header['command'], () => Promise<Merging>>> = {
  verify: async () => (await import('../verify/verify-merge.ts')).merging,
  check: async () => (await import('../judge/check-merge.ts')).merging,
  vectors: async () => (await import('../judge/vectors-merge.ts')).merging,
};

/** Which options mean something for which command. */
const meant: Readonly<Record<Header['command'], readonly (keyof MergeOptions)[]>> = {
  verify: ['json', 'ledger'],
  check: ['json'],
  vectors: ['out'],
};

const checkOptions = (command: Header['command'], file: string, options: MergeOptions): void => {
  const names = (Object.keys(options) as (keyof MergeOptions)[]).filter((name) => options[name] !== undefined);
  const stray = names.find((name) => !meant[command].includes(name));
  if (stray === undefined) return;
  const those = Object.keys(meant).filter((one) => meant[one as Header['command']].includes(stray));
  throw new UsageError(
    `expected --${stray} with shards of ${those.join(' or ')} alone, got it with ${file}, a shard of ${command}`,
  );
};

/** Puts the shards of a run together: stdout and exit code are those of the run without shards. */
export const merge = async (files: readonly string[], options: MergeOptions): Promise<number> => {
  const [first] = files;
  if (first === undefined) throw new UsageError('expected the files of all shards of a run, got none');
  const { command, tripleflip } = readHeader(first);
  const now = build();
  if (tripleflip !== now)
    throw new UsageError(`expected shards of this build of tripleflip, ${now}, got ${first} of ${tripleflip}`);
  const merging = await mergings[command]?.();
  if (!merging)
    throw new UsageError(`expected shards of ${Object.keys(mergings).join(' or ')}, got those of ${command}`);
  checkOptions(command, first, options);
  return merging.finish(readShards(files, merging.unitsOf), options);
};
