import type { Rule } from './algebra.ts';
import { minus, n, negative, of, over, pi, plus, root, squared, times, to, turn } from './terms.ts';

export const circular: readonly Rule[] = [
  ({ any }) => {
    const e = any();
    return [plus(squared(of('sin', e)), squared(of('cos', e))), n(1)];
  },
  ({ any }) => {
    const [e, r] = [any(), any()];
    return [of('sin', plus(e, r)), plus(times(of('sin', e), of('cos', r)), times(of('cos', e), of('sin', r)))];
  },
  ({ any }) => {
    const [e, r] = [any(), any()];
    return [of('cos', minus(e, r)), plus(times(of('cos', e), of('cos', r)), times(of('sin', e), of('sin', r)))];
  },
  ({ any }) => {
    const e = any();
    return [of('sin', times(n(2), e)), times(n(2), of('sin', e), of('cos', e))];
  },
  ({ any }) => {
    const e = any();
    return [of('cos', times(n(3), e)), minus(times(n(4), to(of('cos', e), 3)), times(n(3), of('cos', e)))];
  },
  ({ any }) => {
    const e = any();
    return [squared(of('sin', over(e, n(2)))), over(minus(n(1), of('cos', e)), n(2))];
  },
  ({ any, draw }) => {
    const [e, k] = [any(), draw.between(-3, 3)];
    const sign = n(k % 2 === 0 ? 1 : -1);
    return [of('sin', plus(e, turn(k))), times(sign, of('sin', e))];
  },
  ({ any }) => {
    const e = any();
    return [of('cos', minus(turn(1, 2), e)), of('sin', e)];
  },
  ({ any }) => {
    const e = any();
    return [
      of('sin', plus(e, turn(1, 3))),
      plus(over(of('sin', e), n(2)), times(over(root(n(3)), n(2)), of('cos', e))),
    ];
  },
  ({ any }) => {
    const [e, r] = [any(), any()];
    return [times(n(2), of('sin', e), of('sin', r)), minus(of('cos', minus(e, r)), of('cos', plus(e, r)))];
  },
  ({ any }) => {
    const e = any();
    return [of('cos', negative(e)), of('cos', e)];
  },
  ({ any, draw }) => {
    const [e, k] = [any(0), draw.between(2, 6)];
    // cos k e + cos (k - 2) e = 2 cos e cos (k - 1) e.
    return [
      plus(of('cos', times(n(k), e)), of('cos', times(n(k - 2), e))),
      times(n(2), of('cos', e), of('cos', times(n(k - 1), e))),
    ];
  },
];

export const exponential: readonly Rule[] = [
  ({ any }) => {
    const [e, r] = [any(), any()];
    return [of('exp', plus(e, r)), times(of('exp', e), of('exp', r))];
  },
  ({ any }) => {
    const e = any();
    return [minus(squared(of('cosh', e)), squared(of('sinh', e))), n(1)];
  },
  ({ any }) => {
    const e = any();
    return [of('tanh', e), over(of('sinh', e), of('cosh', e))];
  },
  ({ any }) => {
    const [e, r] = [any(0), any(0)];
    const [p, q] = [of('tanh', e), of('tanh', r)];
    return [of('tanh', plus(e, r)), over(plus(p, q), plus(n(1), times(p, q)))];
  },
  ({ any }) => {
    const e = any();
    return [of('sinh', times(n(2), e)), times(n(2), of('sinh', e), of('cosh', e))];
  },
  ({ any, draw }) => {
    const [e, k] = [any(), draw.between(2, 5)];
    return [to(of('exp', over(e, n(k))), k), of('exp', e)];
  },
  ({ any }) => {
    const e = any();
    return [root(of('exp', e)), of('exp', over(e, n(2)))];
  },
  ({ any }) => {
    const e = any();
    return [of('cosh', e), over(plus(of('exp', e), of('exp', negative(e))), n(2))];
  },
  ({ any }) => {
    const e = any(0);
    return [of('tanh', e), minus(n(1), over(n(2), plus(of('exp', times(n(2), e)), n(1))))];
  },
];

export const inverse: readonly Rule[] = [
  ({ unit }) => {
    const u = unit();
    return [of('sin', of('asin', u)), u];
  },
  ({ unit }) => {
    const u = unit();
    return [of('cos', of('asin', u)), root(minus(n(1), squared(u)))];
  },
  ({ unit }) => {
    const u = unit();
    return [plus(of('asin', u), of('acos', u)), turn(1, 2)];
  },
  ({ unit }) => {
    const u = unit();
    return [of('acos', negative(u)), minus(pi, of('acos', u))];
  },
  ({ any }) => {
    const e = any();
    return [of('atan', negative(e)), negative(of('atan', e))];
  },
  ({ positive }) => {
    const p = positive();
    return [plus(of('atan', p), of('atan', over(n(1), p))), turn(1, 2)];
  },
  ({ any }) => {
    const e = any();
    return [of('sin', of('atan', e)), over(e, root(plus(n(1), squared(e))))];
  },
  ({ any }) => {
    const e = any();
    return [of('cos', times(n(2), of('atan', e))), over(minus(n(1), squared(e)), plus(n(1), squared(e)))];
  },
  ({ unit }) => {
    const u = unit();
    return [of('sin', times(n(2), of('asin', u))), times(n(2), u, root(minus(n(1), squared(u))))];
  },
  ({ unit }) => {
    const u = unit();
    return [squared(of('cos', over(of('acos', u), n(2)))), over(plus(n(1), u), n(2))];
  },
  ({ unit, any }) => {
    const [u, e] = [unit(), any(0)];
    return [
      of('sin', plus(of('acos', u), e)),
      plus(times(root(minus(n(1), squared(u))), of('cos', e)), times(u, of('sin', e))),
    ];
  },
  ({ unit }) => {
    const u = unit();
    return [of('abs', of('cos', of('asin', u))), of('cos', of('asin', u))];
  },
];
