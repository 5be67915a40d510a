import type { Claim, Part, Premises } from '../../src/claim/claim.ts';
import { atLeast, domain, below as fractionOf, moderate, positive, real } from '../../src/claim/domain.ts';
import type { Relation } from '../../src/claim/relation.ts';
import { angularFrequency } from '../../src/formula/dimension.ts';
import {
  add,
  call,
  derivative,
  div,
  type Expr,
  mul,
  num,
  pow,
  sqrt,
  sub,
  symbol,
} from '../../src/formula/expression.ts';
import { substitute } from '../../src/formula/substitute.ts';
import { D0, DD, Delta0, omega0I, theta } from '../../src/formula/symbols.ts';
import { above, angleBelow, below, rightAngle } from '../circle.ts';
import { claim } from '../claim.ts';
import { cutOffAbove, cutOffBelow } from '../domains.ts';
import { radicand } from '../section-4/notation.ts';
import { eq67, eq68 } from './cross-effect.ts';
import { droppedSS, droppedZ, executed, firstForm, wholeRange } from './notation.ts';
import { eq71, eq72 } from './thermal-mixing.ts';

/** |printed/exact - 1|, the relative error of dropping the width. */
export const relativeError = (printed: unknown, exact: Expr): Expr => call('abs', sub(div(printed as Expr, exact), 1));

/** D0 >= omega0I, the width up to omega0I/10. */
export const narrowAbove = domain([
  positive('omega0I'),
  positive('A2'),
  fractionOf('width10', 'omega0I', 'closed'),
  atLeast('D0', 'omega0I'),
]);

export const narrowBelow = domain([
  positive('omega0I'),
  positive('A2'),
  fractionOf('D0', 'omega0I'),
  fractionOf('width10', 'D0', 'closed'),
]);

export const tenthWidth = { DD: mul(num(1, 10), symbol('width10', '10\\Delta_D', angularFrequency)) };

export const within = (printed: unknown, exact: Expr, of: Expr): Relation => ({
  kind: 'ordered',
  left: substitute(relativeError(printed, exact), tenthWidth),
  is: '<=',
  right: substitute(mul(10, of), tenthWidth),
});

export const part = symbol('part', '(D_0-a\\,\\omega_{0I})/(1-a)', angularFrequency);

/** D0 from the fraction a of omega0I to omega0I: a omega0I + (1 - a) part; the width up to a tenth of part. */
export const narrowBetween = domain([
  positive('omega0I'),
  positive('A2'),
  fractionOf('part', 'omega0I', 'closed'),
  fractionOf('width10', 'part', 'closed'),
]);

export const withinBetween = (a: Expr, printed: unknown, exact: Expr, of: Expr): Relation =>
  placed(within(printed, exact, of), { D0: add(mul(a, omega0I), mul(sub(1, a), part)) });

/** D0 up to a twentieth of omega0I, the width up to a tenth of D0: omega0I = 20 twentieth. */
export const narrowFar = domain([
  positive('twentieth'),
  positive('A2'),
  fractionOf('D0', 'twentieth', 'closed'),
  fractionOf('width10', 'D0', 'closed'),
]);

export const withinFar = (printed: unknown, exact: Expr, of: Expr): Relation =>
  placed(within(printed, exact, of), { omega0I: mul(20, symbol('twentieth', '\\omega_{0I}/20', angularFrequency)) });

export const placed = (relation: Relation, at: Readonly<Record<string, Expr>>): Relation =>
  relation.kind === 'ordered'
    ? { ...relation, left: substitute(relation.left as Expr, at), right: substitute(relation.right as Expr, at) }
    : relation;

export const widthOver = (frequency: Expr, power = 1): Expr => pow(div(DD, frequency), power);

/**
 * What both footnotes say of dropping the width: the relative error is of the order (width/omega0I)^power. Shown for D0
 * from a fraction of omega0I on, and shown to fail for D0 far below, where D0 takes the place of omega0I.
 */
const sizeOfError = (
  [integral, beyond, short]: readonly [string, string, string],
  power: 1 | 2,
  from: readonly [number, number],
): Pick<Claim, 'condition' | 'parts' | 'instead'> => {
  const order = power === 1 ? 'width/D0' : 'width^2/D0^2';
  const exact = (premises: Premises, to: typeof above): Expr => executed(premises[integral], to);
  return {
    condition: `D0 is not small against omega_0I (from ${from.join('/')} of it on it was shown); for smaller D0 the error is of the order ${order}`,
    parts: [
      {
        says: `for D0 >= omega0I and a width up to omega0I/10 the relative error of (${beyond.slice(2)}) is at most 10 times that`,
        domain: narrowAbove,
        relation: (premises) => within(premises[beyond], exact(premises, above), widthOver(omega0I, power)),
      },
      {
        says: `for D0 from ${from.join('/')} omega0I to omega0I and a width up to D0/10 the relative error of (${short.slice(2)}) is at most 10 times that`,
        domain: narrowBetween,
        relation: (premises) =>
          withinBetween(num(...from), premises[short], exact(premises, below), widthOver(omega0I, power)),
      },
      {
        says: `for D0 up to omega0I/20 and a width up to D0/10 the relative error of (${short.slice(2)}) is at most 10 times that`,
        domain: narrowFar,
        judges: 'outside',
        relation: (premises) => withinFar(premises[short], exact(premises, below), widthOver(omega0I, power)),
      },
    ],
    instead: {
      says: `of the order (${order})`,
      parts: [
        {
          says: `for D0 < omega0I and a width up to D0/10 the relative error of (${short.slice(2)}) is at most 10 times ${order}`,
          domain: narrowBelow,
          relation: (premises) => within(premises[short], exact(premises, below), widthOver(D0, power)),
        },
      ],
    },
  };
};

export const fn3 = claim({
  id: 'fn3',
  text: { status: 'clean' },
  role: 'sentence',
  domain: narrowAbove,
  ...sizeOfError(['eq64', 'eq67', 'eq68'], 1, [1, 5]),
});

export const substitutionParts: readonly Part[] = [
  {
    says: 'with cos(theta) = Delta/omega0I, omega0I^2 - Delta^2 is the square of omega0I sin(theta)',
    domain: domain([positive('omega0I'), real('theta')]),
    relation: () => ({
      kind: 'equal',
      left: substitute(radicand, { Delta: mul(omega0I, call('cos', theta)) }),
      right: pow(mul(omega0I, call('sin', theta)), 2),
    }),
  },
  {
    says: 'dDelta is -omega0I sin(theta) dtheta',
    domain: domain([positive('omega0I'), moderate('theta')]),
    relation: () => ({
      kind: 'equal',
      left: derivative(theta, mul(omega0I, call('cos', theta)), theta),
      right: mul(-1, omega0I, call('sin', theta)),
    }),
  },
  {
    says: 'Delta0 stands at the angle arcsin(D0/omega0I)',
    domain: cutOffBelow,
    relation: () => ({
      kind: 'equal',
      left: sqrt(mul(sub(omega0I, D0), add(omega0I, D0))),
      right: mul(omega0I, call('cos', angleBelow)),
    }),
  },
];

/** The integral with the width dropped over the angles, against its printed value: whatever the factor in front should be. */
export const followsByAngle = ({ id, printed }: Claim, body: Expr, d0: 'above' | 'below'): Part => ({
  says: `the integral of ${id}, over theta, has the printed value`,
  domain: d0 === 'above' ? cutOffAbove : cutOffBelow,
  relation: () => ({
    kind: 'equal',
    left: d0 === 'above' ? firstForm(body, wholeRange, rightAngle) : firstForm(body, [[Delta0, omega0I]], angleBelow),
    right: printed?.right as Expr,
  }),
});

export const fn4 = claim({
  id: 'fn4',
  text: { status: 'reconstructed', readings: [{ says: 'with (68) as it is reconstructed there' }] },
  role: 'sentence',
  domain: cutOffBelow,
  parts: [...substitutionParts, followsByAngle(eq67, droppedZ, 'above'), followsByAngle(eq68, droppedZ, 'below')],
});

export const fn5 = claim({
  id: 'fn5',
  text: { status: 'clean' },
  role: 'sentence',
  domain: narrowAbove,
  ...sizeOfError(['eq66', 'eq71', 'eq72'], 2, [3, 5]),
});

export const fn6 = claim({
  id: 'fn6',
  text: { status: 'reconstructed', readings: [{ says: 'with (72) as it is reconstructed there' }] },
  role: 'sentence',
  domain: cutOffBelow,
  parts: [...substitutionParts, followsByAngle(eq71, droppedSS, 'above'), followsByAngle(eq72, droppedSS, 'below')],
});
