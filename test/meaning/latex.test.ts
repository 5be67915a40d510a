import { expect, test } from 'vitest';
import { pureNumber } from '../../src/formula/dimension.ts';
import {
  add,
  apply,
  call,
  cases,
  delta,
  derivative,
  div,
  type Expr,
  infinity,
  integral,
  mul,
  neg,
  num,
  pairSum,
  pi,
  pow,
  sqrt,
  sub,
  symbol,
  total,
} from '../../src/formula/expression.ts';
import { A2, couplingOf, D, D0, Delta, gD, i, j, NS, omega0I, rhoSplus } from '../../src/formula/symbols.ts';
import { latex } from '../../src/meaning/latex.ts';

const x = symbol('x', 'x', pureNumber, 'real');
const y = symbol('y', 'y', pureNumber, 'real');
const z = symbol('z', 'z', pureNumber, 'real');

test.each<[string, Expr]>([
  ['x-y', sub(x, y)],
  ['x-2\\,y', add(x, mul(-2, y))],
  ['x-\\tfrac{1}{2}\\,y', add(x, mul(num(-1, 2), y))],
  ['-\\left(x+y\\right)', neg(add(x, y))],
  ['x-\\left(y-z\\right)', sub(x, sub(y, z))],
  ['-x-y+z', add(sub(neg(x), y), z)],
  ['x\\,\\left(y+z\\right)', mul(x, add(y, z))],
  ['-2\\,\\left(x+y\\right)', mul(-2, add(x, y))],
  ['x\\,\\left(-2\\right)', mul(x, -2)],
  ['-\\frac{x}{y}', div(neg(x), y)],
  ['z+\\frac{-x+y}{z}', add(z, div(add(neg(x), y), z))],
  ['\\frac{x+y}{2\\,z}', div(add(x, y), mul(2, z))],
  ['x^{-1}', pow(x, -1)],
  ['x^{3/2}', pow(x, 3, 2)],
  ['\\sqrt{x+y}', sqrt(add(x, y))],
  ['\\left(x+y\\right)^{2}', pow(add(x, y), 2)],
  ['\\left(-x\\right)^{2}', pow(neg(x), 2)],
  ['\\left(2\\,x\\right)^{2}', pow(mul(2, x), 2)],
  ['\\left(\\frac{x}{y}\\right)^{2}', pow(div(x, y), 2)],
  ['\\left(x^{2}\\right)^{3}', pow(pow(x, 2), 3)],
  ['\\left(\\sqrt{x}\\right)^{3}', pow(sqrt(x), 3)],
  ['\\left(A^2\\right)^{2}', pow(A2, 2)],
  ['\\left(-\\tfrac{1}{2}\\right)^{2}', pow(num(-1, 2), 2)],
  ['\\sin\\left(x\\right)^{2}', pow(call('sin', x), 2)],
  ['\\arccos\\left(\\frac{D_0}{\\omega_{0I}}\\right)', call('acos', div(D0, omega0I))],
  ['\\ln\\left(x\\right)+\\pi', add(call('log', x), pi)],
  ['\\left|-x\\right|', call('abs', neg(x))],
  [
    '\\begin{cases}1&x<y\\\\-x&\\text{otherwise}\\end{cases}',
    cases<string, 'scalar'>({ left: x, right: y }, 1, neg(x)),
  ],
  ['g_D(D)', apply(gD, D)],
  ['\\rho_S^+(x,y)', apply(rhoSplus, x, y)],
  ['D_{+-}^{ij}', apply(couplingOf, i, j)],
  ['\\delta\\left(\\omega_{0I}-D\\right)', delta(sub(omega0I, D))],
  ['\\int_{0}^{\\infty}dD\\,g_D(D)', integral(D, [[num(0), infinity]], apply(gD, D))],
  [
    '\\left(\\int_{-2}^{-1}dx+\\int_{1}^{2}dx\\right)\\,\\left(x+1\\right)',
    integral(
      x,
      [
        [num(-2), num(-1)],
        [num(1), num(2)],
      ],
      add(x, 1),
    ),
  ],
  ['\\sum_{i}\\sum_{j\\neq i}D_{+-}^{ij}', pairSum(i, j, NS, apply(couplingOf, i, j))],
  ['\\sum_{i}\\left(i+1\\right)', total(i, NS, add(i, 1))],
  [
    '\\left.\\frac{\\partial}{\\partial \\Delta}\\left(\\Delta^{2}\\right)\\right|_{\\Delta=D_0}',
    derivative(Delta, pow(Delta, 2), D0),
  ],
])('%s', (expected, formula) => {
  expect(latex(formula)).toBe(expected);
});
