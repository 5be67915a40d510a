import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ledgerFile, readLedger } from '../../src/cli/files.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { book } from '../../src/cli/verify/book.ts';
import { explain } from '../../src/cli/verify/explain.ts';
import { explanation } from '../../src/report/explain.ts';
import { root, tripleflip } from '../child.ts';

const ledger = readLedger(ledgerFile());
const entryOf = (id: string) => ledger.claims.find((entry) => entry.id === id) as (typeof ledger.claims)[number];
const textOf = (id: string): string => explanation(entryOf(id), { rows: book.rows, claims: book.claims, ledger });

describe('explain', () => {
  test('as a command: an unknown id is refused with the nearest, nothing is shown, and exit code 2', () => {
    expect(tripleflip(['explain', 'eq73', 'eq700'], root, false)).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'tripleflip: expected the id of a claim, got "eq700"; the nearest is eq70 (tripleflip list claims shows all)\n',
    });
  });

  test('as a command: a claim in sentences, and exit code 0', () => {
    expect(tripleflip(['explain', 'eq73'])).toEqual({ code: 0, stdout: textOf('eq73'), stderr: '' });
  });
});

describe('what explain prints', () => {
  let folder: string;
  let printed: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'explain-'));
    printed = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += text;
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });
  const written = (value: unknown): string => {
    const file = join(folder, 'ledger.json');
    writeFileSync(file, JSON.stringify(value));
    return file;
  };

  test('several claims, in the order in which they are asked for', () => {
    explain(['eq73', 'eq69'], {});
    expect(printed).toBe(`${textOf('eq73')}\n\n${textOf('eq69')}`);
  });

  test('--json: the entry of one claim, and a list of several', () => {
    explain(['eq73'], { json: true });
    expect(JSON.parse(printed)).toEqual(entryOf('eq73'));
    printed = '';
    explain(['eq73', 'eq69'], { json: true });
    expect(JSON.parse(printed)).toEqual([entryOf('eq73'), entryOf('eq69')]);
  });

  test('a claim that is not entered yet is said to be so', () => {
    const { step, checks, evidence, found, ...bare } = entryOf('eq73');
    const reason = 'no formula and no evidence yet';
    const claims = ledger.claims.map((one) =>
      one === entryOf('eq73') ? { ...bare, verdict: 'not entered yet', reason } : one,
    );
    explain(['eq73'], { ledger: written({ ...ledger, claims }) });
    expect(printed).toContain('The verdict is "not entered yet": nothing is known of it here.\n');
  });

  test('another ledger is read; one that lacks the claim, or is no ledger, is refused', () => {
    const claims = ledger.claims.map((one) => ({ ...one, says: `so ${one.says}` }));
    explain(['eq73'], { ledger: written({ ...ledger, claims }) });
    expect(printed.startsWith(`eq73: so ${entryOf('eq73').says}\n`)).toBe(true);
    printed = '';
    const lacking = written({ ...ledger, claims: claims.filter(({ id }) => id !== 'eq73') });
    expect(() => explain(['eq69', 'eq73'], { ledger: lacking })).toThrow(UsageError);
    expect(() => explain(['eq69', 'eq73'], { ledger: lacking })).toThrow(/expected eq73 in .*, but it is not there/);
    expect(() => explain(['eq73'], { ledger: join(folder, 'none.json') })).toThrow(/it cannot be read/);
    expect(() => explain(['eq73'], { ledger: written({}) })).toThrow(/it is damaged/);
    expect(printed).toBe('');
  });
});
