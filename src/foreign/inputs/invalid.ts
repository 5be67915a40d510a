import type { Quantity } from '../../theory/quantity.ts';
import type { Point } from '../case.ts';
import { type Ground, hasQuotients, referenceOf } from './domain.ts';
import { type Draw, decades, fraction, nextTo1, nudged, pick } from './draw.ts';

/** How a point may be taken out of the domain. */
type Break = (draw: Draw, point: Point) => Point;

/** Parameters by which one divides; at 0 of others a formula may have a limit that nobody can be blamed for. */
const divisors = ['omega0I', 'r', 'r0', 'sigma', 'holeWidth'];

const below0 =
  (name: string): Break =>
  (draw, point) => {
    const here = point[name] as number;
    return { ...point, [name]: here === 0 ? -decades(draw, -1, 1) : -here };
  };
const at0 =
  (name: string): Break =>
  (_, point) => ({ ...point, [name]: 0 });
/** Beyond a bound by much, by little, by an ulp, or on it. */
const beyond =
  (name: string, bound: number, reference: string | undefined): Break =>
  (draw, point) => {
    const end = bound * (reference === undefined ? 1 : (point[reference] as number));
    const far = pick(draw, [
      (): number => 2 * end,
      () => end * (1 + fraction(draw)),
      () => end * Math.max(nextTo1(draw), 1),
      () => nudged(end, end > 0 ? 1 : -1),
      () => end,
    ])();
    return { ...point, [name]: far };
  };

/** All that takes points of this quantity out of its domain; nothing where every point is one of it. */
export const breaksOf = (quantity: Quantity, ground: Ground): readonly Break[] => {
  const [plain] = ground.plain;
  if (!plain) return [];
  const negative = ground.names.filter((name) => !ground.suits(name, -1)).map(below0);
  const zero = ground.names
    .filter(
      (name) =>
        divisors.includes(name) &&
        !ground.suits(name, 0) &&
        !ground.isIntegral &&
        !hasQuotients(quantity, { ...plain, [name]: 0 }),
    )
    .map(at0);
  // Found by asking: which ratio to its reference a hypothesis refuses.
  const outside = ground.names.flatMap((name) => {
    const reference = referenceOf(name, ground);
    const of = reference === undefined ? 1 : (plain[reference] as number);
    const refuses = (ratio: number): boolean =>
      ground.suits(name, ratio) && !ground.isInside({ ...plain, [name]: ratio * of });
    return [1, -1].flatMap((sign) => {
      const bound = [0.5, 1].find((size) => refuses(sign * size * 1.25));
      return bound === undefined ? [] : [beyond(name, sign * bound, reference)];
    });
  });
  return [...negative, ...zero, ...outside];
};

/** A point outside, from one inside. A break that does not lead outside, such as the end of a closed range, is made anew. */
export const brokenBy = (draw: Draw, breaks: readonly Break[], ground: Ground, point: Point): Point => {
  for (;;) {
    const broken = pick(draw, breaks)(draw, point);
    if (!ground.isInside(broken)) return broken;
  }
};
