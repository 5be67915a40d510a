import type { Claim } from '../claim/claim.ts';
import type { Hypothesis } from '../claim/domain.ts';
import { div, type Expr, mul, type Node, num, sub } from '../formula/expression.ts';
import { mapParts } from '../formula/fold.ts';
import { freeSymbols, key, unknownFunctions } from '../formula/substitute.ts';
import { plainText } from '../meaning/text.ts';
import { evaluate } from '../meaning/value.ts';
import { guaranteedDigits } from '../number/digits.ts';
import { compare, negate, sign } from '../number/rational.ts';
import { atResonance } from '../theory/derived-parameters.ts';
import type { Quantity } from '../theory/quantity.ts';
import { certified, mostWorkingDigits } from './arithmetic.ts';
import { figuresOf, outward } from './decimal.ts';
import { enclose } from './enclosed.ts';
import { OracleError } from './error.ts';
import { exactly } from './exact.ts';
import type { Given } from './given.ts';
import { reach } from './reach.ts';
import { atPoint, type Scene, sceneOf, signOf } from './scene.ts';

/** A formula that the paper prints for a quantity, at a point of its domain. */
export interface Approximation {
  /** Of the list of claims. */
  readonly id: string;
  readonly is: '=' | '\\approx' | '\\to';
  /** Its value, certain digits; undefined where it has none. */
  readonly value?: string;
  /** (printed - true)/true, certain digits, '0' where they are equal, or how far below. */
  readonly error?: string;
  /** Why it has none. */
  readonly reason?: string;
  /** What the approximation takes as small: "much smaller" holds from 1:10. */
  readonly small?: { readonly says: string; readonly ratio: string; readonly holds: boolean };
  /** Whether the point is in the limit that it is printed for, or it is printed for none. */
  readonly inLimit: boolean;
  /** Conditions of its domain that speak of what is not given here. */
  readonly unchecked: readonly string[];
  /** How much of the printed text is certain; what another reading of it gives. */
  readonly text: Claim['text']['status'];
  readonly readings: readonly { readonly says: string; readonly value: string; readonly error: string }[];
}

/** What the engine is to know of a claim: its formula may need that of others before it has a value. */
export interface Printed {
  readonly claim: Claim;
  readonly formula: () => Expr;
}

const [valueFigures, errorFigures] = [10, 3];
/** Doublings of the digits that the true value needed, until an error is told from 0. */
const doublings = 3;

/** The same quantity in print: the same formula, or one function at arguments that are equal at the point. */
const isOf = (left: Expr, writes: Expr, scene: Scene): boolean =>
  key(left) === key(writes) ||
  (left.kind === 'unknown' &&
    writes.kind === 'unknown' &&
    left.unknown.name === writes.unknown.name &&
    left.args.every((arg, index) => signOf(sub<string>(arg, writes.args[index] as never), scene) === 0));

/** Whether a condition holds at the point; undefined where it speaks of what is not given. */
const holds = (
  { left, is, right }: Omit<Hypothesis, 'is'> & { readonly is: string },
  of: Point,
): boolean | undefined => {
  const difference = sub<string, 'scalar' | 'binder'>(left, right);
  const reached = reach([...freeSymbols(difference).keys()], of, { matching: true });
  if (reached.missing.length > 0) return undefined;
  const found = signOf(difference, sceneOf(reached));
  if (is === '=') return found === 0 || found === undefined;
  if (is === '!=') return found !== 0;
  // Where no digits tell two sides apart they are taken as equal.
  return is === '<' ? found === -1 : found !== 1;
};

type Point = ReadonlyMap<string, Given>;

/** What a formula sums or integrates over, and what follows from that alone. */
const boundIn = (formula: Expr): ReadonlySet<string> => {
  const bound = new Set<string>();
  const visit = (node: Node): Node => {
    if (node.kind === 'integral') bound.add(node.variable.name);
    return mapParts(node, visit);
  };
  visit(formula);
  for (const { name, formula: by } of atResonance)
    if ([...freeSymbols(by).keys()].some((one) => bound.has(one))) bound.add(name);
  return bound;
};

/** The conditions of a claim's domain that link what is given to what is not; undefined where one of the others fails. */
const domainAt = ({ domain, printed }: Claim, point: Point): readonly string[] | undefined => {
  const facts = [...domain.coordinates.flatMap((coordinate) => coordinate.facts), ...domain.hypotheses];
  const bound = boundIn((printed as { readonly right: Expr }).right);
  const unchecked = new Set<string>();
  for (const fact of facts) {
    const found = holds(fact, point);
    if (found === false) return undefined;
    if (found === true) continue;
    const names = [...freeSymbols(sub<string, 'scalar' | 'binder'>(fact.left, fact.right)).keys()];
    const { missing } = reach(names, point, { matching: true });
    if (missing.length < names.length && !missing.some((name) => bound.has(name)))
      unchecked.add(`${plainText(fact.left)} ${fact.is} ${plainText(fact.right)}`);
  }
  return [...unchecked];
};

/** (printed - true)/true. */
const errorOf = (printed: Expr, reference: Expr, scene: Scene): string => {
  const [p, f] = [atPoint(printed, scene).formula, atPoint(reference, scene).formula];
  const isSame = key(p) === key(f) || exactly(sub<string, 'scalar' | 'binder'>(p, f), scene.exact)?.sign === 0;
  if (isSame) return '0';
  const right = enclose(f, scene, errorFigures);
  if (right.digits === '0') return 'not defined: the true value is 0';
  let least = 'not decided';
  const start = 2 * Math.max(errorFigures, right.working);
  for (let step = 0; step <= doublings; step++) {
    const working = Math.min(mostWorkingDigits, start << step);
    try {
      const a = certified(working);
      const at = scene.withCut(working);
      const truth = evaluate(f)(a, at);
      const ends = a.ends(a.div(a.sub(evaluate(p)(a, at), truth), truth));
      const text = guaranteedDigits(ends, errorFigures);
      if (figuresOf(text) >= errorFigures || (figuresOf(text) > 0 && compare(ends[0], ends[1]) === 0)) return text;
      const size = compare(negate(ends[0]), ends[1]) > 0 ? negate(ends[0]) : ends[1];
      if (sign(ends[0]) * sign(ends[1]) <= 0) least = `0 (below ${outward(size, 1, 'up')})`;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return least;
};

const smallAt = ({ small }: Claim, scene: Scene): Approximation['small'] => {
  if (!small) return undefined;
  const symbol: Expr = { kind: 'symbol', symbol: small.symbol };
  if (freeSymbols(div<string, 'scalar' | 'binder'>(symbol, small.scale)).size === 0) return undefined;
  const ratio = div<string, 'scalar' | 'binder'>(symbol, small.scale);
  return {
    says: `${small.symbol.name} << ${plainText(small.scale)}`,
    ratio: enclose(ratio, scene, errorFigures).digits,
    holds: signOf(sub<string, 'scalar' | 'binder'>(mul<string, 'scalar' | 'binder'>(10, ratio), num(1)), scene) !== 1,
  };
};

/** The value of a printed formula and its error, or why it has none. */
const valueAt = (formula: Expr, truth: Expr, scene: Scene) => {
  try {
    return { value: enclose(formula, scene, valueFigures).digits, error: errorOf(formula, truth, scene) };
  } catch (error) {
    if (error instanceof OracleError) return { reason: 'it has no value here' };
    throw error;
  }
};

/**
 * Every formula that the paper prints for a quantity and whose stated domain holds the point, with its error there. What
 * a claim says "much smaller" of is reported, not required. `true` is the quantity itself.
 */
export const approximationsAt = (
  quantity: Quantity,
  point: Point,
  scene: Scene,
  printed: readonly Printed[],
): readonly Approximation[] =>
  printed.flatMap(({ claim, formula: make }): readonly Approximation[] => {
    const left = claim.printed?.left;
    const speaksOf =
      (left && quantity.writes && isOf(left, quantity.writes, scene)) || claim.quantity === quantity.name;
    if (!speaksOf || !claim.printed) return [];
    const formula = make();
    const unchecked = domainAt(claim, point);
    if (!unchecked) return [];
    const common = {
      id: claim.id,
      is: claim.printed.is,
      unchecked,
      text: claim.text.status,
      readings: [],
      inLimit: true,
    };
    const open = [...unknownFunctions(formula).keys()];
    if (open.length > 0) return [{ ...common, reason: `it holds ${open.join(', ')}, which it leaves open` }];
    const reached = reach([...freeSymbols(formula).keys(), ...freeSymbols(quantity.formula).keys()], point, {
      matching: true,
    });
    if (reached.missing.length > 0) return [];
    const here = sceneOf(reached);
    const small = smallAt(claim, here);
    const readings = (claim.text.readings ?? []).flatMap(({ says, formula: other }) => {
      const found = other && unknownFunctions(other).size === 0 ? valueAt(other, quantity.formula, here) : undefined;
      return found?.value && found.error ? [{ says, value: found.value, error: found.error }] : [];
    });
    return [
      {
        ...common,
        ...valueAt(formula, quantity.formula, here),
        ...(small ? { small, inLimit: small.holds } : {}),
        readings,
      },
    ];
  });
