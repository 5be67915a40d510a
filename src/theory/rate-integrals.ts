import { pureNumber } from '../formula/dimension.ts';
import {
  add,
  cases,
  div,
  type Expr,
  integral,
  mul,
  num,
  pow,
  type Stratum,
  sqrt,
  sub,
  symbol,
} from '../formula/expression.ts';
import { substitute } from '../formula/substitute.ts';
import { A2, D0, DD, omega0I } from '../formula/symbols.ts';
import { lowerLimit, W_SS_integral, W_Z_integral } from './rates.ts';

/**
 * W^Z and W^SS, s^-2, as integrals: two more routes beside the closed forms of rates.ts. A2 in (rad/s)^2, DD, D0,
 * omega0I > 0 in rad/s.
 */
type Parameters = 'A2' | 'DD' | 'D0' | 'omega0I';
type Rate = Expr<Parameters>;

/** Over Delta, as in Eqs. (64) and (66): the range ends in a branch point at Delta = omega0I. */
export const W_Z_overDelta = substitute(W_Z_integral, { Delta0: lowerLimit }) as Rate;
export const W_SS_overDelta = substitute(W_SS_integral, { Delta0: lowerLimit }) as Rate;

/**
 * tan(t/2) with sin t = sqrt(omega0I^2 - Delta^2)/omega0I, where 0 <= t <= asin(D0/omega0I) or pi/2. With
 * q = 1 + u^2: sin t = 2 u/q, cos t = (1 - u^2)/q and dt = 2 du/q, so that nothing but a rational function is left,
 *   W^Z:  2 A2 w integral of 8 u^2 (1 - u^2)^2/(q^3 (4 u^2 + w^2 q^2)),
 *   W^SS: 2 A2 w integral of 32 u^4/(q^3 (4 u^2 + w^2 q^2)),    w = DD/omega0I,
 * with poles at +-i and, for small w, near +-i w/2.
 */
const u = symbol('u', 'u', pureNumber, 'real');
const [square, q] = [pow(u, 2), add(1, pow(u, 2))];
/** omega0I^2 times the denominators above, written so that little is left to do for each u. */
const under = mul(mul(pow(q, 2), q), add(mul(pow(mul(2, omega0I), 2), square), mul(pow(DD, 2), pow(q, 2))));

const x = div(D0, omega0I);
/** u at the cut-off: x/(1 + sqrt(1 - x^2)), which is 1 where the cut-off is no longer felt. */
export const largestTangent: Expr<'D0' | 'omega0I', 'scalar'> = cases<'D0' | 'omega0I', 'scalar'>(
  { left: D0, right: omega0I },
  div(x, add(1, sqrt(mul(sub(1, x), add(1, x))))),
  1,
);

const overTangent = (factor: Expr<'u', 'scalar'>): Rate =>
  mul<Parameters, Stratum>(
    16,
    A2,
    DD,
    omega0I,
    integral(u, [[num(0), largestTangent]], div<Parameters | 'u', 'scalar'>(factor, under)),
  );

/** Over u = tan(t/2). */
export const W_Z_overTangent = overTangent(mul(square, pow(sub(1, square), 2)));
export const W_SS_overTangent = overTangent(mul(4, pow(square, 2)));
