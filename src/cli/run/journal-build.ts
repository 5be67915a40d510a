import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from '../files.ts';

/** Engines, claims and proofs: all that results come from, beside the packages whose versions package.json fixes. */
const folders = ['src', 'spec', 'proofs'];

/**
 * The version and a digest of this program's files, such as 0.1.0+1f2e3d4c5b6a. What two builds find out may differ by
 * any change of a claim or of an engine, so that they do not go on with each other's work.
 */
export const build = (): string => {
  const extension = extname(import.meta.url);
  const top = fileURLToPath(new URL('../../..', import.meta.url));
  const files = folders
    .flatMap((folder) =>
      readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' }).map((of) => join(folder, of)),
    )
    .filter((file) => extname(file) === extension)
    .map((file) => file.replaceAll(sep, '/'))
    .sort();
  const digest = createHash('sha256');
  for (const file of files)
    digest
      .update(`${file}\0`)
      .update(readFileSync(join(top, file)))
      .update('\0');
  return `${version()}+${digest.digest('hex').slice(0, 12)}`;
};
