import { add, divide, type Far, far, multiply, negative, of, power, squareRoot, toDouble, whole } from './far.ts';
import { pi } from './functions.ts';
import { arePositive, byRow, isReal } from './quantity.ts';

/** Two electrons of a pair and a nucleus that flip together, of src/theory/pair.ts and src/theory/triple-flip.ts. */
const names = ['D', 'Delta'];
const areReal = (D: number, Delta: number): boolean => isReal(D) && isReal(Delta) && (D !== 0 || Delta !== 0);

/** E^2 = Delta^2 + D^2. */
const splittingSquared = (D: number, Delta: number): Far => add(power(of(Delta), 2), power(of(D), 2));
const splittingOf = (D: number, Delta: number): Far => squareRoot(splittingSquared(D, Delta));

/** 0 where both are. */
export const splitting = /* @__PURE__ */ byRow('splitting', names, (D: number, Delta: number) =>
  isReal(D) && isReal(Delta) ? toDouble(splittingOf(D, Delta)) : Number.NaN,
);

/** (1 + Delta/E)/2, which for Delta < 0 is D^2/(2 E (E - Delta)): nothing cancels. */
const upperShare = (D: number, Delta: number): number => {
  if (!areReal(D, Delta)) return Number.NaN;
  const E = splittingOf(D, Delta);
  const sum = add(E, of(Math.abs(Delta)));
  const over = Delta >= 0 ? sum : divide(power(of(D), 2), sum);
  return toDouble(divide(over, add(E, E)));
};
export const shareOfPlusMinus = /* @__PURE__ */ byRow('share of +- in the upper state', names, upperShare);
export const shareOfMinusPlus = /* @__PURE__ */ byRow(
  'share of -+ in the upper state',
  names,
  (D: number, Delta: number) => upperShare(D, -Delta),
);

/** |V|^2 = Az^2 D^2/(16 E^2). */
export const flipElementSquared = /* @__PURE__ */ byRow(
  'squared matrix element of a flip',
  ['Az', 'D', 'Delta'],
  (Az: number, D: number, Delta: number) =>
    arePositive(Az) && areReal(D, Delta)
      ? toDouble(multiply(whole(1, 16), divide(power(multiply(of(Az), of(D)), 2), splittingSquared(D, Delta))))
      : Number.NaN,
);
/** (pi/8) Az^2 D^2/omega0I^2. */
export const flipRate = /* @__PURE__ */ byRow(
  'golden-rule rate of a flip',
  ['Az', 'D', 'omega0I'],
  (Az: number, D: number, omega0I: number) =>
    arePositive(Az, omega0I) && isReal(D)
      ? toDouble(multiply(whole(1, 8), far(pi), power(divide(multiply(of(Az), of(D)), of(omega0I)), 2)))
      : Number.NaN,
);

/** -part^2/E. */
const change =
  (part: 'D' | 'Delta') =>
  (D: number, Delta: number): number =>
    areReal(D, Delta)
      ? toDouble(negative(divide(power(of(part === 'D' ? D : Delta), 2), splittingOf(D, Delta)))) + 0
      : Number.NaN;
export const zeemanChange = /* @__PURE__ */ byRow('Zeeman energy of a flip', names, /* @__PURE__ */ change('Delta'));
export const interactionChange = /* @__PURE__ */ byRow(
  'interaction energy of a flip',
  names,
  /* @__PURE__ */ change('D'),
);

/** Delta^2/omega0I^2, |Delta| <= omega0I. */
export const zeemanShare = /* @__PURE__ */ byRow(
  'share of Zeeman energy',
  ['Delta', 'omega0I'],
  (Delta: number, omega0I: number) =>
    arePositive(omega0I) && Math.abs(Delta) <= omega0I
      ? toDouble(power(divide(of(Delta), of(omega0I)), 2))
      : Number.NaN,
);
