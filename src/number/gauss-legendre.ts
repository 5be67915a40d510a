import type { EnclosureArithmetic } from './arithmetic.ts';
import type { Rational } from './rational.ts';

/** A positive node with its weight: each is between `from` and `to` times 2^-bits. */
export interface FixedNode {
  readonly node: { readonly from: bigint; readonly to: bigint };
  readonly weight: { readonly from: bigint; readonly to: bigint };
}

/** The nodes x > 0 of a rule in falling order; for an odd number of nodes the last one is exactly 0. */
export interface FixedRule {
  readonly bits: number;
  readonly nodes: readonly FixedNode[];
}

const mostNodes = 4000;
const mostBits = 40_000;

const magnitude = (x: bigint): bigint => (x < 0n ? -x : x);
const floorDiv = (n: bigint, d: bigint): bigint => (n >= 0n ? n / d : -((-n + d - 1n) / d));

/** P_n(x) and P_(n-1)(x) by k P_k = (2k - 1) x P_(k-1) - (k - 1) P_(k-2), in units of 2^-bits. */
const legendre = (n: number, x: bigint, bits: bigint): readonly [bigint, bigint] => {
  let [before, value] = [1n << bits, x];
  for (let k = 2n; k <= BigInt(n); k++)
    [before, value] = [value, ((2n * k - 1n) * ((x * value) >> bits) - (k - 1n) * before) / k];
  return [value, before];
};

/** Newton's method in binary64 from cos(pi (k - 1/4)/(n + 1/2)): a starting value, right to some 14 digits. */
const startAt = (n: number, k: number): number => {
  let x = Math.cos((Math.PI * (k - 0.25)) / (n + 0.5));
  for (let step = 0; step < 4; step++) {
    let [before, value] = [1, x];
    for (let j = 2; j <= n; j++) [before, value] = [value, ((2 * j - 1) * x * value - (j - 1) * before) / j];
    x -= (value * (1 - x * x)) / (n * (before - x * value));
  }
  return x;
};

/** One step of Newton's method at a working precision of `bits`, for what is right to about half of them. */
const improve = (n: number, x: bigint, bits: bigint): bigint => {
  const [value, before] = legendre(n, x, bits);
  const slope = (BigInt(n) * (before - ((x * value) >> bits))) << bits;
  return x - (value * ((1n << (2n * bits)) - x * x)) / slope;
};

/**
 * Node and weight near x, with bounds. Every quantity is an integer of unit 2^-bits. The recurrence errs by at most 3
 * units in a step, hence by 3 (n + 1)(n + 2)/4 < (n + 2)^2 in P_n: a perturbation of step j reaches P_n multiplied by an
 * associated Legendre polynomial, which is largest at x = 1 (Johansson, Mezzarotti, SIAM J. Sci. Comput. 40 (2018) C726).
 * |P_n''| <= P_n''(1) = (n - 1) n (n + 1)(n + 2)/8 < n^4 =: B.
 * - P_n' = n (P_(n-1) - x P_n)/(1 - x^2), and P_(n-1)' = n (x P_(n-1) - P_n)/(1 - x^2).
 * - With d = 2 |P_n|/|P_n'| and B d < |P_n'|/2 the slope within d of x is above |P_n'|/2, so that there is a root r within d.
 * - r = x - P_n/P_n' - P_n''(.)(r - x)^2/(2 P_n'), and P_(n-1)(r) = P_(n-1) + P_(n-1)' (r - x) + P_(n-1)''(.)(r - x)^2/2.
 * - w = 2 (1 - r^2)/(n P_(n-1)(r))^2.
 */
const enclose = (n: number, x: bigint, bits: bigint): FixedNode => {
  const [one, count] = [1n << bits, BigInt(n)];
  const [value, before] = legendre(n, x, bits);
  const error = (count + 2n) ** 2n;
  const curvature = count ** 4n;
  const rest = one - ((x * x) >> bits) - 1n;
  const over = (a: bigint): bigint => floorDiv(a << bits, rest);
  const slope = over(count * (before - ((x * value) >> bits)));
  const slopeBefore = over(count * (((x * before) >> bits) - value));
  // Of the numerators 2 n error + n, of 1 - x^2 2 units.
  const slopeError = over(2n * count * (error + 1n)) + (2n * (magnitude(slope) + magnitude(slopeBefore))) / rest + 3n;
  const least = magnitude(slope) - slopeError;
  const distance = least > 0n ? ((magnitude(value) + error) << (bits + 1n)) / least + 1n : 0n;
  if (least <= 0n || 2n * curvature * distance > least)
    throw new RangeError(`the nodes of a Gauss-Legendre rule of ${n} points need more than ${bits} bits`);

  const quotient = floorDiv(value << bits, slope);
  const square = ((distance * distance) >> bits) + 1n;
  const bend = curvature * square;
  const quotientError = ((error << bits) + magnitude(quotient) * slopeError) / least + 2n;
  const nodeError = (bend << bits) / (2n * least) + quotientError + 1n;
  const node = x - quotient;

  const step = node - x;
  const next = before + ((slopeBefore * step) >> bits);
  const nextError =
    error + ((slopeError * magnitude(step)) >> bits) + ((magnitude(slopeBefore) * nodeError) >> bits) + bend + 4n;
  const [smaller, larger] = [magnitude(next) - nextError, magnitude(next) + nextError];
  const [from, to] = [node - nodeError, node + nodeError];
  if (smaller <= 0n || from <= 0n || to >= one)
    throw new RangeError(`the weights of a Gauss-Legendre rule of ${n} points need more than ${bits} bits`);
  const scale = (a: bigint): bigint => (2n * (one * one - a * a)) << bits;
  return {
    node: { from, to },
    weight: {
      from: scale(to) / (count * larger) ** 2n,
      to: scale(from) / (count * smaller) ** 2n + 1n,
    },
  };
};

/** Weight of the middle node of an odd rule: 2/(n P_(n-1)(0))^2, with P_(2m)(0) = (-1)^m (2m)!/(4^m m!^2) exactly. */
const middle = (n: number, bits: bigint): FixedNode => {
  let [over, under] = [1n, 1n];
  for (let k = 1n; 2n * k < BigInt(n); k++) [over, under] = [over * (2n * k - 1n), under * 2n * k];
  const weight = ((2n * under * under) << bits) / (BigInt(n) * over) ** 2n;
  return { node: { from: 0n, to: 0n }, weight: { from: weight, to: weight + 1n } };
};

/** The accuracy from a start in binary64, and what a step of Newton's method loses of twice the accuracy before it. */
const startingBits = 40;
const lost = (n: number): number => 2 * Math.ceil(Math.log(n) * Math.LOG2E) + 6;

const construct = (n: number, wanted: number): FixedRule => {
  const bits = wanted + 6 * Math.ceil(Math.log(n + 2) * Math.LOG2E) + 24;
  const accuracies: number[] = [];
  for (let half = (bits + lost(n)) / 2; half > startingBits; half = (half + lost(n)) / 2)
    accuracies.unshift(Math.ceil(half));
  const nodes: FixedNode[] = [];
  for (let k = 1; k <= Math.floor(n / 2); k++) {
    let [precision, x] = [53, BigInt(Math.round(startAt(n, k) * 2 ** 53))];
    const at = (next: number): bigint => {
      x = next > precision ? x << BigInt(next - precision) : x >> BigInt(precision - next);
      precision = next;
      return x;
    };
    for (const accuracy of accuracies) x = improve(n, at(accuracy + lost(n)), BigInt(accuracy + lost(n)));
    nodes.push(enclose(n, at(bits), BigInt(bits)));
  }
  if (n % 2 === 1) nodes.push(middle(n, BigInt(bits)));
  nodes.forEach(({ node }, k) => {
    const next = nodes[k + 1]?.node;
    if (next && next.to >= node.from) throw new RangeError(`two nodes of a Gauss-Legendre rule of ${n} points meet`);
  });
  return { bits, nodes };
};

const rules = new Map<string, FixedRule>();

/**
 * Nodes and weights of the Gauss-Legendre rule of n points on [-1, 1], right to about 2^-bits relative to 1, each with a
 * proven enclosure: n disjoint intervals that hold a root of P_n each hold all of them. Kept once made.
 * n from 2 to 4000, bits from 20 to 40,000; throws a RangeError otherwise.
 */
export const fixedRule = (n: number, bits: number): FixedRule => {
  if (!Number.isInteger(n) || n < 2 || n > mostNodes)
    throw new RangeError(`expected 2 to ${mostNodes} nodes, got ${n}`);
  if (!(bits >= 20 && bits <= mostBits)) throw new RangeError(`expected 20 to ${mostBits} bits, got ${bits}`);
  const rounded = 64 * Math.ceil(bits / 64);
  const name = `${n} ${rounded}`;
  const rule = rules.get(name) ?? construct(n, rounded);
  rules.set(name, rule);
  return rule;
};

export interface Rule<T> {
  /** Positive nodes and, for an odd rule, 0; every node x > 0 stands for -x too. */
  readonly nodes: readonly T[];
  readonly weights: readonly T[];
  readonly odd: boolean;
}

const known = new WeakMap<object, Map<FixedRule, unknown>>();

/** The same rule as numbers of an arithmetic; kept once made. */
export const rule = <T>(base: EnclosureArithmetic<T>, n: number, bits: number): Rule<T> => {
  const fixed = fixedRule(n, bits);
  const made = known.get(base) ?? new Map<FixedRule, unknown>();
  known.set(base, made);
  const found = made.get(fixed) as Rule<T> | undefined;
  if (found) return found;
  const denominator = 1n << BigInt(fixed.bits);
  const number = (numerator: bigint): T => base.rational({ numerator, denominator } satisfies Rational);
  const between = ({ from, to }: { readonly from: bigint; readonly to: bigint }): T =>
    from === to ? number(from) : base.hull(number(from), number(to));
  const value: Rule<T> = {
    nodes: fixed.nodes.map(({ node }) => between(node)),
    weights: fixed.nodes.map(({ weight }) => between(weight)),
    odd: n % 2 === 1,
  };
  made.set(fixed, value);
  return value;
};
