import { decimalOf, type Question } from '../case.ts';

/** What a request is made of. */
export type Asked = Pick<Question, 'quantity' | 'point'>;

/**
 * The lines of a window of requests, with ids from `first` on. `left` says how many requests of the window are still to come,
 * so that a code that works on arrays can collect until it is 0.
 */
export const windowOf = (questions: readonly Asked[], first: number): string =>
  questions
    .map(({ quantity, point }, index) => {
      const given = Object.fromEntries(Object.entries(point).map(([name, value]) => [name, decimalOf(value)]));
      const left = questions.length - 1 - index;
      return `${JSON.stringify({ id: first + index, quantity: quantity.name, in: given, left })}\n`;
    })
    .join('');
