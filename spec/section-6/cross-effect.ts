import { domain, positive } from '../../src/claim/domain.ts';
import { add, call, div, type Expr, mul, neg, num, pi, pow } from '../../src/formula/expression.ts';
import { substitute } from '../../src/formula/substitute.ts';
import { A2, D0, DD, omega0I, WZ } from '../../src/formula/symbols.ts';
import { above, below, rightAngle } from '../circle.ts';
import { claim } from '../claim.ts';
import { cutOffAbove, cutOffBelow, cutOffBelowClosed } from '../domains.ts';
import { becomesSmaller, upperHalf } from './comparison.ts';
import {
  bracket,
  cutOffToZero,
  droppedZ,
  executed,
  expanded,
  firstForm,
  lostPrefactor,
  ratio,
  wholeRange,
  widthToZero,
} from './notation.ts';

export const eq67 = claim({
  id: 'eq67',
  text: { status: 'clean' },
  role: 'rate',
  editions: { glass: 'W_Z:glass' },
  printed: { left: WZ, is: '\\approx', right: mul(div(pi, 4), div(mul(A2, DD), omega0I)) },
  domain: cutOffAbove,
  small: widthToZero,
  step: ({ eq64: z }) => executed(z, above),
  quantity: 'W_Z for D0 >= omega0I',
  parts: [
    {
      says: 'its integral has the printed value',
      domain: cutOffAbove,
      judges: 'form',
      relation: ({ eq67: printed }) => ({
        kind: 'equal',
        left: firstForm(droppedZ, wholeRange, rightAngle),
        right: printed as Expr,
      }),
    },
  ],
});

export const eq68 = claim({
  id: 'eq68',
  text: {
    status: 'reconstructed',
    readings: [
      { says: 'prefactor 1/2 and bracket as (64), (69) and (70) ask for (adopted)' },
      { says: lostPrefactor, formula: mul(div(mul(A2, DD), omega0I), bracket(1)) },
    ],
  },
  role: 'rate',
  editions: { glass: 'W_Z:glass' },
  printed: { left: WZ, is: '\\approx', right: mul(num(1, 2), div(mul(A2, DD), omega0I), bracket(1)) },
  domain: cutOffBelow,
  small: widthToZero,
  step: ({ eq64: z }) => executed(z, below),
  quantity: 'W_Z for D0 <= omega0I',
});

export const printedArccos = add(div(pi, 2), neg(ratio), mul(num(-1, 3), div(pow(D0, 3), pow(omega0I, 3))));

export const rightArccos = add(div(pi, 2), neg(ratio), mul(num(-1, 6), div(pow(D0, 3), pow(omega0I, 3))));

export const eq69 = claim({
  id: 'eq69',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: call('acos', ratio), is: '\\approx', right: printedArccos },
  domain: domain([positive('omega0I'), positive('D0')]),
  small: cutOffToZero,
  through: 3,
  step: () => call('acos', ratio),
  instead: {
    says: 'the cubic term is -(1/6) D0^3/omega0I^3',
    formula: rightArccos,
    parts: [
      {
        says: 'the expansion with 1/6 is right beyond the third order',
        domain: domain([positive('omega0I'), positive('D0')]),
        relation: () => ({
          kind: 'approaches',
          left: call('acos', ratio),
          right: rightArccos,
          small: cutOffToZero,
          beyond: 3,
        }),
      },
    ],
  },
});

export const eq70 = claim({
  id: 'eq70',
  text: { status: 'clean' },
  role: 'rate',
  editions: { glass: 'W_Z for D0 << omega0I:glass' },
  printed: { left: WZ, is: '\\approx', right: div(mul(A2, DD, D0), pow(omega0I, 2)) },
  domain: cutOffBelow,
  small: cutOffToZero,
  step: ({ eq68: z, eq69: expansion }) => expanded(z, expansion),
  quantity: 'W_Z for small D0',
  parts: [
    {
      says: 'with (A.8) it is (pi/2) A^2 M_2/omega0I^2',
      domain: cutOffBelow,
      judges: 'form',
      relation: ({ eq70: printed, eqA8: moment }) => ({
        kind: 'equal',
        left: printed as Expr,
        right: mul(div(pi, 2), div(mul(A2, moment as Expr), pow(omega0I, 2))),
      }),
    },
  ],
});

export const s6g = claim({
  id: 's6g',
  text: { status: 'clean' },
  role: 'sentence',
  domain: upperHalf,
  parts: [
    becomesSmaller,
    {
      says: 'for D0 >= omega0I, W^Z is at most (67)',
      domain: cutOffAbove,
      relation: ({ eq64: z, eq67: limit }) => ({
        kind: 'ordered',
        left: executed(z, above),
        is: '<=',
        right: limit as Expr,
      }),
    },
  ],
});

export const s6i = claim({
  id: 's6i',
  text: { status: 'clean' },
  role: 'sentence',
  domain: upperHalf,
  parts: [
    {
      says: 'while no pair has a coupling beyond omega0I (D0 <= omega0I), nothing reduces W^Z below (70) in the limit of small width',
      domain: domain([...cutOffBelowClosed.coordinates], cutOffBelowClosed.hypotheses),
      relation: ({ eq64: z, eq70: limit }) => ({
        kind: 'approaches',
        left: executed(z, below),
        right: limit as Expr,
        small: widthToZero,
      }),
    },
  ],
  instead: {
    says: 'W^Z is below (70) already for D0 <= omega_0I, where no pair is excluded; at D0 = omega_0I it is pi/4 of it in the limit of small width. The exclusion of pairs explains only why W^Z no longer grows beyond.',
    parts: [
      {
        says: 'at D0 = omega_0I W^Z goes to pi/4 of (70) with the width',
        domain: cutOffAbove,
        relation: ({ eq64: z, eq70: limit }) => ({
          kind: 'approaches',
          left: executed(z, above),
          right: mul(div(pi, 4), substitute(limit as Expr, { D0: omega0I })),
          small: widthToZero,
        }),
      },
      {
        says: 'beyond omega_0I, W^Z does not depend on D0',
        domain: cutOffAbove,
        relation: ({ eq64: z }) => ({
          kind: 'equal',
          left: executed(z, above),
          right: substitute(executed(z, below), { D0: omega0I }),
        }),
      },
    ],
  },
});
