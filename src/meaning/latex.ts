import type { Expr } from '../formula/expression.ts';
import { type Algebra, fold } from '../formula/fold.ts';

/** How tightly a piece of LaTeX holds together: what must be bracketed inside what. */
type Piece = { readonly tex: string; readonly level: 'sum' | 'product' | 'atom'; readonly negative?: boolean };

const bracket = (piece: Piece, inside: 'product' | 'power'): string =>
  piece.level === 'atom' || (piece.level === 'product' && inside === 'product')
    ? piece.tex
    : `\\left(${piece.tex}\\right)`;

/** A factor behind another one: in brackets when it is a sum or begins with a minus sign. */
const inProduct = (piece: Piece): string =>
  piece.negative ? `\\left(${piece.tex}\\right)` : bracket(piece, 'product');

const atom = (tex: string): Piece => ({ tex, level: 'atom' });

const calls: Record<string, string> = { atan: '\\arctan', acos: '\\arccos', asin: '\\arcsin', log: '\\ln' };

const latexAlgebra: Algebra<Piece> = {
  number: ({ numerator, denominator }) => {
    const size = numerator < 0n ? -numerator : numerator;
    const tex = denominator === 1n ? `${size}` : `\\tfrac{${size}}{${denominator}}`;
    return numerator < 0n ? { tex: `-${tex}`, level: 'product', negative: true } : atom(tex);
  },
  pi: () => atom('\\pi'),
  symbol: (symbol) => atom(symbol.tex),
  sum: (terms) => ({
    tex: terms.map((term, index) => (index > 0 && !term.negative ? `+${term.tex}` : term.tex)).join(''),
    level: 'sum',
    negative: terms[0]?.negative ?? false,
  }),
  product: (factors) => {
    const [first, ...others] = factors;
    if (first === undefined) return atom('1');
    const negated = first.tex === '-1' && others.length > 0;
    const [head, ...rest] = negated ? others : factors;
    const leading = head as Piece;
    // A minus sign may stand only in front of everything.
    const front = !negated && leading.negative && leading.level !== 'sum' ? leading.tex : inProduct(leading);
    return {
      tex: `${negated ? '-' : ''}${[front, ...rest.map(inProduct)].join('\\,')}`,
      level: 'product',
      negative: negated || front.startsWith('-'),
    };
  },
  quotient: (over, under) =>
    over.negative && over.tex.startsWith('-') && over.level !== 'sum'
      ? { tex: `-\\frac{${over.tex.slice(1)}}{${under.tex}}`, level: 'product', negative: true }
      : atom(`\\frac{${over.tex}}{${under.tex}}`),
  power: (base, { numerator, denominator }) => {
    if (denominator === 2n && numerator === 1n) return atom(`\\sqrt{${base.tex}}`);
    const simple = base.level === 'atom' && !/[\^]|\\frac|\\tfrac|\\sqrt/.test(base.tex);
    const inner = simple ? base.tex : `\\left(${base.tex}\\right)`;
    return atom(`${inner}^{${denominator === 1n ? numerator : `${numerator}/${denominator}`}}`);
  },
  call: (name, argument) =>
    name === 'abs'
      ? atom(`\\left|${argument.tex}\\right|`)
      : atom(`${calls[name] ?? `\\${name}`}\\left(${argument.tex}\\right)`),
  cases: (left, right, below, otherwise) =>
    atom(`\\begin{cases}${below.tex}&${left.tex}<${right.tex}\\\\${otherwise.tex}&\\text{otherwise}\\end{cases}`),
  unknown: (unknown, args) =>
    args.length === 0
      ? atom(unknown.tex)
      : unknown.indexed
        ? atom(`${unknown.tex}^{${args.map((argument) => argument.tex).join('')}}`)
        : atom(`${unknown.tex}(${args.map((argument) => argument.tex).join(',')})`),
  delta: (argument) => atom(`\\delta\\left(${argument.tex}\\right)`),
  integral: (variable, ranges, body) => {
    const signs = ranges.map(([lo, hi]) => `\\int_{${lo.tex}}^{${hi.tex}}d${variable.tex}`).join('+');
    return {
      tex: `${ranges.length > 1 ? `\\left(${signs}\\right)` : signs}\\,${bracket(body, 'product')}`,
      level: 'product',
      negative: false,
    };
  },
  pairSum: (first, second, _count, body) => ({
    tex: `\\sum_{${first.tex}}\\sum_{${second.tex}\\neq ${first.tex}}${bracket(body, 'product')}`,
    level: 'product',
  }),
  total: (index, _count, body) => ({ tex: `\\sum_{${index.tex}}${bracket(body, 'product')}`, level: 'product' }),
  derivative: (variable, body, at) =>
    atom(
      `\\left.\\frac{\\partial}{\\partial ${variable.tex}}\\left(${body.tex}\\right)\\right|_{${variable.tex}=${at.tex}}`,
    ),
};

/** The formula as LaTeX. */
export const latex = (expression: Expr): string => fold(expression, latexAlgebra).tex;
