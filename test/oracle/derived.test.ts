import { describe, expect, test } from 'vitest';
import { sameDimension } from '../../src/formula/dimension.ts';
import { dimensionOf } from '../../src/meaning/dimension.ts';
import { random } from '../../src/number/random.ts';
import { approximate } from '../../src/number/rational.ts';
import { enclose } from '../../src/oracle/enclosed.ts';
import { pointOf } from '../../src/oracle/prepare.ts';
import { reach } from '../../src/oracle/reach.ts';
import { sceneOf } from '../../src/oracle/scene.ts';
import { atResonance, derivations, uniformHyperfine } from '../../src/theory/derived-parameters.ts';
import { parameters } from '../../src/theory/parameters.ts';

const valueFrom = (name: string, inputs: Record<string, string>): number => {
  const reached = reach([name], pointOf(inputs));
  const step = reached.steps.find((one) => one.name === name);
  if (!step) throw new Error(`expected ${name} to follow`);
  const [lo] = enclose(step.formula, sceneOf(reached), 17).ends;
  return approximate(lo);
};

describe('what is derived', () => {
  test.each(
    [...derivations, ...atResonance].filter(({ name }) => parameters[name]).map((one) => [one.name, one] as const),
  )('%s has the dimension of its parameter', (name, { formula }) => {
    expect(sameDimension(dimensionOf(formula), parameters[name]?.symbol.dimension as never)).toBe(true);
  });

  test('agrees with figures worked out by hand', () => {
    // g mu_B/h is 28.0249514 GHz/T for g = 2.00231930436; for g = 2 it is 27.9924898.
    expect(valueFrom('gammaS', { g: '2' }) / (2 * Math.PI * 1e9)).toBeCloseTo(27.9924898, 6);
    expect(valueFrom('omega0I', { nucleus: '1H', B: '3.4T' }) / (2 * Math.PI * 1e6)).toBeCloseTo(144.763427, 5);
    expect(valueFrom('omega0I', { nucleus: '13C', B: '7T' }) / (2 * Math.PI * 1e6)).toBeCloseTo(74.9588, 3);
    // mu0 (g mu_B)^2/(4 pi h r^3) of two electrons at 1 nm: 52.04 MHz for the free g factor.
    expect(valueFrom('D0', { g: '2.00231930436', r0: '1nm' }) / (2 * Math.PI * 1e6)).toBeCloseTo(52.041, 3);
    // hbar/(k_B 1 K)
    expect(valueFrom('betaI', { T: '1K' })).toBeCloseTo(7.63823258e-12, 19);
  });
});

/**
 * |A_z+/2|^2 of one nucleus at r from an electron at the origin with the field along z, in units of (K/|r|^3)^2: from the
 * tensor 1 - 3 n n itself, whose z row has the components T_zx, T_zy that multiply S_z I_x and S_z I_y;
 * S_z (T_zx I_x + T_zy I_y) = S_z (a- I_+ + a+ I_-)/2 with a+ = T_zx + i T_zy = A_z+.
 */
const flipPart = (x: number, y: number, z: number): number => {
  const r2 = x * x + y * y + z * z;
  const [zx, zy] = [(-3 * z * x) / r2, (-3 * z * y) / r2];
  return (zx * zx + zy * zy) / 4;
};

describe('A2 of protons uniform beyond rI, Eq. (22)', () => {
  const inputs = { g: '2', nucleus: '1H', nI: '0.75e23/cm3', rI: '2angstrom' };
  /** K = mu0 hbar gamma_S gamma_I/(4 pi), rad m^3/s. */
  const K = 1.25663706127e-6 * (1.054571817e-34 / (4 * Math.PI)) * valueFrom('gammaS', { g: '2' }) * 2.6752218708e8;
  const [density, nearest] = [0.75e29, 2e-10];

  test('is the sum over nuclei on a fine lattice, and the volume beyond it', () => {
    const [A2, reach] = [valueFrom('A2', inputs), 4];
    // A lattice of spacing s rI with nuclei of weight density s^3 rI^3, out to 4 rI; beyond, 1/64 of the whole is left.
    const s = 1 / 12;
    let sum = 0;
    const steps = reach / s;
    for (let i = -steps + 0.5; i < steps; i++)
      for (let j = -steps + 0.5; j < steps; j++)
        for (let k = 0.5; k < steps; k++) {
          const [x, y, z] = [i * s, j * s, k * s];
          const r2 = x * x + y * y + z * z;
          if (r2 >= 1 && r2 <= reach * reach) sum += (2 * flipPart(x, y, z)) / (r2 * r2 * r2);
        }
    const volume = nearest * nearest * nearest;
    const numeric = (sum * s * s * s * density * K * K) / volume + A2 / (reach * reach * reach);
    expect(numeric / A2).toBeGreaterThan(0.99);
    expect(numeric / A2).toBeLessThan(1.01);
  });

  test('is the mean over nuclei placed at random', () => {
    const draw = random(7, 'hyperfine');
    let sum = 0;
    const count = 40_000;
    for (let n = 0; n < count; n++) {
      const z = 2 * (draw.next() / 4294967296) - 1;
      const angle = 2 * Math.PI * (draw.next() / 4294967296);
      const rho = Math.sqrt(1 - z * z);
      sum += flipPart(rho * Math.cos(angle), rho * Math.sin(angle), z);
    }
    // 3/10 over all directions, and 4 pi nI/(3 rI^3) from the distances.
    const mean = sum / count;
    expect(mean).toBeCloseTo(0.3, 2);
    const whole = (4 * Math.PI * density * K * K * mean) / (3 * nearest * nearest * nearest);
    expect(Math.abs(whole / valueFrom('A2', inputs) - 1)).toBeLessThan(0.02);
  });

  test('falls with the cube of the distance', () => {
    const twice = valueFrom('A2', { ...inputs, rI: '4angstrom' });
    expect(valueFrom('A2', inputs) / twice).toBeCloseTo(8, 12);
    expect(uniformHyperfine.kind).toBe('product');
  });
});
