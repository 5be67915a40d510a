import type { Claim, Part } from '../../src/claim/claim.ts';
import { domain, moderate } from '../../src/claim/domain.ts';
import { pureNumber } from '../../src/formula/dimension.ts';
import { type Expr, mul, pow, symbol } from '../../src/formula/expression.ts';
import type { Book, Row } from '../../src/ledger/book.ts';

/** Books of a few made-up claims: what the ledger makes of them, whatever the paper says. */
export const x = symbol('x', 'x', pureNumber);
export const y = symbol('y', 'y', pureNumber);
export const line = domain([moderate('x')]);

export const row = (id: string, from: readonly string[] = [], kind: Row['kind'] = 'derived'): Row => ({
  id,
  section: '1',
  kind,
  from,
  domain: '',
  says: `what ${id} says`,
});
export const claim = (id: string, of: Partial<Claim>): Claim => ({
  id,
  text: { status: 'clean' },
  role: 'number',
  domain: line,
  ...of,
});
export const equation = (right: Expr): NonNullable<Claim['printed']> => ({ left: y, is: '=', right });
export const part = (left: Expr, right: Expr, of: Partial<Part> = {}): Part => ({
  says: 'both sides agree',
  domain: line,
  relation: () => ({ kind: 'equal', left, right }),
  ...of,
});
export const bookOf = (rows: readonly Row[], ...claims: readonly Claim[]): Book => ({
  rows,
  claims: new Map(claims.map((one) => [one.id, one])),
  proofs: new Map(),
  quantity: () => x,
});

export const squared = pow(x, 2);
export const one = claim('one', { printed: equation(squared) });
export const two = claim('two', {
  printed: equation(mul(2, squared)),
  step: ({ one: of }) => mul(2, of as Expr<'x', 'scalar'>),
});
export const three = claim('three', {
  printed: equation(mul(6, squared)),
  step: ({ two: of }) => mul(3, of as Expr<'x', 'scalar'>),
});
export const chain = [row('one', [], 'definition'), row('two', ['one']), row('three', ['two'])];
/** Three claims, each right and following from the one before it. */
export const printed = bookOf(chain, one, two, three);
