import type { Part } from '../../src/claim/claim.ts';
import { underBinders } from '../../src/formula/binders.ts';
import { add, apply, call, div, type Expr, integral, mul, neg, num, pow, sub } from '../../src/formula/expression.ts';
import { instantiate, key, substitute } from '../../src/formula/substitute.ts';
import { alpha, Delta, NS, omega, omega0I, PI, PZ } from '../../src/formula/symbols.ts';
import { claim } from '../claim.ts';
import { rateDomain } from '../domains.ts';
import { eq29 } from '../section-3/sums.ts';
import { type Binders, line, overLine } from '../section-4/notation.ts';
import { overResonance, shapesAtResonance } from '../section-6/flows.ts';
import { coefficient, evenBalance, overResonances } from '../section-6/scrambled-states.ts';
import { bothOf, integralOf, pairs, sign, triples, withProduct } from './notation.ts';

export const eq77 = claim({
  id: 'eq77',
  text: { status: 'clean' },
  role: 'number',
  printed: { left: num(0), is: '=', right: overResonance },
  domain: triples,
  // The rate (65) is 0 where its integral is: what stands in front is a constant and not 0.
  step: ({ eq65: rate }) => integralOf(rate as Expr),
  relate: (printed, derived) => ({ kind: 'integrands', left: derived as Expr, right: printed }),
});

/** Of a single spin with that temperature: down (1) or up (-1). */
const singleSpin = (value: 1 | -1): Expr =>
  call('exp', mul<string, Binders>(num(value, 2), omega, apply(alpha, omega)));

export const eq89 = claim({
  id: 'eq89',
  text: { status: 'clean' },
  role: 'number',
  printed: {
    left: apply(PZ, omega),
    is: '=',
    right: call('tanh', mul<string, Binders>(num(1, 2), omega, apply(alpha, omega))),
  },
  domain: pairs(),
  // What the words beside it say: the polarization of a spin without interactions.
  step: () =>
    div<string, Binders>(
      sub<string, Binders>(singleSpin(1), singleSpin(-1)),
      add<string, Binders>(singleSpin(1), singleSpin(-1)),
    ),
});

const [here, there] = [apply(PZ, omega), apply(PZ, sub(omega, omega0I))];

/** The bracket with the lost character read as a product or as a minus sign. */
const bracket = (joined: Expr): Expr =>
  add<string, Binders>(mul<string, Binders>(joined, PI), neg(sub<string, Binders>(here, there)));

export const eq90 = claim({
  id: 'eq90',
  text: {
    status: 'ambiguous',
    readings: [
      {
        says: 'forward minus backward product of the populations before they are normalised, and the product P_Z(omega) P_Z(omega - omega_0I) (adopted)',
      },
      {
        says: 'a minus sign between 1 - P_Z(omega) and P_Z(omega - omega_0I)',
        formula: bracket(sub<string, Binders>(sub<string, Binders>(num(1), here), there)),
      },
      { says: 'both products on the left carry the same superscripts, as in the text at hand: then it is 0' },
      { says: 'the populations on the left are normalised already, and divided by the sums of states again' },
    ],
  },
  role: 'number',
  printed: { is: '=', right: bracket(sub<string, Binders>(num(1), mul<string, Binders>(here, there))) },
  domain: pairs('betaI', 'betaSS'),
  // 4 times the difference of the products (88): the factor of proportionality is left open in print.
  step: ({ eq79: nuclei, eq85: unnormalised, eq88: products }) => {
    const states = [1, -1].map((value) =>
      bothOf(substitute(unnormalised as Expr, { aligned: num(value), Delta: omega0I })),
    );
    const written = substitute(
      instantiate(products as Expr, { statesOf: { parameters: [], body: add<string, Binders>(...states) } }),
      { statesI: bothOf(substitute(nuclei as Expr, { statesI: num(1) })) },
    );
    const [forward, backward] = [1, -1].map((value) => substitute(written, { sign: num(value) })) as [Expr, Expr];
    return mul<string, Binders>(4, sub<string, Binders>(forward, backward));
  },
  relate: (printed, derived, { eq25: difference, eq79: nuclei, eq89: polarization }) => {
    const numbers = substitute(nuclei as Expr, { statesI: bothOf(substitute(nuclei as Expr, { statesI: num(1) })) });
    const opened = instantiate(printed, { PZ: { parameters: ['omega'], body: polarization as Expr } });
    const polarized = substitute(difference as Expr, {
      rhoIplus: substitute(numbers, { sign: num(1) }),
      rhoIminus: substitute(numbers, { sign: num(-1) }),
    });
    return { kind: 'equal', left: derived as Expr, right: substitute(opened, { PI: polarized }) };
  },
});

/** A formula as numerator and denominator. */
const asRatio = (formula: Expr): { readonly over: Expr; readonly under: Expr } => {
  if (formula.kind === 'quotient') return formula;
  if (formula.kind !== 'product') return { over: formula, under: num(1) };
  const parts = formula.factors.map(asRatio);
  return {
    over: mul<string, Binders>(...parts.map(({ over }) => over)),
    under: mul<string, Binders>(...parts.map(({ under }) => under)),
  };
};

/** P_I times the denominator less the numerator, under one integral: 0 where P_I is the ratio. */
const cleared = (ratio: Expr): Expr => {
  const { over, under } = asRatio(ratio);
  const [above, below] = [underBinders(over), underBinders(under)];
  const wanted = JSON.stringify([{ variables: ['omega'], limits: line.flat().map(key) }]);
  for (const { binders } of [above, below])
    if (JSON.stringify(binders.map(({ variables, limits }) => ({ variables, limits: limits.map(key) }))) !== wanted)
      throw new RangeError('expected a ratio of two integrals over all omega');
  return integral(omega, line, sub<string, Binders>(mul<string, Binders>(PI, below.integrand), above.integrand));
};

export const eq91 = claim({
  id: 'eq91',
  text: { status: 'clean' },
  role: 'number',
  printed: {
    left: PI,
    is: '=',
    right: div<string, Binders>(
      overLine(mul<string, Binders>(shapesAtResonance, sub<string, Binders>(here, there))),
      overLine(
        mul<string, Binders>(shapesAtResonance, sub<string, Binders>(num(1), mul<string, Binders>(here, there))),
      ),
    ),
  },
  domain: triples,
  // (77) with the bracket of (90) is linear in P_I.
  step: ({ eq77: condition, eq90: difference }) =>
    withProduct(condition, mul<string, Binders>(div(add(1, sign), 2), difference as Expr)),
  relate: (printed, derived) => ({ kind: 'integrands', left: derived as Expr, right: cleared(printed) }),
});

/**
 * That (29), which s3f says to be the scrambled states approach, is stationary where (77) is: its sum over pairs as an
 * integral (30), for populations that do not change when the two electrons of a pair are exchanged.
 */
export const scrambledStates: Part = {
  says: '(29), the scrambled states approach according to s3f, with its sum written as integrals by (30), is a constant times the integral of (77), whatever the line and the populations',
  domain: rateDomain,
  relation: () => {
    const constant = mul<string, Binders>(pow(NS, 2), coefficient(eq29.printed?.right));
    return {
      kind: 'equal',
      left: overResonances(mul<string, Binders>(evenBalance(Delta), constant)),
      // Both signs of Delta, each the bracket of (77) at Delta = omega0I integrated over the line.
      right: mul<string, Binders>(2, constant, evenBalance(omega0I)),
    };
  },
};

/** What keeps a comparison with it from being decided. */
export const sourceNotAtHand =
  'whether (29) is the scrambled states approach (s3f) is undecided, its source not being at hand; that (29) is stationary where (77) is, and so at (91), is shown';

export const s8e = claim({
  id: 's8e',
  text: { status: 'clean' },
  role: 'sentence',
  domain: rateDomain,
  parts: [scrambledStates],
  undecided: sourceNotAtHand,
});
