import { above, angleBelow, below, primitiveSS, primitiveZ, rightAngle } from '../../spec/circle.ts';
import { integralSS, integralZ } from '../../spec/section-6/notation.ts';
import type { Step } from '../../src/evidence/proof/step.ts';
import { add, call, div, type Expr, integral, mul, num, pi, pow } from '../../src/formula/expression.ts';
import { replace, substitute } from '../../src/formula/substitute.ts';
import { D0, DD, Delta, omega0I, theta } from '../../src/formula/symbols.ts';

const [sine, cosine] = [call('sin', theta), call('cos', theta)];
const w = div(DD, omega0I);

/** The integrands of (64) and (66) over the angle, over pi: w cos^2 sin^2 and w sin^4, over sin^2 + w^2. */
const lorentzian = mul(pi, add(pow(sine, 2), pow(w, 2)));
const overTheta = {
  Z: div(mul(w, pow(cosine, 2), pow(sine, 2)), lorentzian),
  SS: div(mul(w, pow(sine, 4)), lorentzian),
};
const integrals = { Z: integralZ, SS: integralSS };
const primitives = { Z: primitiveZ, SS: primitiveSS };

/** sqrt(omega0I^2 - D0^2), where |Delta| begins for D0 < omega0I. */
const rootOfRest: Expr = pow(add(pow(omega0I, 2), mul(-1, pow(D0, 2))), 1, 2);

/** Where the integral begins: at Delta = 0 for D0 >= omega0I, otherwise at the pair whose coupling is D0. */
const ranges = {
  above: { from: rightAngle, lower: num(0), at: above },
  below: { from: angleBelow, lower: rootOfRest, at: below },
} as const;

/**
 * (64) or (66) executed for every width: Delta = omega0I cos(theta) as in footnotes 4 and 6, then a primitive. `formula`
 * is the printed right side that holds the integral.
 */
export const executedByAngle = (
  id: 'eq64' | 'eq66',
  which: 'Z' | 'SS',
  range: 'above' | 'below',
  formula: Expr,
): readonly Step[] => {
  const { from, lower, at } = ranges[range];
  const printed = substitute(formula, { Delta0: lower });
  const within = substitute(integrals[which], { Delta0: lower });
  const overAngle = replace(printed, within, integral(theta, [[num(0), from]], overTheta[which]));
  const executed = replace(printed, within, at(primitives[which]));
  return [
    { by: 'premise', id, given: { Delta0: 's4d' }, to: printed },
    {
      by: 'substitution',
      variable: Delta,
      into: theta,
      pieces: [{ at: mul(omega0I, cosine), from, to: num(0) }],
      to: overAngle,
      why: 'cos(theta) = Delta/omega_0I',
    },
    { by: 'primitive', variable: theta, primitive: primitives[which], to: executed },
  ];
};
