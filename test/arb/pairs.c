/*
 * Two electrons and a nucleus. The upper state of the pair is (cos(phi/2), sin(phi/2)) with Delta + i D = E exp(i phi), so
 * that S_z of one electron has the element sin(phi)/2 between the two states.
 */
#include "reference.h"
#include "densities.h"

static void polar(arb_t size, arb_t angle, arb_srcptr at, slong prec)
{
    acb_t z;
    acb_init(z);
    arb_set(acb_realref(z), at + DELTA);
    arb_set(acb_imagref(z), at + D);
    acb_abs(size, z, prec);
    acb_arg(angle, z, prec);
    acb_clear(z);
}

static void splitting(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(1);
    polar(out, v, at, prec);
    DONE(1);
}

typedef void (*real_function)(arb_t, const arb_t, slong);
/* E^power times the square of cos or sin of phi or phi/2; phi is exactly pi/2 or -pi/2 where Delta is 0. */
static void squared(arb_t out, real_function f, int halves, int power, arb_srcptr at, slong prec)
{
    VALUES(2);
    polar(v, v + 1, at, prec);
    arb_mul_2exp_si(v + 1, v + 1, -halves);
    f(v + 1, v + 1, prec);
    arb_mul(v + 1, v + 1, v + 1, prec);
    if (arb_is_zero(at + DELTA)) {
        arb_set_ui(v + 1, halves || f == arb_sin);
        arb_mul_2exp_si(v + 1, v + 1, -halves);
    }
    if (power) arb_mul(v + 1, v + 1, v, prec);
    arb_set(out, v + 1);
    DONE(2);
}
static void upper_share(arb_t out, arb_srcptr at, slong prec) { squared(out, arb_cos, 1, 0, at, prec); }
static void lower_share(arb_t out, arb_srcptr at, slong prec) { squared(out, arb_sin, 1, 0, at, prec); }
static void zeeman_energy(arb_t out, arb_srcptr at, slong prec)
{
    squared(out, arb_cos, 0, 1, at, prec);
    arb_neg(out, out);
}
static void interaction_energy(arb_t out, arb_srcptr at, slong prec)
{
    squared(out, arb_sin, 0, 1, at, prec);
    arb_neg(out, out);
}

/* (Az/2 times sin(phi)/2)^2. */
static void element(arb_t out, arb_srcptr at, slong prec)
{
    squared(out, arb_sin, 0, 0, at, prec);
    arb_mul(out, out, at + AZ, prec);
    arb_mul(out, out, at + AZ, prec);
    arb_mul_2exp_si(out, out, -4);
}
/* 2 pi of that with E = omega0I. */
static void golden_rule(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(1);
    arb_mul(v, at + AZ, at + D, prec);
    arb_div(v, v, at + OMEGA, prec);
    arb_mul(v, v, v, prec);
    arb_const_pi(out, prec);
    arb_mul(out, out, v, prec);
    arb_mul_2exp_si(out, out, -3);
    DONE(1);
}

static void zeeman_share(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(1);
    arb_div(v, at + DELTA, at + OMEGA, prec);
    arb_mul(out, v, v, prec);
    DONE(1);
}

/* 1 - 2 n or n with n = 1/(1 + exp(energy inverse)). */
static void population(arb_t out, const arb_t energy, const arb_t inverse, int difference, slong prec)
{
    arb_mul(out, energy, inverse, prec);
    if (!difference) arb_neg(out, out);
    arb_exp(out, out, prec);
    arb_add_ui(out, out, 1, prec);
    arb_inv(out, out, prec);
    if (!difference) return;
    arb_mul_2exp_si(out, out, 1);
    arb_sub_ui(out, out, 1, prec);
    arb_neg(out, out);
}
static void of_electrons(arb_t out, arb_srcptr at, slong prec) { population(out, at + ZEEMAN, at + ALPHA, 1, prec); }
static void of_nuclei(arb_t out, arb_srcptr at, slong prec) { population(out, at + OMEGA, at + BETAI, 1, prec); }
static void lower_level(arb_t out, arb_srcptr at, slong prec) { population(out, at + OMEGA, at + BETAI, 0, prec); }

const struct quantity pair_quantities[] = {
    {"splitting", splitting, 0},
    {"share_of_+-_in_the_upper_state", upper_share, 0},
    {"share_of_-+_in_the_upper_state", lower_share, 0},
    {"squared_matrix_element_of_a_flip", element, 0},
    {"golden-rule_rate_of_a_flip", golden_rule, 0},
    {"Zeeman_energy_of_a_flip", zeeman_energy, 0},
    {"interaction_energy_of_a_flip", interaction_energy, 0},
    {"share_of_Zeeman_energy", zeeman_share, 0},
    {"polarization_of_electrons", of_electrons, 0},
    {"polarization_of_nuclei", of_nuclei, 0},
    {"population_of_the_lower_nuclear_level", lower_level, 0},
    {NULL, NULL, 0},
};
