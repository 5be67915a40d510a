import { eq98 as claim98, productOfMeans } from '../../spec/section-8/lattice.ts';
import * as claims from '../../spec/section-8/lattice-thermal-mixing.ts';
import { exchanged, statesI, weight, withSums } from '../../spec/section-8/notation.ts';
import { add, apply, call, div, type Expr, mul, num, pow, sub, symbol } from '../../src/formula/expression.ts';
import { substitute } from '../../src/formula/substitute.ts';
import { betaL, betaSS, Delta, omega, omega0I, statesOf } from '../../src/formula/symbols.ts';
import { about, identity, inTheLimit, off, printedRight, proof, sameForm } from '../proof.ts';
import { eachPair, meanShares } from './balance.ts';

type Binders = 'scalar' | 'binder';
const half = num(1, 2);

/** The sums of states of the pair and of the nuclei that a product of populations is divided by, written out. */
const sumsOf = (products: Expr, betaI: Expr) => {
  const at = (formula: Expr): Expr => substitute(formula, { betaI });
  return { pair: at(withSums(apply(statesOf, omega, Delta), products)), nuclei: at(withSums(statesI, products)) };
};
const printed = sumsOf(printedRight(claim98), betaSS);
const halfDifference = mul(half, Delta, sub(betaL, betaSS));

/** The printed tanh over 4 x 2 sinh/(N_S N_I): the sums of states, over a hyperbolic cosine, which are left out. */
export const eq99 = proof(
  'eq99',
  { about: about(claims.eq99, 0, 'instead'), steps: inTheLimit },
  {
    about: 'step',
    factor: div(mul<string, Binders>(printed.pair, printed.nuclei), mul(8, call('cosh', halfDifference))),
    steps: [
      identity(
        mul<string, Binders>(
          weight,
          div(
            mul<string, Binders>(-8, call('sinh', halfDifference)),
            mul<string, Binders>(printed.pair, printed.nuclei),
          ),
        ),
        'the difference of the two exponentials is a hyperbolic sine',
      ),
    ],
  },
);

const gap = symbol('gap', '\\delta\\beta', betaSS.symbol.dimension);
/** beta_L = beta_SS + gap. */
const atLattice = (formula: Expr): Expr => substitute(formula, { betaL: add(betaSS, gap) });

/** What the two contributions of a pair add up to: over three sums of states. */
const leftOver = div(
  mul(8, pow(call('sinh', halfDifference), 2), call('sinh', mul(half, omega0I, betaSS))),
  mul<string, Binders>(printed.pair, exchanged(printed.pair), printed.nuclei),
);

/** A hyperbolic sine over the sums of states, for populations put right: the same for both signs of Delta. */
const mean = (sign: 1 | -1, share: Expr, betaI: Expr): Expr => {
  const sums = sumsOf(productOfMeans, betaI);
  return div(
    mul<string, Binders>(4 * sign, call('sinh', mul(half, share, gap))),
    mul<string, Binders>(sums.pair, sums.nuclei),
  );
};
const zeemanShare = div(pow(Delta, 2), omega0I);
const interactionShare = div(sub(pow(omega0I, 2), pow(Delta, 2)), omega0I);

export const s8c = proof(
  's8c',
  { about: about(claims.s8c, 0), steps: sameForm },
  off(about(claims.s8c, 1), div(exchanged(printed.pair), printed.pair)),
  { about: about(claims.s8c, 0, 'instead'), steps: sameForm },
  { about: about(claims.s8c, 1, 'instead'), steps: [{ by: 'sign', to: atLattice(leftOver) }] },
  {
    about: about(claims.s8c, 3, 'instead'),
    steps: [{ by: 'sign', to: atLattice(mean(1, zeemanShare, betaSS)) }],
  },
  {
    about: about(claims.s8c, 4, 'instead'),
    steps: [{ by: 'sign', to: atLattice(mean(1, interactionShare, betaL)) }],
  },
  eachPair(claims.s8c, 5),
  { about: about(claims.s8c, 6, 'instead'), steps: sameForm },
  ...meanShares(claims.s8c, 'thermalMixing', 7),
  ...meanShares(claims.s8c, 'both', 11),
);
