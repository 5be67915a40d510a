import { pureNumber } from '../formula/dimension.ts';
import {
  add,
  call,
  cases,
  div,
  type Expr,
  integral,
  mul,
  num,
  pi,
  pow,
  type Stratum,
  sqrt,
  sub,
  symbol,
} from '../formula/expression.ts';
import { A2, D0, DD, Delta, omega0I, theta } from '../formula/symbols.ts';

/**
 * Rates of triple spin flips for the density of couplings of spins placed at random outside r0, in place of the cut-off
 * Lorentzian: A2 in (rad/s)^2, all other parameters in rad/s. The density is written by the width that both share,
 * DD = (2/15) pi^2 nS K: g_D(D) = (10/(3 sqrt(3))) DD h(D/D0)/(pi D^2), h(x) = (1 + x) sqrt(1 - 2 x), -1 <= x <= 1/2.
 *
 * It is the density to first order in nS r0^3, so that all rates are proportional to DD: they hold for DD << D0 and
 * DD << omega0I. Golden rule and prefactor are those of rates.ts, Eqs. (33) and (34): both roots of the delta function
 * count, D and -D, whose densities are not equal.
 */
type Names = 'A2' | 'DD' | 'D0' | 'omega0I';
type Rate = Expr<Names>;
type Integral = Expr<'D0' | 'omega0I', 'binder'>;

/** What multiplies the wings DD/(pi D^2) of a Lorentzian of the same width: 1.92. Pure number. */
export const wingRatio = div(num(10), mul(3, sqrt(num(3))));

/** h at D = part D0 and at -part D0. */
const positive = <S extends string>(part: Expr<S, 'scalar'>): Expr<S, 'scalar'> =>
  mul<S>(add<S>(1, part), sqrt(sub<S>(1, mul<S>(2, part))));
const negative = <S extends string>(part: Expr<S, 'scalar'>): Expr<S, 'scalar'> =>
  mul<S>(sub<S>(1, part), sqrt(add<S>(1, mul<S>(2, part))));

const coupling = sqrt(mul(sub(omega0I, Delta), add(omega0I, Delta)));
const share = div(coupling, D0);

const rootsAt = div(mul(wingRatio, A2, DD), mul(2, omega0I, coupling));
/** W_SSI(Delta), s^-1, where D0/2 < D < D0: only negative couplings are so great. */
export const W_SSI_glass_negative = mul(rootsAt, negative(share));
/** W_SSI(Delta), s^-1, where D < D0/2. */
export const W_SSI_glass_both = mul(rootsAt, add(positive(share), negative(share)));

/**
 * W_SSI(Delta), s^-1, as defined by Eq. (42): (pi/2) A2 (D/omega0I) (g_D(D) + g_D(-D)), D = sqrt(omega0I^2 - Delta^2).
 * Domain |Delta| < omega0I; even in Delta; 0 where D > D0. It grows as 1/D towards |Delta| = omega0I, where DD << D fails.
 */
export const W_SSI_glass = cases<Names | 'Delta', 'scalar'>(
  { left: D0, right: coupling },
  0,
  cases<Names | 'Delta', 'scalar'>({ left: D0, right: mul(2, coupling) }, W_SSI_glass_negative, W_SSI_glass_both),
);

/** D = -omega0I sin(theta) for negative couplings, up to the greatest that any pair has or any |Delta| asks for. */
const sine = call('sin', theta);
const greatestAngle = cases({ left: D0, right: omega0I }, call('asin', div(D0, omega0I)), div(pi, 2));
const ofNegative = (weight: Expr<'theta', 'scalar'>): Integral =>
  integral(theta, [[num(0), greatestAngle]], mul(weight, negative(div(mul(omega0I, sine), D0))));

/**
 * D = top (1 - v^2) for positive couplings, top = min(D0/2, omega0I). With it both roots that end there, sqrt(1 - 2 x)
 * and sqrt(1 - D^2/omega0I^2), are analytic in v: one is v itself, the radicand of the other lies between (1 - q) and 1,
 * q = D0/(2 omega0I) or its inverse, whichever is below 1, and is written so that nothing cancels.
 */
const v = symbol('v', 'v', pureNumber);
const v2 = pow(v, 2);
const fromTop = sub(1, v2);
const ofPositive = (body: Expr<'v' | 'D0' | 'omega0I', 'scalar'>): Integral =>
  integral(v, [[num(0), num(1)]], mul(2, body));
const gap = sub(mul(2, omega0I), D0);

/** top = D0/2: s = D/omega0I, sqrt(1 - 2 x) = v, ds = -(D0/omega0I) v dv. */
const short = (() => {
  const part = mul(num(1, 2), fromTop);
  const s = div(mul(D0, part), omega0I);
  const cosine = sqrt(mul(add(1, s), div(add(gap, mul(D0, v2)), mul(2, omega0I))));
  const density = mul(num(1, 2), div(D0, omega0I), v2, add(1, part));
  return { W_Z: ofPositive(mul(density, cosine)), W_SS: ofPositive(div(mul(pow(s, 2), density), cosine)) };
})();

/** top = omega0I: s = 1 - v^2, sqrt(1 - s) = v, ds = -2 v dv. */
const long = (() => {
  const root = sqrt(div(sub(mul(2, omega0I, v2), gap), D0));
  const density = mul(add(1, div(mul(omega0I, fromTop), D0)), root);
  const other = sqrt(sub(2, v2));
  return { W_Z: ofPositive(mul(v2, other, density)), W_SS: ofPositive(div(mul(pow(fromTop, 2), density), other)) };
})();

/**
 * W^Z and W^SS, s^-2, Eqs. (64) and (66), for every cut-off and omega0I > 0: with s = |D|/omega0I, in units of wingRatio A2 DD/omega0I, the
 * integrals over s of sqrt(1 - s^2) h and s^2 h/sqrt(1 - s^2), h = h(D/D0), over both signs of D. They are elliptic but
 * for D0 = 2 omega0I, where the radicands have a common factor: 104 sqrt(2)/105 and 71 sqrt(2)/105. By parts the second
 * is the integral of d(s h)/ds sqrt(1 - s^2), with d(s h)/ds = h - 3 x^2/sqrt(1 - 2 x): W^SS < W^Z for every D0. The
 * ratio goes from D0^2/(7 omega0I^2) for D0 << omega0I to 1 for D0 >> omega0I; unlike those of the Lorentzian the
 * rates go on growing beyond D0 = omega0I. Throws a RangeError where an arithmetic does not tell D0 from 2 omega0I, as
 * binary64 intervals do not where they are equal.
 */
const rate = (weight: Expr<'theta', 'scalar'>, ofShort: Integral, ofLong: Integral): Rate =>
  mul<Names, Stratum>(
    wingRatio,
    div(mul(A2, DD), omega0I),
    add<Names, Stratum>(
      ofNegative(weight),
      cases<Names, Stratum>({ left: D0, right: mul(2, omega0I) }, ofShort, ofLong),
    ),
  );
export const W_Z_glass = rate(pow(call('cos', theta), 2), short.W_Z, long.W_Z);
export const W_SS_glass = rate(pow(sine, 2), short.W_SS, long.W_SS);

/** Leading terms for D0 << omega0I, the first as for the Lorentzian because M_2 is the same; and for D0 >> omega0I. s^-2. */
export const W_Z_glass_small = mul(2, A2, div(mul(DD, D0), pow(omega0I, 2)));
export const W_SS_glass_small = mul(num(2, 7), A2, div(mul(DD, pow(D0, 3)), pow(omega0I, 4)));
export const W_glass_large = mul(num(1, 2), pi, wingRatio, A2, div(DD, omega0I));
