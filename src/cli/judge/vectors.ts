import type { Vector } from '../../foreign/vectors/schema.ts';
import type { Quantity } from '../../theory/quantity.ts';
import type { Header, Journal } from '../run/journal.ts';
import { type Shard, shownShard, whole } from '../run/shard.ts';
import { UsageError } from '../usage.ts';
import type { Unit, Wanted } from './vectors-plan.ts';

export interface VectorOptions {
  /** The folder to write. */
  readonly out?: string;
  readonly seed?: number;
  /** The file that keeps what is done. */
  readonly state?: string;
  readonly shard?: Shard;
}

const usualSeed = 1;
/** Below this cost, some two seconds, threads take longer to start than they save. */
const worthThreads = 400;

/** In the order of the catalogue, each once: the same work is the same run, however it was asked for. */
const wantedOf = async (names: readonly string[]): Promise<readonly Quantity[]> => {
  const { OracleError, quantities, quantityOf } = await import('../../library/oracle.ts');
  if (names.length === 0) return quantities;
  try {
    const asked = new Set(names.map(quantityOf));
    return quantities.filter((quantity) => asked.has(quantity));
  } catch (error) {
    if (error instanceof OracleError) throw new UsageError(error.message);
    throw error;
  }
};

const checkOptions = ({ out, state, shard }: VectorOptions): void => {
  if (shard && state === undefined)
    throw new UsageError('expected --state FILE beside --shard, the file that tripleflip merge reads, got none');
  if (shard && out !== undefined)
    throw new UsageError(
      `expected no --out beside --shard, got --out ${out}: it is "tripleflip merge FILES --out ${out}" that writes the vectors of all shards`,
    );
  if (!shard && out === undefined)
    throw new UsageError('expected --out DIR, the folder to write the vectors to, got none');
};

/** Does those units that are not yet in the journal, on as many threads as there are cores. */
const doAll = async (units: readonly Unit[], journal: Journal): Promise<void> => {
  const left = units.filter(({ name }) => !journal.done.has(name));
  if (left.length === 0) return;
  const [{ whenInterrupted }, { progressBar }, { workersFor }] = await Promise.all([
    import('../run/journal-interrupt.ts'),
    import('../run/progress.ts'),
    import('../run/workers.ts'),
  ]);
  const progress = await progressBar(units.length, units.length - left.length);
  const afterwards = whenInterrupted(journal, units.length, progress.stop);
  try {
    const cost = left.reduce((sum, unit) => sum + unit.cost, 0);
    const worker = { url: new URL('./vectors-worker', import.meta.url), load: () => import('./vectors-worker.ts') };
    const workers = await workersFor(worker, cost > worthThreads);
    try {
      await Promise.all(
        left.map(async ({ name, quantity, points }) => {
          journal.record(name, await workers.run({ quantity: quantity.name, points }));
          progress.done(name);
        }),
      );
    } finally {
      await workers.end();
    }
  } finally {
    progress.stop();
    afterwards();
  }
};

/** Writes the vectors of a journal that holds them all, and says what was written. */
export const writeVectors = async (
  wanted: Wanted,
  done: ReadonlyMap<string, unknown>,
  out: string,
): Promise<number> => {
  const [{ unitsFor }, { vectorFile }, { writeFolder }, { quantities: all }] = await Promise.all([
    import('./vectors-plan.ts'),
    import('../../foreign/vectors/file.ts'),
    import('./vectors-folder.ts'),
    import('../../library/catalogue.ts'),
  ]);
  const units = unitsFor(wanted);
  const files = wanted.quantities.map((quantity) => {
    const cases = units
      .filter((unit) => unit.quantity === quantity)
      .flatMap(({ name }) => done.get(name) as readonly Vector[]);
    return vectorFile(quantity, cases, wanted, all);
  });
  const { cases, invalid } = writeFolder(out, files, wanted.seed);
  const of = files.length === 1 ? `${files[0]?.quantity}` : `${files.length} quantities`;
  process.stdout.write(`${cases} vectors of ${of} in ${out}, ${invalid} of them invalid inputs\n`);
  return 0;
};

/**
 * Makes test vectors of quantities, of all where none is named, and writes them to a folder. A shard makes its part only,
 * into its state file; `tripleflip merge` writes the folder.
 */
export const vectors = async (names: readonly string[], options: VectorOptions): Promise<number> => {
  const { out, seed = usualSeed, state, shard } = options;
  checkOptions(options);
  const wanted: Wanted = { quantities: await wantedOf(names), seed };
  const [{ settingsOf, unitsOfShard }, { checkFolder }, { inMemory, openJournal }, { build }] = await Promise.all([
    import('./vectors-plan.ts'),
    import('./vectors-folder.ts'),
    import('../run/journal.ts'),
    import('../run/journal-build.ts'),
  ]);
  if (out !== undefined) checkFolder(out, wanted.quantities);
  const units = unitsOfShard(wanted, shard ?? whole);
  const header = (): Header => ({
    tripleflip: build(),
    command: 'vectors',
    settings: settingsOf(wanted),
    units: units.length,
    shard: shard ?? whole,
  });
  const journal = state === undefined ? inMemory() : openJournal(state, header());
  await doAll(units, journal);
  journal.close();
  if (out !== undefined) return writeVectors(wanted, journal.done, out);
  const [k, n] = shard ?? whole;
  process.stderr.write(
    `tripleflip: shard ${shownShard([k, n])} is done, ${units.length} units in ${state}; when all ${n} are: tripleflip merge FILES --out DIR\n`,
  );
  return 0;
};
