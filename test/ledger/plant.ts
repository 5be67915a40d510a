import { claims } from '../../spec/claims.ts';
import { entries } from '../../spec/paper.ts';
import type { Claim, Part } from '../../src/claim/claim.ts';
import type { Relation, Side } from '../../src/claim/relation.ts';
import { type Expr, mul } from '../../src/formula/expression.ts';
import { ancestors, type Book } from '../../src/ledger/book.ts';
import { corrections } from '../../src/ledger/corrections.ts';
import { type Examination, examine, type Settings } from '../../src/ledger/examine.ts';
import { entriesFrom, neededFor } from '../../src/ledger/ledger.ts';
import type { Entry } from '../../src/ledger/schema.ts';
import { compare, rational } from '../../src/number/rational.ts';
import { quantityNamed } from '../../src/theory/quantities.ts';

/** So few glasses that they are drawn in no time, and what is asked of them: the rarest pairs leave a wide error. */
const few = { glasses: 32, tells: rational(10) } as const;

const asksLittle = (relation: Relation): Relation =>
  relation.kind === 'measured' && compare(relation.tells, few.tells) < 0 ? { ...relation, tells: few.tells } : relation;
const withFew = <T extends Pick<Claim, 'parts'>>(of: T): T => ({
  ...of,
  ...(of.parts
    ? {
        parts: of.parts.map((part): Part => ({ ...part, relation: (premises) => asksLittle(part.relation(premises)) })),
      }
    : {}),
});

/**
 * The paper as printed, without its proofs, put together here and not taken from the command line's. Of what is measured
 * it asks no more than a few glasses tell.
 */
export const asPrinted: Book = {
  rows: entries,
  claims: new Map(
    claims.map((claim) => [
      claim.id,
      withFew({ ...claim, ...(claim.instead ? { instead: withFew(claim.instead) } : {}) }),
    ]),
  ),
  // A formula that is planted has no proof.
  proofs: new Map(),
  quantity: (name) => quantityNamed(name).formula,
};

export const settings: Settings = { points: 40, seed: 1, glasses: few.glasses };

/** The same book with one claim changed. */
export const withClaim = (id: string, change: (claim: Claim) => Claim, book: Book = asPrinted): Book => {
  const claim = book.claims.get(id);
  if (!claim) throw new RangeError(`expected a claim to change, got ${id}`);
  return { ...book, claims: new Map([...book.claims, [id, change(claim)]]) };
};

const times = (factor: Expr, formula: Expr): Expr => mul<string, 'scalar' | 'binder'>(factor, formula);

/**
 * A claim with a constant in front of its printed formula, and of what later claims use of it. What is shown of the right
 * form may speak of the printed one, and goes.
 */
export const printedTimes =
  (factor: Expr) =>
  (claim: Claim): Claim => ({
    ...claim,
    ...(claim.printed ? { printed: { ...claim.printed, right: times(factor, claim.printed.right) } } : {}),
    ...(claim.formula ? { formula: times(factor, claim.formula) } : {}),
    ...(claim.instead ? { instead: { ...claim.instead, parts: [] } } : {}),
  });

/** A claim with one of its assertions changed. */
export const partChanged =
  (index: number, change: (relation: Relation) => Relation) =>
  (claim: Claim): Claim => ({
    ...claim,
    parts: (claim.parts ?? []).map(
      (part, i): Part => (i === index ? { ...part, relation: (premises) => change(part.relation(premises)) } : part),
    ),
  });

const sideTimes = (factor: Expr, side: Side): Side => {
  if (side.kind !== 'computed') return times(factor, side);
  const [first, ...rest] = side.parts;
  if (first?.kind !== 'integral') throw new TypeError('expected an integral over a delta function');
  return side.with([{ ...first, body: times(factor, first.body) }, ...rest]);
};

/** The side on the right, or the quoted value, multiplied by a constant. */
export const rightTimes =
  (factor: Expr) =>
  (relation: Relation): Relation => {
    if (relation.kind === 'quoted') return { ...relation, value: times(factor, relation.value) };
    return { ...relation, right: sideTimes(factor, relation.right) } as Relation;
  };

const examinedAsPrinted = new Map<string, Examination>();
const printedCorrections = corrections(asPrinted);
const asPrintedExamined = (id: string): Examination => {
  const found = examinedAsPrinted.get(id) ?? examine(asPrinted, printedCorrections, id, settings, false);
  examinedAsPrinted.set(id, found);
  return found;
};

const decide = (
  book: Book,
  ids: readonly string[],
  examined: (id: string) => Examination,
): ReadonlyMap<string, Entry> =>
  new Map(
    entriesFrom(book, settings, ids, new Map(neededFor(book, ids).map((id) => [id, examined(id)]))).map((entry) => [
      entry.id,
      entry,
    ]),
  );

/** The entries of the paper as printed. */
export const printedEntries = (...ids: readonly string[]): ReadonlyMap<string, Entry> =>
  decide(asPrinted, ids, asPrintedExamined);

/**
 * The entries of a book that differs from the printed one in the one claim: only that one and what follows from it is
 * examined anew, since an examination knows nothing but a claim and its premises.
 */
export const plantedEntries = (book: Book, changed: string, ...ids: readonly string[]): ReadonlyMap<string, Entry> => {
  const shared = corrections(book);
  return decide(book, ids, (id) =>
    id === changed || ancestors(book, id).has(changed)
      ? examine(book, shared, id, settings, false)
      : asPrintedExamined(id),
  );
};

/** The entries of any other book, every claim examined anew. */
export const entriesOf = (
  book: Book,
  ids: readonly string[] | undefined = undefined,
  how: Settings = settings,
  fully = false,
): readonly Entry[] => {
  const shared = corrections(book);
  const examined = new Map(neededFor(book, ids).map((id) => [id, examine(book, shared, id, how, fully)] as const));
  return entriesFrom(book, how, ids, examined);
};
