import { s6f as claim, evenBalance } from '../../spec/section-6/scrambled-states.ts';
import { angularFrequency } from '../../src/formula/dimension.ts';
import { delta, type Expr, integral, mul, num, sub, symbol } from '../../src/formula/expression.ts';
import { replace } from '../../src/formula/substitute.ts';
import { Delta, omega0I } from '../../src/formula/symbols.ts';
import { about, proof } from '../proof.ts';

type Binders = 'scalar' | 'binder';
/** How far |Delta| is from omega0I. */
const miss = symbol('miss', 'u', angularFrequency, 'real');
const range = [[mul(-3, omega0I), omega0I]] as const;

/** Both signs of Delta in the sum over pairs give what (65) with (70) has: together twice as much. */
export const s6f = proof('s6f', {
  about: about(claim),
  factor: num(1, 2),
  steps: ({ end }) => {
    const atResonance = (of: Expr): Expr => mul<string, Binders>(2, of);
    return [
      {
        by: 'substitution',
        variable: Delta,
        into: miss,
        pieces: [
          { at: sub(miss, omega0I), from: mul(-3, omega0I), to: omega0I },
          { at: sub(omega0I, miss), from: omega0I, to: mul(-3, omega0I) },
        ],
        to: atResonance(integral(miss, range, mul<string, Binders>(atMiss(end), delta(miss)))),
        why: 'the distance of |Delta| from omega_0I, for either sign of Delta',
      },
      { by: 'delta', variable: miss, to: atResonance(end) },
    ];
  },
});

/** What multiplies the delta function at |Delta| = omega0I - miss: the balance of a pair with that Delta. */
const atMiss = (end: Expr): Expr => replace(end, evenBalance(omega0I), evenBalance(sub(omega0I, miss)));
