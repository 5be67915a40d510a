import { createHash } from 'node:crypto';
import { z } from 'zod';
import { fromJson, type Json, type JsonObject, toJson } from './journal-values.ts';
import { type Shard, shownShard } from './shard.ts';

/** The first line of a journal: which work it holds. */
export interface Header {
  /** The build of this program, `build()` of journal-build.ts. */
  readonly tripleflip: string;
  readonly command: 'verify' | 'check' | 'vectors';
  /** Everything that the results depend on. */
  readonly settings: JsonObject;
  /** How many units of work this shard has. */
  readonly units: number;
  readonly shard: Shard;
}

const headerSchema = z.strictObject({
  tripleflip: z.string(),
  command: z.enum(['verify', 'check', 'vectors']),
  settings: z.record(z.string(), z.json()),
  units: z.int().nonnegative(),
  shard: z.tuple([z.int(), z.int()]),
});

export const headerLine = ({ tripleflip, command, settings, units, shard }: Header): string =>
  `${JSON.stringify({ tripleflip, command, settings, units, shard })}\n`;

/** The header in a line; undefined where it is none. */
export const headerIn = (line: string): Header | undefined => {
  try {
    return headerSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
};

const sumOf = (unit: string, result: string): string =>
  createHash('sha256').update(`${unit}\0${result}`).digest('hex').slice(0, 8);

/** A unit that is done: its name, a check sum, and its result. */
export const unitLine = (unit: string, result: unknown): string => {
  const text = JSON.stringify(toJson(result));
  return `[${JSON.stringify(unit)},"${sumOf(unit, text)}",${text}]\n`;
};

/** The unit and result in a line; undefined for a line that was torn or damaged: its unit is then not done. */
export const unitIn = (line: string): readonly [string, unknown] | undefined => {
  try {
    const [unit, sum, result] = JSON.parse(line) as [string, string, Json];
    return sum === sumOf(unit, JSON.stringify(result)) ? [unit, fromJson(result)] : undefined;
  } catch {
    return undefined;
  }
};

/** What differs between two runs, in words, with what the first and the second have; undefined when they are one run. */
export const differenceOf = (one: Header, other: Header): string | undefined => {
  const differs = (name: string, a: Json | undefined, b: Json | undefined): string | undefined => {
    const [x, y] = [JSON.stringify(a), JSON.stringify(b)];
    const short = (text = 'nothing'): string => (text.length <= 60 ? text : `${text.slice(0, 57)}...`);
    return x === y ? undefined : `${name} ${short(x)} against ${short(y)}`;
  };
  const names = new Set([...Object.keys(one.settings), ...Object.keys(other.settings)]);
  return (
    differs('command', one.command, other.command) ??
    differs('build', one.tripleflip, other.tripleflip) ??
    [...names].map((name) => differs(name, one.settings[name], other.settings[name])).find((found) => found) ??
    differs('shard', shownShard(one.shard), shownShard(other.shard)) ??
    differs('units', one.units, other.units)
  );
};
