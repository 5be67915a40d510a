import { existsSync } from 'node:fs';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { double, oracle } from '../../src/index.ts';
import { root } from '../child.ts';

/** What a page would load for a piece of code that imports from the package. */
const bundled = async (contents: string) => {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    minify: true,
    metafile: true,
    logLevel: 'silent',
  });
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  return { text: outputFiles[0]?.text ?? '', used };
};
const bigIntegers = /\b\d+n\b|\bBigInt\b/;

describe('a bundle holds only what is used', () => {
  test('the binary64 path: small, without integers of arbitrary size', async () => {
    const { text, used } = await bundled(
      "import { W_Z } from './src/library/double.ts'; console.log(W_Z.at(1, 2, 3, 4));",
    );
    expect(text).not.toMatch(bigIntegers);
    expect(text.length).toBeLessThan(30_000);
    expect(used.filter((path) => !/^src\/oracle\/double\/|^<stdin>$/.test(path))).toEqual([]);
  });

  test('the binary64 path as a part of the package', async () => {
    const { text } = await bundled("import { double } from './src/index.ts'; console.log(double.W_Z.at(1, 2, 3, 4));");
    expect(text).not.toMatch(bigIntegers);
    expect(text.length).toBeLessThan(45_000);
  });

  test('what follows from inputs: nothing of the paper', async () => {
    const { text, used } = await bundled("import { derive } from './src/library/oracle.ts'; console.log(derive({}));");
    expect(text).toMatch(bigIntegers);
    expect(used.filter((path) => /^(spec|proofs)\//.test(path))).toEqual([]);
  });

  test('the oracle: nothing of Node, of the ledger or of the command line', async () => {
    const { used } = await bundled("import { oracle } from './src/index.ts'; console.log(oracle);");
    expect(used.filter((path) => /^(proofs|src\/(cli|evidence|ledger|report))\/|node_modules/.test(path))).toEqual([]);
  });
});

const rates = { A2: '2e15', DD: '2MHz', D0: '52MHz', omega0I: '145MHz' } as const;
const glass = {
  nS: '2e19/cm3',
  r0: '1nm',
  g: 2,
  B: '3.4T',
  nucleus: '1H',
  nI: '0.75e23/cm3',
  rI: '2angstrom',
} as const;
/** What is asked in the page and here. */
const asked = [
  ['W_Z', rates, 60],
  ['W_SS', { ...rates, D0: '145MHz' }, 30],
  ['W_SS:printed', glass, 20],
  ['W_Z', { A2: '1', DD: '1e-30', D0: '1e-20', omega0I: '1' }, 15],
] as const;

const executablePath = '/usr/bin/chromium';
/** Where CI=true it must be there. */
const isAsked = process.env.CI === 'true' || existsSync(executablePath);

describe.skipIf(!isAsked)('in Chromium', { timeout: 60_000 }, () => {
  let browser: Awaited<ReturnType<typeof chromium.launch>> | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--headless', '--disable-gpu'],
    });
  }, 60_000);
  afterAll(() => browser?.close());

  test('the same digits, and the same doubles, as in Node', async () => {
    const page = await browser?.newPage();
    if (!page) throw new Error('expected a page');
    const { text } = await bundled(
      "import { double, oracle } from './src/index.ts'; Object.assign(globalThis, { double, oracle });",
    );
    await page.addScriptTag({ content: text });
    const there = await page.evaluate((points) => {
      const { double: fast, oracle: slow } = globalThis as unknown as { double: typeof double; oracle: typeof oracle };
      return {
        digits: points.map(([name, inputs, digits]) => slow.evaluate(name, inputs, { digits }).digits),
        conditions: slow.conditioning('W_Z', points[0][1]).map(({ number }) => number),
        doubles: [1, 2, 3].map((DD) => fast.W_Z.at(...fast.W_Z.parameters.map((name) => (name === 'DD' ? DD : 5)))),
      };
    }, asked);
    expect(there.digits).toEqual(
      asked.map(([name, inputs, digits]) => oracle.evaluate(name, inputs, { digits }).digits),
    );
    expect(there.conditions).toEqual(oracle.conditioning('W_Z', rates).map(({ number }) => number));
    expect(there.doubles).toEqual(
      [1, 2, 3].map((DD) => double.W_Z.at(...double.W_Z.parameters.map((name) => (name === 'DD' ? DD : 5)))),
    );
  });
});
