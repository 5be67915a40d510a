import type { Expr } from '../../../src/formula/expression.ts';
import { freeSymbols, instantiate, type Lambda, unknownFunctions } from '../../../src/formula/substitute.ts';
import { type Fact, kernel } from '../../../src/kernel/kernel.ts';
import { Refusal } from '../../../src/kernel/state.ts';
import { evaluate } from '../../../src/meaning/value.ts';
import { type Dyadic, dyadics } from '../../../src/number/dyadic.ts';
import type { Draw } from './draw.ts';
import { letter, minus, n, of, over, plus, squared, times } from './terms.ts';
import type { Statement } from './true.ts';
import type { Point } from './world.ts';

export type Answer = 'accepted' | 'remains' | 'refused';

/** Products of terms after which the kernel is stopped: the same on every machine, unlike a limit of time. */
const mostOperations = 10_000;

/** What the kernel says of a statement: proved, something left over, or that it cannot tell. */
export const askKernel = ({ facts, witness, left, right }: Omit<Statement, 'world'>): Answer => {
  try {
    const k = kernel({ facts, witness });
    let operations = 0;
    Object.defineProperty(k.state, 'operations', {
      get: () => operations,
      set: (value: number) => {
        operations = value;
        if (value > mostOperations) throw new Refusal('a statement that takes too long');
      },
    });
    return k.difference(left, right) === undefined ? 'accepted' : 'remains';
  } catch (error) {
    if (error instanceof Refusal) return 'refused';
    throw error;
  }
};

/** Enough for the smallest change that is made, and as much again. */
const digits = dyadics(50);
const s = letter('s');
/** Forms that the functions left open are given where a value is needed. */
const forms: readonly Lambda[] = [
  plus(n(1), squared(s)),
  of('exp', over(s, n(5))),
  over(s, plus(n(2), squared(s))),
  of('sin', plus(s, n(1))),
  times(n(3), s),
].map((body) => ({ parameters: ['s'], body }));

const valueAt = (formula: Expr, point: Point, functions: Readonly<Record<string, Lambda>>): Dyadic | undefined => {
  const closed = unknownFunctions(formula).size > 0 ? instantiate(formula, functions) : formula;
  const values = new Map([...point].map(([name, value]) => [name, digits.rational(value)] as const));
  try {
    return evaluate(closed)(digits, values);
  } catch (error) {
    // A derivative inside a derivative has no enclosure here.
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
};

/** Whether the two sides have certified values at a point that differ, or may be the same; undefined without values. */
export const compareAt = (left: Expr, right: Expr, point: Point, draw: Draw): 'differ' | 'agree' | undefined => {
  const functions = { f: draw.pick(forms), g: draw.pick(forms) };
  const a = valueAt(left, point, functions);
  const b = a && valueAt(right, point, functions);
  if (!a || !b) return undefined;
  return digits.overlap(a, b) ? 'agree' : 'differ';
};

/** Whether a fact certainly holds at a point. */
const certain = ({ left, is, right }: Fact, point: Point): boolean => {
  const room = valueAt(minus(right, left), point, {});
  const sign = room && digits.sign(room);
  if (sign === undefined) return false;
  return is === '<' ? sign > 0 : is === '<=' ? sign >= 0 : is === '=' ? sign === 0 : sign !== 0;
};

/** A point at which the facts hold: one of the world, or, where facts were dropped, one beyond it. */
export const pointOf = ({ world, facts }: Statement, draw: Draw): Point => {
  const point = world.point(draw);
  if (facts.length === world.facts.length) return point;
  const letters = world.letters.map(({ symbol }) => symbol.name);
  for (let tries = 0; tries < 6; tries++) {
    const name = draw.pick(letters);
    const known = point.get(name);
    const other = new Map(point);
    const turned = known && { numerator: -known.numerator, denominator: known.denominator };
    other.set(name, turned && draw.chance(1, 2) ? turned : draw.rational());
    // An equation that holds for the world's own points alone is not tried elsewhere, unless a sign was turned.
    const isExact = (fact: Fact): boolean => fact.is === '=' && !touches(fact, name);
    if (facts.every((fact) => isExact(fact) || certain(fact, other))) return other;
  }
  return point;
};

const touches = ({ left, right }: Fact, name: string): boolean =>
  freeSymbols(left).has(name) || freeSymbols(right).has(name);

/** A point at which the statement is certainly false. */
export const counterexample = (statement: Statement, draw: Draw, tries = 6): Point | undefined => {
  for (let left = tries; left > 0; left--) {
    const point = pointOf(statement, draw);
    if (compareAt(statement.left, statement.right, point, draw) === 'differ') return point;
  }
  return undefined;
};
