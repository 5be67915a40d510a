import type { Claim } from '../../src/claim/claim.ts';
import { domain, moderate, type Point, simplePoints } from '../../src/claim/domain.ts';
import type { Expr } from '../../src/formula/expression.ts';
import { isOperator } from '../../src/formula/operators.ts';
import { freeSymbols, key } from '../../src/formula/substitute.ts';
import { nerdamerText } from '../../src/meaning/nerdamer.ts';
import { formatRational } from '../../src/number/rational.ts';

/** What nerdamer is asked: the value of a formula at an exact point. */
export interface Question {
  readonly id: string;
  readonly formula: string;
  readonly at: Readonly<Record<string, string>>;
}

export interface NotAsked {
  readonly id: string;
  readonly reason: string;
}

/** Exact points for each formula. */
const pointsEach = 3;

/** Names that nerdamer reads as numbers, whatever value they are given. */
const numbers = { PI: 'pi', E: 'e' } as const;

const binders = [
  ['(int ', 'an integral'],
  ['(d ', 'a derivative'],
  ['(pairs ', 'a sum over pairs'],
  ['(total ', 'a sum over spins'],
  ['(delta ', 'a delta function'],
  ['(if ', 'cases'],
] as const;

/** The text that nerdamer is sent for a formula, or the reason why it is not asked. */
const textOf = (formula: Expr): { readonly text: string } | { readonly reason: string } => {
  const structure = key(formula);
  const unknown = /\(\?(\w+)/.exec(structure)?.[1];
  if (unknown) return { reason: `the formula leaves the function ${unknown} open` };
  const binder = binders.find(([mark]) => structure.includes(mark))?.[1];
  if (binder) return { reason: `the formula holds ${binder}` };
  for (const name of freeSymbols(formula).keys()) {
    if (isOperator(name)) return { reason: `the formula holds the operator ${name}` };
    if (Object.hasOwn(numbers, name))
      return { reason: `nerdamer reads the symbol ${name} as the number ${numbers[name as keyof typeof numbers]}` };
  }
  return { text: nerdamerText(formula as Expr<string, 'scalar'>) };
};

/** The first of the domain's simple points that differ in what the formula speaks of. */
const pointsFor = ({ domain: of }: Claim, formula: Expr): readonly Question['at'][] => {
  const names = [...freeSymbols(formula).keys()];
  const known = of.coordinates.flatMap((coordinate) => coordinate.names);
  const missing = names.filter((name) => !known.includes(name));
  const points = simplePoints(domain([...of.coordinates, ...missing.map(moderate)]), 200);
  const shown = (point: Point): Question['at'] =>
    Object.fromEntries(
      [...point].flatMap(([name, value]) => (names.includes(name) ? [[name, formatRational(value)]] : [])),
    );
  return [...new Map(points.map((point) => [JSON.stringify(shown(point)), shown(point)])).values()].slice(
    0,
    pointsEach,
  );
};

/** What nerdamer is asked about the printed right sides of the claims, and what it is not asked, in the claims' order. */
export const questionsAbout = (
  claims: readonly Claim[],
): { readonly questions: readonly Question[]; readonly notAsked: readonly NotAsked[] } => {
  const questions: Question[] = [];
  const notAsked: NotAsked[] = [];
  for (const claim of claims) {
    const right = claim.printed?.right;
    const sent = right ? textOf(right) : { reason: 'it prints no equation' };
    if ('reason' in sent) notAsked.push({ id: claim.id, reason: sent.reason });
    else for (const at of pointsFor(claim, right as Expr)) questions.push({ id: claim.id, formula: sent.text, at });
  }
  return { questions, notAsked };
};
