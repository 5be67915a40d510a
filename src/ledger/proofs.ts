import { type Claim, judgedFormula, type Premises } from '../claim/claim.ts';
import { type Goal, type Proof, prove } from '../evidence/proof/chain.ts';
import { putRight } from '../evidence/proof/step.ts';
import { BrokenChain } from '../evidence/proof/walk.ts';
import type { Expr } from '../formula/expression.ts';
import { latex } from '../meaning/latex.ts';
import { ancestors, type Book, premisesOf, printedFormula, relationOf } from './book.ts';
import type { Corrections } from './corrections.ts';

const claimOf = (book: Book, id: string): Claim => {
  const claim = book.claims.get(id);
  if (!claim) throw new RangeError(`expected an entered claim, got ${id}`);
  return claim;
};

/** The formulas that a claim's step starts from, and those that it would start from if its premises were right. */
export const premisesBothWays = (
  book: Book,
  corrections: Corrections,
  claim: Claim,
): { readonly printed: Premises; readonly right: Premises } => ({
  printed: premisesOf(book, claim, (id) => printedFormula(book, id)),
  // A sentence about an equation is about the equation as it stands, its own formula included.
  right: premisesOf(book, claim, (id) => (id === claim.id ? printedFormula(book, id) : corrections.corrected(id))),
});

/**
 * What a chain of a claim has to prove: its "step" from the premises as printed; its "truth" against the reference
 * implementation or from the premises put right; or one of its parts, by the words of the part.
 */
export const goalOf = (book: Book, corrections: Corrections, id: string, about: string): Goal => {
  const claim = claimOf(book, id);
  const above = ancestors(book, id);
  const premise = (of: string): Expr => {
    if (!above.has(of)) throw new BrokenChain(`${id} does not follow from ${of}`);
    return printedFormula(book, of);
  };
  const { printed, right } = premisesBothWays(book, corrections, claim);
  if (about === 'step' || about === 'truth') {
    const premises = about === 'step' ? printed : right;
    const against = about === 'truth' && claim.quantity ? book.quantity(claim.quantity) : claim.step?.(premises);
    if (!against) throw new BrokenChain(`${id} has no ${about} that could be proved`);
    return { relation: relationOf(claim, judgedFormula(claim), against, premises), domain: claim.domain, premise };
  }
  const says = about.endsWith(putRight) ? about.slice(0, -putRight.length) : about;
  const [part, ...others] = [...(claim.parts ?? []), ...(claim.instead?.parts ?? [])].filter(
    (one) => one.says === says,
  );
  if (!part || others.length > 0)
    throw new BrokenChain(`expected one part "${about}" of ${id}, got ${part ? 'more' : 'none'}`);
  return { relation: part.relation(says === about ? printed : right), domain: part.domain, premise };
};

/** The chains of a claim, checked. Throws a BrokenChain that names the claim, the chain and the step. */
export const proofsOf = (book: Book, corrections: Corrections, id: string): readonly Proof[] =>
  (book.proofs.get(id)?.chains ?? []).map((chain) => {
    try {
      return prove(chain, goalOf(book, corrections, id, chain.about));
    } catch (error) {
      if (error instanceof BrokenChain) throw new BrokenChain(`${id}, ${chain.about}: ${error.message}`);
      throw error;
    }
  });

/** A proof as plain data: what the ledger keeps of it. */
export interface ProofRecord {
  readonly about: string;
  readonly outcome: Proof['outcome'];
  readonly steps: readonly Proof['steps'][number]['by'][];
  readonly conditions: readonly string[];
  readonly assumed?: readonly string[];
  readonly factor?: string;
  readonly operations: number;
}

export const recordOf = ({ about, outcome, facts, lemmas, steps, other, factor, operations }: Proof): ProofRecord => ({
  about,
  outcome,
  steps: [...lemmas, ...steps, ...other].map(({ by }) => by),
  conditions: [
    ...new Set(
      [...lemmas, ...steps, ...other].flatMap(({ conditions }) =>
        conditions.map(({ formula, is }) => `${latex(formula)} ${is}`),
      ),
    ),
  ],
  ...(facts.length > 0 ? { assumed: facts.map(({ left, is, right }) => `${latex(left)} ${is} ${latex(right)}`) } : {}),
  ...(factor ? { factor: latex(factor) } : {}),
  operations,
});
