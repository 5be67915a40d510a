import { proofs } from '../../../proofs/proofs.ts';
import { claims } from '../../../spec/claims.ts';
import { citation, entries } from '../../../spec/paper.ts';
import type { Book } from '../../ledger/book.ts';
import { quantityNamed } from '../../theory/quantities.ts';

/** The paper as printed, with proofs, held against the reference implementation. */
export const book: Book = {
  rows: entries,
  claims: new Map(claims.map((claim) => [claim.id, claim])),
  proofs: new Map(proofs.map((proof) => [proof.id, proof])),
  quantity: (name) => quantityNamed(name).formula,
};

export const paper: Record<string, string | number> = { ...citation };
