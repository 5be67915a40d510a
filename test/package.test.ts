import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Finished, isBuilt, root, run } from './child.ts';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

const succeed = (finished: Finished, what: string): string => {
  if (finished.code !== 0) throw new Error(`expected ${what} to succeed, got ${finished.code}: ${finished.stderr}`);
  return finished.stdout;
};

describe('the package as a user installs it', { timeout: 120_000 }, () => {
  const top = mkdtempSync(join(tmpdir(), 'tripleflip-package-'));
  const user = join(top, 'user');
  let packed: Packed = { filename: '', files: [] };

  beforeAll(() => {
    if (!isBuilt()) succeed(run('npm', ['run', '--silent', 'build'], root), 'npm run build');
    const report = succeed(
      run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', top], root),
      'npm pack',
    );
    const [first] = JSON.parse(report) as readonly Packed[];
    if (first === undefined) throw new Error(`expected one package, got ${report}`);
    packed = first;
    mkdirSync(user);
    writeFileSync(join(user, 'package.json'), '{"private":true,"type":"module"}\n');
    const install = ['install', '--no-audit', '--no-fund', join(top, packed.filename)];
    // What `npm ci` has fetched is in the cache, so the network is needed only where that was emptied.
    if (run('npm', [...install, '--offline'], user).code !== 0)
      succeed(run('npm', [...install, '--prefer-offline'], user), 'npm install');
  }, 300_000);
  afterAll(() => rmSync(top, { recursive: true, force: true }));

  const tripleflip = (...args: readonly string[]): Finished =>
    run('npx', ['--no-install', 'tripleflip', ...args], user);

  test('holds the code, the types, the ledger and the licence, and no sources or tests', () => {
    const paths = packed.files.map(({ path }) => path);
    for (const wanted of [
      ...['package.json', 'README.md', 'LICENSE', 'CITATION.cff', 'proofs/ledger.json', 'proofs/ledger.schema.json'],
      ...['dist/src/cli/main.js', 'dist/src/index.js', 'dist/src/index.d.ts', 'dist/spec/paper.js'],
    ])
      expect(paths).toContain(wanted);
    const stray = paths.filter((path) => /^(src|spec|test|bench|coverage)\/|\.tsbuildinfo$|(?<!\.d)\.ts$/.test(path));
    expect(stray).toEqual([]);
  });

  test('names its version', () => {
    expect(tripleflip('--version')).toMatchObject({ code: 0, stdout: `${version}\n` });
  });

  test('lists the units', () => {
    const { code, stdout } = tripleflip('list', 'units');
    expect(code).toBe(0);
    expect(stdout).toMatch(/\bMHz\b/);
  });

  test('verifies a claim', () => {
    const { code, stdout } = tripleflip('verify', 'eqA6');
    expect(code).toBe(0);
    expect(stdout).toMatch(/\beqA6\b/);
  });

  test('refuses a claim that there is not', () => {
    expect(tripleflip('verify', 'eq126').code).not.toBe(0);
  });

  test('is a library with types', () => {
    const use = [
      "import * as tripleflip from 'tripleflip';",
      "import ledger from 'tripleflip/ledger.json' with { type: 'json' };",
    ];
    writeFileSync(
      join(user, 'use.ts'),
      `${use.join('\n')}\nexport const both = [Object.keys(tripleflip).length, ledger];\n`,
    );
    const options = ['--module', 'nodenext', '--target', 'es2022', '--strict', '--noEmit', '--resolveJsonModule'];
    const checked = run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...options, 'use.ts'], user);
    expect(checked).toMatchObject({ code: 0, stdout: '' });
    const names = "const names = Object.keys(await import('tripleflip')); if (names.length === 0) process.exit(1);";
    expect(run(process.execPath, ['--input-type=module', '-e', names], user)).toMatchObject({ code: 0 });
  });
});
