/*
 * The formulas of the paper as printed, right or wrong, by their equations; what is written K is mu0 hbar/(4 pi). The
 * integrals (64) and (66) are executed in theta with cos theta = Delta/omega0I, as the footnotes say, for any width.
 */
#include "reference.h"
#include "densities.h"

/* sqrt(omega0I^2 - Delta^2) */
static void root(arb_t out, arb_srcptr at, slong prec) { leg(out, at + OMEGA, at + DELTA, prec); }

/* x (y/z)^n */
static void times_ratio(arb_t x, const arb_t y, const arb_t z, int n, slong prec)
{
    for (int k = 0; k < n; k++) { arb_mul(x, x, y, prec); arb_div(x, x, z, prec); }
}

/* (43) times (Delta/omega0I)^zeeman times (sqrt(omega0I^2 - Delta^2)/omega0I)^mixing: (61) and (62). */
static void rate_of_pairs(arb_t out, int zeeman, int mixing, arb_srcptr at, slong prec)
{
    VALUES(3);
    root(v, at, prec);
    arb_mul(v + 1, v, v, prec);
    arb_addmul(v + 1, at + DD, at + DD, prec);
    arb_div(v + 2, at + DD, v + 1, prec);
    arb_mul(v + 2, v + 2, at + A2, prec);
    arb_mul_2exp_si(v + 2, v + 2, -1);
    times_ratio(v + 2, v, at + OMEGA, 1 + mixing, prec);
    times_ratio(v + 2, at + DELTA, at + OMEGA, zeeman, prec);
    arb_set(out, v + 2);
    DONE(3);
}
static void eq43(arb_t out, arb_srcptr at, slong prec) { rate_of_pairs(out, 0, 0, at, prec); }
static void eq61(arb_t out, arb_srcptr at, slong prec) { rate_of_pairs(out, 2, 0, at, prec); }
static void eq62(arb_t out, arb_srcptr at, slong prec) { rate_of_pairs(out, 0, 2, at, prec); }

/* A2 DD/(2 omega0I^2) */
static void eq44(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(1);
    arb_mul(v, at + A2, at + DD, prec);
    arb_mul_2exp_si(v, v, -1);
    for (int k = 0; k < 2; k++) arb_div(v, v, at + OMEGA, prec);
    arb_set(out, v);
    DONE(1);
}

/*
 * A2 w times the integral over theta of sin^2 cos^2/(sin^2 + w^2), or of sin^4/(sin^2 + w^2), w = DD/omega0I. With
 * S = sin, C = cos and r^2 = 1 + w^2, F = atan(r S/(w C)) has the derivative r w/(S^2 + w^2), so that these are
 * (theta + S C)/2 + w^2 theta - w r F and (theta - S C)/2 - w^2 theta + (w^3/r) F.
 */
static void executed(arb_t out, int zeeman, arb_srcptr at, slong prec)
{
    VALUES(7);
    arb_ptr S = v, C = v + 1, theta = v + 2, w = v + 3, r = v + 4, F = v + 5, sum = v + 6;
    if (arb_ge(at + D0, at + OMEGA)) arb_one(S);
    else if (arb_lt(at + D0, at + OMEGA)) {
        leg(C, at + OMEGA, at + D0, prec);
        arb_div(C, C, at + OMEGA, prec);
        arb_div(S, at + D0, at + OMEGA, prec);
    } else arb_indeterminate(S);
    arb_atan2(theta, S, C, prec);
    arb_div(w, at + DD, at + OMEGA, prec);
    arb_mul(r, w, w, prec);
    arb_add_ui(r, r, 1, prec);
    arb_sqrt(r, r, prec);
    arb_mul(F, r, S, prec);
    arb_mul(sum, w, C, prec);
    arb_atan2(F, F, sum, prec);
    arb_mul(F, F, w, prec);
    if (zeeman) arb_mul(F, F, r, prec);
    else {
        arb_mul(F, F, w, prec);
        arb_mul(F, F, w, prec);
        arb_div(F, F, r, prec);
    }
    arb_mul(sum, S, C, prec);
    arb_mul_2exp_si(sum, sum, -1);
    arb_mul(r, w, w, prec);
    arb_addmul(sum, r, theta, prec);
    arb_sub(sum, sum, F, prec);
    arb_mul_2exp_si(theta, theta, -1);
    if (!zeeman) arb_neg(sum, sum);
    arb_add(sum, sum, theta, prec);
    arb_mul(sum, sum, w, prec);
    arb_mul(out, sum, at + A2, prec);
    DONE(7);
}
static void eq64(arb_t out, arb_srcptr at, slong prec) { executed(out, 1, at, prec); }
static void eq66(arb_t out, arb_srcptr at, slong prec) { executed(out, 0, at, prec); }

static void eq74(arb_t out, arb_srcptr at, slong prec)
{
    arb_t x;
    arb_init(x);
    arb_set_ui(x, 5);
    arb_div_ui(x, x, 12, prec);
    times_ratio(x, at + D0, at + OMEGA, 2, prec);
    arb_set(out, x);
    arb_clear(x);
}

/* Below (42). */
static void limit_of_Delta(arb_t out, arb_srcptr at, slong prec)
{
    if (arb_lt(at + D0, at + OMEGA)) leg(out, at + OMEGA, at + D0, prec);
    else if (arb_ge(at + D0, at + OMEGA)) arb_zero(out);
    else arb_indeterminate(out);
}

/* K gamma gamma' */
static void dipolar_of(arb_t out, const arb_t gamma, const arb_t other, arb_srcptr at, slong prec)
{
    arb_t pi;
    arb_init(pi);
    arb_const_pi(pi, prec);
    arb_mul_2exp_si(pi, pi, 2);
    arb_div(out, at + MU0, pi, prec);
    arb_mul(out, out, at + HBAR, prec);
    arb_mul(out, out, gamma, prec);
    arb_mul(out, out, other, prec);
    arb_clear(pi);
}
static void over_cube(arb_t x, const arb_t length, slong prec)
{
    for (int k = 0; k < 3; k++) arb_div(x, x, length, prec);
}

static void eqA1(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(2);
    dipolar_of(v, at + GAMMAI, at + GAMMAJ, at, prec);
    over_cube(v, at + R, prec);
    arb_cos(v + 1, at + THETA, prec);
    arb_mul(v + 1, v + 1, v + 1, prec);
    arb_mul_si(v + 1, v + 1, -3, prec);
    arb_add_ui(v + 1, v + 1, 1, prec);
    arb_mul(v, v, v + 1, prec);
    arb_mul_2exp_si(out, v, -1);
    DONE(2);
}
static void eqA6(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(1);
    dipolar_of(v, at + GAMMA, at + GAMMA, at, prec);
    over_cube(v, at + R0, prec);
    arb_set(out, v);
    DONE(1);
}
static void eqA7(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(2);
    dipolar_of(v, at + GAMMA, at + GAMMA, at, prec);
    arb_mul(v, v, at + NS, prec);
    arb_sqrt_ui(v + 1, 5, prec);
    arb_div(out, v, v + 1, prec);
    DONE(2);
}
/* 4 pi^2 sqrt(5)/30 times (A.7). */
static void width(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(2);
    eqA7(v, at, prec);
    arb_const_pi(v + 1, prec);
    arb_mul(v + 1, v + 1, v + 1, prec);
    arb_mul(v, v, v + 1, prec);
    arb_sqrt_ui(v + 1, 5, prec);
    arb_mul(v, v, v + 1, prec);
    scaled(v, 4, 30, prec);
    arb_set(out, v);
    DONE(2);
}
static void eqA5(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(2);
    dipolar_of(v, at + GAMMA, at + GAMMA, at, prec);
    arb_mul(v, v, v, prec);
    arb_mul(v, v, at + NS, prec);
    over_cube(v, at + R0, prec);
    arb_const_pi(v + 1, prec);
    arb_mul(v, v, v + 1, prec);
    scaled(v, 4, 15, prec);
    arb_set(out, v);
    DONE(2);
}
/* The approximation at its end. */
static void eqA10(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(2);
    arb_mul(v, at + D0, at + DD, prec);
    arb_const_pi(v + 1, prec);
    arb_div(v, v, v + 1, prec);
    arb_mul_2exp_si(out, v, 1);
    DONE(2);
}

static void eq32(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(2);
    arb_mul(v, at + D, at + D, prec);
    arb_addmul(v, at + DD, at + DD, prec);
    arb_const_pi(v + 1, prec);
    arb_mul(v, v, v + 1, prec);
    arb_div(out, at + DD, v, prec);
    DONE(2);
}
static void eq36(arb_t out, arb_srcptr at, slong prec) { arb_hypot(out, at + DELTA, at + D, prec); }
static void eq89(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(1);
    arb_mul(v, at + ZEEMAN, at + ALPHA, prec);
    arb_mul_2exp_si(v, v, -1);
    arb_tanh(out, v, prec);
    DONE(1);
}

const struct quantity printed_quantities[] = {
    {"W_SSI:printed", eq43, 0},
    {"W_SSI_at_Delta_=_0:printed", eq44, 0},
    {"cross-effect_factor:printed", eq61, 0},
    {"thermal-mixing_factor:printed", eq62, 0},
    {"W_Z:printed", eq64, 0},
    {"W_SS:printed", eq66, 0},
    {"W_SS/W_Z:printed", eq74, 0},
    {"Delta0:printed", limit_of_Delta, 0},
    {"pair_coupling:printed", eqA1, 0},
    {"D0:printed", eqA6, 0},
    {"DD:printed", width, 0},
    {"average_coupling:printed", eqA7, 0},
    {"dipolar_second_moment:printed", eqA5, 0},
    {"second_moment_of_the_cut-off_Lorentzian:printed", eqA10, 0},
    {"g_D:printed", eq32, 0},
    {"splitting:printed", eq36, 0},
    {"polarization_of_electrons:printed", eq89, 0},
    {NULL, NULL, 0},
};
