import { describe, expect, test } from 'vitest';
import { claims } from '../../spec/claims.ts';
import { sameDimension } from '../../src/formula/dimension.ts';
import { oracle } from '../../src/index.ts';
import { dimensionOf } from '../../src/meaning/dimension.ts';
import { compare, minus, multiply, negate, parseRational, rational } from '../../src/number/rational.ts';
import { enclose } from '../../src/oracle/enclosed.ts';
import { pointOf, prepare } from '../../src/oracle/prepare.ts';

const rates = { A2: '2e15', DD: '2MHz', D0: '52MHz', omega0I: '145MHz' } as const;
const glass = {
  nS: '2e19/cm3',
  r0: '1nm',
  g: 2,
  B: '3.4T',
  nucleus: '1H',
  nI: '0.75e23/cm3',
  rI: '2angstrom',
} as const;
const byId = (found: readonly oracle.Approximation[], id: string): oracle.Approximation => {
  const one = found.find((candidate) => candidate.id === id);
  if (!one) throw new Error(`expected ${id} among ${found.map((candidate) => candidate.id).join()}`);
  return one;
};

describe('oracle.evaluate', () => {
  test('gives digits, a bound, an enclosure and the inputs in SI units', () => {
    const found = oracle.evaluate('W_Z', rates, { digits: 50 });
    expect(found).toMatchObject({
      digits: '1.8188950764618662421122459370088878096615984160162e13',
      figures: 50,
      unit: 's^-2',
      equation: '64',
      derived: [],
      constants: [],
    });
    expect(found.inputs).toContainEqual({
      name: 'DD',
      given: '2MHz',
      si: '12566370.61',
      unit: 'rad/s',
      frequency: '2 pi x 2.000000000 MHz',
    });
  });

  test('says what was derived from what, and what the constants leave open', () => {
    const found = oracle.evaluate('W_Z', glass);
    const D0 = found.derived.find(({ name }) => name === 'D0');
    expect(D0).toMatchObject({ frequency: '2 pi x 51.92052649 MHz', by: 'Eq. (A.6)', from: ['g', 'r0'] });
    expect(found.constants.map(({ name }) => name).sort()).toEqual(['gammaNucleus', 'mu0', 'muB', 'planck']);
    // W_Z goes about as A2 DD D0/omega0I^2, so mu_0^4 mu_B^7 or so: some 1e-9.
    const uncertainty = Number(oracle.constantsUncertainty('W_Z', glass));
    expect(uncertainty).toBeGreaterThan(1e-9);
    expect(uncertainty).toBeLessThan(1e-8);
    expect(oracle.constantsUncertainty('W_Z', rates)).toBe('0');
  });

  test('says where a formula is right to leading order only', () => {
    expect(oracle.evaluate('W_Z for D0 << omega0I', rates, { digits: 3 }).regimes).toEqual([
      { says: 'DD << D0', ratio: '0.0385', holds: true },
      { says: 'D0 << omega0I', ratio: '0.359', holds: false },
    ]);
  });

  test.each([
    ['W_X', {}, {}, /name of a quantity, got "W_X"; the nearest is W_Z/],
    ['W_Z', rates, { digits: 0 }, /expected from 1 to 2000 digits, got 0/],
    ['W_Z', rates, { digits: 2001 }, /got 2001/],
    ['W_Z', rates, { digits: 1.5 }, /got 1.5/],
    ['W_Z', { ...rates, frog: 1 }, {}, /name of a parameter, got "frog"/],
  ])('%s %j %j is refused', (name, inputs, options, says) => {
    expect(() => oracle.evaluate(name as never, inputs as never, options)).toThrow(oracle.OracleError);
    expect(() => oracle.evaluate(name as never, inputs as never, options)).toThrow(says);
  });

  test('a misspelt name does not compile', () => {
    // @ts-expect-error no such quantity
    expect(() => oracle.evaluate('W_ZZ', rates)).toThrow();
    // @ts-expect-error no such parameter
    expect(() => oracle.evaluate('W_Z', { ...rates, omegaI: 1 })).toThrow();
  });
});

describe('values that are exactly 0 though no enclosure is a point', () => {
  test.each([
    ['W_Z as integral', { A2: '2e15', DD: '2MHz', Delta0: '145MHz', omega0I: '145MHz' }],
    ['cross-effect factor', { A2: '2e15', DD: '2MHz', Delta: '0', omega0I: '1e-300' }],
    ['cross-effect factor:glass', { A2: '2e15', nS: '2e19/cm3', g: 2, D0: '300MHz', omega0I: '145MHz', Delta: '0' }],
  ] as const)('%s', (name, inputs) => {
    expect(oracle.evaluate(name, inputs)).toMatchObject({ digits: '0', bound: '0', lower: '0', upper: '0' });
    for (const { reason: why } of oracle.conditioning(name, inputs)) expect(why).toBe('not defined: the value is 0');
  });

  test('what is not told from 0 is not said to be 0', () => {
    const inputs = { A2: '2e15', DD: '2MHz', Delta: '1e-300', omega0I: '145MHz' };
    expect(oracle.evaluate('cross-effect factor', inputs, { digits: 4 }).figures).toBe(4);
  });

  test('a denominator that is 0 is said of the quantity', () => {
    expect(() => oracle.evaluate('share of +- in the upper state', { D: 0, Delta: 0 })).toThrow(
      'expected a point where share of +- in the upper state has a value, but a denominator in its formula is 0 here',
    );
  });
});

describe('editions', () => {
  test('every quantity has a name of its own, and the dimension of its unit', () => {
    expect(new Set(oracle.quantities.map(({ name }) => name)).size).toBe(oracle.quantities.length);
    for (const { name, formula } of oracle.quantities.filter((one) => one.name.endsWith(':printed'))) {
      const base = oracle.quantityOf(name.replace(':printed', ''));
      expect(sameDimension(dimensionOf(formula), dimensionOf(base.formula)), name).toBe(true);
    }
  });

  test.each(['52MHz', '145MHz', '200MHz'])(
    'the paper prints W_Z, W_SS, W_SSI and their like as half, D0 = %s',
    (D0) => {
      const inputs = { ...rates, D0, Delta: '140MHz' } as const;
      for (const name of ['W_Z', 'W_SS', 'W_SSI', 'cross-effect factor', 'thermal-mixing factor'] as const) {
        const needs = oracle.parametersOf(oracle.quantityOf(name)).map((one) => one.name);
        const own = Object.fromEntries(Object.entries(inputs).filter(([one]) => needs.includes(one)));
        const [right, printed] = [oracle.evaluate(name, own), oracle.evaluate(`${name}:printed`, own)];
        const rest = minus(multiply(rational(2), parseRational(printed.digits)), parseRational(right.digits));
        const size = compare(rest, rational(0)) < 0 ? negate(rest) : rest;
        expect(compare(size, multiply(parseRational(right.digits), parseRational('1e-18'))), name).toBe(-1);
      }
    },
  );

  test('and what Appendix A says of D0, DD and M_2 is right', () => {
    for (const name of ['D0', 'DD', 'dipolar second moment'] as const) {
      const needs =
        name === 'D0'
          ? { r0: '1nm', g: 2 }
          : name === 'DD'
            ? { nS: '2e19/cm3', g: 2 }
            : { nS: '2e19/cm3', r0: '1nm', g: 2 };
      expect(oracle.evaluate(`${name}:printed`, needs).digits).toBe(oracle.evaluate(name, needs).digits);
    }
  });

  test('the closed forms of (64) and (66) are their integrals', () => {
    for (const [name, id] of [
      ['W_Z:printed', 'eq64'],
      ['W_SS:printed', 'eq66'],
    ] as const) {
      const right = claims.find((claim) => claim.id === id)?.printed?.right as never;
      const { quantity, scene } = prepare({ ...oracle.quantityOf(name), formula: right }, pointOf(rates));
      const integral = enclose(quantity.formula, scene, 20);
      const closed = oracle.evaluate(name, rates);
      const [lo, hi] = integral.ends;
      expect(compare(lo, closed.ends[0])).not.toBe(1);
      expect(compare(hi, closed.ends[1])).not.toBe(-1);
      expect(integral.digits).toBe(closed.digits);
    }
  });

  test('W_Z and W_SS by three routes: closed form, over Delta, over tan(t/2)', () => {
    for (const D0 of ['1kHz', '52MHz', '144.999MHz', '145MHz', '3GHz'])
      for (const name of ['W_Z', 'W_SS'] as const) {
        const inputs = { ...rates, D0 };
        const closed = oracle.evaluate(name, inputs, { digits: 30 }).digits;
        for (const route of ['as integral over Delta', 'as integral over tan(t/2)'] as const)
          expect(oracle.evaluate(`${name} ${route}`, inputs, { digits: 30 }).digits, `${name} ${route}, ${D0}`).toBe(
            closed,
          );
      }
  });

  test('names may be written without blanks', () => {
    expect(oracle.quantityOf('average-coupling').name).toBe('average coupling');
    expect(oracle.quantityOf('W_Z_for_small_D0').name).toBe('W_Z for small D0');
  });
});

describe('oracle.approximations', () => {
  test('W_Z below omega0I: by id, with the error there and what it takes as small', () => {
    const found = oracle.approximations('W_Z', rates);
    expect(found.map(({ id }) => id)).toEqual(['eq64', 'eq68', 'eq70']);
    expect(byId(found, 'eq64').error).toBe('-0.500');
    expect(byId(found, 'eq70')).toMatchObject({
      error: '-0.456',
      small: { says: 'D0 << omega0I', ratio: '0.359', holds: false },
      inLimit: false,
    });
    expect(found.map(({ inLimit }) => inLimit)).toEqual([true, true, false]);
    // A lost factor 1/2: the other reading is nearly right.
    expect(byId(found, 'eq68')).toMatchObject({
      text: 'reconstructed',
      error: '-0.468',
      readings: [{ error: '0.0640' }],
    });
  });

  test('W_Z beyond omega0I, and at it', () => {
    for (const D0 of ['145MHz', '600MHz'])
      expect(oracle.approximations('W_Z', { ...rates, D0 }).map(({ id }) => id)).toEqual(['eq64', 'eq67']);
    expect(oracle.approximations('W_SS', { ...rates, D0: '145MHz' }).map(({ id }) => id)).toEqual(['eq66', 'eq71']);
    expect(oracle.approximations('W_SS', rates).map(({ id }) => id)).toEqual(['eq66', 'eq72', 'eq73']);
  });

  test('W_SSI: (44) at Delta = 0 alone, and a cut-off that is not given is said to be unchecked', () => {
    const at = (Delta: string) => oracle.approximations('W_SSI', { A2: '2e15', DD: '2MHz', omega0I: '145MHz', Delta });
    expect(at('0').map(({ id }) => id)).toEqual(['eq44']);
    expect(at('140MHz').map(({ id }) => id)).toEqual(['eq43']);
    expect(byId(at('140MHz'), 'eq43')).toMatchObject({ error: '-0.500', unchecked: ['D < D0'] });
    expect(byId(at('0'), 'eq44').unchecked).toEqual(['omega0I <= D0']);
  });

  test('a sum over pairs has no value and is said to have none', () => {
    const found = oracle.approximations('dipolar second moment', { nS: '2e19/cm3', r0: '1nm', g: 2 });
    expect(byId(found, 'eq28').reason).toBe('it holds couplingOf, which it leaves open');
    expect(byId(found, 'eqA5').error).toBe('0');
    expect(byId(found, 'eqA8').error).toBe('0');
  });

  test('of a glass are held against the glass', () => {
    const found = oracle.approximations('W_Z for D0 << omega0I:glass', rates);
    expect(found).toEqual([]);
    expect(byId(oracle.approximations('W_SSI at Delta = 0:glass', { ...rates, D0: '200MHz' }), 'eq44').error).not.toBe(
      '-0.500',
    );
  });
});

describe('oracle.derive', () => {
  test('all that follows', () => {
    const found = oracle.derive({ ...glass, T: '1.2K' });
    expect(found.map(({ name }) => name)).toEqual([
      'gammaS',
      'gammaI',
      'gammaJ',
      'D0',
      'DD',
      'omega0I',
      'omega',
      'A2',
      'alpha',
      'betaI',
      'betaL',
      'omegaS',
      'Delta0',
    ]);
    expect(found.find(({ name }) => name === 'DD')?.frequency).toBe('2 pi x 1.366493485 MHz');
    expect(oracle.derive({})).toEqual([]);
  });
});
