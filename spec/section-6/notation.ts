import {
  add,
  call,
  div,
  type Expr,
  integral,
  mul,
  neg,
  num,
  pi,
  pow,
  sqrt,
  sub,
} from '../../src/formula/expression.ts';
import { separate } from '../../src/formula/separate.ts';
import { replace, substitute } from '../../src/formula/substitute.ts';
import { A2, D0, DD, Delta, Delta0, omega0I } from '../../src/formula/symbols.ts';
import { overAngle, primitiveSS, primitiveZ } from '../circle.ts';
import { radicand } from '../section-4/notation.ts';

export type Binders = 'scalar' | 'binder';

export const lorentzianAtRoot = div(DD, mul(pi, add(radicand, pow(DD, 2))));

export const frequencyRatio = div(sqrt(radicand), omega0I);

export const zeemanShare = div(pow(Delta, 2), pow(omega0I, 2));

export const interactionShare = div(radicand, pow(omega0I, 2));

export const widthToZero = { symbol: DD.symbol, scale: omega0I };

export const cutOffToZero = { symbol: D0.symbol, scale: omega0I };

/** The width of Figs. 2 and 3, in units in which omega0I = 1 and A2 = 1. */
export const inFigure = { DD: num(1, 100), omega0I: num(1), A2: num(1) };

export const at = (formula: Expr, values: Readonly<Record<string, Expr>>): Expr =>
  substitute(formula, { ...inFigure, ...values });

export const bodyZ = mul(zeemanShare, frequencyRatio, lorentzianAtRoot);

export const integralZ = integral(Delta, [[Delta0, omega0I]], bodyZ);

export const bodySS = mul(div(pow(radicand, 3, 2), pow(omega0I, 3)), lorentzianAtRoot);

export const integralSS = integral(Delta, [[Delta0, omega0I]], bodySS);

/** A printed formula with its integral (64) or (66) executed, for D0 <= omega0I or beyond. */
export const executed = (formula: unknown, to: (primitive: Expr) => Expr): Expr =>
  replace(replace(formula as Expr, integralZ, to(primitiveZ)), integralSS, to(primitiveSS));

export const wholeRange = [[num(0), omega0I]] as const;

export const scaleZ = div(mul(A2, DD), pow(omega0I, 2));

export const droppedZ = mul(zeemanShare, div(omega0I, sqrt(radicand)));

export const droppedSS = frequencyRatio;

/** The integral with the width dropped, printed before its value. */
export const firstForm = (body: Expr, range: readonly (readonly [Expr, Expr])[], greatest: Expr) =>
  separate(overAngle(mul<string, Binders>(scaleZ, integral(Delta, range, body)), greatest));

export const ratio = div(D0, omega0I);

export const bracket = (sign: 1 | -1): Expr =>
  add(
    div(pi, 2),
    neg(call('acos', ratio)),
    mul(sign, ratio, sqrt(div(sub(pow(omega0I, 2), pow(D0, 2)), pow(omega0I, 2)))),
  );

export const lostPrefactor = 'the factor in front of the bracket is 1 instead of 1/2 (it is lost in the text at hand)';

/** Powers of D0/omega0I alone remain: the arc cosine is replaced by its expansion. */
export const expanded = (formula: unknown, expansion: unknown): Expr =>
  replace(formula as Expr, call('acos', ratio), expansion as Expr);
