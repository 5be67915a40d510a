import { basename } from 'node:path';
import fc from 'fast-check';
import { askings } from '../../foreign/inputs/inputs.ts';
import { formatDimension, sameDimension } from '../../formula/dimension.ts';
import { freeSymbols } from '../../formula/substitute.ts';
import { OracleError, quantityOf } from '../../library/oracle.ts';
import { cFile } from '../../meaning/c.ts';
import { type CodeConstant, identifier, type Routine } from '../../meaning/code.ts';
import { NoCode, partsOf } from '../../meaning/code-parts.ts';
import { latex } from '../../meaning/latex.ts';
import { octaveFile } from '../../meaning/octave.ts';
import { pythonFile } from '../../meaning/python.ts';
import { plainText } from '../../meaning/text.ts';
import { derivations } from '../../theory/derived-parameters.ts';
import { constantOf, parameters } from '../../theory/parameters.ts';
import { parametersOf } from '../../theory/parameters-of.ts';
import type { Quantity } from '../../theory/quantity.ts';
import { units } from '../../theory/units.ts';
import { replaceFile, version } from '../files.ts';
import { UsageError } from '../usage.ts';
import { accuracy } from './emit-accuracy.ts';

export interface EmitOptions {
  readonly to?: string;
  readonly out?: string;
  readonly protocol?: boolean;
}

const languages = ['c', 'python', 'octave', 'latex'] as const;
type To = (typeof languages)[number];

/** Points at which the error of a formula is measured. */
const [points, seed] = [250, 1] as const;
/** Columns of a comment. */
const width = 96;

/** Text in lines, those after the first indented. */
const wrapped = (text: string, indent = ''): readonly string[] => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(last === undefined ? word : indent + word);
  }
  return lines;
};

const unitOf = ({ dimension }: { readonly dimension: (typeof units)[number]['dimension'] }): string =>
  units.find(
    (unit) =>
      unit.factor.numerator === unit.factor.denominator &&
      unit.piPower === 0 &&
      sameDimension(unit.dimension, dimension),
  )?.name ?? formatDimension(dimension);

/** Constants of nature that a formula holds, and those that they follow from, in that order. */
const constantsOf = (formula: Quantity['formula'], own: ReadonlySet<string>): readonly CodeConstant[] => {
  const found = new Map<string, CodeConstant>();
  const visit = (name: string): void => {
    if (own.has(name) || found.has(name)) return;
    const constant = constantOf[name];
    const derivation = derivations.find((one) => one.name === name);
    if (constant) found.set(name, { name, value: constant.value, says: `${constant.unit}, ${constant.source}` });
    else if (derivation) {
      for (const inner of freeSymbols(derivation.formula).keys()) visit(inner);
      found.set(name, { name, value: derivation.formula, says: 'J s' });
    }
  };
  for (const name of freeSymbols(formula).keys()) visit(name);
  return [...found.values()];
};

/** What is said of a quantity above its code: what it is, where it holds, what its numbers mean. */
const says = (quantity: Quantity, left: readonly string[]): readonly string[] => {
  const { name, unit, equation, domain, limits, regimes } = quantity;
  return [
    `${name} [${unit}], Eq. (${equation}).`,
    '',
    ...parametersOf(quantity).flatMap((of) =>
      wrapped(`${of.name} [${unitOf(of)}]: ${parameters[of.name]?.says ?? of.name}`, '    '),
    ),
    ...wrapped(`Domain: ${domain}.`, '    '),
    ...(left.length > 0 ? wrapped(`Not checked here, for it takes other parameters: ${left.join('; ')}.`, '    ') : []),
    ...(regimes.length > 0
      ? wrapped(`To leading order where ${regimes.map((regime) => regime.says).join(' and ')}.`, '    ')
      : []),
    ...(limits === '' ? [] : wrapped(`Limits: ${limits}.`, '    ')),
  ];
};

/** What the code of a quantity in closed form is made from; its errors are measured at so many points. */
export const routineOf = (quantity: Quantity, count: number = points): Routine => {
  const formula = quantity.closed ?? quantity.formula;
  const own = parametersOf(quantity).map(({ name, sign }) => ({ name, sign }));
  const names = new Set(own.map(({ name }) => name));
  const isOwn = ({ left, right }: Quantity['hypotheses'][number]): boolean =>
    [left, right].every((side) => [...freeSymbols(side).keys()].every((name) => names.has(name)));
  const others = quantity.hypotheses.filter((one) => !isOwn(one));
  const drawn = fc.sample(askings(quantity), { seed, numRuns: count }).map(({ point }) => point);
  return {
    quantity: quantity.name,
    name: identifier(quantity.name),
    comment: [
      ...says(
        quantity,
        others.map(({ left, is, right }) => `${plainText(left)} ${is} ${plainText(right)}`),
      ),
      ...(own.length > 0 ? ['NaN where a parameter is not a finite number of this domain.'] : []),
      ...wrapped(accuracy(quantity, own.length > 0 ? drawn : [{}]), '    '),
    ],
    parameters: own,
    constants: constantsOf(formula, names),
    conditions: quantity.hypotheses.filter(isOwn),
    formula,
  };
};

const latexFile = (quantities: readonly Quantity[], about: readonly string[]): string =>
  `${[
    about.map((line) => `% ${line}`.trimEnd()).join('\n'),
    ...quantities.map((quantity) =>
      [
        ...says(quantity, []).map((line) => `% ${line}`.trimEnd()),
        '\\begin{equation*}',
        `  ${quantity.writes ? `${latex(quantity.writes)} = ` : ''}${latex(quantity.formula)}`,
        '\\end{equation*}',
      ].join('\n'),
    ),
  ].join('\n\n')}\n`;

const aboutCode = (): readonly string[] => [
  `Made by tripleflip ${version()} from the formulas of the theory of triple spin flips.`,
  'Numbers are in SI units; frequencies and energies (over hbar) are in rad/s, not Hz.',
];

/** The text of a file of code; `file` is the name of its function where the language needs one. */
const codeOf = (quantities: readonly Quantity[], to: Exclude<To, 'latex'>, answers: boolean, file: string): string => {
  for (const { name, closed, formula } of quantities)
    try {
      partsOf(closed ?? formula);
    } catch (error) {
      if (!(error instanceof NoCode)) throw error;
      throw new UsageError(
        `expected quantities in closed form with --to ${to}, but ${name} holds ${error.message}; --to latex writes it, and tripleflip eval gives its values`,
      );
    }
  const routines = quantities.map((quantity) => routineOf(quantity));
  const about = aboutCode();
  if (to === 'c') return cFile(routines, about, answers);
  if (to === 'python') return pythonFile(routines, about, answers);
  return octaveFile(routines, [...about, 'For scalars; arrayfun goes through arrays.'], answers, file);
};

/** The function that an Octave file of several quantities is called by has the name of the file. */
const mainName = (to: To, quantities: readonly Quantity[], { out, protocol }: EmitOptions): string => {
  const usual = quantities.length === 1 && quantities[0] ? identifier(quantities[0].name) : 'tripleflip_quantities';
  if (to !== 'octave' || protocol || out === undefined) return usual;
  const name = basename(out).replace(/\.m$/, '');
  if (name !== identifier(name))
    throw new UsageError(
      `expected --out to be a name that Octave can call, such as ${usual}.m, got "${basename(out)}"`,
    );
  if (quantities.length === 1 && name !== usual)
    throw new UsageError(
      `expected --out ${usual}.m, for Octave calls a function by the name of its file, got "${basename(out)}"`,
    );
  return name;
};

/** Prints code, or LaTeX, for quantities, or writes it to a file. Throws a UsageError for what cannot be written. */
export const emit = (names: readonly string[], options: EmitOptions): void => {
  const to = languages.find((language) => language === options.to);
  if (!to) throw new UsageError(`expected --to ${languages.join(', ')}, got ${options.to ?? 'none'}`);
  if (to === 'latex' && options.protocol)
    throw new UsageError('expected --protocol with code that can run, got --to latex');
  try {
    const quantities = [...new Set(names.map(quantityOf))];
    const text =
      to === 'latex'
        ? latexFile(quantities, [
            `Made by tripleflip ${version()}; needs amsmath.`,
            'Frequencies and energies (over hbar) are in rad/s.',
          ])
        : codeOf(quantities, to, options.protocol === true, mainName(to, quantities, options));
    if (options.out === undefined) process.stdout.write(text);
    else replaceFile(options.out, text);
  } catch (error) {
    throw error instanceof OracleError ? new UsageError(error.message) : error;
  }
};
