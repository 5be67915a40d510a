import { join } from 'node:path';
import { z } from 'zod';
import type { Domain } from '../../src/claim/domain.ts';
import type { Relation } from '../../src/claim/relation.ts';
import { book } from '../../src/cli/verify/book.ts';
import { decide } from '../../src/evidence/decide.ts';
import { drawnFor } from '../../src/evidence/sampling.ts';
import { num } from '../../src/formula/expression.ts';
import { orMissing, premisesOf, printedFormula } from '../../src/ledger/book.ts';
import { divide, formatRational, type Rational, rational } from '../../src/number/rational.ts';
import { root } from '../child.ts';
import { rightTimes } from '../ledger/plant.ts';

export const samplingFile = join(root, 'proofs', 'sampling.json');
export const seed = 1;
/** Glasses of each kind: eight times as many as the ledger is made with. */
export const glasses = 4096;

const outcome = z.enum(['holds', 'fails', 'undecided']);
const text = z.string().min(1);

/** What proofs/sampling.json holds: what many glasses say of each formula that is held against them. */
export const samplingSchema = z.strictObject({
  seed: z.int(),
  glasses: z.int(),
  lines: z.array(
    z.strictObject({
      claim: text,
      about: text,
      judges: z.enum(['step', 'truth', 'prefactor', 'form', 'outside', 'instead', 'another reading']),
      experiment: text,
      result: text,
      outcome,
      /** The factor from 1 that must be told. */
      factor: text,
      /** What becomes of the formula with that factor planted in it, and with 1 over it. */
      planted: z.strictObject({ more: outcome, less: outcome }),
      measured: z.strictObject({
        at: z.record(z.string(), text),
        value: text,
        expected: text,
        standardError: text,
        bias: text,
        size: text,
        tells: text,
      }),
    }),
  ),
});
export type Sampling = z.infer<typeof samplingSchema>;
type Line = Sampling['lines'][number];

type MeasuredRelation = Extract<Relation, { kind: 'measured' }>;

/** A formula that is held against what is drawn. */
export interface Held extends Pick<Line, 'claim' | 'about' | 'judges'> {
  readonly relation: MeasuredRelation;
  readonly domain: Domain;
}

/** All of them, in the order of the claims. */
export const heldAgainstGlasses: readonly Held[] = [...book.claims.values()].flatMap((claim) => {
  const premises = premisesOf(book, claim, (id) => printedFormula(book, id));
  const held = (part: NonNullable<typeof claim.parts>[number], judges: Line['judges']): readonly Held[] => {
    const relation = orMissing(() => part.relation(premises));
    const readings = relation ? (part.otherReadings?.(premises) ?? []) : [];
    return [
      ...(relation ? [{ relation, judges }] : []),
      ...readings.map((reading) => ({ relation: reading, judges: 'another reading' as const })),
    ].flatMap(({ relation: one, judges: of }) =>
      one.kind === 'measured' && drawnFor(one.experiment).length > 0
        ? [{ claim: claim.id, about: part.says, judges: of, relation: one, domain: part.domain }]
        : [],
    );
  };
  return [
    ...(claim.parts ?? []).flatMap((part) => held(part, part.judges ?? 'step')),
    ...(claim.instead?.parts ?? []).flatMap((part) => held(part, 'instead')),
  ];
});

/** The factor that so many glasses must tell. */
const usual = rational(102, 100);
const factors: Readonly<Record<string, Rational>> = {
  // The fewest pairs are along the field at contact.
  'couplings of a random glass': rational(110, 100),
  // Powers of the concentration that are whole.
  'clusters of a random glass': rational(19, 10),
};

/** What glasses say of a formula, as it is and with the factor planted in it. */
export const lineOf = ({ claim, about, judges, relation, domain }: Held): Line => {
  const factor = factors[relation.experiment] ?? usual;
  const asked: MeasuredRelation = { ...relation, tells: factor };
  const found = (of: Relation) => decide(of, domain, { points: 1, seed, glasses, label: claim });
  const planted = (by: Rational) => found(rightTimes(num(by))(asked)).outcome;
  const { outcome: as, measured } = found(asked);
  if (!measured) throw new Error(`${claim}: ${about}: nothing could be measured`);
  const { estimator: _, ...shown } = measured;
  return {
    claim,
    about,
    judges,
    experiment: relation.experiment,
    result: relation.result,
    outcome: as,
    factor: formatRational(factor),
    planted: { more: planted(factor), less: planted(divide(rational(1), factor)) },
    measured: shown,
  };
};
