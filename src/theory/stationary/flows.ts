import { addPairs, places, type Resonance } from './pair-states.ts';
import { addPanels, addPole, type Fineness, type Nodes, noNodes, noPoles, type Pole, type Poles } from './panels.ts';
import { complexCoordinateOf, coordinateOf, type Resonances, type Weight } from './resonances.ts';
import { type Cell, type Setting, shiftOf } from './setting.ts';

/**
 * Integrals over all pairs (omega, omega - Delta) of a line, of g(omega) g(omega - Delta) F(Delta) times d/N, lower/N and
 * upper/N and 1, by Gauss-Legendre panels for Delta and, at each of its nodes, for omega. The line comes in pieces that are
 * analytic; each two of them are integrated for themselves, so that every panel sees an analytic function.
 */

/** Panels are not cut into more than about so many for populations that are nearly steps, at very low temperature. */
const steepest = 300;

/** exp(-this) of the largest product of two bells is left out. */
const negligible = 45;

/** The coarser rule, of five nodes at least, then still is good for sin^4 theta near 0. */
const leastOuter = 8;

/** Storage that every state uses anew. */
interface Workspace {
  readonly outer: Nodes;
  readonly inner: Nodes;
  readonly outerPoles: Poles;
  readonly poles: Poles;
  here: Float64Array;
  there: Float64Array;
  weight: Float64Array;
  readonly sums: Float64Array;
}

const workspace: Workspace = {
  outer: noNodes(),
  inner: noNodes(),
  outerPoles: noPoles(),
  poles: noPoles(),
  here: new Float64Array(4096),
  there: new Float64Array(4096),
  weight: new Float64Array(4096),
  sums: new Float64Array(places),
};

/** The integral over omega at one Delta, over the pairs of two cells: added to workspace.sums. */
const addAtDelta = (of: Setting, a: Cell, b: Cell, Delta: number, resonance: Resonance, fineness: Fineness): void => {
  const { profile, shift } = of;
  const origin = of.line.centre;
  const { inner, poles } = workspace;
  let from = Math.max(a.from, b.from + Delta);
  let to = Math.min(a.to, b.to + Delta);
  const [first, second] = [a.piece.bell, b.piece.bell];
  let [middle, exponent, sigma, height] = [0, 0, 1, 1];
  const both = first !== undefined && second !== undefined;
  if (both) {
    // Together a Gaussian of Delta times one of omega around the middle.
    sigma = first.sigma;
    middle = (first.centre + second.centre + Delta) / 2;
    const far = (Delta - first.centre + second.centre) / (2 * sigma);
    exponent = shift - far * far;
    height = first.weight * second.weight;
    const reach = sigma * Math.sqrt(Math.max(0, negligible + exponent));
    from = Math.max(from, middle - reach);
    to = Math.min(to, middle + reach);
  }
  const tails = a.piece.tails;
  if (tails !== undefined) {
    const reach = tails.units * (Math.abs(Delta) + 2 * tails.halfWidth);
    from = Math.max(from, Delta / 2 - reach);
    to = Math.min(to, Delta / 2 + reach);
  }
  if (!(from < to)) return;
  poles.count = 0;
  for (const { at, width } of of.poles) {
    addPole(poles, at, width);
    addPole(poles, at + Delta, width);
  }
  for (const { at, width } of a.piece.poles) addPole(poles, at, width);
  for (const { at, width } of b.piece.poles) addPole(poles, at + Delta, width);
  const smooth = Math.min(
    a.piece.reach,
    b.piece.reach,
    profile.reach(origin + from, origin + to),
    profile.reach(origin + (from - Delta), origin + (to - Delta)),
  );
  const reach = Math.max(smooth, (to - from) / steepest);
  inner.count = 0;
  addPanels(inner, from, to, poles, () => reach, fineness);
  const { at: offset, weight: dOmega, count } = inner;
  if (workspace.here.length < count) {
    workspace.here = new Float64Array(offset.length);
    workspace.there = new Float64Array(offset.length);
    workspace.weight = new Float64Array(offset.length);
  }
  const { here, there, weight } = workspace;
  if (both) {
    for (let k = 0; k < count; k++) {
      const x = ((offset[k] as number) - middle) / sigma;
      weight[k] = (dOmega[k] as number) * height * Math.exp(exponent - x * x);
    }
  } else {
    for (let k = 0; k < count; k++) weight[k] = dOmega[k] as number;
    a.piece.multiply(offset, count, 0, weight);
    b.piece.multiply(offset, count, Delta, weight);
  }
  profile.terms(offset, count, origin, 0, here);
  profile.terms(offset, count, origin, Delta, there);
  addPairs(resonance, here, there, weight, count, workspace.sums);
};

/** Where poles of the two electrons meet, or one meets the end of a cell, the integral over omega has a pole in Delta. */
const polesInDelta = (ofProfile: readonly Pole[], a: Cell, b: Cell): Pole[] => {
  const [here, there] = [
    [...ofProfile, ...a.piece.poles],
    [...ofProfile, ...b.piece.poles],
  ];
  return [
    ...here.flatMap((one) => there.map((other) => ({ at: one.at - other.at, width: one.width + other.width }))),
    ...here.flatMap(({ at, width }) => [b.from, b.to].map((end) => ({ at: at - end, width }))),
    ...there.flatMap(({ at, width }) => [a.from, a.to].map((end) => ({ at: end - at, width }))),
  ].filter(({ at }) => Number.isFinite(at));
};

/** How far from the real axis of t the integral over omega stays of one magnitude. */
const reachInDelta = ({ resonances, shift, spread }: Setting, a: Cell, b: Cell) => {
  const { omega0I, eta } = resonances;
  const [first, second] = [a.piece.bell, b.piece.bell];
  const smooth = Math.max((2 * Math.PI) / spread, 1 / steepest);
  const sigma = Math.min(first?.sigma ?? a.piece.reach / 1.8, second?.sigma ?? b.piece.reach / 1.8);
  // exp(-(Delta/2 sigma)^2), or in its wing exp(-Delta sqrt(shift)/sigma).
  const ofBells = Math.min(3.6 * sigma, (4 * sigma) / Math.sqrt(shift));
  return (_: number, to: number): number => {
    const theta = eta * Math.sinh(to);
    const slope = Math.hypot(eta, theta);
    // The weights, as sin^4 theta at most, grow sixfold within 1 of the axis of theta.
    return Math.min(1.5, Math.min(1, smooth) / slope, ofBells / (omega0I * Math.sin(theta) * slope));
  };
};

/** The pairs of two cells with Delta of one sign: adds to `flows`, under each weight the places of pair-states.ts. */
const addCells = (
  of: Setting,
  sign: 1 | -1,
  a: Cell,
  b: Cell,
  weights: readonly Weight[],
  fineness: Fineness,
  flows: Float64Array,
): void => {
  const { resonances, shift } = of;
  const { omega0I, Delta0, eta, h } = resonances;
  // On s = sign Delta, from Delta0 to omega0I.
  let [from, to] = sign > 0 ? [a.from - b.to, a.to - b.from] : [b.from - a.to, b.to - a.from];
  const [first, second] = [a.piece.bell, b.piece.bell];
  if (first !== undefined && second !== undefined) {
    const middle = sign * (first.centre - second.centre);
    const reach = 2 * first.sigma * Math.sqrt(shift + negligible);
    [from, to] = [Math.max(from, middle - reach), Math.min(to, middle + reach)];
  }
  [from, to] = [Math.max(from, Delta0), Math.min(to, omega0I)];
  if (!(from < to)) return;
  const kinks = [sign * (a.from - b.from), sign * (a.to - b.to)].filter((at) => at > from && at < to);
  const ends = [from, ...kinks.sort((x, y) => x - y), to];
  const { outer, outerPoles, sums } = workspace;
  outerPoles.count = 0;
  addPole(outerPoles, 0, Math.PI / 2);
  for (const { at, width } of polesInDelta(of.poles, a, b)) {
    const pole = complexCoordinateOf(resonances, { at: sign * at, width });
    addPole(outerPoles, pole.at, pole.width);
  }
  const reach = reachInDelta(of, a, b);
  outer.count = 0;
  for (let k = ends.length - 1; k > 0; k--)
    addPanels(
      outer,
      coordinateOf(resonances, ends[k] as number),
      coordinateOf(resonances, ends[k - 1] as number),
      outerPoles,
      reach,
      fineness,
      leastOuter,
    );
  const resonance: Resonance = { model: of.model, omega0I, cosine: 1, sine: 0, betaSS: of.betaSS };
  for (let k = 0; k < outer.count; k++) {
    const t = outer.at[k] as number;
    const theta = eta * Math.sinh(t);
    const [sine, cosine] = [Math.sin(theta), Math.cos(theta)];
    resonance.sine = sine;
    resonance.cosine = sign * cosine;
    sums.fill(0);
    addAtDelta(of, a, b, resonance.cosine * omega0I, resonance, fineness);
    // dtheta/dt = eta cosh t.
    const measure = (outer.weight[k] as number) * Math.hypot(eta, theta);
    for (let w = 0; w < weights.length; w++) {
      const factor = measure * (weights[w] as Weight)(sine, cosine, h);
      for (let place = 0; place < places; place++)
        flows[w * places + place] = (flows[w * places + place] as number) + factor * (sums[place] as number);
    }
  }
};

/** The integrals of d/N, lower/N, upper/N and 1 over all pairs under each weight, weight after weight. */
export const flowsOf = (setting: Setting, weights: readonly Weight[], fineness: Fineness): Float64Array => {
  const flows = new Float64Array(places * weights.length);
  for (const sign of setting.signs)
    for (const a of setting.cells)
      for (const b of setting.cells) addCells(setting, sign, a, b, weights, fineness, flows);
  return flows;
};

/**
 * The same over the pairs with Delta = omega0I alone, without a weight, and what it has to be multiplied by to be compared
 * with the others: it is scaled for itself.
 */
export const flowsAtResonance = (
  of: Setting,
  fineness: Fineness,
): { readonly flows: Float64Array; readonly scale: number } => {
  const { omega0I } = of.resonances;
  const setting = { ...of, shift: shiftOf(of.line, omega0I, omega0I) };
  const resonance: Resonance = { model: setting.model, omega0I, cosine: 1, sine: 0, betaSS: setting.betaSS };
  workspace.sums.fill(0);
  for (const a of setting.cells) for (const b of setting.cells) addAtDelta(setting, a, b, omega0I, resonance, fineness);
  return { flows: workspace.sums.slice(), scale: Math.exp(of.shift - setting.shift) };
};

/** The integral of a weight over Delta, both signs. */
export const weightOver = ({ most, eta, h }: Resonances, weight: Weight, fineness: Fineness): number => {
  const { outer, outerPoles } = workspace;
  outer.count = outerPoles.count = 0;
  addPole(outerPoles, 0, Math.PI / 2);
  const reach = (_: number, to: number): number => Math.min(1.5, 1 / (eta * Math.cosh(to)));
  addPanels(outer, 0, Math.asinh(most / eta), outerPoles, reach, fineness, leastOuter);
  let sum = 0;
  for (let k = 0; k < outer.count; k++) {
    const theta = eta * Math.sinh(outer.at[k] as number);
    sum += (outer.weight[k] as number) * Math.hypot(eta, theta) * weight(Math.sin(theta), Math.cos(theta), h);
  }
  return 2 * sum;
};
