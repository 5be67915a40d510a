import { type Batch, batchesOf, type DrawnName } from '../../evidence/drawn.ts';
import type { Book } from '../../ledger/book.ts';
import { drawingsOf } from '../../ledger/drawings.ts';
import type { Settings } from '../../ledger/examine.ts';
import { neededFor } from '../../ledger/ledger.ts';
import { partsOfShard, type Shard } from '../run/shard.ts';

/** The work of a run of verify, or of one shard of it. */
export interface Plan {
  /** Undefined for all claims. */
  readonly wanted: readonly string[] | undefined;
  readonly settings: Settings;
  /** The claims to examine: those wanted and what they follow from. */
  readonly ids: readonly string[];
  /** What has to be drawn for them. */
  readonly drawings: readonly DrawnName[];
  /** The names of all units of work: a claim's id, and what `unitOf` calls a batch. */
  readonly units: readonly string[];
}

export const unitOf = ({ name, first }: Batch): string => `draw ${name} ${first}`;

export const isAsked =
  (wanted: readonly string[] | undefined) =>
  (id: string): boolean =>
    wanted?.includes(id) ?? true;

/** Claims that have to stay together, because something is drawn for all of them. */
interface Group {
  readonly ids: readonly string[];
  readonly drawings: ReadonlySet<DrawnName>;
}

/**
 * What there is to do in a shard. Claims for which the same is drawn stay in one shard, so that no shard repeats what
 * another one draws, and each unit belongs to one shard.
 */
export const planOf = (book: Book, wanted: readonly string[] | undefined, settings: Settings, shard: Shard): Plan => {
  const batches = (names: Iterable<DrawnName>): readonly Batch[] =>
    [...names].flatMap((name) => batchesOf(name, settings));
  const groups = neededFor(book, wanted).reduce<readonly Group[]>((groups, id) => {
    const drawings = drawingsOf(book, [id], isAsked(wanted));
    const joins = (group: Group): boolean => drawings.some((name) => group.drawings.has(name));
    const joined = groups.filter(joins);
    const group = {
      ids: [...joined.flatMap(({ ids }) => ids), id],
      drawings: new Set([...joined.flatMap((one) => [...one.drawings]), ...drawings]),
    };
    return [...groups.filter((one) => !joins(one)), group];
  }, []);
  // A batch takes about as long as a claim.
  const cost = ({ ids, drawings }: Group): number => ids.length + batches(drawings).length;
  const own = partsOfShard(groups, cost, shard);
  const isOwn = new Set(own.flatMap(({ ids }) => ids));
  const ids = neededFor(book, wanted).filter((id) => isOwn.has(id));
  const drawings = drawingsOf(book, ids, isAsked(wanted));
  return { wanted, settings, ids, drawings, units: [...batches(drawings).map(unitOf), ...ids] };
};
