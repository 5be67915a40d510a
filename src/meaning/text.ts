import type { Expr } from '../formula/expression.ts';
import { type Algebra, fold } from '../formula/fold.ts';
import { formatRational } from '../number/rational.ts';

/** How tightly a piece of text holds together: what must be bracketed inside what. */
interface Piece {
  readonly text: string;
  readonly level: 'sum' | 'product' | 'atom';
}

const atom = (text: string): Piece => ({ text, level: 'atom' });
const inside = ({ text, level }: Piece, allowed: 'product' | 'atom'): string =>
  level === 'atom' || level === allowed ? text : `(${text})`;
const minusFirst = (text: string): string => (text.startsWith('-') ? `(${text})` : text);

const algebra: Algebra<Piece> = {
  number: (value) => ({
    text: formatRational(value),
    level: value.denominator === 1n && value.numerator >= 0n ? 'atom' : 'product',
  }),
  pi: () => atom('pi'),
  symbol: (symbol) => atom(symbol.name),
  sum: (terms) => ({
    text: terms
      .map(({ text }, index) => (index === 0 ? text : text.startsWith('-') ? ` - ${text.slice(1)}` : ` + ${text}`))
      .join(''),
    level: 'sum',
  }),
  product: (factors) => {
    const [first, ...others] = factors;
    if (!first) return atom('1');
    if (others.length === 0) return first;
    if (first.text === '-1') {
      const rest = others.map((factor) => minusFirst(inside(factor, 'product'))).join(' ');
      return { text: `-${rest}`, level: 'product' };
    }
    // A quotient as a factor needs brackets, or what follows would seem to stand in its denominator.
    const parts = factors.map((factor, index) => {
      const text = inside(factor, 'product');
      const bracketed =
        factor.level === 'product' && text.includes('/') && index < factors.length - 1 ? `(${text})` : text;
      return index === 0 ? bracketed : minusFirst(bracketed);
    });
    return { text: parts.join(' '), level: 'product' };
  },
  quotient: (over, under) => ({ text: `${inside(over, 'product')}/${inside(under, 'atom')}`, level: 'product' }),
  power: (base, exponent) => {
    if (exponent.denominator === 2n && exponent.numerator === 1n) return atom(`sqrt(${base.text})`);
    const power = formatRational(exponent);
    return atom(`${inside(base, 'atom')}^${/^\d+$/.test(power) ? power : `(${power})`}`);
  },
  call: (name, argument) => atom(`${name}(${argument.text})`),
  cases: (left, right, below, otherwise) =>
    atom(`(${below.text} where ${left.text} < ${right.text}, ${otherwise.text} elsewhere)`),
  unknown: (unknown, args) =>
    atom(args.length === 0 ? unknown.name : `${unknown.name}(${args.map(({ text }) => text).join(', ')})`),
  delta: (argument) => atom(`delta(${argument.text})`),
  integral: (variable, ranges, body) =>
    atom(ranges.map(([lo, hi]) => `integral[${variable.name} = ${lo.text} .. ${hi.text}](${body.text})`).join(' + ')),
  pairSum: (first, second, count, body) => atom(`sum[${first.name} != ${second.name} of ${count.name}](${body.text})`),
  total: (index, count, body) => atom(`sum[${index.name} of ${count.name}](${body.text})`),
  derivative: (variable, body, at) => atom(`d/d${variable.name}[${body.text}] at ${at.text}`),
};

/** The formula on one line, as it is read aloud: for a terminal. */
export const plainText = (expression: Expr): string => fold(expression, algebra).text;
