import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { book, paper } from '../../src/cli/verify/book.ts';
import { corrections } from '../../src/ledger/corrections.ts';
import { drawingsOf } from '../../src/ledger/drawings.ts';
import { examine } from '../../src/ledger/examine.ts';
import { ledgerFrom, ledgerText, neededFor } from '../../src/ledger/ledger.ts';
import { type Ledger, ledgerJsonSchema, ledgerSchema } from '../../src/ledger/schema.ts';
import { verdicts } from '../../src/ledger/verdict.ts';
import { random } from '../../src/number/random.ts';
import { root } from '../child.ts';

const committed = (name: string): string => readFileSync(join(root, 'proofs', name), 'utf8');

/** With which `npm run ledger` writes it. */
const settings = { points: 500, seed: 1, glasses: 512 };

const ledger = JSON.parse(committed('ledger.json')) as Ledger;

/** The whole ledger, on one thread; the committed one was computed on as many as there were cores. */
const compute = (): Ledger => {
  const shared = corrections(book);
  const found = neededFor(book, undefined).map((id) => [id, examine(book, shared, id, settings)] as const);
  return ledgerFrom(book, paper, settings, new Map(found));
};

/** What an entry's evidence and a claim's examination both say. */
interface Told {
  readonly about: string;
  readonly outcome: string;
  readonly points: number;
  readonly discarded: number;
  readonly proof?: string | undefined;
}

/** As many claims are looked at again here; \`npm run verify\` and the long run look at all. */
const slice = 12;

describe('the committed ledger', { timeout: 600_000 }, () => {
  const whole = (): void => {
    const now = compute();
    const text = new Map(ledger.claims.map((entry) => [entry.id, JSON.stringify(entry)]));
    const changed = now.claims.filter((entry) => text.get(entry.id) !== JSON.stringify(entry));
    expect(changed, 'entries that are not as committed: npm run ledger, then look at what changed').toEqual([]);
    expect(ledgerText(now) === committed('ledger.json'), 'the same bytes').toBe(true);
  };
  if (process.env.LONG_RUN) test('is what is computed now, byte for byte', whole);

  const drawn = random(3, 'committed');
  // What is drawn takes long: `npm run verify` draws it once for all.
  const entered = [...book.claims.keys()].filter((id) => drawingsOf(book, [id], () => true).length === 0);
  const some = new Set(Array.from({ length: slice }, () => entered[drawn.below(entered.length)] as string));
  const shared = corrections(book);
  test.each([...some])('%s: its evidence, checks, mutants and proofs are those that are found now', (id) => {
    const { judgement, checks, mutants, proofs } = examine(book, shared, id, settings);
    const entry = ledger.claims.find((one) => one.id === id);
    const told = (lines: readonly Told[] = []): readonly Told[] =>
      lines.map(({ about, outcome, points, discarded, proof }) => ({ about, outcome, points, discarded, proof }));
    expect(told(entry?.evidence).slice(0, judgement.evidence.length)).toEqual(told(judgement.evidence));
    expect(entry?.checks).toEqual(checks);
    expect(entry?.mutants).toEqual(mutants);
    expect(entry?.proofs ?? []).toEqual(proofs);
  });

  test('has the shape that its schema says, and the committed schema is that one', () => {
    expect(ledgerSchema.parse(ledger)).toEqual(ledger);
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
