const largestExponent = 1_000_000;

/** Throws a RangeError unless n is an integer of at most a million in magnitude. */
export const checkExponent = (n: number): void => {
  if (!Number.isInteger(n) || Math.abs(n) > largestExponent)
    throw new RangeError(`expected an integer exponent between -${largestExponent} and ${largestExponent}, got ${n}`);
};

/**
 * x to the power n >= 1 by repeated squaring, with the given product. When the product rounds in one direction and
 * the operands are not negative, the power is rounded in that direction too.
 */
export const raise = <S>(x: S, n: number, times: (a: S, b: S) => S): S => {
  let [square, left] = [x, n];
  while (left % 2 === 0) {
    square = times(square, square);
    left /= 2;
  }
  let product = square;
  for (left = (left - 1) / 2; left > 0; left = Math.floor(left / 2)) {
    square = times(square, square);
    if (left % 2 === 1) product = times(product, square);
  }
  return product;
};
