/*
 * Couplings and their densities, each from its definition. What is written K is mu0 hbar gamma^2/(4 pi).
 */
#include <arb_hypgeom.h>
#include "reference.h"
#include "densities.h"

/* sqrt((a - b)(a + b)) */
void leg(arb_t out, const arb_t a, const arb_t b, slong prec)
{
    arb_t sum;
    arb_init(sum);
    arb_add(sum, a, b, prec);
    arb_sub(out, a, b, prec);
    arb_mul(out, out, sum, prec);
    arb_sqrt(out, out, prec);
    arb_clear(sum);
}

void scaled(arb_t out, slong over, slong under, slong prec)
{
    arb_mul_si(out, out, over, prec);
    arb_div_si(out, out, under, prec);
}

static void dipolar_constant(arb_t out, arb_srcptr at, slong prec)
{
    arb_t pi;
    arb_init(pi);
    arb_const_pi(pi, prec);
    arb_mul(out, at + GAMMA, at + GAMMA, prec);
    arb_mul(out, out, at + MU0, prec);
    arb_mul(out, out, at + HBAR, prec);
    arb_div(out, out, pi, prec);
    arb_mul_2exp_si(out, out, -2);
    arb_clear(pi);
}

/* The Lorentzian of half width DD at D: DD/(pi (DD^2 + D^2)) = -Im 1/(pi (D + i DD)). */
void lorentzian(arb_t out, const arb_t coupling, const arb_t width, slong prec)
{
    acb_t z;
    acb_init(z);
    arb_set(acb_realref(z), coupling);
    arb_set(acb_imagref(z), width);
    acb_inv(z, z, prec);
    arb_const_pi(acb_realref(z), prec);
    arb_div(out, acb_imagref(z), acb_realref(z), prec);
    arb_neg(out, out);
    acb_clear(z);
}

/*
 * The density of dipolar couplings at D, with product = nS K. A pair at polar cosine c has D = K (1 - 3 c^2)/(2 r^3),
 * so that of the pairs with cosine below 1 those of coupling D have the density (4 pi nS/3) K |1 - 3 c^2|/(2 D^2)
 * wherever D0 |1 - 3 c^2|/2 >= |D|. Over c that integrates to c (1 - c^2)/2 at c^2 = (1 - 2 D/D0)/3, for D of either sign.
 */
void dipolar(arb_t out, const arb_t coupling, const arb_t cutoff, const arb_t product, slong prec)
{
    VALUES(2);
    arb_div(v, coupling, cutoff, prec);
    arb_mul_2exp_si(v, v, 1);
    arb_sub_ui(v, v, 1, prec);
    arb_div_si(v, v, -3, prec);
    arb_sqrt(v + 1, v, prec);
    arb_sub_ui(v, v, 1, prec);
    arb_neg(v, v);
    arb_mul(v, v, v + 1, prec);
    arb_mul(v, v, product, prec);
    arb_const_pi(v + 1, prec);
    arb_mul(v, v, v + 1, prec);
    scaled(v, 2, 3, prec);
    arb_mul(v + 1, coupling, coupling, prec);
    arb_div(out, v, v + 1, prec);
    DONE(2);
}

/* nS K from the width that it gives: 15 DD/(2 pi^2). */
void product_of_width(arb_t out, arb_srcptr at, slong prec)
{
    arb_const_pi(out, prec);
    arb_mul(out, out, out, prec);
    arb_div(out, at + DD, out, prec);
    scaled(out, 15, 2, prec);
}

/* 0 beyond -D0 and D0/2. */
static void density_by_width(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(2);
    arb_neg(v, at + D0);
    arb_mul_2exp_si(v + 1, at + D, 1);
    if (arb_lt(at + D, v) || arb_gt(v + 1, at + D0)) arb_zero(out);
    else {
        product_of_width(v, at, prec);
        dipolar(out, at + D, at + D0, v, prec);
    }
    DONE(2);
}
static void density_of_glass(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(1);
    dipolar_constant(v, at, prec);
    arb_mul(v, v, at + NS, prec);
    dipolar(out, at + D, at + D0, v, prec);
    DONE(1);
}
static void g_D(arb_t out, arb_srcptr at, slong prec) { lorentzian(out, at + D, at + DD, prec); }

/* 1 - 3 cos^2 = -(1 + 3 cos 2 theta)/2. */
static void pair_coupling(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(2);
    arb_mul_2exp_si(v, at + THETA, 1);
    arb_cos(v, v, prec);
    arb_mul_ui(v, v, 3, prec);
    arb_add_ui(v, v, 1, prec);
    dipolar_constant(v + 1, at, prec);
    arb_mul(v, v, v + 1, prec);
    arb_mul(v + 1, at + R, at + R, prec);
    arb_mul(v + 1, v + 1, at + R, prec);
    arb_div(v, v, v + 1, prec);
    arb_div_si(out, v, -4, prec);
    DONE(2);
}

static void largest_coupling(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(2);
    dipolar_constant(v, at, prec);
    for (int k = 0; k < 3; k++) arb_div(v, v, at + R0, prec);
    arb_set(out, v);
    DONE(2);
}

/* Shells from r0 on: nS K^2/4 times 4 pi/(3 r0^3) times the mean square of 1 - 3 cos^2, 1 - 2 + 9/5. */
static void second_moment(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(2);
    dipolar_constant(v, at, prec);
    arb_mul(v, v, v, prec);
    arb_mul(v, v, at + NS, prec);
    arb_const_pi(v + 1, prec);
    arb_mul(v, v, v + 1, prec);
    scaled(v, 4, 15, prec);
    arb_pow_ui(v + 1, at + R0, 3, prec);
    arb_div(out, v, v + 1, prec);
    DONE(2);
}

/* The width whose second moment 2 D0 DD/pi is the dipolar one, for any r0: here for 1. */
static void width(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(2);
    arb_ptr there = _arb_vec_init(SYMBOLS);
    _arb_vec_set(there, at, SYMBOLS);
    arb_one(there + R0);
    second_moment(v, there, prec);
    largest_coupling(v + 1, there, prec);
    arb_div(v, v, v + 1, prec);
    arb_const_pi(v + 1, prec);
    arb_mul(v, v, v + 1, prec);
    arb_mul_2exp_si(out, v, -1);
    _arb_vec_clear(there, SYMBOLS);
    DONE(2);
}

/* The root of the mean of (1 - 3 cos^2)^2/4 = 1/5 times nS K. */
static void average_coupling(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(1);
    dipolar_constant(v, at, prec);
    arb_mul(v, v, at + NS, prec);
    arb_mul(v, v, v, prec);
    arb_div_ui(v, v, 5, prec);
    arb_sqrt(out, v, prec);
    DONE(1);
}

static void moment(arb_t out, slong n, slong over, slong under, arb_srcptr at, slong prec)
{
    VALUES(2);
    dipolar_constant(v, at, prec);
    arb_mul(v, v, at + NS, prec);
    for (slong k = 1; k < n; k++) arb_mul(v, v, at + D0, prec);
    arb_const_pi(v + 1, prec);
    arb_mul(v, v, v + 1, prec);
    /* 4 pi/(2^n 3 (n - 1)) times the mean of (1 - 3 cos^2)^n. */
    scaled(v, 4 * over, (3 * (n - 1) * under) << n, prec);
    arb_set(out, v);
    DONE(2);
}
/* The means of (1 - 3 c^2)^n for n = 2, 3, 4: 4/5, -16/35, 48/35. */
static void M2_glass(arb_t out, arb_srcptr at, slong prec) { moment(out, 2, 4, 5, at, prec); }
static void M3_glass(arb_t out, arb_srcptr at, slong prec) { moment(out, 3, -16, 35, at, prec); }
static void M4_glass(arb_t out, arb_srcptr at, slong prec) { moment(out, 4, 48, 35, at, prec); }

/* 10/(3 sqrt 3) */
static void wings(arb_t out, arb_srcptr at, slong prec)
{
    (void) at;
    arb_sqrt_ui(out, 27, prec);
    arb_ui_div(out, 10, out, prec);
}

static void norm(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(2);
    arb_atan2(v, at + D0, at + DD, prec);
    arb_const_pi(v + 1, prec);
    arb_div(v, v, v + 1, prec);
    arb_mul_2exp_si(out, v, 1);
    DONE(2);
}

static void flip_flop(arb_t out, arb_srcptr at, slong prec) { pair_coupling(out, at, prec); arb_neg(out, out); }
static void zz(arb_t out, arb_srcptr at, slong prec) { pair_coupling(out, at, prec); arb_mul_2exp_si(out, out, 2); }

/* x^n/n 2F1(1, n/2; n/2 + 1; -x^2) = x - .. up to atan x: for n = 3 x - atan x, for n = 5 x^3/3 - x + atan x. */
static void remainder_of_atan(arb_t out, ulong n, arb_srcptr at, slong prec)
{
    VALUES(5);
    arb_ptr x = v, one = v + 1, b = v + 2, c = v + 3, z = v + 4;
    arb_div(x, at + D0, at + DD, prec);
    if (arb_lt(at + D0, at + DD)) {
        arb_one(one);
        arb_set_d(b, 0.5 * n);
        arb_set_d(c, 0.5 * n + 1);
        arb_mul(z, x, x, prec);
        arb_neg(z, z);
        arb_hypgeom_2f1(z, one, b, c, z, 0, prec);
        arb_pow_ui(x, x, n, prec);
        arb_div_ui(x, x, n, prec);
        arb_mul(out, x, z, prec);
    } else {
        arb_atan2(b, at + D0, at + DD, prec);
        arb_sub(b, b, x, prec);
        if (n == 3) arb_neg(b, b);
        else {
            arb_pow_ui(x, x, 3, prec);
            arb_div_ui(x, x, 3, prec);
            arb_add(b, b, x, prec);
        }
        arb_set(out, b);
    }
    DONE(5);
}
static void lorentzian_moment(arb_t out, slong n, arb_srcptr at, slong prec)
{
    VALUES(1);
    remainder_of_atan(v, n + 1, at, prec);
    for (slong k = 0; k < n; k++) arb_mul(v, v, at + DD, prec);
    arb_const_pi(out, prec);
    arb_div(out, v, out, prec);
    arb_mul_2exp_si(out, out, 1);
    DONE(1);
}
/* (2 DD/pi)(D0 - DD atan(D0/DD)) and (2 DD/pi)(D0^3/3 - DD^2 D0 + DD^3 atan(D0/DD)). */
static void second_of_lorentzian(arb_t out, arb_srcptr at, slong prec) { lorentzian_moment(out, 2, at, prec); }
static void fourth_of_lorentzian(arb_t out, arb_srcptr at, slong prec) { lorentzian_moment(out, 4, at, prec); }

const struct quantity coupling_quantities[] = {
    {"g_D", g_D, 0},
    {"g_D:glass", density_of_glass, 0},
    {"g_D_by_its_width:glass", density_by_width, 0},
    {"wings_of_g_D:glass", wings, 0},
    {"pair_coupling", pair_coupling, 0},
    {"flip-flop_coupling_of_two_dipoles", flip_flop, 0},
    {"zz_coupling_of_two_dipoles", zz, 0},
    {"D0", largest_coupling, 0},
    {"DD", width, 0},
    {"average_coupling", average_coupling, 0},
    {"dipolar_second_moment", second_moment, 0},
    {"M2:glass", M2_glass, 0},
    {"M3:glass", M3_glass, 0},
    {"M4:glass", M4_glass, 0},
    {"second_moment_of_the_cut-off_Lorentzian", second_of_lorentzian, 0},
    {"fourth_moment_of_the_cut-off_Lorentzian", fourth_of_lorentzian, 0},
    {"norm_of_the_cut-off_Lorentzian", norm, 0},
    {NULL, NULL, 0},
};
