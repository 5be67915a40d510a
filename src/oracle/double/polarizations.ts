import { add, divide, type Far, far, multiply, negative, of, toDouble, toWide, whole } from './far.ts';
import { arePositive, byRow, isReal } from './quantity.ts';
import { exact, narrow, plus, series, times, type Wide } from './wide.ts';

/** ln 2 in parts of 40 bits: products by integers below 2^13 are exact. */
const ln2 = [0.6931471805592082, 7.371002565161996e-13, 5.80298898359054e-25];

/** e^x for |x| < 2^12, to 2^-60: 2^k times the 64th power of a series. */
const exponential = (x: Wide): Far => {
  const k = Math.round(narrow(x) / (ln2[0] as number));
  const rest = ln2.reduce((left, part) => plus(left, exact(-k * part)), x);
  const part = times(rest, exact(1 / 64));
  let value = plus(exact(1), times(part, series(part, exact(1), [1 / 2, 1 / 6, 1 / 24, 1 / 120, 1 / 720, 1 / 5040])));
  for (let squaring = 0; squaring < 6; squaring++) value = times(value, value);
  return far(value, k);
};

/** tanh y = (1 - e^(-2y))/(1 + e^(-2y)), below 2^-6 by its series. */
const tanh = (y: Far): Far => {
  if (y.part.high < 0) return negative(tanh(negative(y)));
  if (y.exponent > 6) return whole(1);
  if (y.exponent < -40) return y;
  const wide = toWide(y);
  if (y.exponent < -7) {
    const [x, x2] = [narrow(wide), narrow(wide) * narrow(wide)];
    const more = -1 / 3 + x2 * (2 / 15 + x2 * (-17 / 315 + x2 * (62 / 2835 - x2 * (1382 / 155925))));
    return far(plus(wide, exact(x * x2 * more)));
  }
  const decay = exponential(times(wide, exact(-2)));
  return divide(add(whole(1), negative(decay)), add(whole(1), decay));
};

const half = (a: number, b: number): Far => multiply(whole(1, 2), of(a), of(b));
export const electronPolarization = /* @__PURE__ */ byRow(
  'polarization of electrons',
  ['alpha', 'omega'],
  (alpha: number, omega: number) => (isReal(alpha) && isReal(omega) ? toDouble(tanh(half(alpha, omega))) : Number.NaN),
);
const nuclear = ['betaI', 'omega0I'];
export const nuclearPolarization = /* @__PURE__ */ byRow(
  'polarization of nuclei',
  nuclear,
  (betaI: number, omega0I: number) =>
    arePositive(omega0I) && isReal(betaI) ? toDouble(tanh(half(betaI, omega0I))) : Number.NaN,
);
/** 1/(1 + e^-y): below 2^-2000, and above 1 - 2^-2000, it is 0 and 1 in binary64. */
export const lowerPopulation = /* @__PURE__ */ byRow(
  'population of the lower nuclear level',
  nuclear,
  (betaI: number, omega0I: number) => {
    if (!(arePositive(omega0I) && isReal(betaI))) return Number.NaN;
    const y = multiply(of(betaI), of(omega0I));
    if (y.exponent > 10) return betaI > 0 ? 1 : 0;
    if (y.exponent < -80) return 1 / 2;
    return toDouble(divide(whole(1), add(whole(1), exponential(toWide(negative(y))))));
  },
);
