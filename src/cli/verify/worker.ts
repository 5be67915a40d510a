import { type Batch, drawBatch, type Provided, provide } from '../../evidence/drawn.ts';
import { corrections } from '../../ledger/corrections.ts';
import { type Examination, examine, type Settings } from '../../ledger/examine.ts';
import type { Row } from '../../theory/glass-settings.ts';
import { book } from './book.ts';

/** Rows of something that is drawn, or what is found out about one claim, given what has been drawn. */
export type Task =
  | { readonly draw: Batch }
  | {
      readonly examine: string;
      readonly settings: Settings;
      readonly fully: boolean;
      readonly provided: Provided;
    };

const shared = corrections(book);

/** What a thread of the pool does. */
export default (task: Task): readonly Row[] | Examination => {
  if ('draw' in task) return drawBatch(task.draw);
  provide(task.provided);
  return examine(book, shared, task.examine, task.settings, task.fully);
};
