import { exactSum, productParts } from './exact-sum.ts';
import { add, divide, type Far, far, multiply, of, power, squareRoot, subtract, toDouble, whole } from './far.ts';
import { exponentOf, scaled } from './powers.ts';
import { arePositive, byRow } from './quantity.ts';

/**
 * Contributions of the pairs at Delta to the rates, for the cut-off Lorentzian (src/theory/rates.ts) and for the density
 * of a real glass (src/theory/glass-rates.ts). Domain |Delta| <= omega0I, of the latter |Delta| < omega0I.
 */
const all = (): Far => whole(1);
/** Delta^2/omega0I^2. */
const zeeman = (Delta: number, omega0I: number): Far => power(divide(of(Delta), of(omega0I)), 2);
/** (omega0I^2 - Delta^2)/omega0I^2. */
const interaction = (Delta: number, omega0I: number): Far =>
  divide(squaredCoupling(Delta, omega0I), power(of(omega0I), 2));
type Share = (Delta: number, omega0I: number) => Far;

/** D^2 = (omega0I - Delta)(omega0I + Delta): a sum of two numbers has no error but the last. */
const squaredCoupling = (Delta: number, omega0I: number): Far =>
  multiply(subtract(of(omega0I), of(Delta)), add(of(omega0I), of(Delta)));

const lorentzian =
  (share: Share) =>
  (A2: number, DD: number, Delta: number, omega0I: number): number => {
    if (!(arePositive(A2, DD, omega0I) && Math.abs(Delta) <= omega0I)) return Number.NaN;
    const squared = squaredCoupling(Delta, omega0I);
    const under = multiply(of(omega0I), add(squared, power(of(DD), 2)));
    return toDouble(multiply(share(Delta, omega0I), divide(multiply(of(A2), of(DD), squareRoot(squared)), under)));
  };

/**
 * D0^2 - n^2 (omega0I^2 - Delta^2), n = 1 or 2, with its sign and to the last bits wherever it vanishes. A term below
 * 2^-400 of the greatest changes nothing, unless the other two are equal: then it is all that is left.
 */
const beyond = (D0: number, n: number, Delta: number, omega0I: number): Far => {
  const size = Math.abs(Delta);
  if (size === 0 || (size <= omega0I * tiny && D0 !== n * omega0I)) return difference(D0, n, omega0I);
  if (D0 === n * omega0I) return power(multiply(whole(n), of(size)), 2);
  const exponent = exponentOf(omega0I > D0 ? omega0I : D0);
  const [a, b, c] = [D0, size, omega0I].map((x) => scaled(x, -exponent)) as [number, number, number];
  if (c < tiny) return power(of(D0), 2);
  const terms = [productParts(a, a), productParts(n * b, n * b), productParts(-n * c, n * c)].flat();
  return far(exactSum(terms), 2 * exponent);
};
/** 2^-400. */
const tiny = 1 / 2.5822498780869086e120;
const difference = (D0: number, n: number, omega0I: number): Far => {
  const edge = multiply(whole(n), of(omega0I));
  return multiply(subtract(of(D0), edge), add(of(D0), edge));
};

/**
 * (wingRatio A2 DD/(2 omega0I y)) times the sum of (1 - s) sqrt(1 + 2 s) and, where 2 s <= 1, (1 + s) sqrt(1 - 2 s), with
 * y^2 = omega0I^2 - Delta^2 and s = y/D0; 0 for s > 1. 1 - s = (D0^2 - y^2)/(D0 (D0 + y)), 1 - 2 s likewise.
 */
const ofGlass =
  (share: Share) =>
  (A2: number, DD: number, D0: number, Delta: number, omega0I: number): number => {
    if (!(arePositive(A2, DD, D0, omega0I) && Math.abs(Delta) < omega0I)) return Number.NaN;
    const rest = beyond(D0, 1, Delta, omega0I);
    if (rest.part.high < 0 || rest.part.high + rest.part.low === 0) return 0;
    const y = squareRoot(squaredCoupling(Delta, omega0I));
    const [cutOff, s] = [of(D0), divide(y, of(D0))];
    const twice = add(s, s);
    const negative = multiply(divide(rest, multiply(cutOff, add(cutOff, y))), squareRoot(add(whole(1), twice)));
    const both = beyond(D0, 2, Delta, omega0I);
    const positive = multiply(add(whole(1), s), squareRoot(divide(both, multiply(cutOff, add(cutOff, add(y, y))))));
    const sum = both.part.high > 0 ? add(negative, positive) : negative;
    const wings = divide(whole(10), multiply(whole(3), squareRoot(whole(3))));
    const before = divide(multiply(wings, of(A2), of(DD)), multiply(whole(2), of(omega0I), y));
    return toDouble(multiply(share(Delta, omega0I), before, sum));
  };

const lorentzianParameters = ['A2', 'DD', 'Delta', 'omega0I'];
const glassParameters = ['A2', 'DD', 'D0', 'Delta', 'omega0I'];

export const W_SSI = /* @__PURE__ */ byRow('W_SSI', lorentzianParameters, /* @__PURE__ */ lorentzian(all));
export const crossEffectFactor = /* @__PURE__ */ byRow(
  'cross-effect factor',
  lorentzianParameters,
  /* @__PURE__ */ lorentzian(zeeman),
);
export const thermalMixingFactor = /* @__PURE__ */ byRow(
  'thermal-mixing factor',
  lorentzianParameters,
  /* @__PURE__ */ lorentzian(interaction),
);
export const W_SSI_centre = /* @__PURE__ */ byRow(
  'W_SSI at Delta = 0',
  ['A2', 'DD', 'omega0I'],
  (A2: number, DD: number, omega0I: number) => lorentzian(all)(A2, DD, 0, omega0I),
);
export const W_SSI_glass = /* @__PURE__ */ byRow('W_SSI:glass', glassParameters, /* @__PURE__ */ ofGlass(all));
export const crossEffectFactor_glass = /* @__PURE__ */ byRow(
  'cross-effect factor:glass',
  glassParameters,
  /* @__PURE__ */ ofGlass(zeeman),
);
export const thermalMixingFactor_glass = /* @__PURE__ */ byRow(
  'thermal-mixing factor:glass',
  glassParameters,
  /* @__PURE__ */ ofGlass(interaction),
);
export const W_SSI_glass_centre = /* @__PURE__ */ byRow(
  'W_SSI at Delta = 0:glass',
  ['A2', 'DD', 'D0', 'omega0I'],
  (A2: number, DD: number, D0: number, omega0I: number) => ofGlass(all)(A2, DD, D0, 0, omega0I),
);
