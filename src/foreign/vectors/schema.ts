import { z } from 'zod';
import { kinds } from '../case.ts';

const text = z.string();
const decimal = z.string().describe('decimal number');
const inputs = z
  .record(text, decimal)
  .describe(
    'parameters in SI units (frequencies in rad/s), each the shortest decimal of a binary64, whose exact value is meant',
  );

const value = z.strictObject({
  id: text.describe('stays the same as long as quantity and inputs do'),
  kind: z.enum(kinds).exclude(['invalid']),
  in: inputs,
  result: z.literal('value'),
  lower: decimal.describe('the true value is not below this'),
  upper: decimal.describe('nor above this'),
  tolerance: decimal.describe(
    'what 4 (1 + sum of |condition numbers|) roundings to binary64 make of the value: how far an answer in binary64 may be off',
  ),
  conditions: z
    .record(text, decimal)
    .optional()
    .describe('(x/f) df/dx for each input x, three digits; left out where one of them is not known'),
  flags: z
    .array(text)
    .describe(
      'mistakes that this case catches: without rounding, their answer is off by more than twice the tolerance',
    ),
});

const invalid = z.strictObject({
  id: text,
  kind: z.literal('invalid'),
  in: inputs,
  result: z.literal('invalid').describe('an error or NaN is right'),
  why: text,
});

export const vectorFileSchema = z.strictObject({
  quantity: text,
  edition: z
    .enum(['corrected', 'glass', 'printed', 'gaussian', 'two lines'])
    .describe('printed: the formula as the paper has it, right or wrong'),
  equation: text.describe('of the paper that introduces it'),
  claim: text.optional().describe('the claim that prints this edition; "tripleflip explain" says whether it is right'),
  unit: text,
  formula: text.describe('LaTeX'),
  domain: text,
  parameters: z.array(z.strictObject({ name: text, tex: text, unit: text, says: text })),
  constants: z.record(text, decimal).describe('SI values, exact; hbar = h/(2 pi)'),
  seed: z.int(),
  flags: z.record(text, text).describe('what each flag means'),
  cases: z.array(z.union([value, invalid])),
});

export type VectorFile = z.infer<typeof vectorFileSchema>;
export type Vector = VectorFile['cases'][number];

/** The schema of a file of vectors as JSON Schema, for readers in other languages. */
export const vectorJsonSchema = (): unknown => z.toJSONSchema(vectorFileSchema);
