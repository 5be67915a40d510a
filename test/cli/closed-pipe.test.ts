import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isBuilt, root } from '../child.ts';

/** What is built, where it is up to date, starts five times as fast. */
const program = isBuilt()
  ? [join(root, 'dist/src/cli/main.js')]
  : ['--import', import.meta.resolve('tsx'), join(root, 'src/cli/main.ts')];

/** Our command line with readers that have gone before it writes, as behind `head`. */
const unread = (
  args: readonly string[],
  gone: 'stdout' | 'both',
): Promise<{ readonly code: number | null; readonly stderr: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...program, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stdout.destroy();
    if (gone === 'both') child.stderr.destroy();
    else child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject).on('close', (code) => resolve({ code, stderr }));
  });

describe('a closed pipe', { timeout: 60_000 }, () => {
  test.each([[['verify', 'eqA6', '--json', '--points', '20']], [['list', 'claims']], [['--help']]])(
    '%j ends with exit code 2 and one sentence',
    async (args) => {
      expect(await unread(args, 'stdout')).toEqual({
        code: 2,
        stderr: 'tripleflip: the output could not be written: the pipe was closed\n',
      });
    },
  );

  test.each([[['list', 'claims']], [['verify', 'eq126']]])(
    '%j ends with exit code 2 though nobody reads the reason either',
    async (args) => {
      expect(await unread(args, 'both')).toEqual({ code: 2, stderr: '' });
    },
  );
});
