import {
  add,
  call,
  cases,
  div,
  type Expr,
  type FunctionName,
  mul,
  neg,
  num,
  pi,
  pow,
  sqrt,
  sub,
} from '../../src/formula/expression.ts';
import { parseRational } from '../../src/number/rational.ts';
import { type Scalar, x, y, z } from '../formula/trees.ts';

/** How a reader takes "a/b c": as (a/b) c, or as a/(b c). A text must mean the same to both. */
export type Habit = 'from left to right' | 'products first';

type Parts = Expr<string, 'scalar'>;
const symbols: Readonly<Record<string, Parts>> = { x, y, z, pi };

/** Reads a formula from its text, scalars only: independent of how the text is written. */
export const read = (text: string, habit: Habit): Scalar => {
  const tokens = text.match(/\s[+-]\s|\d+|[a-z]+|[()^/,<-]|\s/g) ?? [];
  if (tokens.join('') !== text) throw new SyntaxError(`expected a formula, got ${text}`);
  let at = 0;
  const peek = (): string | undefined => tokens[at];
  const take = (wanted: string): void => {
    if (tokens[at++] !== wanted)
      throw new SyntaxError(`expected "${wanted}" in ${text} before ${tokens.slice(at).join('')}`);
  };
  const skip = (wanted: string): boolean => {
    if (peek() !== wanted) return false;
    at++;
    return true;
  };

  const atom = (): Parts => {
    const token = tokens[at++] ?? '';
    if (/^\d/.test(token)) return num(parseRational(token));
    if (token === '(') {
      const inner = sum();
      if (peek() === ' ' && tokens[at + 1] === 'where') return inCases(inner);
      take(')');
      return inner;
    }
    if (peek() === '(') {
      take('(');
      const argument = sum();
      take(')');
      return token === 'sqrt' ? sqrt(argument) : call(token as FunctionName, argument);
    }
    const known = symbols[token];
    if (!known) throw new SyntaxError(`expected a name in ${text}, got "${token}"`);
    return known;
  };
  const inCases = (below: Parts): Parts => {
    for (const word of [' ', 'where', ' ']) take(word);
    const left = sum();
    for (const word of [' ', '<', ' ']) take(word);
    const right = sum();
    for (const word of [',', ' ']) take(word);
    const otherwise = sum();
    for (const word of [' ', 'elsewhere', ')']) take(word);
    return cases<string, 'scalar'>({ left, right }, below, otherwise);
  };
  const exponent = (): readonly [number, number] => {
    const bracket = skip('(');
    const sign = skip('-') ? -1 : 1;
    const over = sign * Number(tokens[at++]);
    const under = bracket && skip('/') ? Number(tokens[at++]) : 1;
    if (bracket) take(')');
    return [over, under];
  };
  const power = (): Parts => {
    const base = atom();
    if (!skip('^')) return base;
    const [over, under] = exponent();
    if (peek() === '^') throw new SyntaxError(`expected brackets in a power of a power, got ${text}`);
    return pow(base, over, under);
  };
  /** A space stands for a product only where a factor follows. */
  const isProduct = (): boolean => peek() === ' ' && !['where', 'elsewhere', '<'].includes(tokens[at + 1] ?? '');
  const juxtaposed = (): Parts => {
    let value = power();
    while (isProduct()) {
      at++;
      value = mul(value, power());
    }
    return value;
  };
  const product = (): Parts => {
    const factor = habit === 'products first' ? juxtaposed : power;
    let value = factor();
    for (;;) {
      if (skip('/')) value = div(value, factor());
      else if (isProduct()) {
        at++;
        value = mul(value, factor());
      } else return value;
    }
  };
  const sum = (): Parts => {
    let value = skip('-') ? neg<string, 'scalar'>(product()) : product();
    for (;;) {
      if (skip(' + ')) value = add(value, product());
      else if (skip(' - ')) value = sub(value, product());
      else return value;
    }
  };
  const whole = sum();
  if (at !== tokens.length) throw new SyntaxError(`expected the end of ${text} before ${tokens.slice(at).join('')}`);
  return whole;
};
