import { computation, demands, type Routine } from './code.ts';
import type { Language } from './code-body.ts';

const octave: Language = {
  literal: (decimal) => decimal,
  pi: 'pi',
  functions: {
    abs: 'abs',
    sqrt: 'sqrt',
    exp: 'exp',
    log: 'log',
    sin: 'sin',
    cos: 'cos',
    sinh: 'sinh',
    cosh: 'cosh',
    tanh: 'tanh',
    atan: 'atan',
    acos: 'acos',
    asin: 'asin',
  },
  local: (name, value) => (value === undefined ? [] : [`${name} = ${value};`]),
  assign: (name, value) => `${name} = ${value};`,
  returns: (value) => `value = ${value};`,
  ifBelow: (condition) => `if ${condition}`,
  otherwise: 'else',
  end: 'end',
  remark: (text) => ` % ${text}`,
  has: {
    positive: (name) => `${name} > 0 && ${name} < Inf`,
    nonnegative: (name) => `${name} >= 0 && ${name} < Inf`,
    real: (name) => `isfinite(${name})`,
  },
  indent: '  ',
};

const comment = (lines: readonly string[]): readonly string[] => lines.map((line) => `% ${line}`.trimEnd());

/** The comment stands below the first line, where "help" looks for it. */
const functionOf = (routine: Routine): string => {
  const { name, parameters } = routine;
  const conditions = demands(octave, routine);
  return [
    `function value = ${name}(${parameters.map((of) => of.name).join(', ')})`,
    ...comment(routine.comment),
    ...(conditions.length > 0
      ? [`  if ~(${conditions.join(' ...\n      && ')})`, '    value = NaN;', '    return;', '  end']
      : []),
    ...computation(octave, routine).map((line) => `  ${line}`),
    'end',
  ].join('\n');
};

const asked = ({ quantity, name, parameters }: Routine): string =>
  `    case '${quantity}'
      value = ${name}(${parameters.map((of) => `str2double(in.${of.name})`).join(', ')});
`;

const answering = (routines: readonly Routine[]): string => `function value = valueOf(quantity, in)
  switch quantity
${routines.map(asked).join('')}    otherwise
      error('this program knows no quantity %s', quantity);
  end
end

% A request on each line of stdin, its answer on stdout.
line = fgetl(stdin);
while ischar(line)
  request = jsondecode(line);
  try
    printf('{"id":%d,"out":"%.17g"}\\n', request.id, valueOf(request.quantity, request.in));
  catch fault
    printf('{"id":%d,"error":%s}\\n', request.id, jsonencode(fault.message));
  end
  fflush(stdout);
  line = fgetl(stdin);
end`;

/**
 * A function file for Octave and MATLAB. For several quantities it is one whose function, of the name `file`, gives a
 * struct of handles, because no more than the first function of a file can be called from elsewhere. With `answers` it
 * is a script for Octave that reads requests, a line of JSON each, and answers them. Throws NoCode for what is not in
 * closed form.
 */
export const octaveFile = (
  routines: readonly Routine[],
  about: readonly string[],
  answers: boolean,
  file: string,
): string => {
  const [first] = routines;
  if (!answers && first && routines.length === 1)
    return `${functionOf({ ...first, comment: [...first.comment, '', ...about] })}\n`;
  const functions = routines.map(functionOf);
  if (answers)
    return `${[...comment(about), '1; % a script, not a function file', '', ...functions.map((text) => `${text}\n`), answering(routines)].join('\n')}\n`;
  const handles = [
    `function handles = ${file}()`,
    ...comment([
      `Functions by name: f = ${file}(); f.${first?.name}(${first?.parameters.map(({ name }) => name).join(', ')})`,
      ...about,
    ]),
    ...routines.map(({ name }) => `  handles.${name} = @${name};`),
    'end',
  ].join('\n');
  return `${[handles, ...functions].join('\n\n')}\n`;
};
