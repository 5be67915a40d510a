import { BrokenRow } from './rows-csv.ts';

/** A string, and the colon behind it where it is a name. */
const member = /"(?:[^"\\]|\\.)*"(\s*:)?/g;
/** How many members are named, a name that stands twice counted twice. */
const named = (text: string): number => [...text.matchAll(member)].filter(([, colon]) => colon !== undefined).length;
/** A string, or a number outside of strings. */
const token = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * The members of one JSON object of numbers and strings, all as they are written: 0.1 stays one tenth, where a program
 * that reads it as a number would round it. Throws a BrokenRow.
 */
export const membersOf = (text: string): ReadonlyMap<string, string> => {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(token, (found) => (found.startsWith('"') ? found : `"${found}"`)));
  } catch {
    throw new BrokenRow('expected a JSON object on one line, got no JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BrokenRow('expected a JSON object on one line, got another value');
  const members = new Map<string, string>();
  for (const [name, member] of Object.entries(value)) {
    if (typeof member !== 'string') throw new BrokenRow(`expected ${name} to be a number or a text`);
    members.set(name, member);
  }
  if (named(text) !== members.size) throw new BrokenRow('expected each name once in a JSON object, got one twice');
  return members;
};
