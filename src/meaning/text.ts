import type { Expr } from '../formula/expression.ts';
import { type Algebra, fold } from '../formula/fold.ts';
import { formatRational } from '../number/rational.ts';

/** How tightly a piece of text holds together, loosest first: what must be bracketed inside what. */
const levels = ['sum', 'product', 'power', 'atom'] as const;
type Level = (typeof levels)[number];

interface Piece {
  readonly text: string;
  readonly level: Level;
}

const atom = (text: string): Piece => ({ text, level: 'atom' });
const inside = ({ text, level }: Piece, loosest: Level): string =>
  levels.indexOf(level) >= levels.indexOf(loosest) ? text : `(${text})`;
const minusFirst = (text: string): string => (text.startsWith('-') ? `(${text})` : text);

const algebra: Algebra<Piece> = {
  number: (value) => ({
    text: formatRational(value),
    level: value.denominator === 1n && value.numerator >= 0n ? 'atom' : 'product',
  }),
  pi: () => atom('pi'),
  symbol: (symbol) => atom(symbol.name),
  // Zeros and ones that substitutions leave behind are not read aloud.
  sum: (all) => {
    const terms = all.filter(({ text }) => text !== '0' && text !== '-0');
    const [only, ...others] = terms;
    if (!only || others.length === 0) return only ?? atom('0');
    return {
      text: terms
        .map(({ text }, index) => (index === 0 ? text : text.startsWith('-') ? ` - ${text.slice(1)}` : ` + ${text}`))
        .join(''),
      level: 'sum',
    };
  },
  product: (all) => {
    const factors = all.filter(({ text }) => text !== '1');
    const [first, ...others] = factors;
    if (!first) return atom('1');
    if (others.length === 0) return first;
    const isNegated = first.text === '-1';
    const shown = isNegated ? others : factors;
    // A quotient as a factor needs brackets, or what follows would seem to stand in its denominator.
    const parts = shown.map((factor, index) => {
      const text = inside(factor, 'product');
      const bracketed =
        factor.level === 'product' && text.includes('/') && index < shown.length - 1 ? `(${text})` : text;
      return index === 0 && !isNegated ? bracketed : minusFirst(bracketed);
    });
    return { text: `${isNegated ? '-' : ''}${parts.join(' ')}`, level: 'product' };
  },
  quotient: (over, under) =>
    under.text === '1' ? over : { text: `${inside(over, 'product')}/${inside(under, 'power')}`, level: 'product' },
  power: (base, exponent) => {
    if (exponent.denominator === 2n && exponent.numerator === 1n) return atom(`sqrt(${base.text})`);
    const power = formatRational(exponent);
    return { text: `${inside(base, 'atom')}^${/^\d+$/.test(power) ? power : `(${power})`}`, level: 'power' };
  },
  call: (name, argument) => atom(`${name}(${argument.text})`),
  cases: (left, right, below, otherwise) =>
    atom(`(${below.text} where ${left.text} < ${right.text}, ${otherwise.text} elsewhere)`),
  unknown: (unknown, args) =>
    atom(args.length === 0 ? unknown.name : `${unknown.name}(${args.map(({ text }) => text).join(', ')})`),
  delta: (argument) => atom(`delta(${argument.text})`),
  integral: (variable, ranges, body) => ({
    text: ranges.map(([lo, hi]) => `integral[${variable.name} = ${lo.text} .. ${hi.text}](${body.text})`).join(' + '),
    level: ranges.length > 1 ? 'sum' : 'atom',
  }),
  pairSum: (first, second, count, body) => atom(`sum[${first.name} != ${second.name} of ${count.name}](${body.text})`),
  total: (index, count, body) => atom(`sum[${index.name} of ${count.name}](${body.text})`),
  derivative: (variable, body, at) => atom(`(d/d${variable.name}[${body.text}] at ${at.text})`),
};

/** The formula on one line, as it is read aloud: for a terminal. */
export const plainText = (expression: Expr): string => fold(expression, algebra).text;
