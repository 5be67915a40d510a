import type { Entry } from '../ledger/schema.ts';
import { capital, counted, ended, item, listed, sentence, tie } from './layout.ts';
import { isTex, type Names, read, readable } from './names.ts';

/** One piece of evidence, of whatever kind: any of its fields may be missing, and there may be others. */
type Line = Partial<NonNullable<Entry['evidence']>[number]> & Readonly<Record<string, unknown>>;
type Counterexample = NonNullable<Line['counterexample']>;

const valuesAt = (at: Readonly<Record<string, string>> | undefined): string =>
  listed(Object.entries(at ?? {}).map(([name, value]) => `${name}${tie}=${tie}${value}`));

export const example = ({ at, left = '', right = '' }: Partial<Counterexample>, between: string): string => {
  const where = valuesAt(at);
  return `${where ? `with ${where}, ` : ''}${[left, right].filter((side) => side !== '').join(between)}`;
};

/** In the ledger's relations the right side is the printed one; a reader takes the word otherwise. */
export const detailOf = (detail: string): string => detail.replace('right/left', 'printed/right');

const judged: Readonly<Record<string, string>> = {
  step: 'from the premises as printed',
  truth: 'whether it is right',
  form: 'whether two printed forms agree',
  outside: 'outside its condition, where it must fail',
  prefactor: 'its prefactor',
  instead: 'what is right instead',
};

/** Fields that no sentence speaks of, as they stand: kinds of evidence bring their own. */
const others = (fields: object): readonly string[] =>
  Object.entries(fields).flatMap(([key, value]: readonly [string, unknown]): readonly string[] => {
    if (value === undefined || value === null) return [];
    if (key === 'at') return [`with ${valuesAt(value as Record<string, string>)}`];
    if (typeof value === 'object' && !Array.isArray(value)) return others(value);
    return [`${key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} ${value}`];
  });

const evidenceLine = (line: Line, found: Entry['found'], names: Names): string => {
  const { about, judges, by, outcome, points, discarded, seed, resolution, factor, error, counterexample, ...more } =
    line;
  const { detail, proof, ...rest } = more;
  const isShown = JSON.stringify(counterexample) === JSON.stringify(found?.counterexample);
  const heading = [outcome, judges && `(${judged[judges] ?? judges})`].filter(Boolean).join(' ');
  const drawn = [
    discarded === undefined ? '' : `${discarded || 'none'} discarded`,
    seed === undefined ? '' : `seed ${seed}`,
  ].filter((part) => part !== '');
  const facts = [
    [by && `by ${by}`, points && `at ${counted(points, 'point')}`, points && drawn.length && `(${drawn.join(', ')})`]
      .filter(Boolean)
      .join(' '),
    resolution && `resolution ${resolution}`,
    factor && `printed = ${read(factor, names)} x right`,
    error?.order === undefined ? '' : `the error is of order ${error.order}`,
    error?.coefficient && `its coefficient ${isTex(error.coefficient) ? 'is ' : ''}${read(error.coefficient, names)}`,
    detail && detailOf(detail),
    counterexample && !isShown ? `for instance, ${example(counterexample, ' against ')}` : '',
    ...others(rest),
    proof && `a proof about it: ${proof}`,
  ].filter((fact): fact is string => Boolean(fact));
  const said = [heading, about].filter(Boolean).join(': ');
  return item(
    [said, facts.join('; ')]
      .filter(Boolean)
      .map((part) => capital(ended(part)))
      .join(' '),
  );
};

/** A factor that is longer is left to the proof itself. */
const shortFactor = 60;

const about: Readonly<Record<string, string>> = { step: 'what follows from its premises', truth: 'what is right' };

export const evidenceOf = (
  { evidence, proofs, mutants, settledByProof, found }: Entry,
  names: Names,
): readonly string[] => [
  ...(evidence ?? []).map((line) => evidenceLine(line, found, names)),
  ...(proofs ?? []).map(({ about: of, outcome, steps, conditions, assumed, factor, operations }) =>
    item(
      [
        `Proof about ${about[of] ?? `"${of}"`}: ${outcome} in ${counted(steps.length, 'step')} (${steps.join(', ')})`,
        conditions.length > 0 ? `${counted(conditions.length, 'side condition')} shown` : 'no side conditions',
        assumed && `given ${assumed.map((one) => readable(one, names)).join(', ')}`,
        factor && read(factor, names).length <= shortFactor && `printed = ${read(factor, names)} x right`,
        counted(operations, 'operation'),
      ]
        .filter(Boolean)
        .join('; '),
    ),
  ),
  ...(settledByProof
    ? [
        sentence(
          `Proofs alone decide ${settledByProof === 'statement' ? 'it' : 'whether it follows from its premises'}`,
        ),
      ]
    : []),
  ...(mutants && mutants.made > 0
    ? [
        sentence(
          `Of ${counted(mutants.made, 'altered form')} (a factor, sign, exponent or limit changed) the evidence noticed ${
            mutants.noticed === mutants.made ? (mutants.made === 1 ? 'it' : 'all') : mutants.noticed
          }${mutants.withoutValue > 0 ? `, ${mutants.withoutValue} by having no value where the printed form has one` : ''}`,
        ),
        ...mutants.survivors.map((survivor) => item(`not noticed: ${readable(survivor, names)}`)),
      ]
    : []),
];

/** A reason in words; a point that is kept as JSON is written out. */
const inWords = (reason: string): string => {
  if (!reason.startsWith('{')) return reason;
  return `at ${valuesAt(JSON.parse(reason) as Record<string, string>)}`;
};

export const checksIn = (checks: NonNullable<Entry['checks']>): readonly string[] => {
  const results = Object.entries(checks).map(([name, result]) => {
    const [, outcome = '', reason = ''] = /^([^:]*)(?:: ([\s\S]*))?$/.exec(result) ?? [];
    return { name, outcome, reason };
  });
  const order = ['passed', 'failed', 'undecided', 'not applicable'];
  return [...new Set([...order, ...results.map(({ outcome }) => outcome)])].flatMap((outcome) => {
    const of = results.filter((one) => one.outcome === outcome);
    if (of.length === 0) return [];
    if (outcome === 'passed' || outcome === 'not applicable')
      return [
        item(
          `${outcome}: ${of.map(({ name, reason }) => (reason && outcome === 'passed' ? `${name} (${reason})` : name)).join(', ')}`,
        ),
      ];
    return of.map(({ name, reason }) => item(`${outcome}: ${name}${reason ? `, ${inWords(reason)}` : ''}`));
  });
};
