import { accessSync, constants, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Ledger, ledgerSchema } from '../ledger/schema.ts';
import { UsageError } from './usage.ts';

/** The folder that package.json stands in, from the sources as well as from what is built of them. */
const packageRoot = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new UsageError('expected to find the package.json of tripleflip above its program, found none');
    folder = parent;
  }
  return folder;
};

export const version = (): string =>
  (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;

/** Where the committed ledger is, or the file that was asked for instead. */
export const ledgerFile = (given?: string): string => given ?? join(packageRoot(), 'proofs', 'ledger.json');
export const schemaFile = (): string => join(packageRoot(), 'proofs', 'ledger.schema.json');

/** The ledger of a file. Throws a UsageError that says what is wrong with it. */
export const readLedger = (file: string): Ledger => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`expected a ledger in ${file}, but it cannot be read: ${(error as Error).message}`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`expected a ledger in ${file}, but it is damaged: ${(error as Error).message}`);
  }
  const parsed = ledgerSchema.safeParse(value);
  const issue = parsed.error?.issues[0];
  if (!parsed.success)
    throw new UsageError(
      `expected a ledger in ${file}, but it is damaged: ${issue?.path.join('.') || 'the whole'}: ${issue?.message}`,
    );
  return parsed.data;
};

/** Replaces a file whole or not at all. */
export const replaceFile = (file: string, text: string): void => {
  const draft = `${file}.${process.pid}.draft`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new UsageError(`expected to write ${file}, but cannot: ${(error as Error).message}`);
  }
};

/** Throws before long work is done for nothing. */
export const checkWritable = (file: string): void => {
  try {
    accessSync(dirname(file), constants.W_OK);
  } catch (error) {
    throw new UsageError(`expected to write ${file}, but cannot: ${(error as Error).message}`);
  }
};
