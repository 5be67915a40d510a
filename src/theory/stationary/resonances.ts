import type { Pole } from './panels.ts';
import type { Conditions } from './state.ts';

/**
 * The resonances Delta^2 + D^2 = omega0I^2 of pairs with D <= D0 on a coordinate t that keeps the weights smooth:
 * |Delta| = omega0I cos theta, D = omega0I sin theta, theta = eta sinh t. The Lorentzian distribution of couplings has
 * its poles at sin theta = -+i DD/omega0I = -+i sinh eta, which is t = -+i pi/2, however narrow it is.
 */
export interface Resonances {
  readonly omega0I: number;
  /** DD/omega0I. */
  readonly h: number;
  readonly eta: number;
  /** Largest theta: that of D = D0, or pi/2. */
  readonly most: number;
  /** Least |Delta|, rad/s. */
  readonly Delta0: number;
}

export const resonancesOf = ({ omega0I, D0, DD }: Conditions): Resonances => {
  const narrow = D0 < omega0I;
  const Delta0 = narrow ? Math.sqrt((omega0I - D0) * (omega0I + D0)) : 0;
  const h = DD / omega0I;
  return { omega0I, h, eta: Math.asinh(h), most: narrow ? Math.atan2(D0, Delta0) : Math.PI / 2, Delta0 };
};

/** t of |Delta| from Delta0 to omega0I. */
export const coordinateOf = ({ omega0I, eta, most, Delta0 }: Resonances, size: number): number => {
  const theta = size <= Delta0 ? most : Math.atan2(Math.sqrt((omega0I - size) * (omega0I + size)), size);
  return Math.asinh(theta / eta);
};

/** t of a complex |Delta|, by arc cosine and inverse hyperbolic sine in elliptic coordinates. */
export const complexCoordinateOf = ({ omega0I, eta }: Resonances, { at, width }: Pole): Pole => {
  const [x, y] = [at / omega0I, width / omega0I];
  const [right, left] = [Math.hypot(x + 1, y), Math.hypot(x - 1, y)];
  const re = Math.acos(Math.max(-1, Math.min(1, (right - left) / 2))) / eta;
  const im = Math.acosh(Math.max(1, (right + left) / 2)) / eta;
  const [above, below] = [Math.hypot(re, im + 1), Math.hypot(re, im - 1)];
  return {
    at: Math.acosh(Math.max(1, (above + below) / 2)),
    width: Math.asin(Math.max(0, Math.min(1, (above - below) / 2))),
  };
};

/** F(Delta) dDelta/dtheta, from sine D/omega0I, cosine |Delta|/omega0I and h = DD/omega0I; to a common factor. */
export type Weight = (sine: number, cosine: number, h: number) => number;

const lorentzian = (sine: number, h: number): number => (sine * sine) / (sine * sine + h * h);

/** Eqs. (65), (60): Zeeman energy, and interaction energy. */
export const crossEffect: Weight = (sine, cosine, h) => cosine * cosine * lorentzian(sine, h);
export const thermalMixing: Weight = (sine, _, h) => sine * sine * lorentzian(sine, h);
/** Eq. (78), which drops the width of the distribution of couplings. */
export const withoutWidth: Weight = (sine) => sine * sine;
