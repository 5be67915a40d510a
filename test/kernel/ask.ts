import type { Expr } from '../../src/formula/expression.ts';
import { type Fact, type Kernel, kernel } from '../../src/kernel/kernel.ts';
import { parseRational } from '../../src/number/rational.ts';

/** A kernel under hypotheses that hold where the symbols have these values. */
export const under = (facts: readonly Fact[] = [], at: Readonly<Record<string, string>> = {}): Kernel =>
  kernel({ facts, witness: new Map(Object.entries(at).map(([name, value]) => [name, parseRational(value)])) });

/** Whether the kernel shows the two to be equal; without hypotheses where none are given. */
export const shows = (left: Expr, right: Expr, k: Kernel = under()): boolean => k.difference(left, right) === undefined;
