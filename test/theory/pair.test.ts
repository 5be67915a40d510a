import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { angularFrequency, sameDimension } from '../../src/formula/dimension.ts';
import { add, call, div, type Expr, mul, num, pow, sub, symbol } from '../../src/formula/expression.ts';
import { type FormulaMatrix, matrixOf, plus, product, spin, times, trace } from '../../src/formula/operators.ts';
import { D, Delta, omega, r, theta } from '../../src/formula/symbols.ts';
import { dimensionOf } from '../../src/meaning/dimension.ts';
import { dipolarConstant, pairCoupling } from '../../src/theory/coupling-density.ts';
import {
  dipolarFlipFlop,
  dipolarInteraction,
  dipolarZz,
  lowerState,
  mixedStates,
  mixingBlock,
  numbersOf,
  pairHamiltonian,
  pairInteraction,
  pairSpins,
  pairZeeman,
  secularPart,
  splitting,
  upperState,
  zzInteraction,
} from '../../src/theory/pair.ts';
import { shows, under } from '../kernel/ask.ts';

type Scalar = Expr<string, 'scalar'>;
const matrix = (formula: Expr): FormulaMatrix => matrixOf(formula, pairSpins);
const coupled = under([{ left: D, is: '!=', right: num(0) }], { D: '-1' });
const apart = under([{ left: num(0), is: '<', right: r }], { r: '1' });
const same = (a: FormulaMatrix, b: FormulaMatrix, k = coupled): boolean =>
  a.every((row, i) => row.every((entry, j) => shows(entry, b[i]?.[j] as Expr, k)));
const minus = (a: FormulaMatrix, b: FormulaMatrix): FormulaMatrix => plus(a, times(num(-1), b));
const zero = matrix(num(0));

const [zi, zj] = [spin('i', 'z'), spin('j', 'z')];
const flipFlop = add(mul(spin('i', '+'), spin('j', '-')), mul(spin('i', '-'), spin('j', '+')));
/** K (1 - 3 cos^2)/r^3 times S_z S_z - weight (S_+ S_- + S_- S_+). */
const truncated = (weight: Scalar): FormulaMatrix =>
  matrix(
    mul<string>(
      div(mul(dipolarConstant, sub(1, mul(3, pow(call('cos', theta), 2)))), pow(r, 3)),
      sub<string>(mul(zi, zj), mul(weight, flipFlop)),
    ),
  );

describe('the dipolar interaction', () => {
  const whole = matrix(dipolarInteraction);
  test('has the secular part K (1 - 3 cos^2)/r^3 [S_z S_z - (S_+ S_- + S_- S_+)/4], and no other', () => {
    expect(same(secularPart(dipolarInteraction), truncated(num(1, 4)), apart)).toBe(true);
    for (const weight of [num(1, 2), num(-1, 4)])
      expect(same(secularPart(dipolarInteraction), truncated(weight), apart)).toBe(false);
  });
  test('of which it is all that commutes with the total S_z', () => {
    const total = matrix(add(zi, zj));
    const commutes = (a: FormulaMatrix): boolean => same(product(a, total), product(total, a), apart);
    expect(commutes(secularPart(dipolarInteraction))).toBe(true);
    expect(commutes(whole)).toBe(false);
    // What is dropped has no element within a block: its product with any projector on a block, from both sides, is 0.
    const dropped = minus(whole, secularPart(dipolarInteraction));
    for (const block of [
      mul(add(num(1, 2), zi), add(num(1, 2), zj)),
      sub(num(1, 2), mul(2, zi, zj)),
      mul(sub(num(1, 2), zi), sub(num(1, 2), zj)),
    ])
      expect(same(product(matrix(block), product(dropped, matrix(block))), zero, apart)).toBe(true);
  });
  test('is symmetric, without trace, and has its known eigenvalues', () => {
    // Spins up or down along n have -1/2, the third triplet state 1, the singlet 0, all in K/r^3.
    const scale = div(dipolarConstant, pow(r, 3));
    const square = product(whole, whole);
    expect(shows(trace(whole), num(0), apart)).toBe(true);
    expect(shows(trace(square), mul<string>(num(3, 2), pow(scale, 2)), apart)).toBe(true);
    expect(shows(trace(product(square, whole)), mul<string>(num(3, 4), pow(scale, 3)), apart)).toBe(true);
    whole.forEach((row, i) => {
      row.forEach((entry, j) => {
        expect(shows(entry, whole[j]?.[i] as Expr, apart)).toBe(true);
      });
    });
  });
  test('couples with Dzz = -4 D, D being minus the strength that the rates square', () => {
    expect(shows(dipolarFlipFlop, mul<string>(-1, pairCoupling), apart)).toBe(true);
    expect(shows(dipolarFlipFlop, pairCoupling, apart)).toBe(false);
    expect(shows(dipolarZz, mul<string>(-4, dipolarFlipFlop), apart)).toBe(true);
    expect(shows(dipolarZz, mul<string>(2, dipolarFlipFlop), apart)).toBe(false);
    const read = add<string>(zzInteraction(dipolarZz), mul<string>(num(1, 2), dipolarFlipFlop, flipFlop));
    expect(same(matrix(read), secularPart(dipolarInteraction), apart)).toBe(true);
    expect(sameDimension(dimensionOf(dipolarFlipFlop), angularFrequency)).toBe(true);
  });
});

describe('the mixed states', () => {
  const h = matrix(pairHamiltonian);
  const [upper, lower] = [matrix(upperState), matrix(lowerState)];
  const half = mul<string>(num(1, 2), splitting);
  test('are those of the block between +- and -+', () => {
    const wanted = [
      [div(Delta, 2), div(D, 2)],
      [div(D, 2), div(Delta, -2)],
    ];
    expect(same(mixingBlock, wanted)).toBe(true);
    expect(shows(trace(product(mixingBlock, mixingBlock)), mul(num(1, 2), pow(splitting, 2)), coupled)).toBe(true);
  });
  test('are projected upon: idempotent, orthogonal, complete, of trace 1', () => {
    expect(same(product(upper, upper), upper)).toBe(true);
    expect(same(product(lower, lower), lower)).toBe(true);
    expect(same(product(upper, lower), zero)).toBe(true);
    expect(same(plus(upper, lower), matrix(sub(num(1, 2), mul(2, zi, zj))))).toBe(true);
    for (const state of [upper, lower]) expect(shows(trace(state), num(1), coupled)).toBe(true);
  });
  test('have the energies +E/2 and -E/2, the upper one above', () => {
    expect(same(product(h, upper), times(half, upper))).toBe(true);
    expect(same(product(h, lower), times(mul(-1, half), lower))).toBe(true);
    expect(same(product(h, upper), times(mul(-1, half), upper))).toBe(false);
    expect(same(product(h, upper), times(splitting, upper))).toBe(false);
  });
  test('are shifted alike by the coupling of the z components', () => {
    const Dzz = symbol('Dzz', 'D_{zz}', angularFrequency, 'real');
    for (const state of [upper, lower])
      expect(same(product(matrix(zzInteraction(Dzz)), state), times(div(Dzz, -8), state))).toBe(true);
  });
  test('share the Hamiltonian between Zeeman energy and interaction', () => {
    expect(same(plus(matrix(pairZeeman), matrix(pairInteraction)), h)).toBe(true);
    expect(shows(trace(product(upper, matrix(pairZeeman))), div(pow(Delta, 2), mul(2, splitting)), coupled)).toBe(true);
    expect(shows(trace(product(upper, matrix(pairInteraction))), div(pow(D, 2), mul(2, splitting)), coupled)).toBe(
      true,
    );
    expect(shows(trace(h), num(0), coupled)).toBe(true);
    expect(shows(h[0]?.[0] as Expr, sub(omega, div(Delta, 2)), coupled)).toBe(true);
  });
});

describe('in numbers', () => {
  const couplings = fc.double({ min: 1e-6, max: 3, noNaN: true });
  const signs = fc.constantFrom(1, -1);
  test('the mixed states are what the projectors project upon, for all signs', () => {
    fc.assert(
      fc.property(couplings, couplings, signs, signs, (a, b, s, t) => {
        const values = { Delta: s * a, D: t * b };
        const states = mixedStates(values);
        expect(states.splitting).toBeCloseTo(Math.sqrt(a * a + b * b), 14);
        for (const [formula, [c, d]] of [
          [upperState, states.upper],
          [lowerState, states.lower],
        ] as const) {
          const numbers = numbersOf(matrix(formula), values);
          expect(numbers[1]?.[1]).toBeCloseTo(c * c, 14);
          expect(numbers[1]?.[2]).toBeCloseTo(c * d, 14);
          expect(numbers[2]?.[2]).toBeCloseTo(d * d, 14);
          expect(numbers[0]).toEqual([0, 0, 0, 0]);
        }
      }),
      { numRuns: 100, seed: 5 },
    );
  });
  test('a small component has full relative precision', () => {
    for (const sign of [1, -1]) {
      const { upper } = mixedStates({ Delta: sign, D: 1e-12 });
      expect(Math.min(...upper.map(Math.abs)) / 5e-13).toBeCloseTo(1, 14);
    }
  });
  test('no Delta and no D is refused', () => {
    expect(() => mixedStates({ Delta: 0, D: 0 })).toThrow('expected finite Delta and D, not both 0, got 0 and 0');
    expect(() => mixedStates({ Delta: Number.NaN, D: 1 })).toThrow(RangeError);
    expect(() => numbersOf(matrix(pairHamiltonian), { D: 1, omega: 1 })).toThrow(ReferenceError);
  });
});
