import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { NoSkips } from './test/reporters/no-skips.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Tests run on plain Node with tsx, without vite's module runner: only then does the coverage that Node itself
// records map to the sources. test/coverage.test.ts guards this; the paths are absolute so that it can use this file.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/fixtures/**'],
    pool: 'forks',
    maxWorkers: '100%',
    // Files share what is costly to make, such as the corrected formulas: half the time of a process for each.
    isolate: false,
    execArgv: ['--import', 'tsx'],
    experimental: { viteModuleRunner: false, nodeLoader: false },
    setupFiles: [here('./test/setup-coverage.ts'), here('./test/setup-seed.ts')],
    reporters: process.env.CI === 'true' ? ['default', new NoSkips()] : ['default'],
    testTimeout: 20_000,
  },
});
