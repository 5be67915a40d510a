import { expect } from 'vitest';
import { type Domain, domain, positive } from '../../../src/claim/domain.ts';
import type { Relation } from '../../../src/claim/relation.ts';
import { type Proof, prove } from '../../../src/evidence/proof/chain.ts';
import type { Chain, Step } from '../../../src/evidence/proof/step.ts';
import { BrokenChain } from '../../../src/evidence/proof/walk.ts';
import { pureNumber } from '../../../src/formula/dimension.ts';
import {
  add,
  type Expr,
  integral,
  mul,
  num,
  pow,
  type SymbolExpr,
  symbol,
  type Unknown,
} from '../../../src/formula/expression.ts';

/** Small goals that have nothing to do with the paper. */
export const x = symbol('x', 'x', pureNumber, 'real');
export const y = symbol('y', 'y', pureNumber, 'real');
export const z = symbol('z', 'z', pureNumber, 'real');
export const t = symbol('t', 't', pureNumber, 'real');
export const u = symbol('u', 'u', pureNumber, 'real');
/** A function left open. */
export const f: Unknown = {
  name: 'f',
  tex: 'f',
  dimension: pureNumber,
  parameters: [pureNumber],
  sign: 'real',
};

export const nothing = domain([]);
export const xPositive = domain([positive('x')]);
export const bothPositive = domain([positive('x'), positive('y')]);

export type Any = 'scalar' | 'binder';
export const times = (...factors: (Expr | number)[]): Expr => mul<string, Any>(...factors);
export const plus = (...terms: (Expr | number)[]): Expr => add<string, Any>(...terms);
/** The integral over t, unless another variable is named. */
export const over = (from: Expr, to: Expr, body: Expr, variable: SymbolExpr = t): Expr =>
  integral(variable, [[from, to]], body);

export const equal = (left: Expr, right: Expr): Relation => ({ kind: 'equal', left, right });
export const less = (left: Expr, right: Expr): Relation => ({ kind: 'ordered', left, is: '<', right });
export const atMost = (left: Expr, right: Expr): Relation => ({ kind: 'ordered', left, is: '<=', right });
/** right/left goes to 1 as x does to 0. */
export const goesTo = (left: Expr, right: Expr, beyond?: number): Relation => ({
  kind: 'approaches',
  left,
  right,
  small: { symbol: x.symbol, scale: num(1) },
  ...(beyond === undefined ? {} : { beyond }),
});

/** What the premise is that made-up claims follow from, and another claim that they do not follow from. */
const premise = (id: string): Expr => {
  if (id === 'squared') return pow(x, 2);
  if (id === 'product') return mul(x, y);
  throw new BrokenChain(`the claim does not follow from ${id}`);
};

type Given = Omit<Chain, 'about'> | readonly Step[];
const chainOf = (of: Given): Chain => ({ about: 'made up', ...('steps' in of ? of : { steps: of }) });

export const attempt = (relation: Relation, of: Domain, chain: Given): Proof =>
  prove(chainOf(chain), { relation, domain: of, premise });

export const proves = (relation: Relation, of: Domain, chain: Given): void => {
  expect(attempt(relation, of, chain).outcome).toBe('proved');
};

/** That the chain is refused, and how. */
export const refuses = (relation: Relation, of: Domain, chain: Given, says: string | RegExp): void => {
  expect(() => attempt(relation, of, chain)).toThrow(BrokenChain);
  expect(() => attempt(relation, of, chain)).toThrow(says);
};
