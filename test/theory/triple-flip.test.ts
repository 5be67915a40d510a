import { describe, expect, test } from 'vitest';
import { add, div, type Expr, mul, num, pi, pow, sub } from '../../src/formula/expression.ts';
import { type FormulaMatrix, matrixOf, plus, product, spin, times, trace } from '../../src/formula/operators.ts';
import { D, Delta, omega0I } from '../../src/formula/symbols.ts';
import type { Fact } from '../../src/kernel/kernel.ts';
import {
  lowerState,
  pairHamiltonian,
  pairInteraction,
  pairZeeman,
  splitting,
  upperState,
} from '../../src/theory/pair.ts';
import {
  Aminus,
  AminusJ,
  Aplus,
  AplusJ,
  after,
  before,
  changeInFlip,
  flipElementSquared,
  flipElementSquaredOfBoth,
  flipRate,
  hyperfine,
  hyperfineOfBoth,
  interactionChange,
  nuclearChange,
  nuclearPolarization,
  nuclearZeeman,
  polarizationChange,
  squaredElement,
  tripleSpins,
  unperturbed,
  zeemanChange,
} from '../../src/theory/triple-flip.ts';
import { shows, under } from '../kernel/ask.ts';

const isCoupled: Fact = { left: D, is: '!=', right: num(0) };
const coupled = under([isCoupled], { D: '-1' });
const atResonance = under(
  [
    { left: pow(Delta, 2), is: '=', right: sub(pow(omega0I, 2), pow(D, 2)) },
    { left: num(0), is: '<', right: omega0I },
    isCoupled,
  ],
  { D: '-3', Delta: '4', omega0I: '5' },
);
const matrix = (formula: Expr): FormulaMatrix => matrixOf(formula, tripleSpins);
const same = (a: FormulaMatrix, b: FormulaMatrix): boolean =>
  a.every((row, i) => row.every((entry, j) => shows(entry, b[i]?.[j] as Expr, coupled)));

/** Whether the kernel takes left = right, and none of left = 2 right, left = -right, left = pi right. */
const expectIdentity = (left: Expr, right: Expr, k = coupled): void => {
  expect(shows(left, right, k)).toBe(true);
  for (const factor of [num(2), num(-1), num(1, 4), pi]) expect(shows(left, mul(factor, right), k)).toBe(false);
};

test('the states before and after are eigenstates, E apart from the side of the pair and omega0I from the nucleus', () => {
  const h0 = matrix(unperturbed);
  const energies: readonly (readonly [Expr, Expr])[] = [
    [before, mul<string>(num(1, 2), sub<string>(splitting, omega0I))],
    [after, mul<string>(num(-1, 2), sub<string>(splitting, omega0I))],
  ];
  for (const [state, energy] of energies) {
    const P = matrix(state);
    expect(same(product(P, P), P)).toBe(true);
    expect(same(product(h0, P), times(energy, P))).toBe(true);
    expect(same(product(h0, P), times(splitting, P))).toBe(false);
    expectIdentity(trace(P), num(1));
  }
  expect(same(plus(matrix(pairHamiltonian), matrix(nuclearZeeman)), h0)).toBe(true);
});

describe('the matrix element', () => {
  test('squared is |A/2|^2 D^2/(4 E^2)', () => {
    expectIdentity(squaredElement(hyperfine), flipElementSquared);
    expect(shows(squaredElement(hyperfine), mul(flipElementSquared, div(pow(D, 2), pow(splitting, 2))), coupled)).toBe(
      false,
    );
  });
  test('of both electrons interferes: |A_i - A_j|^2 and not the sum', () => {
    expectIdentity(squaredElement(hyperfineOfBoth), flipElementSquaredOfBoth);
    const sum = mul(num(1, 16), add(Aplus, AplusJ), add(Aminus, AminusJ), div(pow(D, 2), pow(splitting, 2)));
    const incoherent = mul(
      num(1, 16),
      add(mul(Aplus, Aminus), mul(AplusJ, AminusJ)),
      div(pow(D, 2), pow(splitting, 2)),
    );
    for (const wrong of [sum, incoherent]) expect(shows(squaredElement(hyperfineOfBoth), wrong, coupled)).toBe(false);
  });
  test('is that of the total S_z, which is 0, where both couplings are the same', () => {
    const total = mul(num(1, 2), add(spin('i', 'z'), spin('j', 'z')), add(spin('k', '+', 'I'), spin('k', '-', 'I')));
    expect(shows(squaredElement(total), num(0), coupled)).toBe(true);
  });
});

test('the golden rule gives the rate at the resonance', () => {
  expectIdentity(mul(2, pi, squaredElement(hyperfine)), flipRate, atResonance);
  // Away from it E is not omega0I.
  const nonzero: readonly Fact[] = [isCoupled, { left: num(0), is: '<', right: omega0I }];
  const away = under(nonzero, { D: '1', omega0I: '1' });
  expect(shows(mul(2, pi, squaredElement(hyperfine)), flipRate, away)).toBe(false);
});

describe('a flip', () => {
  test('takes Delta^2/E from the Zeeman energy and D^2/E from the interaction', () => {
    expectIdentity(changeInFlip(pairZeeman), zeemanChange);
    expectIdentity(changeInFlip(pairInteraction), interactionChange);
    expect(shows(changeInFlip(pairZeeman), interactionChange, coupled)).toBe(false);
  });
  test('gives omega0I to the nucleus and 2 less polarization', () => {
    expectIdentity(changeInFlip(nuclearZeeman), nuclearChange);
    expectIdentity(changeInFlip(nuclearPolarization), polarizationChange);
  });
  test('conserves the energy at the resonance, and only there', () => {
    const total = add<string>(zeemanChange, interactionChange, nuclearChange);
    expect(shows(total, num(0), atResonance)).toBe(true);
    expect(shows(total, num(0), coupled)).toBe(false);
    expect(shows(changeInFlip(unperturbed), total, coupled)).toBe(true);
  });
  test('goes from the upper to the lower mixed state', () => {
    expect(shows(trace(product(matrix(upperState), matrix(before))), num(1), coupled)).toBe(true);
    expect(shows(trace(product(matrix(lowerState), matrix(after))), num(1), coupled)).toBe(true);
    expect(shows(trace(product(matrix(upperState), matrix(after))), num(0), coupled)).toBe(true);
  });
});
