import type { Node } from '../../formula/expression.ts';
import { mapParts } from '../../formula/fold.ts';
import type { Quantity } from '../../theory/quantity.ts';
import type { Point } from '../case.ts';
import { type Draw, decades, fraction, isOne, octaves, pick, signed, whole } from './draw.ts';

/** How many integrals stand under one another at most. */
const integralsOver = (node: Node): number => {
  let most = 0;
  mapParts(node, (part) => {
    most = Math.max(most, integralsOver(part));
    return part;
  });
  return most + (node.kind === 'integral' ? 1 : 0);
};

/**
 * A line of electrons whose width is of the order of omega0I, at some hundred times omega0I, cold or warm, with a hole
 * anywhere in it; couplings below omega0I and above. Double integrals are asked for warm lines only, with a hole that is
 * not much narrower than the line: they cost seconds elsewhere.
 */
const lineIn = (draw: Draw, isSmooth: boolean): Point => {
  const omega0I = isOne(draw, 2) ? decades(draw, 7, 10) : pick(draw, [1, decades(draw, -1, 1)]);
  const sigma = omega0I * octaves(draw, isSmooth ? -2 : -4, 3);
  const omegaS = omega0I * octaves(draw, 5, 10);
  const inverse = (): number => octaves(draw, -8, isSmooth ? 0 : 4) / omegaS;
  return {
    omega0I,
    sigma,
    omegaS,
    separation: sigma * octaves(draw, -2, 3),
    Delta: signed(draw, sigma * octaves(draw, -4, 4)),
    betaL: signed(draw, inverse()),
    betaSS: signed(draw, inverse() * octaves(draw, 0, isSmooth ? 3 : 7)),
    DD: omega0I * octaves(draw, isSmooth ? -4 : -8, 0),
    D0: omega0I * (isOne(draw, 3) ? octaves(draw, 0, 4) : whole(draw, 1, 63) / 64),
    depth: fraction(draw),
    omegaM: omegaS + signed(draw, sigma * octaves(draw, -3, 2)),
    holeWidth: sigma * octaves(draw, isSmooth ? -1 : -5, 3),
  };
};

/** Draws points of a quantity that is an integral over a line. */
export const linesOf = (quantity: Quantity, names: readonly string[]): ((draw: Draw) => Point) => {
  const isSmooth = integralsOver(quantity.formula) > 1;
  return (draw) => {
    const line = lineIn(draw, isSmooth);
    return Object.fromEntries(names.map((name) => [name, line[name] as number]));
  };
};
