import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { glasses, heldAgainstGlasses, samplingFile, samplingSchema, seed } from '../long/sampling.ts';

const committed: unknown = JSON.parse(readFileSync(samplingFile, 'utf8'));
const { lines, ...effort } = samplingSchema.parse(committed);

describe('what many random glasses said (npm run test:long makes it anew)', () => {
  test('has its shape, and the same text when it is written again', () => {
    expect(samplingSchema.parse(committed)).toEqual(committed);
    expect(() => samplingSchema.parse({ ...effort, lines, verdict: 'typed by hand' })).toThrow();
    expect(`${JSON.stringify(committed, null, 2)}\n`).toBe(readFileSync(samplingFile, 'utf8'));
  });

  test('is of the seed, the number of glasses and the claims that it would be made for now', () => {
    expect(effort).toEqual({ seed, glasses });
    const named = (of: (typeof lines)[number]) => `${of.claim}, ${of.judges}: ${of.about}: ${of.result}`;
    expect(lines.map(named)).toEqual(
      heldAgainstGlasses.map((held) => named({ ...held, ...held.relation } as unknown as (typeof lines)[number])),
    );
    for (const { measured } of lines) expect(measured.size).toMatch(new RegExp(`^${glasses} times`));
  });

  test('decides every formula; one that holds is refused with the factor planted in it, and with 1 over it', () => {
    for (const { claim, about, outcome, planted } of lines) {
      expect([claim, about, outcome]).not.toContain('undecided');
      if (outcome === 'holds')
        expect([claim, about, planted]).toEqual([claim, about, { more: 'fails', less: 'fails' }]);
    }
    const told = (factor: string) => lines.filter((one) => one.outcome === 'holds' && one.factor === factor).length;
    expect(told('51/50')).toBeGreaterThan(6);
  });

  test('shows what is right instead', () => {
    for (const { claim, judges, outcome } of lines)
      if (judges === 'instead') expect([claim, outcome]).toEqual([claim, 'holds']);
    const failing = new Set(lines.filter(({ outcome }) => outcome === 'fails').map(({ claim }) => claim));
    expect([...failing]).toContain('eq43');
  });
});
