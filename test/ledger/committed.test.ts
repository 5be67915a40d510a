import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { book, paper } from '../../src/cli/book.ts';
import { corrections } from '../../src/ledger/corrections.ts';
import { examine } from '../../src/ledger/examine.ts';
import { ledgerFrom, ledgerText, neededFor } from '../../src/ledger/ledger.ts';
import { type Ledger, ledgerJsonSchema, ledgerSchema } from '../../src/ledger/schema.ts';
import { verdicts } from '../../src/ledger/verdict.ts';
import { root } from '../child.ts';

const committed = (name: string): string => readFileSync(join(root, 'proofs', name), 'utf8');

/** With which `npm run ledger` writes it. */
const settings = { points: 500, seed: 1 };

/** The whole ledger, computed once and on one thread; the committed one was computed on as many as there were cores. */
const compute = (): Ledger => {
  const shared = corrections(book);
  const found = neededFor(book, undefined).map((id) => [id, examine(book, shared, id, settings)] as const);
  return ledgerFrom(book, paper, settings, new Map(found));
};

describe('the committed ledger', () => {
  let ledger: Ledger;
  beforeAll(() => {
    ledger = compute();
  }, 600_000);

  test('is what is computed now, byte for byte', () => {
    const before = JSON.parse(committed('ledger.json')) as Ledger;
    const text = new Map(before.claims.map((entry) => [entry.id, JSON.stringify(entry)]));
    const changed = ledger.claims.filter((entry) => text.get(entry.id) !== JSON.stringify(entry));
    expect(changed, 'entries that are not as committed: npm run ledger, then look at what changed').toEqual([]);
    expect(ledgerText(ledger) === committed('ledger.json'), 'the same bytes').toBe(true);
  });

  test('has the shape that its schema says, and the committed schema is that one', () => {
    expect(ledgerSchema.parse(JSON.parse(committed('ledger.json')))).toEqual(ledger);
    expect(JSON.parse(committed('ledger.schema.json'))).toEqual(ledgerJsonSchema());
    expect(committed('ledger.schema.json')).toBe(`${JSON.stringify(ledgerJsonSchema(), null, 1)}\n`);
  });

  test('has each of the 207 entries once, in the order of the paper, and counts them', () => {
    expect(ledger.claims.map(({ id }) => id)).toEqual(book.rows.map(({ id }) => id));
    expect(new Set(ledger.claims.map(({ id }) => id)).size).toBe(207);
    expect(ledger.total).toBe(207);
    expect(Object.values(ledger.counts).reduce((a, b) => a + b)).toBe(207);
    for (const verdict of verdicts)
      expect(ledger.counts[verdict], verdict).toBe(ledger.claims.filter((entry) => entry.verdict === verdict).length);
  });

  test('notices every mutant', () => {
    const survivors = ledger.claims.flatMap(({ id, mutants }) =>
      (mutants?.survivors ?? []).map((survivor) => `${id}: ${survivor}`),
    );
    expect(survivors).toEqual([]);
    for (const { id, mutants } of ledger.claims) expect(mutants?.noticed, id).toBe(mutants?.made);
  });

  test('what holds was decided at more than nine of ten points', () => {
    const left = ledger.claims.flatMap(({ id, evidence }) =>
      (evidence ?? [])
        .filter(({ outcome, by, points }) => outcome === 'holds' && (by === 'enclosure' || points > 0))
        .filter(({ points, discarded }) => points < 1 || 10 * discarded >= points + discarded)
        .map(({ about, points, discarded }) => `${id}: ${about}: ${discarded} left out, ${points} decided`),
    );
    expect(left).toEqual([]);
  });

  test('whatever fails shows where or why, and whatever is refuted what is wrong', () => {
    for (const { id, evidence, verdict, found, reason, inherits } of ledger.claims) {
      for (const line of evidence ?? [])
        if (line.outcome === 'fails')
          expect(line.counterexample ?? line.detail ?? line.error, `${id}: ${line.about}`).toBeDefined();
      if (verdict === 'refuted')
        expect(found?.counterexample ?? found?.detail ?? inherits ?? /^fails the check/.exec(reason), id).toBeTruthy();
    }
  });
});
