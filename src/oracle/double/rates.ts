import { exponentOf, powerOfTwo, scaled } from './powers.ts';
import { arePositive, byColumn, byRow, type DoubleQuantity } from './quantity.ts';
import { left, middle } from './rates-middle.ts';
import { spinSpinTail, zeemanTail } from './rates-tail.ts';

const one = (x: number): Float64Array => Float64Array.of(x);

/** value 2^exponent. */
interface Scaled {
  readonly value: number;
  readonly exponent: number;
}

/**
 * 2 A2 w F outside the region of rates-middle.ts. Mantissas and exponents are kept apart; ratios beyond 2^32 are taken
 * nearer by exact powers of two, with which F goes as its leading power to within 2^-64 of itself:
 * F(x, w) for x -> 0 as x (SS: x^3) at fixed w/x, for w/x -> infinity as w^-2 at fixed x, for w/x -> 0 not at all.
 */
const farRate = (spinSpin: boolean, A2: number, DD: number, D0: number, omega0I: number): Scaled => {
  const cutOff = D0 < omega0I ? D0 : omega0I;
  if (!arePositive(A2, DD, D0, omega0I)) return { value: Number.NaN, exponent: 0 };
  const [eA, eD, e0, eO] = [exponentOf(A2), exponentOf(DD), exponentOf(cutOff), exponentOf(omega0I)];
  let [w, x] = [eD - eO, e0 - eO];
  let exponent = w;
  if (x < -32) {
    const up = -32 - x;
    exponent -= spinSpin ? 3 * up : up;
    w += up;
    x += up;
  }
  if (w > x + 34) {
    exponent -= 2 * (w - x - 34);
    w = x + 34;
  }
  if (w < x - 66) w = x - 66;
  const width = scaled(DD, -eD) * powerOfTwo(w);
  const limit = scaled(cutOff, -e0) * powerOfTwo(x);
  const whole = scaled(omega0I, -eO);
  const value = one(0);
  middle(spinSpin, one(1), one(width), one(limit), one(whole), value);
  if (value[0] === left) value[0] = (spinSpin ? spinSpinTail : zeemanTail)(width, limit, whole);
  return { value: scaled(A2, -eA) * (value[0] as number), exponent: eA + exponent - w };
};

const farValue = (spinSpin: boolean, A2: number, DD: number, D0: number, omega0I: number): number => {
  const { value, exponent } = farRate(spinSpin, A2, DD, D0, omega0I);
  return scaled(value, exponent);
};

type Column = Float64Array;
const numberAt = (column: Column, row: number): number => column[row] as number;

const fill = (spinSpin: boolean, A2: Column, DD: Column, D0: Column, omega0I: Column, out: Column): void => {
  // The loop reads the columns after it has begun to write: a result in the place of a column is made beside it.
  const result = [A2, DD, D0, omega0I].some(({ buffer }) => buffer === out.buffer) ? new Float64Array(out.length) : out;
  middle(spinSpin, A2, DD, D0, omega0I, result);
  for (let row = 0; row < result.length; row++)
    if (result[row] === left)
      result[row] = farValue(spinSpin, numberAt(A2, row), numberAt(DD, row), numberAt(D0, row), numberAt(omega0I, row));
  if (result !== out) out.set(result);
};

const names = ['A2', 'DD', 'D0', 'omega0I'];
const rate = (name: string, spinSpin: boolean): DoubleQuantity =>
  byColumn(name, names, ([A2, DD, D0, omega0I], out) =>
    fill(spinSpin, A2 as Column, DD as Column, D0 as Column, omega0I as Column, out),
  );
/** The closed form for D0 >= omega0I, which does not depend on D0. */
const above = (name: string, spinSpin: boolean): DoubleQuantity =>
  byColumn(name, ['A2', 'DD', 'omega0I'], ([A2, DD, omega0I], out) =>
    fill(spinSpin, A2 as Column, DD as Column, omega0I as Column, omega0I as Column, out),
  );
/** The closed form for D0 <= omega0I, and NaN above. */
const below = (name: string, spinSpin: boolean): DoubleQuantity =>
  byColumn(name, names, ([A2, DD, D0, omega0I], out) => {
    const cutOff = (D0 as Column).map((value, row) => (value <= numberAt(omega0I as Column, row) ? value : Number.NaN));
    fill(spinSpin, A2 as Column, DD as Column, cutOff, omega0I as Column, out);
  });

export const W_Z = /* @__PURE__ */ rate('W_Z', false);
export const W_SS = /* @__PURE__ */ rate('W_SS', true);
export const W_Z_above = /* @__PURE__ */ above('W_Z for D0 >= omega0I', false);
export const W_SS_above = /* @__PURE__ */ above('W_SS for D0 >= omega0I', true);
export const W_Z_below = /* @__PURE__ */ below('W_Z for D0 <= omega0I', false);
export const W_SS_below = /* @__PURE__ */ below('W_SS for D0 <= omega0I', true);
/** From the two rates without A2, each right to 1 ulp, whose exponents are kept apart. */
export const ratio = /* @__PURE__ */ byRow('W_SS/W_Z', names, (A2: number, DD: number, D0: number, omega0I: number) => {
  if (!(A2 > 0 && A2 < Number.POSITIVE_INFINITY)) return Number.NaN;
  const [over, under] = [farRate(true, 1, DD, D0, omega0I), farRate(false, 1, DD, D0, omega0I)];
  return scaled(over.value / under.value, over.exponent - under.exponent);
});
