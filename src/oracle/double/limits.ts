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
import { arcLessChord, cosineOf, pi } from './functions.ts';
import { arePositive, byRow } from './quantity.ts';
import { exact } from './wide.ts';

/** Leading forms of the rates in the width or the cut-off, of src/theory/rates.ts and src/theory/glass-rates.ts. */
const names = ['A2', 'DD', 'D0', 'omega0I'];

/** asin x - x c, as x^3 times a slow function, and asin x + x c, for x = D0/omega0I <= 1. */
const arcs = (D0: number, omega0I: number): { readonly x: Far; readonly less: Far; readonly more: Far } => {
  const x = divide(of(D0), of(omega0I));
  const wide = toWide(x);
  // 1 - x from the exact difference; where D0 is out of reach of omega0I, c is 1.
  const c = x.exponent < -60 ? exact(1) : cosineOf(complementOf(D0, omega0I));
  const less = multiply(power(x, 3), far(arcLessChord(wide, c)));
  return { x, less, more: add(less, multiply(whole(2), x, far(c))) };
};
const complementOf = (D0: number, omega0I: number) => toWide(divide(subtract(of(omega0I), of(D0)), of(omega0I)));

const narrow =
  (part: 'less' | 'more') =>
  (A2: number, DD: number, D0: number, omega0I: number): number =>
    arePositive(A2, DD, D0, omega0I) && D0 <= omega0I
      ? toDouble(multiply(of(A2), divide(of(DD), of(omega0I)), arcs(D0, omega0I)[part]))
      : Number.NaN;

export const W_Z_narrow = /* @__PURE__ */ byRow('W_Z for small D0', names, /* @__PURE__ */ narrow('more'));
export const W_SS_narrow = /* @__PURE__ */ byRow('W_SS for small D0', names, /* @__PURE__ */ narrow('less'));
export const ratio_narrow = /* @__PURE__ */ byRow(
  'W_SS/W_Z for small D0',
  names,
  (A2: number, DD: number, D0: number, omega0I: number) => {
    if (!(arePositive(A2, DD, D0, omega0I) && D0 <= omega0I)) return Number.NaN;
    const { less, more } = arcs(D0, omega0I);
    return toDouble(divide(less, more));
  },
);

/** over/under A2 DD D0^n/omega0I^(n + 1). */
const leading =
  (over: number, under: number, n: number) =>
  (A2: number, DD: number, D0: number, omega0I: number): number =>
    arePositive(A2, DD, D0, omega0I)
      ? toDouble(divide(multiply(whole(over, under), of(A2), of(DD), power(of(D0), n)), power(of(omega0I), n + 1)))
      : Number.NaN;
export const W_Z_small = /* @__PURE__ */ byRow('W_Z for D0 << omega0I', names, /* @__PURE__ */ leading(2, 1, 1));
export const W_SS_small = /* @__PURE__ */ byRow('W_SS for D0 << omega0I', names, /* @__PURE__ */ leading(2, 3, 3));
export const W_Z_glass_small = /* @__PURE__ */ byRow(
  'W_Z for D0 << omega0I:glass',
  names,
  /* @__PURE__ */ leading(2, 1, 1),
);
export const W_SS_glass_small = /* @__PURE__ */ byRow(
  'W_SS for D0 << omega0I:glass',
  names,
  /* @__PURE__ */ leading(2, 7, 3),
);
export const ratio_glass_small = /* @__PURE__ */ byRow(
  'W_SS/W_Z for D0 << omega0I:glass',
  names,
  (A2: number, DD: number, D0: number, omega0I: number) =>
    arePositive(A2, DD, D0, omega0I)
      ? toDouble(multiply(whole(1, 7), power(divide(of(D0), of(omega0I)), 2)))
      : Number.NaN,
);

/** factor pi A2 DD/omega0I. */
const large =
  (factor: () => Far) =>
  (A2: number, DD: number, omega0I: number): number =>
    arePositive(A2, DD, omega0I)
      ? toDouble(divide(multiply(factor(), far(pi), of(A2), of(DD)), of(omega0I)))
      : Number.NaN;
/** 10/(3 sqrt(3)). */
export const wings = (): Far => divide(whole(10), multiply(whole(3), squareRoot(whole(3))));
export const W_limit_above = /* @__PURE__ */ byRow(
  'W for D0 >= omega0I >> DD',
  ['A2', 'DD', 'omega0I'],
  /* @__PURE__ */ large(() => whole(1, 2)),
);
export const W_glass_large = /* @__PURE__ */ byRow(
  'W for D0 >> omega0I:glass',
  ['A2', 'DD', 'omega0I'],
  /* @__PURE__ */ large(() => multiply(whole(1, 2), wings())),
);
export const wingRatio = /* @__PURE__ */ byRow('wings of g_D:glass', [], () => toDouble(wings()));

/** Lower limit of |Delta|, sqrt(omega0I^2 - D0^2), or 0. */
export const Delta0 = /* @__PURE__ */ byRow('Delta0', ['D0', 'omega0I'], (D0: number, omega0I: number) => {
  if (!arePositive(D0, omega0I)) return Number.NaN;
  if (D0 >= omega0I) return 0;
  return toDouble(squareRoot(multiply(subtract(of(omega0I), of(D0)), add(of(omega0I), of(D0)))));
});
