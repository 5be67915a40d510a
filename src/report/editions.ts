import { div, type Expr, mul } from '../formula/expression.ts';
import { A2, DD, omega0I } from '../formula/symbols.ts';
import { evaluate } from '../meaning/value.ts';
import { guaranteedDigits } from '../number/digits.ts';
import { type Dyadic, dyadics } from '../number/dyadic.ts';
import { formatRational, type Rational, rational } from '../number/rational.ts';
import { W_SS_glass, W_Z_glass } from '../theory/glass-rates.ts';
import { W_limit_above, W_SS_narrow, W_Z_narrow } from '../theory/rates.ts';

/** Cut-offs in units of omega0I. */
const cutOffs: readonly Rational[] = [
  [1, 10],
  [1, 5],
  [1, 2],
  [1, 1],
  [2, 1],
  [5, 1],
  [10, 1],
].map(([over, under]) => rational(over as number, under));
const digits = dyadics(20);
const shown = 6;

/** A rate in units of A2 DD/omega0I at omega0I = 1, where the width no longer matters. */
const rateAt = (rate: Expr, D0: Rational): Dyadic => {
  const one = digits.rational(rational(1));
  const at = new Map([
    ['A2', one],
    ['DD', one],
    ['omega0I', one],
    ['D0', digits.rational(D0)],
  ] as const);
  return evaluate(div<string, 'scalar' | 'binder'>(rate, div(mul(A2, DD), omega0I)))(digits, at);
};

/**
 * W^Z, W^SS and their ratio as functions of the cut-off, for a width far below omega0I and D0, in units of
 * A2 DD/omega0I: for the cut-off Lorentzian and for the density of couplings of a real glass. Certified digits.
 */
export const editionsTable = (): readonly (readonly string[])[] => {
  const text = (value: Dyadic): string => guaranteedDigits(digits.ends(value), shown);
  const rows = cutOffs.map((D0) => {
    const isBelow = D0.numerator < D0.denominator;
    const pairs = [
      isBelow ? [W_Z_narrow, W_SS_narrow] : [W_limit_above, W_limit_above],
      [W_Z_glass, W_SS_glass],
    ] as const;
    return [
      formatRational(D0),
      ...pairs.flatMap(([zeeman, interaction]) => {
        const [Z, SS] = [rateAt(zeeman, D0), rateAt(interaction, D0)];
        return [text(Z), text(SS), text(digits.div(SS, Z))];
      }),
    ];
  });
  return [['D0/omega0I', 'W_Z', 'W_SS', 'W_SS/W_Z', 'W_Z:glass', 'W_SS:glass', 'W_SS/W_Z:glass'], ...rows];
};
