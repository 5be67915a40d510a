import type { Expr } from '../../../src/formula/expression.ts';
import type { Grower } from './grow.ts';
import { ifBelow, minus, n, negative, of, over, plus, root, squared, times, to } from './terms.ts';

/** Two formulas that are equal wherever the hypotheses of the grower's world hold. */
export type Rule = (grow: Grower) => readonly [Expr, Expr];

export const rational: readonly Rule[] = [
  ({ any }) => {
    const [p, q, r] = [any(), any(), any()];
    return [times(p, plus(q, r)), plus(times(p, q), times(p, r))];
  },
  ({ any }) => {
    const [p, q] = [any(), any()];
    return [times(plus(p, q), minus(p, q)), minus(squared(p), squared(q))];
  },
  ({ any }) => {
    const [p, q] = [any(), any()];
    return [
      to(minus(p, q), 3),
      plus(to(p, 3), times(n(-3), squared(p), q), times(n(3), p, squared(q)), negative(to(q, 3))),
    ];
  },
  ({ positive }) => {
    const [p, q] = [positive(), positive()];
    return [over(n(1), times(p, plus(p, q))), over(minus(over(n(1), p), over(n(1), plus(p, q))), q)];
  },
  ({ any, positive }) => {
    const [e, p, q] = [any(), positive(), positive()];
    return [over(over(e, p), over(q, p)), over(e, q)];
  },
  ({ any, positive }) => {
    const [e, r, p, q] = [any(), any(), positive(), positive()];
    return [plus(over(e, p), over(r, q)), over(plus(times(e, q), times(r, p)), times(p, q))];
  },
  ({ positive, draw }) => {
    const [p, k] = [positive(), draw.between(1, 3)];
    return [to(p, -k), over(n(1), to(p, k))];
  },
  ({ positive }) => {
    const [p, q] = [positive(), positive()];
    return [over(plus(to(p, 3), to(q, 3)), plus(p, q)), plus(squared(p), negative(times(p, q)), squared(q))];
  },
];

export const roots: readonly Rule[] = [
  ({ positive }) => {
    const [p, q] = [positive(), positive()];
    return [root(over(p, q)), over(root(p), root(q))];
  },
  ({ positive }) => {
    const [p, q] = [positive(), positive()];
    return [root(times(squared(p), q)), times(p, root(q))];
  },
  ({ any }) => {
    const e = any();
    return [root(squared(e)), of('abs', e)];
  },
  ({ any }) => {
    const [e, r] = [any(0), any(0)];
    return [of('abs', times(e, r)), times(of('abs', e), of('abs', r))];
  },
  ({ any }) => {
    const e = any();
    return [squared(of('abs', e)), squared(e)];
  },
  ({ any }) => {
    const [e, r] = [any(), any()];
    return [of('abs', minus(e, r)), of('abs', minus(r, e))];
  },
  ({ positive }) => {
    const [p, q] = [positive(), positive()];
    return [over(n(1), plus(root(p), root(plus(p, q)))), over(minus(root(plus(p, q)), root(p)), q)];
  },
  ({ positive }) => {
    const [p, q] = [positive(0), positive(0)];
    return [root(plus(p, q, times(n(2), root(times(p, q))))), plus(root(p), root(q))];
  },
  ({ positive }) => {
    const p = positive();
    return [to(p, 3, 2), times(p, root(p))];
  },
  ({ positive }) => {
    const p = positive();
    return [to(p, -1, 2), over(root(p), p)];
  },
  ({ positive, any }) => {
    const [p, e] = [positive(), any()];
    return [of('abs', times(p, e)), times(p, of('abs', e))];
  },
  ({ any, positive }) => {
    const [e, p] = [any(0), positive()];
    return [root(times(squared(e), p)), times(of('abs', e), root(p))];
  },
];

export const surds: readonly Rule[] = [
  ({ draw }) => {
    const [p, q] = [draw.between(2, 60), draw.between(2, 60)];
    return [times(root(n(p)), root(n(q))), root(n(p * q))];
  },
  ({ draw }) => {
    const [p, q] = [draw.between(2, 12), draw.between(2, 30)];
    return [root(n(p * p * q)), times(n(p), root(n(q)))];
  },
  ({ draw }) => {
    const q = draw.between(2, 40);
    const p = q + draw.between(1, 20);
    return [over(n(1), minus(root(n(p)), root(n(q)))), over(plus(root(n(p)), root(n(q))), n(p - q))];
  },
  ({ draw }) => {
    const q = draw.between(2, 9);
    return [root(plus(n(q + 1), times(n(2), root(n(q))))), plus(n(1), root(n(q)))];
  },
  ({ draw }) => {
    const [p, q] = [draw.between(1, 30), draw.between(2, 30)];
    return [root(n(p, q)), over(root(n(p * q)), n(q))];
  },
  ({ draw, any }) => {
    const [q, e] = [draw.between(2, 12), any()];
    return [times(plus(e, root(n(q))), minus(e, root(n(q)))), minus(squared(e), n(q))];
  },
];

/** Cases that the hypotheses decide. */
export const decided: readonly Rule[] = [
  ({ positive, any }) => {
    const [p, e, r] = [positive(), any(), any()];
    return [ifBelow(n(0), p, e, r), e];
  },
  ({ positive, any }) => {
    const [p, e, r] = [positive(), any(), any()];
    return [ifBelow(p, n(0), e, r), r];
  },
  ({ positive, any }) => {
    const [p, q, e, r] = [positive(), positive(), any(), any()];
    return [ifBelow(q, plus(p, q), e, r), e];
  },
  ({ any }) => {
    const [e, r] = [any(), any()];
    return [ifBelow(e, e, r, negative(r)), negative(r)];
  },
  ({ any }) => {
    const [e, r] = [any(), any()];
    return [ifBelow(minus(e, of('abs', e)), n(1), r, n(0)), r];
  },
  ({ positive }) => {
    const p = positive();
    return [of('abs', p), p];
  },
  ({ positive, any }) => {
    const [p, e] = [positive(), any()];
    return [ifBelow(of('abs', e), negative(p), n(1), e), e];
  },
];
