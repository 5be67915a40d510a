import { type Claim, formulaOf, type Premises } from '../claim/claim.ts';
import type { Relation, Side } from '../claim/relation.ts';
import type { ClaimProof } from '../evidence/proof/step.ts';
import type { Expr } from '../formula/expression.ts';

/** A row of the list of claims: what an entry is and what it follows from. */
export interface Row {
  readonly id: string;
  readonly section: string;
  readonly kind:
    | 'definition'
    | 'model'
    | 'derived'
    | 'approximation'
    | 'value'
    | 'statement'
    | 'figure'
    | 'requirement';
  readonly from: readonly string[];
  readonly domain: string;
  readonly says: string;
}

/** Everything that verdicts are made of: the rows, the claims entered so far, their proofs, and the reference implementation. */
export interface Book {
  readonly rows: readonly Row[];
  readonly claims: ReadonlyMap<string, Claim>;
  readonly proofs: ReadonlyMap<string, ClaimProof>;
  readonly quantity: (name: string) => Expr;
}

export const rowOf = (book: Book, id: string): Row => {
  const row = book.rows.find((candidate) => candidate.id === id);
  if (!row) throw new RangeError(`expected an id of the list of claims, got ${id}`);
  return row;
};

/** Everything an entry follows from, directly or not, nearest first. */
export const ancestors = (book: Book, id: string): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (of: string): void => {
    for (const premise of rowOf(book, of).from) {
      if (found.has(premise)) continue;
      found.add(premise);
      visit(premise);
    }
  };
  visit(id);
  return found;
};

/**
 * The formulas that a claim may speak of: those of its premises, and its own. Asking for another one is a fault of the
 * claim's encoding, since the step would rest on something that it does not name.
 */
export const premisesOf = (book: Book, claim: Claim, lookup: (id: string) => Expr): Premises => {
  const allowed = new Set([...rowOf(book, claim.id).from, claim.id]);
  return new Proxy({} as Record<string, Expr>, {
    get: (_, id) => {
      if (typeof id !== 'string' || !allowed.has(id))
        throw new ReferenceError(`${claim.id} speaks of ${String(id)}, which it does not follow from`);
      return lookup(id);
    },
  });
};

export const printedFormula = (book: Book, id: string): Expr => {
  const claim = book.claims.get(id);
  if (!claim) throw new ReferenceError(`expected ${id} to be entered`);
  return formulaOf(claim);
};

export const entered = (book: Book, id: string): boolean => book.claims.has(id);

/** How a printed formula is held against what follows for it. */
export const relationOf = (claim: Claim, printed: Expr, derived: Side, premises: Premises): Relation => {
  if (claim.relate) return claim.relate(printed, derived, premises);
  if (!claim.small) return { kind: 'equal', left: derived, right: printed };
  return {
    kind: 'approaches',
    left: derived as Expr,
    right: printed,
    small: claim.small,
    ...(claim.through === undefined ? {} : { beyond: claim.through }),
  };
};

/** Whether a claim has a formula that others can use. */
export const usesFormula = (book: Book, id: string): boolean => {
  const claim = book.claims.get(id);
  return Boolean(claim && (claim.formula ?? claim.printed));
};

/** A step can be asked for a premise that is not entered yet: then there is nothing to compare. */
export const orMissing = <T>(f: () => T): T | undefined => {
  try {
    return f();
  } catch (error) {
    if (error instanceof ReferenceError && /to be entered/.test(error.message)) return undefined;
    throw error;
  }
};
