import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import { type Chain, type ClaimProof, putRight } from '../../src/evidence/proof/step.ts';
import { BrokenChain } from '../../src/evidence/proof/walk.ts';
import { add, call, type Expr, mul, num, pow, sub } from '../../src/formula/expression.ts';
import type { Book } from '../../src/ledger/book.ts';
import { corrections } from '../../src/ledger/corrections.ts';
import { examine } from '../../src/ledger/examine.ts';
import { judge } from '../../src/ledger/judge.ts';
import { goalOf, type ProofRecord, proofsOf } from '../../src/ledger/proofs.ts';
import type { Entry } from '../../src/ledger/schema.ts';
import { bookOf, chain, claim, equation, one, part, row, squared, three, two, x } from './made-up.ts';
import { entriesOf, settings } from './plant.ts';

const sameForm: Chain['steps'] = ({ end }) => [{ by: 'identity', to: end }];
const direct = (about: string): Chain => ({ about, steps: sameForm });
const off = (about: string, factor: Expr): Chain => ({
  about,
  factor,
  steps: ({ start }) => [{ by: 'identity', to: start }],
});
const withProofs = (book: Book, ...proofs: readonly ClaimProof[]): Book => ({
  ...book,
  proofs: new Map(proofs.map((proof) => [proof.id, proof])),
});
const entryOf = (book: Book, id: string): Entry => entriesOf(book).find((entry) => entry.id === id) as Entry;
const told = ({ verdict, step, settledByProof, charged }: Entry) => [verdict, step, settledByProof, charged];

const statement = [row('one', [], 'statement')];
const circle = add(pow(call('sin', x), 2), pow(call('cos', x), 2));
/** 0 as a difference that no enclosure tells from 0. */
const hidden = part(sub(circle, 1), num(0), { says: 'it is 0' });
const plain = part(mul(x, x), squared, { says: 'it is the square' });
const asserts = (...parts: NonNullable<Claim['parts']>): Book => bookOf(statement, claim('one', { parts }));

describe('what proofs decide', () => {
  test('what enclosures leave open', () => {
    const open = entryOf(asserts(hidden), 'one');
    expect([told(open), open.evidence?.[0]?.outcome]).toEqual([
      ['undecided', 'none', undefined, undefined],
      'undecided',
    ]);
    const proved = entryOf(withProofs(asserts(hidden), { id: 'one', chains: [direct('it is 0')] }), 'one');
    expect(told(proved)).toEqual(['proved', 'none', 'statement', undefined]);
    expect(proved.evidence?.[0]).toMatchObject({ outcome: 'holds', proof: 'proved' });
    expect(proved.proofs).toMatchObject([{ about: 'it is 0', outcome: 'proved', steps: ['identity'], conditions: [] }]);
  });

  test('an equation and its step', () => {
    const book = bookOf(chain, one, two, three);
    expect(told(entryOf(book, 'two'))).toEqual(['certified', 'holds', undefined, undefined]);
    const proof = { id: 'two', chains: [direct('step')] };
    expect(told(entryOf(withProofs(book, proof), 'two'))).toEqual(['proved', 'holds', 'statement', undefined]);
  });

  test('that an equation is wrong, and by which factor', () => {
    const wrong = { ...two, printed: equation(mul(6, squared)) };
    const book = bookOf(chain, one, wrong, three);
    const refuted = entryOf(withProofs(book, { id: 'two', chains: [off('step', num(3))] }), 'two');
    expect(told(refuted)).toEqual(['refuted', 'fails', 'statement', true]);
    expect(refuted.proofs?.[0]).toMatchObject({ outcome: 'refuted', factor: '3' });
    expect(told(entryOf(book, 'two'))).toEqual(['refuted', 'fails', undefined, true]);
  });
});

describe('proved is said only where every assertion is', () => {
  const [ofHidden, ofPlain] = [direct('it is 0'), direct('it is the square')];
  const verdictWith = (...chains: readonly Chain[]) =>
    told(entryOf(withProofs(asserts(plain, { ...plain, says: 'once more' }), { id: 'one', chains }), 'one')).slice(
      0,
      3,
    );

  test('of several parts', () => {
    expect(verdictWith()).toEqual(['certified', 'none', undefined]);
    expect(verdictWith(ofPlain)).toEqual(['certified', 'none', undefined]);
    expect(verdictWith(ofPlain, direct('once more'))).toEqual(['proved', 'none', 'statement']);
    const half = withProofs(asserts(hidden, plain), { id: 'one', chains: [ofPlain] });
    expect(told(entryOf(half, 'one'))[0]).toBe('undecided');
    const whole = withProofs(asserts(hidden, plain), { id: 'one', chains: [ofPlain, ofHidden] });
    expect(told(entryOf(whole, 'one'))[0]).toBe('proved');
  });

  test('of an equation with a part beside it', () => {
    const book = bookOf(chain, one, { ...two, parts: [plain] }, three);
    const withChains = (...chains: readonly Chain[]) => told(entryOf(withProofs(book, { id: 'two', chains }), 'two'));
    expect(withChains(direct('step'))).toEqual(['certified', 'holds', undefined, undefined]);
    expect(withChains(ofPlain)).toEqual(['certified', 'holds', undefined, undefined]);
    expect(withChains(direct('step'), ofPlain)).toEqual(['proved', 'holds', 'statement', undefined]);
  });

  test('a step that is shown while its truth is not settles the step only', () => {
    const wrong = { ...two, printed: equation(mul(4, squared)) };
    const next = { ...three, printed: equation(mul(12, squared)) };
    const book = bookOf(chain, one, wrong, next);
    const shown = withProofs(book, { id: 'three', chains: [direct('step')] });
    expect(told(entryOf(shown, 'three'))).toEqual(['refuted', 'holds', 'step', false]);
    const truth = off('truth', num(2));
    const both = withProofs(book, { id: 'three', chains: [direct('step'), truth] });
    expect(told(entryOf(both, 'three'))).toEqual(['refuted', 'holds', 'statement', false]);
  });

  test('against the reference implementation, too', () => {
    const compared: Claim = { ...two, printed: equation(x), step: ({ one: of }) => of as Expr, quantity: 'x' };
    const book = bookOf(chain, { ...one, printed: equation(x) }, compared, three);
    const withChains = (...chains: readonly Chain[]) =>
      told(entryOf(withProofs(book, { id: 'two', chains }), 'two')).slice(0, 3);
    expect(withChains(direct('step'))).toEqual(['certified', 'holds', 'step']);
    expect(withChains(direct('truth'))).toEqual(['proved', 'holds', 'statement']);
  });
});

describe('a proof and enclosures that contradict each other', () => {
  const record = (about: string, outcome: ProofRecord['outcome']): ProofRecord => ({
    about,
    outcome,
    steps: ['identity'],
    conditions: [],
    operations: 1,
  });
  const judged = (book: Book, id: string, proof: ProofRecord) =>
    judge(book, corrections(book), book.claims.get(id) as Claim, { ...settings, label: id }, [proof]);

  test('are a fault, and nothing is said of the claim', () => {
    const book = bookOf(chain, one, two, three);
    expect(() => judged(book, 'two', record('step', 'refuted'))).toThrow(
      /^two: .*: enclosures say that it holds, a proof that it fails$/,
    );
    const wrong = bookOf(chain, one, { ...two, printed: equation(mul(4, squared)) }, three);
    expect(() => judged(wrong, 'two', record('step', 'proved'))).toThrow(
      'enclosures say that it fails, a proof that it holds',
    );
    expect(judged(book, 'two', record('step', 'proved')).settled).toEqual({ step: true, truth: true });
  });

  test('a proof about something else settles nothing', () => {
    const book = bookOf(chain, one, two, three);
    expect(judged(book, 'two', record('another part', 'proved')).settled).toEqual({ step: false, truth: false });
  });
});

describe('what a chain has to prove', () => {
  const wrong = { ...two, printed: equation(mul(4, squared)) };
  const next = {
    ...three,
    parts: [
      {
        ...plain,
        relation: ({ two: of }: Readonly<Record<string, Expr>>) =>
          ({ kind: 'equal', left: of as Expr, right: mul(2, squared) }) as const,
      },
    ],
  };
  const book = bookOf(chain, one, wrong, next);
  const goal = (about: string) => goalOf(book, corrections(book), 'three', about);

  test('from the premises as printed, or put right', () => {
    const leftOf = (about: string) => {
      const { relation } = goal(about);
      return relation.kind === 'equal' ? relation.left : undefined;
    };
    expect(leftOf('step')).toEqual(mul(3, mul(4, squared)));
    expect(leftOf('it is the square')).toEqual(mul(4, squared));
    expect(leftOf(`it is the square${putRight}`)).not.toEqual(mul(4, squared));
    const corrected = withProofs(book, { id: 'three', chains: [direct(`it is the square${putRight}`)] });
    expect(proofsOf(corrected, corrections(corrected), 'three')[0]?.outcome).toBe('proved');
  });

  test('only what the claim has, and only from what it follows from', () => {
    expect(() => goal('no such part')).toThrow(new BrokenChain('expected one part "no such part" of three, got none'));
    expect(() => goalOf(book, corrections(book), 'one', 'step')).toThrow(
      new BrokenChain('one has no step that could be proved'),
    );
    expect(goal('step').premise('one')).toEqual(squared);
    expect(() => goal('step').premise('three')).toThrow(new BrokenChain('three does not follow from three'));
    expect(() => goalOf(book, corrections(book), 'four', 'step')).toThrow(RangeError);
  });

  test('a chain that proves nothing: the claim, what it is about, and the step are named', () => {
    const broken = withProofs(book, { id: 'three', chains: [direct('step')] });
    expect(() => examine(broken, corrections(broken), 'three', settings)).toThrow(BrokenChain);
    expect(() => examine(broken, corrections(broken), 'three', settings)).toThrow(
      'three, step: step 1 (identity): the two are not the same; what remains is 6\\,x^{2}',
    );
  });
});
