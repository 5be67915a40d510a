import { computation, demands, type Routine } from './code.ts';
import type { Language } from './code-body.ts';

const c: Language = {
  literal: (decimal) => (/[.e]/.test(decimal) ? decimal : `${decimal}.0`),
  pi: 'PI',
  functions: {
    abs: 'fabs',
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
  local: (name, value) => [value === undefined ? `double ${name};` : `const double ${name} = ${value};`],
  assign: (name, value) => `${name} = ${value};`,
  returns: (value) => `return ${value};`,
  ifBelow: (condition) => `if (${condition}) {`,
  otherwise: '} else {',
  end: '}',
  remark: (text) => ` /* ${text} */`,
  has: {
    positive: (name) => `${name} > 0.0 && ${name} < INFINITY`,
    nonnegative: (name) => `${name} >= 0.0 && ${name} < INFINITY`,
    real: (name) => `isfinite(${name})`,
  },
  indent: '    ',
};

const comment = (lines: readonly string[]): string =>
  ['/*', ...lines.map((line) => ` * ${line.replaceAll('*/', '* /')}`.trimEnd()), ' */'].join('\n');

const functionOf = (routine: Routine): string => {
  const { name, parameters } = routine;
  const conditions = demands(c, routine);
  return [
    comment(routine.comment),
    `double ${name}(${parameters.map((of) => `double ${of.name}`).join(', ') || 'void'})`,
    '{',
    ...(conditions.length > 0 ? [`    if (!(${conditions.join('\n          && ')}))`, '        return NAN;'] : []),
    ...computation(c, routine).map((line) => `    ${line}`),
    '}',
  ].join('\n');
};

const reading = `/* The text behind "key": in a line of JSON that holds no nested quotes, or NULL. */
static const char *behind(const char *line, const char *key)
{
    char quoted[64];
    const char *at;
    snprintf(quoted, sizeof quoted, "\\"%s\\"", key);
    for (at = strstr(line, quoted); at != NULL; at = strstr(at, quoted)) {
        at += strlen(quoted);
        at += strspn(at, " \\t");
        if (*at == ':')
            return at + 1 + strspn(at + 1, " \\t\\"");
    }
    return NULL;
}

static double number(const char *line, const char *key)
{
    const char *text = behind(line, key);
    return text == NULL ? NAN : strtod(text, NULL);
}`;

const asked = ({ quantity, name, parameters }: Routine): string => {
  const args = parameters.map((of) => `number(line, "${of.name}")`).join(', ');
  return `        if (strncmp(quantity, "${quantity}\\"", ${quantity.length + 1}) == 0)
            out = ${name}(${args});
        else `;
};

const main = (routines: readonly Routine[]): string => `/* A request on each line of stdin, its answer on stdout. */
int main(void)
{
    static char line[65536];
    while (fgets(line, sizeof line, stdin) != NULL) {
        const char *id = behind(line, "id");
        const char *quantity = behind(line, "quantity");
        double out = 0.0;
        int known = 1;
        if (id == NULL || quantity == NULL)
            continue;
${routines.map(asked).join('').replaceAll('else         if', 'else if')}
            known = 0;
        printf("{\\"id\\":%ld,", strtol(id, NULL, 10));
        if (!known)
            printf("\\"error\\":\\"this program knows no such quantity\\"}\\n");
        else if (isnan(out))
            printf("\\"out\\":\\"NaN\\"}\\n");
        else
            printf("\\"out\\":\\"%.17g\\"}\\n", out);
        fflush(stdout);
    }
    return 0;
}`;

/**
 * A file of C99 with a function for each quantity; `about` is the comment at its head. With `answers` it is a program
 * that reads requests, a line of JSON each, and answers them. Throws NoCode for what is not in closed form.
 */
export const cFile = (routines: readonly Routine[], about: readonly string[], answers: boolean): string => {
  const functions = routines.map(functionOf);
  const needsPi = functions.some((text) => /\bPI\b/.test(text));
  const headers = ['<math.h>', ...(answers ? ['<stdio.h>', '<stdlib.h>', '<string.h>'] : [])];
  return `${[
    comment(about),
    headers.map((header) => `#include ${header}`).join('\n'),
    ...(needsPi ? ['#define PI 3.1415926535897931'] : []),
    ...functions,
    ...(answers ? [reading, main(routines)] : []),
  ].join('\n\n')}\n`;
};
