import { describe, expect, test } from 'vitest';
import type { Point } from '../../src/foreign/case.ts';
import { type Checked, judgeAll, pointsFor } from '../../src/foreign/check.ts';
import { rounding } from '../../src/foreign/judgement/rule.ts';
import { quantities, quantityOf } from '../../src/library/catalogue.ts';
import { random } from '../../src/number/random.ts';
import { doubleNamed } from '../../src/oracle/double/doubles.ts';
import type { DoubleQuantity } from '../../src/oracle/double/quantity.ts';

/** Errors that are not on the list of mistakes must not be taken for one that is. */

const rule = rounding();

const right = (name: string): ((point: Point) => number) => {
  const { at, parameters } = doubleNamed(name) as DoubleQuantity;
  return (point) => at(...parameters.map((of) => point[of] as number));
};

const judged = (name: string, answer: (point: Point) => number): Checked => {
  const quantity = quantityOf(name);
  const points = pointsFor(quantity, { seed: 3, cases: 300, rule });
  const replies = new Map(points.map(({ point }, index) => [index, { out: String(answer(point)) }]));
  return judgeAll(quantity, points, replies, rule, quantities);
};
const named = ({ diagnosis }: Checked): readonly string[] => diagnosis.findings.flatMap(({ ids }) => ids);

const [W_Z, W_SS, W_SSI] = [right('W_Z'), right('W_SS'), right('W_SSI')];
const polarization = right('polarization of electrons');
const numbers = random(1, 'noise');
const noise = (): number => numbers.next() / 2 ** 31 - 1;

describe('what is named of errors that no list holds', () => {
  test.each<[string, string, (point: Point) => number, readonly string[]]>([
    ['a scatter of 1 %', 'W_Z', (point) => W_Z(point) * (1 + 0.01 * noise()), ['noise']],
    ['a scatter of 1e-10', 'W_SSI', (point) => W_SSI(point) * (1 + 1e-10 * noise()), ['noise']],
    ['a factor 1 + 1e-12', 'W_Z', (point) => W_Z(point) * (1 + 1e-12), ['unknown']],
    ['a factor 1 + 2.2e-15', 'g_D', (point) => right('g_D')(point) * (1 + 2.2e-15), ['rounding']],
    [
      'a smooth ripple',
      'W_Z',
      (point) => W_Z(point) * (1 + 1e-6 * Math.sin(Math.log(point.D0 as number))),
      ['unknown'],
    ],
    [
      'a smooth 3 %',
      'W_SS',
      (point) => W_SS(point) * (1 + 0.03 / (1 + (point.DD as number) / (point.D0 as number))),
      ['unknown'],
    ],
    ['a constant for a product of constants', 'D0', () => 7, ['unknown', 'domain']],
    [
      'r0^2 for r0^3',
      'D0',
      ({ gammaS = 0, r0 = 1 }) => (1e-7 * 1.0545718176461565e-34 * gammaS * gammaS) / (r0 * r0),
      ['unknown', 'domain'],
    ],
    ['a factor 1e-10', 'W_Z', (point) => W_Z(point) * 1e-10, ['factor']],
    [
      'the tangent by exponentials',
      'polarization of electrons',
      (point) => {
        const x = (point.omega as number) * (point.alpha as number);
        return (1 - Math.exp(-x)) / (1 + Math.exp(-x));
      },
      ['cancellation'],
    ],
  ])('%s', (_, name, answer, ids) => {
    expect(named(judged(name, answer))).toEqual(ids);
  });

  test('two factors in two parts of the domain are both named', () => {
    const answer = (point: Point): number => W_Z(point) * ((point.D0 as number) > (point.omega0I as number) ? 3 : 5);
    const says = judged('W_Z', answer).diagnosis.findings.map((finding) => finding.says);
    expect([...says].sort()).toEqual(['a constant factor 3', 'a constant factor 5']);
  });

  test('a clipped polarization is not explained by an unknown factor alone', () => {
    const found = judged('polarization of electrons', (point) =>
      Math.max(-0.999, Math.min(0.999, polarization(point))),
    );
    expect(named(found)).toContain('unknown');
  });

  test('an error for negative Delta alone is told to lie there', () => {
    const { region } = judged('W_SSI', (point) => W_SSI(point) * ((point.Delta as number) < 0 ? 1.5 : 1)).diagnosis;
    expect(region?.says).toMatch(/^Delta\/\w+ < 0$/);
    expect(region?.failsOutside).toBe(0);
  });
});
