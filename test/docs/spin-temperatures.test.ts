import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stationary } from '../../src/cli/stationary/stationary.ts';
import type { Ledger } from '../../src/ledger/schema.ts';
import { root } from '../child.ts';
import { printed } from '../printed.ts';
import { shareOfBoth, shares } from './shares.ts';

const page = readFileSync(join(root, 'docs/spin-temperatures/README.md'), 'utf8');
const ledger = JSON.parse(readFileSync(join(root, 'proofs/ledger.json'), 'utf8')) as Ledger;

describe('the page on spin temperatures', () => {
  const rows = [...page.matchAll(/^\| (?:\[)?((?:eq|s)\w+)(?:\]\(\S+\))? \| .* \| (\w+) \| .* \|$/gm)];

  test('shows the verdicts of the ledger', () => {
    expect(rows.length).toBe(11);
    for (const [, id, verdict] of rows)
      expect([id, verdict]).toEqual([id, ledger.claims.find((entry) => entry.id === id)?.verdict]);
  });

  test('shows how far beta_I is from beta_SS as it is computed', () => {
    const shown = /<!-- shares -->\n([\s\S]*?)\n<!-- end of shares -->/.exec(page)?.[1];
    expect(shown).toBe(shares());
  });

  test('is right that (51) with (98) leads to beta_SS, and a narrow line as well', () => {
    expect(Math.abs(shareOfBoth(500, 'labelled'))).toBeLessThan(1e-5);
    const narrower = [500, 200, 100, 50].map((fwhm) => shareOfBoth(fwhm, 'means'));
    for (const [index, share] of narrower.entries()) expect(share).toBeLessThan(narrower[index - 1] ?? 1);
    expect(narrower.at(-1)).toBeLessThan(0.1);
  });

  test('shows the figure that its command draws', async () => {
    const [, parameters, sweep] = /^npx tripleflip stationary (.*) --sweep (\S+) --plot D0\.svg$/m.exec(page) ?? [];
    const folder = mkdtempSync(join(tmpdir(), 'tripleflip-docs-'));
    const plot = join(folder, 'D0.svg');
    try {
      await printed(() => stationary((parameters as string).split(' '), { sweep: sweep as string, plot }));
      expect(readFileSync(plot, 'utf8')).toBe(readFileSync(join(root, 'docs/spin-temperatures/D0.svg'), 'utf8'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
