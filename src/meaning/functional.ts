import type { Expr, Node } from '../formula/expression.ts';
import { freeSymbols } from '../formula/substitute.ts';
import type { EnclosureArithmetic } from '../number/arithmetic.ts';
import { multiply, plus, type Rational, rational } from '../number/rational.ts';
import { series } from '../number/taylor.ts';
import { latex } from './latex.ts';
import { type Environment, evaluate } from './value.ts';

/**
 * The value of an integral over a delta function, from what a delta function is: 1/(2h) times the integral of phi
 * over the places where |f| < h, for h -> 0. The rule of the inverse slopes is not used, so that it can be tested.
 *
 * `pieces` are the limits between which f is monotonic (certified from the sign of its derivative over each piece, as
 * is that f has no root between them); on each piece the places where f = -h and f = +h are bracketed by certified signs.
 */
export interface DeltaIntegral {
  readonly tex: string;
  readonly value: <T>(a: EnclosureArithmetic<T>, environment: Environment<T>) => T;
}

const split = (body: Node): { readonly phi: readonly Node[]; readonly argument: Expr } => {
  const factors =
    body.kind === 'product' ? body.factors.flatMap((f) => (f.kind === 'product' ? f.factors : [f])) : [body];
  const deltas = factors.filter((factor) => factor.kind === 'delta');
  const only = deltas[0];
  if (deltas.length !== 1 || !only) throw new TypeError('expected an integral over a product with one delta function');
  return { phi: factors.filter((factor) => factor !== only), argument: only.argument };
};

const middleOf = ([lo, hi]: readonly [Rational, Rational]): Rational => multiply(plus(lo, hi), rational(1, 2));

/** Half width of |f| < h over the size of f, and relative width of the brackets. */
const closeness = rational(1n, 10n ** 14n);
const bracketWidth = rational(1n, 10n ** 26n);

export const deltaIntegral = (node: Expr, pieces: readonly (readonly [Expr, Expr])[]): DeltaIntegral => {
  if (node.kind !== 'integral') throw new TypeError('expected an integral over a delta function');
  const { phi, argument } = split(node.body);
  const name = node.variable.name;
  if (!freeSymbols(argument).has(name)) throw new TypeError(`expected a delta function of ${name}`);
  const f = evaluate(argument);
  const weight =
    phi.length === 0 ? undefined : evaluate(phi.length === 1 ? (phi[0] as Node) : { kind: 'product', factors: phi });

  const value = <T>(a: EnclosureArithmetic<T>, environment: Environment<T>): T => {
    const s = series(a, 1);
    const lifted = new Map([...environment].map(([symbol, x]) => [symbol, s.constant(x)] as const));
    const at = (x: T): T => f(a, new Map([...environment, [name, x]]));
    const slopeOver = (x: T): T => f(s, new Map([...lifted, [name, s.variable(x)]]))[1] ?? a.rational(rational(0));
    const point = (x: T): T => a.rational(middleOf(a.ends(x)));

    /** Where the monotonic f takes the value `target` between lo and hi, as a certified bracket. */
    const solve = (target: T, lo: T, hi: T, rising: boolean): T => {
      let [low, high] = [lo, hi];
      const length = a.sub(hi, lo);
      let x = point(a.mul(a.rational(rational(1, 2)), a.add(lo, hi)));
      for (let step = 0; step < 400; step++) {
        const miss = a.sub(at(x), target);
        const side = a.sign(miss);
        const next = (() => {
          if (side === undefined || side === 0) return x;
          if (side > 0 === rising) high = x;
          else low = x;
          const bisected = point(a.mul(a.rational(rational(1, 2)), a.add(low, high)));
          const slope = slopeOver(x);
          if (a.sign(slope) === undefined || a.sign(slope) === 0) return bisected;
          const newton = point(a.sub(x, a.div(miss, slope)));
          return a.sign(a.sub(newton, low)) === 1 && a.sign(a.sub(high, newton)) === 1 ? newton : bisected;
        })();
        const width = a.mul(a.min(a.abs(next), length), a.rational(bracketWidth));
        const moved = a.sign(a.sub(a.abs(a.sub(next, x)), width));
        x = next;
        if (moved !== 1) {
          const [below, above] = [a.sub(x, width), a.add(x, width)];
          const [b, c] = [a.sign(a.sub(at(below), target)), a.sign(a.sub(at(above), target))];
          if (b !== undefined && c !== undefined && b * c < 0) return a.hull(below, above);
          if (side === undefined || side === 0)
            throw new RangeError(`the roots of the delta function in ${name} could not be bracketed`);
        }
      }
      throw new RangeError(`the roots of the delta function in ${name} could not be bracketed`);
    };

    // Between two pieces that do not touch there must be no root.
    pieces.slice(1).forEach(([from], index) => {
      const [end, start] = [
        evaluate((pieces[index] as (typeof pieces)[number])[1])(a, environment),
        evaluate(from)(a, environment),
      ];
      if (a.sign(a.sub(start, end)) !== 1) return;
      const between = a.sign(at(a.hull(end, start)));
      if (between !== 1 && between !== -1)
        throw new RangeError(`the argument of the delta function may have a root in ${name} between the pieces`);
    });

    const contributions = pieces.map(([from, to]): T => {
      const [lo, hi] = [evaluate(from)(a, environment), evaluate(to)(a, environment)];
      const [slopeLow, slopeHigh] = a.ends(slopeOver(a.hull(lo, hi)));
      const rising = slopeLow.numerator >= 0n;
      if (!rising && slopeHigh.numerator > 0n)
        throw new RangeError(`the argument of the delta function is not monotonic in ${name}`);
      const [atLo, atHi] = [at(lo), at(hi)];
      const [signLo, signHi] = [a.sign(atLo), a.sign(atHi)];
      if (signLo === undefined || signHi === undefined || signLo === 0 || signHi === 0)
        throw new RangeError('a root of the delta function lies at the end of the range');
      if (signLo === signHi) return a.rational(rational(0));
      const h = a.mul(a.rational(closeness), point(a.min(a.abs(atLo), a.abs(atHi))));
      const ends = [a.neg(h), h].map((target) => solve(target, lo, hi, rising)) as [T, T];
      const length = a.abs(a.sub(ends[1], ends[0]));
      const over = a.hull(ends[0], ends[1]);
      const density = weight ? weight(a, new Map([...environment, [name, over]])) : a.rational(rational(1));
      return a.div(a.mul(density, length), a.mul(a.rational(rational(2)), h));
    });
    return contributions.reduce((x, y) => a.add(x, y), a.rational(rational(0)));
  };
  return { tex: latex(node), value };
};
