import type { Node } from '../formula/expression.ts';
import { mapParts } from '../formula/fold.ts';
import type { Quantity } from '../theory/quantity.ts';

const depths = new WeakMap<Node, number>();

/** How many integrals stand under one another at most. */
const integralsOver = (node: Node): number => {
  const known = depths.get(node);
  if (known !== undefined) return known;
  let most = 0;
  mapParts(node, (part) => {
    most = Math.max(most, integralsOver(part));
    return part;
  });
  const depth = most + (node.kind === 'integral' ? 1 : 0);
  depths.set(node, depth);
  return depth;
};

/** What a value costs: 0 for a closed form (a tenth of a millisecond), 1 for an integral (tens), 2 for integrals in one another (seconds). */
export const depthOf = ({ formula }: Quantity): 0 | 1 | 2 => Math.min(2, integralsOver(formula)) as 0 | 1 | 2;
