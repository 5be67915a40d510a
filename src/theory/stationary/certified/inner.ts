import type { Ball } from '../../../number/ball.ts';
import { fixedRule } from '../../../number/gauss-legendre.ts';
import { chooseRule } from './bounds.ts';
import { type Frame, fixed, float, scale, toFloat, wide } from './frame.ts';
import type { LineAt, WeightsAt } from './line.ts';
import { leastReal, type Model, type PairAt, populationBound, populationError, populations } from './pairs.ts';
import type { TermAt } from './profiles.ts';

/** Integrals over u of W d/N and W s/N at one angle: fixed-point numbers and a bound of the error of each, in units. */
export interface Inner {
  readonly d: bigint;
  readonly s: bigint;
  readonly error: number;
}

/** How much work is done and how much is allowed: pairs at which populations are computed. */
export interface Budget {
  used: number;
  readonly most: number;
}

interface Panel {
  readonly u: readonly bigint[];
  /** Of the rule, times the half length. */
  readonly rule: readonly bigint[];
  readonly prepared: readonly (readonly bigint[])[];
}

/** The most points of a rule before its panel is halved, found by trial; what it is matters for the cost alone. */
const mostPoints = (tolerance: number): number => 16 + Math.ceil(1.1 * Math.max(0, -Math.log10(tolerance)));
const mostCuts = 60;

/** A bound of the rounding error of a node's contribution, in units, relative to its weight in the rule. */
export const roundingError = (line: LineAt, term: TermAt): number => {
  // u errs by 1 for its place in a panel, 1 for the panel's middle and the node's own, below 2^-bits of a half length.
  const ofU = 3 + line.reach;
  const ofTerm = term.error(ofU + 3, line.reach);
  return (
    line.largest * populationError(ofTerm, term.largest(line.reach)) +
    line.slope * ofU +
    line.error +
    8 +
    2 * line.largest
  );
};

/** The place of y among rising breaks: 0 before the first. */
const pieceOf = (breaks: readonly bigint[], y: bigint): number => {
  let [from, to] = [0, breaks.length];
  while (from < to) {
    const k = (from + to) >> 1;
    if ((breaks[k] as bigint) <= y) from = k + 1;
    else to = k;
  }
  return from;
};

/**
 * The inner integrals for a line, a profile and a model. The range of u is cut where a frequency of the pair meets a break
 * and then halved until a Gauss-Legendre rule is within the tolerance, by the bound of chooseRule with the rectangle around
 * its ellipse; so the errors of all panels add up to a proven one. A break that lies off by some units changes
 * the integral by that times twice the largest weight, which is counted at the end.
 */
export const innerIntegrals = (frame: Frame, line: LineAt, term: TermAt, model: Model, budget: Budget) => {
  const { bits } = frame;
  const B = BigInt(bits);
  const add = populations(model, bits);
  const unit = scale(-bits);
  const perWeight = roundingError(line, term);
  const breaks = [...line.breaks, ...term.breaks].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const reusable = breaks.length === 0;
  const panels = new Map<string, Panel>();
  const shares = Math.max(16, 3 * breaks.length);

  const panelOf = (from: bigint, to: bigint, n: number): Panel => {
    const name = reusable ? `${from.toString(32)} ${to.toString(32)} ${n}` : '';
    const found = reusable ? panels.get(name) : undefined;
    if (found) return found;
    const { bits: places, nodes } = fixedRule(n, bits);
    const [sum, length, cut] = [from + to, to - from, BigInt(places)];
    const [u, rule]: [bigint[], bigint[]] = [[], []];
    const fine = 1n << BigInt(places - bits);
    for (const { node, weight } of nodes) {
      if (node.to - node.from > fine || weight.to - weight.from > fine)
        throw new RangeError('the nodes of a rule are not known to the working precision');
      const away = (length * ((node.from + node.to) >> 1n)) >> cut;
      const share = (length * weight.from) >> (cut + 1n);
      u.push((sum + away) >> 1n);
      rule.push(share);
      if (node.to === 0n) continue;
      u.push((sum - away) >> 1n);
      rule.push(share);
    }
    const made = { u, rule, prepared: line.prepare(u) };
    if (reusable) panels.set(name, made);
    return made;
  };

  return (sin: Ball, interaction: Ball, tolerance: number): Inner => {
    const weights: WeightsAt = line.at(sin);
    const pair: PairAt = {
      sin: fixed(frame, sin),
      interaction: fixed(frame, interaction),
      s: float(frame, sin),
      added: Math.abs(float(frame, interaction)) * wide,
    };
    const shift = pair.sin >> 1n;
    const half = pair.s / 2;
    const sums = { d: 0n, s: 0n };
    let [quadrature, rounding] = [weights.tail, 0];

    const integrate = (
      from: bigint,
      to: bigint,
      cuts: number,
      pieces: readonly [number, number, number, number],
    ): void => {
      const [a, b] = [toFloat(from, bits), toFloat(to, bits)];
      const [here, there, lineHere, lineThere] = pieces;
      // Ends in binary64 err by 2^-52 of their size, and by 2^-60.
      const slack = 4e-16 * (Math.abs(a) + Math.abs(b)) + 2e-18;
      const radius = (b - a) / 2 + slack;
      const share = tolerance / shares;
      const flat = weights.bound(a - slack, b + slack, 0, lineHere, lineThere) * (b - a + slack);
      if (flat <= share / 64) {
        quadrature += flat;
        return;
      }
      const bound = (beyond: number, height: number): number => {
        const [lo, hi] = [a - beyond - slack, b + beyond + slack];
        const [p, m] = model.imaginary(
          pair.s,
          term.imaginary(lo + half, hi + half, height, here),
          term.imaginary(lo - half, hi - half, height, there),
        );
        const away = leastReal(
          term.real(lo + half, hi + half, height, here),
          term.real(lo - half, hi - half, height, there),
          pair.added,
        );
        return populationBound(p, m, away) * weights.bound(lo, hi, height, lineHere, lineThere);
      };
      const rule = chooseRule(radius, share, mostPoints(tolerance), bound);
      if (rule === undefined) {
        if (cuts === mostCuts) throw new RangeError('a panel is too short for the working precision');
        const middle = (from + to) >> 1n;
        integrate(from, middle, cuts + 1, pieces);
        integrate(middle, to, cuts + 1, pieces);
        return;
      }
      quadrature += rule.error;
      rounding += (b - a + slack) * perWeight + rule.n * (3 + line.largest);
      budget.used += rule.n;
      if (budget.used > budget.most)
        throw new RangeError(`the digits asked for need more than ${budget.most} pairs of frequencies`);
      const panel = panelOf(from, to, rule.n);
      const w = weights.weights(panel.u, panel.prepared, lineHere, lineThere);
      for (let k = 0; k < panel.u.length; k++) {
        const u = panel.u[k] as bigint;
        const weight = ((w[k] as bigint) * (panel.rule[k] as bigint)) >> B;
        add(pair, term.term(u + shift, here), term.term(u - shift, there), weight, sums);
      }
    };

    const [from, to] = weights.range;
    if (reusable) integrate(from, to, 0, [0, 0, 0, 0]);
    else if (from < to) {
      const cuts = breaks.flatMap((y) => [y - shift, y + shift]).filter((u) => u > from && u < to);
      cuts.push(to);
      cuts.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      let start = from;
      for (const end of cuts) {
        const middle = (start + end) >> 1n;
        const [y, other] = [middle + shift, middle - shift];
        const pieces = [
          pieceOf(term.breaks, y),
          pieceOf(term.breaks, other),
          pieceOf(line.breaks, y),
          pieceOf(line.breaks, other),
        ];
        if (end > start) integrate(start, end, 0, pieces as [number, number, number, number]);
        start = end;
      }
      // Each cut lies within 4 units of its place; so do the ends of the range.
      rounding += 4 * 2 * (cuts.length + 1) * line.largest * 2;
    }
    return { d: sums.d >> B, s: sums.s >> B, error: (quadrature / unit + rounding) * (1 + 1e-9) + 2 };
  };
};
