import type { Claim } from '../claim/claim.ts';
import type { Row } from './book.ts';
import type { Checks } from './checks.ts';
import type { Judgement } from './judge.ts';

export const verdicts = [
  'proved',
  'certified',
  'measured',
  'conditional',
  'stated',
  'refuted',
  'undecided',
  'not entered yet',
] as const;
export type Verdict = (typeof verdicts)[number];

export interface Decision {
  readonly verdict: Verdict;
  readonly reason: string;
}

const introduces = ({ kind }: Row): boolean => kind === 'definition' || kind === 'model';

const certainty = ({ evidence }: Judgement): string => {
  const left = evidence.reduce((sum, { discarded }) => sum + discarded, 0);
  return left === 0
    ? 'enclosures decide it at every sampled point, none against'
    : `enclosures decide it at every sampled point but ${left}, none against`;
};

/** Words and pictures are proved as they are encoded, and what the text leaves open as it is read here. */
const provedReason = ({ role, text }: Claim): string => {
  const proved = role === 'sentence' ? 'each assertion, as encoded here, is proved' : 'every assertion is proved';
  const [adopted] = text.readings ?? [];
  return text.status === 'clean' || !adopted ? proved : `${proved}, as the text is read here: ${adopted.says}`;
};

/** How far from 1 a factor must be to be told. */
const toldBy = ({ measured }: Judgement['evidence'][number]): number =>
  Number(measured?.tells.replace('1 + ', '') ?? 0);

/** What is decided about a claim, from what was found out about it; nothing else has a say in it. */
export const decisionOf = (
  row: Row,
  claim: Claim,
  judgement: Judgement,
  checks: Checks,
  rests: readonly string[],
): Decision => {
  const { truth, evidence, question } = judgement;
  const outside = evidence.filter(({ judges }) => judges === 'outside');
  const failedCheck = Object.entries(checks).find(([, result]) => result.startsWith('failed'));
  const open = evidence.find(({ outcome }) => outcome === 'undecided');
  if (truth === 'fails')
    return {
      verdict: 'refuted',
      reason: evidence.find(({ outcome, judges }) => outcome === 'fails' && judges !== 'outside')?.about ?? '',
    };
  if (question)
    return {
      verdict: 'undecided',
      reason: 'a question about the text: as read here it fails, under another reading it holds',
    };
  if (failedCheck) return { verdict: 'refuted', reason: `fails the check of ${failedCheck[0]}` };
  if (claim.undecided) return { verdict: 'undecided', reason: claim.undecided };
  if (truth === 'undecided')
    return {
      verdict: 'undecided',
      reason: `${open?.about ?? 'the evidence'}${open?.detail ? `: ${open.detail}` : ''}`,
    };
  if (rests.length > 0)
    return {
      verdict: 'undecided',
      reason: `it follows from its premises, but rests on ${rests.join(', ')}, undecided`,
    };
  if (truth === 'holds' && claim.condition) {
    const failsOutside = outside.length > 0 && outside.every(({ outcome }) => outcome === 'fails');
    return failsOutside
      ? { verdict: 'conditional', reason: claim.condition }
      : { verdict: 'undecided', reason: 'that it fails outside its condition was not shown' };
  }
  if (introduces(row))
    return {
      verdict: 'stated',
      reason: truth === 'holds' ? 'its assertions hold' : 'every check that applies is passed',
    };
  // Of several measured assertions the one that tells least.
  const [measured] = evidence
    .filter(({ by, judges }) => (by === 'dynamics' || by === 'sampling') && (judges === 'step' || judges === 'truth'))
    .sort((a, b) => toldBy(b) - toldBy(a));
  if (truth === 'holds' && measured?.measured)
    return {
      verdict: 'measured',
      reason: `${measured.measured.estimator}: a factor of ${measured.measured.tells} would lie beyond six standard errors`,
    };
  if (truth === 'holds' && judgement.settled.truth) return { verdict: 'proved', reason: provedReason(claim) };
  if (truth === 'holds') return { verdict: 'certified', reason: certainty(judgement) };
  return { verdict: 'undecided', reason: judgement.stepReason ?? 'no evidence yet' };
};
