import { corrections } from '../ledger/corrections.ts';
import { type Examination, examine, type Settings } from '../ledger/examine.ts';
import { book } from './book.ts';

const shared = corrections(book);

/** What a thread of the pool does: find out about one claim. */
export default ({
  id,
  settings,
  fully,
}: {
  readonly id: string;
  readonly settings: Settings;
  readonly fully: boolean;
}): Examination => examine(book, shared, id, settings, fully);
