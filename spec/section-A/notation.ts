import {
  add,
  call,
  div,
  type Expr,
  infinity,
  mul,
  neg,
  num,
  pi,
  pow,
  sqrt,
  sub,
} from '../../src/formula/expression.ts';
import { substitute } from '../../src/formula/substitute.ts';
import { D, D0, gammaS, hbar, mu0, theta } from '../../src/formula/symbols.ts';

export type Binders = 'scalar' | 'binder';

export const prefactor = div(mu0, mul(4, pi));

export const angular = sub(1, mul(3, pow(call('cos', theta), 2)));

export const line = [[neg(infinity), infinity]] as const;

/** Both gyromagnetic ratios replaced by their mean, as (A.2) is meant. */
export const equalSpins = (formula: Expr): Expr => substitute(formula, { gammaI: gammaS, gammaJ: gammaS });

export const lorentzianOf = (width: Expr): Expr => div(width, mul(pi, add(pow(D, 2), pow(width, 2))));

export const secondMoment = (width: Expr): Expr =>
  mul(div(2, pi), pow(width, 2), sub(div(D0, width), call('atan', div(D0, width))));

export const K2 = pow(mul(prefactor, hbar, pow(gammaS, 2)), 2);

/** 4 pi^2 sqrt 5/30, the "2" behind pi read as its exponent. */
export const coefficient = div(mul(4, pow(pi, 2), sqrt(num(5))), 30);

export const otherCoefficient = div(mul(4, pi, 2, sqrt(num(5))), 30);

export const exponentReadings = [
  { says: 'the "2" behind pi is its exponent (adopted)' },
  { says: 'the "2" behind pi is a factor' },
];
