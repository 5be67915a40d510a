import { add, call, cases, div, type Expr, integral, mul, num, pi, pow, sqrt, sub } from '../formula/expression.ts';
import { A2, D0, DD, Delta, Delta0, omega0I } from '../formula/symbols.ts';

/**
 * Rates of triple spin flips for the cut-off Lorentzian g_D: A2 in (rad/s)^2, all other parameters in rad/s.
 *
 * W_SSI, W^Z and W^SS are rates of transitions, defined by Eqs. (42), (63) and (66) through the golden-rule rate (17) of
 * triple-flip.ts. Each transition changes the nuclear polarization by 2, so that
 * dP_I/dt = -2 (NS/NI) W times the difference of populations; (16), and with it (42), (63), (65), leave out the 2.
 *
 * Starting point: triple spin flips of pairs at (omega, Delta, D) have the golden-rule rate
 * (pi/2)(NS/NI)(A2 D^2/omega0I^2) delta(omega0I - sqrt(Delta^2 + D^2)) for each nucleus, as in Eq. (34).
 * The delta function has the two roots D = +-sqrt(omega0I^2 - Delta^2), each with slope |D|/omega0I, and ordered pairs
 * run over both signs of Delta besides; so both roots count.
 */
const y2 = mul(sub(omega0I, Delta), add(omega0I, Delta));

/**
 * W_SSI(Delta), s^-1: contribution to the transition rate of the pairs at Delta, per unit of Delta; the coefficient
 * defined by Eq. (42). Domain Delta0 <= |Delta| <= omega0I; even in Delta; 0 at |Delta| = omega0I.
 */
export const W_SSI = div(mul(A2, DD, sqrt(y2)), mul(omega0I, add(y2, pow(DD, 2))));

/** Lower limit of |Delta|, rad/s: where the coupling that conserves energy reaches the cut-off. */
export const lowerLimit: Expr<'omega0I' | 'D0', 'scalar'> = cases(
  { left: D0, right: omega0I },
  sqrt(mul(sub(omega0I, D0), add(omega0I, D0))),
  0,
);

/** Cross-effect and thermal-mixing factors, s^-1: the shares Delta^2/omega0I^2 and its complement of W_SSI. Eqs. (61), (62). */
export const crossEffectFactor = mul(pow(div(Delta, omega0I), 2), W_SSI);
export const thermalMixingFactor = mul(div(y2, pow(omega0I, 2)), W_SSI);

/** W^Z, s^-2, as integral of the cross-effect factor over both signs of Delta. Eq. (64). */
export const W_Z_integral = mul(2, integral(Delta, [[Delta0, omega0I]], crossEffectFactor));
/** W^SS, s^-2, as integral of the thermal-mixing factor over both signs of Delta. Eq. (66). */
export const W_SS_integral = mul(2, integral(Delta, [[Delta0, omega0I]], thermalMixingFactor));

const w = div(DD, omega0I);

type Rate = Expr<'A2' | 'DD' | 'D0' | 'omega0I', 'scalar'>;
type Ratio = Expr<'D0' | 'omega0I', 'scalar'>;

/**
 * With sin(t) = sqrt(omega0I^2 - Delta^2)/omega0I the integrals run over 0 <= t <= asin(x), x = min(D0/omega0I, 1),
 * c = sqrt(1 - x^2), w = DD/omega0I, in units of 2 A2 w:
 *   W^Z:  integral of cos^2 sin^2/(sin^2 + w^2) = (asin x + x c)/2 + w^2 asin x - w sqrt(1 + w^2) J,
 *   W^SS: integral of sin^4/(sin^2 + w^2)       = (asin x - x c)/2 - w^2 asin x + w^3 J/sqrt(1 + w^2),
 *   J = atan(sqrt(1 + w^2) x/(w c)) = pi/2 - atan(w c/(x sqrt(1 + w^2))).
 * Nothing is dropped; the second form of J is analytic at w = 0 and right at c = 0.
 */
const closedForms = (x: Ratio, c: Ratio): { readonly W_Z: Rate; readonly W_SS: Rate } => {
  const angle = call('asin', x);
  const root = sqrt(add(1, pow(w, 2)));
  const J = sub(div(pi, 2), call('atan', div(mul(w, c), mul(x, root))));
  const scale = mul(2, A2, w);
  return {
    W_Z: mul(scale, add(mul(num(1, 2), add(angle, mul(x, c))), mul(pow(w, 2), angle), mul(-1, w, root, J))),
    W_SS: mul(
      scale,
      add(mul(num(1, 2), sub(angle, mul(x, c))), mul(-1, pow(w, 2), angle), mul(pow(w, 3), pow(root, -1), J)),
    ),
  };
};

const ratio = div(D0, omega0I);
const below = closedForms(ratio, sqrt(mul(sub(1, ratio), add(1, ratio))));
const above = closedForms(num(1), num(0));

/** W^Z, s^-2, closed form for D0 <= omega0I, every width. */
export const W_Z_below = below.W_Z;
/** W^Z, s^-2, closed form for D0 >= omega0I, every width; it no longer depends on D0. */
export const W_Z_above = above.W_Z;
/** W^SS, s^-2, closed form for D0 <= omega0I, every width. */
export const W_SS_below = below.W_SS;
/** W^SS, s^-2, closed form for D0 >= omega0I, every width; it no longer depends on D0. */
export const W_SS_above = above.W_SS;

/** W^Z, s^-2, closed form for every width, cut-off and omega0I > 0. */
export const W_Z: Rate = cases({ left: D0, right: omega0I }, W_Z_below, W_Z_above);
/** W^SS, s^-2, closed form for every width, cut-off and omega0I > 0. */
export const W_SS: Rate = cases({ left: D0, right: omega0I }, W_SS_below, W_SS_above);

/** W^Z and W^SS to first order in the width, D0 <= omega0I: the limit DD/D0 to 0 of the closed forms. s^-2. */
const narrow = (sign: 1 | -1): Rate =>
  mul(A2, w, add(call('asin', ratio), mul(sign, ratio, sqrt(mul(sub(1, ratio), add(1, ratio))))));
export const W_Z_narrow = narrow(1);
export const W_SS_narrow = narrow(-1);

/** Leading terms for DD << D0: of W^Z and W^SS for D0 >= omega0I, and for D0 << omega0I. s^-2. */
export const W_limit_above = mul(num(1, 2), pi, A2, w);
export const W_Z_limit_small = mul(2, A2, w, ratio);
export const W_SS_limit_small = mul(num(2, 3), A2, w, pow(ratio, 3));
