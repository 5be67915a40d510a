import type { Prepared } from '../oracle/prepare.ts';
import { type Approximation, approximationsAt } from '../oracle/printed.ts';
import type { EditionName, Inputs } from './catalogue.ts';
import { at } from './evaluate.ts';
import { printedClaims } from './printed.ts';

/**
 * Every formula entered so far that the paper prints for a quantity and whose stated domain holds the point, by the id of
 * its claim, with its value, its error there, the ratio that it takes as small, and whether that is at most 1:10.
 */
export const approximations = (name: EditionName, inputs: Inputs): readonly Approximation[] =>
  approximationsOf(at(name, inputs));

/** The same for a point that is prepared. */
export const approximationsOf = ({ quantity, point, scene }: Prepared): readonly Approximation[] =>
  approximationsAt(quantity, point, scene, printedClaims);
