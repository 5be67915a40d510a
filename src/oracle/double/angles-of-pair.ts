import { dipolarConstant } from './couplings.ts';
import { exactSum } from './exact-sum.ts';
import { divide, type Far, far, multiply, of, power, toDouble, whole } from './far.ts';
import { arePositive, byRow } from './quantity.ts';
import { exact, minus, plus, root, series, times, type Wide } from './wide.ts';

/** pi in parts of 29 bits: products by integers below 2^24 are exact. Right to 2^-204. */
const turn = [
  3.141592651605606, 1.9841871548575973e-9, 4.5034835412693156e-18, 7.043119715870672e-27, 1.4495728376884002e-35,
  9.832464227260445e-45, 1.2472003010073656e-53,
];
/** The magic angle acos(1/sqrt(3)), right to 2^-217. */
const magic = [0.9553166181245093, -1.9885105943796806e-17, -1.3143139566249355e-33, 2.768488034257192e-50];
const greatestAngle = 16777216;

/** sin and cos of |x| < 1: series at x/16, then the double angle four times over. */
const turned = (x: Wide): { readonly sin: Wide; readonly cos: Wide } => {
  const part = times(x, exact(1 / 16));
  const square = times(part, part);
  let sin = times(part, series(square, exact(1), [-1 / 6, 1 / 120, -1 / 5040, 1 / 362880, -1 / 39916800]));
  let cos = series(square, exact(1), [-1 / 2, 1 / 24, -1 / 720, 1 / 40320, -1 / 3628800]);
  for (let k = 0; k < 4; k++) {
    const sin2 = times(sin, sin);
    sin = times(times(exact(2), sin), cos);
    cos = plus(exact(1), times(exact(-2), sin2));
  }
  return { sin, cos };
};

/**
 * 1 - 3 cos^2 theta. With delta = |theta - k pi| - acos(1/sqrt(3)), summed without error, it is
 * sin(delta) (2 sqrt(2) cos(delta) - sin(delta)), whose second factor is above 1.7 for |theta - k pi| <= pi/2.
 */
const angular = (theta: number): Far => {
  const k = Math.round(theta / Math.PI);
  const rest = [theta, ...turn.map((part) => -k * part)];
  const side = narrowSign(rest);
  const delta = exactSum([...rest.map((part) => side * part), ...magic.map((part) => -part)]);
  const { sin, cos } = turned(delta);
  return multiply(far(sin), far(plus(times(root(exact(8)), cos), minus(sin))));
};
const narrowSign = (terms: readonly number[]): 1 | -1 => (exactSum(terms).high < 0 ? -1 : 1);

/** over/under K (1 - 3 cos^2 theta)/r^3. Domain |theta| <= 2^24. */
const coupling =
  (over: number, under: number) =>
  (gammaS: number, hbar: number, mu0: number, r: number, theta: number): number =>
    arePositive(gammaS, hbar, mu0, r) && Math.abs(theta) <= greatestAngle
      ? toDouble(
          divide(multiply(whole(over, under), dipolarConstant(gammaS, hbar, mu0), angular(theta)), power(of(r), 3)),
        )
      : Number.NaN;
const names = ['gammaS', 'hbar', 'mu0', 'r', 'theta'];
export const pairCoupling = /* @__PURE__ */ byRow('pair coupling', names, /* @__PURE__ */ coupling(1, 2));
export const flipFlopCoupling = /* @__PURE__ */ byRow(
  'flip-flop coupling of two dipoles',
  names,
  /* @__PURE__ */ coupling(-1, 2),
);
export const zzCoupling = /* @__PURE__ */ byRow('zz coupling of two dipoles', names, /* @__PURE__ */ coupling(2, 1));
