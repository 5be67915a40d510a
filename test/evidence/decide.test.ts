import { describe, expect, test } from 'vitest';
import { overDelta } from '../../src/claim/delta.ts';
import { domain, moderate, positive, real } from '../../src/claim/domain.ts';
import type { Relation } from '../../src/claim/relation.ts';
import { decide } from '../../src/evidence/decide.ts';
import { disjoint, enclose } from '../../src/evidence/enclose.ts';
import { atMost, equal, lessThan, muchSmaller } from '../../src/evidence/enclosure.ts';
import type { Effort, Ends } from '../../src/evidence/finding.ts';
import { mutantsNoticed } from '../../src/evidence/mutants.ts';
import {
  add,
  apply,
  call,
  delta,
  div,
  type Expr,
  integral,
  mul,
  num,
  pairSum,
  pi,
  pow,
  sqrt,
  sub,
} from '../../src/formula/expression.ts';
import { D, D0, f1, f2, i, j, NS, omega0I } from '../../src/formula/symbols.ts';
import { parseRational, rational } from '../../src/number/rational.ts';
import { x, y } from '../formula/trees.ts';

type Binders = 'scalar' | 'binder';
const effort: Effort = { points: 40, seed: 5, label: 'test' };
const ends = (lo: string, hi = lo): Ends => [parseRational(lo), parseRational(hi)];
const line = domain([positive('x')]);
const plane = domain([positive('x'), positive('y')]);
const finding = (relation: Relation, of = line, how: Partial<Effort> = {}) =>
  decide(relation, of, { ...effort, ...how });
const outcome = (relation: Relation, of = line) => finding(relation, of).outcome;

describe('what a comparison of enclosures says', () => {
  test.each([
    [ends('1'), ends('1'), true],
    [ends('1'), ends('1.0000000000000000000001'), false],
    [ends('1', '1.0000001'), ends('1.0000001', '1.0000002'), true],
    [ends('1', '1.1'), ends('1.05', '1.06'), undefined],
    [ends('1', '1.1'), ends('1.2', '1.3'), false],
    [ends('0'), ends('0'), true],
    [ends('0'), ends('-0.1', '0.1'), undefined],
    [ends('-1e-30', '1e-30'), ends('0'), undefined],
  ])('equal: %#', (left, right, says) => {
    expect([equal(left, right), equal(right, left)]).toEqual([says, says]);
  });

  test.each([
    [ends('1', '2'), ends('2', '3'), true, undefined],
    [ends('1', '2'), ends('2.1', '3'), true, true],
    [ends('2', '3'), ends('1', '2'), undefined, false],
    [ends('2.1', '3'), ends('1', '2'), false, false],
    [ends('1', '3'), ends('2', '4'), undefined, undefined],
    [ends('1'), ends('1'), true, false],
    [ends('1', '1.0000000000000001'), ends('1', '1.0000000000000001'), true, undefined],
    [ends('1', '1.1'), ends('1', '1.1'), undefined, undefined],
  ])('at most and less than: %#', (left, right, most, less) => {
    expect([atMost(left, right), lessThan(left, right)]).toEqual([most, less]);
  });

  test.each([
    [ends('1'), ends('10'), true],
    [ends('1'), ends('9.99'), undefined],
    [ends('1', '1.1'), ends('10', '11'), undefined],
    [ends('9'), ends('10'), undefined],
    [ends('10'), ends('10'), false],
    [ends('10', '11'), ends('9', '10'), false],
    [ends('9.9', '11'), ends('9', '10'), undefined],
    [ends('0'), ends('1'), true],
  ])('much smaller, from 10 to 1: %#', (left, right, says) => {
    expect(muchSmaller(left, right)).toBe(says);
  });

  test('disjoint enclosures do not touch', () => {
    expect([disjoint(ends('1', '2'), ends('2', '3')), disjoint(ends('1', '2'), ends('2.01', '3'))]).toEqual([
      false,
      true,
    ]);
  });
});

describe('equality', () => {
  const identity: Relation = { kind: 'equal', left: sub(pow(x, 2), 1), right: mul(sub(x, 1), add(x, 1)) };
  test('an identity holds at every point, cancellation or not', () => {
    expect(finding(identity)).toMatchObject({ outcome: 'holds', by: 'enclosure', points: 40, discarded: 0 });
    expect(Number(finding(identity).resolution)).toBeLessThan(1e-19);
  });

  test('a wrong factor is told, with the simplest point', () => {
    const wrong = finding({ kind: 'equal', left: pow(x, 2), right: mul(num(3, 7), pi, pow(x, 2)) });
    expect(wrong).toMatchObject({ outcome: 'fails', factor: { text: '\\tfrac{3}{7}\\,\\pi' } });
    expect(wrong.counterexample).toEqual({ at: { x: '1' }, left: '1', right: '1.34639685154' });
  });

  test('what agrees somewhere has no factor', () => {
    const wrong = finding({ kind: 'equal', left: x, right: call('abs', x) }, domain([real('x')]));
    expect(wrong.outcome).toBe('fails');
    expect(wrong.factor).toBeUndefined();
    expect(wrong.counterexample?.at).toEqual({ x: '-1' });
  });

  test('a difference beyond binary64 is seen', () => {
    const tiny = num(parseRational('1e-25'));
    expect(outcome({ kind: 'equal', left: add(x, tiny), right: add(x, mul(2, tiny)) }, domain([moderate('x')]))).toBe(
      'fails',
    );
  });

  test('without free symbols there is one point', () => {
    expect(finding({ kind: 'equal', left: mul(2, call('asin', num(1))), right: pi }, domain([]))).toMatchObject({
      outcome: 'holds',
      points: 1,
    });
    expect(finding({ kind: 'equal', left: num(2), right: pi }, line)).toMatchObject({ outcome: 'fails', points: 1 });
    expect(finding({ kind: 'equal', left: sqrt(num(-1)), right: num(1) }, domain([]))).toMatchObject({
      outcome: 'undecided',
      points: 0,
      discarded: 1,
    });
  });

  test('functions left open are the same on both sides', () => {
    const open = (of: Expr): Expr => apply(f1, of);
    expect(outcome({ kind: 'equal', left: add(open(x), open(y)), right: add(open(y), open(x)) }, plane)).toBe('holds');
    expect(outcome({ kind: 'equal', left: open(x), right: open(mul(-1, x)) })).toBe('fails');
    expect(outcome({ kind: 'equal', left: apply(f2, x, y), right: apply(f2, y, x) }, plane)).toBe('fails');
  });

  test('an integral over a delta function is compared, a divergent one left open', () => {
    const side = (weight: Expr) =>
      overDelta(integral(x, [[num(-1), num(3)]], mul<string, Binders>(weight, delta(sub(mul(2, x), y)))), [
        [num(-1), num(3)],
      ]);
    const where = domain([moderate('y')].map((c) => ({ ...c, draw: () => [rational(3, 2)] })));
    expect(outcome({ kind: 'equal', left: side(x), right: div(y, 4) }, where)).toBe('holds');
    expect(outcome({ kind: 'equal', left: side(x), right: div(y, 2) }, where)).toBe('fails');
    expect(outcome({ kind: 'equal', left: side(div(1, sub(x, num(3, 4)))), right: y }, where)).toBe('undecided');
  });
});

describe('order', () => {
  test('of formulas', () => {
    const square = pow(sub(x, 1), 2);
    expect(outcome({ kind: 'ordered', left: num(0), is: '<=', right: square })).toBe('holds');
    expect(outcome({ kind: 'ordered', left: num(0), is: '<', right: square })).toBe('fails');
    expect(finding({ kind: 'ordered', left: x, is: '<', right: num(2) }).counterexample).toEqual({
      at: { x: '2' },
      left: '2',
      right: '2',
    });
  });

  test('much smaller is undecided between a tenth and all of it', () => {
    const small = (factor: Expr): string =>
      outcome({ kind: 'muchSmaller', left: mul<string, Binders>(factor, x), right: x });
    expect([num(1, 11), num(1, 9), num(99, 100), num(1), num(2)].map(small)).toEqual([
      'holds',
      'undecided',
      'undecided',
      'fails',
      'fails',
    ]);
  });
});

describe('integrands', () => {
  const over = (upper: Expr, body: Expr) => integral(x, [[num(0), upper]], body);
  const on = domain([positive('x'), positive('y')]);
  test('the same ranges and integrands, whatever the order and where the factors stand', () => {
    const left = mul<string, Binders>(2, over(y, integral(D, [[num(0), D0]], mul(x, D))));
    const right = integral(D, [[num(0), D0]], mul<string, Binders>(D, over(y, mul(2, x))));
    const where = domain([...on.coordinates, positive('D'), positive('D0')]);
    expect(outcome({ kind: 'integrands', left, right }, where)).toBe('holds');
    expect(outcome({ kind: 'integrands', left, right: mul<string, Binders>(3, right) }, where)).toBe('fails');
  });
  test('other ranges fail', () => {
    expect(finding({ kind: 'integrands', left: over(y, x), right: over(num(1), x) }, on)).toMatchObject({
      outcome: 'fails',
      detail: 'the two sides do not run over the same ranges',
    });
    expect(outcome({ kind: 'integrands', left: pairSum(i, j, NS, x), right: x }, on)).toBe('fails');
  });
  test('the delta function may be any function, the same on both sides', () => {
    const side = (argument: Expr) => over(y, mul<string, Binders>(x, delta(argument)));
    expect(outcome({ kind: 'integrands', left: side(sub(x, y)), right: side(sub(x, y)) }, on)).toBe('holds');
    expect(outcome({ kind: 'integrands', left: side(sub(x, y)), right: side(sub(y, x)) }, on)).toBe('fails');
  });
});

test('dimensions', () => {
  const same = (left: Expr, right: Expr) => finding({ kind: 'sameDimension', left, right }, domain([]));
  expect(same(D, omega0I)).toMatchObject({ outcome: 'holds', by: 'dimension', points: 1 });
  expect(same(D, pow(D, 2))).toMatchObject({ outcome: 'fails', detail: 's^-1 against s^-2' });
  expect(same(D, add(D, 1))).toMatchObject({ outcome: 'fails' });
});

test('the same seed gives the same finding, another label other points; quick findings agree', () => {
  const wrong: Relation = { kind: 'equal', left: x, right: pow(x, 2) };
  expect(finding(wrong)).toEqual(finding(wrong));
  const quick = finding(wrong, line, { quick: true });
  expect(quick).toMatchObject({ outcome: 'fails', discarded: 0 });
  expect(quick.points).toBeLessThan(5);
  expect(finding(wrong, line, { label: 'other', quick: true }).counterexample).not.toEqual(quick.counterexample);
});

test('enclosures are sharpened until they are narrow, and remembered', () => {
  const cancelling = sub(sqrt(add(pow(x, 2), 1)), x);
  const point = new Map([['x', parseRational('1e18')]]);
  const found = enclose(cancelling, point);
  expect(found?.width).toBeLessThan(1e-20);
  expect(found?.digits).toBeGreaterThan(30);
  expect(enclose(cancelling, point)).toBe(found);
  expect(enclose(div(1, sub(x, x)), point)).toBeUndefined();
});

test('mutants are noticed by what holds of the formula; equivalent ones survive by name', () => {
  const of = domain([moderate('x')]);
  const report = (formula: Expr) =>
    mutantsNoticed(formula, (mutant) => ({ kind: 'equal', left: formula, right: mutant }), of, effort);
  expect(report(mul(2, pow(x, 3)))).toMatchObject({ survivors: [] });
  expect(report(mul(2, pow(x, 3))).made).toBe(report(mul(2, pow(x, 3))).noticed);
  const loose = mutantsNoticed(x, (mutant) => ({ kind: 'ordered', left: num(0), is: '<', right: mutant }), of, effort);
  expect(loose.survivors).toEqual(['whole x 2', 'whole / 2', 'whole x pi', 'whole x 2 pi']);
});
