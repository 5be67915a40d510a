import { div, type Expr, mul, num, pi, pow } from '../../src/formula/expression.ts';
import { A2, D0, DD, omega0I, WSS, WZ } from '../../src/formula/symbols.ts';
import { above, below, rightAngle } from '../circle.ts';
import { claim } from '../claim.ts';
import { cutOffAbove, cutOffBelow } from '../domains.ts';
import {
  bracket,
  cutOffToZero,
  droppedSS,
  executed,
  expanded,
  firstForm,
  lostPrefactor,
  wholeRange,
  widthToZero,
} from './notation.ts';

export const eq71 = claim({
  id: 'eq71',
  text: {
    status: 'reconstructed',
    readings: [{ says: 'the denominator before the integral is omega0I^2 (adopted); the value itself is clean' }],
  },
  role: 'rate',
  editions: { glass: 'W_SS:glass' },
  printed: { left: WSS, is: '\\approx', right: mul(div(pi, 4), div(mul(A2, DD), omega0I)) },
  domain: cutOffAbove,
  small: widthToZero,
  step: ({ eq66: ss }) => executed(ss, above),
  quantity: 'W_SS for D0 >= omega0I',
  parts: [
    {
      says: 'its integral has the printed value',
      domain: cutOffAbove,
      judges: 'form',
      relation: ({ eq71: printed }) => ({
        kind: 'equal',
        left: firstForm(droppedSS, wholeRange, rightAngle),
        right: printed as Expr,
      }),
    },
  ],
});

export const eq72 = claim({
  id: 'eq72',
  text: {
    status: 'reconstructed',
    readings: [
      { says: 'as (66), (68) and (73) ask for (adopted)' },
      { says: lostPrefactor, formula: mul(div(mul(A2, DD), omega0I), bracket(-1)) },
    ],
  },
  role: 'rate',
  editions: { glass: 'W_SS:glass' },
  printed: { left: WSS, is: '\\approx', right: mul(num(1, 2), div(mul(A2, DD), omega0I), bracket(-1)) },
  domain: cutOffBelow,
  small: widthToZero,
  step: ({ eq66: ss }) => executed(ss, below),
  quantity: 'W_SS for D0 <= omega0I',
});

export const eq73 = claim({
  id: 'eq73',
  text: { status: 'clean' },
  role: 'rate',
  editions: { glass: 'W_SS for D0 << omega0I:glass' },
  printed: { left: WSS, is: '\\approx', right: mul(num(5, 12), div(mul(A2, DD, pow(D0, 3)), pow(omega0I, 4))) },
  domain: cutOffBelow,
  small: cutOffToZero,
  step: ({ eq72: ss, eq69: expansion }) => expanded(ss, expansion),
  quantity: 'W_SS for small D0',
});

export const eq74 = claim({
  id: 'eq74',
  text: { status: 'clean' },
  role: 'number',
  editions: { glass: 'W_SS/W_Z for D0 << omega0I:glass' },
  printed: { left: div(WSS, WZ), is: '\\approx', right: mul(num(5, 12), div(pow(D0, 2), pow(omega0I, 2))) },
  domain: cutOffBelow,
  small: cutOffToZero,
  step: ({ eq70: z, eq73: ss }) => div(ss as Expr, z as Expr),
  quantity: 'W_SS/W_Z for small D0',
});
