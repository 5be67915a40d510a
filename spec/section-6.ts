import type { Claim, Part } from '../src/claim/claim.ts';
import { overDelta } from '../src/claim/delta.ts';
import { atLeast, domain, below as fractionOf, moderate, oneOf, positive, real } from '../src/claim/domain.ts';
import { quotedInput } from '../src/claim/quote.ts';
import type { Relation } from '../src/claim/relation.ts';
import { onPositiveRange, underBinders } from '../src/formula/binders.ts';
import { angularFrequency, powerDimension, pureNumber } from '../src/formula/dimension.ts';
import {
  add,
  apply,
  call,
  delta,
  derivative,
  div,
  type Expr,
  integral,
  mul,
  neg,
  num,
  pi,
  pow,
  sqrt,
  sub,
  symbol,
  type Unknown,
} from '../src/formula/expression.ts';
import { separate } from '../src/formula/separate.ts';
import { instantiate, replace, substitute } from '../src/formula/substitute.ts';
import {
  A2,
  D0,
  DD,
  Delta,
  Delta0,
  dPI,
  gi,
  NI,
  NS,
  omega,
  omega0I,
  rhoIminus,
  rhoIplus,
  rhoSminus,
  rhoSplus,
  theta,
  WSS,
  WSSI,
  WZ,
} from '../src/formula/symbols.ts';
import { rational } from '../src/number/rational.ts';
import { above, angleBelow, below, overAngle, primitiveSS, primitiveZ, rightAngle } from './circle.ts';
import { claim } from './claim.ts';
import {
  circleWithCutOff,
  cutOffAbove,
  cutOffBelow,
  cutOffBelowClosed,
  frees,
  nothing,
  rateDomain,
  rateDomainInside,
} from './domains.ts';
import { gammaOfCarbon13, glassWidth, physicalInputs } from './physical.ts';
import { overLine, radicand } from './section-4.ts';

type Binders = 'scalar' | 'binder';
const lorentzianAtRoot = div(DD, mul(pi, add(radicand, pow(DD, 2))));
const frequencyRatio = div(sqrt(radicand), omega0I);
const zeemanShare = div(pow(Delta, 2), pow(omega0I, 2));
const interactionShare = div(radicand, pow(omega0I, 2));
const widthToZero = { symbol: DD.symbol, scale: omega0I };
const cutOffToZero = { symbol: D0.symbol, scale: omega0I };

export const eq61 = claim({
  id: 'eq61',
  text: { status: 'clean' },
  role: 'rate',
  printed: {
    left: mul(zeemanShare, apply(WSSI, Delta)),
    is: '=',
    right: mul(div(pi, 2), A2, zeemanShare, frequencyRatio, lorentzianAtRoot),
  },
  domain: circleWithCutOff,
  step: ({ eq43 }) => mul(zeemanShare, eq43 as Expr),
  quantity: 'cross-effect factor',
});

export const eq62 = claim({
  id: 'eq62',
  text: { status: 'clean' },
  role: 'rate',
  printed: {
    left: mul(interactionShare, apply(WSSI, Delta)),
    is: '=',
    right: mul(div(pi, 2), A2, div(pow(radicand, 3, 2), pow(omega0I, 3)), lorentzianAtRoot),
  },
  domain: circleWithCutOff,
  step: ({ eq43 }) => mul(interactionShare, eq43 as Expr),
  quantity: 'thermal-mixing factor',
});

/** The width of Figs. 2 and 3, in units in which omega0I = 1 and A2 = 1. */
const inFigure = { DD: num(1, 100), omega0I: num(1), A2: num(1) };
const at = (formula: Expr, values: Readonly<Record<string, Expr>>): Expr =>
  substitute(formula, { ...inFigure, ...values });
/** The circle at which the factor (61) is largest for small widths: Delta = sqrt(1 - DD^2). */
const peak = sqrt(num(9999, 10000));
const peaked: Part = {
  says: 'the factor (61) at |Delta| = 0.9 omega0I is much smaller than at its peak next to omega0I, for the width of the figure',
  domain: nothing,
  relation: ({ eq61: factor }) => ({
    kind: 'muchSmaller',
    left: at(factor as Expr, { Delta: num(9, 10) }),
    right: at(factor as Expr, { Delta: peak }),
  }),
};
const inside = domain([positive('omega0I'), positive('DD'), positive('A2'), fractionOf('Delta', 'omega0I')]);
const allContribute: Part = {
  says: 'the factor (62) is positive for every pair that conserves energy with a coupling other than 0',
  domain: inside,
  relation: ({ eq62: factor }) => ({ kind: 'ordered', left: num(0), is: '<', right: factor as Expr }),
};

export const fig2 = claim({
  id: 'fig2',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  parts: [peaked, allContribute],
});

/** The value of the width over omega0I that a sample has. */
export const s6a = claim({
  id: 's6a',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  parts: [
    {
      says: 'width/omega0I for carbon-13 at 5 T and 2.5e19 per cm3, g = 2',
      domain: nothing,
      relation: (premises) => ({
        kind: 'quoted',
        value: div(glassWidth(premises), mul(gammaOfCarbon13, symbol('B', 'B', pureNumber))),
        inputs: { ...physicalInputs, B: quotedInput('5'), nS: quotedInput('2.5e25') },
        quote: { text: '1e-2' },
      }),
    },
  ],
});

/** Integral of the printed factor (61) over a part of the angles, by cos(theta) = Delta/omega0I, for the figure. */
const crossEffectFrom = (factor: Expr, lower: Expr, upper: Expr): Expr =>
  substitute(overAngle(integral(Delta, [[lower, upper]], factor), rightAngle), inFigure);

export const s6b = claim({
  id: 's6b',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  parts: [
    peaked,
    {
      says: 'for D0 >= omega0I the pairs with |Delta| below 0.9 omega0I contribute much less to the cross effect than those above',
      domain: nothing,
      relation: ({ eq61: factor }) => ({
        kind: 'muchSmaller',
        left: crossEffectFrom(factor as Expr, num(0), mul(num(9, 10), omega0I)),
        right: crossEffectFrom(factor as Expr, mul(num(9, 10), omega0I), omega0I),
      }),
    },
  ],
});

export const s6c = claim({
  id: 's6c',
  text: { status: 'clean' },
  role: 'sentence',
  domain: inside,
  parts: [allContribute],
});

const shapesAtResonance = mul(apply(gi, omega), apply(gi, sub(omega, omega0I)));
const populationsAtResonance = sub(
  mul(apply(rhoSplus, omega, omega0I), rhoIplus),
  mul(apply(rhoSminus, omega, omega0I), rhoIminus),
);
const dUZdt = symbol('dUZdt', '\\partial U_Z/\\partial t', powerDimension(angularFrequency, 2), 'real');
const firstLine = mul<string, Binders>(
  -1,
  omega0I,
  NS,
  integral(
    Delta,
    [[Delta0, omega0I]],
    overLine(mul(shapesAtResonance, zeemanShare, apply(WSSI, Delta), populationsAtResonance)),
  ),
);
const overResonance = overLine(mul(shapesAtResonance, populationsAtResonance));

/** A flow with line shape and populations taken at Delta = omega0I and its two ranges of Delta folded into one. */
const frozen = (flow: Expr): Expr => {
  const still = instantiate(flow, {
    rhoSplus: { parameters: ['first', 'second'], body: apply(rhoSplus, omega, omega0I) },
    rhoSminus: { parameters: ['first', 'second'], body: apply(rhoSminus, omega, omega0I) },
  });
  return onPositiveRange(replace(still, apply(gi, sub(omega, Delta)), apply(gi, sub(omega, omega0I))));
};
const withRate = (flow: Expr, rate: unknown): Expr =>
  instantiate(flow, { WSSI: { parameters: ['Delta'], body: rate as Expr } });

export const eq63 = claim({
  id: 'eq63',
  text: {
    status: 'reconstructed',
    readings: [{ says: 'limits, share and the factor -1/2 as (59), (64) and (65) ask for (adopted)' }],
  },
  role: 'flow',
  printed: { left: dUZdt, is: '\\approx', right: firstLine },
  formula: mul<string, Binders>(num(-1, 2), omega0I, NS, WZ, overResonance),
  domain: rateDomainInside,
  step: ({ eq59: flow, eq43: rate }) => withRate(frozen(flow as Expr), rate),
  // The first line is held against (59); the second names what (64) gives, and is what later claims use.
  relate: (printed, derived, { eq43: rate }) => ({
    kind: 'integrands',
    left: derived as Expr,
    right: withRate(printed, rate),
  }),
  undecided:
    'how good it is depends on how much line shape and populations vary over the Delta that contribute: a given line shape would decide it',
});

const bodyZ = mul(zeemanShare, frequencyRatio, lorentzianAtRoot);
const integralZ = integral(Delta, [[Delta0, omega0I]], bodyZ);
const bodySS = mul(div(pow(radicand, 3, 2), pow(omega0I, 3)), lorentzianAtRoot);
const integralSS = integral(Delta, [[Delta0, omega0I]], bodySS);

/** A printed formula with its integral (64) or (66) executed, for D0 <= omega0I or beyond. */
const executed = (formula: unknown, to: (primitive: Expr) => Expr): Expr =>
  replace(replace(formula as Expr, integralZ, to(primitiveZ)), integralSS, to(primitiveSS));

/** The primitive of an integrand over the angle: its derivative is the integrand, and it is 0 at 0. */
const isPrimitive = (primitive: Expr, body: Expr): Part => ({
  says: 'written over theta with cos(theta) = Delta/omega0I its integral has a closed form for every width: the derivative of that form is the integrand',
  domain: domain([positive('omega0I'), positive('DD'), oneOf('unit', [rational(1)]), fractionOf('theta', 'unit')]),
  judges: 'form',
  relation: () => {
    const whole = overAngle(integral(Delta, [[Delta0, omega0I]], body));
    const integrand = whole.kind === 'integral' ? whole.body : whole;
    return { kind: 'equal', left: integrand, right: derivative(theta, primitive, theta) };
  },
});

export const eq64 = claim({
  id: 'eq64',
  text: { status: 'clean' },
  role: 'rate',
  printed: { left: WZ, is: '=', right: mul<string, Binders>(pi, A2, integralZ) },
  domain: circleWithCutOff,
  step: ({ eq43: rate }) =>
    mul<string, Binders>(2, integral(Delta, [[Delta0, omega0I]], mul(zeemanShare, rate as Expr))),
  relate: (printed, derived) => ({ kind: 'integrands', left: derived as Expr, right: printed }),
  quantity: 'W_Z as integral',
  parts: [isPrimitive(primitiveZ, bodyZ)],
});

export const eq65 = claim({
  id: 'eq65',
  text: { status: 'clean' },
  role: 'rate',
  printed: { left: dPI, is: '=', right: mul<string, Binders>(-1, div(NS, NI), WZ, overResonance) },
  domain: rateDomain,
  // What the electrons lose the nuclei gain, and P_I changes by -2/(N_I omega0I) of it, (50).
  step: ({ eq63: flow, eq50: energy }) =>
    mul<string, Binders>(div(symbol('PI', 'P_I', pureNumber), energy as Expr), -1, flow as Expr),
  relate: (printed, derived) => ({ kind: 'integrands', left: derived as Expr, right: printed }),
});

export const eq66 = claim({
  id: 'eq66',
  text: { status: 'clean' },
  role: 'rate',
  printed: { left: WSS, is: '=', right: mul<string, Binders>(pi, A2, integralSS) },
  domain: circleWithCutOff,
  step: ({ eq43: rate }) =>
    onPositiveRange(
      integral(
        Delta,
        [
          [neg(omega0I), neg(Delta0)],
          [Delta0, omega0I],
        ],
        mul(interactionShare, rate as Expr),
      ),
    ),
  relate: (printed, derived) => ({ kind: 'integrands', left: derived as Expr, right: printed }),
  quantity: 'W_SS as integral',
  parts: [isPrimitive(primitiveSS, bodySS)],
});

const tenfold = symbol('tenfold', '\\omega_{0I}/10', angularFrequency);
const coupling = symbol('coupling', 'D', angularFrequency);
/** A pair on the circle with a coupling of at most omega0I/10. */
const weaklyCoupled = { Delta: sqrt(sub(pow(mul(10, tenfold), 2), pow(coupling, 2))), omega0I: mul(10, tenfold) };
const slow: Part = {
  says: 'for D0 at most a tenth of omega0I every pair gives much more to the cross effect than to thermal mixing, so that W^SS is much smaller than W^Z',
  domain: domain([positive('tenfold'), positive('DD'), positive('A2'), fractionOf('coupling', 'tenfold', 'closed')]),
  // The integrands are compared at each Delta, which bounds the integrals for every D0 up to omega0I/10.
  relation: ({ eq64: z, eq66: ss }) => ({
    kind: 'muchSmaller',
    left: substitute(underBinders(ss as Expr).integrand, weaklyCoupled),
    right: substitute(underBinders(z as Expr).integrand, weaklyCoupled),
  }),
};

/** Both rates in the figure: DD = omega0I/100, D0 = omega0I. */
const equalInFigure: Part = {
  says: 'for D0 >= omega0I the two curves lie within 5 % of each other',
  domain: nothing,
  relation: ({ eq64: z, eq66: ss }) => ({
    kind: 'ordered',
    left: at(call('abs', sub(div(executed(ss, above), executed(z, above)), 1)), {}),
    is: '<=',
    right: num(1, 20),
  }),
};
const upperHalf = domain([
  positive('omega0I'),
  positive('DD'),
  positive('A2'),
  fractionOf('part', 'omega0I', 'closed'),
]);
const halfToOne = { D0: mul(num(1, 2), add(omega0I, symbol('part', 'p', angularFrequency))) };
const becomesSmaller: Part = {
  says: 'for D0 between omega0I/2 and omega0I, W^Z is below (70), at every width',
  domain: upperHalf,
  relation: ({ eq64: z, eq70: limit }) => ({
    kind: 'ordered',
    left: substitute(executed(z, below), halfToOne),
    is: '<',
    right: substitute(limit as Expr, halfToOne),
  }),
};

export const fig3 = claim({
  id: 'fig3',
  text: { status: 'clean' },
  role: 'sentence',
  domain: nothing,
  parts: [slow, equalInFigure, becomesSmaller],
});

export const s6d = claim({
  id: 's6d',
  text: { status: 'clean' },
  role: 'sentence',
  domain: slow.domain,
  parts: [slow],
});

export const s6e = claim({
  id: 's6e',
  text: { status: 'clean' },
  role: 'sentence',
  domain: cutOffAbove,
  condition:
    'g_D is the cut-off Lorentzian (32), and width/omega_0I goes to 0; at a finite width W^SS is larger, to leading order by the fraction 2 width/omega_0I',
  parts: [
    {
      says: 'W^SS/W^Z goes to 1 with the width',
      domain: cutOffAbove,
      relation: ({ eq64: z, eq66: ss }) => ({
        kind: 'approaches',
        left: executed(z, above),
        right: executed(ss, above),
        small: widthToZero,
      }),
    },
    {
      says: 'W^SS = W^Z at a finite width',
      domain: cutOffAbove,
      judges: 'outside',
      relation: ({ eq64: z, eq66: ss }) => ({ kind: 'equal', left: executed(z, above), right: executed(ss, above) }),
    },
  ],
});

const wholeRange = [[num(0), omega0I]] as const;
const scaleZ = div(mul(A2, DD), pow(omega0I, 2));
const droppedZ = mul(zeemanShare, div(omega0I, sqrt(radicand)));
const droppedSS = frequencyRatio;
/** The integral with the width dropped, printed before its value. */
const firstForm = (body: Expr, range: readonly (readonly [Expr, Expr])[], greatest: Expr) =>
  separate(overAngle(mul<string, Binders>(scaleZ, integral(Delta, range, body)), greatest));

export const eq67 = claim({
  id: 'eq67',
  text: { status: 'clean' },
  role: 'rate',
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

const ratio = div(D0, omega0I);
const bracket = (sign: 1 | -1): Expr =>
  add(
    div(pi, 2),
    neg(call('acos', ratio)),
    mul(sign, ratio, sqrt(div(sub(pow(omega0I, 2), pow(D0, 2)), pow(omega0I, 2)))),
  );
const lostPrefactor = 'the factor in front of the bracket is 1 instead of 1/2 (it is lost in the text at hand)';

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
  printed: { left: WZ, is: '\\approx', right: mul(num(1, 2), div(mul(A2, DD), omega0I), bracket(1)) },
  domain: cutOffBelow,
  small: widthToZero,
  step: ({ eq64: z }) => executed(z, below),
  quantity: 'W_Z for D0 <= omega0I',
});

/** |printed/exact - 1|, the relative error of dropping the width. */
const relativeError = (printed: unknown, exact: Expr): Expr => call('abs', sub(div(printed as Expr, exact), 1));
/** omega0I = 10 x tenfold, DD below tenfold. */
const narrowAbove = domain([
  positive('omega0I'),
  positive('A2'),
  fractionOf('width10', 'omega0I', 'closed'),
  atLeast('D0', 'omega0I'),
]);
const narrowBelow = domain([
  positive('omega0I'),
  positive('A2'),
  fractionOf('D0', 'omega0I'),
  fractionOf('width10', 'D0', 'closed'),
]);
const tenthWidth = { DD: mul(num(1, 10), symbol('width10', '10\\Delta_D', angularFrequency)) };
const within = (printed: unknown, exact: Expr, of: Expr): Relation => ({
  kind: 'ordered',
  left: substitute(relativeError(printed, exact), tenthWidth),
  is: '<=',
  right: substitute(mul(10, of), tenthWidth),
});
const part = symbol('part', '(D_0-a\\,\\omega_{0I})/(1-a)', angularFrequency);
/** D0 from the fraction a of omega0I to omega0I: a omega0I + (1 - a) part; the width up to a tenth of part. */
const narrowBetween = domain([
  positive('omega0I'),
  positive('A2'),
  fractionOf('part', 'omega0I', 'closed'),
  fractionOf('width10', 'part', 'closed'),
]);
const withinBetween = (a: Expr, printed: unknown, exact: Expr, of: Expr): Relation =>
  placed(within(printed, exact, of), { D0: add(mul(a, omega0I), mul(sub(1, a), part)) });
/** D0 up to a twentieth of omega0I, the width up to a tenth of D0: omega0I = 20 twentieth. */
const narrowFar = domain([
  positive('twentieth'),
  positive('A2'),
  fractionOf('D0', 'twentieth', 'closed'),
  fractionOf('width10', 'D0', 'closed'),
]);
const withinFar = (printed: unknown, exact: Expr, of: Expr): Relation =>
  placed(within(printed, exact, of), { omega0I: mul(20, symbol('twentieth', '\\omega_{0I}/20', angularFrequency)) });
const placed = (relation: Relation, at: Readonly<Record<string, Expr>>): Relation =>
  relation.kind === 'ordered'
    ? { ...relation, left: substitute(relation.left as Expr, at), right: substitute(relation.right as Expr, at) }
    : relation;

const widthOver = (frequency: Expr, power = 1): Expr => pow(div(DD, frequency), power);

export const fn3 = claim({
  id: 'fn3',
  text: { status: 'clean' },
  role: 'sentence',
  domain: narrowAbove,
  condition:
    'D0 is not small against omega_0I (from 1/5 of it on it was shown); for smaller D0 the error is of the order width/D0',
  parts: [
    {
      says: 'for D0 >= omega0I and a width up to omega0I/10 the relative error of (67) is at most 10 times that',
      domain: narrowAbove,
      relation: ({ eq64: exact, eq67: printed }) => within(printed, executed(exact, above), widthOver(omega0I, 1)),
    },
    {
      says: 'for D0 from 1/5 omega0I to omega0I and a width up to D0/10 the relative error of (68) is at most 10 times that',
      domain: narrowBetween,
      relation: ({ eq64: exact, eq68: printed }) =>
        withinBetween(num(1, 5), printed, executed(exact, below), widthOver(omega0I, 1)),
    },
    {
      says: 'for D0 up to omega0I/20 and a width up to D0/10 the relative error of (68) is at most 10 times that',
      domain: narrowFar,
      judges: 'outside',
      relation: ({ eq64: exact, eq68: printed }) => withinFar(printed, executed(exact, below), widthOver(omega0I, 1)),
    },
  ],
  instead: {
    says: 'of the order (width/D0)',
    parts: [
      {
        says: 'for D0 < omega0I and a width up to D0/10 the relative error of (68) is at most 10 times width/D0',
        domain: narrowBelow,
        relation: ({ eq64: exact, eq68: printed }) => within(printed, executed(exact, below), widthOver(D0, 1)),
      },
    ],
  },
});

const substitutionParts: readonly Part[] = [
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
const followsByAngle = ({ id, printed }: Claim, body: Expr, d0: 'above' | 'below'): Part => ({
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
  text: { status: 'clean' },
  role: 'sentence',
  domain: cutOffBelow,
  parts: [...substitutionParts, followsByAngle(eq67, droppedZ, 'above'), followsByAngle(eq68, droppedZ, 'below')],
});

const printedArccos = add(div(pi, 2), neg(ratio), mul(num(-1, 3), div(pow(D0, 3), pow(omega0I, 3))));
const rightArccos = add(div(pi, 2), neg(ratio), mul(num(-1, 6), div(pow(D0, 3), pow(omega0I, 3))));

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

/** Powers of D0/omega0I alone remain: the arc cosine is replaced by its expansion. */
const expanded = (formula: unknown, expansion: unknown): Expr =>
  replace(formula as Expr, call('acos', ratio), expansion as Expr);

export const eq70 = claim({
  id: 'eq70',
  text: { status: 'clean' },
  role: 'rate',
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

const balance: Unknown = {
  name: 'balance',
  tex: 'B',
  dimension: pureNumber,
  parameters: [powerDimension(angularFrequency, 2)],
  sign: 'real',
};
/** The integral over omega at Delta: the same at -Delta, since that is the same pair with its electrons exchanged. */
const evenBalance = (of: Expr): Expr => apply(balance, pow(of, 2));
/** What multiplies line shapes and populations in a rate equation. */
const coefficient = (equation: unknown): Expr =>
  instantiate(
    substitute(underBinders(equation as Expr).integrand, { rhoIplus: num(1), rhoIminus: num(0) }),
    Object.fromEntries(
      ['rhoPlusOf', 'rhoMinusOf', 'rhoSplus', 'rhoSminus', 'gi', 'delta'].map((name) => [
        name,
        { parameters: [], body: num(1) },
      ]),
    ),
  );

export const s6f = claim({
  id: 's6f',
  text: { status: 'clean' },
  role: 'sentence',
  domain: rateDomain,
  parts: [
    {
      says: '(65) with (70) is (29), the scrambled states approach according to s3f, with its sums written as integrals by (30), for populations that do not change when the two electrons are exchanged',
      domain: domain(frees('omega0I', 'A2', 'M2', 'NS', 'NI', 'D0', 'DD')),
      relation: ({ eq29: scrambled, eq65: rate, eq70: limit }) => {
        const wide = mul(4, omega0I);
        const low = div(omega0I, 8);
        const body = mul<string, Binders>(
          evenBalance(Delta),
          mul<string, Binders>(pow(NS, 2), coefficient(scrambled)),
          delta(sub(omega0I, call('abs', Delta))),
        );
        const moment = { M2: mul(div(2, pi), D0, DD) };
        return {
          kind: 'equal',
          left: overDelta(integral(Delta, [[neg(wide), wide]], substitute(body, moment)), [
            [neg(wide), neg(low)],
            [low, wide],
          ]),
          right: mul<string, Binders>(substitute(coefficient(rate), { WZ: limit as Expr }), evenBalance(omega0I)),
        };
      },
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

export const eq71 = claim({
  id: 'eq71',
  text: {
    status: 'reconstructed',
    readings: [{ says: 'the denominator before the integral is omega0I^2 (adopted); the value itself is clean' }],
  },
  role: 'rate',
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

export const fn5 = claim({
  id: 'fn5',
  text: { status: 'clean' },
  role: 'sentence',
  domain: narrowAbove,
  condition:
    'D0 is not small against omega_0I (from 3/5 of it on it was shown); for smaller D0 the error is of the order width^2/D0^2',
  parts: [
    {
      says: 'for D0 >= omega0I and a width up to omega0I/10 the relative error of (71) is at most 10 times that',
      domain: narrowAbove,
      relation: ({ eq66: exact, eq71: printed }) => within(printed, executed(exact, above), widthOver(omega0I, 2)),
    },
    {
      says: 'for D0 from 3/5 omega0I to omega0I and a width up to D0/10 the relative error of (72) is at most 10 times that',
      domain: narrowBetween,
      relation: ({ eq66: exact, eq72: printed }) =>
        withinBetween(num(3, 5), printed, executed(exact, below), widthOver(omega0I, 2)),
    },
    {
      says: 'for D0 up to omega0I/20 and a width up to D0/10 the relative error of (72) is at most 10 times that',
      domain: narrowFar,
      judges: 'outside',
      relation: ({ eq66: exact, eq72: printed }) => withinFar(printed, executed(exact, below), widthOver(omega0I, 2)),
    },
  ],
  instead: {
    says: 'of the order (width^2/D0^2)',
    parts: [
      {
        says: 'for D0 < omega0I and a width up to D0/10 the relative error of (72) is at most 10 times width^2/D0^2',
        domain: narrowBelow,
        relation: ({ eq66: exact, eq72: printed }) => within(printed, executed(exact, below), widthOver(D0, 2)),
      },
    ],
  },
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
  printed: { left: WSS, is: '\\approx', right: mul(num(1, 2), div(mul(A2, DD), omega0I), bracket(-1)) },
  domain: cutOffBelow,
  small: widthToZero,
  step: ({ eq66: ss }) => executed(ss, below),
  quantity: 'W_SS for D0 <= omega0I',
});

export const fn6 = claim({
  id: 'fn6',
  text: { status: 'clean' },
  role: 'sentence',
  domain: cutOffBelow,
  parts: [...substitutionParts, followsByAngle(eq71, droppedSS, 'above'), followsByAngle(eq72, droppedSS, 'below')],
});

export const eq73 = claim({
  id: 'eq73',
  text: { status: 'clean' },
  role: 'rate',
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
  printed: { left: div(WSS, WZ), is: '\\approx', right: mul(num(5, 12), div(pow(D0, 2), pow(omega0I, 2))) },
  domain: cutOffBelow,
  small: cutOffToZero,
  step: ({ eq70: z, eq73: ss }) => div(ss as Expr, z as Expr),
  quantity: 'W_SS/W_Z for small D0',
});

export const s6h = claim({
  id: 's6h',
  text: { status: 'clean' },
  role: 'sentence',
  domain: cutOffAbove,
  parts: [
    {
      says: 'the mean of the thermal-mixing factor over the range of Delta, W^SS/(2 omega0I), is below the rate (44) of Delta = 0 alone, at every width',
      domain: cutOffAbove,
      relation: ({ eq66: ss, eq44: rate }) => ({
        kind: 'ordered',
        left: div(executed(ss, above), mul(2, omega0I)),
        is: '<',
        right: rate as Expr,
      }),
    },
  ],
});
