import { freeSymbols } from '../formula/substitute.ts';
import { nuclei, type PhysicalConstant } from '../theory/constants.ts';
import { atResonance, type Derivation, derivations } from '../theory/derived-parameters.ts';
import { constantOf } from '../theory/parameters.ts';
import { OracleError } from './error.ts';
import type { Given } from './given.ts';

/** Where the values of some symbols come from. */
export interface Reached {
  readonly given: ReadonlyMap<string, Given>;
  readonly constants: ReadonlyMap<string, PhysicalConstant>;
  /** In the order in which they build on each other. */
  readonly steps: readonly Derivation[];
  /** Symbols that neither are given nor follow from what is. */
  readonly missing: readonly string[];
}

const derivationOf = (name: string, also: readonly Derivation[]): Derivation | undefined =>
  derivations.find((one) => one.name === name) ?? also.find((one) => one.name === name);

const needsOf = ({ formula }: Derivation): readonly string[] => [...freeSymbols(formula).keys()];

/** What would have to be given for a derivation, constants left aside. */
const leavesOf = (derivation: Derivation): readonly string[] => [
  ...new Set(
    needsOf(derivation).flatMap((name): readonly string[] => {
      if (constantOf[name]) return [];
      const from = derivationOf(name, []);
      return from ? leavesOf(from) : [name === 'gammaNucleus' ? 'nucleus' : name];
    }),
  ),
];

/**
 * Where the values of the symbols named come from: from what is given, else from a constant, else by a derivation. Under
 * `matching` the coupling of a pair may also follow from the matching condition.
 */
export const reach = (
  names: readonly string[],
  given: ReadonlyMap<string, Given>,
  { matching = false }: { readonly matching?: boolean } = {},
): Reached => {
  const also = matching ? atResonance : [];
  const used = new Map<string, Given>();
  const constants = new Map<string, PhysicalConstant>();
  const steps = new Map<string, Derivation>();
  const find = (name: string): boolean => {
    const own = given.get(name);
    if (own) {
      used.set(name, own);
      return true;
    }
    if (steps.has(name) || constants.has(name)) return true;
    const constant = constantOf[name];
    const nucleus = name === 'gammaNucleus' ? given.get('nucleus') : undefined;
    if (nucleus) used.set('nucleus', nucleus);
    const known = constant ?? (nucleus ? nuclei[nucleus.text] : undefined);
    if (known) {
      constants.set(name, known);
      return true;
    }
    const derivation = derivationOf(name, also);
    if (!derivation) return false;
    // A derivation that lacks something takes part in nothing: what it would have used is left alone.
    const trial = reachable(derivation);
    if (!trial) return false;
    needsOf(derivation).forEach(find);
    steps.set(name, derivation);
    return true;
  };
  const reachable = (derivation: Derivation): boolean =>
    needsOf(derivation).every((name) => {
      if (given.has(name) || constantOf[name]) return true;
      if (name === 'gammaNucleus' && given.has('nucleus')) return true;
      const from = derivationOf(name, also);
      return from !== undefined && reachable(from);
    });
  const missing = [...new Set(names)].filter((name) => !find(name));
  return { given: used, constants, steps: [...steps.values()], missing };
};

const listed = (names: readonly string[], last = 'and'): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} ${last} ${names[names.length - 1]}`;

/** How much is not given of what a derivation needs: without any of it the two contradict each other. */
const lackingOf = (derivation: Derivation, given: ReadonlyMap<string, Given>): number =>
  leavesOf(derivation).filter((leaf) => !given.has(leaf)).length;

/** What is wanted of a missing symbol: the rest of a derivation that has been begun, or the symbol itself. */
const wanted = (name: string, given: ReadonlyMap<string, Given>): string => {
  const derivation = derivationOf(name, []);
  if (!derivation) return name === 'gammaNucleus' ? 'nucleus' : name;
  const leaves = leavesOf(derivation);
  const lacking = leaves.filter((leaf) => !given.has(leaf));
  return lacking.length < leaves.length && lacking.length > 0
    ? `${name} (or ${listed(lacking)}, from which it follows with ${listed(leaves.filter((leaf) => given.has(leaf)))})`
    : `${name} (or ${listed(leaves)})`;
};

/**
 * Refuses inputs that leave a quantity without a value, that contradict each other, or that it does not depend on.
 * Throws an OracleError.
 */
export const checkInputs = (
  quantity: string,
  reached: Reached,
  allowed: readonly string[],
  given: ReadonlyMap<string, Given>,
): void => {
  if (given.has('nucleus') && given.has('gammaNucleus'))
    throw new OracleError('expected nucleus or gammaNucleus, got both: the one gives the other');
  const extra = [...given.keys()].filter((name) => !reached.given.has(name));
  for (const name of extra) {
    const [twice] = [...reached.given.keys()]
      .flatMap((used) => derivationOf(used, []) ?? [])
      .filter((derivation) => leavesOf(derivation).includes(name))
      .sort((a, b) => lackingOf(a, given) - lackingOf(b, given) || leavesOf(a).length - leavesOf(b).length);
    // What gives something by itself, as g does, is more likely to be told as a property of the sample.
    const givesAlone = derivations.some((of) => leavesOf(of).length === 1 && leavesOf(of)[0] === name);
    if (twice && givesAlone && lackingOf(twice, given) > 0) {
      // What is missing says more: it may be what was to follow.
      if (reached.missing.length > 0) continue;
      throw new OracleError(
        `expected ${name} only where something follows from it, got it where ${listed([...reached.given.keys()])} are given: leave it out`,
      );
    }
    if (twice)
      throw new OracleError(
        `expected ${twice.name} or ${listed(leavesOf(twice))}, got both ${twice.name} and ${name}: the one follows from the other by ${twice.by}`,
      );
  }
  if (reached.missing.length > 0) {
    const asked = reached.missing.map((name) => wanted(name, given));
    throw new OracleError(`expected a value of ${listed(asked)} for ${quantity}, got none`);
  }
  if (extra.length > 0)
    throw new OracleError(
      `expected only what ${quantity} depends on (${allowed.join(', ') || 'nothing'}, or what these follow from), got ${listed(extra)} as well`,
    );
};
