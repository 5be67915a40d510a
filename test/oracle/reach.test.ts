import { describe, expect, test } from 'vitest';
import { pointOf, prepare } from '../../src/oracle/prepare.ts';
import { quantityNamed } from '../../src/theory/quantities.ts';

const asked = (name: string, inputs: Record<string, string>) => () => prepare(quantityNamed(name), pointOf(inputs));
const rates = { A2: '2e15', DD: '2MHz', D0: '52MHz', omega0I: '145MHz' };

describe('inputs that do not fit are refused in one sentence', () => {
  test.each<[string, string, Record<string, string>, string | RegExp]>([
    [
      'nothing',
      'W_Z',
      {},
      /^expected a value of D0 \(or g and r0\), omega0I \(or nucleus and B\), A2 .* and DD \(or nS and g\) for W_Z, got none$/,
    ],
    [
      'a derivation begun',
      'W_Z',
      { A2: '1', DD: '1', omega0I: '1', r0: '1nm' },
      /D0 \(or g, from which it follows with r0\)/,
    ],
    [
      'given twice',
      'W_Z',
      { ...rates, r0: '1nm' },
      /expected D0 or g and r0, got both D0 and r0: the one follows from the other by Eq\. \(A\.6\)/,
    ],
    [
      'two nuclei',
      'W_Z',
      { ...rates, nucleus: '1H', gammaNucleus: '1' },
      /got both omega0I and nucleus|nucleus or gammaNucleus/,
    ],
    [
      'twice by another way: the pair that contradicts is named',
      'W_Z',
      { A2: '1', omega0I: '1', D0: '1', nS: '1e25', g: '2', gammaS: '1.76e11' },
      /expected gammaS or g, got both gammaS and g/,
    ],
    [
      'a nucleus twice',
      'W_Z',
      { A2: '1', DD: '1', D0: '1', nucleus: '1H', gammaNucleus: '2.6e8', B: '3.4' },
      /^expected nucleus or gammaNucleus, got both/,
    ],
    [
      'not needed',
      'W_Z',
      { ...rates, theta: '1' },
      /^expected only what W_Z depends on \(D0, omega0I, A2, DD, .*\), got theta as well$/,
    ],
    [
      'beyond the resonance',
      'W_SSI',
      { A2: '1', DD: '1', Delta: '3', omega0I: '2' },
      /expected abs\(Delta\) <= omega0I, where W_SSI is defined, got Delta = 3, omega0I = 2/,
    ],
    [
      'beyond the cut-off',
      'W_SSI',
      { A2: '1', DD: '1', Delta: '1', omega0I: '5', D0: '1' },
      /expected Delta0 <= abs\(Delta\)/,
    ],
    ['outside the density', 'g_D', { DD: '1', D: '3', D0: '2' }, /expected D <= D0/],
    [
      'on the wrong side',
      'W_Z for D0 <= omega0I',
      { A2: '1', DD: '1', D0: '2', omega0I: '1' },
      /expected D0 <= omega0I/,
    ],
  ])('%s', (_, name, inputs, says) => {
    expect(asked(name, inputs)).toThrow(says);
  });
});

describe('inputs that fit', () => {
  test('what only the domain speaks of may be given', () => {
    const { reached, point } = asked('W_SSI', { A2: '1', DD: '1', Delta: '4', omega0I: '5', D0: '4' })();
    expect([...point.keys()]).toContain('D0');
    expect(reached.missing).toEqual([]);
  });

  test('on the very edge of the domain, and with units of pi', () => {
    // Delta0 of D0 = 3 at omega0I = 5 is 4.
    expect(asked('W_SSI', { A2: '1', DD: '1', Delta: '4MHz', omega0I: '5MHz', D0: '3MHz' })).not.toThrow();
    expect(asked('W_SSI', { A2: '1', DD: '1', Delta: '3.999999999999999999MHz', omega0I: '5MHz', D0: '3MHz' })).toThrow(
      /Delta0/,
    );
  });

  test('are used where they are needed and derived where they are not given', () => {
    const { reached } = asked('W_Z', { A2: '1', nS: '2e19/cm3', r0: '1nm', g: '2', omega0I: '145MHz' })();
    expect(reached.steps.map(({ name }) => name)).toEqual(['hbar', 'gammaS', 'D0', 'DD']);
    expect([...reached.given.keys()].sort()).toEqual(['A2', 'g', 'nS', 'omega0I', 'r0']);
  });

  test('a quantity may need what another follows from: nS and D0 side by side', () => {
    expect(asked('g_D:glass', { D: '1MHz', D0: '52MHz', nS: '2e19/cm3', g: '2' })).not.toThrow();
  });
});
