import { gaussLegendre } from './rule.ts';

/**
 * Quadrature of functions that are analytic on an interval but have poles near it, at places known beforehand: panels
 * that are the shorter the nearer a pole, each with as many Gauss-Legendre nodes as the nearest pole asks for.
 */

/** A pole at distance `width` above and below the point `at` of the real axis. */
export interface Pole {
  readonly at: number;
  readonly width: number;
}

/** Poles in columns, `count` of them, as the inner loop needs them. */
export interface Poles {
  at: Float64Array;
  width: Float64Array;
  count: number;
}

/** Nodes and weights of a quadrature, `count` of them; the columns grow when they are full. */
export interface Nodes {
  at: Float64Array;
  weight: Float64Array;
  count: number;
}

export const noPoles = (): Poles => ({ at: new Float64Array(64), width: new Float64Array(64), count: 0 });
export const noNodes = (): Nodes => ({ at: new Float64Array(4096), weight: new Float64Array(4096), count: 0 });

const longer = (column: Float64Array): Float64Array => {
  const copy = new Float64Array(2 * column.length);
  copy.set(column);
  return copy;
};

export const addPole = (poles: Poles, at: number, width: number): void => {
  if (poles.count === poles.at.length) {
    poles.at = longer(poles.at);
    poles.width = longer(poles.width);
  }
  poles.at[poles.count] = at;
  poles.width[poles.count++] = width;
};

/** A rule, and a coarser one of two thirds of its nodes: the difference of the two says how good the finer is. */
export type Fineness = 'fine' | 'coarse';

/**
 * On a panel whose poles lie on the ellipse of half axes s and sqrt(s^2 - 1) around its ends -1 and 1, or beyond, the
 * error of n nodes falls as rho^(-2n), rho = s + sqrt(s^2 - 1). Panels are halved until s is at least this.
 */
const leastAxis = 1.5;
/** -log of the relative error that is asked for. */
const digits = 32;
const most = 19;
/** No more halvings than this, and no more nodes: what is sharper still shows in the difference of the two rules. */
const [deepest, fullest] = [45, 100_000];

const nodesFor = (axis: number, least: number): number => {
  const n = Math.ceil(digits / (2 * Math.log(axis + Math.sqrt((axis - 1) * (axis + 1)))));
  return n < least ? least : n > most ? most : n;
};

const addPanel = (nodes: Nodes, from: number, to: number, n: number): void => {
  const rule = gaussLegendre(n);
  const [half, middle] = [(to - from) / 2, (from + to) / 2];
  while (nodes.count + n > nodes.at.length) {
    nodes.at = longer(nodes.at);
    nodes.weight = longer(nodes.weight);
  }
  for (let k = 0; k < n; k++) {
    nodes.at[nodes.count] = middle + half * (rule.nodes[k] as number);
    nodes.weight[nodes.count++] = half * (rule.weights[k] as number);
  }
};

/**
 * Adds the panels of [from, to] to `nodes`. `reach`: how far from the real axis the function at a panel still is of the
 * magnitude that it has on it, all over that panel. `least`: no panel has fewer nodes, for zeros that rho cannot tell of.
 */
export const addPanels = (
  nodes: Nodes,
  from: number,
  to: number,
  poles: Poles,
  reach: (from: number, to: number) => number,
  fineness: Fineness,
  least = 5,
  depth = 0,
): void => {
  const length = to - from;
  if (!(length > 0)) return;
  const above = (2 * reach(from, to)) / length;
  let axis = Math.sqrt(1 + above * above);
  let nearest = Number.NaN;
  for (let k = 0; k < poles.count; k++) {
    const [at, width] = [poles.at[k] as number, poles.width[k] as number];
    const [left, right] = [at - from, at - to];
    const of = (Math.sqrt(left * left + width * width) + Math.sqrt(right * right + width * width)) / length;
    if (of < axis) [axis, nearest] = [of, at];
  }
  if (axis < leastAxis && depth < deepest && nodes.count < fullest) {
    // A pole well inside: halving there lets both halves run away from it.
    const inside = nearest > from + length / 8 && nearest < to - length / 8;
    const middle = inside ? nearest : from + length / 2;
    addPanels(nodes, from, middle, poles, reach, fineness, least, depth + 1);
    addPanels(nodes, middle, to, poles, reach, fineness, least, depth + 1);
    return;
  }
  const n = nodesFor(axis, least);
  addPanel(nodes, from, to, fineness === 'fine' ? n : Math.floor((2 * n) / 3));
};
