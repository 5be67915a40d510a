import type { Point } from '../case.ts';
import { type Ground, referenceOf } from './domain.ts';
import { type Draw, isOne, pick } from './draw.ts';

/** A parameter at an end of its range or where a formula changes: that many times its reference, exactly. */
export interface Edge {
  readonly name: string;
  readonly ratio: number;
}

/** The ratios are powers of 2, so that products with them are exact. At betaL = 0 an integral is 0, which no enclosure tells. */
const edgesByName: Readonly<Record<string, readonly number[]>> = {
  D0: [1, 2],
  Delta: [0, 1, -1],
  Delta0: [0, 1],
  D: [0, 1, -1, 0.5, -0.5],
  theta: [0],
  omega: [0],
  alpha: [0],
  betaI: [0],
  betaSS: [0],
  separation: [0],
  depth: [0, 1],
};

const placed = (point: Point, edge: Edge, ground: Ground): Point | undefined => {
  const reference = referenceOf(edge.name, ground);
  const of = reference === undefined ? 1 : (point[reference] as number);
  const value = edge.ratio === 0 ? 0 : edge.ratio * of;
  // What is measured in the parameter that moves goes with it.
  const scale = value / (point[edge.name] as number);
  const moved = Object.keys(point).map((name): readonly [string, number] => {
    const here = point[name] as number;
    if (name === edge.name) return [name, value];
    return [name, referenceOf(name, ground) === edge.name && value !== 0 ? here * scale : here];
  });
  const next = Object.fromEntries(moved);
  return ground.hasValue(next) ? next : undefined;
};

/** The boundaries that the domain of the quantity has, or that its formula may change at. */
export const edgesOf = (ground: Ground): readonly Edge[] => {
  const [plain] = ground.plain;
  if (!plain) return [];
  return ground.names.flatMap((name) =>
    (edgesByName[name] ?? [])
      // Without a reference any value but 0 is as good as another.
      .filter((ratio) => ratio === 0 || name === 'depth' || referenceOf(name, ground) !== undefined)
      .map((ratio) => ({ name, ratio }))
      .filter((edge) => placed(plain, edge, ground) !== undefined),
  );
};

/** The point with one of its parameters on an edge, or two; the second leaves the first where it is. */
export const onEdge = (draw: Draw, ground: Ground, edges: readonly Edge[], point: Point): Point => {
  const edge = pick(draw, edges);
  const first = placed(point, edge, ground);
  if (!first) return point;
  const other = pick(draw, edges);
  if (other.name === edge.name || other.name === referenceOf(edge.name, ground) || !isOne(draw, 2)) return first;
  return placed(first, other, ground) ?? first;
};
