import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, run } from './child.ts';

const fixture = join(root, 'test/fixtures/skips');
const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', fixture];
const withSkips = (ci: string) =>
  run(process.execPath, [...vitest, '--config', join(root, 'vitest.config.ts')], fixture, { CI: ci });

test('a skipped test fails the run where CI=true, by name', { timeout: 60_000 }, () => {
  const { code, stderr } = withSkips('true');
  expect(code).toBe(1);
  expect(stderr).toContain('test/skips.test.ts > a group > left out');
  expect(stderr).toContain('test/skips.test.ts > a group > not written');
  expect(stderr).not.toContain('> runs');
});

test('elsewhere it does not', { timeout: 60_000 }, () => {
  expect(withSkips('').code).toBe(0);
});
