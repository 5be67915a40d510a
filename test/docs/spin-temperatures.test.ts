import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Ledger } from '../../src/ledger/schema.ts';
import { root } from '../child.ts';
import { shares } from './shares.ts';

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
});
