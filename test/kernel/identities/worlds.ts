import { minus, multiply, one, rational, plus as sum } from '../../../src/number/rational.ts';
import {
  atMost,
  below,
  equals,
  type Letter,
  minus as less,
  letter,
  n,
  over,
  pi,
  plus,
  squared,
  times,
} from './terms.ts';
import { at, circle, square, type World } from './world.ts';

const [x, y, z] = ['x', 'y', 'z'].map(letter) as [Letter, Letter, Letter];
const [a, b, c] = ['a', 'b', 'c'].map(letter) as [Letter, Letter, Letter];
const [t, u, v, w] = ['t', 'u', 'v', 'w'].map(letter) as [Letter, Letter, Letter, Letter];
const zero = n(0);

export type WorldName =
  | 'free'
  | 'positive'
  | 'ordered'
  | 'weak'
  | 'circle'
  | 'quarter'
  | 'acute'
  | 'obtuse'
  | 'unit'
  | 'given'
  | 'nonzero'
  | 'different'
  | 'degenerate'
  | 'quadratic';

/** Where symbols live: hypotheses of every kind that the kernel knows, edges and empty insides among them. */
const worlds: Readonly<Record<WorldName, World>> = {
  free: {
    name: 'real numbers',
    facts: [],
    letters: [x, y, z],
    positive: [],
    unit: [],
    point: (draw) =>
      at(
        Object.fromEntries(
          ['x', 'y', 'z'].map((name) => [name, draw.chance(1, 10) ? rational(0) : draw.rational()] as const),
        ),
      ),
  },
  positive: {
    name: 'positive numbers',
    facts: [below(zero, a), below(zero, b), below(zero, c)],
    letters: [a, b, c],
    positive: [a, b, c, plus(a, b)],
    unit: [over(a, plus(a, b))],
    point: (draw) => at({ a: draw.positive(), b: draw.positive(), c: draw.positive() }),
  },
  ordered: {
    name: 'one below the other',
    facts: [below(zero, a), below(a, b)],
    letters: [a, b, x],
    positive: [a, b, less(b, a), less(squared(b), squared(a))],
    unit: [over(a, b)],
    point: (draw) => {
      const least = draw.positive();
      return at({ a: least, b: sum(least, draw.positive()), x: draw.rational() });
    },
  },
  weak: {
    name: 'one at most the other',
    facts: [below(zero, a), atMost(a, b)],
    letters: [a, b, x],
    positive: [a, b, plus(a, b)],
    unit: [over(a, b)],
    point: (draw) => {
      const least = draw.positive();
      return at({ a: least, b: draw.chance(1, 3) ? least : sum(least, draw.positive()), x: draw.rational() });
    },
  },
  circle: circle(false),
  quarter: circle(true),
  acute: {
    name: 'an acute angle',
    facts: [below(zero, t), below(t, over(pi, n(2))), below(zero, a)],
    letters: [t, a, x],
    positive: [t, a, less(over(pi, n(2)), t)],
    unit: [],
    point: (draw) => at({ t: multiply(rational(11, 7), draw.fraction()), a: draw.positive(), x: draw.rational() }),
  },
  obtuse: {
    name: 'an angle from -pi to 0',
    facts: [below(times(n(-1), pi), t), below(t, zero)],
    letters: [t, x, y],
    positive: [times(n(-1), t), plus(t, pi)],
    unit: [],
    point: (draw) => at({ t: multiply(rational(-22, 7), draw.fraction()), x: draw.rational(), y: draw.rational() }),
  },
  unit: {
    name: 'numbers between -1 and 1',
    facts: [below(n(-1), u), below(u, n(1)), atMost(zero, v), atMost(v, n(1))],
    letters: [u, v, x],
    positive: [less(n(1), u), plus(n(1), u), plus(n(1), v)],
    unit: [u, v, times(u, v)],
    point: (draw) => {
      const part = draw.fraction();
      const edge = draw.chance(1, 3) ? rational(draw.below(2)) : draw.fraction();
      return at({ u: draw.chance(1, 2) ? part : minus(rational(0), part), v: edge, x: draw.rational() });
    },
  },
  given: {
    name: 'a symbol given by a formula',
    facts: [below(zero, a), equals(w, plus(squared(x), a))],
    letters: [x, a, w],
    positive: [a, w, plus(a, squared(x))],
    unit: [],
    point: (draw) => {
      const [p, q] = [draw.rational(), draw.positive()];
      return at({ x: p, a: q, w: sum(square(p), q) });
    },
  },
  nonzero: {
    name: 'a number other than 0',
    facts: [{ left: x, is: '!=', right: zero }, atMost(zero, b)],
    letters: [x, b, y],
    positive: [squared(x), plus(n(1), b)],
    unit: [],
    point: (draw) =>
      at({ x: draw.rational(), b: draw.chance(1, 3) ? rational(0) : draw.positive(), y: draw.rational() }),
  },
  different: {
    name: 'numbers that differ',
    facts: [{ left: squared(x), is: '!=', right: squared(y) }, atMost(y, z)],
    letters: [x, y, z],
    positive: [squared(less(x, y)), plus(n(1), less(z, y))],
    unit: [],
    point: (draw) => {
      const least = draw.rational();
      const greatest = draw.chance(1, 3) ? least : sum(least, draw.positive());
      const other = draw.chance(1, 8) ? rational(0) : sum(sum(square(least), one), draw.positive());
      return at({ x: draw.chance(1, 2) ? other : minus(rational(0), other), y: least, z: greatest });
    },
  },
  degenerate: {
    name: 'hypotheses that leave one value',
    facts: [atMost(zero, a), atMost(a, zero), atMost(x, y), atMost(y, x)],
    letters: [a, x, y],
    positive: [plus(n(1), a)],
    unit: [a],
    point: (draw) => {
      const both = draw.rational();
      return at({ a: rational(0), x: both, y: both });
    },
  },
  quadratic: {
    name: 'a square below a number',
    facts: [below(zero, a), below(squared(x), a), below(plus(a, b), n(1)), below(zero, b)],
    letters: [x, a, b],
    positive: [a, b, less(a, squared(x)), less(n(1), plus(a, b))],
    unit: [a, b],
    point: (draw) => {
      const [p, q, r] = [draw.fraction(), draw.fraction(), draw.fraction()];
      const side = multiply(p, r);
      return at({
        x: draw.chance(1, 2) ? side : minus(rational(0), side),
        a: p,
        b: multiply(q, minus(one, p)),
      });
    },
  },
};

export const worldNames = Object.keys(worlds) as readonly WorldName[];
export const worldOf = (name: WorldName): World => worlds[name];
