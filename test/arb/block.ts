import { evaluate } from '../../src/meaning/value.ts';
import type { EnclosureArithmetic } from '../../src/number/arithmetic.ts';
import { balls } from '../../src/number/ball.ts';
import { dyadics } from '../../src/number/dyadic.ts';
import { enclosures } from '../../src/number/enclosure.ts';
import { integrating } from '../../src/number/integrals.ts';
import { interval64 } from '../../src/number/interval64.ts';
import { type Random, random } from '../../src/number/random.ts';
import { compare, type Rational } from '../../src/number/rational.ts';
import { type Quantity, quantities } from '../../src/theory/quantities.ts';
import { cutsAt, valuesOfTheCut } from '../../src/theory/truncated.ts';
import { type Ends, pick, whole } from './draw.ts';
import { apply, argumentsOf, type FunctionName, functionNames } from './functions.ts';
import { integralsOver, isIntegral, isPoint, type Place, placeFor } from './quantities.ts';
import { argumentText, judge, numberText, type Reference, type Verdict, wordOf } from './reference.ts';
import { addVerdict, type Tallies } from './tally.ts';

/** Digits to which widths are compared: an integral by series is asked for nine, binary64 has not quite sixteen. */
const seriesDigits = 9;
/** An integral by rules has so many digits less than what it is summed in, but never fewer than so many. */
const [spareDigits, fewestDigits] = [6, 4];
/** A double integral is asked for so many; in decimals no integral is summed in more than so many. */
const [doubleDigits, mostDecimal] = [5, 24];
/** Evaluations of an integrand at most: what has not its digits by then is as wide as it is. */
const evaluations = 5000;
const binary64Digits = 15;

export interface Implementation {
  readonly name: string;
  /** Of 20 requests this many go to it. */
  readonly share: number;
  readonly digits: (random: Random) => number;
  // An arithmetic of any type of number: the requests never look inside.
  readonly at: (digits: number) => EnclosureArithmetic<unknown>;
  /** Arguments have magnitudes from 2^-reach to 2^reach. */
  readonly reach: number;
  /** Whether what it gives as ends is the enclosure itself; the radius of a ball is only rounded up for them. */
  readonly hasEnds: boolean;
}

/** Digits from 10 to most, the fewer the more often: half below 20, one in 200 above a thousand. */
const digitsTo =
  (most: number) =>
  (random: Random): number => {
    const draw = random.below(200);
    const [from, to] =
      draw < 1 ? [1001, 2000] : draw < 6 ? [201, 1000] : draw < 36 ? [51, 200] : draw < 90 ? [21, 50] : [10, 20];
    return from > most ? whole(random, 10, most) : whole(random, from, Math.min(to, most));
  };

const of = <T>(arithmetic: (digits: number) => EnclosureArithmetic<T>): Implementation['at'] =>
  arithmetic as unknown as Implementation['at'];

export const implementations: readonly Implementation[] = [
  { name: 'balls', share: 12, digits: digitsTo(2000), at: of(balls), reach: 1100, hasEnds: false },
  { name: 'dyadics', share: 5, digits: digitsTo(2000), at: of(dyadics), reach: 1100, hasEnds: true },
  { name: 'enclosures', share: 1, digits: digitsTo(200), at: of(enclosures), reach: 200, hasEnds: true },
  { name: 'interval64', share: 2, digits: () => binary64Digits, at: of(() => interval64), reach: 480, hasEnds: true },
];
const inShares = implementations.flatMap((one) => Array.from({ length: one.share }, () => one));

/** Requests that follow one another with the same arithmetic: making one of many digits costs more than using it. */
const inGroup = 25;
const integrals = quantities.filter(isIntegral);
const closedForms = quantities.filter((quantity) => !integrals.includes(quantity));
const doubleIntegrals = integrals.filter(({ formula }) => integralsOver(formula) > 1);
const singleIntegrals = integrals.filter((quantity) => !doubleIntegrals.includes(quantity));
/** One integral in so many is a double one, which costs a hundred times as much as a single one; in decimals too much. */
const perDouble = 20;
const anIntegral = (draw: Random, by: Implementation): Quantity =>
  pick(draw, by.name !== 'enclosures' && draw.below(perDouble) === 0 ? doubleIntegrals : singleIntegrals);

const integratingAt = new Map<string, EnclosureArithmetic<unknown>>();
/** An arithmetic with integrals by rules, of so many digits. */
const withRules = (by: Implementation, digits: number, wanted: number): EnclosureArithmetic<unknown> => {
  const name = `${by.name}:${digits}:${wanted}`;
  const made = integratingAt.get(name) ?? integrating(by.at(digits), { bits: bitsOf(wanted), evaluations });
  integratingAt.set(name, made);
  return made;
};

/** The values of all symbols, with a cut that suits a number of digits where the integral is one over a line. */
const valuesAt = (
  a: EnclosureArithmetic<unknown>,
  { overLine }: Quantity,
  { boxes }: Place,
  wanted: number,
): ReadonlyMap<string, unknown> => {
  const values = Object.entries(boxes).map(([symbol, ends]) => [symbol, enclosed(a, ends)] as const);
  if (!overLine) return new Map(values);
  const roughly = <T>(arithmetic: EnclosureArithmetic<T>): ReadonlyMap<string, T> =>
    new Map(Object.entries(boxes).map(([symbol, [lo]]) => [symbol, arithmetic.rational(lo)]));
  const cut = cutsAt(overLine, roughly)(bitsOf(wanted));
  return new Map([...values, ...valuesOfTheCut(a, cut)]);
};

/** What an arithmetic claims: that all values lie between the ends. */
export interface Claim {
  readonly word: string;
  readonly digits: number;
  readonly ends: Ends;
  readonly args: readonly string[];
}
/** One enclosure and what the program is asked about it; without a claim if the arithmetic refused. */
export interface Asked {
  readonly name: string;
  readonly by: string;
  readonly digits: number;
  /** Of a number, of an interval as a whole, or of a box of which the truth is known at one point. */
  readonly kind: 'point' | 'interval' | 'sample';
  readonly claim: Claim | undefined;
}

/** undefined where the arithmetic says that it cannot tell, or that a number leaves its range. */
const unlessRefused = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** The ends of an enclosure, the same object twice for an exact number. */
const endsOf = (a: EnclosureArithmetic<unknown>, x: unknown): Ends => {
  const [lo, hi] = a.ends(x);
  return compare(lo, hi) === 0 ? [lo, lo] : [lo, hi];
};

const enclosed = (a: EnclosureArithmetic<unknown>, [lo, hi]: Ends): unknown =>
  lo === hi ? a.rational(lo) : a.hull(a.rational(lo), a.rational(hi));

/** A claim as the program reads it. */
export const requestOf = ({ word, digits, ends: [lo, hi], args }: Claim): string =>
  [word, digits, numberText(lo), numberText(hi), ...args].join(' ');

const bitsOf = (digits: number): number => Math.ceil(digits * 3.3219280948873626);

const askFunction = (draw: Random, by: Implementation, digits: number, name: FunctionName): Asked => {
  const a = by.at(digits);
  const exact = argumentsOf[name]({ random: draw, precision: bitsOf(digits), reach: by.reach });
  let kind: Asked['kind'] = 'point';
  const claim = unlessRefused((): Claim => {
    const args = exact.map((ends) => enclosed(a, ends));
    // What the function is given is what counts, as far as it is known, but for the conversion itself and the exponent.
    const given = args.map((x, index): Ends => {
      const drawn = exact[index] as Ends;
      if (name === 'rational' || (name === 'pow' && index === 1)) return drawn;
      const ends = endsOf(a, x);
      if (!by.hasEnds && ends[0] !== ends[1] && drawn[0] === drawn[1]) kind = 'sample';
      return by.hasEnds ? ends : drawn;
    });
    if (kind === 'point' && (name === 'hull' || given.some(([lo, hi]) => lo !== hi))) kind = 'interval';
    return { word: name, digits, ends: a.ends(apply(a, name, args, exact)), args: given.map(argumentText) };
  });
  return { name, by: by.name, digits, kind, claim };
};

/** One enclosure of a quantity at a point, or over a box, of its domain. */
export const askQuantity = (
  draw: Random,
  by: Implementation,
  digits: number,
  quantity: Quantity,
  names: readonly string[],
): Asked => {
  const place = placeFor(draw, bitsOf(digits), by.name === 'interval64' ? 60 : 100, quantity);
  const integral = isIntegral(quantity);
  const isDouble = doubleIntegrals.includes(quantity);
  const byRules = integral && (quantity.overLine !== undefined || draw.below(2) === 0);
  const most = isDouble ? doubleDigits + spareDigits : by.name === 'enclosures' ? mostDecimal : digits;
  const has = Math.min(digits, most);
  const wanted = byRules ? Math.max(fewestDigits, has - spareDigits) : integral ? seriesDigits : digits;
  const a = byRules ? withRules(by, has, wanted) : by.at(digits);
  const word = wordOf(quantity.name);
  // Another route to the same, where the program has it: it integrates, so not for many digits.
  const other = names.includes(`${word}/2`) && digits <= 50 && draw.below(integral ? 4 : 20) === 0;
  const claim = unlessRefused((): Claim => {
    const ends = a.ends(evaluate(quantity.formula)(a, valuesAt(a, quantity, place, wanted)));
    const args = Object.entries(place.point).map(([symbol, x]: [string, Rational]) => `${symbol}=${numberText(x)}`);
    return { word: other ? `${word}/2` : word, digits: wanted, ends, args };
  });
  return { name: quantity.name, by: by.name, digits, kind: isPoint(place) ? 'point' : 'sample', claim };
};

/** Requests in one block; a block is the same whatever was run before it, and by whom. */
export const inBlock = 5000;

/** How much is drawn: for the tests less, and of fewer digits. */
export interface Extent {
  readonly requests: number;
  readonly mostDigits: number;
  /** One quantity in so many is an integral. */
  readonly perIntegral: number;
}
const wholeBlock: Extent = { requests: inBlock, mostDigits: 2000, perIntegral: 50 };

/** The requests of a block. 14 in 15 are functions, the others quantities. */
export const drawBlock = (
  known: readonly string[],
  seed: number,
  block: number,
  { requests, mostDigits, perIntegral }: Extent = wholeBlock,
): readonly Asked[] => {
  const draw = random(seed, `containment ${block}`);
  const asked: Asked[] = [];
  while (asked.length < requests) {
    const by = pick(draw, inShares);
    const digits = Math.min(by.digits(draw), mostDigits);
    for (let k = 0; k < inGroup && asked.length < requests; k++) {
      if (draw.below(15) > 0) asked.push(askFunction(draw, by, digits, pick(draw, functionNames)));
      else {
        const quantity =
          draw.below(perIntegral) === 0 && digits <= 100 ? anIntegral(draw, by) : pick(draw, closedForms);
        if (known.includes(wordOf(quantity.name))) asked.push(askQuantity(draw, by, digits, quantity, known));
      }
    }
  }
  return asked;
};

/** Draws a block, has it judged and counts. */
export const askBlock = (reference: Reference, seed: number, block: number, extent?: Extent): Tallies => {
  const asked = drawBlock(reference.quantities, seed, block, extent);
  const requests = asked.map(({ claim }) => claim && requestOf(claim));
  const verdicts = judge(
    reference.program,
    requests.filter((request) => request !== undefined),
  ).values();
  const tallies: Tallies = {};
  for (const [index, one] of asked.entries()) {
    const request = requests[index];
    addVerdict(tallies, one, request, request === undefined ? undefined : (verdicts.next().value as Verdict));
  }
  return tallies;
};
