import { describe, expect, test } from 'vitest';
import { eq51, eq60 } from '../../spec/section-5/flows.ts';
import { eq63 } from '../../spec/section-6/flows.ts';
import { pairs, product, statesI, zeemanDifference } from '../../spec/section-8/notation.ts';
import type { Claim } from '../../src/claim/claim.ts';
import { add, call, type Expr, mul, neg, num, sub } from '../../src/formula/expression.ts';
import { betaI, betaSS, Delta, omega0I, rhoIminus, rhoIplus } from '../../src/formula/symbols.ts';
import { checksOf } from '../../src/ledger/checks.ts';

const of = (right: Expr, left?: Expr): Claim => ({
  id: 'made up',
  text: { status: 'clean' },
  role: 'number',
  domain: pairs('betaI', 'betaSS', 'sign', 'statesI'),
  printed: { ...(left ? { left } : {}), is: '=', right },
});
const check = (name: string, claim: Claim): string | undefined =>
  checksOf(claim, [], { points: 40, seed: 1, label: 'made up' })[name];

const withExponent = (...terms: readonly Expr[]): Claim => of(product(add<string, 'scalar' | 'binder'>(...terms)));
const nuclear = mul(omega0I, sub(betaSS, betaI));

describe('explicit populations', () => {
  test('balance at one temperature when all terms are there', () => {
    const difference = neg(mul(Delta, betaSS));
    expect(check('equilibrium', withExponent(zeemanDifference, difference, nuclear))).toBe('passed');
    expect(check('equilibrium', withExponent(zeemanDifference, nuclear))).toMatch(/^failed/);
  });

  test('do not change with the names of the electrons when Delta enters by its square alone', () => {
    const even = mul(Delta, Delta, betaSS, betaI);
    expect(check('exchange', withExponent(nuclear, even))).toBe('passed');
    expect(check('exchange', withExponent(nuclear, mul(Delta, betaSS)))).toMatch(/^failed/);
  });
});

test('a condition between two expressions may change sign on both sides', () => {
  expect(check('exchange', of(mul(Delta, betaSS), zeemanDifference))).toBe('passed');
  expect(check('exchange', of(mul(call('abs', Delta), betaSS), zeemanDifference))).toMatch(/^failed/);
});

test('nuclear populations alone have no equilibrium with electrons to be checked', () => {
  expect(check('equilibrium', of(sub(rhoIplus, rhoIminus)))).toMatch(/^not applicable/);
  expect(check('equilibrium', of(mul(num(2), statesI)))).toMatch(/^not applicable/);
});

describe('the entropy', () => {
  const flows = [eq51, eq60, eq63].map((claim) => [claim.id, claim] as const);
  test.each(flows)('rises with the flow %s, and falls with its reverse', (_, claim) => {
    const { printed } = claim;
    if (!printed) throw new TypeError('expected a printed flow');
    expect(check('entropy', claim)).toBe('passed');
    const reversed = mul<string, 'scalar' | 'binder'>(-1, printed.right);
    expect(check('entropy', { ...claim, printed: { ...printed, right: reversed } })).toMatch(/^failed/);
    expect(check('entropy', { ...claim, into: claim.into === 'nuclei' ? 'electrons' : 'nuclei' })).toMatch(/^failed/);
  });

  test('is asked of whole flows alone', () => {
    expect(check('entropy', of(num(1)))).toBe('not applicable: not a flow of energy');
    const { into: _, ...part } = eq60;
    expect(check('entropy', part)).toMatch(/^not applicable/);
  });
});
