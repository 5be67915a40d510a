import type { Hypothesis } from '../claim/domain.ts';
import { num } from '../formula/expression.ts';
import { substitute } from '../formula/substitute.ts';
import { Delta } from '../formula/symbols.ts';
import { depth, gaussian, type Line, omegaS, twoLines, withHole } from './line-shape.ts';
import {
  closedOverlap,
  crossEffectPolarization,
  norm,
  overlap,
  overWhole,
  type Quotient,
  type Truncated,
  thermalMixingPolarization,
} from './population-integrals.ts';
import { type Quantity, quantity, type Said } from './quantity.ts';

/**
 * Integrals over inhomogeneous lines, of line-shape.ts and population-integrals.ts, as quantities; the edition is the
 * shape of the line. The cut `k` in their formulas is chosen as the digits ask for.
 */
const overLine = <const N extends string>(name: N, of: Truncated | Quotient, said: Said): Quantity<N> =>
  quantity(name, overWhole(of), { ...said, overLine: of, listed: true });

/** With its centre at 0, on which it does not depend. */
const centred = ({ within, tail }: Truncated): Truncated => ({
  within: substitute(within, { [omegaS.symbol.name]: num(0) }),
  tail,
});

const cutAnywhere = 'any cut k, what lies beyond being between -1 and 1 (vartheta) times its bound';
const widths = 'sigma > 0';
const polarized = `${widths}; 0 <= depth <= 1`;
/** A hole takes away at most all of the polarization. */
const partial: readonly Hypothesis[] = [{ left: depth, is: '<=', right: num(1) }];

const normOf = (line: Line) =>
  [
    centred(norm(line)),
    { unit: '1', domain: widths, equation: '30', limits: `1, whatever the width; ${cutAnywhere}` } satisfies Said,
  ] as const;

const overlapOf = (line: Line) =>
  [
    centred(overlap(line, Delta)),
    {
      unit: 's',
      domain: widths,
      equation: '75',
      limits: `1/(2 sqrt(pi) sigma) at Delta = 0${line === twoLines ? ' and separation = 0' : ''}; ${cutAnywhere}`,
      closed: closedOverlap(line, Delta),
    } satisfies Said,
  ] as const;

const crossEffectOf = (line: Line) =>
  [
    crossEffectPolarization(line, withHole),
    {
      unit: '1',
      domain: polarized,
      equation: '91',
      limits: `tanh(omega0I betaL/2), that of the lattice, at depth = 0; ${cutAnywhere}`,
      hypotheses: partial,
    } satisfies Said,
  ] as const;

const thermalMixingOf = (line: Line) =>
  [
    thermalMixingPolarization(line, withHole),
    {
      unit: '1',
      domain: `${polarized}; where thermal mixing alone acts`,
      equation: '78',
      limits: `tanh(omega0I betaSS/2) at depth = 0 and betaSS = betaL; ${cutAnywhere}`,
      hypotheses: partial,
    } satisfies Said,
  ] as const;

export const lineQuantities = [
  overLine('norm of the line:gaussian', ...normOf(gaussian)),
  overLine('norm of the line:two lines', ...normOf(twoLines)),
  overLine('overlap of the line:gaussian', ...overlapOf(gaussian)),
  overLine('overlap of the line:two lines', ...overlapOf(twoLines)),
  overLine('cross-effect polarization:gaussian', ...crossEffectOf(gaussian)),
  overLine('cross-effect polarization:two lines', ...crossEffectOf(twoLines)),
  overLine('thermal-mixing polarization:gaussian', ...thermalMixingOf(gaussian)),
  overLine('thermal-mixing polarization:two lines', ...thermalMixingOf(twoLines)),
] as const;
