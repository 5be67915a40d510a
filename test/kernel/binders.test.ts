import { describe, expect, test } from 'vitest';
import { pureNumber } from '../../src/formula/dimension.ts';
import { type Expr, infinity, pairSum, total, type Unknown } from '../../src/formula/expression.ts';
import { Refusal } from '../../src/kernel/state.ts';
import { shows, under } from './ask.ts';
import {
  applied,
  atMost,
  below,
  equals,
  f,
  ifBelow,
  integralOver,
  type Letter,
  letter,
  minus,
  n,
  negative,
  of,
  over,
  plus,
  slopeOf,
  squared,
  times,
} from './identities/terms.ts';

const [s, t, u, v, x] = ['s', 't', 'u', 'v', 'x'].map(letter) as [Letter, Letter, Letter, Letter, Letter];
const [i, j, N] = ['i', 'j', 'N'].map(letter) as [never, never, never];
const unit = (variable: Letter, body: Expr): Expr => integralOver(variable, n(0), n(1), body);

describe('variables are bound where they stand', () => {
  test('renamed, nested over the same range, exchanged', () => {
    expect(shows(unit(t, applied(f, t)), unit(u, applied(f, u)))).toBe(true);
    const nested = (a: Letter, b: Letter): Expr => unit(a, unit(b, applied(f, minus(a, times(n(2), b)))));
    expect(shows(nested(t, u), nested(u, t))).toBe(true);
    expect(shows(nested(t, u), unit(t, unit(u, applied(f, minus(u, times(n(2), t))))))).toBe(false);
    expect(shows(unit(t, unit(t, applied(f, t))), unit(u, unit(t, applied(f, t))))).toBe(true);
    expect(shows(unit(t, unit(t, applied(f, t))), unit(u, unit(t, applied(f, u))))).toBe(false);
  });

  // In each the inner variable would be taken for the outer one: t - u would be 0.
  const inner = unit(u, minus(t, u));
  test('in the condition of a case', () => {
    const decided = unit(t, ifBelow(inner, n(0), t, times(n(2), t)));
    expect(() => shows(decided, unit(t, times(n(2), t)))).toThrow('whether');
  });
  test('where a derivative is taken', () => {
    expect(shows(unit(t, slopeOf(v, squared(v), inner)), n(0))).toBe(false);
  });
  test('in the limit of another integral', () => {
    const deep = unit(u, unit(s, times(s, minus(t, u))));
    const [left, right] = [deep, n(0)].map((hi) => unit(t, integralOver(v, n(0), hi, n(1)))) as [Expr, Expr];
    expect(shows(left, right)).toBe(false);
  });

  test('hypotheses about a free symbol say nothing of a bound one of its name', () => {
    const k = () => under([below(n(0), t)], { t: '1' });
    const both = integralOver(t, n(-1), n(1), of('abs', t));
    expect(shows(both, integralOver(t, n(-1), n(1), t), k())).toBe(false);
    expect(shows(unit(t, t), n(2), under([equals(t, n(2))], { t: '2' }))).toBe(false);
    expect(shows(total(i, N, of('abs', i)), total(i, N, i), under([below(n(0), i)], { i: '1' }))).toBe(false);
  });
  test('nor does what is known inside an integral hold outside', () => {
    expect(shows(plus(unit(t, of('abs', t)), of('abs', t)), plus(unit(t, t), t))).toBe(false);
  });
  test("the kernel's own names are refused from outside", () => {
    for (const name of ['#0', '#1'])
      expect(() => shows(unit(t, letter(name)), unit(t, t))).toThrow("names with # are the kernel's own");
  });
  test('what is left over can be read again', () => {
    const deep = unit(t, integralOver(u, n(0), t, applied(f, minus(t, u))));
    const k = under();
    const remains = k.difference(times(n(2), deep), deep) as Expr;
    expect(shows(remains, deep, k)).toBe(true);
    expect(shows(remains, deep)).toBe(true);
    const constant = unit(t, plus(unit(u, plus(applied(f, minus(t, u)), unit(s, n(0)))), n(0)));
    const again = under().difference(times(n(2), constant), constant) as Expr;
    expect(shows(again, unit(u, unit(t, applied(f, minus(u, t)))))).toBe(true);
    expect(shows(again, unit(t, unit(u, applied(f, n(0)))))).toBe(false);
  });
});

describe('limits', () => {
  const size = (lo: Expr, hi: Expr): readonly [Expr, Expr] => [
    integralOver(t, lo, hi, of('abs', t)),
    integralOver(t, lo, hi, t),
  ];
  test('the variable lies between them, whichever is the greater one', () => {
    expect(shows(...size(n(0), n(1)))).toBe(true);
    expect(shows(...size(n(1), n(0)))).toBe(true);
    expect(shows(...size(n(-1), n(1)))).toBe(false);
    expect(shows(...size(n(0), x))).toBe(false);
    expect(shows(...size(n(0), x), under([below(x, n(0))], { x: '-1' }))).toBe(false);
    expect(shows(...size(n(0), x), under([below(n(0), x)], { x: '1' }))).toBe(true);
    expect(shows(integralOver(t, n(2), n(1), t), negative(integralOver(u, n(1), n(2), u)))).toBe(true);
  });
  test('that may coincide leave the variable at them', () => {
    const k = () => under([atMost(n(0), x)], { x: '0' });
    expect(() => shows(integralOver(t, n(0), x, over(t, t)), integralOver(t, n(0), x, n(1)), k())).toThrow(
      'not to be 0',
    );
    expect(() => shows(over(x, integralOver(t, n(0), x, n(1))), n(1), k())).toThrow('not to be 0');
  });
  test('at infinity, from below upward only', () => {
    const downward = negative(infinity);
    expect(shows(...size(n(0), infinity))).toBe(true);
    expect(shows(...size(downward, n(0)))).toBe(false);
    expect(shows(...size(downward, infinity))).toBe(false);
    for (const [lo, hi] of [
      [infinity, n(0)],
      [n(0), downward],
      [infinity, downward],
    ] as const)
      expect(() => shows(...size(lo, hi))).toThrow(Refusal);
    expect(() => shows(...size(n(0), times(x, infinity)))).toThrow(Refusal);
    expect(() => shows(infinity, infinity)).toThrow('infinity is not a number');
  });
});

describe('sums over spins', () => {
  const w: Unknown = { ...f, name: 'w', tex: 'w', parameters: [pureNumber, pureNumber], indexed: true };
  const pair = (a: Expr, b: Expr): Expr => ({ kind: 'unknown', unknown: w, args: [a, b] });
  test('constants are drawn out, indices renamed but not exchanged', () => {
    expect(shows(total(i, N, times(x, applied(f, i))), times(x, total(j, N, applied(f, j))))).toBe(true);
    expect(shows(pairSum(i, j, N, pair(i, j)), pairSum(j, i, N, pair(j, i)))).toBe(true);
    expect(shows(pairSum(i, j, N, pair(i, j)), pairSum(i, j, N, pair(j, i)))).toBe(false);
    expect(shows(total(i, N, n(1)), pairSum(i, j, N, n(1)))).toBe(false);
    expect(shows(total(i, N, total(j, N, pair(i, j))), total(i, N, total(j, N, pair(i, i))))).toBe(false);
  });
});

test('the delta function is even, and not 1 over its argument', () => {
  const delta = (argument: Expr): Expr => ({ kind: 'delta', argument });
  expect(shows(delta(minus(x, t)), delta(minus(t, x)))).toBe(true);
  expect(shows(delta(times(n(2), x)), delta(x))).toBe(false);
  expect(() => shows(over(n(1), delta(x)), n(0))).toThrow('not to be 0');
});
