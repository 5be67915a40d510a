import { z } from 'zod';
import { verdicts } from './verdict.ts';

const text = z.string();
const count = z.int().nonnegative();
const points = z.record(text, text);

const counterexample = z.strictObject({
  at: points.describe('exact values of the symbols'),
  left: text.describe('what follows, or the reference implementation, there'),
  right: text.describe('what is printed, there'),
});

const evidence = z.strictObject({
  about: text,
  judges: z
    .enum(['step', 'truth', 'form', 'outside', 'prefactor', 'instead'])
    .describe(
      'step: from the premises as printed; truth: the statement itself; form: two printed forms of one thing; outside: beyond the condition; prefactor: against exact dynamics; instead: the corrected form',
    ),
  by: z.enum(['enclosure', 'limit', 'value', 'dimension', 'dynamics', 'sampling']),
  outcome: z.enum(['holds', 'fails', 'undecided']),
  points: count,
  discarded: count,
  seed: z.int(),
  resolution: text.optional().describe('largest relative width of the enclosures compared'),
  factor: text.optional().describe('printed = factor x right, LaTeX'),
  error: z
    .strictObject({ order: z.int(), coefficient: text })
    .optional()
    .describe('printed/right - 1 = coefficient x small^order + ...'),
  counterexample: counterexample.optional(),
  detail: text.optional(),
  measured: z
    .strictObject({
      estimator: text,
      at: points,
      value: text,
      expected: text,
      standardError: text,
      bias: text.describe('bound on what the value is off by beside the standard error'),
      size: text,
      tells: text.describe('the factor that would lie beyond six standard errors and the bias'),
    })
    .optional()
    .describe('what an experiment gave, where it disagrees most'),
  proof: z.enum(['proved', 'refuted']).optional().describe('what the chain about it ends in'),
});

const proof = z.strictObject({
  about: text.describe('the step, the truth, or the words of an assertion'),
  outcome: z.enum(['proved', 'refuted']),
  steps: z.array(text).describe('what checks each step of the chain'),
  conditions: z.array(text).describe('what had to be shown from the hypotheses, LaTeX'),
  assumed: z.array(text).optional().describe('what functions left open are taken to meet beside the hypotheses, LaTeX'),
  factor: text.optional().describe('printed = factor x right, exactly, LaTeX'),
  operations: count.describe('products of terms that the kernel formed, and boxes that were enclosed'),
});

const entrySchema = z.strictObject({
  id: text,
  section: text,
  kind: text,
  says: text,
  printed: text.optional().describe('LaTeX'),
  text: z.enum(['clean', 'reconstructed', 'ambiguous']).optional(),
  readings: z.array(text).optional(),
  verdict: z.enum(verdicts),
  reason: text,
  step: z.enum(['holds', 'fails', 'undecided', 'none']).optional(),
  stepReason: text.optional(),
  charged: z.boolean().optional().describe('the error arises here: the step fails and no premise put right mends it'),
  found: z
    .strictObject({
      instead: text.optional(),
      factor: text.optional(),
      counterexample: counterexample.optional(),
      detail: text.optional(),
    })
    .optional(),
  editions: z
    .record(text, text)
    .optional()
    .describe(
      'the right side as printed and as corrected, LaTeX, where they differ; by edition the quantity that takes its place',
    ),
  inherits: z.array(z.strictObject({ id: text, effect: text })).optional(),
  reaches: z.array(text).optional(),
  restsOn: z.array(text).optional().describe('undecided claims that it follows from, directly or not'),
  checks: z.record(text, text).optional(),
  evidence: z.array(evidence).optional(),
  settledByProof: z
    .enum(['statement', 'step'])
    .optional()
    .describe(
      'statement: proofs alone prove or refute it; step: proofs show that it follows, or does not, from its premises',
    ),
  proofs: z.array(proof).optional(),
  mutants: z
    .strictObject({ made: count, noticed: count, withoutValue: count, equivalent: count, survivors: z.array(text) })
    .optional(),
});

export const ledgerSchema = z.strictObject({
  paper: z.record(text, z.union([text, z.number()])),
  settings: z.strictObject({ points: count, seed: z.int(), glasses: count }),
  counts: z.record(z.enum(verdicts), count),
  total: count,
  claims: z.array(entrySchema),
});

export type Entry = z.infer<typeof entrySchema>;
export type Ledger = z.infer<typeof ledgerSchema>;

/** The schema of the ledger as JSON Schema, for readers in other languages. */
export const ledgerJsonSchema = (): unknown => z.toJSONSchema(ledgerSchema);
