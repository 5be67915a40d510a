import type { Claim } from '../claim/claim.ts';
import { below, domain, either, moderate, oneOf } from '../claim/domain.ts';
import { decide } from '../evidence/decide.ts';
import type { Effort, Finding } from '../evidence/finding.ts';
import { underBinders } from '../formula/binders.ts';
import { formatDimension, pureNumber } from '../formula/dimension.ts';
import { add, call, type Expr, mul, neg, num, pow, sqrt, sub, symbol } from '../formula/expression.ts';
import { freeSymbols, instantiate, key, type Lambda, substitute, unknownFunctions } from '../formula/substitute.ts';
import { omega0I } from '../formula/symbols.ts';
import { commonDimension, dimensionOf } from '../meaning/dimension.ts';
import { rational } from '../number/rational.ts';
import { affinity, nuclearPopulations, pairPopulations } from '../theory/spin-temperature.ts';
import type { Evidence } from './judge.ts';

/** "passed", "failed: ..." or "not applicable: ..."; "undecided: ..." where the evidence is still to come. */
export type Checks = Readonly<Record<string, string>>;

const few = (effort: Effort): Effort => ({ ...effort, points: Math.min(effort.points, 40) });

const said = (finding: Finding): string =>
  finding.outcome === 'holds'
    ? 'passed'
    : finding.outcome === 'fails'
      ? `failed: ${finding.detail ?? JSON.stringify(finding.counterexample?.at)}`
      : `undecided: ${finding.discarded} of ${finding.discarded + finding.points} points left open`;

const dimensionCheck = ({ printed, formula }: Claim): string => {
  const right = printed?.right ?? formula;
  if (!right) return 'not applicable: a sentence; its formulas are checked where they stand';
  try {
    return `passed: ${formatDimension(printed?.left ? commonDimension(printed.left, right) : dimensionOf(right))}`;
  } catch (error) {
    if (error instanceof RangeError) return `failed: ${error.message}`;
    throw error;
  }
};

const named = (name: string): Expr<string, 'scalar'> => symbol(name, name, pureNumber, 'real');
const [first, second] = [named('first'), named('second')];
const coefficients = ['e0', 'e1', 'e2'] as const;
const [e0, e1, e2] = coefficients.map(named) as [Expr, Expr, Expr];

/** Functions of one pair that do not change when its electrons are exchanged: (omega, Delta) to (omega - Delta, -Delta). */
const ofPair = (weight: number): Lambda => ({
  parameters: ['first', 'second'],
  body: add<string, 'scalar' | 'binder'>(
    mul(weight, e0),
    mul<string, 'scalar' | 'binder'>(e1, pow(sub(mul(2, first), second), 2)),
    mul<string, 'scalar' | 'binder'>(e2, pow(second, 2)),
  ),
});
const even: Lambda = {
  parameters: ['first'],
  body: add<string, 'scalar' | 'binder'>(e0, mul<string, 'scalar' | 'binder'>(e1, pow(first, 2))),
};
const symmetric = {
  rhoSplus: ofPair(1),
  rhoSminus: ofPair(2),
  WSSI: even,
  dUI: even,
  F: { parameters: ['first', 'second', 'third'], body: ofPair(3).body },
  statesOf: ofPair(4),
  rhoTildeOf: ofPair(5),
  rhoTildePlusPlus: ofPair(6),
  rhoTildePlus: ofPair(7),
  rhoTildeMinus: ofPair(8),
  rhoTildeMinusMinus: ofPair(9),
  gD: even,
  f: {
    parameters: ['first', 'second'],
    body: add<string, 'scalar' | 'binder'>(e0, mul<string, 'scalar' | 'binder'>(e1, pow(add(first, second), 2))),
  },
};

const speaksOfPair = (integrand: Expr): boolean => key(integrand).split(/[ ()]/).includes('Delta');

const exchangeCheck = (claim: Claim, right: Expr, effort: Effort): string => {
  const { integrand } = underBinders(right);
  if (!speaksOfPair(integrand) || integrand.kind === 'integral')
    return 'not applicable: it does not speak of pairs at (omega, Delta)';
  if (key(integrand).includes('(?rhoSplus omega omega0I)'))
    return 'not applicable: the two signs of Delta are folded into one, which the step decides';
  const definite = instantiate(integrand, symmetric);
  const exchange = (formula: Expr): Expr =>
    substitute(formula, { Delta: neg(named('Delta')), omega: sub(named('omega'), named('Delta')) });
  // A condition between two expressions does not change either when both of them change sign.
  const condition = claim.printed?.left?.kind === 'sum' ? claim.printed.left : undefined;
  const [original, exchanged] = condition
    ? [
        mul<string, 'scalar' | 'binder'>(definite, exchange(condition)),
        mul<string, 'scalar' | 'binder'>(exchange(definite), condition),
      ]
    : [definite, exchange(definite)];
  const coordinates = [
    ...claim.domain.coordinates.filter(({ names }) => !names.some((name) => coefficients.includes(name as 'e0'))),
    ...coefficients.map(moderate),
  ];
  const missing = [...freeSymbols(definite).keys()].filter(
    (name) => !coordinates.some(({ names }) => names.includes(name)),
  );
  return said(
    decide(
      { kind: 'integrands', left: original, right: exchanged },
      domain([...coordinates, ...missing.map(moderate)]),
      { ...few(effort), label: `${effort.label}/exchange` },
    ),
  );
};

/** The product of the populations of a pair and a nucleus at one temperature: the same for either sign of the states. */
const oneTemperature = (claim: Claim, right: Expr, effort: Effort): string => {
  const common = named('common');
  const same = substitute(instantiate(right, { alpha: { parameters: [], body: common } }), {
    betaI: common,
    betaSS: common,
    betaL: common,
  });
  const [upper, lower] = [1, -1].map((sign) => substitute(same, { sign: num(sign) })) as [Expr, Expr];
  const of = domain([...completed(claim, upper).coordinates, moderate('common')], claim.domain.hypotheses);
  return said(
    decide({ kind: 'equal', left: upper, right: lower }, of, { ...few(effort), label: `${effort.label}/equilibrium` }),
  );
};

/** All inverse temperatures equal: populations rho^+- of pairs go as exp(-+x), those of nuclei as exp(+-x). */
const equilibriumCheck = (claim: Claim, right: Expr, effort: Effort): string => {
  const { integrand } = underBinders(right);
  const free = freeSymbols(right);
  if (free.has('sign') && free.has('betaI') && unknownFunctions(right).has('statesOf'))
    return oneTemperature(claim, right, effort);
  const functions = unknownFunctions(integrand);
  const ofElectrons = functions.has('rhoSplus') || functions.has('rhoPlusOf');
  if (!freeSymbols(integrand).has('rhoIplus') || !ofElectrons) return 'not applicable: no difference of populations';
  const x = named('x');
  const only = (sign: 'plus' | 'minus'): Expr => {
    const pair = (is: boolean, exponent: Expr): Lambda => ({
      parameters: ['first', 'second'],
      body: is ? call('exp', exponent) : num(0),
    });
    const pairs = { plus: pair(sign === 'plus', neg(x)), minus: pair(sign === 'minus', x) };
    const opened = instantiate(integrand, {
      rhoSplus: pairs.plus,
      rhoPlusOf: pairs.plus,
      rhoSminus: pairs.minus,
      rhoMinusOf: pairs.minus,
    });
    return substitute(opened, { rhoIplus: call('exp', x), rhoIminus: call('exp', neg(x)) });
  };
  const [gain, loss] = [only('plus'), neg(only('minus'))];
  return said(
    decide({ kind: 'integrands', left: gain, right: loss }, completed(claim, add(gain, loss)), {
      ...few(effort),
      label: `${effort.label}/equilibrium`,
    }),
  );
};

/** Zeeman terms and inverse temperatures. */
const ofEitherSign = ['here', 'there', 'betaSS', 'betaI'];

/**
 * The flow of every pair has the sign that lets the entropy of its reservoirs rise, whatever their temperatures: with the
 * populations of the reference implementation, of either sign of Delta.
 */
const entropyCheck = ({ role, into }: Claim, right: Expr, effort: Effort): string => {
  if (role !== 'flow') return 'not applicable: not a flow of energy';
  if (into === undefined) return 'not applicable: a part of another flow, or a name for one';
  const { integrand } = underBinders(right);
  // Both signs of Delta; and Delta = omega0I, without a coupling, where that is what the flow speaks of.
  const at = mul(
    named('side'),
    key(integrand).includes('(?rhoSplus omega omega0I)') ? omega0I : symbol('Delta', 'Delta', omega0I.symbol.dimension),
  );
  const ofPair = (formula: Expr): Expr =>
    substitute(formula, { D: sqrt(mul(sub(omega0I, at), add(omega0I, at))), Delta: at });
  const { upper, lower } = pairPopulations.means;
  const populations = Object.entries({ rhoSplus: upper, rhoSminus: lower }).map(
    ([name, of]) => [name, { parameters: [], body: ofPair(of) }] as const,
  );
  const placed = substitute(integrand, { Delta: at });
  const flow = substitute(instantiate(placed, { ...symmetric, ...Object.fromEntries(populations) }), {
    rhoIplus: nuclearPopulations.plus,
    rhoIminus: nuclearPopulations.minus,
  });
  const produced = mul<string, 'scalar' | 'binder'>(into === 'nuclei' ? -1 : 1, flow, ofPair(affinity));
  const own = ['Delta', 'omega0I', 'side'];
  return said(
    decide(
      { kind: 'ordered', left: num(0), is: '<=', right: produced },
      domain([
        moderate('omega0I'),
        below('Delta', 'omega0I'),
        oneOf('side', [rational(1), rational(-1)]),
        ...[...freeSymbols(produced).keys()]
          .filter((name) => !own.includes(name))
          .map((name) => (ofEitherSign.includes(name) ? either(moderate(name)) : moderate(name))),
      ]),
      { ...few(effort), label: `${effort.label}/entropy` },
    ),
  );
};

/** The claim's domain with values for symbols that it does not speak of elsewhere. */
const completed = (claim: Claim, formula: Expr) => {
  const known = claim.domain.coordinates.flatMap(({ names }) => names);
  const missing = [...freeSymbols(formula).keys()].filter((name) => !known.includes(name));
  return domain([...claim.domain.coordinates, ...missing.map(moderate)], claim.domain.hypotheses);
};

const isScalar = (formula: Expr): boolean =>
  unknownFunctions(formula).size === 0 && !/\((int|pairs|delta|d) /.test(key(formula));

/** Twice as long a second: every symbol and the formula change by the power of 2 that their dimensions ask for. */
const scalingCheck = (claim: Claim, right: Expr, effort: Effort): string => {
  if (!isScalar(right) || freeSymbols(right).size === 0) return 'not applicable: not a formula in symbols alone';
  const scaled = substitute(
    right,
    Object.fromEntries(
      [...freeSymbols(right).values()].map((of) => [
        of.name,
        mul(pow(num(2), 2 * of.dimension.s, 2), { kind: 'symbol', symbol: of }),
      ]),
    ),
  );
  const factor = pow(num(2), 2 * dimensionOf(right).s, 2);
  return said(
    decide({ kind: 'equal', left: scaled, right: mul(factor, right) }, completed(claim, right), {
      ...few(effort),
      label: `${effort.label}/scaling`,
    }),
  );
};

const positivityCheck = (claim: Claim, right: Expr, effort: Effort): string => {
  if (claim.role !== 'rate' && claim.role !== 'density')
    return 'not applicable: of either sign, or not a rate or density';
  if (!isScalar(right))
    return 'not applicable: it has the sign of the difference of populations, or of functions left open';
  return said(
    decide({ kind: 'ordered', left: num(0), is: '<=', right }, completed(claim, right), {
      ...few(effort),
      label: `${effort.label}/positivity`,
    }),
  );
};

const worst = (measured: readonly Evidence[]): Evidence | undefined =>
  measured.find(({ outcome }) => outcome === 'fails') ??
  measured.find(({ outcome }) => outcome === 'undecided') ??
  measured[0];

const measuredCheck = ({ outcome, about, detail, measured }: Evidence): string =>
  outcome === 'holds'
    ? 'passed'
    : outcome === 'fails'
      ? `failed: ${about}: ${measured?.value}, by the formula ${measured?.expected}`
      : `undecided: ${detail ?? 'nothing could be compared'}`;

/** The prefactor against exact dynamics. */
const prefactorCheck = ({ role, step }: Claim, dynamics: Evidence | undefined): string => {
  if (dynamics) return measuredCheck(dynamics);
  if (role !== 'rate' && role !== 'flow') return 'not applicable: not a rate or flow';
  return step
    ? 'not applicable: it is that of what it follows from, which the step decides'
    : 'undecided: exact time evolution of a small system would decide it';
};

/** What a formula makes of the sums that it follows from, against these sums over the spins of random glasses. */
const glassesCheck = (sampling: Evidence | undefined): string =>
  sampling ? measuredCheck(sampling) : 'not applicable: no sum over the spins of a glass is compared with it';

/** The checks that every claim meets. */
export const checksOf = (claim: Claim, evidence: readonly Evidence[], effort: Effort): Checks => {
  const right = claim.printed?.right;
  const formula = (check: (right: Expr) => string): string => (right ? check(right) : 'not applicable: a sentence');
  const limit = evidence.filter(({ by }) => by === 'limit');
  return {
    dimension: dimensionCheck(claim),
    exchange: formula((of) => exchangeCheck(claim, of, effort)),
    equilibrium: formula((of) => equilibriumCheck(claim, of, effort)),
    energy:
      claim.role === 'flow'
        ? 'not applicable: one flow of three; that they add up to 0 is s5a'
        : 'not applicable: not a flow of energy',
    entropy: right ? entropyCheck(claim, right, effort) : 'not applicable: not a flow of energy',
    normalisation:
      claim.role === 'density'
        ? 'not applicable: decided as an assertion of the claim, or a definition of it'
        : 'not applicable: not a density',
    limits:
      limit.length === 0
        ? 'not applicable: no limit is claimed'
        : limit.every(({ outcome }) => outcome === 'holds')
          ? 'passed'
          : 'failed: see the evidence',
    prefactor: prefactorCheck(
      claim,
      worst(evidence.filter(({ judges, by }) => judges === 'prefactor' && by === 'dynamics')),
    ),
    glasses: glassesCheck(worst(evidence.filter(({ judges, by }) => judges === 'prefactor' && by === 'sampling'))),
    positivity: formula((of) => positivityCheck(claim, of, effort)),
    scaling: formula((of) => scalingCheck(claim, of, effort)),
  };
};
