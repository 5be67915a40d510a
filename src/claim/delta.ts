import type { Expr } from '../formula/expression.ts';
import { deltaIntegral } from '../meaning/functional.ts';
import type { Computed } from './relation.ts';

/** An integral over a delta function whose argument is monotonic on each of the pieces. */
export const overDelta = (integral: Expr, pieces: readonly (readonly [Expr, Expr])[]): Computed => {
  const { tex, value } = deltaIntegral(integral, pieces);
  return {
    kind: 'computed',
    tex,
    parts: [integral, ...pieces.flat()],
    with: ([whole, ...ends]) =>
      overDelta(
        whole as Expr,
        pieces.map((_, index) => [ends[2 * index] as Expr, ends[2 * index + 1] as Expr]),
      ),
    value,
  };
};
