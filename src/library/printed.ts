import { above, below } from '../../spec/circle.ts';
import { claims } from '../../spec/claims.ts';
import { executed } from '../../spec/section-6/notation.ts';
import type { Claim } from '../claim/claim.ts';
import { cases, type Expr, symbol } from '../formula/expression.ts';
import { freeSymbols, instantiate, key, type Lambda, substitute, unknownFunctions } from '../formula/substitute.ts';
import { D0, Delta0, omega0I } from '../formula/symbols.ts';
import { plainText } from '../meaning/text.ts';
import type { Printed } from '../oracle/printed.ts';
import { constantOf, parameters } from '../theory/parameters.ts';
import { quantities } from '../theory/quantities.ts';
import type { Quantity } from '../theory/quantity.ts';

/** The formulas of the paper as printed, with what they rest on put in, so that they have a value. */

/** The claims that introduce a symbol, or a function of symbols, by its name. */
const introducing = new Map<string, Claim>();
for (const claim of claims) {
  const left = claim.printed?.is === '=' ? claim.printed.left : undefined;
  const name =
    left?.kind === 'symbol'
      ? left.symbol.name
      : left?.kind === 'unknown' && left.args.every(({ kind }) => kind === 'symbol')
        ? left.unknown.name
        : undefined;
  if (name !== undefined && !introducing.has(name)) introducing.set(name, claim);
}

const isKnown = (name: string): boolean =>
  Object.hasOwn(parameters, name) || Object.hasOwn(constantOf, name) || ['hbar', 'gammaI', 'gammaJ'].includes(name);

/** How deep one printed formula may rest on others. */
const deepest = 4;

/** A function that another claim prints, or a function of frequency that stands for its value there. */
const lambdaOf = (name: string, arity: number, depth: number): Lambda | undefined => {
  const parameter = parameters[name];
  if (parameter) {
    const { tex, dimension, sign } = parameter.symbol;
    return {
      parameters: Array.from({ length: arity }, (_, index) => `x${index}`),
      body: symbol(name, tex, dimension, sign),
    };
  }
  const left = introducing.get(name)?.printed?.left;
  const right = introducing.get(name)?.printed?.right;
  if (left?.kind !== 'unknown' || !right) return undefined;
  const names = left.args.map((arg) => (arg.kind === 'symbol' ? arg.symbol.name : ''));
  return { parameters: names, body: withPremises(right, depth - 1) };
};

const withPremises = (formula: Expr, depth = deepest): Expr => {
  if (depth === 0) return formula;
  const functions = Object.fromEntries(
    [...unknownFunctions(formula)].flatMap(([name, { parameters: of }]) => {
      const lambda = lambdaOf(name, of.length, depth);
      return lambda ? [[name, lambda] as const] : [];
    }),
  );
  const plain = instantiate(formula, functions);
  const replacements = Object.fromEntries(
    [...freeSymbols(plain).keys()].flatMap((name) => {
      const right = isKnown(name) ? undefined : introducing.get(name)?.printed?.right;
      return right ? [[name, withPremises(right, depth - 1)] as const] : [];
    }),
  );
  return substitute(plain, replacements);
};

/** With the integrals (64) and (66) executed as footnotes 4 and 6 do, for every width. */
const inClosedForm = (formula: Expr): Expr => {
  if (!freeSymbols(formula).has(Delta0.symbol.name)) return formula;
  const [low, high] = [executed(formula, below), executed(formula, above)];
  return key(low) === key(formula)
    ? formula
    : cases<string, 'scalar' | 'binder'>({ left: D0, right: omega0I }, low, high);
};

const made = new Map<string, Expr>();

/** The printed formula of a claim, ready to be evaluated where it leaves nothing open. */
const printedFormula = ({ id, printed }: Claim): Expr => {
  if (!printed) throw new TypeError(`${id} prints no formula`);
  const formula = made.get(id) ?? inClosedForm(withPremises(printed.right));
  made.set(id, formula);
  return formula;
};

/** All claims that print a formula. */
export const printedClaims: readonly Printed[] = claims
  .filter(({ printed }) => printed)
  .map((claim) => ({ claim, formula: () => printedFormula(claim) }));

/** The equation that introduces a quantity in print: the one said to be it, the one of its number, or one for its symbol. */
const introduces = ({ name, writes, equation }: Quantity): Printed | undefined => {
  const speaking = printedClaims.filter(
    ({ claim }) =>
      claim.quantity === name || (writes && claim.printed?.left && key(claim.printed.left) === key(writes)),
  );
  const isWhole = ({ claim }: Printed): boolean => {
    const formula = printedFormula(claim);
    return unknownFunctions(formula).size === 0 && [...freeSymbols(formula).keys()].every(isKnown);
  };
  const named = `eq${equation.replace('.', '')}`;
  const [own, byNumber, any] = [
    speaking.find(({ claim }) => claim.quantity === name && claim.printed?.is === '='),
    speaking.find(({ claim }) => claim.id === named),
    speaking.find(({ claim }) => claim.printed?.is === '='),
  ];
  return [own, byNumber, any].find((one) => one !== undefined && isWhole(one));
};

const editionOf = (quantity: Quantity): readonly Quantity[] => {
  const isAsked = quantity.writes !== undefined || quantity.listed;
  const found = isAsked && !quantity.name.includes(':') ? introduces(quantity) : undefined;
  if (!found) return [];
  const { claim } = found;
  const { small } = claim;
  return [
    {
      ...quantity,
      name: `${quantity.name}:printed`,
      formula: printedFormula(claim),
      claim: claim.id,
      equation: claim.id.startsWith('eq') ? claim.id.slice(2).replace(/^A/, 'A.') : quantity.equation,
      limits: `formula as printed${claim.text.status === 'clean' ? '' : `, its text ${claim.text.status}`}; "tripleflip explain ${claim.id}" says whether it is right`,
      listed: true,
      regimes: small
        ? [
            {
              says: `${small.symbol.name} << ${plainText(small.scale)}`,
              small: { kind: 'symbol', symbol: small.symbol },
              large: small.scale,
            },
          ]
        : [],
    },
  ];
};

/** The edition `:printed` of every quantity that the paper has an equation for. */
export const printedQuantities: readonly Quantity[] = quantities.flatMap(editionOf);
