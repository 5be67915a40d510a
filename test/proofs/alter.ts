import type { Hypothesis } from '../../src/claim/domain.ts';
import { isInfinite } from '../../src/evidence/proof/context.ts';
import type { Chain, Piece, Step } from '../../src/evidence/proof/step.ts';
import { pureNumber } from '../../src/formula/dimension.ts';
import { add, type Expr, mul, neg, num, symbol } from '../../src/formula/expression.ts';
import { mutants } from '../../src/formula/mutate.ts';
import { key } from '../../src/formula/substitute.ts';
import type { Random } from '../../src/number/random.ts';

/** Changes of a proof after which it must no longer be one. */
export interface Altered<T> {
  readonly what: string;
  readonly with: T;
}

type Any = 'scalar' | 'binder';
const another = symbol('another', 'v', pureNumber, 'real');
const twice = (formula: Expr): Expr => mul<string, Any>(2, formula);
/** Whether two formulas take certainly different values somewhere; of formulas without one value nothing is known. */
export type Differ = (a: Expr, b: Expr) => boolean;

/** What a step arrives at, changed: twice as much, and as many other changes as are certified to make a difference. */
const arrivals = (step: Step, differ: Differ, random: Random): readonly Altered<Step>[] => {
  const [doubled, raised] = [twice(step.to), add<string, Any>(step.to, 1)];
  // Twice 0 is 0.
  const isNothing = key(step.to) === '0' || (differ(step.to, raised) && !differ(step.to, doubled));
  const changed = isNothing ? { what: 'to: + 1', to: raised } : { what: 'to: x 2', to: doubled };
  const others = mutants(step.to);
  const from = random.below(Math.max(1, others.length));
  const few = [...others.slice(from), ...others.slice(0, from)].slice(0, mostTried);
  const found: Altered<Step>[] = [];
  for (const { change, formula } of few) {
    if (found.length === 2) break;
    if (differ(step.to, formula)) found.push({ what: `to: ${change}`, with: { ...step, to: formula } });
  }
  return [{ what: changed.what, with: { ...step, to: changed.to } }, ...found];
};
const mostTried = 8;

/** An end of a range moved by 1. */
const moved = (end: Expr): Expr => (isInfinite(end) ? num(1) : add<string, Any>(end, 1));

const piecesOf = (pieces: readonly Piece[]): readonly Altered<readonly Piece[]>[] => [
  ...pieces.flatMap((piece, index): readonly Altered<readonly Piece[]>[] => {
    const put = (what: string, by: Partial<Piece>) => ({
      what: `${what} of piece ${index + 1}`,
      with: pieces.with(index, { ...piece, ...by }),
    });
    return [
      put('at', { at: twice(piece.at) }),
      put('from', { from: moved(piece.from) }),
      put('end', { to: moved(piece.to) }),
      put('exchanged ends', { from: piece.to, to: piece.from }),
      { what: `piece ${index + 1} left out`, with: pieces.toSpliced(index, 1) },
    ];
  }),
  { what: 'the last piece again', with: [...pieces, pieces[pieces.length - 1] as Piece] },
];

/** Every other datum of a step, changed. */
const data = (step: Step, isBeyond: boolean): readonly Altered<Step>[] => {
  switch (step.by) {
    case 'premise':
      return [
        { what: 'id', with: { ...step, id: `${step.id}?` } },
        ...Object.keys(step.given ?? {}).map((name) => ({
          what: `given ${name} left out`,
          with: { ...step, given: Object.fromEntries(Object.entries(step.given ?? {}).filter(([of]) => of !== name)) },
        })),
      ];
    case 'renaming':
      return [{ what: 'names', with: { ...step, names: {} } }];
    case 'primitive':
      return [
        { what: 'primitive x 2', with: { ...step, primitive: twice(step.primitive) } },
        {
          what: 'primitive + variable',
          with: { ...step, primitive: add<string, Any>(step.primitive, step.variable as Expr) },
        },
        { what: 'variable', with: { ...step, variable: another } },
      ];
    case 'substitution':
      return [
        ...piecesOf(step.pieces).map(({ what, with: pieces }) => ({ what, with: { ...step, pieces } })),
        { what: 'into', with: { ...step, into: another } },
        { what: 'variable', with: { ...step, variable: another } },
      ];
    case 'delta':
      return [{ what: 'variable', with: { ...step, variable: another } }];
    case 'limit': {
      const { error, ...without } = step;
      if (!error) return [];
      return [
        { what: 'order + 1', with: { ...step, error: { ...error, order: error.order + 1 } } },
        { what: 'order - 1', with: { ...step, error: { ...error, order: error.order - 1 } } },
        { what: 'coefficient', with: { ...step, error: { ...error, coefficient: twice(error.coefficient) } } },
        ...(isBeyond ? [{ what: 'error left out', with: without }] : []),
      ];
    }
    case 'series':
      return [
        { what: 'order', with: { ...step, order: step.order + 8 } },
        { what: 'bound', with: { ...step, bound: num(0) } },
      ];
    case 'monotonic':
      return [
        { what: 'from', with: { ...step, from: step.variable } },
        { what: 'variable', with: { ...step, variable: another } },
      ];
    case 'bound':
      return Object.entries(step.box).flatMap(([name, [lo, hi]]) => {
        const { [name]: _, ...rest } = step.box;
        return [
          { what: `box of ${name} left out`, with: { ...step, box: rest } },
          { what: `lower end of ${name}`, with: { ...step, box: { ...step.box, [name]: [hi, hi] as const } } },
          { what: `upper end of ${name}`, with: { ...step, box: { ...step.box, [name]: [lo, lo] as const } } },
        ];
      });
    case 'cases':
      return [
        { what: 'cases exchanged', with: { ...step, left: step.right, right: step.left } },
        { what: 'condition', with: { ...step, left: step.right } },
      ];
    default:
      return [];
  }
};

/** Every change of one step. `within` says where formulas are to differ: in one case only, or anywhere. */
export const alterations = (
  step: Step,
  random: Random,
  isBeyond: boolean,
  within: (condition: readonly Hypothesis[]) => Differ,
  condition: readonly Hypothesis[] = [],
): readonly Altered<Step>[] => {
  if (step.by !== 'cases') return [...arrivals(step, within(condition), random), ...data(step, isBeyond)];
  const { left, right, below, otherwise } = step;
  const put =
    (which: 'below' | 'otherwise') =>
    ({ what, with: changed }: Altered<Step>): Altered<Step> => {
      const both = { below, otherwise, [which]: changed };
      const to: Expr = { kind: 'cases', left, right, below: both.below.to, otherwise: both.otherwise.to };
      return { what: `${which === 'below' ? 'first' : 'second'} case: ${what}`, with: { ...step, ...both, to } };
    };
  return [
    ...arrivals(step, within(condition), random),
    ...data(step, isBeyond),
    ...alterations(below, random, isBeyond, within, [...condition, { left, is: '<', right }]).map(put('below')),
    ...alterations(otherwise, random, isBeyond, within, [...condition, { left: right, is: '<=', right: left }]).map(
      put('otherwise'),
    ),
  ];
};

/** What belongs to a chain as a whole, changed. */
export const whole = (chain: Chain): readonly Altered<Chain>[] => {
  const { factor, facts = [], lemmas = [], at, ...rest } = chain;
  const put = (what: string, by: Partial<Chain>): Altered<Chain> => ({ what, with: { ...chain, ...by } });
  return [
    put('factor x 2', { factor: factor ? twice(factor) : num(2) }),
    ...(factor ? [{ what: 'factor left out', with: { ...rest, facts, lemmas, ...(at ? { at } : {}) } }] : []),
    ...lemmas.flatMap((lemma, index) => [
      put(`lemma ${index + 1} left out`, { lemmas: lemmas.toSpliced(index, 1) }),
      put(`lemma ${index + 1} x -1`, {
        lemmas: lemmas.with(index, { ...lemma, positive: neg<string, Any>(lemma.positive) }),
      }),
    ]),
  ];
};

/** A chain without one of the facts that it takes from what functions are. */
export const withoutFacts = ({ facts = [], ...rest }: Chain): readonly Altered<Chain>[] =>
  facts.map((_, index) => ({
    what: `fact ${index + 1} left out`,
    with: { ...rest, facts: facts.toSpliced(index, 1) },
  }));
