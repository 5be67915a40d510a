import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  approximationsOf,
  conditioningAt,
  evaluateAt,
  OracleError,
  quantityOf,
  uncertaintyAt,
} from '../../library/oracle.ts';
import type { Given } from '../../oracle/given.ts';
import { type Prepared, pointOf, prepare } from '../../oracle/prepare.ts';
import type { Quantity } from '../../theory/quantity.ts';
import { namedValues, UsageError } from '../usage.ts';
import { answersOf } from './eval-rows.ts';
import { told } from './eval-text.ts';
import { formatOf, open } from './rows.ts';

export interface EvalOptions {
  readonly digits: number;
  readonly json?: boolean;
  readonly from?: string;
  readonly format?: string;
  readonly keep?: readonly string[];
}

/** An answer without what JSON cannot hold, with all that is known of it. */
export const completely = (prepared: Prepared, digits: number) => {
  const { ends, digits: value, figures, working, ...rest } = evaluateAt(prepared, digits);
  return {
    ...rest,
    value,
    certainDigits: figures,
    workingDigits: working,
    constantsUncertainty: uncertaintyAt(prepared),
    conditioning: conditioningAt(prepared).map(({ ends: _, ...condition }) => condition),
    approximations: approximationsOf(prepared),
  };
};

const tellOne = (quantity: Quantity, point: ReadonlyMap<string, Given>, { digits, json }: EvalOptions): void => {
  const prepared = prepare(quantity, point);
  if (json) {
    process.stdout.write(`${JSON.stringify(completely(prepared, digits), null, 1)}\n`);
    return;
  }
  const answer = evaluateAt(prepared, digits);
  process.stdout.write(
    told({
      answer,
      conditions: conditioningAt(prepared),
      approximations: approximationsOf(prepared),
      uncertainty: answer.constants.length > 0 ? uncertaintyAt(prepared) : undefined,
    }),
  );
};

/**
 * Prints the value of a quantity at one point, or at each row of a file. Returns the exit code: 2 where a row had no
 * answer. Throws a UsageError before anything is printed for what is wrong with the whole.
 */
export const evaluateQuantity = async (
  name: string,
  texts: readonly string[],
  options: EvalOptions,
): Promise<0 | 2> => {
  try {
    const quantity = quantityOf(name);
    const point = pointOf(Object.fromEntries(namedValues(texts)));
    if (options.from === undefined) {
      if (options.format !== undefined || options.keep !== undefined)
        throw new UsageError('expected --from FILE with --format and --keep, got none');
      tellOne(quantity, point, options);
      return 0;
    }
    const format = formatOf(options.from, options.format);
    const tally = { broken: 0 };
    const lines = answersOf(open(options.from), { ...options, file: options.from, format }, quantity, point, tally);
    // Nothing is written before the header is known to be right.
    const first = await lines.next();
    if (!first.done) {
      process.stdout.write(first.value);
      await pipeline(Readable.from(lines), process.stdout, { end: false });
    }
    return tally.broken > 0 ? 2 : 0;
  } catch (error) {
    throw error instanceof OracleError ? new UsageError(error.message) : error;
  }
};
