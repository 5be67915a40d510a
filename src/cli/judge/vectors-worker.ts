import type { Asking } from '../../foreign/inputs/inputs.ts';
import type { Vector } from '../../foreign/vectors/schema.ts';
import { flagged, vectorAt } from '../../foreign/vectors/vector.ts';
import { quantities, quantityOf } from '../../library/catalogue.ts';

/** Some points of a quantity. */
export interface Task {
  readonly quantity: string;
  readonly points: readonly Asking[];
}

/** What a thread of the pool does: the cases of a set of vectors at these points, where the oracle has a value. */
export default ({ quantity: name, points }: Task): readonly Vector[] => {
  const quantity = quantityOf(name);
  const mistakes = flagged(quantity, quantities);
  return points.flatMap((asking) => vectorAt(quantity, asking, mistakes) ?? []);
};
