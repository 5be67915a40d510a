import type { Book } from '../../ledger/book.ts';
import type { Settings } from '../../ledger/examine.ts';
import { ledgerFile, readLedger } from '../files.ts';
import type { Header } from '../run/journal.ts';
import type { JsonObject } from '../run/journal-values.ts';
import { type Shard, shownShard, whole } from '../run/shard.ts';
import { checkIds, UsageError } from '../usage.ts';
import type { Plan } from './plan.ts';
import type { VerdictOptions } from './verdicts.ts';

export interface VerifyOptions extends VerdictOptions {
  readonly seed?: number;
  readonly points?: number;
  /** The file that keeps what is done. */
  readonly state?: string;
  readonly shard?: Shard;
}

/** In the order of the paper, each once: the same work is the same run, however it was asked for. */
const wantedOf = (book: Book, ids: readonly string[]): readonly string[] | undefined => {
  const known = book.rows.map(({ id }) => id);
  checkIds(ids, known);
  return ids.length > 0 ? known.filter((id) => ids.includes(id)) : undefined;
};

const settingsOf = ({ wanted, settings: { points, seed, glasses } }: Plan): JsonObject => ({
  claims: wanted ?? 'all',
  points,
  seed,
  glasses,
});

/** What the settings of a journal of verify say: the inverse of `settingsOf`. */
export const askedIn = ({ settings }: Pick<Header, 'settings'>): Pick<Plan, 'wanted' | 'settings'> => {
  const { claims, ...rest } = settings;
  return {
    wanted: claims === 'all' ? undefined : (claims as readonly string[]),
    settings: rest as unknown as Settings,
  };
};

const tellShard = (shard: Shard, units: number, file: string): void => {
  const [, n] = shard;
  process.stderr.write(
    `tripleflip: shard ${shownShard(shard)} is done, ${units} units in ${file}; when all ${n} are: tripleflip merge FILES\n`,
  );
};

/**
 * Decides claims and compares with the committed ledger: 0 when nothing differs, 1 when something does. A shard finds
 * out about its claims only, into its state file; `tripleflip merge` decides.
 */
export const verify = async (ids: readonly string[], options: VerifyOptions): Promise<number> => {
  const { seed, points, ledger: file, state, shard } = options;
  if (shard && state === undefined)
    throw new UsageError('expected --state FILE beside --shard, the file that tripleflip merge reads, got none');
  const [{ book }, { planOf }, { inMemory, openJournal }, { build }, { examineAll }, { showVerdicts }] =
    await Promise.all([
      import('./book.ts'),
      import('./plan.ts'),
      import('../run/journal.ts'),
      import('../run/journal-build.ts'),
      import('./examine.ts'),
      import('./verdicts.ts'),
    ]);
  const wanted = wantedOf(book, ids);
  const committed = readLedger(ledgerFile(file));
  const settings = {
    points: points ?? committed.settings.points,
    seed: seed ?? committed.settings.seed,
    glasses: committed.settings.glasses,
  };
  const plan = planOf(book, wanted, settings, shard ?? whole);
  const header = (): Header => ({
    tripleflip: build(),
    command: 'verify',
    settings: settingsOf(plan),
    units: plan.units.length,
    shard: shard ?? whole,
  });
  const journal = state === undefined ? inMemory() : openJournal(state, header());
  const examined = await examineAll(plan, journal);
  journal.close();
  if (!shard || state === undefined) return showVerdicts(book, wanted, settings, examined, committed, options);
  tellShard(shard, plan.units.length, state);
  return 0;
};
