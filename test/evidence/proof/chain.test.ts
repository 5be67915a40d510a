import { describe, expect, test } from 'vitest';
import { domain, oneOf, positive, real } from '../../../src/claim/domain.ts';
import type { Relation } from '../../../src/claim/relation.ts';
import type { Chain, Lemma, Step } from '../../../src/evidence/proof/step.ts';
import { add, apply, call, cases, div, type Expr, mul, neg, num, pow, sub } from '../../../src/formula/expression.ts';
import { Unsatisfied } from '../../../src/kernel/kernel.ts';
import { latex } from '../../../src/meaning/latex.ts';
import { rational } from '../../../src/number/rational.ts';
import { attempt, bothPositive, equal, f, goesTo, less, over, proves, refuses, t, x, xPositive, y } from './made-up.ts';

const [zero, one] = [num(0), num(1)];
const identity = (to: Expr): Step => ({ by: 'identity', to });
const sign = (to: Expr): Step => ({ by: 'sign', to });
const square = pow(add(x, y), 2);
const written = add(pow(x, 2), mul(2, x, y), pow(y, 2));

describe('a chain from end to end', () => {
  test('each step with what it came from, its reason, and what had to be shown', () => {
    const divided = div(square, add(x, y));
    const proof = attempt(equal(divided, add(x, y)), bothPositive, [
      { ...identity(div(written, add(x, y))), why: 'multiplied out' } as Step,
      identity(add(x, y)),
    ]);
    expect(proof.steps.map(({ by, why }) => [by, why])).toEqual([
      ['identity', 'multiplied out'],
      ['identity', 'the same, by the normal form'],
    ]);
    expect(proof.steps[1]?.from).toBe(proof.steps[0]?.to);
    expect(proof.steps[0]?.conditions.map(({ formula, is }) => `${latex(formula)} ${is}`)).toEqual(['x+y != 0']);
    expect(proof.operations).toBeGreaterThan(0);
    expect(attempt(equal(square, written), bothPositive, []).operations).toBe(
      attempt(equal(square, written), bothPositive, []).operations,
    );
  });

  test('both sides brought to the same form', () => {
    proves(equal(square, written), bothPositive, { steps: [identity(written)], other: [identity(square)] });
    proves(equal(square, written), bothPositive, { steps: ({ end }) => [identity(end)], other: [] });
    refuses(
      equal(square, mul(2, square)),
      bothPositive,
      { steps: [identity(written)], other: [identity(mul(2, written))] },
      /^the end of the chain: the chain does not end at the printed formula; what remains is -/,
    );
  });

  test('a limit or a sign stands at the end, and where it belongs', () => {
    refuses(
      goesTo(x, x),
      xPositive,
      [{ by: 'limit', to: one }, identity(one)],
      'step 1 (limit): a step by limit stands',
    );
    refuses(less(zero, x), xPositive, [sign(x), identity(x)], 'step 1 (sign): a step by sign stands at the end');
    refuses(less(zero, x), xPositive, [identity(x)], 'the end of the chain: expected a step that shows the sign');
    refuses(less(zero, x), xPositive, [], 'expected a step that shows the sign');
    refuses(equal(x, x), xPositive, [sign(x)], 'step 1 (sign): no sign is to be shown here');
    // The derivative would take the place of the function.
    const rising: Step = { by: 'monotonic', variable: x, from: zero, to: mul(2, x) };
    refuses(equal(pow(x, 2), mul(2, x)), xPositive, [rising], 'no sign is to be shown here');
  });

  test('what the kernel refuses anywhere is a step that is not shown', () => {
    refuses(equal(call('log', y), x), domain([real('y'), positive('x')]), [], 'the end of the chain: expected y to be');
    const at = cases<string, 'scalar'>({ left: y, right: zero }, 1, 2);
    const step = { by: 'substitution', variable: t, into: y, pieces: [{ at, from: zero, to: one }], to: x } as const;
    refuses(
      equal(over(zero, one, t), x),
      xPositive,
      [step],
      'step 1 (substitution): the derivative of "cases" is not known',
    );
  });

  test('a relation that no chain proves', () => {
    const same: Relation = { kind: 'sameDimension', left: x, right: x };
    refuses(same, xPositive, [], 'a relation of kind sameDimension has no proof');
  });
});

describe('lemmas', () => {
  const positiveSum: Lemma = { positive: add(x, y), by: sign(add(x, y)) as Lemma['by'] };
  // x - atan x is positive where x is: it rises from 0.
  const lag: Expr = sub(x, call('atan', x));
  const positiveLag: Lemma = {
    positive: lag,
    by: { by: 'monotonic', variable: x, from: zero, to: div(pow(x, 2), add(1, pow(x, 2))) },
  };
  const goal = equal(call('abs', lag), lag);

  test('shown first, and then used', () => {
    refuses(goal, xPositive, [identity(lag)], 'step 1 (identity)');
    const proof = attempt(goal, xPositive, { lemmas: [positiveLag], steps: [identity(lag)] });
    expect(proof.lemmas.map(({ by, from }) => [by, latex(from)])).toEqual([['monotonic', latex(lag)]]);
  });

  test('each may use those before it, none those behind it', () => {
    const inverse: Lemma = { positive: div(1, lag), by: sign(div(1, lag)) as Lemma['by'] };
    const steps = [identity(lag)];
    expect(attempt(goal, xPositive, { lemmas: [positiveLag, inverse], steps }).lemmas.length).toBe(2);
    refuses(goal, xPositive, { lemmas: [inverse, positiveLag], steps }, /step 1 of the lemmas \(sign\): .*not to be 0/);
  });

  test('that are not shown', () => {
    const wrong: Lemma = { positive: sub(x, y), by: sign(sub(x, y)) as Lemma['by'] };
    refuses(equal(x, x), bothPositive, { lemmas: [wrong], steps: [] }, 'step 1 of the lemmas (sign): the sign');
    const other = { ...positiveSum, positive: sub(x, y) };
    refuses(equal(x, x), bothPositive, { lemmas: [other], steps: [] }, 'of the lemmas (sign): the other form');
    const touching: Lemma = { positive: pow(sub(x, y), 2), by: sign(pow(sub(x, y), 2)) as Lemma['by'] };
    refuses(equal(x, x), bothPositive, { lemmas: [touching], steps: [] }, 'the sign does not follow');
  });
});

describe('facts about functions left open', () => {
  const [value, divided] = [apply(f, x), div(apply(f, x), apply(f, x))];
  const isPositive = { left: zero, is: '<', right: value } as const;

  test('are needed where such a function is divided by', () => {
    refuses(equal(divided, one), xPositive, [identity(one)], 'not to be 0');
    proves(equal(divided, one), xPositive, { facts: [isPositive], steps: [identity(one)] });
  });

  test('must not narrow the domain', () => {
    for (const fact of [
      { left: x, is: '<', right: num(2) },
      { left: x, is: '<', right: value },
    ] as const)
      refuses(
        less(x, num(2)),
        xPositive,
        { facts: [fact], steps: [sign(sub(2, x))] },
        'hold a function left open against',
      );
  });

  test('must not exclude each other', () => {
    const never = { left: value, is: '<', right: zero } as const;
    const chain = { facts: [isPositive, never], steps: [identity(one)] };
    expect(() => attempt(equal(divided, one), xPositive, chain)).toThrow(Unsatisfied);
  });
});

describe('refutations', () => {
  const off = (factor: Expr, to: Expr = pow(x, 2)): Omit<Chain, 'about'> => ({ factor, steps: [identity(to)] });

  test('printed = factor x right', () => {
    const proof = attempt(equal(mul(x, x), mul(3, pow(x, 2))), xPositive, off(num(3)));
    expect([proof.outcome, latex(proof.factor as Expr)]).toEqual(['refuted', '3']);
    expect(attempt(equal(mul(x, x), mul(y, x)), bothPositive, off(div(y, x))).outcome).toBe('refuted');
    expect(
      attempt(goesTo(call('sin', x), mul(2, x)), xPositive, { factor: num(2), steps: [{ by: 'limit', to: num(2) }] })
        .outcome,
    ).toBe('refuted');
  });

  test('by another factor, what remains', () => {
    refuses(equal(mul(x, x), mul(3, pow(x, 2))), xPositive, off(num(2)), /^the end .* what remains is -x\^\{2\}$/);
  });

  test('by a factor of 1, however it is written', () => {
    for (const factor of [one, sub(num(3, 2), num(1, 2)), add(pow(call('sin', x), 2), pow(call('cos', x), 2))])
      refuses(
        equal(mul(x, x), pow(x, 2)),
        xPositive,
        off(factor),
        'no point is found at which the factor makes a difference',
      );
    refuses(
      goesTo(call('sin', x), x),
      xPositive,
      { factor: one, steps: [{ by: 'limit', to: one }] },
      'makes a difference',
    );
  });

  test('of 0 = 0, which any factor fits', () => {
    refuses(
      equal(sub(x, x), zero),
      xPositive,
      { factor: num(2), steps: [] },
      'no point is found at which the factor makes a difference',
    );
  });

  test('of an order there is none by a factor', () => {
    refuses(less(zero, x), xPositive, { factor: num(2), steps: [sign(x)] }, 'expected no factor of an order');
  });

  test('at values that a point of the domain has', () => {
    const signs = domain([positive('x'), oneOf('y', [rational(1), rational(-1)])]);
    const goal = equal(mul(x, y), x);
    const chain = (value: number): Omit<Chain, 'about'> => ({
      at: { y: num(value) },
      factor: num(-1),
      steps: [identity(neg(x))],
    });
    expect(attempt(goal, signs, chain(-1)).outcome).toBe('refuted');
    refuses(goal, signs, chain(2), 'no point of the domain has the values');
    refuses(goal, signs, chain(1), 'step 1 (identity)');
    refuses(goal, signs, { at: { y: num(1) }, steps: [identity(x)] }, 'only a refutation may choose where it fails');
  });
});
