import type { CheckedStep, Proof } from '../evidence/proof/chain.ts';
import type { Expr } from '../formula/expression.ts';
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

/** Each hypothesis once. */
const given = (facts: readonly Fact[], words: Words): readonly string[] => [
  ...new Set(facts.map((one) => fact(one, words))),
];

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
  by === 'limit'
    ? 'printed/this ->'
    : by === 'monotonic'
      ? 'its derivative'
      : by === 'sign' || by === 'bound'
        ? 'that is'
        : '=';

const ending = ({ outcome, factor, steps }: Proof, words: Words): string => {
  const by = steps[steps.length - 1]?.by;
  if (outcome === 'refuted' && factor) return `so that printed = ${words.formula(factor)} x right`;
  if (outcome === 'refuted') return 'so that the error is of an order that the claim excludes';
  if (by === 'sign' || by === 'monotonic' || by === 'bound') return 'so that it has the sign that is claimed';
  return by === 'limit' ? 'so that both agree in the limit' : 'which is what is printed';
};

/** The chain as lines of text: each step's formula, its reason, and what had to be shown for it. */
export const chainText = ({ id, says, facts, proof }: Shown): string => {
  const line = (text: string): string => `  ${text}\n`;
  const needs = (conditions: readonly string[]): readonly string[] =>
    conditions.length > 0 ? [line(`      needs ${conditions.join(', ')}`)] : [];
  const step = (of: CheckedStep): string =>
    [
      line(`  ${joined(of)} ${plainText(of.to)}`),
      line(`      by ${of.by}: ${of.why}`),
      ...needs(conditionsOf(of, plain)),
    ].join('');
  return [
    `${id}  ${says}\n`,
    line(heading(proof)),
    line(`given ${facts.length > 0 ? given(facts, plain).join(', ') : 'nothing'}`),
    ...proof.lemmas.map((lemma) => `${line(`first, ${plainText(lemma.from)} > 0:`)}${step(lemma)}`),
    ...(beginsElsewhere(proof) ? [] : [line(`    ${plainText(proof.start)}`)]),
    ...proof.steps.map(step),
    line(`${ending(proof, plain)} (${proof.operations} operations)`),
  ].join('');
};

const words = (text: string): string =>
  `\\text{${text.replace(/[\\{}$&#_^~%]/g, (c) => (c === '_' ? '\\_' : c === '^' ? '\\^{}' : `\\${c}`))}}`;

/** The chain as LaTeX (amsmath), to be set in a review. */
export const chainTex = ({ id, says, facts, proof }: Shown): string => {
  const row = (relation: string, formula: string, why: string): string =>
    `  &${relation} ${formula} && ${words(why)}\\\\\n`;
  const step = (of: CheckedStep): string => {
    const needed = conditionsOf(of, tex);
    return [
      row(of.by === 'limit' ? '\\to' : of.by === 'monotonic' ? '\\partial' : '=', latex(of.to), `${of.by}: ${of.why}`),
      ...(needed.length > 0 ? [`  & && ${words('needs ')}${needed.join(',\\; ')}\\\\\n`] : []),
    ].join('');
  };
  return [
    `% ${id}: ${says}; ${heading(proof)}\n`,
    ...(facts.length > 0 ? [`% given $${given(facts, tex).join(',\\; ')}$\n`] : []),
    '\\begin{align*}\n',
    ...proof.lemmas.map((lemma) => `${row('', `0 < ${latex(lemma.from)}`, 'to be shown first')}${step(lemma)}`),
    ...(beginsElsewhere(proof) ? [] : [row('', latex(proof.start), heading(proof))]),
    ...proof.steps.map(step),
    row('', '', ending(proof, plain)),
    '\\end{align*}\n',
  ].join('');
};
