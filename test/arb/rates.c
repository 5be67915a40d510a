/*
 * Rates of triple spin flips, each from its definition and by other formulas than the project evaluates: circular
 * functions by complex logarithms and hypergeometric series, integrals in the variable t of integrals.c.
 */
#include <arb_hypgeom.h>
#include "reference.h"
#include "densities.h"
#include "integrals.h"

/* An integral is asked for nine digits by the project; more than these bits would take seconds. */
enum { INTEGRATED = 1000 };

/*
 * In units of 2 A2 w, w = DD/omega0I, with s = D/omega0I from 0 to X and q = sqrt(1 - s^2), r = sqrt(1 + w^2):
 * W^Z is the integral of s^2 q/(s^2 + w^2) and W^SS that of s^4/(q (s^2 + w^2)). By partial fractions there remains
 * Im of the integral of ds/((s - i w) q) = (1/r) (pi/2 - arg L), L = (1 - i w X + r q)/(X - i w) at the end; at s = 0
 * its argument is pi/2. asin X = arg(q + i X).
 */
static void rate_to(arb_t out, const arb_t X, const arb_t q, int zeeman, arb_srcptr at, slong prec)
{
    VALUES(6);
    acb_t L, M;
    acb_init(L); acb_init(M);
    arb_ptr w = v, r = v + 1, angle = v + 2, pi = v + 3, sum = v + 4, t = v + 5;
    arb_div(w, at + DD, at + OMEGA, prec);
    arb_mul(r, w, w, prec);
    arb_add_ui(r, r, 1, prec);
    arb_sqrt(r, r, prec);
    arb_atan2(angle, X, q, prec);
    arb_const_pi(pi, prec);
    arb_mul(acb_realref(L), r, q, prec);
    arb_add_ui(acb_realref(L), acb_realref(L), 1, prec);
    arb_mul(acb_imagref(L), w, X, prec);
    arb_neg(acb_imagref(L), acb_imagref(L));
    arb_set(acb_realref(M), X);
    arb_neg(acb_imagref(M), w);
    acb_div(L, L, M, prec);
    acb_arg(t, L, prec);
    arb_mul_2exp_si(pi, pi, -1);
    arb_sub(t, t, pi, prec);
    arb_mul(t, t, w, prec);
    if (zeeman) arb_mul(t, t, r, prec);
    else {
        arb_div(t, t, r, prec);
        arb_mul(t, t, w, prec);
        arb_mul(t, t, w, prec);
    }
    arb_mul(pi, w, w, prec);
    arb_mul(pi, pi, angle, prec);
    arb_add(t, t, pi, prec);
    arb_mul(sum, X, q, prec);
    if (!zeeman) { arb_neg(sum, sum); arb_neg(t, t); }
    arb_add(sum, sum, angle, prec);
    arb_mul_2exp_si(sum, sum, -1);
    arb_add(sum, sum, t, prec);
    arb_mul(sum, sum, w, prec);
    arb_mul(sum, sum, at + A2, prec);
    arb_mul_2exp_si(out, sum, 1);
    acb_clear(L); acb_clear(M);
    DONE(6);
}

/* D0 >= omega0I: (pi/2) A2 w (r - w)^2 and (pi/2) A2 w (1 - 2 w^2 + 2 w^3/r). */
static void rate_above(arb_t out, int zeeman, arb_srcptr at, slong prec)
{
    VALUES(3);
    arb_div(v, at + DD, at + OMEGA, prec);
    arb_mul(v + 1, v, v, prec);
    arb_add_ui(v + 1, v + 1, 1, prec);
    arb_sqrt(v + 1, v + 1, prec);
    arb_sub(v + 2, v + 1, v, prec);
    if (zeeman) arb_mul(v + 2, v + 2, v + 2, prec);
    else {
        arb_mul(v + 2, v + 2, v, prec);
        arb_mul(v + 2, v + 2, v, prec);
        arb_mul_2exp_si(v + 2, v + 2, 1);
        arb_sub(v + 2, v + 1, v + 2, prec);
        arb_div(v + 2, v + 2, v + 1, prec);
    }
    arb_mul(v + 2, v + 2, v, prec);
    arb_mul(v + 2, v + 2, at + A2, prec);
    arb_const_pi(v, prec);
    arb_mul(v + 2, v + 2, v, prec);
    arb_mul_2exp_si(out, v + 2, -1);
    DONE(3);
}

static void W_Z_above(arb_t out, arb_srcptr at, slong prec) { rate_above(out, 1, at, prec); }
static void W_SS_above(arb_t out, arb_srcptr at, slong prec) { rate_above(out, 0, at, prec); }

static void rate(arb_t out, int zeeman, arb_srcptr at, slong prec)
{
    VALUES(2);
    if (arb_lt(at + D0, at + OMEGA)) {
        arb_div(v, at + D0, at + OMEGA, prec);
        leg(v + 1, at + OMEGA, at + D0, prec);
        arb_div(v + 1, v + 1, at + OMEGA, prec);
        rate_to(out, v, v + 1, zeeman, at, prec);
    } else if (arb_ge(at + D0, at + OMEGA)) rate_above(out, zeeman, at, prec);
    else arb_indeterminate(out);
    DONE(2);
}
static void W_Z(arb_t out, arb_srcptr at, slong prec) { rate(out, 1, at, prec); }
static void W_SS(arb_t out, arb_srcptr at, slong prec) { rate(out, 0, at, prec); }

static void rate_ratio(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(2);
    W_SS(v, at, prec);
    W_Z(v + 1, at, prec);
    arb_div(out, v, v + 1, prec);
    DONE(2);
}

/* |Delta| at which the coupling is D0. */
static void lower_limit(arb_t out, arb_srcptr at, slong prec)
{
    if (arb_ge(at + D0, at + OMEGA)) arb_zero(out); else leg(out, at + OMEGA, at + D0, prec);
}

/* Down to a lower limit of |Delta| instead of up to a greatest coupling. */
static void rate_from(arb_t out, int zeeman, arb_srcptr at, slong prec)
{
    VALUES(2);
    arb_div(v, at + DELTA0, at + OMEGA, prec);
    leg(v + 1, at + OMEGA, at + DELTA0, prec);
    arb_div(v + 1, v + 1, at + OMEGA, prec);
    rate_to(out, v + 1, v, zeeman, at, prec);
    DONE(2);
}
static void W_Z_from(arb_t out, arb_srcptr at, slong prec) { rate_from(out, 1, at, prec); }
static void W_SS_from(arb_t out, arb_srcptr at, slong prec) { rate_from(out, 0, at, prec); }

/* The same by integration. */
static void W_Z_integrated(arb_t out, arb_srcptr at, slong prec) { integrated_rate(out, 1, 0, at, prec); }
static void W_SS_integrated(arb_t out, arb_srcptr at, slong prec) { integrated_rate(out, 0, 0, at, prec); }
static void W_Z_from_integrated(arb_t out, arb_srcptr at, slong prec) { integrated_rate(out, 1, 1, at, prec); }
static void W_SS_from_integrated(arb_t out, arb_srcptr at, slong prec) { integrated_rate(out, 0, 1, at, prec); }

/* The integrals of 2 q and of 2 s^2/q: 2 X 2F1(-1/2, 1/2; 3/2; X^2) and (2/3) X^3 2F1(1/2, 3/2; 5/2; X^2). */
static void narrow(arb_t out, int zeeman, arb_srcptr at, slong prec)
{
    VALUES(5);
    arb_div(v, at + D0, at + OMEGA, prec);
    arb_mul(v + 1, v, v, prec);
    for (int k = 0; k < 3; k++) arb_set_d(v + 2 + k, (zeeman ? -0.5 : 0.5) + k);
    if (!zeeman) { arb_mul(v, v, v + 1, prec); arb_div_ui(v, v, 3, prec); }
    arb_hypgeom_2f1(v + 1, v + 2, v + 3, v + 4, v + 1, 0, prec);
    arb_mul(v, v, v + 1, prec);
    arb_mul_2exp_si(out, v, 1);
    DONE(5);
}
static void narrow_rate(arb_t out, int zeeman, arb_srcptr at, slong prec)
{
    VALUES(1);
    narrow(v, zeeman, at, prec);
    arb_mul(v, v, at + A2, prec);
    arb_mul(v, v, at + DD, prec);
    arb_div(out, v, at + OMEGA, prec);
    DONE(1);
}
static void W_Z_narrow(arb_t out, arb_srcptr at, slong prec) { narrow_rate(out, 1, at, prec); }
static void W_SS_narrow(arb_t out, arb_srcptr at, slong prec) { narrow_rate(out, 0, at, prec); }
static void ratio_narrow(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(2);
    narrow(v, 0, at, prec);
    narrow(v + 1, 1, at, prec);
    arb_div(out, v, v + 1, prec);
    DONE(2);
}

static void W_Z_glass(arb_t out, arb_srcptr at, slong prec) { integrated_glass(out, 1, at, prec); }
static void W_SS_glass(arb_t out, arb_srcptr at, slong prec) { integrated_glass(out, 0, at, prec); }

/* (2/n) A2 DD D0^m/omega0I^(m + 1), m = 1 for W^Z and 3 for W^SS: moments 2 D0^m DD/(n pi) of the density. */
static void small_cutoff(arb_t out, int zeeman, ulong n, arb_srcptr at, slong prec)
{
    VALUES(1);
    arb_div(v, at + D0, at + OMEGA, prec);
    if (!zeeman) arb_pow_ui(v, v, 3, prec);
    arb_div_ui(v, v, n, prec);
    arb_mul(v, v, at + DD, prec);
    arb_mul(v, v, at + A2, prec);
    arb_div(v, v, at + OMEGA, prec);
    arb_mul_2exp_si(out, v, 1);
    DONE(1);
}
static void W_Z_small(arb_t out, arb_srcptr at, slong prec) { small_cutoff(out, 1, 1, at, prec); }
static void W_SS_small(arb_t out, arb_srcptr at, slong prec) { small_cutoff(out, 0, 3, at, prec); }
static void W_SS_glass_small(arb_t out, arb_srcptr at, slong prec) { small_cutoff(out, 0, 7, at, prec); }
static void ratio_glass_small(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(2);
    W_SS_glass_small(v, at, prec);
    W_Z_small(v + 1, at, prec);
    arb_div(out, v, v + 1, prec);
    DONE(2);
}
static void ratio_glass(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(2);
    W_SS_glass(v, at, prec);
    W_Z_glass(v + 1, at, prec);
    arb_div(out, v, v + 1, prec);
    DONE(2);
}

/* A great cut-off: (pi/2) A2 DD/omega0I, for the dipolar density 10/(3 sqrt 3) times that. */
static void W_large(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(1);
    arb_const_pi(v, prec);
    arb_mul(v, v, at + A2, prec);
    arb_mul(v, v, at + DD, prec);
    arb_div(v, v, at + OMEGA, prec);
    arb_mul_2exp_si(out, v, -1);
    DONE(1);
}
static void W_glass_large(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(1);
    W_large(out, at, prec);
    arb_set_ui(v, 3);
    arb_rsqrt(v, v, prec);
    arb_mul(out, out, v, prec);
    scaled(out, 10, 3, prec);
    DONE(1);
}

const struct quantity rate_quantities[] = {
    {"W_Z", W_Z, 0},
    {"W_Z/2", W_Z_integrated, INTEGRATED},
    {"W_SS", W_SS, 0},
    {"W_SS/2", W_SS_integrated, INTEGRATED},
    {"W_Z_as_integral", W_Z_from, 0},
    {"W_Z_as_integral/2", W_Z_from_integrated, INTEGRATED},
    {"W_SS_as_integral", W_SS_from, 0},
    {"W_SS_as_integral/2", W_SS_from_integrated, INTEGRATED},
    {"W_Z_as_integral_over_Delta", W_Z, 0},
    {"W_Z_as_integral_over_Delta/2", W_Z_integrated, INTEGRATED},
    {"W_SS_as_integral_over_Delta", W_SS, 0},
    {"W_SS_as_integral_over_Delta/2", W_SS_integrated, INTEGRATED},
    {"W_Z_as_integral_over_tan(t/2)", W_Z, 0},
    {"W_Z_as_integral_over_tan(t/2)/2", W_Z_integrated, INTEGRATED},
    {"W_SS_as_integral_over_tan(t/2)", W_SS, 0},
    {"W_SS_as_integral_over_tan(t/2)/2", W_SS_integrated, INTEGRATED},
    {"W_Z_for_D0_>=_omega0I", W_Z_above, 0},
    {"W_Z_for_D0_<=_omega0I", W_Z, 0},
    {"W_SS_for_D0_>=_omega0I", W_SS_above, 0},
    {"W_SS_for_D0_<=_omega0I", W_SS, 0},
    {"W_Z_for_small_D0", W_Z_narrow, 0},
    {"W_SS_for_small_D0", W_SS_narrow, 0},
    {"W_SS/W_Z_for_small_D0", ratio_narrow, 0},
    {"W_Z:glass", W_Z_glass, INTEGRATED},
    {"W_SS:glass", W_SS_glass, INTEGRATED},
    {"W_Z_for_D0_<<_omega0I:glass", W_Z_small, 0},
    {"W_SS_for_D0_<<_omega0I:glass", W_SS_glass_small, 0},
    {"W_SS/W_Z_for_D0_<<_omega0I:glass", ratio_glass_small, 0},
    {"W_SS/W_Z", rate_ratio, 0},
    {"W_SS/W_Z:glass", ratio_glass, INTEGRATED},
    {"Delta0", lower_limit, 0},
    {"W_Z_for_D0_<<_omega0I", W_Z_small, 0},
    {"W_SS_for_D0_<<_omega0I", W_SS_small, 0},
    {"W_for_D0_>=_omega0I_>>_DD", W_large, 0},
    {"W_for_D0_>>_omega0I:glass", W_glass_large, 0},
    {NULL, NULL, 0},
};
