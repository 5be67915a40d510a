import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ledger, ledgerSchema } from '../../src/ledger/schema.ts';
import { root, tripleflip } from '../child.ts';

const committedFile = join(root, 'proofs/ledger.json');
const top = mkdtempSync(join(tmpdir(), 'tripleflip-verify-'));

interface Printed {
  readonly settings: unknown;
  readonly counts: Readonly<Record<string, number>>;
  readonly total: number;
  readonly differs: readonly string[];
  readonly claims: unknown;
}

/** A copy of the committed ledger in which something was changed. */
const copyWith = (name: string, change: (ledger: Ledger) => unknown): string => {
  const ledger = JSON.parse(readFileSync(committedFile, 'utf8')) as Ledger;
  const path = join(top, name);
  writeFileSync(path, JSON.stringify(change(ledger)));
  return path;
};

describe('verify', { timeout: 120_000 }, () => {
  const state = () => ({ bytes: readFileSync(committedFile, 'utf8'), changed: statSync(committedFile).mtimeMs });
  let before: ReturnType<typeof state>;
  beforeAll(() => {
    before = state();
  });
  afterAll(() => {
    rmSync(top, { recursive: true, force: true });
    expect(state(), 'verify never writes the committed ledger').toEqual(before);
  });

  test('a claim as committed: exit code 0, and JSON of the shape of the ledger', () => {
    const { code, stdout, stderr } = tripleflip(['verify', 'eqA6', '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const printed = JSON.parse(stdout) as Printed;
    const entries = ledgerSchema.shape.claims.parse(printed.claims);
    const committed = ledgerSchema.parse(JSON.parse(before.bytes));
    expect(entries.map(({ id }) => id)).toEqual(['eqA6']);
    expect(printed.settings).toEqual(committed.settings);
    expect(printed.total).toBe(committed.total);
    expect(printed.differs).toEqual([]);
    expect(Object.values(ledgerSchema.shape.counts.parse(printed.counts)).reduce((a, b) => a + b)).toBe(1);
    const { reaches: _, ...ofItself } = committed.claims.find(({ id }) => id === 'eqA6') ?? expect.fail();
    expect(entries[0]).toMatchObject(ofItself);
  });

  test('other points and another seed find the same verdicts, from any folder', () => {
    const { code, stdout, stderr } = tripleflip(
      ['verify', 'eqA6', 'eqA7', '--points', '50', '--seed', '7'],
      top,
      false,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^eqA6 +proved +step holds\b/m);
    expect(stdout).toMatch(/^eqA7 +\w+ +step \w+/m);
    expect(stdout).toMatch(/; 2 of 207 claims looked at, 50 points each, seed 7\n$/);
  });

  test('a claim that follows from many is decided on several threads', () => {
    const { code, stderr } = tripleflip(['verify', 'eqA8', '--points', '20'], root, false);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('a verdict that differs from the given ledger: exit code 1, named on stderr, the ledger left as it is', () => {
    const path = copyWith('other-verdict.json', (ledger) => ({
      ...ledger,
      claims: ledger.claims.map((entry) => (entry.id === 'eqA6' ? { ...entry, verdict: 'refuted' } : entry)),
    }));
    const given = readFileSync(path, 'utf8');
    for (const extra of [[], ['--points', '20', '--seed', '3']]) {
      const { code, stdout, stderr } = tripleflip(['verify', 'eqA6', 'eqA7', '--ledger', path, ...extra], root, false);
      expect(stderr).toMatch(/^eqA6 differs from [^\n]*: refuted there, proved now\n$/);
      expect(stdout).toMatch(/^eqA6 +proved/m);
      expect(code).toBe(1);
    }
    expect(readFileSync(path, 'utf8')).toBe(given);
  });

  test('a claim that the given ledger lacks: exit code 1, in the JSON too', () => {
    const path = copyWith('missing-claim.json', (ledger) => ({
      ...ledger,
      claims: ledger.claims.filter(({ id }) => id !== 'eqA7'),
    }));
    const { code, stdout, stderr } = tripleflip(
      ['verify', 'eqA7', '--points', '20', '--json', '--ledger', path],
      root,
      false,
    );
    expect(stderr).toMatch(/^eqA7 differs from [^\n]*: missing there, \w+ now\n$/);
    expect((JSON.parse(stdout) as Printed).differs).toEqual(['eqA7']);
    expect(code).toBe(1);
  });
});
