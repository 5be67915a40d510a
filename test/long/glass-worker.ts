import { type Batch, drawBatch } from '../../src/evidence/drawn.ts';
import type { Row } from '../../src/theory/glass-settings.ts';
import { answerWith } from './processes.ts';

answerWith<Batch, readonly Row[]>(drawBatch);
