import type { Settings } from '../../ledger/examine.ts';
import { checkWritable, ledgerFile, replaceFile, schemaFile } from '../files.ts';
import { whole } from '../run/shard.ts';

/** Decides every claim and replaces the ledger, and beside the committed one its schema. */
export const writeLedger = async (out: string | undefined, settings: Settings): Promise<void> => {
  checkWritable(ledgerFile(out));
  const [{ book, paper }, { planOf }, { examineAll }, { ledgerFrom, ledgerText }, { ledgerJsonSchema }] =
    await Promise.all([
      import('./book.ts'),
      import('./plan.ts'),
      import('./examine.ts'),
      import('../../ledger/ledger.ts'),
      import('../../ledger/schema.ts'),
    ]);
  const ledger = ledgerFrom(book, paper, settings, await examineAll(planOf(book, undefined, settings, whole)));
  replaceFile(ledgerFile(out), ledgerText(ledger));
  if (!out) replaceFile(schemaFile(), `${JSON.stringify(ledgerJsonSchema(), null, 1)}\n`);
};
