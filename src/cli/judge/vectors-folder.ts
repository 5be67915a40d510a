import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { asCsv, asJson, fileName } from '../../foreign/vectors/file.ts';
import { type VectorFile, vectorJsonSchema } from '../../foreign/vectors/schema.ts';
import { version } from '../files.ts';
import { UsageError } from '../usage.ts';

const count = z.int().nonnegative();
const indexSchema = z.strictObject({
  tripleflip: z.string(),
  seed: count,
  schema: z.literal('schema.json'),
  cases: count,
  invalid: count,
  /** Flags that mean the same in every file; the others are explained in each. */
  flags: z.record(z.string(), z.string()),
  files: z.array(
    z.strictObject({
      quantity: z.string(),
      json: z.string().regex(/^json\/\w+\.json$/),
      csv: z.string().regex(/^csv\/\w+\.csv$/),
      cases: count,
      invalid: count,
    }),
  ),
});
/** What a folder of vectors holds: index.json. */
export type VectorIndex = z.infer<typeof indexSchema>;

const indexName = 'index.json';
const title = 'Test vectors of tripleflip';

/** How files of ours begin: nothing else is ever replaced or removed. */
const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^json\//, '{\n "quantity": '],
  [/^csv\//, 'id,quantity,kind,'],
  [/^schema\.json$/, `{\n "title": "${title}"`],
  [/^index\.json$/, '{\n "tripleflip": '],
];

const isOurs = (folder: string, name: string): boolean => {
  const beginning = beginnings.find(([names]) => names.test(name))?.[1];
  const file = join(folder, name);
  return beginning !== undefined && statSync(file).isFile() && readFileSync(file, 'utf8').startsWith(beginning);
};

const pathsOf = (quantity: Parameters<typeof fileName>[0]): { readonly json: string; readonly csv: string } => {
  const name = fileName(quantity);
  return { json: `json/${name}.json`, csv: `csv/${name}.csv` };
};

/** Where the files are, whatever links lead there. */
const folderOf = (out: string): string => (existsSync(out) ? realpathSync(out) : resolve(out));

/** The files that the index of a folder names; throws where it is damaged. */
const namedIn = (folder: string): readonly string[] => {
  const file = join(folder, indexName);
  if (!existsSync(file)) return [];
  try {
    return indexSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).files.flatMap(({ json, csv }) => [json, csv]);
  } catch {
    throw new UsageError(
      `expected an index of vectors in ${file}, but it is damaged: remove it, or give another --out`,
    );
  }
};

const cannot = (folder: string, error: unknown): UsageError =>
  new UsageError(`expected to write vectors to the folder ${folder}, but cannot: ${(error as Error).message}`);

/** Throws before long work is done for nothing: the folder can be written, and nobody else's file is in the way. */
export const checkFolder = (out: string, quantities: readonly Parameters<typeof fileName>[0][]): void => {
  const folder = folderOf(out);
  try {
    for (const own of [folder, join(folder, 'json'), join(folder, 'csv')]) {
      if (!existsSync(own)) continue;
      if (!statSync(own).isDirectory()) throw new Error(`${own} is no folder`);
      accessSync(own, constants.W_OK);
    }
    accessSync(dirname(folder), constants.W_OK);
  } catch (error) {
    throw cannot(folder, error);
  }
  const names = ['schema.json', indexName, ...quantities.flatMap((one) => Object.values(pathsOf(one)))];
  const foreign = names.find((name) => existsSync(join(folder, name)) && !isOurs(folder, name));
  if (foreign)
    throw new UsageError(
      `expected a folder for vectors, but ${join(folder, foreign)} is another file, which would be replaced: give another --out`,
    );
  namedIn(folder);
};

const isInvalid = ({ result }: VectorFile['cases'][number]): boolean => result === 'invalid';

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

export const indexOf = (files: readonly VectorFile[], seed: number): VectorIndex => {
  const rows = files.map(({ quantity, cases }) => ({
    quantity,
    ...pathsOf({ name: quantity }),
    cases: cases.length,
    invalid: cases.filter(isInvalid).length,
  }));
  const meanings = new Map<string, Set<string>>();
  for (const { flags } of files)
    for (const [flag, says] of Object.entries(flags)) meanings.set(flag, (meanings.get(flag) ?? new Set()).add(says));
  const shared = [...meanings].flatMap(([flag, all]) =>
    all.size === 1 ? [[flag, [...all][0] as string] as const] : [],
  );
  return {
    tripleflip: version(),
    seed,
    schema: 'schema.json',
    cases: sum(rows.map(({ cases }) => cases)),
    invalid: sum(rows.map(({ invalid }) => invalid)),
    flags: Object.fromEntries(shared.sort(([a], [b]) => (a < b ? -1 : 1))),
    files: rows,
  };
};

const spaced = (value: unknown): string => `${JSON.stringify(value, undefined, 1)}\n`;

/** All files by their names, the index last. */
const textsOf = (files: readonly VectorFile[], index: VectorIndex): ReadonlyMap<string, string> =>
  new Map([
    ...files.flatMap((file) => {
      const { json, csv } = pathsOf({ name: file.quantity });
      return [[json, asJson(file)] as const, [csv, asCsv(file)] as const];
    }),
    ['schema.json', spaced({ title, ...(vectorJsonSchema() as object) })] as const,
    [indexName, spaced(index)] as const,
  ]);

/**
 * Writes a set of vectors: all files beside the folder first, then each moved to its place, the index last. Whatever
 * happens, every file there is a whole one; while the index is the old one, writing again removes what it names and
 * the new set has not. Files that are not ours stay. Throws a UsageError.
 */
export const writeFolder = (out: string, files: readonly VectorFile[], seed: number): VectorIndex => {
  const folder = folderOf(out);
  const draft = `${folder}.${process.pid}.draft`;
  const index = indexOf(files, seed);
  const texts = textsOf(files, index);
  checkFolder(
    out,
    files.map(({ quantity }) => ({ name: quantity })),
  );
  const stale = namedIn(folder).filter((name) => !texts.has(name));
  try {
    for (const kind of ['json', 'csv']) {
      mkdirSync(join(draft, kind), { recursive: true });
      mkdirSync(join(folder, kind), { recursive: true });
    }
    for (const [name, text] of texts) writeFileSync(join(draft, name), text);
    for (const name of texts.keys()) {
      if (name === indexName)
        for (const old of stale) if (existsSync(join(folder, old)) && isOurs(folder, old)) rmSync(join(folder, old));
      renameSync(join(draft, name), join(folder, name));
    }
  } catch (error) {
    throw cannot(folder, error);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return index;
};
