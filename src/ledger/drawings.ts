import type { Relation } from '../claim/relation.ts';
import type { DrawnName } from '../evidence/drawn.ts';
import { drawnFor } from '../evidence/sampling.ts';
import { type Book, orMissing, premisesOf, printedFormula } from './book.ts';

/** What has to be drawn for the experiments that claims speak of, so that it can be drawn once for all of them; of those
 * that are only needed for others, what `examine` looks at then. */
export const drawingsOf = (
  book: Book,
  ids: readonly string[],
  isAsked: (id: string) => boolean,
): readonly DrawnName[] => {
  const relations = ids.flatMap((id): readonly Relation[] => {
    const claim = book.claims.get(id);
    if (!claim) return [];
    const premises = premisesOf(book, claim, (of) => printedFormula(book, of));
    const parts = isAsked(id)
      ? [...(claim.parts ?? []), ...(claim.instead?.parts ?? [])]
      : (claim.parts ?? []).filter(({ judges }) => judges !== 'prefactor');
    return parts.flatMap((part) => {
      const relation = orMissing(() => part.relation(premises));
      return relation ? [relation, ...(part.otherReadings?.(premises) ?? [])] : [];
    });
  });
  return [
    ...new Set(relations.flatMap((relation) => (relation.kind === 'measured' ? drawnFor(relation.experiment) : []))),
  ];
};
