import { describe, expect, test } from 'vitest';
import { freeSymbols } from '../../src/formula/substitute.ts';
import { oracle } from '../../src/index.ts';
import { figuresOf } from '../../src/oracle/decimal.ts';
import { parameters } from '../../src/theory/parameters.ts';
import type { Quantity } from '../../src/theory/quantity.ts';

/** A value of every parameter, together inside the domains of nearly all quantities. */
const typical: Readonly<Record<string, string>> = {
  A2: '2e15',
  DD: '2MHz',
  D0: '52MHz',
  omega0I: '145MHz',
  Delta: '140MHz',
  Delta0: '120MHz',
  D: '-1MHz',
  omega: '95GHz',
  Az: '3MHz',
  alpha: '1e-12',
  betaI: '2e-12',
  betaSS: '3e-12',
  betaL: '4e-12',
  omegaS: '95.1GHz',
  fwhm: '300MHz',
  sigma: '120MHz',
  separation: '100MHz',
  omegaM: '95GHz',
  holeFwhm: '40MHz',
  holeWidth: '20MHz',
  depth: '0.5',
  r: '1.5nm',
  theta: '0.3',
  nS: '2e19/cm3',
  r0: '1nm',
  nI: '0.75e23/cm3',
  rI: '2angstrom',
  g: '2',
  gammaS: '1.76e11',
  gammaI: '1.76e11',
  gammaJ: '1.75e11',
  gammaNucleus: '2.6e8',
  B: '3.4T',
  T: '1.2K',
};
/** Where the cut-off lies beyond the nuclear frequency. */
const beyond = /D0 >|Delta = 0|large D0/;

const needsOf = (quantity: Quantity): readonly string[] => oracle.parametersOf(quantity).map(({ name }) => name);
/** What only the domain, or the ratios that must be small, speak of. */
const mayBeGiven = ({ hypotheses, regimes }: Quantity): readonly string[] =>
  [...hypotheses.flatMap(({ left, right }) => [left, right]), ...regimes.flatMap(({ small, large }) => [small, large])]
    .flatMap((formula) => [...freeSymbols(formula).keys()])
    .filter((name) => Object.hasOwn(parameters, name));
const inputsOf = ({ name: quantity }: Quantity, names: readonly string[]): oracle.Inputs =>
  Object.fromEntries(
    names.map((name) => [name, name === 'D0' && beyond.test(quantity) ? '3GHz' : (typical[name] as string)]),
  );

describe('every quantity in every edition has a value at a typical point', () => {
  // Those that hold an integral in an integral take a second and more each; their own tests ask for them.
  const slow = /^thermal-mixing polarization:(gaussian|two lines)$/;
  const asked = oracle.quantities.filter(({ listed, name }) => (listed || name.includes(':')) && !slow.test(name));

  test.each(asked.map((quantity) => [quantity.name, quantity] as const))('%s', (name, quantity) => {
    const needs = needsOf(quantity);
    for (const one of needs) expect(typical, `a typical ${one}`).toHaveProperty(one);
    const least = oracle.evaluate(name as never, inputsOf(quantity, needs), { digits: 4 });
    expect(least.digits === '0' || figuresOf(least.digits) > 0).toBe(true);
    // More may be told, and changes nothing.
    const more = new Set([...needs, ...mayBeGiven(quantity)]);
    if (more.size === needs.length) return;
    const told = oracle.evaluate(name as never, inputsOf(quantity, [...more]), { digits: 4 });
    expect(told.digits).toBe(least.digits);
    expect(told.regimes).toHaveLength(quantity.regimes.length);
  });
});
