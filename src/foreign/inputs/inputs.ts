import fc from 'fast-check';
import type { Quantity } from '../../theory/quantity.ts';
import type { Kind, Point } from '../case.ts';
import { basesOf, canCancel, nextTo } from './bases.ts';
import { edgesOf, onEdge } from './boundary.ts';
import { groundOf } from './domain.ts';
import { type Draw, isOne, nextTo1, pick } from './draw.ts';
import { breaksOf, brokenBy } from './invalid.ts';
import { linesOf } from './lines.ts';
import { isMatchable, matched, pointIn } from './points.ts';
import { type Asking, simpler } from './simpler.ts';

export { basesOf } from './bases.ts';
export type { Asking } from './simpler.ts';
export { simpler } from './simpler.ts';

/** Of 20 points so many are of a kind; what a quantity has no points of falls to 'random'. */
const shares: readonly (readonly [Kind, number])[] = [
  ['random', 10],
  ['boundary', 3],
  ['cancellation', 5],
  ['neighbour', 2],
];
const inShares = shares.flatMap(([kind, share]) => Array.from({ length: share }, () => kind));

type Drawing = (draw: Draw) => Asking;

/** Draws points inside the domain. */
export const drawingOf = (quantity: Quantity): Drawing => {
  const ground = groundOf(quantity);
  const [edges, bases] = [edgesOf(ground), basesOf(quantity)];
  const line = quantity.overLine ? linesOf(quantity, ground.names) : undefined;
  const any = (draw: Draw): Point => line?.(draw) ?? pointIn(draw, ground, 'random');
  const cancels = !line && canCancel(ground);
  const matches = isMatchable(ground);
  const points: Partial<Record<Kind, (draw: Draw) => Point>> = {
    ...(edges.length > 0 && {
      boundary: (draw: Draw) =>
        matches && isOne(draw, 4)
          ? pointIn(draw, ground, 'random', matched(draw, 1))
          : onEdge(draw, ground, edges, any(draw)),
    }),
    ...(cancels && {
      cancellation: (draw: Draw) =>
        pointIn(draw, ground, 'cancellation', matches && isOne(draw, 4) ? matched(draw, nextTo1(draw)) : {}),
    }),
    ...(bases.length > 0 && { neighbour: (draw: Draw) => nextTo(draw, pick(draw, bases)) }),
  };
  return (draw) => {
    const kind = pick(draw, inShares);
    const own = points[kind];
    return own ? { kind, point: own(draw) } : { kind: 'random', point: any(draw) };
  };
};

/** Draws points outside the domain; undefined for a quantity that refuses no numbers. */
export const invalidDrawingOf = (quantity: Quantity): Drawing | undefined => {
  const ground = groundOf(quantity);
  const breaks = breaksOf(quantity, ground);
  if (breaks.length === 0) return undefined;
  const inside = drawingOf(quantity);
  return (draw) => ({ kind: 'invalid', point: brokenBy(draw, breaks, ground, inside(draw).point) });
};

/**
 * What fast-check needs of a way to draw and of one to simplify. Its own combinators shrink each number for itself,
 * towards 0 or a bound; here a point goes to the simplest one that the whole domain has.
 */
class Askings extends fc.Arbitrary<Asking> {
  private readonly quantity: Quantity;
  private readonly drawing: Drawing;
  constructor(quantity: Quantity, drawing: Drawing) {
    super();
    this.quantity = quantity;
    this.drawing = drawing;
  }
  generate(random: fc.Random): fc.Value<Asking> {
    return new fc.Value(this.drawing({ below: (n) => random.nextInt(0, n - 1) }), undefined);
  }
  canShrinkWithoutContext(value: unknown): value is Asking {
    return typeof value === 'object' && value !== null && 'kind' in value && 'point' in value;
  }
  shrink(asking: Asking): fc.Stream<fc.Value<Asking>> {
    return fc.stream(simpler(this.quantity, asking)).map((next) => new fc.Value(next, undefined));
  }
}

/** Points of the domain of a quantity, of all kinds but 'invalid', in shares of about 50, 15, 25 and 10 %. */
export const askings = (quantity: Quantity): fc.Arbitrary<Asking> => new Askings(quantity, drawingOf(quantity));

/** Points outside the domain of a quantity; undefined where there are none, every number being allowed. */
export const invalidAskings = (quantity: Quantity): fc.Arbitrary<Asking> | undefined => {
  const drawing = invalidDrawingOf(quantity);
  return drawing && new Askings(quantity, drawing);
};
