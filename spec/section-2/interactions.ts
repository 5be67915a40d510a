import { angularFrequency } from '../../src/formula/dimension.ts';
import {
  add,
  apply,
  call,
  div,
  type Expr,
  mul,
  num,
  pow,
  sub,
  symbol,
  type Unknown,
} from '../../src/formula/expression.ts';
import { matrixOf, spin } from '../../src/formula/operators.ts';
import { couplingOf, D, gammaI, gammaJ, hbar, i, j, k, r, theta } from '../../src/formula/symbols.ts';
import { claim } from '../claim.ts';
import { dipolarPair, rateDomain } from '../domains.ts';
import { changeOf, electrons, mixedStates } from '../pair.ts';
import { equalSpins, prefactor } from '../section-A/notation.ts';
import { interactionOf } from './hamiltonian.ts';

type Binders = 'scalar' | 'binder';

/** The other coupling of a pair. */
export const zzOf: Unknown = { ...couplingOf, name: 'zzOf', tex: 'D_{zz}' };
const [Dzz, Dpm] = [apply(zzOf, i, j), apply(couplingOf, i, j)];

/** S_+ S_- + S_- S_+ of two electrons. */
const flipFlop = add<string, Binders>(
  mul<string, Binders>(spin('i', '+'), spin('j', '-')),
  mul<string, Binders>(spin('i', '-'), spin('j', '+')),
);
const zz = mul<string, Binders>(spin('i', 'z'), spin('j', 'z'));

export const interaction = mul<string, Binders>(
  num(1, 2),
  add<string, Binders>(mul<string, Binders>(Dzz, zz), mul<string, Binders>(Dpm, flipFlop)),
);

const entry = (formula: Expr, row: number, column: number): Expr => matrixOf(formula, electrons)[row]?.[column] as Expr;

export const eq7 = claim({
  id: 'eq7',
  text: {
    status: 'reconstructed',
    readings: [{ says: '1/2 in front of both terms (adopted)' }, { says: '1/2 in front of the first term only' }],
  },
  role: 'symbol',
  printed: { left: apply(interactionOf, i, j), is: '=', right: interaction },
  domain: rateDomain,
  parts: [
    {
      says: 'it is hermitian: it takes +- to -+ as it takes -+ to +-',
      domain: rateDomain,
      relation: ({ eq7: printed }) => ({
        kind: 'equal',
        left: entry(printed as Expr, 1, 2),
        right: entry(printed as Expr, 2, 1),
      }),
    },
    {
      says: 'it is the same for ++ and --, and so for both directions of the field',
      domain: rateDomain,
      relation: ({ eq7: printed }) => ({
        kind: 'equal',
        left: entry(printed as Expr, 0, 0),
        right: entry(printed as Expr, 3, 3),
      }),
    },
  ],
});

/** S along n = (sin theta, 0, cos theta), a direction at the angle theta to the field. */
const along = (label: 'i' | 'j'): Expr =>
  add<string, Binders>(
    mul<string, Binders>(num(1, 2), call('sin', theta), add<string, Binders>(spin(label, '+'), spin(label, '-'))),
    mul<string, Binders>(call('cos', theta), spin(label, 'z')),
  );
/** The magnetic interaction of two dipoles before any truncation: K/r^3 [S.S' - 3 (S.n)(S'.n)], over hbar. */
const dipoleInteraction = mul<string, Binders>(
  equalSpins(mul(prefactor, div(mul(hbar, gammaI, gammaJ), pow(r, 3)))),
  add<string, Binders>(mul<string, Binders>(num(1, 2), flipFlop), zz, mul<string, Binders>(-3, along('i'), along('j'))),
);
/** The coupling that a term of (7) must have to give the element of the whole interaction in that row and column. */
const couplingFor = (term: Expr, row: number, column: number): Expr =>
  div<string, Binders>(
    entry(dipoleInteraction, row, column),
    entry(mul<string, Binders>(num(1, 2), term), row, column),
  );
/** From its energy of ++, and from its element between +- and -+. */
const dipolarZz = couplingFor(zz, 0, 0);
export const dipolarFlipFlop = couplingFor(flipFlop, 1, 2);
const twice = (of: Expr): Expr => mul<string, Binders>(2, of);

export const s2b = claim({
  id: 's2b',
  // A minus sign leaves a trace in the text at hand; there is none here, nor where Appendix A says it again.
  text: {
    status: 'ambiguous',
    readings: [
      { says: '1/2 in front of both terms of (7) (adopted)' },
      { says: '1/2 in front of the first term of (7) only' },
      { says: '1/2 in front of the second term of (7) only' },
    ],
  },
  role: 'sentence',
  domain: dipolarPair,
  parts: [
    {
      says: 'the dipolar interaction of two electrons, truncated to the form (7), has D_zz = 2 D+-',
      domain: dipolarPair,
      relation: () => ({ kind: 'equal', left: dipolarZz, right: twice(dipolarFlipFlop) }),
      // Without the 1/2 a term has half the coupling.
      otherReadings: () => [
        { kind: 'equal', left: dipolarZz, right: twice(div<string, Binders>(dipolarFlipFlop, 2)) },
        { kind: 'equal', left: div<string, Binders>(dipolarZz, 2), right: twice(dipolarFlipFlop) },
      ],
    },
  ],
  instead: {
    says: 'The two terms of a dipolar interaction have opposite signs however (7) is read: D_zz = -4 D+- as it is printed, -2 D+- if its 1/2 stood in front of the second term alone, the only form that agrees with this sentence in size. With (7) as printed D+- is that of (A.1) with the other sign, of which no rate depends.',
    parts: [
      {
        says: 'it has D_zz = -4 D+-',
        domain: dipolarPair,
        relation: () => ({ kind: 'equal', left: dipolarZz, right: mul<string, Binders>(-4, dipolarFlipFlop) }),
      },
      {
        says: 'its D+- is that of (A.1) with the other sign',
        domain: dipolarPair,
        relation: ({ eqA1: coupling }) => ({
          kind: 'equal',
          left: dipolarFlipFlop,
          right: mul<string, Binders>(-1, equalSpins(coupling as Expr)),
        }),
      },
      {
        says: 'the tensor has the same element for +- to -+ as for -+ to +-, so that both couplings are real',
        domain: dipolarPair,
        relation: () => ({
          kind: 'equal',
          left: entry(dipoleInteraction, 1, 2),
          right: entry(dipoleInteraction, 2, 1),
        }),
      },
    ],
  },
});

const zzTerm = mul<string, Binders>(num(1, 2), Dzz, zz);

export const s2c = claim({
  id: 's2c',
  text: { status: 'clean' },
  role: 'sentence',
  domain: rateDomain,
  parts: [
    {
      says: 'the mean of the D_zz term is the same in both mixed states of the pair',
      domain: rateDomain,
      relation: ({ eq12: pair }) => {
        const { upper, lower } = mixedStates(pair as Expr);
        const shifted = add<string, Binders>(D, changeOf(zzTerm, upper, lower));
        return { kind: 'equal', left: D, right: shifted };
      },
    },
    {
      says: 'the mixed states, and so the transitions between them, are the same with the D_zz term as without it',
      domain: rateDomain,
      relation: ({ eq12: pair }) => {
        const whole = pair as Expr;
        const without = sub<string, Binders>(whole, zzTerm);
        const weight = (of: Expr): Expr => mixedStates(of).upper[1]?.[1] as Expr;
        return { kind: 'equal', left: weight(without), right: weight(whole) };
      },
    },
    {
      says: 'so is their distance',
      domain: rateDomain,
      relation: ({ eq12: pair }) => ({
        kind: 'equal',
        left: mixedStates(sub<string, Binders>(pair as Expr, zzTerm)).splitting,
        right: mixedStates(pair as Expr).splitting,
      }),
    },
  ],
});

/** Amplitudes of the nuclear flips that an electron drives, complex conjugates of each other. */
const amplitude = (sign: '+' | '-', name: string): Unknown => ({
  ...couplingOf,
  name,
  tex: `A_{z${sign}}`,
  dimension: angularFrequency,
});
export const raisingOf = amplitude('+', 'Azplus');
export const loweringOf = amplitude('-', 'Azminus');

/** The hyperfine terms of an electron and a nucleus that flip the nucleus. */
export const hyperfine = (label: 'i' | 'j'): Expr => {
  const electron = label === 'i' ? i : j;
  return mul<string, Binders>(
    num(1, 2),
    spin(label, 'z'),
    add<string, Binders>(
      mul<string, Binders>(apply(loweringOf, electron, k), spin('k', '+', 'I')),
      mul<string, Binders>(apply(raisingOf, electron, k), spin('k', '-', 'I')),
    ),
  );
};

export const eq8 = claim({
  id: 'eq8',
  text: { status: 'clean' },
  role: 'symbol',
  printed: { left: symbol('Vik', 'V^{ik}', angularFrequency, 'real'), is: '=', right: hyperfine('i') },
  domain: rateDomain,
  parts: [
    {
      says: 'it flips the nucleus and leaves the electron: with the electron up and down it has the same size and opposite sign',
      domain: rateDomain,
      relation: ({ eq8: printed }) => {
        const matrix = matrixOf(printed as Expr, ['i', 'k']);
        return { kind: 'equal', left: matrix[0]?.[1] as Expr, right: mul<string, Binders>(-1, matrix[2]?.[3] as Expr) };
      },
    },
  ],
});
