import type { Binders } from '../../spec/section-4/notation.ts';
import type { Step } from '../../src/evidence/proof/step.ts';
import { angularFrequency } from '../../src/formula/dimension.ts';
import { add, delta, type Expr, integral, mul, neg, pow, sqrt, sub, symbol } from '../../src/formula/expression.ts';
import { D, Delta, omega0I } from '../../src/formula/symbols.ts';

/** By how much a pair misses the nuclear frequency: the argument of the delta function of (34). */
export const y = symbol('y', 'y', angularFrequency, 'real');

/** sqrt(Delta^2 + D^2) for a pair that misses by y, and its coupling. */
export const splitting = sub(omega0I, y);
export const couplingAt = sqrt(sub(pow(splitting, 2), pow(Delta, 2)));

/** What a pair of the greatest coupling misses by, and one without coupling. */
const missedBy = (coupling: Expr): Expr => sub(omega0I, sqrt(add(pow(Delta, 2), pow(coupling, 2))));
const withoutCoupling = sub(omega0I, Delta);

/** y in place of D, for D of one or both signs up to a greatest coupling: |dD/dy| = (omega0I - y)/|D|. */
export const overMismatch = (greatest: Expr, signs: readonly (1 | -1)[], to: Expr): Step => ({
  by: 'substitution',
  variable: D,
  into: y,
  pieces: signs.map((sign) => {
    const [outside, inside] = [missedBy(greatest), withoutCoupling];
    return sign < 0
      ? { at: neg(couplingAt), from: outside, to: inside }
      : { at: couplingAt, from: inside, to: outside };
  }),
  why: 'what a pair misses the nuclear frequency by, in place of its coupling',
  to,
});

/** The integral over y that one sign of D leads to. */
export const overY = (greatest: Expr, body: Expr): Expr =>
  integral(y, [[missedBy(greatest), withoutCoupling]], mul<string, Binders>(body, delta(y)));
