import type { Expr } from '../../../src/formula/expression.ts';
import { substitute } from '../../../src/formula/substitute.ts';
import type { Rule } from './algebra.ts';
import type { Grower } from './grow.ts';
import {
  applied,
  f,
  g,
  integralOver,
  type Letter,
  letter,
  minus,
  n,
  negative,
  of,
  over,
  plus,
  root,
  slopeOf,
  squared,
  times,
  to,
} from './terms.ts';

const [p, q, r] = ['p', 'q', 'r'].map(letter) as [Letter, Letter, Letter];
/** A function of a variable with its derivative, each by a rule of calculus written out by hand. */
type Pair = readonly [Expr, Expr];

const smooth = (grow: Grower, variable: Letter, depth: number): Pair => {
  const { draw, any } = grow;
  if (depth === 0) return draw.chance(1, 4) ? [any(0), n(0)] : [variable, n(1)];
  const inner = (): Pair => smooth(grow, variable, depth - 1);
  const [u, du] = inner();
  const [v, dv] = inner();
  switch (draw.below(12)) {
    case 0:
      return [plus(u, v), plus(du, dv)];
    case 1:
      return [times(u, v), plus(times(du, v), times(u, dv))];
    case 2: {
      const under = plus(n(1), squared(v));
      return [over(u, under), over(minus(times(du, under), times(u, n(2), v, dv)), squared(under))];
    }
    case 3:
      return [of('sin', u), times(of('cos', u), du)];
    case 4:
      return [of('cos', u), negative(times(of('sin', u), du))];
    case 5:
      return [of('exp', u), times(of('exp', u), du)];
    case 6:
      return [of('atan', u), over(du, plus(n(1), squared(u)))];
    case 7: {
      const inside = plus(n(1), squared(u));
      return [root(inside), over(times(u, du), root(inside))];
    }
    case 8: {
      const inside = plus(n(2), squared(u));
      return [of('log', inside), over(times(n(2), u, du), inside)];
    }
    case 9:
      return [of('tanh', u), over(du, squared(of('cosh', u)))];
    case 10:
      return [of('sinh', u), times(of('cosh', u), du)];
    default:
      return [to(u, 3), times(n(3), squared(u), du)];
  }
};

/** A function whose argument the hypotheses keep where it is smooth. */
const guarded = ({ draw, positive, unit }: Grower): readonly [Expr, Expr, Expr] => {
  switch (draw.below(5)) {
    case 0:
      return [of('log', p), over(n(1), p), positive()];
    case 1:
      return [root(p), over(n(1), times(n(2), root(p))), positive()];
    case 2:
      return [of('asin', p), over(n(1), root(minus(n(1), squared(p)))), times(n(1, 2), unit())];
    case 3:
      return [of('acos', p), over(n(-1), root(minus(n(1), squared(p)))), times(n(2, 3), unit())];
    default:
      return [of('abs', p), n(1), positive()];
  }
};

const put = (formula: Expr, variable: Letter, at: Expr): Expr => substitute(formula, { [variable.symbol.name]: at });

export const derivatives: readonly Rule[] = [
  (grow) => {
    const [body, slope] = smooth(grow, p, 1 + grow.draw.below(2));
    const at = grow.any(grow.draw.below(2));
    return [slopeOf(p, body, at), put(slope, p, at)];
  },
  (grow) => {
    const [body, slope, at] = guarded(grow);
    return [slopeOf(p, body, at), put(slope, p, at)];
  },
  (grow) => {
    const [e, at] = [grow.any(), grow.any(0)];
    return [slopeOf(p, e, at), n(0)];
  },
  (grow) => {
    const [[u, du], at] = [smooth(grow, p, 1), grow.any(0)];
    // The derivative of a derivative.
    return [slopeOf(q, slopeOf(p, times(u, q), q), at), plus(put(du, p, at), times(at, slopeOf(p, du, at)))];
  },
  (grow) => {
    const [[u, du], at] = [smooth(grow, p, 1), grow.any(0)];
    return [slopeOf(p, times(u, u), at), times(n(2), put(u, p, at), put(du, p, at))];
  },
];

/** Something that depends on the variable of an integral. */
const integrand = ({ draw, any }: Grower, variable: Letter): Expr =>
  draw.pick<() => Expr>([
    () => applied(f, variable),
    () => times(any(0), squared(variable)),
    () => of('sin', plus(variable, any(0))),
    () => over(variable, plus(n(1), squared(variable))),
    () => of('exp', negative(squared(variable))),
    () => times(applied(f, variable), applied(g, plus(variable, n(1)))),
    () => root(plus(n(1), squared(variable))),
    () => times(variable, of('cos', variable)),
  ])();

/** Limits of which the first is known to be the smaller one. */
const limits = ({ draw, positive }: Grower): readonly [Expr, Expr] => {
  const simple = draw.between(-2, 2);
  if (draw.chance(1, 2)) return [n(simple), n(simple + draw.between(1, 3))];
  const low = positive(0);
  return [low, plus(low, n(draw.between(1, 2)))];
};

export const integrals: readonly Rule[] = [
  (grow) => {
    const [body, [lo, hi]] = [integrand(grow, p), limits(grow)];
    return [integralOver(p, lo, hi, body), integralOver(q, lo, hi, put(body, p, q))];
  },
  (grow) => {
    const [e, body, [lo, hi]] = [grow.any(), integrand(grow, p), limits(grow)];
    return [integralOver(p, lo, hi, times(e, body)), times(e, integralOver(p, lo, hi, body))];
  },
  (grow) => {
    const [body, [lo, hi]] = [integrand(grow, p), limits(grow)];
    return [integralOver(p, hi, lo, body), negative(integralOver(p, lo, hi, body))];
  },
  (grow) => {
    const [body, [lo, hi], c] = [integrand(grow, p), limits(grow), grow.positive(0)];
    return [integralOver(p, lo, hi, over(body, c)), over(integralOver(q, lo, hi, put(body, p, q)), c)];
  },
  (grow) => {
    const [lo, hi] = [grow.positive(0), grow.positive(0)];
    const [from, until] = [lo, plus(lo, hi)];
    // Between positive limits the variable is its own magnitude.
    return [
      integralOver(p, from, until, times(of('abs', p), applied(f, p))),
      integralOver(p, from, until, times(p, applied(f, p))),
    ];
  },
  (grow) => {
    const [lo, hi] = [n(-grow.draw.between(1, 3)), n(0)];
    const body = integrand(grow, p);
    return [integralOver(p, lo, hi, times(root(squared(p)), body)), negative(integralOver(p, lo, hi, times(p, body)))];
  },
  (grow) => {
    const [lo, hi] = limits(grow);
    const body = (a: Letter, b: Letter): Expr => times(applied(f, a), squared(plus(b, grow.world.letters[0] as Expr)));
    return [
      integralOver(p, lo, hi, integralOver(q, n(0), n(1), body(p, q))),
      integralOver(q, lo, hi, integralOver(r, n(0), n(1), body(q, r))),
    ];
  },
  (grow) => {
    const [lo, hi] = limits(grow);
    // An inner integral over the same range, whose variable must not be taken for the outer one.
    const inner = (a: Letter, b: Letter): Expr => integralOver(b, lo, hi, times(plus(a, negative(b)), b));
    return [integralOver(p, lo, hi, times(p, inner(p, q))), integralOver(r, lo, hi, times(r, inner(r, p)))];
  },
  (grow) => {
    const [body, [lo, hi]] = [integrand(grow, p), limits(grow)];
    return [
      integralOver(p, lo, hi, times(body, plus(squared(of('sin', p)), squared(of('cos', p))))),
      integralOver(p, lo, hi, body),
    ];
  },
  (grow) => {
    const [e, h] = [grow.any(), grow.any(0)];
    return [applied(f, minus(plus(e, h), h)), applied(f, e)];
  },
];
