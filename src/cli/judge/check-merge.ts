import type { Reply } from '../../foreign/case.ts';
import { quantityOf } from '../../library/oracle.ts';
import { parseRational } from '../../number/rational.ts';
import type { Header } from '../run/journal.ts';
import type { Merging } from '../run/merging.ts';
import { whole } from '../run/shard.ts';
import { findingsOf, show } from './check.ts';
import { type Plan, patienceIn, unitOf, unitsOf } from './check-plan.ts';

/** What the settings of a journal of check say. */
const planIn = ({ settings }: Pick<Header, 'settings'>, done: ReadonlyMap<string, unknown> = new Map()): Plan => {
  const { quantities, asked, seed, rule, command } = settings as unknown as {
    readonly quantities: readonly string[];
    readonly asked: number | null;
    readonly seed: number;
    readonly rule: Readonly<Record<'by' | 'part' | 'k' | 'u', string>>;
    readonly command: readonly string[];
  };
  return {
    quantities: quantities.map(quantityOf),
    command,
    patience: patienceIn(done),
    settings: {
      seed,
      ...(asked === null ? {} : { cases: asked }),
      rule:
        rule.by === 'size'
          ? { by: 'size', part: parseRational(rule.part) }
          : { by: 'rounding', k: parseRational(rule.k), u: parseRational(rule.u) },
    },
  };
};

/** What check prints, and its exit code, from all its shards: every answer is there, that of each simplest point too. */
export const merging: Merging = {
  unitsOf: (header) => unitsOf(planIn(header), header.shard),
  finish: async ({ header, done }, { json }) => {
    const plan = planIn(header, done);
    const ask = async (asked: Parameters<Parameters<typeof findingsOf>[3]>[0]) =>
      asked.map((one) => done.get(unitOf(one)) as Reply);
    return show(plan, await findingsOf(plan, whole, done, ask), json);
  },
};
