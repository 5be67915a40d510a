import { multiply, plus as plusRational, type Rational, sign, one as unity } from '../number/rational.ts';
import { pureNumber } from './dimension.ts';
import { type Expr, type Node, num, type SymbolExpr, symbol } from './expression.ts';
import { type Algebra, fold, rebuild } from './fold.ts';

/**
 * Operators of spins 1/2 as symbols of the language, and the matrices of formulas made of them. Products of operators
 * keep their order in the tree, but nothing outside this file knows that they do not commute: a formula that holds an
 * operator is only to be printed or turned into its matrix. The operators are real in the basis of S_z: S_y is -i/2
 * times S_+ - S_-, and where two of it meet their product is real.
 */
export type Component = 'z' | '+' | '-';

/** A square matrix of scalar formulas, row by row. */
export type FormulaMatrix = readonly (readonly Expr[])[];

/** S_z, S_+ or S_- of a spin 1/2, a pure number; `letter` I for a nucleus. Throws a RangeError for an empty label. */
export const spin = <L extends string, C extends Component, T extends 'S' | 'I' = 'S'>(
  label: L,
  component: C,
  letter: T = 'S' as T,
): SymbolExpr<`${T}_${C}@${L}`> => {
  if (!/^\w+$/.test(label)) throw new RangeError(`expected letters or digits as the label of a spin, got "${label}"`);
  const above = label.length === 1 ? label : `{${label}}`;
  return symbol(`${letter}_${component}@${label}`, `${letter}_${component}^${above}`, pureNumber, 'real');
};

const operatorName = /^([SI])_([z+-])@(\w+)$/;

/** Whether a symbol of that name is a spin operator. */
export const isOperator = (name: string): boolean => operatorName.test(name);

const zero = num(0);
const one = num(1);
const numberOf = (a: Node): Rational | undefined => (a.kind === 'number' ? a.value : undefined);
const isZero = (a: Node): boolean => a.kind === 'number' && sign(a.value) === 0;
const isOne = (a: Node): boolean => a.kind === 'number' && a.value.numerator === 1n && a.value.denominator === 1n;

/** Sum and product with what 0, 1 and two numbers next to each other make of them; nothing else is simplified. */
const added = (a: Node, b: Node): Node => {
  if (isZero(a)) return b;
  if (isZero(b)) return a;
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x && y) return num(plusRational(x, y));
  return { kind: 'sum', terms: [a, b].flatMap((part) => (part.kind === 'sum' ? part.terms : [part])) };
};

const multiplied = (a: Node, b: Node): Node => {
  if (isZero(a) || isZero(b)) return zero;
  const factors = [a, b].flatMap((part) => (part.kind === 'product' ? part.factors : [part]));
  const others = factors.filter((factor) => factor.kind !== 'number');
  const coefficient = num(factors.map(numberOf).reduce<Rational>((x, y) => (y ? multiply(x, y) : x), unity));
  const kept = isOne(coefficient) && others.length > 0 ? others : [coefficient, ...others];
  return kept.length === 1 ? (kept[0] as Node) : { kind: 'product', factors: kept };
};

const squareMatrix = (size: number, entry: (row: number, column: number) => Expr): FormulaMatrix =>
  Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => entry(row, column)));

const at = (a: FormulaMatrix, row: number, column: number): Expr => a[row]?.[column] as Expr;

/** The sizes of two matrices that are to be combined; throws a RangeError unless they are the same. */
const commonSize = (a: FormulaMatrix, b: FormulaMatrix): number => {
  if (a.length !== b.length) throw new RangeError(`expected matrices of one size, got ${a.length} and ${b.length}`);
  return a.length;
};

export const identityMatrix = (size: number): FormulaMatrix =>
  squareMatrix(size, (row, column) => (row === column ? one : zero));

/** Throws a RangeError for matrices of different size. */
export const plus = (a: FormulaMatrix, b: FormulaMatrix): FormulaMatrix =>
  squareMatrix(commonSize(a, b), (row, column) => added(at(a, row, column), at(b, row, column)));

export const times = (scalar: Expr, a: FormulaMatrix): FormulaMatrix =>
  squareMatrix(a.length, (row, column) => multiplied(scalar, at(a, row, column)));

/** The matrix product, a applied after b. Throws a RangeError for matrices of different size. */
export const product = (a: FormulaMatrix, b: FormulaMatrix): FormulaMatrix =>
  squareMatrix(commonSize(a, b), (row, column) =>
    a.reduce<Expr>((sum, _, k) => added(sum, multiplied(at(a, row, k), at(b, k, column))), zero),
  );

export const trace = (a: FormulaMatrix): Expr => a.reduce<Expr>((sum, _, k) => added(sum, at(a, k, k)), zero);

/** The tensor product; the indices of the first matrix are the more significant ones. */
export const kronecker = (a: FormulaMatrix, b: FormulaMatrix): FormulaMatrix => {
  const size = b.length;
  return squareMatrix(a.length * size, (row, column) =>
    multiplied(at(a, Math.floor(row / size), Math.floor(column / size)), at(b, row % size, column % size)),
  );
};

const half = num(1, 2);
const spinMatrices: Readonly<Record<Component, FormulaMatrix>> = {
  z: [
    [half, zero],
    [zero, num(-1, 2)],
  ],
  '+': [
    [zero, one],
    [zero, zero],
  ],
  '-': [
    [zero, zero],
    [one, zero],
  ],
};

/** What a part of a formula is: a scalar, or a matrix. */
type Part = { readonly scalar: Expr } | { readonly matrix: FormulaMatrix };

const reading = (spins: readonly string[]): Algebra<Part> => {
  const unit = identityMatrix(1 << spins.length);
  const matrix = (part: Part): FormulaMatrix => ('matrix' in part ? part.matrix : times(part.scalar, unit));
  const isScalar = (part: Part): part is { readonly scalar: Expr } => 'scalar' in part;
  /** The scalar that a part must be where operators have no meaning. */
  const scalar =
    (place: string) =>
    (part: Part): Expr => {
      if (isScalar(part)) return part.scalar;
      throw new RangeError(`expected a formula that is polynomial in spin operators, got one inside ${place}`);
    };
  const combine = (
    parts: readonly Part[],
    scalars: (of: readonly Node[]) => Node,
    matrices: (a: FormulaMatrix, b: FormulaMatrix) => FormulaMatrix,
  ): Part =>
    parts.every(isScalar)
      ? { scalar: scalars(parts.map((part) => part.scalar)) }
      : { matrix: parts.map(matrix).reduce(matrices) };
  const letters = new Map<string, string>();
  return {
    number: (value) => ({ scalar: rebuild.number(value) }),
    pi: () => ({ scalar: rebuild.pi() }),
    symbol: (of) => {
      const [, letter, component, label] = operatorName.exec(of.name) ?? [];
      if (letter === undefined || label === undefined) return { scalar: rebuild.symbol(of) };
      if (!spins.includes(label))
        throw new RangeError(`expected operators of the spins ${spins.join(', ')}, got ${of.name}`);
      if ((letters.get(label) ?? letter) !== letter)
        throw new RangeError(`expected one spin of the label ${label}, got both S and I`);
      letters.set(label, letter);
      return {
        matrix: spins
          .map((name) => (name === label ? spinMatrices[component as Component] : identityMatrix(2)))
          .reduce(kronecker),
      };
    },
    sum: (terms) => combine(terms, rebuild.sum, plus),
    product: (factors) => {
      if (factors.every(isScalar)) return combine(factors, rebuild.product, product);
      // Scalars commute: multiplied in at the end they cost no product of matrices.
      const scale = factors.filter(isScalar).reduce<Expr>((a, { scalar: b }) => multiplied(a, b), one);
      const operators = factors.flatMap((factor) => (isScalar(factor) ? [] : [factor.matrix]));
      return { matrix: times(scale, operators.reduce(product)) };
    },
    quotient: (over, under) => {
      const divisor = scalar('a denominator')(under);
      if (isScalar(over)) return { scalar: rebuild.quotient(over.scalar, divisor) };
      const a = over.matrix;
      return {
        matrix: squareMatrix(a.length, (row, column) => {
          const entry = at(a, row, column);
          return isZero(entry) ? zero : rebuild.quotient(entry, divisor);
        }),
      };
    },
    power: (base, exponent) => {
      if (isScalar(base)) return { scalar: rebuild.power(base.scalar, exponent) };
      if (exponent.denominator !== 1n || exponent.numerator < 0n) return { scalar: scalar('a power')(base) };
      return { matrix: Array.from({ length: Number(exponent.numerator) }, () => base.matrix).reduce(product, unit) };
    },
    call: (name, argument) => ({ scalar: rebuild.call(name, scalar('a function')(argument)) }),
    cases: (...parts) => {
      const [left, right, below, otherwise] = parts.map(scalar('a case')) as [Expr, Expr, Expr, Expr];
      return { scalar: rebuild.cases(left, right, below, otherwise) };
    },
    unknown: (unknown, args) => ({ scalar: rebuild.unknown(unknown, args.map(scalar('a function'))) }),
    delta: (argument) => ({ scalar: rebuild.delta(scalar('a delta function')(argument)) }),
    integral: (variable, ranges, body) => {
      const inside = scalar('an integral');
      return {
        scalar: rebuild.integral(
          variable,
          ranges.map(([lo, hi]) => [inside(lo), inside(hi)]),
          inside(body),
        ),
      };
    },
    pairSum: (first, second, count, body) => ({
      scalar: rebuild.pairSum(first, second, count, scalar('a sum over spins')(body)),
    }),
    total: (index, count, body) => ({ scalar: rebuild.total(index, count, scalar('a sum over spins')(body)) }),
    derivative: (variable, body, at) => {
      const inside = scalar('a derivative');
      return { scalar: rebuild.derivative(variable, inside(body), inside(at)) };
    },
  };
};

/**
 * The matrix of a formula that is polynomial in spin operators, a scalar term standing for itself times unity. Each spin
 * counts up, down; the first spin of the list is the most significant, so two spins give ++, +-, -+, --.
 * Throws a RangeError for no spins or the same one twice, for an operator of another spin, and for one inside a
 * function, a denominator or a power other than 0, 1, 2, ...
 */
export const matrixOf = (formula: Expr, spins: readonly string[]): FormulaMatrix => {
  if (spins.length === 0 || new Set(spins).size < spins.length)
    throw new RangeError(`expected one or several different spins, got "${spins.join(', ')}"`);
  const part = fold(formula, reading(spins));
  return 'matrix' in part ? part.matrix : times(part.scalar, identityMatrix(1 << spins.length));
};
