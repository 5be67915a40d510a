import type { Answer } from '../../oracle/answer.ts';
import type { Condition } from '../../oracle/conditioning.ts';
import type { Approximation } from '../../oracle/printed.ts';
import type { Shown } from '../../oracle/shown.ts';

/** An answer for a terminal. */
export interface Told {
  readonly answer: Answer;
  readonly conditions: readonly Condition[];
  readonly approximations: readonly Approximation[];
  /** Relative standard uncertainty from the constants, where any take part. */
  readonly uncertainty?: string | undefined;
}

/** Cells below each other, on lines that begin with two blanks. */
export const columns = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, index) =>
    Math.max(...rows.map((row) => row[index]?.length ?? 0)),
  );
  return rows.map((row) => `  ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`.trimEnd());
};

const editionOf = (name: string): string => {
  const [, edition] = name.split(':');
  return edition === 'printed'
    ? 'as printed'
    : edition === 'glass'
      ? 'density of couplings of spins placed at random'
      : 'reference implementation';
};

const signs = { '=': '=', '\\approx': '~', '\\to': '->' } as const;

const valueLines = ({ quantity, digits, unit, bound, lower, upper, figures, working, equation, frequency }: Answer) => {
  const withUnit = unit === '1' ? '' : ` ${unit}`;
  if (bound === '0')
    return [`${quantity} = ${digits}${withUnit}, exactly`, `  Eq. (${equation}), ${editionOf(quantity)}`];
  return [
    `${quantity} = ${digits}${withUnit}`,
    `  +- ${bound}; between ${lower} and ${upper}`,
    ...(frequency ? [`  = ${frequency}`] : []),
    `  ${figures} certain digits, found with ${working}; Eq. (${equation}), ${editionOf(quantity)}`,
  ];
};

const inSi = ({ si, unit, frequency }: Shown): string =>
  `${si}${unit === '1' || unit === '' ? '' : ` ${unit}`}${frequency ? ` = ${frequency}` : ''}`;

/** What was given and what followed from it. */
export const inputLines = ({ inputs, derived }: Pick<Answer, 'inputs' | 'derived'>): readonly string[] => {
  const followed = derived.filter(({ name }) => name !== 'hbar');
  return [
    ...(inputs.length > 0 ? ['', 'given, and taken as exact'] : []),
    ...columns(inputs.map((input) => [input.name, input.given, input.si === input.given ? '' : inSi(input)])),
    ...(followed.length > 0 ? ['', 'derived'] : []),
    ...columns(followed.map((one) => [one.name, inSi(one), `from ${one.from.join(', ')} by ${one.by}`])),
  ];
};

const smallness = ({
  says,
  ratio,
  holds,
}: {
  readonly says: string;
  readonly ratio: string;
  readonly holds: boolean;
}) => `${says} (${ratio}${holds ? '' : ', more than 1:10'})`;

const linesUnder = (heading: string, approximations: readonly Approximation[]): readonly string[] => {
  if (approximations.length === 0) return [];
  const rows = approximations.map(({ id, is, value, error, reason: why, small, unchecked, text }) => {
    const notes = [
      small ? `for ${smallness(small)}` : '',
      text === 'clean' ? '' : `text ${text}`,
      unchecked.length > 0 ? `if ${unchecked.join(', ')}` : '',
    ].filter((note) => note !== '');
    return [
      id,
      value === undefined ? (why ?? '') : `${signs[is]} ${value}`,
      error ? `error ${error}` : '',
      notes.join('; '),
    ];
  });
  const others = approximations.flatMap(({ id, readings }) =>
    readings.map(({ says, value, error }) => `  ${id} may also read ${value}, error ${error}: ${says}`),
  );
  return ['', heading, ...columns(rows), ...others];
};

/** What is printed for a limit says nothing of a point that is far from it, and is told apart. */
const approximationLines = (approximations: readonly Approximation[]): readonly string[] => [
  ...linesUnder(
    'printed in the paper for a domain that holds this point',
    approximations.filter(({ inLimit }) => inLimit),
  ),
  ...linesUnder(
    'printed in the paper for a limit that this point is not in (a ratio above 1:10)',
    approximations.filter(({ inLimit }) => !inLimit),
  ),
];

const constantLines = ({ constants, digits }: Answer, uncertainty: string | undefined): readonly string[] => {
  if (digits === '0' || constants.every((one) => one.uncertainty === '0')) return [];
  const effect =
    uncertainty === undefined
      ? 'what their uncertainty makes of it is not computed'
      : `their uncertainty changes it by a factor of 1 +- ${uncertainty} at most (one standard uncertainty)`;
  return [`  for the nominal constants of nature; ${effect}`];
};

/** The answer on some lines of text, for people. */
export const told = ({ answer, conditions, approximations, uncertainty }: Told): string =>
  [
    ...valueLines(answer),
    ...answer.regimes.map((regime) => `  right to leading order for ${smallness(regime)}`),
    ...constantLines(answer, uncertainty),
    ...inputLines(answer),
    ...(conditions.length > 0 ? ['', 'conditioning: 1 % more of an input changes the value by'] : []),
    ...columns(
      conditions.map(({ input, number, reason: why }) => [input, number === undefined ? (why ?? '') : `${number} %`]),
    ),
    ...approximationLines(approximations),
    '',
  ].join('\n');
