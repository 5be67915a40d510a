import { text } from './describe.ts';
import { branch, spoilt } from './false.ts';
import { type Answer, askKernel, compareAt, counterexample, pointOf } from './judge.ts';
import { drawFor, type FamilyName, familyNames, identity, type Statement } from './true.ts';

/** The families of true identities, and statements that are true on one branch only. */
export type TestName = FamilyName | 'branches';
export const testNames: readonly TestName[] = [...familyNames, 'branches'];

/** What became of the statements of one family. */
export interface Counts {
  readonly false: Record<'made' | Answer, number>;
  /** `agreed`: accepted, and the two sides have overlapping values at exact points. */
  readonly true: Record<'made' | Answer | 'agreed', number>;
}

/** False statements in one block: a block is the same whatever was run before it, and by whom. */
export const falseInBlock = 25;
const changesOfEach = 8;
const pointsOfEach = 3;
/** What may take this many identities to make: no family comes near it. */
const mostIdentities = 200;

export const noCounts = (): Counts => ({
  false: { made: 0, accepted: 0, remains: 0, refused: 0 },
  true: { made: 0, accepted: 0, remains: 0, refused: 0, agreed: 0 },
});

export const addCounts = (a: Counts, b: Counts): Counts => {
  const sum = <T extends Record<string, number>>(x: T, y: T): T =>
    Object.fromEntries(Object.entries(x).map(([name, count]) => [name, count + (y[name] as number)])) as T;
  return { false: sum(a.false, b.false), true: sum(a.true, b.true) };
};

/** Asks about the statements of one block. Throws where the kernel accepts a false one, or a rule made one. */
export const runBlock = (seed: number, family: TestName, block: number): Counts => {
  const counts = noCounts();
  const judge = (statement: Statement): void => {
    const at = counterexample(statement, draw);
    if (!at || counts.false.made >= falseInBlock) return;
    const answer = askKernel(statement);
    if (answer === 'accepted') throw new Error(`the kernel accepts what is false: ${text(statement, at)}`);
    counts.false.made++;
    counts.false[answer]++;
  };
  let draw = drawFor(seed, family, 0);
  for (let index = 0; counts.false.made < falseInBlock; index++) {
    if (index === mostIdentities) throw new Error(`expected ${falseInBlock} false statements of ${family}`);
    draw = drawFor(seed, `${family} ${block}`, index);
    const statement = family === 'branches' ? branch(draw) : identity(draw, family);
    if (family === 'branches') judge(statement);
    else {
      const answer = askKernel(statement);
      const points = Array.from({ length: pointsOfEach }, () => pointOf(statement, draw));
      const seen = points.map((point) => compareAt(statement.left, statement.right, point, draw));
      const wrong = points[seen.indexOf('differ')];
      if (wrong) throw new Error(`a rule makes what is false: ${text(statement, wrong)}`);
      counts.true.made++;
      counts.true[answer]++;
      if (answer === 'accepted' && seen.includes('agree')) counts.true.agreed++;
    }
    for (let change = 0; change < changesOfEach; change++) judge(spoilt(draw, statement));
  }
  return counts;
};
