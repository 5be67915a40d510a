import { hypothesesOf } from '../../claim/domain.ts';
import { rowOf } from '../../ledger/book.ts';
import { corrections } from '../../ledger/corrections.ts';
import { goalOf, proofsOf } from '../../ledger/proofs.ts';
import { chainTex, chainText } from '../../report/chain.ts';
import { checkIds } from '../usage.ts';
import { book } from './book.ts';

/** Prints the proofs of claims, checked anew. Returns the exit code: 1 where a claim has none. */
export const prove = (ids: readonly string[], { tex = false }: { readonly tex?: boolean }): number => {
  checkIds(
    ids,
    book.rows.map(({ id }) => id),
  );
  const shared = corrections(book);
  let code = 0;
  const parts = ids.flatMap((id) => {
    const { says } = rowOf(book, id);
    const found = book.claims.has(id) ? proofsOf(book, shared, id) : [];
    if (found.length === 0) {
      code = 1;
      return [
        `${tex ? '% ' : ''}${id}  ${says}\n${tex ? '% ' : '  '}no proof; "tripleflip verify ${id}" shows the evidence there is\n`,
      ];
    }
    return found.map((proof) => {
      const { facts } = hypothesesOf(goalOf(book, shared, id, proof.about).domain);
      return (tex ? chainTex : chainText)({ id, says, facts, proof });
    });
  });
  process.stdout.write(parts.join('\n'));
  return code;
};
