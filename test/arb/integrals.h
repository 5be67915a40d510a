#ifndef INTEGRALS_H
#define INTEGRALS_H
#include <arb.h>

/* W^Z (zeeman) or W^SS for the Lorentzian, up to the coupling D0 or, from_limit, down to |Delta| = Delta0. */
void integrated_rate(arb_t out, int zeeman, int from_limit, arb_srcptr at, slong prec);
/* The same for the dipolar density by its width. */
void integrated_glass(arb_t out, int zeeman, arb_srcptr at, slong prec);
#endif
