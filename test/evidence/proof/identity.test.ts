import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { below, domain, moderate, oneOf, positive, real } from '../../../src/claim/domain.ts';
import type { Relation } from '../../../src/claim/relation.ts';
import { BrokenChain } from '../../../src/evidence/proof/walk.ts';
import { pureNumber } from '../../../src/formula/dimension.ts';
import {
  add,
  apply,
  call,
  div,
  type Expr,
  mul,
  neg,
  num,
  pairSum,
  pow,
  sqrt,
  sub,
  symbol,
} from '../../../src/formula/expression.ts';
import { mutants } from '../../../src/formula/mutate.ts';
import { couplingOf, i, j, NS } from '../../../src/formula/symbols.ts';
import { Unsatisfied } from '../../../src/kernel/kernel.ts';
import { rational } from '../../../src/number/rational.ts';
import { at, digits, type Scalar, trees, valueAt } from '../../formula/trees.ts';
import {
  attempt,
  bothPositive,
  equal,
  f,
  goesTo,
  nothing,
  proves,
  refuses,
  times,
  x,
  xPositive,
  y,
} from './made-up.ts';

const square = pow(add(x, y), 2);
const written = add(pow(x, 2), mul(2, x, y), pow(y, 2));

describe('identity', () => {
  test('the same in another form', () => {
    proves(equal(square, written), bothPositive, [{ by: 'identity', to: written }]);
    proves(equal(sqrt(pow(x, 2)), x), xPositive, [{ by: 'identity', to: x }]);
    proves(equal(call('tanh', x), sub(1, div(2, add(call('exp', mul(2, x)), 1)))), xPositive, []);
  });

  test('something else: which step, and what remains', () => {
    const lacks = add(pow(x, 2), mul(x, y), pow(y, 2));
    refuses(
      equal(square, lacks),
      bothPositive,
      [
        { by: 'identity', to: written },
        { by: 'identity', to: lacks },
      ],
      'step 2 (identity): the two are not the same; what remains is x\\,y',
    );
    refuses(equal(square, lacks), bothPositive, [], /^the end of the chain: .* what remains is x\\,y$/);
    refuses(
      equal(x, x),
      xPositive,
      { steps: [], other: [{ by: 'identity', to: mul(3, x) }] },
      'step 1 of the other side (identity): the two are not the same; what remains is -2\\,x',
    );
  });

  test('what holds for one sign only needs the hypothesis', () => {
    refuses(equal(sqrt(pow(x, 2)), x), domain([real('x')]), [{ by: 'identity', to: x }], 'step 1 (identity)');
    refuses(equal(div(x, x), num(1)), nothing, [{ by: 'identity', to: num(1) }], 'not to be 0');
    refuses(equal(pow(sqrt(x), 2), x), domain([real('x')]), [{ by: 'identity', to: x }], 'to be at least 0');
  });

  test('a function left open is known by its arguments', () => {
    const [sum, turned] = [apply(f, add(x, y)), apply(f, add(y, x))];
    proves(equal(sum, turned), bothPositive, [{ by: 'identity', to: turned }]);
    refuses(equal(sum, apply(f, x)), bothPositive, [{ by: 'identity', to: apply(f, x) }], 'step 1');
  });

  test('whatever is accepted has the same value, and no change that makes a difference is accepted', () => {
    let [accepted, changed] = [0, 0];
    const point = { x: '3/7', y: '5/2', z: '11/3' };
    const of = domain(['x', 'y', 'z'].map((name) => positive(name)));
    const isTaken = (before: Expr, to: Expr): boolean => {
      try {
        attempt(equal(before, to), of, [{ by: 'identity', to }]);
        return true;
      } catch (error) {
        if (error instanceof BrokenChain) return false;
        throw error;
      }
    };
    fc.assert(
      fc.property(trees(2), fc.nat(), (formula: Scalar, seed) => {
        const others = mutants(formula);
        const mutant = others[seed % others.length]?.formula as Expr;
        const [a, b] = [formula, mutant].map((of) => valueAt(of, at(point)));
        if (isTaken(formula, formula)) accepted++;
        if (!a || !b) return;
        const differ = !digits.overlap(a, b);
        if (differ) changed++;
        if (isTaken(formula, mutant)) expect(differ).toBe(false);
      }),
      { seed: 7, numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(100);
    expect(changed).toBeGreaterThan(100);
  });
});

describe('premise', () => {
  const asPrinted = { by: 'premise', id: 'squared', to: pow(x, 2) } as const;
  const twice = mul(2, pow(x, 2));

  test('what it says, with symbols given by other claims', () => {
    proves(equal(pow(x, 2), mul(x, x)), xPositive, [asPrinted]);
    const given = { by: 'premise', id: 'product', given: { y: 'squared' }, to: pow(x, 3) } as const;
    proves(equal(pow(x, 3), mul(x, pow(x, 2))), xPositive, [given]);
    const { given: _, ...without } = given;
    refuses(equal(pow(x, 3), pow(x, 3)), bothPositive, [without], /product says something else; what remains is /);
  });

  test('of something else, or of a claim that it does not follow from', () => {
    refuses(equal(twice, twice), xPositive, [{ ...asPrinted, to: twice }], 'step 1 (premise): squared says something');
    refuses(equal(x, x), xPositive, [{ by: 'premise', id: 'elsewhere', to: x }], 'does not follow from elsewhere');
  });

  test('stands first, on the side of what follows, and the chain comes by what is to be shown', () => {
    refuses(equal(pow(x, 2), pow(x, 2)), xPositive, [{ by: 'identity', to: pow(x, 2) }, asPrinted], 'step 2 (premise)');
    refuses(equal(pow(x, 2), mul(5, x)), xPositive, { steps: [], other: [asPrinted] }, 'a premise stands at the');
    refuses(equal(twice, pow(x, 2)), xPositive, [asPrinted], 'does not come by what follows from the premises');
    const order: Relation = { kind: 'ordered', left: num(2), is: '<', right: num(1) };
    refuses(order, xPositive, [asPrinted, { by: 'sign', to: pow(x, 2) }], 'does not come by what follows');
    // That the limit is 1 does not make the start, which is 1, a part of the chain.
    refuses(goesTo(num(1), pow(x, 2)), xPositive, [asPrinted, { by: 'limit', to: num(1) }], 'does not come by what');
  });
});

describe('renaming', () => {
  const sum = (body: Expr): Expr => pairSum(i, j, NS, body);
  const [there, back] = [apply(couplingOf, i, j), apply(couplingOf, j, i)];
  const spins = domain(['i', 'j', 'NS', 'x'].map((name) => positive(name)));
  const relation: Relation = { kind: 'integrands', left: times(x, sum(there)), right: sum(times(x, back)) };

  test('the two members of a sum over pairs may be exchanged, nothing else may', () => {
    proves(relation, spins, [{ by: 'renaming', names: { i: j, j: i }, to: times(x, back) }]);
    for (const names of [{}, { i: j }, { i: j, j }, { x: y, y: x }, { i: j, j: mul(2, i) }])
      refuses(relation, spins, [{ by: 'renaming', names, to: times(x, back) }], 'expected the two members of a sum');
    refuses(relation, spins, [{ by: 'renaming', names: { i: j, j: i }, to: back }], 'renamed it is something else');
    refuses(equal(x, y), bothPositive, [{ by: 'renaming', names: { x: y, y: x }, to: y }], 'step 1 (renaming)');
  });

  test('the two sides of integrands must run over the same ranges', () => {
    refuses({ ...relation, right: times(x, back) }, spins, [], 'do not run over the same ranges');
  });
});

describe('cases', () => {
  const [s, w] = [symbol('s', 's', pureNumber, 'real'), x];
  const signs = domain([positive('x'), oneOf('s', [rational(1), rational(-1)])]);
  const size: Expr = { kind: 'cases', left: s, right: num(0), below: neg(mul(s, w)), otherwise: mul(s, w) };
  const step = {
    by: 'cases',
    left: s,
    right: num(0),
    below: { by: 'identity', to: neg(mul(s, w)) },
    otherwise: { by: 'identity', to: mul(s, w) },
    to: size,
  } as const;
  const goal = equal(call('abs', mul(s, w)), size);

  test('in each its own step', () => {
    proves(goal, signs, [step]);
    const wrong = { ...step, below: step.otherwise, to: { ...size, below: mul(s, w) } } as const;
    refuses(equal(call('abs', mul(s, w)), wrong.to), signs, [wrong], 'step 1 (cases)');
    refuses(goal, signs, [{ ...step, to: mul(s, w) }], 'expected the formula of each case where it arrives');
  });

  test('a case that no point shows to occur', () => {
    refuses(
      equal(x, { kind: 'cases', left: x, right: num(-1), below: y, otherwise: x }),
      xPositive,
      [
        {
          by: 'cases',
          left: x,
          right: num(-1),
          below: { by: 'identity', to: y },
          otherwise: { by: 'identity', to: x },
          to: { kind: 'cases', left: x, right: num(-1), below: y, otherwise: x },
        },
      ],
      'no point of the domain shows that x < -1 occurs',
    );
  });

  test('a limit, a premise or a sign in one of them only', () => {
    for (const below_ of [
      { by: 'limit', to: neg(mul(s, w)) },
      { by: 'premise', id: 'squared', to: neg(mul(s, w)) },
      { by: 'sign', to: neg(mul(s, w)) },
    ] as const)
      refuses(goal, signs, [{ ...step, below: below_ }], 'expected two steps that arrive at a formula');
  });
});

test('hypotheses that no point meets are an error, not a proof', () => {
  for (const of of [
    domain([positive('x')], [{ left: x, is: '<', right: num(0) }]),
    domain([positive('x'), below('y', 'x')], [{ left: x, is: '<', right: y }]),
    domain([moderate('x')], [{ left: add(pow(x, 2), 1), is: '<=', right: x }]),
  ])
    expect(() => attempt(equal(square, written), of, [{ by: 'identity', to: written }])).toThrow(Unsatisfied);
});
