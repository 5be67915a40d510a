import { doubleNamed } from '../../src/oracle/double/doubles.ts';
import { type Effort, type Found, search } from './double-search.ts';
import { answerWith } from './processes.ts';

/** One part of the search for the worst inputs of one quantity. */
export interface Task extends Effort {
  readonly quantity: string;
}

answerWith<Task, Found>(({ quantity, ...effort }) => search(doubleNamed(quantity), effort));
