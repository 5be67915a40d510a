import { type Ball, balls } from '../../../number/ball.ts';
import type { Branch, Conditions } from '../state.ts';
import { ballOf, type Frame, float, type Input, whole } from './frame.ts';
import { type Budget, type Inner, innerIntegrals } from './inner.ts';
import type { CertifiedLine, LineAt } from './line.ts';
import { type Angles, type Flow, outerIntegrals, type Weight } from './outer.ts';
import { labelled, type Model, means } from './pairs.ts';
import type { CertifiedProfile, TermAt } from './profiles.ts';

/** The formulas of this project, or those of the paper as printed: Eqs. (91), (78), and (60) and (65) together. */
export type Edition = 'derived' | 'printed';

/** What decides a branch: P = d/s. */
export type Flows = Readonly<Record<Branch, Flow>>;

const sinSquareQ: Weight = ({ base }, { sinSquare, q }) => base.mul(sinSquare, q);
const cosSquareQ: Weight = ({ base }, { cosSquare, q }) => base.mul(cosSquare, q);
const cosSquareOnly: Weight = (_frame, { cosSquare }) => cosSquare;

/**
 * acos(D0/omega0I), or 0 where D0 is larger. Near D0 = omega0I half of the digits are lost, so that twice as many are used;
 * an enclosure that reaches beyond 1 is cut there, and the angle's then holds 0.
 */
const leastAngle = (f: Frame, { D0, omega0I }: Conditions<Input>): Ball => {
  const fine = balls(Math.ceil(2 * f.bits * Math.log10(2)) + 50);
  const ratio = fine.div(D0(fine), omega0I(fine));
  const one = fine.rational({ numerator: 1n, denominator: 1n });
  const [lower, upper] = fine.ends(fine.acos(fine.min(ratio, one)));
  return f.base.hull(f.base.rational(lower), f.base.rational(upper));
};

/** Conditions in units of omega0I. */
const anglesOf = (f: Frame, conditions: Conditions<Input>, signs: readonly (1 | -1)[]): Angles => {
  const { base, omega0I } = f;
  const of = (input: Input): Ball => base.div(input(base), omega0I);
  for (const name of ['omega0I', 'D0', 'DD'] as const)
    if (base.sign(conditions[name](base)) !== 1)
      throw new RangeError(`expected ${name} above 0, got ${base.middle(conditions[name](base))}`);
  const width = of(conditions.DD);
  return {
    least: leastAngle(f, conditions),
    widthSquare: base.mul(width, width),
    betaSS: base.mul(conditions.betaSS(base), omega0I),
    signs,
  };
};

/**
 * The integral of (Delta/omega0I)^2 R over both signs of Delta: twice that of sin^2 q dphi from phi0 to pi/2, where
 * sin^2 q = sin^2 + w - w (1 + w)/(cos^2 + w), w = (DD/omega0I)^2, and the integral of 1/(cos^2 + w) is
 * atan(sqrt(w/(1 + w)) tan phi)/sqrt(w (1 + w)).
 */
const crossEffectRate = (f: Frame, { least, widthSquare: w }: Angles): Ball => {
  const { base } = f;
  const [one, two] = [whole(f, 1), whole(f, 2)];
  const range = base.sub(base.div(base.pi(), two), least);
  const more = base.add(one, w);
  const [sin, cos] = [base.sin(least), base.cos(least)];
  // pi/2 - atan(k tan phi0) = atan(1/(k tan phi0)), k = sqrt(w/(1 + w)), by the larger of sin phi0 and cos phi0: never 0.
  const k = base.sqrt(base.div(w, more));
  const angle =
    float(f, sin) > float(f, cos)
      ? base.atan(base.div(cos, base.mul(k, sin)))
      : base.sub(base.div(base.pi(), two), base.atan(base.mul(k, base.div(sin, cos))));
  const plain = base.add(base.mul(range, base.add(base.div(one, two), w)), base.div(base.mul(sin, cos), two));
  return base.mul(two, base.sub(plain, base.mul(base.sqrt(base.mul(w, more)), angle)));
};

/** One working precision: the flows of each branch with bounds of all errors, for a tolerance of each integral. */
export const flowsAt = (
  f: Frame,
  line: CertifiedLine,
  profile: CertifiedProfile,
  conditions: Conditions<Input>,
  edition: Edition,
  tolerance: number,
  budget: Budget,
): Flows => {
  const { base } = f;
  const angles = anglesOf(f, conditions, edition === 'derived' ? [1] : [1, -1]);
  const lineFrom = (least: number): LineAt => line.at(f, least, tolerance / 64);
  const joined = lineFrom(Math.sin(float(f, angles.least)));
  const term: TermAt = profile.at(f, joined.origin);
  const innerOf = (of: LineAt, model: Model) => innerIntegrals(f, of, term, model, budget);
  const outer = (model: Model, inner: ReturnType<typeof innerOf>, weights: readonly Weight[]): Flow[] =>
    outerIntegrals(f, joined, term, model, angles, inner, weights, tolerance);
  const sum = (a: Flow, b: Flow): Flow => ({ d: base.add(a.d, b.d), s: base.add(a.s, b.s) });

  if (edition === 'derived') {
    const [cross, mixing] = outer(means, innerOf(joined, means), [sinSquareQ, cosSquareQ]) as [Flow, Flow];
    return { 'cross effect': cross, 'thermal mixing': mixing, both: sum(cross, mixing) };
  }
  const flow = ({ d, s, error }: Inner): Flow => ({ d: ballOf(f, d, error), s: ballOf(f, s, error) });
  const atResonance = (of: LineAt): Flow => flow(innerOf(of, labelled)(whole(f, 1), whole(f, 0), tolerance / 4));
  const inner = innerOf(joined, labelled);
  const [mixing, withWidth] = outer(labelled, inner, [cosSquareOnly, cosSquareQ]) as [Flow, Flow];
  const rate = crossEffectRate(f, angles);
  const there = atResonance(joined);
  return {
    'cross effect': atResonance(lineFrom(1)),
    'thermal mixing': mixing,
    both: sum({ d: base.mul(rate, there.d), s: base.mul(rate, there.s) }, withWidth),
  };
};
