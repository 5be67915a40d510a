import { describe, expect, test } from 'vitest';
import type { Expr } from '../../src/formula/expression.ts';
import { type Fact, Unsatisfied } from '../../src/kernel/kernel.ts';
import { Unshown } from '../../src/kernel/normal.ts';
import { isZero, positive, Refusal } from '../../src/kernel/state.ts';
import { rational } from '../../src/number/rational.ts';
import { shows, under } from './ask.ts';
import {
  applied,
  atMost,
  below,
  equals,
  f,
  ifBelow,
  type Letter,
  letter,
  minus,
  n,
  of,
  over,
  pi,
  plus,
  root,
  squared,
  times,
  to,
} from './identities/terms.ts';

const [a, b, c, x, y, z] = ['a', 'b', 'c', 'x', 'y', 'z'].map(letter) as [
  Letter,
  Letter,
  Letter,
  Letter,
  Letter,
  Letter,
];
const nonzero = (of_: Expr): Fact => ({ left: of_, is: '!=', right: n(0) });

describe('difference', () => {
  test('is undefined for equals and what is left for others', () => {
    const k = under();
    expect(k.difference(times(plus(x, y), minus(x, y)), minus(squared(x), squared(y)))).toBeUndefined();
    const rest = k.difference(squared(plus(x, n(1))), squared(x)) as Expr;
    expect(shows(rest, plus(times(n(2), x), n(1)))).toBe(true);
  });
  test('counts what it costs, and says what had to be shown', () => {
    const k = under([below(n(0), a), nonzero(x)], { a: '1', x: '-1' });
    expect(shows(over(root(squared(a)), times(a, x)), over(n(1), x), k)).toBe(true);
    expect(k.operations()).toBeGreaterThan(0);
    expect(k.conditions().map(({ is }) => is)).toContain('!= 0');
    expect(under().conditions()).toEqual([]);
    // A number is what it is.
    const numbers = under();
    expect(shows(over(root(n(8)), n(2)), root(n(2)), numbers)).toBe(true);
    expect(numbers.conditions()).toEqual([]);
  });
  test('does not depend on what was asked before', () => {
    const k = under([below(n(0), a)], { a: '1' });
    const statements: readonly (readonly [Expr, Expr, boolean])[] = [
      [root(times(a, plus(n(1), squared(x)))), times(root(a), root(plus(n(1), squared(x)))), true],
      [of('abs', x), x, false],
      [plus(of('atan', a), of('atan', over(n(1), a))), over(pi, n(2)), true],
      [of('abs', of('sin', x)), of('sin', x), false],
    ];
    for (const [left, right, wanted] of [...statements, ...[...statements].reverse()])
      expect(shows(left, right, k)).toBe(wanted);
  });
});

describe('what it cannot tell it refuses, in a sentence', () => {
  const refused: readonly (readonly [string, Expr, string])[] = [
    ['division by 0', over(x, n(0)), 'expected 0 not to be 0, which does not follow from the hypotheses'],
    ['division by a symbol', over(n(1), x), 'expected x not to be 0, which does not follow from the hypotheses'],
    ['division by a hidden 0', over(n(1), minus(plus(x, n(1)), plus(n(1), x))), 'not to be 0'],
    ['a negative power', to(plus(x, y), -2), 'expected x+y not to be 0'],
    ['a root', root(plus(x, n(1))), 'expected x+1 to be at least 0'],
    ['a logarithm', of('log', x), 'expected x to be above 0'],
    ['an inverse sine', of('asin', x), 'to be at least 0'],
    ['a case', ifBelow(x, y, n(1), n(2)), 'whether x is below y does not follow from the hypotheses'],
  ];
  test.each(refused)('%s', (_, formula, why) => {
    const ask = () => under().difference(formula, formula);
    expect(ask).toThrow(Unshown);
    expect(ask).toThrow(why);
    expect(ask).toThrow(Refusal);
  });
  test('even where nothing would be left of it', () => {
    expect(() => shows(times(n(0), over(n(1), x)), n(0))).toThrow(Unshown);
    expect(() => shows(times(n(0), of('log', n(-1))), n(0))).toThrow(Unshown);
    expect(() => shows(over(x, x), n(1))).toThrow(Unshown);
    expect(() => shows(to(x, 0), n(1))).not.toThrow();
  });
  test('powers other than whole and half ones', () => {
    const cube: Expr = { kind: 'power', base: x, exponent: rational(1, 3) };
    expect(() => shows(cube, cube)).toThrow('the power 1/3 is not known');
  });
});

describe('hypotheses', () => {
  test('of every kind are used', () => {
    expect(shows(of('abs', x), x, under([atMost(n(0), x)], { x: '0' }))).toBe(true);
    expect(shows(over(x, x), n(1), under([nonzero(x)], { x: '-1' }))).toBe(true);
    expect(shows(of('abs', minus(y, x)), minus(y, x), under([below(x, y)], { x: '0', y: '1' }))).toBe(true);
    expect(shows(z, plus(squared(x), n(1)), under([equals(z, plus(squared(x), n(1)))], { x: '1', z: '2' }))).toBe(true);
    const different = under([{ left: x, is: '!=', right: y }], { x: '0', y: '1' });
    expect(shows(over(minus(x, y), minus(y, x)), n(-1), different)).toBe(true);
    expect(different.signs(minus(x, y)) & isZero).toBe(0);
    expect(different.signs(plus(x, y)) & isZero).toBe(isZero);
    const chain = under([below(n(0), a), below(a, b), below(b, c)], { a: '1', b: '2', c: '3' });
    expect(chain.signs(minus(squared(c), times(a, b)))).toBe(positive);
  });
  test('in any order', () => {
    const facts = [below(n(0), a), below(a, b), below(b, c), equals(z, minus(c, a))];
    const at = { a: '1', b: '2', c: '3', z: '2' };
    for (const order of [facts, [...facts].reverse(), [facts[2], facts[0], facts[3], facts[1]] as Fact[]])
      expect(shows(of('abs', z), z, under(order, at))).toBe(true);
  });
  test('that fail at their own point prove nothing', () => {
    const failing: readonly (readonly [readonly Fact[], Record<string, string>])[] = [
      [[below(x, n(0))], { x: '1' }],
      [[below(x, x)], { x: '1' }],
      [[atMost(plus(x, n(1)), x)], { x: '1' }],
      [[nonzero(x)], { x: '0' }],
      [[equals(x, n(1))], { x: '2' }],
      [[below(n(0), x), below(x, n(0))], { x: '1' }],
      [[equals(squared(y), n(-1))], { y: '1' }],
    ];
    for (const [facts, at] of failing) {
      expect(() => under(facts, at)).toThrow(Unsatisfied);
      expect(() => under(facts, at)).toThrow('expected hypotheses that can be met, got');
    }
  });
  test('are told by enclosure where exact numbers do not tell', () => {
    expect(() => under([below(of('exp', n(1)), n(2))])).toThrow(Unsatisfied);
    expect(() => under([equals(x, of('exp', y))], { x: '2', y: '1' })).toThrow(Unsatisfied);
    expect(() => under([below(n(2), of('exp', n(1)))])).not.toThrow();
    // sin 1 to 80 digits, beyond what is looked at: it could be on either side.
    const close = 84147098480789650665250232163029899962256306079837106567275170999191040439123966n;
    const near: Expr = { kind: 'number', value: rational(close, 10n ** 80n) };
    expect(() => under([below(near, of('sin', n(1)))])).toThrow('whose truth can be told');
  });
  test('about symbols without a value may not exclude one another', () => {
    expect(() => under([below(x, y), below(y, x)])).toThrow(Unsatisfied);
    expect(() => under([below(n(0), x), below(x, n(0))])).toThrow(Unsatisfied);
    const value = applied(f, x);
    expect(() => under([below(value, n(0)), below(n(0), value)], { x: '1' })).toThrow(Unsatisfied);
    expect(() => under([below(value, n(0))], { x: '1' })).not.toThrow();
  });
  test('of a kind that is not known are refused', () => {
    expect(() => under([equals(plus(x, y), n(1))], { x: '0', y: '1' })).toThrow('that gives a symbol or its square');
    expect(() => under([equals(x, y), equals(y, x)], { x: '1', y: '1' })).toThrow('used before');
    expect(() => under([equals(x, x)], { x: '1' })).toThrow('used before');
  });
  test('that leave one value only are no way to prove anything else', () => {
    const k = () => under([atMost(x, y), atMost(y, x)], { x: '1', y: '1' });
    expect(shows(x, plus(y, n(1)), k())).toBe(false);
    expect(() => shows(over(n(1), minus(x, y)), n(0), k())).toThrow(Unshown);
    const zero = () => under([atMost(n(0), a), atMost(a, n(0))], { a: '0' });
    expect(() => shows(over(a, a), n(1), zero())).toThrow(Unshown);
    expect(shows(of('abs', a), a, zero())).toBe(true);
  });
});
