import { expect, test } from 'vitest';
import { dyadics } from '../../src/number/dyadic.ts';
import { fixedRule, rule } from '../../src/number/gauss-legendre.ts';
import { rational } from '../../src/number/rational.ts';

const a = dyadics(80);
const number = (n: number, d = 1) => a.rational(rational(n, d));

/** The rule applied to x^k. */
const moment = (n: number, k: number) => {
  const { nodes, weights, odd } = rule(a, n, 200);
  return nodes
    .flatMap((x, j) => {
      const term = a.mul(weights[j] as typeof x, a.pow(x, k));
      if (odd && j === nodes.length - 1) return [term];
      return [term, k % 2 === 0 ? term : a.neg(term)];
    })
    .reduce((x, y) => a.add(x, y));
};

test.each([2, 3, 4, 7, 10, 31, 64])('the rule of %i points is exact below degree 2n and not at 2n', (n) => {
  for (const k of [0, 1, 2, n - 1, n, 2 * n - 2, 2 * n - 1]) {
    const exact = number(k % 2 === 0 ? 2 : 0, k + 1);
    const value = moment(n, k);
    expect(a.overlap(value, exact)).toBe(true);
    expect(Math.abs(a.middle(a.sub(value, exact)))).toBeLessThan(1e-58);
  }
  // The integral of x^(2n) less the rule's is 2^(2n+1) (n!)^4/((2n + 1) ((2n)!)^2).
  let rest = number(2, 2 * n + 1);
  for (let k = 1; k <= n; k++) rest = a.mul(rest, a.pow(number(2 * k * k, 2 * k * (2 * k - 1)), 2));
  const missing = a.sub(number(2, 2 * n + 1), moment(n, 2 * n));
  expect(a.overlap(missing, rest)).toBe(true);
  expect(a.relativeWidth(missing)).toBeLessThan(1e-10);
});

test('nodes of 2, 3 and 5 points in closed form', () => {
  const node = (n: number, k: number) => rule(a, n, 250).nodes[k] as ReturnType<typeof number>;
  const root = (n: number, d: number) => a.sqrt(number(n, d));
  const thirds = a.mul(number(1, 3), a.sqrt(a.add(number(5), a.mul(number(2), root(10, 7)))));
  for (const [got, exact] of [
    [node(2, 0), root(1, 3)],
    [node(3, 0), root(3, 5)],
    [node(5, 0), thirds],
  ] as const) {
    expect(a.overlap(got, exact)).toBe(true);
    expect(a.relativeWidth(got)).toBeLessThan(1e-72);
  }
  expect(a.sign(node(5, 2))).toBe(0);
});

test('P_n changes sign across every node, in exact arithmetic', () => {
  const n = 12;
  const { bits, nodes } = fixedRule(n, 100);
  const scale = 1n << BigInt(bits);
  /** n! 2^(bits n) P_n(x/2^bits) */
  const legendre = (x: bigint): bigint => {
    let [before, value] = [1n, x];
    for (let k = 2n; k <= BigInt(n); k++)
      [before, value] = [value, (2n * k - 1n) * x * value - (k - 1n) * (k - 1n) * scale * scale * before];
    return value;
  };
  for (const { node } of nodes) expect(legendre(node.from) > 0n).not.toBe(legendre(node.to) > 0n);
});

test('large rules and many digits', () => {
  const { bits, nodes } = fixedRule(200, 300);
  const widest = nodes.reduce((most, { node }) => (node.to - node.from > most ? node.to - node.from : most), 0n);
  expect(widest >> BigInt(bits - 310)).toBe(0n);
  const total = (end: 'from' | 'to') => nodes.reduce((sum, { weight }) => sum + 2n * weight[end], 0n);
  expect(total('from') <= 2n << BigInt(bits) && total('to') >= 2n << BigInt(bits)).toBe(true);
  expect((total('to') - total('from')) >> BigInt(bits - 300)).toBe(0n);
});

test.each([
  [1, 64],
  [2.5, 64],
  [5000, 64],
  [10, 3],
  [10, 1e6],
])('a rule of %d points at %d bits is refused', (n, bits) => {
  expect(() => fixedRule(n, bits)).toThrow(RangeError);
});
