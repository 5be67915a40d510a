import { neededFor } from '../../ledger/ledger.ts';
import { ledgerFile, readLedger } from '../files.ts';
import type { Merging } from '../run/merging.ts';
import { book } from './book.ts';
import { examinationsOf } from './examine.ts';
import { planOf } from './plan.ts';
import { showVerdicts } from './verdicts.ts';
import { askedIn } from './verify.ts';

/** What verify prints, and its exit code, from all its shards. */
export const merging: Merging = {
  // What was drawn is of no use any more once the claims are examined.
  unitsOf: (header) => {
    const { wanted, settings } = askedIn(header);
    return planOf(book, wanted, settings, header.shard).ids;
  },
  finish: async ({ header, done }, options) => {
    const { wanted, settings } = askedIn(header);
    const examined = examinationsOf(neededFor(book, wanted), done);
    return showVerdicts(book, wanted, settings, examined, readLedger(ledgerFile(options.ledger)), options);
  },
};
