const width = 100;

/** A space at which no line is broken. */
export const tie = '\u00a0';

/** Words on lines of at most `width` characters; a word that is longer has a line of its own. */
export const wrapped = (text: string, first: number, rest: number): string => {
  const lines: string[] = [];
  let line = ' '.repeat(first);
  let isEmpty = true;
  for (const word of text.trim().split(/[ \n\t]+/)) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      [line, isEmpty] = [' '.repeat(rest), true];
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n').replaceAll(tie, ' ');
};

export const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
export const sentence = (text: string): string => wrapped(ended(text), 2, 2);
export const item = (text: string): string => wrapped(ended(text), 4, 6);
export const formula = (text: string): string => wrapped(text, 4, 6);
export const section = (title: string, parts: readonly string[]): readonly string[] =>
  parts.length > 0 ? [[title, ...parts].join('\n')] : [];

export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
export const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'An' : 'A'} ${noun}`;

export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
