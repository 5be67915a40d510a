import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formulaOf, judgedFormula } from '../../src/claim/claim.ts';
import { overDelta } from '../../src/claim/delta.ts';
import { domain, samples } from '../../src/claim/domain.ts';
import { named, quotedInput, unitOfLastDigit } from '../../src/claim/quote.ts';
import { genericForms } from '../../src/claim/unknowns.ts';
import { add, apply, delta, type Expr, integral, mul, neg, num, sub } from '../../src/formula/expression.ts';
import { freeSymbols, instantiate, unknownFunctions } from '../../src/formula/substitute.ts';
import { f1, f2, gD } from '../../src/formula/symbols.ts';
import { evaluate } from '../../src/meaning/value.ts';
import { dyadics } from '../../src/number/dyadic.ts';
import { random } from '../../src/number/random.ts';
import { parseRational, rational } from '../../src/number/rational.ts';
import { x, y } from '../formula/trees.ts';

const digits = dyadics(40);
type Values = ReadonlyMap<string, ReturnType<typeof digits.pi>>;
const at = (values: Readonly<Record<string, number>>, coefficients: Values): Values =>
  new Map([
    ...coefficients,
    ...Object.entries(values).map(([name, n]) => [name, digits.rational(rational(n))] as const),
  ]);

const forms = genericForms([apply(f2, x, y), mul(2, apply(gD, x))], false);
const coefficients = (seed: number): Values =>
  new Map(
    [...(samples(domain(forms.coordinates), 1, random(seed))[0] ?? [])].map(([name, value]) => [
      name,
      digits.rational(value),
    ]),
  );

test('every open function gets a form, and its coefficients coordinates', () => {
  expect(Object.keys(forms.functions).sort()).toEqual(['f', 'gD']);
  const definite = instantiate(add(apply(f2, x, y), apply(gD, x)), forms.functions);
  expect(unknownFunctions(definite).size).toBe(0);
  const names = forms.coordinates.flatMap((coordinate) => coordinate.names);
  expect([...freeSymbols(definite).keys()].filter((name) => !names.includes(name)).sort()).toEqual(['x', 'y']);
  // f has 2 + 2 of them, g_D 1 + 2.
  expect(names).toHaveLength(7);
});

test('a form is positive and has no symmetry', () => {
  const form = instantiate(apply(f2, x, y), forms.functions);
  let [even, odd, exchanged] = [0, 0, 0];
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 2, max: 9 }), (seed, n) => {
      const of = (a: number, b: number) => evaluate(form)(digits, at({ x: a, y: b }, coefficients(seed)));
      expect(digits.sign(of(n, -3 * n))).toBe(1);
      if (digits.overlap(of(n, 1), of(-n, 1))) even++;
      if (digits.overlap(of(n, 1), digits.neg(of(-n, -1)))) odd++;
      if (digits.overlap(of(n, 1), of(1, n))) exchanged++;
    }),
    { seed: 20240613, numRuns: 200 },
  );
  expect(odd).toBe(0);
  expect(even).toBeLessThan(5);
  expect(exchanged).toBeLessThan(10);
});

test('the delta function gets a form only where it is asked for and occurs', () => {
  expect(Object.keys(genericForms([delta(x)], true).functions)).toEqual(['delta']);
  expect(Object.keys(genericForms([delta(x)], false).functions)).toEqual([]);
  expect(Object.keys(genericForms([apply(f1, x)], true).functions)).toEqual(['f']);
});

test.each([
  ['0.2', '0.1'],
  ['0.9366', '0.0001'],
  ['16', '1'],
  ['40', '10'],
  ['1200', '100'],
  ['105', '1'],
  ['1e-2', '0.01'],
  ['2.5e25', '1e24'],
  ['4e19', '1e19'],
  ['10.0', '0.1'],
])('the last significant digit of %s counts %s', (text, unit) => {
  expect(unitOfLastDigit(text)).toEqual(parseRational(unit));
});

test('a quoted figure as input spans half a unit to either side', () => {
  expect(quotedInput('2.5e25').range).toEqual(['2.45e25', '2.55e25'].map(parseRational));
  expect(quotedInput('40')).toEqual({ nominal: rational(40), range: [rational(35), rational(45)], from: '40' });
  expect(named('2', '0.02', 'g')).toEqual({
    nominal: rational(2),
    range: ['1.98', '2.02'].map(parseRational),
    from: 'g',
  });
});

test('an integral over a delta function can be built again from other parts', () => {
  const one = overDelta(integral(x, [[num(-3), num(3)]], mul<string, 'scalar' | 'binder'>(y, delta(sub(x, 1)))), [
    [num(-3), num(0)],
    [num(0), num(3)],
  ]);
  expect(one.parts).toHaveLength(5);
  const value = (of: typeof one) => of.value(digits, at({ y: 7 }, new Map()));
  expect(digits.middle(value(one))).toBeCloseTo(7, 8);
  expect(digits.middle(value(one.with(one.parts)))).toBeCloseTo(7, 8);
  // The same with 2 in place of 1.
  const twice = integral(x, [[num(-3), num(3)]], mul<string, 'scalar' | 'binder'>(y, delta(mul(2, sub(x, 1)))));
  expect(digits.middle(value(one.with([twice, ...one.parts.slice(1)])))).toBeCloseTo(3.5, 8);
  const moved = one.with([one.parts[0] as Expr, num(-3), num(0), num(2), num(3)]);
  expect(() => value(moved)).toThrow(RangeError);
});

test('the judged formula is the printed one, the used one may be another', () => {
  const claim = {
    id: 'one',
    text: { status: 'clean' },
    role: 'number',
    domain: domain([]),
    printed: { is: '=', right: x },
    formula: neg(x),
  } as const;
  expect([judgedFormula(claim), formulaOf(claim)]).toEqual([x, neg(x)]);
  const { formula, ...printedOnly } = claim;
  expect([formulaOf(printedOnly), formula]).toEqual([x, neg(x)]);
  const { printed, ...neither } = printedOnly;
  expect(() => formulaOf(neither)).toThrow('one has no formula that another claim could use');
  expect(printed.right).toBe(x);
});
