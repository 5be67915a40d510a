import { describe, test } from 'vitest';
import { domain, moderate, real } from '../../../src/claim/domain.ts';
import type { Piece, Step } from '../../../src/evidence/proof/step.ts';
import {
  add,
  apply,
  call,
  cases,
  delta,
  div,
  type Expr,
  infinity,
  mul,
  neg,
  num,
  pow,
  type SymbolExpr,
  sqrt,
  sub,
} from '../../../src/formula/expression.ts';
import {
  bothPositive,
  equal,
  f,
  nothing,
  over,
  plus,
  proves,
  refuses,
  t,
  times,
  u,
  x,
  xPositive,
  y,
} from './made-up.ts';

const [zero, one, two] = [num(0), num(1), num(2)];

describe('substitution', () => {
  const into = (pieces: readonly Piece[], to: Expr, variable: SymbolExpr = u): Step => ({
    by: 'substitution',
    variable: t,
    into: variable,
    pieces,
    to,
  });
  const piece = (at: Expr, from: Expr, to: Expr): Piece => ({ at, from, to });
  const whole = over(zero, x, apply(f, t));
  const doubled = over(zero, div(x, 2), times(2, apply(f, mul(2, u))), u);

  test('falling or rising, in one piece or several', () => {
    proves(equal(whole, doubled), xPositive, [into([piece(mul(2, u), zero, div(x, 2))], doubled)]);
    const falling = over(zero, x, apply(f, sub(x, u)), u);
    proves(equal(whole, falling), xPositive, [into([piece(sub(x, u), x, zero)], falling)]);
    const both = over(zero, one, plus(apply(f, neg(u)), apply(f, u)), u);
    const apart = plus(over(zero, one, apply(f, neg(u)), u), over(zero, one, apply(f, u), u));
    const pieces = [piece(neg(u), one, zero), piece(u, zero, one)];
    proves(equal(over(num(-1), one, apply(f, t)), apart), nothing, [into(pieces, apart)]);
    refuses(equal(over(num(-1), one, apply(f, t)), times(2, both)), nothing, [into(pieces, times(2, both))], 'step 1');
    const shifted = over(zero, infinity, apply(f, add(u, 1)), u);
    proves(equal(over(one, infinity, apply(f, t)), shifted), nothing, [
      into([piece(add(u, 1), zero, infinity)], shifted),
    ]);
  });

  test('another integrand: what remains', () => {
    const wrong = over(zero, div(x, 2), apply(f, mul(2, u)), u);
    refuses(
      equal(whole, wrong),
      xPositive,
      [into([piece(mul(2, u), zero, div(x, 2))], wrong)],
      /^step 1 \(substitution\): the substitution gives another integral; what remains is .*\\int/,
    );
  });

  const square = over(zero, one, apply(f, t));
  test.each<[string, readonly Piece[], string]>([
    ['not monotonic', [piece(pow(u, 2), num(-1), one)], 'monotonic'],
    ['constant', [piece(one, zero, one)], 'monotonic'],
    ['with a jump', [piece(div(1, u), num(-1), one)], 'not to be 0'],
    ['given by cases', [piece(cases<string, 'scalar'>({ left: u, right: zero }, u, mul(2, u)), zero, one)], 'cases'],
    ['a gap', [piece(u, zero, num(1, 3)), piece(u, num(1, 2), one)], 'do not make up the range'],
    ['beginning too late', [piece(u, num(1, 3), one)], 'do not make up the range'],
    ['ending too early', [piece(u, zero, num(1, 3))], 'do not make up the range'],
    ['reaching beyond in one piece', [piece(u, zero, two)], 'do not make up the range'],
    ['reaching beyond in a further piece', [piece(u, zero, one), piece(u, one, two)], 'reach beyond the range'],
    ['no piece at all', [], 'do not make up the range'],
    ['of unknown direction', [piece(u, x, one)], 'which limit of the integral'],
  ])('is refused: %s', (_, pieces, says) => {
    refuses(equal(square, square), domain([real('x')]), [into(pieces, square)], says);
    refuses(equal(square, square), domain([real('x')]), [into(pieces, square)], 'step 1 (substitution)');
  });

  test('an infinite range is known for shifts only', () => {
    const goal = equal(over(zero, infinity, apply(f, t)), zero);
    refuses(goal, nothing, [into([piece(pow(u, 2), zero, infinity)], zero)], 'for a shift of the variable only');
    refuses(goal, nothing, [into([piece(neg(u), zero, neg(infinity))], zero)], 'monotonic');
  });

  test('the new variable is a new one, also where something is bound', () => {
    refuses(equal(whole, whole), xPositive, [into([piece(x, zero, x)], whole, x)], 'expected a new variable, got x');
    const inner = over(zero, one, pow(sub(t, u), 2), u);
    const nested = over(zero, one, inner);
    // (t - u)^2 would become (u - u)^2.
    refuses(equal(nested, zero), nothing, [into([piece(u, zero, one)], zero)], 'other names than those bound');
    refuses(
      equal(nested, zero),
      domain([moderate('u')]),
      [into([piece(add(y, u), neg(u), sub(1, u))], zero, y)],
      'bound',
    );
    refuses(equal(over(zero, one, t), zero), bothPositive, [into([piece(y, zero, one)], zero, y)], 'another name');
  });
});

describe('delta', () => {
  const at = (to: Expr): Step => ({ by: 'delta', variable: t, to });
  const weighed = (from: Expr, to: Expr, weight: Expr = apply(f, t), argument: Expr = t): Expr =>
    over(from, to, times(weight, delta(argument)));
  const value = apply(f, zero);

  test('its zero inside the range, outside it, and from the greater end to the smaller one', () => {
    proves(equal(weighed(neg(x), one), value), xPositive, [at(value)]);
    proves(equal(weighed(neg(x), one, apply(f, t), neg(t)), value), xPositive, [at(value)]);
    proves(equal(weighed(x, add(x, 1)), zero), xPositive, [at(zero)]);
    proves(equal(weighed(num(-2), num(-1)), zero), nothing, [at(zero)]);
    proves(equal(weighed(one, num(-1)), times(-1, value)), nothing, [at(times(-1, value))]);
    proves(equal(over(num(-1), one, delta(t)), one), nothing, [at(one)]);
  });

  test('another value: what remains', () => {
    refuses(
      equal(weighed(neg(x), one), times(2, value)),
      xPositive,
      [at(times(2, value))],
      'step 1 (delta): the delta function gives another value; what remains is -f(0)',
    );
  });

  test.each<[string, Expr, string]>([
    ['its zero at the lower limit', weighed(zero, one), 'on which side of 0 the limits lie'],
    ['its zero at the upper limit', weighed(num(-1), zero), 'on which side of 0 the limits lie'],
    ['a limit of unknown sign', weighed(sub(x, 1), one), 'which'],
    ['a range without end', weighed(num(-1), infinity), 'infinity'],
    ['an argument that is shifted', weighed(num(-1), one, value, sub(t, num(1, 2))), 'the variable itself'],
    ['an argument that is stretched', weighed(num(-1), one, value, mul(2, t)), 'the variable itself; what remains'],
    ['an argument that is a square', weighed(num(-1), one, value, pow(t, 2)), 'the variable itself'],
    ['another variable', weighed(num(-1), one, value, x), 'the variable itself'],
    ['two of them', over(num(-1), one, times(delta(t), delta(t))), 'expected one delta function'],
    ['none', over(num(-1), one, apply(f, t)), 'expected one delta function'],
    ['one of two terms', over(num(-1), one, plus(delta(t), apply(f, t))), 'expected one'],
    [
      'a jump of what it is multiplied by',
      weighed(num(-1), one, cases<string, 'scalar'>({ left: t, right: zero }, 1, 2)),
      'is below',
    ],
    ['a pole of what it is multiplied by', weighed(num(-1), one, div(1, t)), 'not to be 0'],
    ['a sign of what it is multiplied by', weighed(num(-1), one, div(t, call('abs', t))), 'not to be 0'],
    ['a root that ends there', weighed(num(-1), one, sqrt(t)), 'to be at least 0'],
  ])('is refused: %s', (_, formula, says) => {
    refuses(equal(formula, zero), domain([real('x')]), [at(zero)], says);
    refuses(equal(formula, zero), domain([real('x')]), [at(zero)], 'step 1 (delta)');
  });
});
