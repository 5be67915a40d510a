import type { Entry } from '../../ledger/schema.ts';
import { explanation } from '../../report/explain.ts';
import { ledgerFile, readLedger } from '../files.ts';
import { checkIds, UsageError } from '../usage.ts';
import { book } from './book.ts';

export interface ExplainOptions {
  readonly json?: boolean;
  readonly ledger?: string;
}

/**
 * Prints what the ledger says of claims, in sentences or as JSON: one entry, or a list of them where several are asked
 * for. Throws a UsageError for an id that no claim has, and for one that the ledger lacks.
 */
export const explain = (ids: readonly string[], { json = false, ledger: given }: ExplainOptions): void => {
  checkIds(
    ids,
    book.rows.map(({ id }) => id),
  );
  const file = ledgerFile(given);
  const ledger = readLedger(file);
  const entries = ids.map((id): Entry => {
    const entry = ledger.claims.find((one) => one.id === id);
    if (!entry) throw new UsageError(`expected ${id} in ${file}, but it is not there`);
    return entry;
  });
  process.stdout.write(
    json
      ? `${JSON.stringify(entries.length === 1 ? entries[0] : entries, null, 1)}\n`
      : entries.map((entry) => explanation(entry, { rows: book.rows, claims: book.claims, ledger })).join('\n\n'),
  );
};
