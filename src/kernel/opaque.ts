import type { Expr } from '../formula/expression.ts';
import { fractionKey, same } from './field.ts';
import { type Fraction, generatorNamed, ofGenerator, type Signs, type State } from './state.ts';

/** Something left open, known by its kind and the normal forms of its parts, whatever form they were written in. */
export const opaque = (
  state: State,
  kind: string,
  formula: Expr,
  signs: Signs,
  parts: readonly Fraction[],
): Fraction => {
  const alike = state.generators.find(
    (known) =>
      known.kind === kind &&
      known.arguments.length === parts.length &&
      known.arguments.every((argument, index) => same(state, argument, parts[index] as Fraction)),
  );
  if (alike) return ofGenerator(alike);
  const name = `${kind} ${parts.map(fractionKey).join(' ; ')}`;
  return ofGenerator(generatorNamed(state, name, () => ({ kind, formula, signs, arguments: parts })));
};
