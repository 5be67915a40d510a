import type { Expr } from '../formula/expression.ts';
import { approximate, type Rational } from '../number/rational.ts';
import { type CodeFunction, certain, type Part, partsOf, usesIn } from './code-parts.ts';

/** A parameter of a function, with what is known of its sign. */
export interface Parameter {
  readonly name: string;
  readonly sign: 'positive' | 'nonnegative' | 'real';
}

/** How a language writes what the languages have in common. */
export interface Language {
  /** A whole number, or a decimal with a point, as binary64. */
  readonly literal: (decimal: string) => string;
  readonly pi: string;
  readonly functions: Readonly<Record<CodeFunction, string>>;
  /** A new local with its value; without one where branches will give it. */
  readonly local: (name: string, value: string | undefined) => readonly string[];
  readonly assign: (name: string, value: string) => string;
  readonly returns: (value: string) => string;
  readonly ifBelow: (condition: string) => string;
  readonly otherwise: string;
  readonly end: string | undefined;
  /** A remark behind a line. */
  readonly remark: (text: string) => string;
  /** Whether a parameter is a finite number of its sign. */
  readonly has: Readonly<Record<Parameter['sign'], (name: string) => string>>;
  /** Indentation of one level. */
  readonly indent: string;
}

/** Words that are names of something else in one of the languages, or in the code around a formula. */
export const reserved = new Set(
  (
    'auto break case char const continue default do double else enum extern float for goto if inline int long ' +
    'register restrict return short signed sizeof static struct switch typedef union unsigned void volatile while ' +
    'and as assert async await class def del elif except exec False finally from global import in is lambda None ' +
    'nonlocal not or pass raise True try with yield math json sys end function endfunction endif otherwise persistent ' +
    'until unwind_protect catch parfor spmd classdef pi value NAN INFINITY Inf NaN main y0 y1 yn j0 j1 jn gamma'
  ).split(' '),
);

const largestWhole = 2n ** 53n;
const isPowerOfTwo = (n: bigint): boolean => (n & (n - 1n)) === 0n;

/** A piece of code and how tightly it holds together: a sum, a product or quotient, or a name, number or call. */
interface Piece {
  readonly text: string;
  readonly level: 0 | 1 | 2;
}
const atom = (text: string): Piece => ({ text, level: 2 });
const bracketed = ({ text, level }: Piece, least: 0 | 1 | 2): string => (level >= least ? text : `(${text})`);

const numberPiece = ({ literal }: Language, value: Rational): Piece => {
  const { numerator, denominator } = value;
  const size = numerator < 0n ? -numerator : numerator;
  const isExact = size <= largestWhole && isPowerOfTwo(denominator) && denominator <= largestWhole;
  const text = isExact
    ? literal(String(approximate(value)))
    : `${literal(String(numerator))} / ${literal(String(denominator))}`;
  return { text, level: isExact && numerator >= 0n ? 2 : 1 };
};

/** A part as an expression; `write` gives the pieces of its own parts. */
const pieceOf = (language: Language, part: Part, write: (part: Part) => Piece): Piece => {
  const { functions, pi } = language;
  switch (part.kind) {
    case 'number':
      return numberPiece(language, part.value);
    case 'pi':
      return atom(pi);
    case 'symbol':
      return atom(part.name);
    case 'sum': {
      // x + (-y) and x - y are the same number.
      const terms = part.parts.map(write).map(({ text, level }, index) => {
        if (index === 0) return text;
        if (level === 0) return ` + (${text})`;
        return text.startsWith('-') ? ` - ${text.slice(1)}` : ` + ${text}`;
      });
      return { text: terms.join(''), level: 0 };
    }
    case 'product': {
      // A quotient behind another factor keeps its brackets: x * (y / z) is rounded otherwise than x * y / z.
      const factors = part.parts.map((of, index) => bracketed(write(of), index === 0 ? 1 : 2));
      return { text: factors.join(' * '), level: 1 };
    }
    case 'negative': {
      const positive = bracketed(write(part.parts[0]), 1);
      return { text: positive.startsWith('-') ? `-(${positive})` : `-${positive}`, level: 1 };
    }
    case 'quotient':
      return { text: `${bracketed(write(part.parts[0]), 1)} / ${bracketed(write(part.parts[1]), 2)}`, level: 1 };
    case 'call':
      return atom(`${functions[part.name]}(${write(part.parts[0]).text})`);
    case 'cases':
      throw new TypeError('expected cases to be a local of their own');
  }
};

const functionNames: Partial<Record<CodeFunction, string>> = {
  sqrt: 'root',
  abs: 'size',
  asin: 'arcsine',
  acos: 'arccosine',
  atan: 'arctangent',
  sin: 'sine',
  cos: 'cosine',
  exp: 'exponential',
  log: 'logarithm',
};

/** What a local is called, as far as its part suggests a name. */
const wordFor = (part: Part, text: string): string => {
  const quotient = /^(\w+) \/ (\w+)$/.exec(text);
  if (quotient && !/^\d/.test(`${quotient[1]}`) && !/^\d/.test(`${quotient[2]}`))
    return `${quotient[1]}_over_${quotient[2]}`;
  const [, base, square, cube] = /^([A-Za-z]\w*)(?: \* (\1))(?: \* (\1))?$/.exec(text) ?? [];
  if (base && square) return `${base}_${cube ? 'cubed' : 'squared'}`;
  switch (part.kind) {
    case 'sum':
      return 'bracket';
    case 'quotient':
      return 'ratio';
    case 'call':
      return functionNames[part.name] ?? 'function_value';
    default:
      return 'factor';
  }
};

/** Longer expressions are broken up by locals, and longer terms of a long sum. */
const [longest, longestTerm] = [64, 24] as const;
const isConstantPart = (part: Part): boolean => part.kind !== 'symbol' && part.parts.every(isConstantPart);
const isSimple = (part: Part): boolean =>
  isConstantPart(part) || part.kind === 'symbol' || (part.kind === 'negative' && part.parts[0].kind === 'symbol');

/** The lines that compute a formula, from locals for what occurs more than once to the value; `names` are in use. */
export const body = (language: Language, formula: Expr, names: readonly string[]): readonly string[] => {
  const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => language.indent + line);

  /** One block: what is certain there is computed in front of its last line, which `last` makes of the value. */
  const block = (
    root: Part,
    outer: ReadonlyMap<Part, string>,
    taken: ReadonlySet<string>,
    last: (value: string) => string,
  ): readonly string[] => {
    const lines: string[] = [];
    const used = new Set(taken);
    const nameFor = (word: string): string => {
      const joined = /\d$/.test(word) ? `${word}_` : word;
      let own = word;
      for (let n = 2; used.has(own); n++) own = `${joined}${n}`;
      used.add(own);
      return own;
    };
    const known = new Map(outer);
    const uses = usesIn(root);
    const inBlock = certain(root);
    const write = (part: Part): Piece => {
      const own = known.get(part);
      return own === undefined ? pieceOf(language, part, write) : atom(own);
    };
    const name = (part: Part, word: string): void => {
      const own = nameFor(word);
      lines.push(...language.local(own, write(part).text));
      known.set(part, own);
    };
    const branches = (part: Part & { readonly kind: 'cases' }, end: (value: string) => string): readonly string[] => {
      const [left, right, below, otherwise] = part.parts;
      return [
        language.ifBelow(`${write(left).text} < ${write(right).text}`),
        ...indented(block(below, known, used, end)),
        language.otherwise,
        ...indented(block(otherwise, known, used, end)),
        ...(language.end === undefined ? [] : [language.end]),
      ];
    };
    const visited = new Set<Part>();
    const visit = (part: Part): void => {
      if (visited.has(part) || known.has(part)) return;
      visited.add(part);
      for (const of of part.parts) visitCertain(of);
      if (part.kind === 'sum' && pieceOf(language, part, write).text.length > longest)
        for (const term of part.parts) {
          const positive = term.kind === 'negative' ? term.parts[0] : term;
          if (write(positive).text.length > longestTerm) name(positive, 'term');
        }
      if (part === root) return;
      if (part.kind === 'cases') {
        const own = nameFor('branch');
        lines.push(...language.local(own, undefined), ...branches(part, (value) => language.assign(own, value)));
        known.set(part, own);
        return;
      }
      const { text } = pieceOf(language, part, write);
      const isShared = (uses.get(part) ?? 0) > 1;
      if (!isSimple(part) && (isShared || text.length > longest)) name(part, wordFor(part, text));
    };
    /** Looks through what is not certain, for parts that both branches need. */
    const visitCertain = (part: Part): void => {
      if (inBlock.has(part)) visit(part);
      else if (!visited.has(part)) {
        visited.add(part);
        for (const of of part.parts) visitCertain(of);
      }
    };
    visit(root);
    const end = root.kind === 'cases' && !known.has(root) ? branches(root, last) : [last(write(root).text)];
    return [...lines, ...end];
  };
  const taken = new Set([...reserved, ...names, ...Object.values(language.functions)]);
  return block(partsOf(formula), new Map(), taken, language.returns);
};

/** One expression without locals, such as a condition. */
export const inline = (language: Language, formula: Expr): string => {
  const write = (part: Part): Piece => pieceOf(language, part, write);
  return write(partsOf(formula)).text;
};
