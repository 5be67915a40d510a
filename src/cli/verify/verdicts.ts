import type { Book } from '../../ledger/book.ts';
import type { Examination, Settings } from '../../ledger/examine.ts';
import { countsOf, entriesFrom } from '../../ledger/ledger.ts';
import type { Entry, Ledger } from '../../ledger/schema.ts';

/** How what was found is shown, and which ledger it is held against. */
export interface VerdictOptions {
  readonly json?: boolean;
  readonly ledger?: string;
}

/** What must agree with the committed ledger whatever the points and the seed. */
const decisive = ({ verdict, step, charged, inherits }: Entry): string =>
  JSON.stringify([verdict, step, charged, inherits?.map(({ id }) => id)]);
/** Everything but what other claims make of it: what must agree when the points and the seed do. */
const whole = (entry: Entry): string => JSON.stringify({ ...entry, reaches: undefined });

/** Simple fractions and pi as a terminal shows them. */
const plain = (tex: string): string =>
  tex
    .replace(/\\t?frac\{([^{}]*)\}\{([^{}]*)\}/g, '$1/$2')
    .replaceAll('\\pi', 'pi')
    .replaceAll('\\,', ' ');

const indent = '       ';

/** What a reader needs to see of a refuted claim: by how much, what instead, where to check it by hand, what it reaches. */
const refutation = ({ found, inherits, reaches, evidence }: Entry): readonly (string | undefined)[] => {
  const example = found?.counterexample;
  const at = Object.entries(example?.at ?? {}).map(([name, value]) => `${name} = ${value}`);
  const decisive = evidence?.find(({ outcome, judges }) => outcome === 'fails' && judges !== 'outside');
  return [
    found?.factor
      ? `printed = ${plain(found.factor)} x right`
      : (found?.detail ?? (decisive ? `fails: ${decisive.about}` : undefined)),
    found?.instead ? `instead: ${found.instead}` : undefined,
    example && found?.factor ? `e.g. ${at.join(', ')}: printed ${example.right}, right ${example.left}` : undefined,
    example && !found?.factor && at.length > 0 && at.length < 8
      ? `e.g. ${at.join(', ')}: ${example.left} against ${example.right}`
      : undefined,
    inherits ? `inherited: ${inherits.map(({ id, effect }) => `${id} (${plain(effect)})`).join('; ')}` : undefined,
    reaches ? `reaches: ${reaches.join(', ')}` : undefined,
  ];
};

const lineOf = (entry: Entry): string => {
  const { id, verdict, step, says, reason } = entry;
  const details =
    verdict === 'refuted' ? refutation(entry) : verdict === 'undecided' || verdict === 'conditional' ? [reason] : [];
  const head = `${id.padEnd(6)} ${verdict.padEnd(11)} step ${(step ?? '-').padEnd(9)} ${says}`;
  return [head, ...details.filter((detail) => detail !== undefined).map((detail) => indent + detail)].join('\n');
};

/** How many claims proofs settle, and how many more are shown by proof to follow from their premises, or not to. */
const provedIn = (entries: readonly Entry[]): string => {
  const count = (by: Entry['settledByProof']): number =>
    entries.filter(({ settledByProof }) => settledByProof === by).length;
  const [statements, steps] = [count('statement'), count('step')];
  return statements + steps === 0 ? '' : `by proof: ${statements} decided, the steps of ${steps} more`;
};

const withReaches = (entry: Entry, committed: Ledger): Entry => {
  const reaches = committed.claims.find(({ id }) => id === entry.id)?.reaches;
  return entry.verdict === 'refuted' && reaches ? { ...entry, reaches } : entry;
};

/**
 * Prints the claims wanted (undefined: all), decided from their examinations, and compares them with a ledger: the exit
 * code is 0 when nothing differs, 1 when something does.
 */
export const showVerdicts = (
  book: Book,
  wanted: readonly string[] | undefined,
  settings: Settings,
  examined: ReadonlyMap<string, Examination>,
  committed: Ledger,
  { json, ledger: file }: VerdictOptions,
): number => {
  const decided = entriesFrom(book, settings, wanted, examined);
  // Among a few claims what each reaches cannot be seen; the committed ledger knows it.
  const entries = wanted ? decided.map((entry) => withReaches(entry, committed)) : decided;
  const sameSettings = settings.points === committed.settings.points && settings.seed === committed.settings.seed;
  const compared = sameSettings ? whole : decisive;
  const differing = entries.filter((entry) => {
    const before = committed.claims.find(({ id }) => id === entry.id);
    return !before || compared(before) !== compared(entry);
  });
  const counts = countsOf(entries);
  if (json)
    process.stdout.write(
      `${JSON.stringify({ settings, counts, total: book.rows.length, differs: differing.map(({ id }) => id), claims: entries }, null, 1)}\n`,
    );
  else {
    const shown = wanted ? entries : entries.filter(({ verdict }) => verdict !== 'not entered yet');
    process.stdout.write(`${shown.map(lineOf).join('\n')}\n\n`);
    const summary = Object.entries(counts)
      .filter(([, n]) => n > 0)
      .map(([verdict, n]) => `${verdict} ${n}`)
      .join(', ');
    const byProof = provedIn(entries);
    process.stdout.write(
      `${summary}${byProof ? `; ${byProof}` : ''}; ${entries.length} of ${book.rows.length} claims looked at, ${settings.points} points each, seed ${settings.seed}\n`,
    );
  }
  for (const { id, verdict } of differing) {
    const before = committed.claims.find((entry) => entry.id === id);
    process.stderr.write(
      `${id} differs from ${file ?? 'the committed ledger'}: ${before?.verdict ?? 'missing'} there, ${verdict} now\n`,
    );
  }
  return differing.length > 0 ? 1 : 0;
};
