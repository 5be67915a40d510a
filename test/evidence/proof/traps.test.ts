import { describe, expect, test } from 'vitest';
import { below, domain, oneOf, positive, real } from '../../../src/claim/domain.ts';
import type { Relation } from '../../../src/claim/relation.ts';
import type { Lemma, Step } from '../../../src/evidence/proof/step.ts';
import { pureNumber } from '../../../src/formula/dimension.ts';
import {
  apply,
  call,
  delta,
  div,
  type Expr,
  infinity,
  integral,
  num,
  pairSum,
  pow,
  sub,
  symbol,
} from '../../../src/formula/expression.ts';
import { rational } from '../../../src/number/rational.ts';
import { attempt, equal, f, less, nothing, over, plus, refuses, t, times, u, x, xPositive, y, z } from './made-up.ts';

const N = symbol('N', 'N', pureNumber);
const identity = (to: Expr): Step => ({ by: 'identity', to });
const integrands = (left: Expr, right: Expr): Relation => ({ kind: 'integrands', left, right });
const unit = [[num(0), num(1)]] as const;

describe('integrals that diverge', () => {
  const minus = (a: Expr, b: Expr): Expr => plus(a, times(-1, b));

  test('are not brought in, to be taken apart where they cancel: 0 = 1', () => {
    const [first, second] = [over(num(0), infinity, num(1), t), over(num(0), infinity, num(1), u)];
    refuses(equal(num(0), num(1)), nothing, [identity(minus(first, second))], /brings in an integral/);
  });

  test('nor on a finite range: 0 = log 2', () => {
    const [first, second] = [over(num(0), num(2), div(1, t), t), over(num(0), num(2), div(1, u), u)];
    refuses(equal(num(0), call('log', num(2))), nothing, [identity(minus(first, second))], /brings in an integral/);
  });

  test('one that is there may be written with another variable', () => {
    const whole = over(num(0), infinity, apply(f, t), t);
    expect(attempt(equal(whole, over(num(0), infinity, apply(f, u), u)), nothing, []).outcome).toBe('proved');
  });
});

describe('a factor refutes', () => {
  test('only where what it multiplies is not 0', () => {
    const zeroOrMore = plus(call('abs', x), x);
    const factor = plus(1, pow(sub(call('abs', x), x), 2));
    const chain = { factor, steps: [identity(zeroOrMore)] };
    refuses(equal(zeroOrMore, zeroOrMore), domain([real('x')]), chain, /no point is found/);
  });

  test('integrands only where the integrals differ, too', () => {
    const range = [[num(-1), num(1)]] as const;
    const relation = integrands(integral(x, range, num(2)), integral(x, range, plus(2, x)));
    const chain = { factor: div(plus(2, x), 2), steps: [identity(num(2))] };
    refuses(relation, domain([real('x')]), chain, /need not give different integrals/);
  });
});

describe('integrands', () => {
  test('the domain must hold all over the range', () => {
    const range = [[num(-1), num(1)]] as const;
    const relation = integrands(integral(x, range, call('abs', x)), integral(x, range, x));
    refuses(relation, xPositive, [identity(x)], /the two are not the same/);
    const inside = integrands(integral(x, unit, call('abs', x)), integral(x, unit, x));
    expect(attempt(inside, xPositive, [identity(x)]).outcome).toBe('proved');
  });

  test('a name has one meaning in a product', () => {
    const captured = integrands(times(x, integral(x, unit, num(1))), integral(x, unit, x));
    expect(() => attempt(captured, xPositive, [])).toThrow(/bound in one factor/);
    const twice = times(integral(x, unit, x), integral(x, unit, x));
    expect(() => attempt(integrands(twice, twice), xPositive, [])).toThrow(/bound in one factor/);
  });

  test('limits that speak of other variables keep their order', () => {
    const first = integral(x, unit, integral(y, [[num(0), x]], num(1)));
    const second = integral(y, [[num(0), x]], integral(x, unit, num(1)));
    refuses(integrands(first, second), domain([real('y')]), [], /do not run over the same ranges/);
  });

  test('the members of a pair are exchanged only where the same is known of both', () => {
    const relation = integrands(pairSum(x, y, N, call('abs', x)), pairSum(x, y, N, y));
    const steps: readonly Step[] = [identity(x), { by: 'renaming', names: { x: y, y: x }, to: y }];
    refuses(relation, domain([positive('x'), real('y')]), steps, /say the same of both/);
  });
});

describe('other', () => {
  test('what is said to be much smaller is not negative', () => {
    const relation: Relation = { kind: 'muchSmaller', left: num(-1000), right: num(1) };
    refuses(relation, nothing, [{ by: 'sign', to: num(10001) }], /may be negative/);
  });

  test('hypotheses stay true as something goes to 0', () => {
    const small = { symbol: z.symbol, scale: num(1) };
    const relation: Relation = { kind: 'approaches', left: div(x, plus(x, z)), right: num(1), small };
    refuses(relation, domain([positive('z'), below('x', 'z')]), [{ by: 'limit', to: num(1) }], /stay true as z goes/);
  });

  test('it goes to 0 from above', () => {
    const small = { symbol: z.symbol, scale: num(-1) };
    const relation: Relation = { kind: 'approaches', left: num(-1), right: div(call('abs', z), z), small };
    refuses(relation, domain([positive('z')]), [{ by: 'limit', to: num(1) }], /scale is positive/);
  });

  test('a lemma is shown by a sign, whatever its type says', () => {
    const positiveOnly = sub(x, num(1));
    const lemma = { positive: positiveOnly, by: identity(positiveOnly) } as unknown as Lemma;
    const chain = { lemmas: [lemma], steps: [{ by: 'sign', to: positiveOnly } as Step] };
    refuses(less(num(0), positiveOnly), domain([oneOf('x', [rational(5)])]), chain, /shown by its sign/);
  });

  test('a fact is not the claim', () => {
    const chain = {
      facts: [{ left: num(0), is: '<', right: apply(f, x) } as const],
      steps: [{ by: 'sign', to: apply(f, x) } as Step],
    };
    refuses(less(num(0), apply(f, x)), xPositive, chain, /what is to be shown/);
  });

  test('a delta function is not evaluated at its own zero', () => {
    const hidden = integral(t, [[num(-1), num(1)]], times(delta(t), plus(delta(t), 1)));
    const to = plus(1, delta(num(0)));
    refuses(equal(hidden, to), nothing, [{ by: 'delta', variable: t, to }], /one delta function/);
  });
});
