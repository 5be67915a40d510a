import {
  add,
  divide,
  type Far,
  far,
  multiply,
  of,
  power,
  squareRoot,
  subtract,
  toDouble,
  toWide,
  whole,
} from './far.ts';
import { angle, angleLessCubic, pi, tangentLessAngle } from './functions.ts';
import { wings } from './limits.ts';
import { arePositive, byRow, isReal } from './quantity.ts';
import { one } from './wide.ts';

/** Couplings of electron spins and their densities, of src/theory/coupling-density.ts. */

/** K = mu0 hbar gammaS^2/(4 pi). */
export const dipolarConstant = (gammaS: number, hbar: number, mu0: number): Far =>
  divide(multiply(of(mu0), of(hbar), power(of(gammaS), 2)), multiply(whole(4), far(pi)));

/** factor K^a nS^b r0^-c. */
const proportional =
  (factor: () => Far, a: number) =>
  (gammaS: number, hbar: number, mu0: number, nS: number): number =>
    arePositive(gammaS, hbar, mu0, nS)
      ? toDouble(multiply(factor(), power(dipolarConstant(gammaS, hbar, mu0), a), of(nS)))
      : Number.NaN;

export const D0 = /* @__PURE__ */ byRow(
  'D0',
  ['gammaS', 'hbar', 'mu0', 'r0'],
  (gammaS: number, hbar: number, mu0: number, r0: number) =>
    arePositive(gammaS, hbar, mu0, r0)
      ? toDouble(divide(dipolarConstant(gammaS, hbar, mu0), power(of(r0), 3)))
      : Number.NaN,
);
export const DD = /* @__PURE__ */ byRow(
  'DD',
  ['gammaS', 'hbar', 'mu0', 'nS'],
  /* @__PURE__ */ proportional(() => multiply(whole(2, 15), power(far(pi), 2)), 1),
);
export const averageCoupling = /* @__PURE__ */ byRow(
  'average coupling',
  ['gammaS', 'hbar', 'mu0', 'nS'],
  /* @__PURE__ */ proportional(() => squareRoot(whole(1, 5)), 1),
);
export const dipolarSecondMoment = /* @__PURE__ */ byRow(
  'dipolar second moment',
  ['gammaS', 'hbar', 'mu0', 'nS', 'r0'],
  (gammaS: number, hbar: number, mu0: number, nS: number, r0: number) =>
    arePositive(gammaS, hbar, mu0, nS, r0)
      ? toDouble(
          divide(
            multiply(whole(4, 15), far(pi), of(nS), power(dipolarConstant(gammaS, hbar, mu0), 2)),
            power(of(r0), 3),
          ),
        )
      : Number.NaN,
);

const twoOverPi = (): Far => divide(whole(2), far(pi));
const lorentzian =
  (value: (z: Far, DD: Far, D0: Far) => Far) =>
  (DD: number, D0: number): number =>
    arePositive(DD, D0) ? toDouble(multiply(twoOverPi(), value(divide(of(D0), of(DD)), of(DD), of(D0)))) : Number.NaN;

/** (2/pi) atan z, z = D0/DD. */
export const lorentzianNorm = /* @__PURE__ */ byRow(
  'norm of the cut-off Lorentzian',
  ['DD', 'D0'],
  /* @__PURE__ */ lorentzian((z) => (z.exponent < -60 ? z : far(angle(toWide(z), one)))),
);
/** (2/pi) DD (D0 - DD atan z) = (2/pi) DD D0 (z - atan z)/z, where the fraction is z^2/3 for small z. */
export const lorentzianSecondMoment = /* @__PURE__ */ byRow(
  'second moment of the cut-off Lorentzian',
  ['DD', 'D0'],
  /* @__PURE__ */ lorentzian((z, width, cutOff) =>
    multiply(
      width,
      cutOff,
      z.exponent < -40 ? multiply(whole(1, 3), power(z, 2)) : far(tangentLessAngle(toWide(z), one)),
    ),
  ),
);
/** (2/pi) DD (D0^3/3 - DD^2 D0 + DD^3 atan z) = (2/pi) DD D0^3 (atan z - z + z^3/3)/z^3, a fraction of z^2/5 for small z. */
export const lorentzianFourthMoment = /* @__PURE__ */ byRow(
  'fourth moment of the cut-off Lorentzian',
  ['DD', 'D0'],
  /* @__PURE__ */ lorentzian((z, width, cutOff) =>
    multiply(
      width,
      power(cutOff, 3),
      z.exponent < -40 ? multiply(whole(1, 5), power(z, 2)) : far(angleLessCubic(toWide(z), one)),
    ),
  ),
);

export const g_D = /* @__PURE__ */ byRow('g_D', ['D', 'DD'], (D: number, width: number) =>
  arePositive(width) && isReal(D)
    ? toDouble(divide(of(width), multiply(far(pi), add(power(of(D), 2), power(of(width), 2)))))
    : Number.NaN,
);

/** (1 + D/D0) sqrt(1 - 2 D/D0)/D^2 from exact sums; |D| <= D0 and D <= D0/2. */
const shape = (D: number, D0: number): Far => {
  const [coupling, cutOff] = [of(D), of(D0)];
  const above = add(cutOff, coupling);
  const below = subtract(cutOff, add(coupling, coupling));
  return divide(multiply(divide(above, cutOff), squareRoot(divide(below, cutOff))), power(coupling, 2));
};

/** NaN for D = 0, where it diverges, and outside -D0 <= D <= D0/2. */
export const g_D_glass = /* @__PURE__ */ byRow(
  'g_D:glass',
  ['D', 'D0', 'gammaS', 'hbar', 'mu0', 'nS'],
  (D: number, cutOff: number, gammaS: number, hbar: number, mu0: number, nS: number) => {
    if (!(arePositive(cutOff, gammaS, hbar, mu0, nS) && isReal(D) && D !== 0 && -cutOff <= D && 2 * D <= cutOff))
      return Number.NaN;
    const before = divide(
      multiply(whole(4), far(pi), of(nS), dipolarConstant(gammaS, hbar, mu0)),
      multiply(whole(9), squareRoot(whole(3))),
    );
    return toDouble(multiply(before, shape(D, cutOff)));
  },
);
/** 0 outside -D0 <= D <= D0/2, NaN for D = 0. */
export const g_D_byWidth = /* @__PURE__ */ byRow(
  'g_D by its width:glass',
  ['D', 'D0', 'DD'],
  (D: number, cutOff: number, width: number) => {
    if (!(arePositive(cutOff, width) && isReal(D) && D !== 0)) return Number.NaN;
    if (D < -cutOff || 2 * D > cutOff) return 0;
    return toDouble(multiply(divide(multiply(wings(), of(width)), far(pi)), shape(D, cutOff)));
  },
);
