import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseRational } from '../../src/number/rational.ts';
import { root } from '../child.ts';
import { type Interval, sharedDigits } from './digits.ts';

export const vectorFolder = join(root, 'vectors');

const point = z.record(z.string(), z.string());
const certified = z.object({
  id: z.string(),
  in: point,
  result: z.literal('value'),
  lower: z.string(),
  upper: z.string(),
});
const invalid = z.object({ id: z.string(), in: point, result: z.literal('invalid') });
/** What the cross-check reads of a vector file. */
const vectorFileSchema = z.object({
  quantity: z.string(),
  constants: z.record(z.string(), z.string()).default({}),
  cases: z.array(z.discriminatedUnion('result', [certified, invalid])),
});

/** A case with a certified value: [lower, upper] contains it. */
export type Vector = z.infer<typeof certified>;

/** A vector file; invalid cases are only counted. */
export interface VectorFile {
  readonly name: string;
  readonly sha256: string;
  readonly quantity: string;
  readonly constants: Readonly<Record<string, string>>;
  readonly cases: readonly Vector[];
  readonly invalid: number;
}

/** The vector files of a set of vectors in the order of their names: what its folder json holds. */
export const readVectorFiles = (folder: string = vectorFolder): readonly VectorFile[] =>
  readdirSync(join(folder, 'json'))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, 'json', name));
      const { quantity, constants, cases } = vectorFileSchema.parse(JSON.parse(bytes.toString('utf8')));
      const vectors = cases.filter((one) => one.result === 'value');
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { name, sha256, quantity, constants, cases: vectors, invalid: cases.length - vectors.length };
    });

export const endsOf = ({ lower, upper }: Pick<Vector, 'lower' | 'upper'>): Interval => [
  parseRational(lower),
  parseRational(upper),
];

/** The digits that a vector holds: those that all values between its ends have in common. */
export const digitsOf = (vector: Vector): number => {
  const ends = endsOf(vector);
  return sharedDigits(ends, ends);
};
