import { type ChangeOfVariable, changeVariable } from '../src/formula/change-variable.ts';
import { add, call, div, type Expr, mul, num, pi, pow, sqrt, sub } from '../src/formula/expression.ts';
import { key, replace } from '../src/formula/substitute.ts';
import { D0, DD, Delta, Delta0, omega0I, theta } from '../src/formula/symbols.ts';
import { radicand } from './section-4/notation.ts';

/** The angle that Delta0 stands at: arcsin(D0/omega0I) for D0 < omega0I, otherwise a right angle. */
export const angleBelow = call('asin', div(D0, omega0I));
export const rightAngle = div(pi, 2);

/** Footnotes 4 and 6: cos(theta) = Delta/omega0I. */
const byAngle = (greatest: Expr): ChangeOfVariable => ({
  from: Delta,
  to: theta,
  at: mul(omega0I, call('cos', theta)),
  slope: mul(omega0I, call('sin', theta)),
  square: radicand,
  root: mul(omega0I, call('sin', theta)),
  limit: (x) => {
    if (key(x) === key(omega0I)) return num(0);
    return key(x) === key(Delta0) || key(x) === '0'
      ? key(x) === '0'
        ? rightAngle
        : greatest
      : call('acos', div(x, omega0I));
  },
});

/** A formula with its integrals over Delta written over the angle. */
export const overAngle = (formula: Expr, greatest: Expr = angleBelow): Expr =>
  changeVariable(formula, byAngle(greatest));

const w = div(DD, omega0I);
const root = sqrt(add(1, pow(w, 2)));
const [sine, cosine] = [call('sin', theta), call('cos', theta)];
/** pi/2 - atan(w cos/(sqrt(1 + w^2) sin)) = sqrt(1 + w^2) w times the integral of 1/(sin^2 + w^2) from 0 to theta. */
const tail = sub(div(pi, 2), call('atan', div(mul(w, cosine), mul(root, sine))));
const share = div(w, pi);

/** The integrals of (64) and (66) from 0 to theta, every width: what footnote 4 leads to when nothing is dropped. */
export const primitiveZ = mul(
  share,
  add(mul(num(1, 2), theta), mul(num(1, 2), sine, cosine), mul(pow(w, 2), theta), mul(-1, w, root, tail)),
);
export const primitiveSS = mul(
  share,
  add(mul(num(1, 2), theta), mul(num(-1, 2), sine, cosine), mul(-1, pow(w, 2), theta), div(mul(pow(w, 3), tail), root)),
);

/** sin and cos of the greatest angle without inverse functions: D0/omega0I and what makes it 1. */
const ratio = div(D0, omega0I);
const complement = sqrt(mul(sub(1, ratio), add(1, ratio)));

const atAngle = (primitive: Expr, angle: Expr, [s, c]: readonly [Expr, Expr]): Expr =>
  replace(replace(replace(primitive, sine, s), cosine, c), theta, angle);

/** The value of a primitive at Delta = Delta0, for D0 <= omega0I and beyond. */
export const below = (primitive: Expr): Expr => atAngle(primitive, angleBelow, [ratio, complement]);
export const above = (primitive: Expr): Expr => atAngle(primitive, rightAngle, [num(1), num(0)]);
