import type { Claim } from '../claim/claim.ts';
import type { Expr } from '../formula/expression.ts';
import { freeSymbols, unknownFunctions } from '../formula/substitute.ts';
import type { Book } from '../ledger/book.ts';
import { plainText } from '../meaning/text.ts';
import { listed } from './layout.ts';

export const isTex = (text: string): boolean => /[\\{]/.test(text);
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** A formula on one line; an operator's spin is written above it, as in print. */
export const onOneLine = (of: Expr): string => plainText(of).replaceAll('@', '^');

/** The names of the symbols and functions that the claims' formulas speak of, with their TeX. */
export interface Names {
  readonly tex: ReadonlyMap<string, string>;
  readonly name: ReadonlyMap<string, string>;
  /** Functions by their TeX and what stands behind it: the paper gives one letter to several of them, and to numbers. */
  readonly applied: ReadonlyMap<string, string>;
  readonly indexed: ReadonlySet<string>;
  /** What is looked for in LaTeX: these names, the longest first, and commands. */
  readonly token: RegExp;
}

const namesOf = (claims: readonly Claim[]): Names => {
  const formulas = claims.flatMap(({ printed, formula }) =>
    [printed?.left, printed?.right, formula].filter((of): of is Expr => of !== undefined),
  );
  const unknowns = formulas.flatMap((of) => [...unknownFunctions(of).values()]).reverse();
  const symbols = formulas.flatMap((of) => [...freeSymbols(of).values()]).reverse();
  const all = [...unknowns, ...symbols].map(({ name, tex }) => ({ name: name.replace('@', '^'), tex }));
  const indexed = unknowns.filter((of) => of.indexed);
  const name = new Map(all.map((of) => [of.tex, of.name]));
  const long = [...name.keys()].filter((tex) => /[\\_^{]/.test(tex)).sort((a, b) => b.length - a.length);
  const tokens = [
    ...long.map((tex) => `${escaped(tex)}(?![A-Za-z])`),
    ...indexed.map(({ tex }) => `${escaped(tex)}(?=\\^\\{[a-z]+\\})`),
    '\\\\[A-Za-z]+',
  ];
  return {
    tex: new Map(all.map((of) => [of.name, of.tex])),
    name,
    applied: new Map(unknowns.map((of) => [`${of.tex}${of.indexed ? `^${of.parameters.length}` : '('}`, of.name])),
    indexed: new Set(indexed.map((of) => of.name)),
    token: new RegExp([...new Set(tokens)].join('|'), 'g'),
  };
};

const known = new WeakMap<Book['claims'], Names>();

/** The names of all claims, collected once, under those of one of them. */
export const namesIn = (own: Claim | undefined, { claims }: Pick<Book, 'claims'>): Names => {
  const all = known.get(claims) ?? namesOf([...claims.values()]);
  known.set(claims, all);
  if (!own) return all;
  const { tex, name, applied } = namesOf([own]);
  return {
    ...all,
    tex: new Map([...all.tex, ...tex]),
    name: new Map([...all.name, ...name]),
    applied: new Map([...all.applied, ...applied]),
  };
};

/** What stands in brackets, taken out, so that only what holds it together remains. */
const outside = (text: string): string => {
  const once = text.replace(/\([^()]*\)|\[[^[\]]*\]/g, '');
  return once === text ? text : outside(once);
};
const over = (text: string): string => (/.[+-]/.test(outside(text)) ? `(${text})` : text);
const under = (text: string): string => (/[ +/-]|\\,/.test(outside(text)) ? `(${text})` : text);

/** LaTeX of the ledger as the line of text that `plainText` would give; unchanged where it holds anything else. */
export const read = (tex: string, { name, applied, indexed, token }: Names): string => {
  const named = (found: string, at: number): string => {
    const [behind, spins] = /^(?:\(|\^\{([a-z]+)\})/.exec(tex.slice(at + found.length)) ?? [];
    const of = applied.get(`${found}${spins ? `^${spins.length}` : behind}`) ?? name.get(found);
    return of === undefined ? found : indexed.has(of) ? `${of}@` : of;
  };
  let text = tex
    .replace(token, named)
    .replace(/@\^\{([a-z]+)\}/g, (_, spins: string) => `(${[...spins].join(', ')})`)
    .replace(/\\begin\{cases\}/g, '(')
    .replace(/&\\text\{otherwise\}\\end\{cases\}/g, ' elsewhere)')
    .replace(/\\\\/g, ', ')
    .replace(/&/g, ' where ')
    .replace(/\\left|\\right/g, '');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text
      .replace(/\\int_\{([^{}]*)\}\^\{([^{}]*)\}d\\?([A-Za-z]\w*)(?:\\,)?/g, 'integral[$3 = $1 .. $2] ')
      .replace(/\\sum_\{([^{}]*)\}/g, 'sum[$1] ')
      .replace(/\\sqrt\{([^{}]*)\}/g, 'sqrt($1)')
      .replace(/\\t?frac\{([^{}]*)\}\{([^{}]*)\}(\\,)?/g, (_, a: string, b: string, more?: string) =>
        more ? `(${over(a)}/${under(b)})${more}` : `${over(a)}/${under(b)}`,
      )
      .replace(/\^\{([^{}\\]*)\}/g, (_, power: string) => (/^\w+$/.test(power) ? `^${power}` : `^(${power})`))
      .replace(/_\{([^{}\\]*)\}/g, '_$1');
  }
  text = text
    .replace(/\\,|\\(?= )/g, ' ')
    .replace(/\\mathcal /g, '')
    .replace(/\\neq? ?/g, ' != ')
    .replace(/\\approx/g, '~')
    .replace(/\\to(?![A-Za-z])/g, '->')
    .replace(/\\infty/g, 'infinity')
    .replace(/,(?=\S)/g, ', ')
    .replace(/\\([A-Za-z]+)/g, '$1')
    .replace(/([\w)\]|]) ?([+<-])(?=[\w([|])/g, '$1 $2 ')
    .replace(/ \)/g, ')')
    .replace(/(?<!\w)\((\w+\([^()]*\))\)/g, '$1');
  return isTex(text) || tex.includes('\\left.') ? tex : text;
};

/** Prose with formulas among it: only the pieces that are LaTeX are read as such. */
export const readable = (text: string, names: Names): string =>
  text
    .split('; ')
    .map((piece) => (isTex(piece) ? read(piece, names) : piece))
    .join('; ');

const relations = { '=': '=', '\\approx': '~', '\\to': '->' } as const;
export const leftOf = (claim: Claim | undefined): string =>
  claim?.printed?.left ? `${onOneLine(claim.printed.left)} ${relations[claim.printed.is]} ` : '';

/** What is printed for the symbols of a text, and the forms that stood for functions left open. */
export const glossary = (texts: readonly string[], names: Names): readonly string[] => {
  const words = [...new Set(texts.flatMap((text) => text.match(/[A-Za-z]\w*/g) ?? []))];
  const unlike = words.flatMap((word) => {
    const tex = names.tex.get(word);
    return tex === undefined || tex === word || tex === `\\${word}` ? [] : [`${word} for ${tex}`];
  });
  const forms = words.flatMap((word) => {
    const of = /^(\w+)_c0$/.exec(word)?.[1];
    const coefficients = words.filter((one) => of && one.startsWith(`${of}_c`));
    if (!of || coefficients.length < 3) return [];
    const inner = coefficients
      .slice(1)
      .map((one, index) => (index < coefficients.length - 2 ? `${one} x${index}` : one));
    return [`${of} is taken as ${of}_c0 + (${inner.join(' + ')})^2, x0 and so on being what it depends on`];
  });
  return [...(unlike.length > 0 ? [`Written here: ${listed(unlike)}`] : []), ...forms];
};

/** Formulas of a text that are LaTeX, each by itself, and the prose between them. */
export const piecesOf = (text: string): readonly string[] =>
  text === '' ? [] : text.split(/(?<=\\[^;]*|\{[^;]*); |; (?=[^;]*[\\{])/);
