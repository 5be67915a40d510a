import type { Proof } from '../evidence/proof/chain.ts';
import type { CheckedStep } from '../evidence/proof/walk.ts';
import type { Expr, Sym } from '../formula/expression.ts';
import { freeSymbols, substitute } from '../formula/substitute.ts';
import type { Fact } from '../kernel/kernel.ts';
import { latex } from '../meaning/latex.ts';
import { plainText } from '../meaning/text.ts';

/** A proof to be read: which claim and which of its assertions, under what, and the chain. */
export interface Shown {
  readonly id: string;
  readonly says: string;
  readonly facts: readonly Fact[];
  readonly proof: Proof;
}

interface Words {
  readonly formula: (formula: Expr) => string;
  readonly relation: Readonly<Record<Fact['is'], string>>;
}

const plain: Words = { formula: plainText, relation: { '<': '<', '<=': '<=', '=': '=', '!=': '!=' } };
const tex: Words = { formula: latex, relation: { '<': '<', '<=': '\\le', '=': '=', '!=': '\\ne' } };

const fact = ({ left, is, right }: Fact, words: Words): string =>
  `${words.formula(left)} ${words.relation[is]} ${words.formula(right)}`;

/** Each hypothesis once, and what functions left open are taken to meet, its symbols written as in the chain: hypotheses know them by their names only. */
const given = ({ facts, proof }: Shown, words: Words): readonly string[] => {
  const formulas = [proof.start, ...proof.lemmas.map(({ from }) => from), ...proof.steps.map(({ to }) => to)];
  const known = [...facts, ...proof.facts].flatMap(({ left, right }) => [...freeSymbols(left), ...freeSymbols(right)]);
  const isWritten = ([name, { tex }]: readonly [string, Sym]): boolean => tex !== name;
  const written = new Map([...known.filter(isWritten), ...formulas.flatMap((formula) => [...freeSymbols(formula)])]);
  const named = Object.fromEntries(
    [...written].map(([name, symbol]): readonly [string, Expr] => [name, { kind: 'symbol', symbol }]),
  );
  const of = ({ left, is, right }: Fact): Fact => ({
    left: substitute(left, named),
    is,
    right: substitute(right, named),
  });
  return [...new Set([...facts, ...proof.facts].map((one) => fact(of(one), words)))];
};

const heading = ({ about, outcome }: Proof): string => {
  const what = about === 'step' ? 'what follows from the premises' : about === 'truth' ? 'what is right' : about;
  return `${what}: ${outcome}`;
};

const conditionsOf = ({ conditions }: CheckedStep, words: Words): readonly string[] =>
  conditions.map(({ formula, is }) => {
    const [relation = '', zero = ''] = is.split(' ');
    return `${words.formula(formula)} ${words.relation[relation as Fact['is']] ?? relation.replace('>=', words === tex ? '\\ge' : '>=')} ${zero}`;
  });

/** A chain that begins at a printed premise. */
const beginsElsewhere = ({ steps }: Proof): boolean => steps[0]?.by === 'premise';

/** How a step is joined to the one before it. */
const joined = ({ by }: CheckedStep): string =>
  by === 'premise'
    ? ' '
    : by === 'limit'
      ? 'printed/this ->'
      : by === 'monotonic'
        ? 'its derivative'
        : by === 'sign' || by === 'bound'
          ? 'that is'
          : '=';

const errorOf = ({ by, error }: CheckedStep, words: Words): string =>
  by === 'series'
    ? ' + rest'
    : error
      ? `, with the first error ${words.formula(error.coefficient)} small^${error.order}`
      : '';

const ending = ({ outcome, factor, steps, other }: Proof, words: Words): string => {
  const by = steps[steps.length - 1]?.by;
  if (outcome === 'refuted' && factor) return `so that printed = ${words.formula(factor)} x right`;
  if (outcome === 'refuted') return 'so that the error is of an order that the claim excludes';
  if (by === 'sign' || by === 'monotonic' || by === 'bound') return 'so that it has the sign that is claimed';
  if (by === 'limit') return 'so that both agree in the limit';
  return other.length > 0 ? 'and both sides are the same' : 'which is what is printed';
};

/** The chain as lines of text: each step's formula, its reason, and what had to be shown for it. */
export const chainText = (shown: Shown): string => {
  const { id, says, facts, proof } = shown;
  const line = (text: string): string => `  ${text}\n`;
  const needs = (conditions: readonly string[]): readonly string[] =>
    conditions.length > 0 ? [line(`      needs ${conditions.join(', ')}`)] : [];
  const step = (of: CheckedStep): string =>
    [
      line(`  ${joined(of)} ${plainText(of.to)}${errorOf(of, plain)}`),
      line(`      by ${of.by}: ${of.why}`),
      ...needs(conditionsOf(of, plain)),
    ].join('');
  return [
    `${id}  ${says}\n`,
    line(heading(proof)),
    line(`given ${facts.length > 0 ? given(shown, plain).join(', ') : 'nothing'}`),
    ...proof.lemmas.map((lemma) => `${line(`first, ${plainText(lemma.from)} > 0:`)}${step(lemma)}`),
    ...(beginsElsewhere(proof) ? [] : [line(`    ${plainText(proof.start)}`)]),
    ...proof.steps.map(step),
    ...(proof.other.length > 0
      ? [line('printed:'), line(`    ${plainText(proof.end)}`), ...proof.other.map(step)]
      : []),
    line(`${ending(proof, plain)} (${proof.operations} operations)`),
  ].join('');
};

const marks: Readonly<Record<string, string>> = { '^': '\\^{}', '~': '\\~{}', '\\': '\\textbackslash{}' };
const escaped = (text: string): string => text.replace(/[\\{}$&#_^~%]/g, (c) => marks[c] ?? `\\${c}`);
const words = (text: string): string => `\\text{${escaped(text)}}`;

/** The chain as LaTeX (amsmath), to be set in a review: what is given, the chain, and what had to be shown for it. */
export const chainTex = (shown: Shown): string => {
  const { id, says, facts, proof } = shown;
  const row = (relation: string, formula: string, why: string): string =>
    `  &${relation} ${formula} && ${words(why)}\\\\\n`;
  const step = (of: CheckedStep): string =>
    row(
      of.by === 'limit' ? '\\to' : of.by === 'monotonic' ? '\\partial' : '=',
      `${latex(of.to)}${of.by === 'series' ? '+\\text{rest}' : ''}`,
      `${of.by}: ${of.why}${of.by === 'limit' ? errorOf(of, plain) : ''}`,
    );
  const needed = [...proof.lemmas, ...proof.steps, ...proof.other].flatMap((of) => conditionsOf(of, tex));
  const listed = (formulas: readonly string[]): string => formulas.map((formula) => `$${formula}$`).join(', ');
  return [
    `% ${id}: ${says}; ${heading(proof)}\n`,
    ...(facts.length > 0 ? [`Given ${listed(given(shown, tex))}:\n`] : []),
    '\\begin{align*}\n',
    ...proof.lemmas.map((lemma) => `${row('', `0 < ${latex(lemma.from)}`, 'to be shown first')}${step(lemma)}`),
    ...(beginsElsewhere(proof) ? [] : [row('', latex(proof.start), heading(proof))]),
    ...proof.steps.map(step),
    ...(proof.other.length > 0 ? [row('', latex(proof.end), 'printed'), ...proof.other.map(step)] : []),
    row('', '', ending(proof, plain)),
    '\\end{align*}\n',
    ...(needed.length > 0 ? [`Shown on the way: ${listed([...new Set(needed)])}.\n`] : []),
  ].join('');
};
