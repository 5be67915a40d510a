import { add, apply, call, div, type Expr, mul, num, sub } from '../formula/expression.ts';
import { substitute } from '../formula/substitute.ts';
import { betaI, Delta, omega, omega0I, PI, PZ } from '../formula/symbols.ts';
import { splitting } from './pair.ts';
import { hyperfineCoupling, inverseTemperature } from './parameters.ts';
import { withinResonance, zeemanShare } from './quantities-rates.ts';
import { quantity } from './quantity.ts';
import { flipElementSquared, flipRate, interactionChange, zeemanChange } from './triple-flip.ts';

/** Two electrons and a nucleus that flip together, of pair.ts and triple-flip.ts, and polarizations, as quantities. */
const bothReal = { Aplus: hyperfineCoupling, Aminus: hyperfineCoupling };
const polarization = (frequency: Expr<string, 'scalar'>, inverse: Expr<string, 'scalar'>): Expr =>
  call('tanh', mul<string>(num(1, 2), frequency, inverse));
/** Share of +- in the upper mixed state: the projector of pair.ts between +- and +-. */
const upperShare = mul<string>(num(1, 2), add<string>(1, div<string>(Delta, splitting)));

export const pairQuantities = [
  quantity('splitting', splitting, {
    unit: 'rad/s',
    domain: 'Delta, D real',
    equation: '36',
    limits: '|Delta| for |D| << |Delta|',
    listed: true,
    writes: omega0I,
  }),
  quantity('share of +- in the upper state', upperShare, {
    unit: '1',
    domain: 'Delta, D not both 0',
    equation: '12',
    limits: '1 for Delta >> |D|; 1/2 at Delta = 0',
    listed: true,
  }),
  quantity('share of -+ in the upper state', sub<string>(1, upperShare), {
    unit: '1',
    domain: 'Delta, D not both 0',
    equation: '12',
    limits: '(D/(2 Delta))^2 for Delta >> |D|; 1/2 at Delta = 0',
    listed: true,
  }),
  quantity('squared matrix element of a flip', substitute(flipElementSquared, bothReal), {
    unit: 's^-2',
    domain: 'Az > 0; Delta, D not both 0',
    equation: '17',
    limits: '0 at D = 0: without the coupling of the electrons nothing flips',
    listed: true,
  }),
  quantity('golden-rule rate of a flip', substitute(flipRate, bothReal), {
    unit: 's^-2',
    domain: 'Az, omega0I > 0; what multiplies delta(omega0I - E)',
    equation: '17',
    limits: '0 at D = 0',
    listed: true,
  }),
  quantity('Zeeman energy of a flip', zeemanChange, {
    unit: 'rad/s',
    domain: 'Delta, D not both 0',
    equation: '48',
    limits: '-E for |D| << |Delta|',
    listed: true,
  }),
  quantity('interaction energy of a flip', interactionChange, {
    unit: 'rad/s',
    domain: 'Delta, D not both 0',
    equation: '49',
    limits: '-E at Delta = 0',
    listed: true,
  }),
  quantity('share of Zeeman energy', zeemanShare, {
    unit: '1',
    domain: '|Delta| <= omega0I',
    equation: '57',
    limits: '1 at |Delta| = omega0I; 0 at Delta = 0',
    listed: true,
    hypotheses: [withinResonance],
  }),
  quantity('polarization of electrons', polarization(omega, inverseTemperature), {
    unit: '1',
    domain: 'omega, alpha real',
    equation: '89',
    limits: 'omega alpha/2 where that is small; 1 where it is large',
    listed: true,
    writes: apply(PZ, omega),
  }),
  quantity('polarization of nuclei', polarization(omega0I, betaI), {
    unit: '1',
    domain: 'omega0I > 0, betaI real',
    equation: '79',
    limits: 'omega0I betaI/2 where that is small; 1 where it is large',
    listed: true,
    writes: PI,
  }),
  quantity(
    'population of the lower nuclear level',
    div(1, add<string>(1, call('exp', mul<string>(-1, omega0I, betaI)))),
    {
      unit: '1',
      domain: 'omega0I > 0, betaI real',
      equation: '79',
      limits: '1/2 for betaI = 0; 1 where omega0I betaI is large',
      listed: true,
    },
  ),
] as const;
