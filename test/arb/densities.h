#ifndef DENSITIES_H
#define DENSITIES_H
#include <arb.h>

#define VALUES(n) arb_ptr v = _arb_vec_init(n)
#define DONE(n) _arb_vec_clear(v, n)

/* The Lorentzian of a half width at a coupling. */
void lorentzian(arb_t out, const arb_t coupling, const arb_t width, slong prec);
/* The density of dipolar couplings, with product = nS K. */
void dipolar(arb_t out, const arb_t coupling, const arb_t cutoff, const arb_t product, slong prec);
/* nS K from the width DD that it gives. */
void product_of_width(arb_t out, arb_srcptr at, slong prec);
/* sqrt((a - b)(a + b)) */
void leg(arb_t out, const arb_t a, const arb_t b, slong prec);
/* out over/under */
void scaled(arb_t out, slong over, slong under, slong prec);
#endif
