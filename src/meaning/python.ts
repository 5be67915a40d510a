import { computation, demands, type Routine } from './code.ts';
import type { Language } from './code-body.ts';

const python: Language = {
  literal: (decimal) => (/[.e]/.test(decimal) ? decimal : `${decimal}.0`),
  pi: 'math.pi',
  functions: {
    abs: 'abs',
    sqrt: 'math.sqrt',
    exp: '_exp',
    log: 'math.log',
    sin: 'math.sin',
    cos: 'math.cos',
    sinh: 'math.sinh',
    cosh: 'math.cosh',
    tanh: 'math.tanh',
    atan: 'math.atan',
    acos: 'math.acos',
    asin: 'math.asin',
  },
  local: (name, value) => (value === undefined ? [] : [`${name} = ${value}`]),
  assign: (name, value) => `${name} = ${value}`,
  returns: (value) => `return ${value}`,
  ifBelow: (condition) => `if ${condition}:`,
  otherwise: 'else:',
  end: undefined,
  remark: (text) => `  # ${text}`,
  has: {
    positive: (name) => `0.0 < ${name} < math.inf`,
    nonnegative: (name) => `0.0 <= ${name} < math.inf`,
    real: (name) => `math.isfinite(${name})`,
  },
  indent: '    ',
};

/** Lines between triple quotes; a backslash or quotes in them stand for themselves. */
const docstring = (lines: readonly string[], indent: string): string => {
  const safe = lines.map((line) => line.replaceAll('\\', '\\\\').replaceAll('"', "'"));
  return `${[`"""${safe[0] ?? ''}`, ...safe.slice(1), '"""'].map((line) => `${indent}${line}`.trimEnd()).join('\n')}`;
};

const functionOf = (routine: Routine): string => {
  const { name, parameters, comment } = routine;
  const conditions = demands(python, routine);
  return [
    `def ${name}(${parameters.map((of) => of.name).join(', ')}):`,
    docstring(comment, '    '),
    ...(conditions.length > 0
      ? [`    if not (${conditions.join('\n            and ')}):`, '        return math.nan']
      : []),
    ...computation(python, routine).map((line) => `    ${line}`),
  ].join('\n');
};

const exponential = `def _exp(x):
    try:
        return math.exp(x)
    except OverflowError:
        return math.inf`;

const answering = (routines: readonly Routine[]): string => `FUNCTIONS = {
${routines.map(({ quantity, name, parameters }) => `    "${quantity}": (${name}, [${parameters.map((of) => `"${of.name}"`).join(', ')}]),`).join('\n')}
}


def answer(request):
    """The answer to one request: the value, or an error with its reason."""
    try:
        function, names = FUNCTIONS[request["quantity"]]
        value = function(*[float(request["in"][name]) for name in names])
        return {"id": request["id"], "out": repr(value)}
    except Exception as fault:
        return {"id": request["id"], "error": type(fault).__name__ + ": " + str(fault)}


if __name__ == "__main__":
    # A request on each line of stdin, its answer on stdout.
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)`;

/**
 * A module of Python 3 with a function for each quantity, which needs nothing but the standard library; `about` is its
 * docstring. With `answers` it is a program too, which reads requests, a line of JSON each, and answers them. Throws
 * NoCode for what is not in closed form.
 */
export const pythonFile = (routines: readonly Routine[], about: readonly string[], answers: boolean): string => {
  const functions = routines.map(functionOf);
  const imports = [...(answers ? ['json'] : []), 'math', ...(answers ? ['sys'] : [])];
  return `${[
    `${docstring([...about, '', 'A denominator of 0 raises ZeroDivisionError.'], '')}\n${imports.map((of) => `import ${of}`).join('\n')}`,
    ...(functions.some((text) => /\b_exp\(/.test(text)) ? [exponential] : []),
    ...functions,
    ...(answers ? [answering(routines)] : []),
  ].join('\n\n\n')}\n`;
};
