import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Finished, root, run } from './child.ts';

/** Istanbul's record of one file: where each statement stands, and how often it ran. */
interface FileCoverage {
  readonly statementMap: Readonly<Record<string, { readonly start: { readonly line: number } }>>;
  readonly s: Readonly<Record<string, number>>;
  readonly branchMap: Readonly<Record<string, { readonly line: number }>>;
  readonly b: Readonly<Record<string, readonly number[]>>;
}

const fixture = join(root, 'test/fixtures/coverage');

/** The project's own flags and its own vitest.config.ts, on two files with lines that are known never to run. */
const cover = (into: string, ...flags: readonly string[]): Finished =>
  run(
    process.execPath,
    [
      ...[join(root, 'node_modules/c8/bin/c8.js'), '--all', '--src', 'src', '--include', 'src/**'],
      ...['--reporter', 'json', '--reports-dir', into, '--temp-directory', join(into, 'tmp'), ...flags],
      ...[process.execPath, join(root, 'node_modules/vitest/vitest.mjs'), 'run'],
      ...['--root', fixture, '--config', join(root, 'vitest.config.ts')],
    ],
    fixture,
  );

describe('coverage', { timeout: 60_000 }, () => {
  const into = mkdtempSync(join(tmpdir(), 'tripleflip-coverage-'));
  let finished: Finished;
  beforeAll(() => {
    finished = cover(into);
  }, 60_000);
  afterAll(() => rmSync(into, { recursive: true, force: true }));

  const record = (file: string): FileCoverage => {
    const report = JSON.parse(readFileSync(join(into, 'coverage-final.json'), 'utf8')) as Record<string, FileCoverage>;
    const found = report[join(fixture, file)];
    if (found === undefined) throw new Error(`expected a record of ${file}, got ${Object.keys(report).join(', ')}`);
    return found;
  };
  const linesRun = (file: string, times: (count: number) => boolean): readonly number[] => {
    const { s, statementMap } = record(file);
    return Object.entries(s).flatMap(([id, count]) => (times(count) ? [statementMap[id]?.start.line ?? 0] : []));
  };
  const never = (count: number): boolean => count === 0;
  const once = (count: number): boolean => count === 1;

  test('of the fixture is measured by a run that passes', () => {
    expect(finished).toMatchObject({ code: 0 });
    expect(finished.stdout).toMatch(/1 passed/);
  });

  test('reports the lines that no test reaches', () => {
    expect(linesRun('src/sign.ts', never)).toEqual([5, 6, 7, 8]);
    expect(linesRun('src/sign.ts', once)).toEqual([1, 2, 3, 4, 9]);
  });

  // A line counts as never run only from its first column on, so line 4, where the part begins, shows as a branch only.
  test('reports the branch in which they stand', () => {
    const { b, branchMap } = record('src/sign.ts');
    const untaken = Object.entries(b).filter(([, counts]) => counts.every(never));
    expect(untaken.map(([id]) => branchMap[id]?.line)).toEqual([4]);
  });

  test('counts a file that nothing imports', () => {
    expect(linesRun('src/unused.ts', never)).toEqual([1, 2, 3, 4]);
  });

  test('fails the run where it is below the bound', () => {
    const strict = cover(join(into, 'strict'), '--check-coverage', '--lines', '90');
    expect(strict.code).not.toBe(0);
    expect(strict.stderr).toMatch(/does not meet .*threshold \(90%\)/);
  });
});
