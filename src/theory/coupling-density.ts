import { add, call, cases, div, type Expr, integral, mul, num, pi, pow, sqrt, sub } from '../formula/expression.ts';
import { D, D0, DD, gammaS, hbar, mu0, nS, r, r0, theta } from '../formula/symbols.ts';

/**
 * Dipolar couplings of electron spins placed at random outside a smallest distance r0.
 * All couplings in rad/s, concentrations in m^-3, lengths in m.
 */

/** Dipolar constant mu0 hbar gamma^2/(4 pi), rad m^3/s: a pair at distance r and angle t has D+- = K (1 - 3 cos^2 t)/(2 r^3). */
export const dipolarConstant = div(mul(mu0, hbar, pow(gammaS, 2)), mul(4, pi));

/**
 * Coupling of two spins at distance r and polar angle theta, rad/s; its angular factor lies between -2 and 1. The sign
 * is that of (A.1); the flip-flop coupling of two dipoles, dipolarFlipFlop of pair.ts, has the other. All rates hold its
 * square, and the densities below are those of this sign.
 */
export const pairCoupling = div(mul(dipolarConstant, sub(1, mul(3, pow(call('cos', theta), 2)))), mul(2, pow(r, 3)));

/** Largest |D+-|, reached along the field at r0: K/r0^3, rad/s. Defined in Eq. (A.6). */
export const largestCoupling = mul(dipolarConstant, pow(r0, -3));

/** Sum of squared couplings per spin, (rad/s)^2, to first order in nS r0^3: the mean of (1 - 3 cos^2)^2 is 4/5. Eq. (A.5). */
export const dipolarSecondMoment = mul(num(4, 5), pi, num(1, 3), nS, pow(dipolarConstant, 2), pow(r0, -3));

/** Half width of the Lorentzian whose second moment, cut off at D0, is the dipolar one for DD << D0, rad/s. Eq. (A.8). */
export const lorentzianWidth = mul(num(2, 15), pow(pi, 2), nS, dipolarConstant);

/** The cut-off Lorentzian, s; domain |D| <= D0. It is a model: see dipolarDensity for the density itself. Eq. (32). */
export const lorentzianDensity = mul(pow(pi, -1), DD, pow(add(pow(DD, 2), pow(D, 2)), -1));

/** Its integral over |D| <= D0: below 1 by 2 DD/(pi D0). Pure number. */
export const lorentzianNorm = mul(2, pow(pi, -1), call('atan', div(D0, DD)));

/** Its second moment, (rad/s)^2, exact for every width and cut-off. Eq. (A.10). */
export const lorentzianSecondMoment = mul(2, pow(pi, -1), DD, sub(D0, mul(DD, call('atan', div(D0, DD)))));

/** Its fourth moment, (rad/s)^4, exact for every width and cut-off. */
export const lorentzianFourthMoment = mul(
  2,
  pow(pi, -1),
  DD,
  add(mul(num(1, 3), pow(D0, 3)), mul(-1, pow(DD, 2), D0), mul(pow(DD, 3), call('atan', div(D0, DD)))),
);

const x = div(D, D0);

/**
 * The density of couplings per spin itself, s, for positions uniform beyond r0: with x = D/D0,
 * 4 pi nS K (1 + x) sqrt(1 - 2 x)/(9 sqrt(3) D^2) on -1 <= x <= 1/2, and 0 elsewhere.
 * A pair at angle t contributes (4 pi nS/3) u/D^2 for |D| <= u/r0^3 with u = K |1 - 3 cos^2 t|/2; the average over t
 * gives the formula. It diverges at D = 0 (every spin has infinitely many far partners), so only integrals with
 * f(D) = O(D^2) exist.
 */
export const dipolarDensity: Expr<'D' | 'D0' | 'nS' | 'mu0' | 'hbar' | 'gammaS', 'scalar'> = div(
  mul(4, pi, nS, dipolarConstant, add(1, x), sqrt(sub(1, mul(2, x)))),
  mul(9, sqrt(num(3)), pow(D, 2)),
);

/** The n-th moment of the density itself, (rad/s)^n, n >= 2, to first order in nS r0^3, as an integral over D. */
export const dipolarMoment = (n: number): Expr<'D0' | 'nS' | 'mu0' | 'hbar' | 'gammaS', 'binder'> =>
  integral(
    D,
    [[mul(-1, D0), mul(num(1, 2), D0)]],
    div(mul(4, pi, nS, dipolarConstant, add(1, x), sqrt(sub(1, mul(2, x))), pow(D, n - 2)), mul(9, sqrt(num(3)))),
  );

/**
 * The same density, s, by the width DD of the Lorentzian in place of nS K = 15 DD/(2 pi^2), with its support:
 * 10 DD (1 + x) sqrt(1 - 2 x)/(3 sqrt(3) pi D^2) on -1 <= x <= 1/2, and 0 elsewhere.
 */
export const dipolarDensityByWidth: Expr<'D' | 'D0' | 'DD', 'scalar'> = cases<'D' | 'D0' | 'DD', 'scalar'>(
  { left: D, right: mul(-1, D0) },
  0,
  cases<'D' | 'D0' | 'DD', 'scalar'>(
    { left: div(D0, 2), right: D },
    0,
    div(mul(10, DD, add(1, x), sqrt(sub(1, mul(2, x)))), mul(3, sqrt(num(3)), pi, pow(D, 2))),
  ),
);
