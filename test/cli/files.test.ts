import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { replaceFile } from '../../src/cli/files.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { root, run, tripleflip } from '../child.ts';

const top = mkdtempSync(join(tmpdir(), 'tripleflip-files-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

const folder = (name: string): string => {
  const path = join(top, name);
  mkdirSync(path);
  return path;
};

describe('a file is replaced whole or not at all', () => {
  test('a new file, and one that was there', () => {
    const target = join(folder('whole'), 'ledger.json');
    for (const text of ['first\n', 'second, longer\n', '']) {
      replaceFile(target, text);
      expect(readFileSync(target, 'utf8')).toBe(text);
    }
    expect(readdirSync(join(top, 'whole'))).toEqual(['ledger.json']);
  });

  test('a folder that is not there', () => {
    const target = join(top, 'nowhere', 'ledger.json');
    expect(() => replaceFile(target, 'text')).toThrow(UsageError);
    expect(() => replaceFile(target, 'text')).toThrow(`expected to write ${target}, but cannot: `);
  });

  test('a folder where the file should be: it stays, and no draft is left', () => {
    const target = join(folder('taken'), 'ledger.json');
    mkdirSync(target);
    writeFileSync(join(target, 'kept'), 'kept');
    expect(() => replaceFile(target, 'text')).toThrow(UsageError);
    expect(readdirSync(join(top, 'taken'))).toEqual(['ledger.json']);
    expect(readdirSync(target)).toEqual(['kept']);
  });

  test('a disk that takes only a part: the file that was there stays as it is, and no draft is left', () => {
    const target = join(folder('full'), 'ledger.json');
    writeFileSync(target, 'as it was\n');
    const files = pathToFileURL(join(root, 'src/cli/files.ts')).href;
    const write = `import('${files}').then(({ replaceFile }) => replaceFile(process.argv[1], 'x'.repeat(200000)))
      .then(() => console.log('written'), (error) => console.log(error.message));`;
    // Files may grow to 8 kB.
    const limited = ['-c', 'ulimit -f 8; exec "$0" "$@"', process.execPath, '--import', import.meta.resolve('tsx')];
    const { stdout } = run('bash', [...limited, '-e', write, target], root, { TSX_DISABLE_CACHE: '1' });
    expect(stdout).toMatch(/^expected to write .*ledger\.json, but cannot: EFBIG/);
    expect(readFileSync(target, 'utf8')).toBe('as it was\n');
    expect(readdirSync(join(top, 'full'))).toEqual(['ledger.json']);
  });

  test('ledger --out into a folder that is not there: exit code 2 and one sentence', { timeout: 600_000 }, () => {
    const target = join(top, 'nowhere', 'x.json');
    const { code, stdout, stderr } = tripleflip(['ledger', '--out', target]);
    expect(stderr).toMatch(/^tripleflip: expected to write [^\n]*x\.json, but cannot: [^\n]*\n$/);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(readdirSync(top)).not.toContain('nowhere');
  });
});
