import { describe, expect, test } from 'vitest';
import type { Step } from '../../../src/evidence/proof/step.ts';
import { add, call, div, type Expr, mul, num, pow, sub } from '../../../src/formula/expression.ts';
import { attempt, bothPositive, equal, goesTo, less, proves, refuses, x, xPositive, y } from './made-up.ts';

const [zero, one] = [num(0), num(1)];
const sign = (to: Expr): Step => ({ by: 'sign', to });

describe('limit', () => {
  const limit = (to: Expr, order?: number, coefficient: Expr = zero): Step =>
    order === undefined ? { by: 'limit', to } : { by: 'limit', to, error: { order, coefficient } };
  const printed = sub(1, div(pow(x, 2), 2));

  test('of printed over right, with its first error', () => {
    proves(goesTo(call('sin', x), x), xPositive, [limit(one)]);
    proves(goesTo(call('cos', x), printed, 3), xPositive, [limit(one, 4, num(-1, 24))]);
    const short = attempt(goesTo(call('cos', x), one, 2), xPositive, [limit(one, 2, num(1, 2))]);
    expect(short.outcome).toBe('refuted');
  });

  test('another limit, another power, another error', () => {
    refuses(
      goesTo(call('sin', x), mul(2, x)),
      xPositive,
      [limit(one)],
      'step 1 (limit): the limit is another one; what remains is 1',
    );
    refuses(
      goesTo(call('sin', x), mul(2, x)),
      xPositive,
      [limit(num(2))],
      'the end of the chain: the limit of printed',
    );
    for (const wrong of [pow(x, 2), div(1, x)])
      refuses(goesTo(x, wrong), xPositive, [limit(one)], 'do not vanish with the same power');
    refuses(
      goesTo(call('cos', x), printed, 3),
      xPositive,
      [limit(one, 4, num(1, 24))],
      'another coefficient; what remains is -',
    );
    refuses(
      goesTo(call('cos', x), printed, 3),
      xPositive,
      [limit(one, 5)],
      'the first error is of order 4; what remains',
    );
    refuses(goesTo(call('cos', x), printed, 3), xPositive, [limit(one, 3)], 'not shown to be other than 0');
    refuses(goesTo(call('cos', x), printed, 3), xPositive, [limit(one)], 'expected the first error');
    refuses(goesTo(call('cos', x), printed), xPositive, [limit(one, 0, one)], 'expected an error of order 1 or more');
    refuses(goesTo(call('cos', x), printed, 3), xPositive, [limit(one, 40)], 'not known up to order 40');
  });

  test('where nothing goes to 0 there is no limit', () => {
    refuses(equal(x, x), xPositive, [limit(x)], 'expected a claim in which something goes to 0');
    refuses(goesTo(x, x), xPositive, [], 'expected a limit as the last step');
  });
});

describe('series', () => {
  const cubic = sub(x, div(pow(x, 3), 6));
  const step = { by: 'series', small: x, order: 4, upTo: one, bound: num(1, 100), to: cubic } as const;
  const last: Step = { by: 'limit', to: one, error: { order: 2, coefficient: num(1, 6) } };
  const goal = goesTo(call('sin', x), x);

  test('a polynomial and what bounds the rest', () => {
    proves(goal, xPositive, [step, last]);
  });

  test('a missing term, too small a bound, or more orders than are known', () => {
    const says = (by: Partial<typeof step> | Partial<Record<keyof typeof step, unknown>>, what: string) =>
      refuses(goal, xPositive, [{ ...step, ...by } as Step, last], what);
    says({ to: x }, 'step 1 (series): the series has another term of order 3; what remains is -\\tfrac{1}{6}');
    says({ order: 6 }, 'another term of order 5');
    says({ bound: num(1, 1000) }, 'the box is not decided');
    says({ bound: div(1, x) }, 'expected a number as bound');
    says({ order: 40, to: call('sin', x) }, 'known up to order 40');
    says({ order: 0, to: pow(x, 7) }, 'expected a term up to order 0');
    refuses(
      goal,
      bothPositive,
      [
        { ...step, to: add(cubic, mul(0, y)) },
        { ...last, to: y },
      ],
      'step 2 (limit)',
    );
    const strange = goesTo(call('sin', mul(x, y)), x);
    refuses(strange, bothPositive, [{ ...step, to: mul(x, y), order: 1 }, last], 'in one symbol, got y as well');
  });

  test('an error beyond what the series tells', () => {
    const error: Step = { by: 'limit', to: one, error: { order: 4, coefficient: num(7, 360) } };
    proves(goal, xPositive, [
      { ...step, order: 2, bound: num(1, 5), to: x },
      { by: 'limit', to: one },
    ]);
    const beyond = goesTo(call('sin', x), cubic, 3);
    refuses(beyond, xPositive, [step, error], 'tells no error beyond order 3, got 4');
  });

  test('elsewhere than in a limit a series would make an approximation an equality', () => {
    const rough = { ...step, order: 2, to: x } as const;
    refuses(equal(call('sin', x), x), xPositive, [rough], 'a power series tells something of a limit only');
    refuses(less(zero, call('sin', x)), xPositive, [rough, sign(x)], 'a power series tells something of a limit only');
    refuses(goesTo(call('sin', y), y), bothPositive, [{ ...rough, small: y, to: y } as Step, last], 'of a limit only');
  });
});
