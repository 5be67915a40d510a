import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pureNumber } from '../../src/formula/dimension.ts';
import { add, call, div, type Expr, integral, mul, num, pow, sub, symbol } from '../../src/formula/expression.ts';
import {
  type FormulaMatrix,
  identityMatrix,
  kronecker,
  matrixOf,
  plus,
  product,
  spin,
  times,
  trace,
} from '../../src/formula/operators.ts';
import { key } from '../../src/formula/substitute.ts';
import { latex } from '../../src/meaning/latex.ts';
import { shows } from '../kernel/ask.ts';

const x = symbol('x', 'x', pureNumber, 'real');
const y = symbol('y', 'y', pureNumber, 'real');
const spins = ['i', 'j', 'k'] as const;
const ofSpin = (label: string): readonly [Expr, Expr, Expr] => [spin(label, 'z'), spin(label, '+'), spin(label, '-')];
const [iz, iup, idown] = ofSpin('i');
const [jz, jup, jdown] = ofSpin('j');
const together = (...factors: Expr[]): Expr => mul(...factors);
const commutator = (a: Expr, b: Expr): Expr => sub(together(a, b), together(b, a));

const same = (a: FormulaMatrix, b: FormulaMatrix): boolean =>
  a.length === b.length &&
  a.every((row, r) => row.length === b.length && row.every((entry, c) => shows(entry, b[r]?.[c] as Expr)));
const equal = (a: Expr, b: Expr, of: readonly string[] = spins): boolean => same(matrixOf(a, of), matrixOf(b, of));

describe('the algebra of spins 1/2', () => {
  test.each(spins)('holds for spin %s among three', (label) => {
    const [z, up, down] = ofSpin(label);
    expect(equal(commutator(up, down), mul(2, z))).toBe(true);
    expect(equal(commutator(z, up), up)).toBe(true);
    expect(equal(commutator(z, down), mul(-1, down))).toBe(true);
    expect(equal(add(pow(z, 2), mul(num(1, 2), add(together(up, down), together(down, up)))), num(3, 4))).toBe(true);
    expect(equal(pow(up, 2), num(0))).toBe(true);
    expect(equal(pow(z, 0), num(1))).toBe(true);
  });
  test('notices order, sign and factor', () => {
    expect(equal(commutator(iup, idown), mul(-2, iz))).toBe(false);
    expect(equal(commutator(iup, idown), iz)).toBe(false);
    expect(equal(together(iup, idown), together(idown, iup))).toBe(false);
  });
  test('different spins commute', () => {
    for (const a of ofSpin('i')) for (const b of ofSpin('j')) expect(equal(commutator(a, b), num(0))).toBe(true);
  });
  test('the order of the basis is up, down, the first spin before the second', () => {
    const diagonal = (formula: Expr): readonly string[] =>
      matrixOf(formula, ['i', 'j']).map((row, index) => key(row[index] as Expr));
    expect(diagonal(iz)).toEqual(['1/2', '1/2', '-1/2', '-1/2']);
    expect(diagonal(jz)).toEqual(['1/2', '-1/2', '1/2', '-1/2']);
    // |+-><-+|: row 1, column 2.
    expect(matrixOf(together(iup, jdown), ['i', 'j']).map((row) => row.map(key).join(' '))).toEqual([
      '0 0 0 0',
      '0 0 1 0',
      '0 0 0 0',
      '0 0 0 0',
    ]);
  });
});

describe('matrixOf keeps sums, products and scalars', () => {
  const leaves = fc.constantFrom<Expr>(iz, iup, idown, jz, jup, jdown, x, y, num(2), num(-1, 3));
  const terms = fc.array(leaves, { minLength: 1, maxLength: 3 }).map((parts) => together(...parts));
  const matrix = (formula: Expr): FormulaMatrix => matrixOf(formula, ['i', 'j']);
  test('of random formulas', () => {
    fc.assert(
      fc.property(terms, terms, (a, b) => {
        expect(same(matrix(mul(a, b)), product(matrix(a), matrix(b)))).toBe(true);
        expect(same(matrix(add(a, b)), plus(matrix(a), matrix(b)))).toBe(true);
        expect(same(matrix(mul(x, a)), times(x, matrix(a)))).toBe(true);
        expect(shows(trace(product(matrix(a), matrix(b))), trace(product(matrix(b), matrix(a))))).toBe(true);
      }),
      { numRuns: 40, seed: 3 },
    );
  });
  test('a quotient by a scalar, and a scalar alone', () => {
    expect(matrixOf(div(mul(x, iz), y), ['i']).map((row) => row.map(key))).toEqual([
      ['(/ (* 1/2 x) y)', '0'],
      ['0', '(/ (* -1/2 x) y)'],
    ]);
    expect(matrixOf(call('cos', x), ['i']).map((row) => row.map(key))).toEqual([
      ['(cos x)', '0'],
      ['0', '(cos x)'],
    ]);
    expect(same(matrix(num(1)), identityMatrix(4))).toBe(true);
  });
  test('the matrix of two spins is the tensor product of two', () => {
    const [a, b] = [matrixOf(add(iz, mul(x, iup)), ['i']), matrixOf(add(jdown, mul(y, jz)), ['j'])];
    expect(same(matrix(mul(add(iz, mul(x, iup)), add(jdown, mul(y, jz)))), kronecker(a, b))).toBe(true);
    expect(shows(trace(kronecker(a, a)), together(trace(a), trace(a)))).toBe(true);
  });
  test('stays small: nothing is left of 0 and 1', () => {
    const entries = matrixOf(add(mul(x, iz, jz), mul(num(1, 2), add(mul(iup, jdown), mul(idown, jup)))), ['i', 'j']);
    expect(entries.map((row) => row.map(key).join(', '))).toEqual([
      '(* 1/4 x), 0, 0, 0',
      '0, (* -1/4 x), 1/2, 0',
      '0, 1/2, (* -1/4 x), 0',
      '0, 0, 0, (* 1/4 x)',
    ]);
  });
});

describe('what it does not read it refuses', () => {
  const refused: readonly (readonly [string, () => unknown, string])[] = [
    ['another spin', () => matrixOf(jz, ['i', 'k']), 'expected operators of the spins i, k, got S_z@j'],
    ['a function', () => matrixOf(call('exp', iz), ['i']), 'polynomial in spin operators, got one inside a function'],
    ['a denominator', () => matrixOf(div(num(1), iz), ['i']), 'got one inside a denominator'],
    ['a root', () => matrixOf(pow(iz, 1, 2), ['i']), 'got one inside a power'],
    ['an inverse', () => matrixOf(pow(iz, -1), ['i']), 'got one inside a power'],
    ['an integral', () => matrixOf(integral(x, [[num(0), num(1)]], mul(x, iz)), ['i']), 'got one inside an integral'],
    ['both letters', () => matrixOf(add(iz, spin('i', 'z', 'I')), ['i']), 'expected one spin of the label i'],
    ['a spin twice', () => matrixOf(iz, ['i', 'i']), 'expected one or several different spins, got "i, i"'],
    ['no spin', () => matrixOf(num(1), []), 'expected one or several different spins, got ""'],
    ['matrices of two sizes', () => product(identityMatrix(2), identityMatrix(4)), 'of one size, got 2 and 4'],
    ['an empty label', () => spin('', 'z'), 'expected letters or digits as the label of a spin, got ""'],
  ];
  test.each(refused)('%s', (_, ask, why) => {
    expect(ask).toThrow(RangeError);
    expect(ask).toThrow(why);
  });
});

test('operators are written as in the field', () => {
  expect(latex(add(iz, iup, spin('k', '-', 'I'), spin('12', 'z')))).toBe('S_z^i+S_+^i+I_-^k+S_z^{12}');
});
