import { describe, expect, test } from 'vitest';
import { hypothesesOf } from '../../src/claim/domain.ts';
import { book } from '../../src/cli/verify/book.ts';
import type { Proof } from '../../src/evidence/proof/chain.ts';
import type { Step } from '../../src/evidence/proof/step.ts';
import { add, call, div, num, pow, sub } from '../../src/formula/expression.ts';
import type { Fact } from '../../src/kernel/kernel.ts';
import { corrections } from '../../src/ledger/corrections.ts';
import { goalOf, proofsOf } from '../../src/ledger/proofs.ts';
import { random } from '../../src/number/random.ts';
import { chainTex, chainText, type Shown } from '../../src/report/chain.ts';
import { attempt, bothPositive, equal, goesTo, less, over, t, x, xPositive, y } from '../evidence/proof/made-up.ts';
import { unbalanced } from './balance.ts';

const facts: readonly Fact[] = [
  { left: num(0), is: '<', right: x },
  { left: x, is: '<=', right: y },
  { left: num(0), is: '<', right: x },
];
const show = (proof: Proof, of: readonly Fact[] = facts): Shown => ({
  id: 'eq0',
  says: 'what it says',
  facts: of,
  proof,
});

const third = div(pow(x, 3), 3);
const executed = attempt(equal(over(num(0), x, pow(t, 2)), third), xPositive, [
  { by: 'primitive', variable: t, primitive: div(pow(t, 3), 3), to: third, why: 'a power' } as Step,
]);

describe('as text', () => {
  test('what it is about, under what, and each step with its reason', () => {
    expect(chainText(show(executed)).split('\n')).toEqual([
      'eq0  what it says',
      '  made up: proved',
      '  given 0 < x, x <= y',
      '      integral[t = 0 .. x](t^2)',
      '    = x^3/3',
      '        by primitive: a power',
      expect.stringMatching(/^ {2}which is what is printed \(\d+ operations\)$/),
      '',
    ]);
  });

  test('what had to be shown, and what was shown first', () => {
    const lag = sub(x, call('atan', x));
    const slope = div(pow(x, 2), add(1, pow(x, 2)));
    const proof = attempt(equal(call('abs', lag), lag), xPositive, {
      lemmas: [{ positive: lag, by: { by: 'monotonic', variable: x, from: num(0), to: slope } }],
      steps: [{ by: 'identity', to: lag }],
    });
    const text = chainText(show(proof));
    expect(text).toContain('  first, x - atan(x) > 0:\n    its derivative x^2/(1 + x^2)\n');
    expect(text).toMatch(/^ {8}needs 1 \+ x'\^2 != 0/m);
  });

  test.each<[string, Proof, RegExp]>([
    [
      'a limit',
      attempt(goesTo(call('sin', x), x), xPositive, [{ by: 'limit', to: num(1) }]),
      /so that both agree in the limit/,
    ],
    ['a sign', attempt(less(num(0), x), xPositive, [{ by: 'sign', to: x }]), /so that it has the sign that is claimed/],
    [
      'a factor',
      attempt(equal(x, div(x, 2)), xPositive, { factor: num(1, 2), steps: [{ by: 'identity', to: x }] }),
      /made up: refuted\n.*so that printed = 1\/2 x right/s,
    ],
    [
      'an order of the error',
      attempt(goesTo(call('cos', x), num(1), 2), xPositive, [
        { by: 'limit', to: num(1), error: { order: 2, coefficient: num(1, 2) } },
      ]),
      /made up: refuted\n.*the error is of an order that the claim excludes/s,
    ],
  ])('ends with what follows from %s', (_, proof, ending) => {
    expect(chainText(show(proof))).toMatch(ending);
  });

  test('without hypotheses nothing is given', () => {
    expect(chainText(show(executed, []))).toContain('\n  given nothing\n');
    expect(chainTex(show(executed, []))).not.toContain('Given');
  });
});

describe('as LaTeX', () => {
  test('one align* with a row for each step', () => {
    const tex = chainTex(show(executed));
    expect(tex.split('\n')).toEqual([
      '% eq0: what it says; made up: proved',
      'Given $0 < x$, $x \\le y$:',
      '\\begin{align*}',
      '  & \\int_{0}^{x}dt\\,t^{2} && \\text{made up: proved}\\\\',
      '  &= \\frac{x^{3}}{3} && \\text{primitive: a power}\\\\',
      '  &  && \\text{which is what is printed}\\\\',
      '\\end{align*}',
      '',
    ]);
    expect(unbalanced(tex)).toEqual([]);
  });

  test('words keep their signs', () => {
    const proof = attempt(equal(x, add(x, 0)), bothPositive, [
      { by: 'identity', to: x, why: 'D_0 & 5% of {x}^2 #1 $' } as Step,
    ]);
    const tex = chainTex(show(proof));
    expect(tex).toContain('\\text{identity: D\\_0 \\& 5\\% of \\{x\\}\\^{}2 \\#1 \\$}');
    expect(unbalanced(tex)).toEqual([]);
  });
});

describe('every proof', () => {
  const shared = corrections(book);
  // One in three of them, drawn; all in the long run.
  const drawn = random(4, 'chains');
  const some = [...book.proofs.keys()].filter(() => drawn.below(3) === 0 || process.env.LONG_RUN);
  test.each(some)('%s is set without a brace or an environment left open', (id) => {
    for (const proof of proofsOf(book, shared, id)) {
      const { facts: of } = hypothesesOf(goalOf(book, shared, id, proof.about).domain);
      const shown: Shown = { id, says: id, facts: of, proof };
      expect(unbalanced(chainTex(shown))).toEqual([]);
      const text = chainText(shown);
      expect(text.match(/\n {8}by /g)?.length).toBe(proof.lemmas.length + proof.steps.length + proof.other.length);
      expect(text.split('(').length).toBe(text.split(')').length);
      expect(text).not.toMatch(/undefined|\[object/);
    }
  });
});
