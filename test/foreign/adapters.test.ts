import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Point } from '../../src/foreign/case.ts';
import { startProgram } from '../../src/foreign/program/program.ts';
import { at, type EditionName, quantityOf, valueAt } from '../../src/library/oracle.ts';
import { root } from '../child.ts';

const required = process.env.CI === 'true';
const installed = (...command: readonly string[]): boolean =>
  spawnSync(command[0] ?? '', command.slice(1)).status === 0;
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
const adapter = (file: string): string => join(root, 'docs/adapters', file);
const own = mkdtempSync(join(tmpdir(), 'tripleflip-adapters-'));
afterAll(() => rmSync(own, { recursive: true }));

const inside: readonly (readonly [EditionName, Point])[] = [
  ['splitting', { Delta: -3, D: 4.1 }],
  ['splitting', { Delta: 1e-9, D: 298e6 }],
  ['g_D', { DD: 0.5, D: -1e-7 }],
  ['g_D', { DD: 1e5, D: 3e8 }],
  ['W_SSI', { A2: 1, DD: 0.01, omega0I: 1, Delta: 0.9 }],
  ['W_SSI', { A2: 2.5e11, DD: 1.1e6, omega0I: 1.87e9, Delta: -1.8699999999e9 }],
];
const outside: readonly (readonly [EditionName, Point])[] = [
  ['g_D', { DD: -1, D: 1 }],
  ['g_D', { DD: 0, D: 1 }],
  ['W_SSI', { A2: 1, DD: 0.01, omega0I: 1, Delta: 1.5 }],
  ['W_SSI', { A2: 1, DD: 0.01, omega0I: -1, Delta: 0.5 }],
  // Not one of theirs.
  ['W_Z', { A2: 1, DD: 0.01, D0: 0.5, omega0I: 1 }],
];

const asked = [...inside, ...outside].map(([name, point]) => ({ quantity: quantityOf(name), point }));

/** Python buffers what it writes to a pipe unless this says otherwise: an adapter must flush by itself. */
const plainly = ['env', '-u', 'PYTHONUNBUFFERED'];

/** Asks it twice, and expects certified values, refusals, and an end once it is told to. */
const examine = async (command: readonly string[]): Promise<void> => {
  const program = startProgram({ command: [...plainly, ...command], window: 4, patience: 10 });
  try {
    const replies = await program.ask(asked);
    expect(await program.ask(asked)).toEqual(replies);
    inside.forEach(([name, point], index) => {
      const reply = replies[index];
      const truth = valueAt(at(name, point), 20);
      expect(reply).toHaveProperty('out');
      // Near its edge the condition numbers of W_SSI are 1e10, but the differences there are exact.
      const error = Number(reply && 'out' in reply ? reply.out : Number.NaN) / Number(truth.digits) - 1;
      expect(Math.abs(error)).toBeLessThan(16 / 2 ** 53);
    });
    for (const reply of replies.slice(inside.length)) expect('error' in reply || reply.out === 'NaN').toBe(true);
  } finally {
    await program.stop();
  }
};

test('Python', () => examine([python, adapter('python/adapter.py')]));
test('a shell with awk', () => examine(['sh', adapter('shell/adapter.sh')]));
test.skipIf(!required && !installed(python, '-c', 'import numpy'))('NumPy', () =>
  examine([python, adapter('python/adapter_numpy.py')]),
);
test.skipIf(!required && !installed('octave-cli', '--version'))('Octave', () =>
  examine(['octave-cli', '--quiet', '--no-init-file', adapter('octave/adapter.m')]),
);
test.skipIf(!required && !installed('cc', '--version'))('C', async () => {
  const program = join(own, 'adapter');
  const flags = ['-std=c99', '-pedantic', '-Wall', '-Wextra', '-Werror', '-O1'];
  const { status, stderr } = spawnSync('cc', [...flags, '-o', program, adapter('c/adapter.c'), '-lm']);
  expect([status, stderr.toString()]).toEqual([0, '']);
  await examine([program]);
});
