import type { Rule } from './algebra.ts';
import { minus, n, of, over, pi, plus, root, squared, times, to, turn } from './terms.ts';

export const logarithm: readonly Rule[] = [
  ({ positive }) => {
    const [p, q] = [positive(), positive()];
    return [of('log', times(p, q)), plus(of('log', p), of('log', q))];
  },
  ({ positive }) => {
    const [p, q] = [positive(), positive()];
    return [of('log', over(p, q)), minus(of('log', p), of('log', q))];
  },
  ({ positive, draw }) => {
    const [p, k] = [positive(), draw.pick([-2, -1, 2, 3])];
    return [of('log', to(p, k)), times(n(k), of('log', p))];
  },
  ({ positive }) => {
    const p = positive();
    return [of('log', root(p)), over(of('log', p), n(2))];
  },
  ({ positive }) => {
    const p = positive();
    return [of('exp', of('log', p)), p];
  },
  ({ any }) => {
    const e = any();
    return [of('log', of('exp', e)), e];
  },
  ({ draw }) => {
    const [p, q] = [draw.between(2, 30), draw.between(2, 30)];
    return [of('log', n(p * q)), plus(of('log', n(p)), of('log', n(q)))];
  },
  ({ positive, draw }) => {
    const [p, k] = [positive(0), draw.between(1, 3)];
    return [of('exp', times(n(k, 2), of('log', p))), to(root(p), k)];
  },
];

export const constants: readonly Rule[] = [
  () => [of('atan', n(1)), turn(1, 4)],
  () => [of('asin', n(1, 2)), turn(1, 6)],
  () => [of('acos', n(-1)), pi],
  () => [of('acos', n(1, 2)), turn(1, 3)],
  ({ draw }) => {
    const k = draw.between(-12, 12);
    return [of('sin', turn(k, 6)), of('cos', minus(turn(1, 2), turn(k, 6)))];
  },
  ({ draw }) => {
    const k = draw.between(-9, 9);
    return [
      plus(squared(of('sin', turn(k, 4))), squared(of('cos', turn(k, 3)))),
      plus(n(1), minus(squared(of('sin', turn(k, 4))), squared(of('sin', turn(k, 3))))),
    ];
  },
  () => [times(n(2), of('cos', turn(1, 6))), root(n(3))],
  ({ draw }) => {
    const k = draw.between(1, 6);
    return [plus(of('atan', n(k)), of('atan', n(1, k))), turn(1, 2)];
  },
  ({ draw }) => {
    const [p, q] = [draw.between(1, 9), draw.between(1, 9)];
    return [plus(turn(p, q), turn(q, p)), times(n(p * p + q * q, p * q), pi)];
  },
  ({ draw }) => {
    const k = draw.between(1, 20);
    return [of('abs', minus(pi, n(k))), k < 4 ? minus(pi, n(k)) : minus(n(k), pi)];
  },
];
