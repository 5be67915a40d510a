import type { Expr } from '../../../src/formula/expression.ts';
import type { Draw } from './draw.ts';
import { minus, n, negative, of, over, pi, plus, root, squared, times, to } from './terms.ts';
import type { World } from './world.ts';

/** What a rule of an identity is made with: random formulas that have a value wherever the hypotheses hold. */
export interface Grower {
  readonly draw: Draw;
  readonly world: World;
  /** Any real number. */
  readonly any: (depth?: number) => Expr;
  /** A number > 0. */
  readonly positive: (depth?: number) => Expr;
  /** A number from -1 to 1. */
  readonly unit: () => Expr;
  /** A small whole number as a formula. */
  readonly whole: (most?: number) => Expr;
}

const numbers = (draw: Draw): Expr => n(draw.pick([-3, -2, -1, 1, 2, 3, 5, 7]), draw.pick([1, 1, 1, 2, 3, 4]));

export const grower = (draw: Draw, world: World): Grower => {
  const leaf = (): Expr => (draw.chance(1, 5) ? (draw.chance(1, 3) ? pi : numbers(draw)) : draw.pick(world.letters));
  const positiveLeaf = (): Expr =>
    world.positive.length > 0 && draw.chance(4, 5)
      ? draw.pick(world.positive)
      : draw.chance(1, 3)
        ? plus(n(1), squared(leaf()))
        : n(draw.pick([1, 2, 3, 4, 6]), draw.pick([1, 1, 2, 3]));

  const any = (depth = 1): Expr => {
    if (depth === 0) return leaf();
    const part = (): Expr => any(depth - 1);
    switch (draw.below(14)) {
      case 0:
      case 1:
        return plus(part(), part());
      case 2:
        return minus(part(), part());
      case 3:
      case 4:
        return times(part(), part());
      case 5:
        return over(part(), positive(depth - 1));
      case 6:
        return to(part(), draw.pick([2, 2, 3]));
      case 7:
        return of(draw.pick(['sin', 'cos'] as const), part());
      case 8:
        return of(draw.pick(['atan', 'tanh', 'sinh', 'cosh'] as const), leaf());
      case 9:
        return of('abs', part());
      case 10:
        return root(positive(depth - 1));
      case 11:
        return of('log', positive(depth - 1));
      case 12:
        return of('exp', leaf());
      default:
        return leaf();
    }
  };

  const positive = (depth = 1): Expr => {
    if (depth === 0) return positiveLeaf();
    const part = (): Expr => positive(depth - 1);
    switch (draw.below(9)) {
      case 0:
        return plus(part(), part());
      case 1:
        return times(part(), part());
      case 2:
        return over(part(), part());
      case 3:
        return root(part());
      case 4:
        return plus(n(draw.between(1, 3)), squared(any(depth - 1)));
      case 5:
        return of('exp', any(0));
      case 6:
        return plus(part(), of('abs', any(depth - 1)));
      case 7:
        return to(part(), draw.pick([2, 3, -1, -2]));
      default:
        return positiveLeaf();
    }
  };

  const unit = (): Expr => {
    if (world.unit.length > 0 && draw.chance(3, 5)) {
      const known = draw.pick(world.unit);
      return draw.chance(1, 4) ? negative(known) : known;
    }
    switch (draw.below(4)) {
      case 0:
        return n(draw.pick([-1, 1]), draw.pick([2, 3, 4]));
      case 1:
        return over(n(1), plus(n(1), squared(any(0))));
      case 2: {
        const size = positive(0);
        return over(size, plus(size, n(1)));
      }
      default:
        return of(draw.pick(['sin', 'cos'] as const), any(0));
    }
  };

  return { draw, world, any, positive, unit, whole: (most = 5) => n(draw.between(2, most)) };
};
