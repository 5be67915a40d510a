import type { Arithmetic } from './arithmetic.ts';
import { checkExponent, raise } from './power.ts';
import { approximate } from './rational.ts';

const times = (a: number, b: number): number => a * b;

const div = (a: number, b: number): number => {
  if (b === 0) throw new RangeError('division by 0');
  return a / b;
};

const withinOne = (name: string, a: number): number => {
  if (!(Math.abs(a) <= 1)) throw new RangeError(`${name} of ${a}, outside [-1, 1]`);
  return a;
};

const pow = (a: number, n: number): number => {
  checkExponent(n);
  if (n === 0) return 1;
  return n > 0 ? raise(a, n, times) : div(1, raise(a, -n, times));
};

/**
 * Plain binary64 numbers, rounded to nearest, without any statement about the error. Overflow gives an infinity as in
 * IEEE 754; a number outside the domain of a function throws a RangeError.
 */
export const binary64: Arithmetic<number> = {
  rational: approximate,
  pi: () => Math.PI,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: times,
  div,
  neg: (a) => -a,
  abs: Math.abs,
  min: (a, b) => (a < b ? a : b),
  max: (a, b) => (a > b ? a : b),
  pow,
  sqrt: (a) => {
    if (!(a >= 0)) throw new RangeError(`square root of ${a}`);
    return Math.sqrt(a);
  },
  exp: Math.exp,
  log: (a) => {
    if (!(a > 0)) throw new RangeError(`logarithm of ${a}`);
    return Math.log(a);
  },
  sin: Math.sin,
  cos: Math.cos,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  atan: Math.atan,
  acos: (a) => Math.acos(withinOne('acos', a)),
  asin: (a) => Math.asin(withinOne('asin', a)),
};
