import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Random, random } from '../../src/number/random.ts';
import { buildReference, type Reference } from '../arb/reference.ts';
import { mostDigits } from './digits.ts';
import { type Asked, aboutMpmath, askArb, askMpmath, type Reply } from './references.ts';
import { readVectorFiles, type VectorFile, vectorFolder } from './vector-file.ts';
import { judge, type Verdict } from './verdict.ts';

export const crosscheckName = 'crosscheck.json';
export const referenceNames = ['Arb', 'mpmath'] as const;
export type ReferenceName = (typeof referenceNames)[number];

const count = z.int().nonnegative();
const byReference = z.strictObject({
  confirmed: count,
  /** The fewest digits that a vector and the reference have in common. */
  fewestDigits: count,
});
const counts = z.strictObject({ cases: count, invalid: count, Arb: byReference, mpmath: byReference });
/** What vectors/crosscheck.json holds: the vectors that were asked of both references, and what these said. */
export const crosscheckSchema = z.strictObject({
  versions: z.record(z.string(), z.string()),
  total: counts,
  files: z.record(z.string(), counts.extend({ quantity: z.string(), sha256: z.string() })),
  /** Vectors that a reference contradicts or does not know as closely. */
  disagreements: z.array(
    z.strictObject({
      id: z.string(),
      by: z.enum(referenceNames),
      is: z.enum(['contradicted', 'open']),
      says: z.string(),
      lower: z.string(),
      upper: z.string(),
    }),
  ),
});
export type Crosscheck = z.infer<typeof crosscheckSchema>;

/** A vector and what each reference makes of it. */
export interface Judged extends Asked {
  readonly by: Readonly<Record<ReferenceName, Verdict>>;
}

/** Every vector of the files with its file. */
export const allOf = (files: readonly VectorFile[]): readonly Asked[] =>
  files.flatMap((file) => file.cases.map((vector) => ({ file, vector })));

/** So many of them, drawn without repetition, in their order. */
export const sampleOf = <T>(draw: Random, from: readonly T[], size: number): readonly T[] => {
  const left = from.map((_, index) => index);
  for (let k = 0; k < Math.min(size, left.length); k++) {
    const other = k + draw.below(left.length - k);
    [left[k], left[other]] = [left[other] as number, left[k] as number];
  }
  return left
    .slice(0, size)
    .sort((a, b) => a - b)
    .map((index) => from[index] as T);
};

/** What each reference says of every one. */
export type Replies = Readonly<Record<ReferenceName, readonly Reply[]>>;

export const askBoth = async ({ program }: Reference, asked: readonly Asked[], programs = 1): Promise<Replies> => {
  const [Arb, mpmath] = await Promise.all([askArb(program, asked, programs), askMpmath(asked, programs)]);
  return { Arb, mpmath };
};

export const judgeAll = (asked: readonly Asked[], replies: Replies): readonly Judged[] =>
  asked.map((one, index) => {
    const verdict = (by: ReferenceName): Verdict => judge(one.vector, replies[by][index] as Reply);
    return { ...one, by: { Arb: verdict('Arb'), mpmath: verdict('mpmath') } };
  });

const countsOf = (judged: readonly Judged[], invalid: number): z.infer<typeof counts> => {
  const of = (by: ReferenceName): z.infer<typeof byReference> => ({
    confirmed: judged.filter((one) => one.by[by].is === 'confirmed').length,
    fewestDigits: judged.reduce((least, one) => Math.min(least, one.by[by].digits), mostDigits),
  });
  return { cases: judged.length, invalid, Arb: of('Arb'), mpmath: of('mpmath') };
};

/** What is not confirmed, by whom, with what the reference says instead. */
export const disagreementsOf = (judged: readonly Judged[]): Crosscheck['disagreements'] =>
  judged.flatMap(({ vector: { id, lower, upper }, by }) =>
    referenceNames.flatMap((name) => {
      const { is, says } = by[name];
      return is === 'confirmed' ? [] : [{ id, by: name, is, says, lower, upper }];
    }),
  );

const summary = (
  files: readonly VectorFile[],
  judged: readonly Judged[],
  versions: Crosscheck['versions'],
): Crosscheck => {
  const rows = files.map((file) => {
    const own = judged.filter((one) => one.file.name === file.name);
    return [file.name, { quantity: file.quantity, sha256: file.sha256, ...countsOf(own, file.invalid) }] as const;
  });
  const invalid = files.reduce((sum, file) => sum + file.invalid, 0);
  return {
    versions,
    total: countsOf(judged, invalid),
    files: Object.fromEntries(rows),
    disagreements: disagreementsOf(judged),
  };
};

/** More would take the machine from everybody else. */
const mostPrograms = 4;

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' }, vectors: { type: 'string' } },
  });
  const folder = values.vectors ?? vectorFolder;
  const files = readVectorFiles(folder);
  const temporary = mkdtempSync(join(tmpdir(), 'crosscheck-'));
  try {
    const reference = buildReference(temporary);
    const all = allOf(files);
    const drawn = values.sample && sampleOf(random(Number(values.seed), 'crosscheck'), all, Number(values.sample));
    const asked = drawn || all;
    const judged = judgeAll(asked, await askBoth(reference, asked, Math.min(mostPrograms, availableParallelism())));
    const found = summary(files, judged, { ...reference.versions, ...(await aboutMpmath()).versions });
    if (!drawn) writeFileSync(join(folder, crosscheckName), `${JSON.stringify(found, undefined, 2)}\n`);
    const { cases, Arb, mpmath } = found.total;
    process.stdout.write(
      `${cases} vectors: ${Arb.confirmed} confirmed by Arb, ${mpmath.confirmed} by mpmath; ` +
        `${found.disagreements.length} disagreements\n`,
    );
    for (const one of found.disagreements.slice(0, 20)) process.stdout.write(`${JSON.stringify(one)}\n`);
    if (found.disagreements.length > 0) process.exitCode = 1;
  } finally {
    rmSync(temporary, { recursive: true });
  }
};

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) await main();
