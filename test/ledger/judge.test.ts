import { expect, test } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import { type Coordinate, domain, moderate } from '../../src/claim/domain.ts';
import { angularFrequency, pureNumber } from '../../src/formula/dimension.ts';
import { add, call, type Expr, mul, num, sub, symbol } from '../../src/formula/expression.ts';
import type { Book } from '../../src/ledger/book.ts';
import { corrections } from '../../src/ledger/corrections.ts';
import { examine } from '../../src/ledger/examine.ts';
import { countsOf, ledgerFrom, ledgerText, neededFor } from '../../src/ledger/ledger.ts';
import { ledgerSchema } from '../../src/ledger/schema.ts';
import { rational } from '../../src/number/rational.ts';
import { bookOf, chain, claim, equation, one, part, printed, row, squared, three, two, x } from './made-up.ts';
import { asPrinted, entriesOf, printedTimes, settings } from './plant.ts';

const summary = (book: Book) =>
  entriesOf(book).map(({ id, verdict, step, charged, inherits }) =>
    [id, verdict, step, charged, inherits?.map((of) => of.id).join()].filter((text) => text !== undefined).join(' '),
  );

test('a chain of right steps is certified', () => {
  expect(summary(printed)).toEqual(['one stated none', 'two certified holds', 'three certified holds']);
});

test('a wrong step is charged once, and the next inherits it, although its own step is right', () => {
  const wrong = { ...two, printed: equation(mul(4, squared)) };
  const next = { ...three, printed: equation(mul(12, squared)) };
  const entries = entriesOf(bookOf(chain, one, wrong, next));
  expect(summary(bookOf(chain, one, wrong, next))).toEqual([
    'one stated none',
    'two refuted fails true',
    'three refuted holds false two',
  ]);
  expect(entries.map(({ found }) => found?.factor)).toEqual([undefined, '2', '2']);
  expect(entries[1]?.found?.instead).toBe('2\\,x^{2}');
  expect(entries[1]?.reaches).toEqual(['three']);
});

test('two errors that cancel: the second is true, its step fails', () => {
  const wrong = { ...two, printed: equation(mul(4, squared)) };
  expect(summary(bookOf(chain, one, wrong, three))).toEqual([
    'one stated none',
    'two refuted fails true',
    'three certified fails two',
  ]);
});

test('to speak of a claim that it does not follow from is a fault', () => {
  const rows = [row('one'), row('two', ['one']), row('three', ['one', 'two'])];
  const stray = { ...two, step: ({ three: of }: Readonly<Record<string, Expr>>) => of as Expr };
  const book = bookOf(rows, one, stray, three);
  expect(() => examine(book, corrections(book), 'two', settings)).toThrow(
    new ReferenceError('two speaks of three, which it does not follow from'),
  );
  const inPart = {
    ...two,
    parts: [
      {
        ...part(x, x),
        relation: (of: Readonly<Record<string, Expr>>) =>
          ({ kind: 'equal', left: of.three as Expr, right: x }) as const,
      },
    ],
  };
  const other = bookOf(rows, one, inPart, three);
  expect(() => examine(other, corrections(other), 'two', settings)).toThrow('two speaks of three');
  expect(() => examine(printed, corrections(printed), 'four', settings)).toThrow(RangeError);
});

test('a premise that is not entered leaves the step undecided, and the claim with it', () => {
  const book = bookOf(chain, two, three);
  const [first, second, third] = entriesOf(book);
  expect(first?.verdict).toBe('not entered yet');
  expect(second).toMatchObject({ verdict: 'undecided', step: 'undecided', stepReason: 'one not entered yet' });
  expect(second?.evidence).toEqual([]);
  expect(third).toMatchObject({ verdict: 'undecided', step: 'holds', restsOn: ['two'] });
});

test('what holds under another reading of the text is a question, not an error', () => {
  const reads = (...formulas: readonly Expr[]): Claim => ({
    ...two,
    printed: equation(mul(4, squared)),
    text: { status: 'ambiguous', readings: formulas.map((formula) => ({ says: 'another reading', formula })) },
  });
  const verdictOf = (of: Claim) => entriesOf(bookOf(chain, one, of, three))[1];
  expect(verdictOf(reads(mul(3, squared), mul(2, squared)))).toMatchObject({
    verdict: 'undecided',
    reason: expect.stringContaining('a question about the text'),
  });
  expect(verdictOf(reads(mul(3, squared), mul(5, squared)))).toMatchObject({ verdict: 'refuted', charged: true });
  const asserts = (otherwise: Expr): Claim =>
    claim('one', {
      parts: [part(x, squared, { otherReadings: () => [{ kind: 'equal', left: x, right: otherwise }] })],
    });
  const rows = [row('one', [], 'statement')];
  expect(entriesOf(bookOf(rows, asserts(x)))[0]?.verdict).toBe('undecided');
  expect(entriesOf(bookOf(rows, asserts(mul(2, x))))[0]?.verdict).toBe('refuted');
});

/** Takes 1 at `bad` of 40 points drawn, and 2 otherwise. */
const spoiled = (bad: number): Coordinate => {
  let drawn = 0;
  return { names: ['u'], draw: () => [rational(drawn++ % 40 < bad ? 1 : 2)], simple: () => [[rational(2)]], facts: [] };
};

test.each([
  [4, 'certified', 4],
  [5, 'undecided', 5],
  [40, 'undecided', 40],
])('%i of 40 points outside the hypotheses: %s', (bad, verdict, discarded) => {
  const u = symbol('u', 'u', pureNumber);
  const where = domain([moderate('x'), spoiled(bad)], [{ left: num(1), is: '<', right: u }]);
  const [entry] = entriesOf(
    bookOf([row('one', [], 'statement')], claim('one', { parts: [part(x, x, { domain: where })] })),
  );
  expect(entry?.verdict).toBe(verdict);
  expect(entry?.evidence?.[0]).toMatchObject({ points: 40 - bad, discarded });
});

test('a condition: it must hold inside and be shown to fail outside', () => {
  const rows = [row('one', [], 'statement')];
  const under = (outside: Expr): string | undefined => {
    const of = claim('one', { condition: 'x is 1', parts: [part(x, x), part(x, outside, { judges: 'outside' })] });
    return entriesOf(bookOf(rows, of))[0]?.verdict;
  };
  expect(under(squared)).toBe('conditional');
  expect(under(x)).toBe('undecided');
  const broken = claim('one', {
    condition: 'x is 1',
    parts: [part(x, squared), part(x, squared, { judges: 'outside' })],
  });
  expect(entriesOf(bookOf(rows, broken))[0]?.verdict).toBe('refuted');
});

test('the worst of several assertions is the verdict, in whatever order they stand', () => {
  const rows = [row('one', [], 'statement')];
  const [good, bad] = [part(x, x), part(x, squared)];
  for (const parts of [
    [good, bad],
    [bad, good],
  ])
    expect(entriesOf(bookOf(rows, claim('one', { parts })))[0]?.verdict).toBe('refuted');
  expect(entriesOf(bookOf(rows, claim('one', { parts: [good, good] })))[0]?.verdict).toBe('certified');
});

test('two printed forms that differ refute what both follow from', () => {
  const of = { ...two, parts: [part(squared, mul(2, squared), { judges: 'form' })] };
  const entry = entriesOf(bookOf(chain, one, of, three))[1];
  expect([entry?.verdict, entry?.step, entry?.charged]).toEqual(['refuted', 'holds', false]);
});

test('a definition is stated, unless one of its checks fails', () => {
  const rows = [row('one', [], 'definition')];
  expect(entriesOf(bookOf(rows, one))[0]).toMatchObject({ verdict: 'stated', checks: { dimension: 'passed: 1' } });
  const frequency = symbol('f', 'f', angularFrequency);
  const mixed = claim('one', { printed: equation(mul(frequency, x)), domain: domain([moderate('x'), moderate('f')]) });
  expect(entriesOf(bookOf(rows, mixed))[0]).toMatchObject({
    verdict: 'refuted',
    reason: 'fails the check of dimension',
  });
  const negative = claim('one', { printed: equation(sub(x, 100)), role: 'rate' });
  expect(entriesOf(bookOf(rows, negative))[0]).toMatchObject({
    verdict: 'refuted',
    reason: 'fails the check of positivity',
  });
});

test('what rests on an undecided premise is undecided, what would not notice it is not', () => {
  const open = claim('one', { printed: equation(squared), undecided: 'its source is not at hand' });
  const rows = [row('one'), row('two', ['one']), row('three', ['one'])];
  const aside = claim('three', { printed: equation(x), step: () => x });
  const entries = entriesOf(bookOf(rows, open, two, aside));
  expect(entries.map(({ verdict }) => verdict)).toEqual(['undecided', 'undecided', 'certified']);
  expect(entries[1]?.reason).toContain('rests on one');
});

test('mutants of a right claim are noticed, and those that the kernel shows to be the same formula are none', () => {
  const full = (right: Expr, step: Expr) => {
    const of = claim('one', { printed: equation(right), step: () => step });
    const book = bookOf([row('one')], of);
    return examine(book, corrections(book), 'one', settings).mutants;
  };
  const report = full(add(squared, 1), add(squared, 1));
  expect(report?.made).toBeGreaterThan(10);
  expect(report).toMatchObject({ noticed: report?.made, survivors: [] });
  // cos(x - 2x) is cos x as well.
  const even = call('cos', add(x, mul(-2, x)));
  expect(full(even, even)).toMatchObject({ survivors: [], equivalent: 1 });
});

test('the ledger has its schema and the same bytes again', () => {
  const examined = () => {
    const shared = corrections(printed);
    return new Map(neededFor(printed, undefined).map((id) => [id, examine(printed, shared, id, settings)]));
  };
  const ledger = ledgerFrom(printed, { title: 'made up' }, settings, examined());
  expect(ledgerSchema.parse(JSON.parse(ledgerText(ledger)))).toEqual(ledger);
  expect(ledgerText(ledgerFrom(printed, { title: 'made up' }, settings, examined()))).toBe(ledgerText(ledger));
  expect(countsOf(ledger.claims)).toMatchObject({ certified: 2, stated: 1, refuted: 0 });
  expect(() => ledgerSchema.parse({ ...ledger, status: 'typed by hand' })).toThrow();
});

test('what is needed for a claim is what it follows from, each after its premises', () => {
  expect(neededFor(printed, ['two'])).toEqual(['one', 'two']);
  const order = neededFor(asPrinted, undefined);
  const place = new Map(order.map((id, index) => [id, index]));
  const early = asPrinted.rows.filter(({ id, from }) =>
    from.some((of) => (place.get(of) ?? -1) > (place.get(id) ?? order.length)),
  );
  expect(early.map(({ id }) => id)).toEqual([]);
  expect(order.length).toBe(asPrinted.claims.size);
});

test('a factor in front of a formula reaches the formulas made of it', () => {
  const planted = bookOf(chain, one, printedTimes(num(2))(two), three);
  const shared = corrections(planted);
  expect(shared.finding('two')?.factor?.text).toBe('2');
  expect(shared.dependsOn('three', 'two')).toBe(true);
  expect(shared.dependsOn('one', 'two')).toBe(false);
});
