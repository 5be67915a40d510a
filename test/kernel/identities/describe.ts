import { latex } from '../../../src/meaning/latex.ts';
import { formatRational } from '../../../src/number/rational.ts';
import type { Statement } from './true.ts';
import type { Point } from './world.ts';

/** A statement with its hypotheses and the point at which it was looked at, for who has to find out what is wrong. */
export const text = ({ facts, left, right }: Statement, at: Point): string =>
  [
    `${latex(left)} = ${latex(right)}`,
    `where ${facts.map((fact) => `${latex(fact.left)} ${fact.is} ${latex(fact.right)}`).join(', ') || 'nothing is assumed'}`,
    `at ${[...at].map(([name, value]) => `${name} = ${formatRational(value)}`).join(', ')}`,
  ].join('; ');
