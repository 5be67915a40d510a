import { constant } from '../../spec/section-4/distributions.ts';
import type { Binders } from '../../spec/section-4/notation.ts';
import type { Step } from '../../src/evidence/proof/step.ts';
import { add, call, div, type Expr, integral, mul, num, pi, pow, sub } from '../../src/formula/expression.ts';
import { nS, phi, r0, theta } from '../../src/formula/symbols.ts';

const cosine = call('cos', theta);

/** (1 - 3 c^2)^n in powers of c: the coefficient of c^(2k). */
const coefficients = (n: number): readonly number[] =>
  Array.from({ length: n }).reduce<readonly number[]>(
    (row) => [...row, 0].map((value, k) => value - 3 * (row[k - 1] ?? 0)),
    [1],
  );

/** The n-th power of the angular factor of (A.1) over the polar angle, with a primitive of it. */
export const overSphere = (n: number): Expr =>
  integral(theta, [[num(0), pi]], mul(call('sin', theta), pow(sub(1, mul(3, pow(cosine, 2))), n)));
export const primitiveOverSphere = (n: number): Expr =>
  add(...coefficients(n).map((value, k) => mul(num(-value, 2 * k + 1), pow(cosine, 2 * k + 1))));
/** Its mean over all directions, half of that integral. */
export const means: Readonly<Record<number, Expr>> = { 2: num(4, 5), 3: num(-16, 35), 4: num(48, 35) };

/** The integral over theta times 2 pi n_S (K/2)^n and the integral of r^(2 - 3n) from r0. */
export const moment = (n: number, overAngle: Expr): Expr =>
  mul<string, Binders>(mul(2, pi, nS, pow(div(constant, 2), n), div(1, mul(3 * n - 3, pow(r0, 3 * n - 3)))), overAngle);

/** The sum over the partners outside r0 of the n-th power of the coupling, `as` it is written in other units. */
export const overPartners = (n: number, as: (formula: Expr) => Expr = (formula) => formula): readonly Step[] => [
  { by: 'primitive', variable: phi, primitive: phi, to: as(moment(n, overSphere(n))) },
  {
    by: 'primitive',
    variable: theta,
    primitive: primitiveOverSphere(n),
    to: as(moment(n, mul(2, means[n] as Expr))),
  },
];
