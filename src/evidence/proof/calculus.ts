import type { Expr, Node } from '../../formula/expression.ts';
import { freeSymbols, key, substitute } from '../../formula/substitute.ts';
import { differentiate } from '../../kernel/differentiate.ts';
import { isZeroFraction } from '../../kernel/field.ts';
import type { Fact, Kernel } from '../../kernel/kernel.ts';
import { expand } from '../../kernel/series.ts';
import { formulaOf } from '../../kernel/show.ts';
import { negative as below, type Fraction, isZero, positive } from '../../kernel/state.ts';
import { rational } from '../../number/rational.ts';
import {
  between,
  type Context,
  equalBy,
  integralsOver,
  isInfinite,
  minus,
  notCaught,
  over,
  type Shown,
  shown,
  timesOf,
  together,
  total,
  WrongStep,
  zero,
} from './context.ts';
import { closeness } from './order.ts';
import type { Step } from './step.ts';

type Of<B extends Step['by']> = Extract<Step, { by: B }>;

/** The value of a function at an end of its range, as the limit from inside. */
const endValue = (k: Kernel, primitive: Expr, variable: string, end: Expr, isLower: boolean): Expr => {
  const step: Node = isLower ? closeness : timesOf({ kind: 'number', value: rational(-1) }, closeness);
  if (isInfinite(end)) {
    // x -> infinity as 1/x -> 0.
    const far: Node = over({ kind: 'number', value: rational(end.kind === 'symbol' ? 1 : -1) }, closeness);
    return limitOf(k, substitute(primitive, { [variable]: far }));
  }
  return limitOf(k, substitute(primitive, { [variable]: total([end, step]) }));
};

const limitOf = (k: Kernel, formula: Expr): Expr => {
  const { valuation, terms } = expand(k.state, formula, closeness.symbol.name);
  if (valuation > 0) return zero;
  if (terms.length === 0)
    throw new WrongStep('the series of the primitive is not known as far as the ends of the range');
  if (valuation < 0) throw new WrongStep('expected a primitive that is finite at the ends of the range');
  return formulaOf(k.state, terms[0] as Fraction);
};

/** F' = f inside the range, and F(b) - F(a) from the limits of F at the ends. */
export const primitive = (
  { variable, primitive: F, to }: Of<'primitive'>,
  { before, hypotheses: all }: Context,
): Shown => {
  const name = variable.symbol.name;
  const used: Shown[] = [];
  const executed = integralsOver(before, variable, all, ({ ranges, body }, hypotheses) =>
    total(
      ranges.map(([lo, hi]) => {
        const { facts, isForward } = inside(hypotheses, variable, lo, hi);
        used.push(
          shown(
            hypotheses,
            (k) => {
              // F itself must have a value all over the range, or a jump would be overlooked.
              k.difference(F, F);
              equalBy(k, differentiate(F, name), body, 'the derivative of the primitive is not the integrand');
            },
            facts,
          ),
        );
        let value: Expr = zero;
        used.push(
          shown(hypotheses, (k) => {
            value = minus(endValue(k, F, name, hi, !isForward), endValue(k, F, name, lo, isForward));
          }),
        );
        return value;
      }),
    ),
  );
  used.push(shown(all, (k) => equalBy(k, executed, to, 'the primitive at the ends gives another value')));
  return together(used);
};

/** The variable between the limits, whichever of them is the greater one. */
const inside = (
  hypotheses: Context['hypotheses'],
  variable: Of<'primitive'>['variable'],
  lo: Expr,
  hi: Expr,
): { readonly facts: readonly Fact[]; readonly isForward: boolean } => {
  const { name } = variable.symbol;
  if (hypotheses.facts.some(({ left, right }) => [left, right].some((side) => freeSymbols(side).has(name))))
    throw new WrongStep(`the hypotheses speak of ${name}, which is bound here: it needs another name`);
  let isForward = true;
  if (isInfinite(lo) || isInfinite(hi)) isForward = lo.kind === 'product' || (hi.kind === 'symbol' && !isInfinite(lo));
  else
    shown(hypotheses, (k) => {
      const signs = k.signs(minus(hi, lo));
      if (signs !== positive && signs !== below)
        throw new WrongStep('which limit of the integral is the greater one does not follow from the hypotheses');
      isForward = signs === positive;
    });
  return { isForward, facts: isForward ? between(variable, lo, hi, '<') : between(variable, hi, lo, '<') };
};

/** Where a piece begins or ends in the old variable; at infinity for straight lines only. */
const image = (at: Expr, slope: Expr, into: string, end: Expr): Expr => {
  if (!isInfinite(end)) return substitute(at, { [into]: end });
  if (freeSymbols(slope).has(into)) throw new WrongStep('an infinite range is known for a shift of the variable only');
  return end;
};

/** x = at(y) on pieces: at maps the ends to the ends, is monotonic between them, and dx = at'(y) dy. */
export const substitution = (
  { variable, into, pieces, to }: Of<'substitution'>,
  { before, hypotheses: all }: Context,
): Shown => {
  const used: Shown[] = [];
  if (freeSymbols(before).has(into.symbol.name))
    throw new WrongStep(`expected a new variable, got ${into.symbol.name}, which the formula speaks of`);
  const built = integralsOver(before, variable, all, ({ ranges, body }, hypotheses) => {
    notCaught(body, [into, ...pieces.map(({ at }) => at)]);
    const steps = pieces.map(
      ({ at, from, to: until }): { readonly lo: Expr; readonly hi: Expr; readonly node: Node } => {
        const slope = differentiate(at, into.symbol.name);
        used.push(
          shown(
            hypotheses,
            (k) => {
              const signs = k.signs(slope);
              const isBounded = !isInfinite(from) && !isInfinite(until);
              if (signs !== positive && (signs !== below || !isBounded))
                throw new WrongStep(
                  'that the old variable is monotonic in the new one does not follow from the hypotheses',
                );
            },
            inside(hypotheses, into, from, until).facts,
          ),
        );
        const integrand = timesOf(substitute(body, { [variable.symbol.name]: at }), slope);
        return {
          lo: image(at, slope, into.symbol.name, from),
          hi: image(at, slope, into.symbol.name, until),
          node: { kind: 'integral', variable: into.symbol, ranges: [[from, until]], body: integrand },
        };
      },
    );
    // The pieces make up the ranges: each begins where the one before it ends.
    used.push(
      shown(hypotheses, (k) => {
        const meets = (a: Expr | undefined, b: Expr): boolean =>
          a !== undefined && (isInfinite(a) || isInfinite(b) ? key(a) === key(b) : k.difference(a, b) === undefined);
        let next = 0;
        for (const [lo, hi] of ranges)
          for (let at: Expr = lo; !meets(at, hi); next++) {
            const piece = steps[next];
            if (!piece || !meets(piece.lo, at))
              throw new WrongStep('the pieces of the new variable do not make up the range');
            at = piece.hi;
          }
        if (next !== steps.length) throw new WrongStep('the pieces of the new variable reach beyond the range');
      }),
    );
    return total(steps.map(({ node }) => node));
  });
  used.push(shown(all, (k) => equalBy(k, built, to, 'the substitution gives another integral')));
  return together(used);
};

const factorsOf = (node: Node): readonly Node[] => (node.kind === 'product' ? node.factors.flatMap(factorsOf) : [node]);

/** The integral of phi(y) delta(y) is phi(0) where 0 lies inside the range, and 0 where it lies outside: its definition. */
export const delta = ({ variable, to }: Of<'delta'>, { before, hypotheses: all }: Context): Shown => {
  const used: Shown[] = [];
  const built = integralsOver(before, variable, all, ({ ranges, body }, hypotheses) => {
    const factors = body.kind === 'product' ? factorsOf(body) : [body];
    const deltas = factors.filter((factor) => factor.kind === 'delta');
    const [only] = deltas;
    if (!only || deltas.length !== 1) throw new WrongStep('expected one delta function under the integral');
    const rest = factors.filter((factor) => factor !== only);
    if (rest.some((factor) => key(factor).includes('(delta ')))
      throw new WrongStep('expected one delta function under the integral');
    const weighed = rest.length === 0 ? ({ kind: 'number', value: rational(1) } as const) : timesOf(...rest);
    const value = substitute(weighed, { [variable.symbol.name]: zero });
    return total(
      ranges.map(([lo, hi]) => {
        used.push(
          shown(
            hypotheses,
            (k) => {
              // It must have a value all over the range, or a jump at 0 would be overlooked.
              k.difference(weighed, weighed);
              if (k.difference(only.argument, variable) !== undefined)
                equalBy(k, only.argument, minus(zero, variable), 'expected the delta function of the variable itself');
            },
            inside(hypotheses, variable, lo, hi).facts,
          ),
        );
        let weight = 0;
        used.push(
          shown(hypotheses, (k) => {
            const [low, high] = [k.signs(lo), k.signs(hi)];
            if (low === below && high === positive) weight = 1;
            else if (low === positive && high === below) weight = -1;
            else if (!((low === positive && high === positive) || (low === below && high === below)))
              throw new WrongStep('on which side of 0 the limits lie does not follow from the hypotheses');
          }),
        );
        return timesOf({ kind: 'number', value: rational(weight) }, value);
      }),
    );
  });
  used.push(shown(all, (k) => equalBy(k, built, to, 'the delta function gives another value')));
  return together(used);
};

/** Whether a hypothesis leaves room for a symbol to go to 0 from above: x > 0, x != 0, x < other, or nothing of it. */
const holdsWhenSmall = ({ left, is, right }: Fact, name: string): boolean => {
  const isIt = (formula: Expr): boolean => formula.kind === 'symbol' && formula.symbol.name === name;
  const speaks = (formula: Expr): boolean => freeSymbols(formula).has(name);
  if (!speaks(left) && !speaks(right)) return true;
  if (is === '!=') return isIt(left) || isIt(right);
  if (is === '=') return false;
  return (isIt(left) && !speaks(right)) || (isIt(right) && key(left) === key(zero));
};

/** printed/last for small -> 0: `to` is its limit, and `error` what comes first after it. */
export const limit = ({ to, error }: Of<'limit'>, { before, hypotheses, small, printed, known }: Context): Shown => {
  if (!small || !printed) throw new WrongStep('expected a claim in which something goes to 0');
  const name = small.symbol.name;
  const tied = hypotheses.facts.filter((fact) => !holdsWhenSmall(fact, name));
  if (tied.length > 0) throw new WrongStep(`expected hypotheses that stay true as ${name} goes to 0`);
  return shown(hypotheses, (k) => {
    if (k.signs(small.scale) !== positive)
      throw new WrongStep('that the scale is positive does not follow from the hypotheses');
    const at = { [name]: timesOf(closeness, small.scale) };
    const ratio = over(substitute(printed, at), substitute(before, at));
    const { valuation, terms } = expand(k.state, ratio, closeness.symbol.name);
    if (valuation !== 0 || terms.length === 0) throw new WrongStep('the two sides do not vanish with the same power');
    const coefficient = (n: number): Expr => {
      const term = terms[n];
      return term ? formulaOf(k.state, term) : zero;
    };
    equalBy(k, coefficient(0), to, 'the limit is another one');
    if (!error) return;
    if (!Number.isInteger(error.order) || error.order < 1)
      throw new WrongStep(`expected an error of order 1 or more, got ${error.order}`);
    if (known !== undefined && error.order > known)
      throw new WrongStep(`the series before tells no error beyond order ${known}, got ${error.order}`);
    if (error.order >= terms.length) throw new WrongStep(`the series is not known up to order ${error.order}`);
    for (let n = 1; n < error.order; n++)
      if (!isZeroFraction(terms[n] as Fraction))
        throw new WrongStep(`the first error is of order ${n}`, coefficient(n));
    equalBy(k, coefficient(error.order), error.coefficient, 'the first error has another coefficient');
    if (k.signs(coefficient(error.order)) & isZero)
      throw new WrongStep('the first error is not shown to be other than 0');
  });
};
