import type { Merging } from '../run/merging.ts';
import { UsageError } from '../usage.ts';
import { writeVectors } from './vectors.ts';
import { checkFolder } from './vectors-folder.ts';
import { unitsOfShard, wantedIn } from './vectors-plan.ts';

/** The folder that vectors writes, from all its shards. */
export const merging: Merging = {
  unitsOf: (header) => unitsOfShard(wantedIn(header), header.shard).map(({ name }) => name),
  finish: async ({ header, done }, { out }) => {
    if (out === undefined)
      throw new UsageError('expected --out DIR, the folder to write the vectors of the shards to, got none');
    const wanted = wantedIn(header);
    checkFolder(out, wanted.quantities);
    return writeVectors(wanted, done, out);
  },
};
