import type { Claim } from '../claim/claim.ts';
import type { Book, Row } from '../ledger/book.ts';
import type { Entry, Ledger } from '../ledger/schema.ts';
import { type Verdict, verdicts } from '../ledger/verdict.ts';
import { checksIn, detailOf, evidenceOf, example } from './evidence.ts';
import { formula, item, listed, section, sentence, withArticle, wrapped } from './layout.ts';
import { glossary, isTex, leftOf, type Names, namesIn, onOneLine, piecesOf, read, readable } from './names.ts';

/** What an explanation is made of: the committed verdicts, the list of claims, and the formulas as printed. */
export interface Sources extends Pick<Book, 'rows' | 'claims'> {
  readonly ledger: Ledger;
}

const meanings: Readonly<Record<Verdict, string>> = {
  proved: 'the claim is right, by proof',
  certified: 'the claim holds wherever it was looked at, with guaranteed bounds',
  measured: 'the claim agrees with what was measured',
  conditional: 'the claim is right under a further condition and fails outside it',
  stated: 'the claim introduces something and is not right or wrong by itself',
  refuted: 'the claim is wrong as it stands',
  undecided: 'whether the claim is right is open',
  'not entered yet': 'nothing is known of it here',
};
const reasons: Partial<Record<Verdict, string>> = {
  refuted: 'What fails',
  conditional: 'The condition',
  undecided: 'Why, and what would decide it',
};

const kinds: Readonly<Record<string, string>> = { derived: 'derived result', value: 'quoted value' };
const certain = {
  clean: 'The printed text is clean',
  reconstructed: 'Part of the printed text is lost and was reconstructed',
  ambiguous: 'The printed text can be read in more than one way',
} as const;

const followsIn = ({ verdict, step, stepReason, reason }: Entry, { from }: Row): readonly string[] => {
  const why = stepReason && stepReason !== reason ? `: ${stepReason}` : '';
  const isRefuted = verdict === 'refuted';
  switch (step) {
    case 'holds':
      return [`${isRefuted ? 'All the same, it follows' : 'It follows'} from its premises as printed`];
    case 'fails':
      return [`${isRefuted ? 'Nor does it follow' : 'It does not follow'} from its premises as printed`];
    case 'undecided':
      return [`Whether it follows from its premises as printed is undecided${why}`];
    case 'none':
      return [
        from.length === 0 ? 'It has no premises to follow from' : `Nothing has to be derived from its premises${why}`,
      ];
    default:
      return [];
  }
};

const chargeOf = ({ charged, inherits }: Entry): readonly string[] => {
  if (charged === undefined) return [];
  if (charged) return ['The error arises here and is charged to this claim'];
  const from = inherits?.length ? `; it inherits from ${listed(inherits.map(({ id }) => id))}` : '';
  return [`The error is not charged to this claim${from}`];
};

const foundIn = ({ found }: Entry, claim: Claim | undefined, names: Names): readonly string[] => {
  if (!found) return [];
  // Where a claim passes on another formula than it prints, the left side is not that of what is right.
  const left = claim?.formula ? '' : leftOf(claim);
  const detail = found.detail ? ` (${detailOf(found.detail)})` : '';
  return [
    ...piecesOf(found.instead ?? '').map((piece) =>
      isTex(piece) ? formula(`${left}${read(piece, names)}`) : item(piece),
    ),
    ...(found.factor ? [sentence(`What is printed is ${read(found.factor, names)} times what is right`)] : []),
    ...(found.counterexample
      ? [
          sentence(
            `The simplest counterexample: ${example(found.counterexample, ' is found where ')} is printed${detail}`,
          ),
        ]
      : found.detail
        ? [sentence(`The difference: ${detailOf(found.detail)}`)]
        : []),
  ];
};

const absent: Verdict = 'not entered yet';

/** Everything that follows from a claim, directly or not. */
const descendants = (rows: readonly Row[], id: string): ReadonlySet<string> => {
  const found = new Set<string>([id]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const row of rows) if (row.from.some((from) => found.has(from))) found.add(row.id);
  }
  return new Set([...found].filter((one) => one !== id));
};

const byVerdict = (ids: readonly string[], verdictOf: (id: string) => Verdict | undefined): readonly string[] =>
  verdicts.flatMap((verdict) => {
    const of = ids.filter((id) => verdictOf(id) === verdict);
    return of.length > 0 ? [item(`${verdict}: ${of.join(', ')}`)] : [];
  });

/**
 * A ledger entry in sentences, for a reader who knows the physics and nothing of this program. Pure; every number and
 * verdict is the ledger's. Throws a RangeError for an entry that the list of claims does not have.
 */
export const explanation = (entry: Entry, sources: Sources): string => {
  const { id, kind, says, verdict, reason, text, readings, inherits, reaches, restsOn, checks } = entry;
  const row = sources.rows.find((one) => one.id === id);
  if (!row) throw new RangeError(`expected an entry of the list of claims, got ${id}`);
  const claim = sources.claims.get(id);
  const names = namesIn(claim, sources);
  const entryOf = (of: string): Entry | undefined => sources.ledger.claims.find((one) => one.id === of);
  const verdictOf = (of: string): Verdict | undefined => entryOf(of)?.verdict;
  const named = (of: string): string => [of, entryOf(of)?.says].filter(Boolean).join(', ');
  const judgedAs = (of: string): string => [of, verdictOf(of)].filter(Boolean).join(', ');

  const printed = claim?.printed
    ? `${leftOf(claim)}${onOneLine(claim.printed.right)}`
    : entry.printed && read(entry.printed, names);
  const instead = (entry.found?.instead ?? '').split('; ').filter(isTex);
  const texts = [
    printed ?? '',
    ...instead.map((piece) => read(piece, names)),
    ...Object.keys(entry.found?.counterexample?.at ?? {}),
  ];
  const place = entry.section === 'A' ? 'the appendix' : `Section ${entry.section}`;
  const after = [...descendants(sources.rows, id)].filter((of) => (verdictOf(of) ?? absent) !== absent);
  const spoilt = reaches ?? [];
  const intact = byVerdict(
    after.filter((of) => !spoilt.includes(of)),
    verdictOf,
  );
  const isSource = entry.charged === true || spoilt.length > 0;
  const isOpen = verdict === 'undecided';
  const openChecks = isOpen ? Object.entries(checks ?? {}).filter(([, result]) => result.startsWith('undecided')) : [];

  const sections = [
    ...section('What it says', [
      sentence(`${withArticle(kinds[kind] ?? kind)} in ${place}`),
      ...(printed ? [formula(printed)] : []),
      ...glossary(texts, names).map(sentence),
      ...(row.domain ? [sentence(`Where it is said to hold, or what is small: ${row.domain}`)] : []),
      ...(text ? [sentence(certain[text])] : []),
      ...(readings ?? []).map((reading) => item(`reading: ${reading}`)),
    ]),
    ...section(
      'What it follows from',
      row.from.map((from) => item(`${judgedAs(from)}: ${entryOf(from)?.says ?? 'not in this ledger'}`)),
    ),
    ...section('Verdict', [
      sentence(`The verdict is "${verdict}": ${meanings[verdict]}`),
      sentence(`${reasons[verdict] ?? 'The reason'}: ${reason}`),
      ...followsIn(entry, row).map(sentence),
      ...chargeOf(entry).map(sentence),
    ]),
    ...section(
      'What it inherits',
      (inherits ?? []).map((one) => item(`from ${named(one.id)}: ${readable(one.effect, names)}`)),
    ),
    ...section('What is right instead', foundIn(entry, claim, names)),
    ...section(isOpen ? 'What it waits for' : 'What is undecided among all that it follows from', [
      ...openChecks.map(([name, result]) => item(`the check of ${name}: ${result.replace(/^undecided: /, '')}`)),
      ...(restsOn ?? []).map((of) => item(`${named(of)}: ${entryOf(of)?.reason ?? 'not in this ledger'}`)),
    ]),
    ...section('Evidence', evidenceOf(entry, names)),
    ...section('Checks', checks ? checksIn(checks) : []),
    ...(isSource
      ? [
          ...section('What it spoils: claims that change once it is put right', byVerdict(spoilt, verdictOf)),
          ...section('What it leaves intact: claims that follow from it, directly or not, and do not change', intact),
        ]
      : section('What follows from it, directly or not', intact)),
  ];
  return `${[wrapped(`${id}: ${says}`, 0, 6), ...sections].join('\n\n')}\n`;
};
