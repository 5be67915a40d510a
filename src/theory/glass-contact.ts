/**
 * The pair distribution of spins added at random one after the other, where those that overlap are refused.
 *
 * An added spin keeps a ball of radius r0 free of others; w(r) is the volume that two such balls at distance r share, v
 * that of one. Per attempt and volume the density n grows by the chance that a uniform position is free, and the density
 * n2(r) of pairs by twice (either spin may be the later one) that of a position at r from a spin, itself beyond r0:
 *   dn/dt  = 1 - n v + O(n^2)
 *   dn2/dt = 2 (n - integral of n2 over the ball around the position) = 2 n (1 - n (v - w(r))) + O(n^3),
 * since of that ball the part w(r) is empty already because of the spin at distance r. So dn2/dn = 2 n (1 + n w), and
 *   g(r) = n2/n^2 = 1 + (2/3) n w(r) + O(n^2) beyond r0.
 * In thermal equilibrium the factor is 1: there every spin feels all others, here only those that came before it.
 */

/** Volume shared by two balls of radius 1 whose centres are r apart, in r0^3; 0 from r = 2 on. */
export const sharedVolume = (r: number): number =>
  r < 2 ? ((4 * Math.PI) / 3) * (1 - (3 * r) / 4 + (r * r * r) / 16) : 0;

/**
 * g(r) for r >= 1, in r0, to first order in the filling, for a periodic box with a given number of spins. The box
 * holds one spin less than the density times its volume around each spin, all of them outside its ball; so far away g is
 * (1 - 1/spins)/(1 - v filling/spins), which matters for small samples only.
 */
export const pairDistribution = (filling: number, spins: number): ((r: number) => number) => {
  const far = (1 - 1 / spins) / (1 - (4 * Math.PI * filling) / (3 * spins));
  return (r) => far * (1 + (2 / 3) * filling * sharedVolume(r));
};

/**
 * The whole of the first-order correction at contact, (5 pi/18) filling: 3.5 % at 0.04. No sum over pairs of terms
 * of one sign changes by more in relative terms. Once pairs are weighted by 1/g, what is left is of second order; it is
 * stated with this bound all the same, as nothing is derived for the second order.
 */
export const largestContactCorrection = (filling: number): number => ((5 * Math.PI) / 18) * filling;
