import type { Claim } from '../src/claim/claim.ts';
import type { ClaimId } from './paper.ts';

/** A claim of the paper as printed; its kind, its wording and what it follows from stand in paper.ts under the same id. */
export const claim = (of: Claim & { readonly id: ClaimId }): Claim => of;
