import type { Settings } from '../ledger/ledger.ts';
import { ledgerFile, replaceFile, schemaFile } from './files.ts';
import { progressBar } from './progress.ts';

/** Decides every claim and replaces the ledger, and beside the committed one its schema. */
export const writeLedger = async (out: string | undefined, settings: Settings): Promise<void> => {
  const [{ book, paper }, { ledgerText, makeLedger }, { ledgerJsonSchema }] = await Promise.all([
    import('./book.ts'),
    import('../ledger/ledger.ts'),
    import('../ledger/schema.ts'),
  ]);
  const progress = await progressBar();
  const ledger = (() => {
    try {
      return makeLedger(book, paper, settings, progress.report);
    } finally {
      progress.stop();
    }
  })();
  replaceFile(ledgerFile(out), ledgerText(ledger));
  if (!out) replaceFile(schemaFile(), `${JSON.stringify(ledgerJsonSchema(), null, 1)}\n`);
};
