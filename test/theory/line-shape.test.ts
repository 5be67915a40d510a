import { expect, test } from 'vitest';
import type { Expr } from '../../src/formula/expression.ts';
import { evaluate } from '../../src/meaning/value.ts';
import { dyadics } from '../../src/number/dyadic.ts';
import { enclosures } from '../../src/number/enclosure.ts';
import { integrating } from '../../src/number/integrals.ts';
import { parseRational } from '../../src/number/rational.ts';
import {
  gaussian,
  inLatticeEquilibrium,
  inLocalEquilibrium,
  lorentzianLine,
  lorentzianOverlap,
  standardDeviation,
  twoLines,
  withHole,
} from '../../src/theory/line-shape.ts';
import {
  asLabelledStates,
  closedOverlap,
  crossEffectPolarization,
  inMixedStates,
  norm,
  overlap,
  thermalMixingPolarization,
} from '../../src/theory/population-integrals.ts';
import { overWholeLine } from '../../src/theory/truncated.ts';

/** Frequencies in units of omega0I, inverse temperatures in its inverse. */
const exact = new Map(
  Object.entries({
    omega0I: '1',
    sigma: '0.3',
    omegaS: '650',
    separation: '0.9',
    betaL: '0.0058',
    betaSS: '0.02',
    DD: '0.014',
    D0: '0.36',
    depth: '0.9',
    omegaM: '650.4',
    holeWidth: '0.05',
    beta: '0.01',
    shift: '-5',
  }).map(([name, text]) => [name, parseRational(text)]),
);
const bitsFor = (digits: number): number => Math.ceil(3.33 * digits);
const arithmeticFor = (digits: number) => integrating(dyadics(digits + 10), { bits: bitsFor(digits) });
const a = arithmeticFor(30);
const values = new Map([...exact].map(([name, value]) => [name, a.rational(value)]));
const closed = (formula: Expr) => evaluate(formula)(a, values);
const half = (name: string) => a.div(values.get(name) ?? a.pi(), a.rational(parseRational('2')));
const whole = (of: Parameters<typeof overWholeLine>[1]) => overWholeLine(a, of, exact, bitsFor(30));

const agree = (x: ReturnType<typeof a.pi>, y: ReturnType<typeof a.pi>, width: number): void => {
  expect(a.overlap(x, y)).toBe(true);
  expect(Math.max(a.relativeWidth(x), a.relativeWidth(y))).toBeLessThan(width);
};

test.each([gaussian, twoLines])('$name: normalised, with the overlap that it has in closed form', (line) => {
  agree(whole(norm(line)), a.rational(parseRational('1')), 1e-28);
  agree(whole(overlap(line)), closed(closedOverlap(line)), 1e-28);
});

test('half of the height is reached at half of the width', () => {
  const given = new Map([['fwhm', a.rational(parseRational('3'))]]);
  const sigma = evaluate(standardDeviation)(a, given);
  const at = (omega: string) =>
    evaluate(gaussian.shape)(
      a,
      new Map([
        ['omega', a.rational(parseRational(omega))],
        ['omegaS', a.rational(parseRational('0'))],
        ['sigma', sigma],
      ]),
    );
  agree(at('3/2'), a.rational(parseRational('1/2')), 1e-35);
});

test('a Lorentzian overlaps with itself as one of twice the width', () => {
  const b = arithmeticFor(12);
  const [delta, width] = ['3', '2'].map((text) => b.rational(parseRational(text))) as [
    ReturnType<typeof a.pi>,
    ReturnType<typeof a.pi>,
  ];
  const f = evaluate(lorentzianLine);
  const end = parseRational('1e5');
  const value = b.integrate(
    (c, lift) => {
      const at = (omega: ReturnType<typeof lift>) =>
        f(
          c,
          new Map([
            ['omega', omega],
            ['omegaS', c.rational(parseRational('0'))],
            ['fwhm', lift(width)],
          ]),
        );
      return (omega) => c.mul(at(omega), at(c.sub(omega, lift(delta))));
    },
    b.rational(parseRational('-1e5')),
    b.rational(end),
  );
  const expected = evaluate(lorentzianOverlap)(
    b,
    new Map([
      ['Delta', delta],
      ['fwhm', width],
    ]),
  );
  // Beyond the range the product is below (1/pi^2) omega^-2 (omega - 3)^-2: less than 1e-15.
  expect(Math.abs(b.middle(b.sub(value, expected)))).toBeLessThan(1e-12);
  expect(b.middle(expected)).toBeCloseTo(2 / (13 * Math.PI), 14);
});

test.each([gaussian, twoLines])('cross effect over $name in equilibrium: tanh of half the nuclear exponent', (line) => {
  agree(whole(crossEffectPolarization(line, inLatticeEquilibrium)), a.tanh(half('betaL')), 1e-27);
  agree(whole(crossEffectPolarization(line, inLocalEquilibrium)), a.tanh(half('beta')), 1e-27);
});

test.each([
  [gaussian, '-0.543644339592164065734942643516'],
  [twoLines, '-0.511477782335585104977331009842'],
])('cross effect with a hole in the polarization, against mpmath', (line, reference) => {
  const value = whole(crossEffectPolarization(line, withHole));
  expect(a.relativeWidth(value)).toBeLessThan(1e-27);
  const wanted = a.rational(parseRational(reference));
  expect(Math.abs(a.middle(a.sub(value, wanted)))).toBeLessThan(1e-24);
});

test('an overlap in decimal arithmetic', () => {
  const decimals = integrating(enclosures(16), { bits: bitsFor(3) });
  const integral = overlap(twoLines);
  const asDecimal = overWholeLine(decimals, integral, exact, bitsFor(3));
  const [lo, hi] = a.ends(whole(integral));
  expect(decimals.overlap(asDecimal, decimals.hull(decimals.rational(lo), decimals.rational(hi)))).toBe(true);
  expect(decimals.relativeWidth(asDecimal)).toBeLessThan(1e-2);
});

test('thermal mixing by a double integral over omega and Delta, against mpmath', () => {
  const b = arithmeticFor(2);
  const quotient = thermalMixingPolarization(gaussian, inLatticeEquilibrium, inMixedStates);
  const value = overWholeLine(b, quotient, exact, bitsFor(2));
  expect(b.relativeWidth(value)).toBeLessThan(1e-2);
  expect(b.middle(value) / 0.0034794870209).toBeCloseTo(1, 3);
});

test('thermal mixing of pairs in equilibrium with their interactions', () => {
  const b = arithmeticFor(2);
  const given = new Map([...exact, ['betaSS', parseRational('0.0058')], ['D0', parseRational('2')]] as const);
  const value = overWholeLine(
    b,
    thermalMixingPolarization(gaussian, inLatticeEquilibrium, asLabelledStates),
    given,
    bitsFor(2),
  );
  expect(b.overlap(value, b.tanh(b.rational(parseRational('0.0029'))))).toBe(true);
  expect(b.relativeWidth(value)).toBeLessThan(1e-2);
});
