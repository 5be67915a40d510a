/** What a line of JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

/** The one member of an object that stands for a value which JSON has no word for. */
const mark = '$';
const marked = (kind: string, ...content: readonly Json[]): JsonObject => ({ [mark]: [kind, ...content] });

/**
 * Plain data as JSON, so that `fromJson` gives the same again, to the last bit and in the same order: beside what JSON
 * knows also undefined, bigint, -0, NaN, the infinities and Map. Throws a TypeError for anything else.
 */
export const toJson = (value: unknown): Json => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (value === undefined) return marked('undefined');
  if (typeof value === 'bigint') return marked('bigint', String(value));
  if (typeof value === 'number') {
    if (Object.is(value, -0)) return marked('number', '-0');
    return Number.isFinite(value) ? value : marked('number', String(value));
  }
  if (Array.isArray(value)) return Array.from(value, toJson);
  if (value instanceof Map)
    return marked(
      'map',
      [...value].map(([key, of]) => [toJson(key), toJson(of)]),
    );
  if (typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value))) {
    const members = Object.entries(value).map(([name, of]) => [name, toJson(of)] as const);
    return Object.hasOwn(value, mark) ? marked('object', members) : Object.fromEntries(members);
  }
  throw new TypeError(`expected plain data, got ${typeof value === 'object' ? value.constructor.name : typeof value}`);
};

const unmarked = ([kind, content]: readonly Json[]): unknown => {
  const pairs = () => content as readonly (readonly [Json, Json])[];
  if (kind === 'undefined') return undefined;
  if (kind === 'bigint') return BigInt(content as string);
  if (kind === 'number') return Number(content);
  if (kind === 'map') return new Map(pairs().map(([key, of]) => [fromJson(key), fromJson(of)]));
  if (kind === 'object') return Object.fromEntries(pairs().map(([name, of]) => [name, fromJson(of)]));
  throw new TypeError(`expected a kind of value, got ${JSON.stringify(kind)}`);
};

/** What was given to `toJson`. Throws a TypeError or SyntaxError for what cannot have come from it. */
export const fromJson = (json: Json): unknown => {
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map(fromJson);
  if (Object.hasOwn(json, mark)) return unmarked((json as JsonObject)[mark] as readonly Json[]);
  return Object.fromEntries(Object.entries(json).map(([name, of]) => [name, fromJson(of)]));
};
