import { describe, expect, test } from 'vitest';
import { pairs } from '../../spec/section-8/notation.ts';
import type { Claim } from '../../src/claim/claim.ts';
import { samples } from '../../src/claim/domain.ts';
import { decide } from '../../src/evidence/decide.ts';
import { premisesOf, printedFormula } from '../../src/ledger/book.ts';
import { random } from '../../src/number/random.ts';
import { sign } from '../../src/number/rational.ts';
import { asPrinted, printedEntries, settings } from '../ledger/plant.ts';

const section8 = [...Array.from({ length: 24 }, (_, index) => `eq${77 + index}`), 's8a', 's8b', 's8c', 's8d'];
const entries = printedEntries('eq55', ...section8, 's10g', 's1d');
const inherits = (id: string): readonly string[] => (entries.get(id)?.inherits ?? []).map((one) => one.id);
const verdicts = (ids: readonly string[]) => ids.map((id) => `${id} ${entries.get(id)?.verdict}`);

describe('the stationary states', () => {
  test('the populations (85) are charged with the sign of Delta, and those made of them inherit it', () => {
    expect(entries.get('eq85')).toMatchObject({ verdict: 'refuted', step: 'fails', charged: true });
    for (const id of ['eq87', 'eq97', 'eq98']) {
      expect(entries.get(id), id).toMatchObject({ verdict: 'refuted', step: 'holds', charged: false });
      expect(inherits(id), id).toContain('eq85');
    }
  });

  test.each(['eq88', 'eq90', 'eq92', 'eq95', 'eq100'])('%s holds whatever the sign of Delta does', (id) => {
    expect(entries.get(id)?.verdict).toBe('certified');
    expect(inherits(id)).not.toContain('eq85');
  });

  test('what is stationary does not rest on a constant factor of a rate', () => {
    const sure = ['eq77', 'eq91', 'eq93', 's8a', 's8b'];
    expect(verdicts(sure)).toEqual(sure.map((id) => `${id} certified`));
  });

  test('the weight of thermal mixing rests on its share of the energy, whatever the size of the rate', () => {
    // The share (49) is proved; the factor 2 that (60) lacks by (16) does not move the state in which the flow is 0.
    expect(entries.get('eq78')?.step).toBe('holds');
    expect(['proved', 'certified']).toContain(entries.get('eq78')?.verdict);
  });

  test('the hyperbolic tangent is charged, and thermal mixing without microwaves inherits it', () => {
    expect(entries.get('eq99')).toMatchObject({ verdict: 'refuted', step: 'fails', charged: true });
    expect(entries.get('s8c')).toMatchObject({ verdict: 'refuted', step: 'holds', charged: false });
    expect(inherits('s8c')).toContain('eq99');
    const claim = asPrinted.claims.get('s8c') as Claim;
    const premises = premisesOf(asPrinted, claim, (id) => printedFormula(asPrinted, id));
    const instead = (claim.instead?.parts ?? []).map((part) =>
      decide(part.relation(premises), part.domain, { ...settings, label: 's8c' }),
    );
    expect(instead.length).toBeGreaterThan(4);
    for (const { outcome } of instead) expect(outcome).toBe('holds');
  });

  test('what is said of the whole cross effect and of several nuclei holds under conditions alone', () => {
    const conditional = ['s1d', 's8d', 's10g'];
    expect(verdicts(conditional)).toEqual(conditional.map((id) => `${id} conditional`));
  });

  test('the labels decide about a single pair', () => {
    expect(entries.get('eq82')?.verdict).toBe('conditional');
  });
});

test('the sum of the electron Zeeman energies has the wrong sign, and no flow inherits it', () => {
  expect(entries.get('eq55')).toMatchObject({ verdict: 'refuted', charged: true, found: { factor: '-1' } });
  const flows = printedEntries('eq55', 'eq57', 'eq59', 's5a');
  expect(['eq57', 'eq59', 's5a'].filter((id) => flows.get(id)?.inherits?.some((one) => one.id === 'eq55'))).toEqual([]);
  expect(flows.get('s5a')?.verdict).toBe('certified');
});

test('pairs are sampled with Delta of either sign, as often', () => {
  const signs = samples(pairs(), 400, random(1, 'signs')).map((point) =>
    sign(point.get('Delta') ?? { numerator: 0n, denominator: 1n }),
  );
  const positive = signs.filter((one) => one > 0).length;
  expect(signs).not.toContain(0);
  expect(Math.min(positive, 400 - positive)).toBeGreaterThan(150);
});
