import type { Glass } from './glass.ts';
import { eachPair } from './glass-pairs.ts';
import type { Row } from './glass-settings.ts';

/**
 * Shares of spins in clusters of exactly two ("pairs <link>") and exactly three ("triples <link>") spins, where spins
 * nearer than link, in r0, belong to one cluster. As they are, not corrected for contact. Errors: those of eachPair.
 */
export const clusters = (glass: Glass, link: number): Row => {
  const { spins } = glass;
  const above = Int32Array.from({ length: spins }, (_, i) => i);
  const size = new Int32Array(spins).fill(1);
  const top = (of: number): number => {
    let i = of;
    while (above[i] !== i) {
      above[i] = above[above[i] as number] as number;
      i = above[i] as number;
    }
    return i;
  };
  eachPair(glass, link, (i, j) => {
    const [a, b] = [top(i), top(j)];
    if (a === b) return;
    const [large, small] = (size[a] as number) < (size[b] as number) ? [b, a] : [a, b];
    above[small] = large;
    size[large] = (size[large] as number) + (size[small] as number);
  });
  let [inPairs, inTriples] = [0, 0];
  for (let i = 0; i < spins; i++)
    if (above[i] === i) {
      if (size[i] === 2) inPairs += 2;
      if (size[i] === 3) inTriples += 3;
    }
  return { [`pairs ${link}`]: inPairs / spins, [`triples ${link}`]: inTriples / spins };
};
