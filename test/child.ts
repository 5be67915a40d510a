import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a parent run leaves in the environment and a run of its own must not see. */
const inherited = /^(NODE_V8_COVERAGE|VITEST.*|TEST|NODE_OPTIONS|npm_(package|lifecycle)_.*|npm_config_local_prefix)$/;

/** Runs a program to its end as if from a fresh shell in `cwd`; throws only if it cannot be started. */
export const run = (
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Finished => {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name)));
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env: { ...own, NO_COLOR: '1', ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (error !== undefined) throw error;
  return { code: status, stdout, stderr };
};

/** Our command line from its sources; what it reaches counts in the coverage of the run that asks for it. */
export const tripleflip = (args: readonly string[], cwd: string = root): Finished => {
  const coverage = process.env.NODE_V8_COVERAGE;
  return run(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), join(root, 'src/cli/main.ts'), ...args],
    cwd,
    coverage === undefined ? {} : { NODE_V8_COVERAGE: coverage },
  );
};
