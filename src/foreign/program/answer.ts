import type { Reply } from '../case.ts';
import { quoted } from './failed.ts';

/** An answer as it stands on a line, or what is wrong with the line. */
export type Read = { readonly id: number; readonly reply: Reply } | { readonly fault: string };

const shape = 'an answer like {"id":1,"out":"0.0123"} or {"id":1,"error":"..."}';

/** How most programs write an answer: what needs no parser, and keeps a number as it was written. */
const usual = /^\{"id": ?(\d{1,15}), ?"out": ?(?:"([^"\\]{1,100})"|(-?\d[\d.eE+-]{0,100}))\}$/;
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const infinity = /^([+-]?)inf(?:inity)?$/i;
/** C libraries may add a sign, and what is in the payload. */
const notANumber = /^[+-]?nan(?:\(\w*\))?$/i;

/** What `Number` reads, as the program wrote it; undefined where it is no number. */
const numeral = (text: string): string | undefined => {
  if (decimal.test(text)) return text;
  if (notANumber.test(text)) return 'NaN';
  const sign = infinity.exec(text)?.[1];
  return sign === undefined ? undefined : `${sign === '-' ? '-' : ''}Infinity`;
};

const hintFor = (text: string): string => {
  if (/^[+-]?\d*,\d+(?:[eE][+-]?\d+)?$/.test(text)) return ': the decimal mark must be a point';
  if (/^[+-]?[\d.]+[dDqQ][+-]?\d+$/.test(text)) return ': the exponent must be written with e';
  if (/^[+-]?0x/i.test(text)) return ': it must be decimal, not hexadecimal';
  if (/[ij]\)?$/.test(text)) return ': it must be real';
  return '';
};

const outOf = (id: number, text: string): Read => {
  const out = numeral(text.trim());
  if (out !== undefined) return { id, reply: { out } };
  return { fault: `expected a decimal number as "out" of answer ${id}, got ${quoted(text)}${hintFor(text.trim())}` };
};

/** Some write NaN and Infinity without quotes, which JSON does not know. */
const parse = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return JSON.parse(line.replace(/("out"\s*:\s*)(NaN|-?Infinity)(?=\s*[,}])/, '$1"$2"'));
  }
};

/** A number as the line writes it, where that is plain to see: JSON.parse keeps 17 digits of it. */
const asWritten = (line: string, value: number): string => {
  const found = [...line.matchAll(/"out"\s*:\s*(-?\d[\d.eE+-]*)/g)];
  return (found.length === 1 ? found[0]?.[1] : undefined) ?? String(value);
};

const whyNoAnswer = (line: string): Read => {
  const looksLike = /^[[{"\d-]|^(?:true|false|null)$/.test(line.trim());
  const hint = looksLike ? '' : ' (a greeting or a note belongs on standard error)';
  return { fault: `expected ${shape}, got a line that is no JSON${hint}: ${quoted(line)}` };
};

/** Reads a line of a program's standard output. A `null` for `out` is NaN; a `null` beside the other key is nothing. */
export const readAnswer = (line: string): Read => {
  const found = usual.exec(line);
  if (found) return outOf(Number(found[1]), found[2] ?? found[3] ?? '');
  let value: unknown;
  try {
    value = parse(line);
  } catch {
    return whyNoAnswer(line);
  }
  const fault = (got: string): Read => ({ fault: `expected ${shape}, got ${got}: ${quoted(line)}` });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault('JSON that is no object');
  const { id, out, error } = value as { readonly id?: unknown; readonly out?: unknown; readonly error?: unknown };
  if (id === undefined) return fault('no "id"');
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) return fault('an "id" that is no whole number');
  const isRefused = error !== undefined && error !== null;
  if (isRefused && out !== undefined && out !== null) return fault('both "out" and "error"');
  if (isRefused) return typeof error === 'string' ? { id, reply: { error } } : fault('an "error" that is no text');
  if (out === undefined) return fault('neither "out" nor "error"');
  if (out === null) return { id, reply: { out: 'NaN' } };
  if (typeof out === 'number') return outOf(id, asWritten(line, out));
  return typeof out === 'string' ? outOf(id, out) : fault('an "out" that is no number');
};

/** Whether some line of a text is an answer. */
export const holdsAnswer = (text: string): boolean => text.split('\n').some((line) => 'id' in readAnswer(line));
