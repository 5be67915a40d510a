/** What is left open in LaTeX, or closed without having been opened: braces, environments, \left and \right, $. */
export const unbalanced = (tex: string): readonly string[] => {
  const wrong: string[] = [];
  const open: string[] = [];
  const close = (what: string): void => {
    const last = open.pop();
    if (last !== what) wrong.push(`${what} closes ${last ?? 'nothing'}`);
  };
  const tokens = /\\(begin|end)\{([^{}]*)\}|\\(left|right)(?![a-zA-Z])|\\[\\{}$%&#_^~]|[{}$]|\n/g;
  for (const [token, verb, environment, side] of tex.matchAll(tokens)) {
    if (verb === 'begin') open.push(environment as string);
    else if (verb === 'end') close(environment as string);
    else if (side === 'left') open.push('\\left');
    else if (side === 'right') close('\\left');
    else if (token === '{') open.push('{');
    else if (token === '}') close('{');
    else if (token === '$' && open.at(-1) === '$') close('$');
    else if (token === '$') open.push('$');
  }
  return [...wrong, ...open.map((what) => `${what} is left open`)];
};
