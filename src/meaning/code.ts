import type { Expr } from '../formula/expression.ts';
import { approximate, type Rational } from '../number/rational.ts';
import { body, inline, type Language, type Parameter, reserved } from './code-body.ts';

/** A constant of nature that a formula speaks of: a decimal, or a formula in those before it. */
export interface CodeConstant {
  readonly name: string;
  readonly value: Rational | Expr;
  /** Unit and source. */
  readonly says: string;
}

/** What the code of one quantity is made from, whatever the language. */
export interface Routine {
  /** The name of the quantity, and that of the function, which `identifier` makes. */
  readonly quantity: string;
  readonly name: string;
  /** The lines of the comment above it. */
  readonly comment: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly constants: readonly CodeConstant[];
  /** Conditions on the parameters, beyond their signs; outside them the value is NaN. */
  readonly conditions: readonly { readonly left: Expr; readonly is: '<' | '<='; readonly right: Expr }[];
  readonly formula: Expr;
}

const spoken: readonly (readonly [string, string])[] = [
  ['>=', ' at least '],
  ['<=', ' at most '],
  ['>>', ' far above '],
  ['<<', ' far below '],
  ['=', ' equals '],
  ['+-', ' plus minus '],
  ['-+', ' minus plus '],
  ['/', ' over '],
];

/** The name of a quantity as a name in any of the languages: `W_SS/W_Z:glass` is W_SS_over_W_Z_glass. */
export const identifier = (name: string): string => {
  const words = spoken.reduce((text, [sign, word]) => text.replaceAll(sign, word), name);
  const plain = words.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
  return /^\d/.test(plain) || reserved.has(plain) ? `f_${plain}` : plain;
};

/** What must hold of the parameters for the quantity to have a value. */
export const demands = (language: Language, { parameters, conditions }: Routine): readonly string[] => [
  ...parameters.map(({ name, sign }) => language.has[sign](name)),
  ...conditions.map(({ left, is, right }) => `${inline(language, left)} ${is} ${inline(language, right)}`),
];

/** The lines of a function behind its check of the domain: constants of nature, locals, value. */
export const computation = (language: Language, { parameters, constants, formula }: Routine): readonly string[] => [
  ...constants.flatMap(({ name, value, says }) => {
    const text =
      'denominator' in value ? language.literal(approximate(value).toExponential()) : inline(language, value);
    return language.local(name, text).map((line) => `${line}${language.remark(says)}`);
  }),
  ...body(
    language,
    formula,
    [...parameters, ...constants].map(({ name }) => name),
  ),
];
