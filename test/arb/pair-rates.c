/* Rates of the pairs at Delta, by the golden rule and the density of couplings, and their shares. */
#include "reference.h"
#include "densities.h"

/* (pi/2) A2 (D/omega0I) density, the golden rule for one root of the delta function. */
static void golden_rule(arb_t out, const arb_t coupling, const arb_t density, arb_srcptr at, slong prec)
{
    arb_t pi;
    arb_init(pi);
    arb_const_pi(pi, prec);
    arb_mul_2exp_si(pi, pi, -1);
    arb_mul(out, density, coupling, prec);
    arb_mul(out, out, pi, prec);
    arb_mul(out, out, at + A2, prec);
    arb_div(out, out, at + OMEGA, prec);
    arb_clear(pi);
}

static void W_SSI(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(2);
    leg(v, at + OMEGA, at + DELTA, prec);
    lorentzian(v + 1, v, at + DD, prec);
    arb_mul_2exp_si(v + 1, v + 1, 1);
    golden_rule(out, v, v + 1, at, prec);
    DONE(2);
}

static void W_SSI_glass(arb_t out, arb_srcptr at, slong prec)
{
    VALUES(5);
    leg(v, at + OMEGA, at + DELTA, prec);
    if (arb_gt(v, at + D0)) arb_zero(out);
    else if (arb_le(v, at + D0)) {
        product_of_width(v + 1, at, prec);
        arb_neg(v + 2, v);
        dipolar(v + 3, v + 2, at + D0, v + 1, prec);
        arb_mul_2exp_si(v + 4, v, 1);
        if (arb_le(v + 4, at + D0)) {
            dipolar(v + 4, v, at + D0, v + 1, prec);
            arb_add(v + 3, v + 3, v + 4, prec);
        } else if (!arb_gt(v + 4, at + D0)) arb_indeterminate(v + 3);
        golden_rule(out, v, v + 3, at, prec);
    } else arb_indeterminate(out);
    DONE(5);
}

/* The formula at Delta = 0, and its shares Delta^2/omega0I^2 and 1 less that. */
static void at_centre(arb_t out, formula rate, arb_srcptr at, slong prec)
{
    arb_ptr there = _arb_vec_init(SYMBOLS);
    _arb_vec_set(there, at, SYMBOLS);
    arb_zero(there + DELTA);
    rate(out, there, prec);
    _arb_vec_clear(there, SYMBOLS);
}
static void share(arb_t out, formula rate, int zeeman, arb_srcptr at, slong prec)
{
    VALUES(2);
    rate(v, at, prec);
    if (zeeman) arb_set(v + 1, at + DELTA); else leg(v + 1, at + OMEGA, at + DELTA, prec);
    arb_div(v + 1, v + 1, at + OMEGA, prec);
    arb_mul(v, v, v + 1, prec);
    arb_mul(out, v, v + 1, prec);
    DONE(2);
}
static void W_SSI_centre(arb_t out, arb_srcptr at, slong prec) { at_centre(out, W_SSI, at, prec); }
static void W_SSI_glass_centre(arb_t out, arb_srcptr at, slong prec) { at_centre(out, W_SSI_glass, at, prec); }
static void cross_effect(arb_t out, arb_srcptr at, slong prec) { share(out, W_SSI, 1, at, prec); }
static void cross_effect_glass(arb_t out, arb_srcptr at, slong prec) { share(out, W_SSI_glass, 1, at, prec); }
static void mixing(arb_t out, arb_srcptr at, slong prec) { share(out, W_SSI, 0, at, prec); }
static void mixing_glass(arb_t out, arb_srcptr at, slong prec) { share(out, W_SSI_glass, 0, at, prec); }

const struct quantity pair_rate_quantities[] = {
    {"W_SSI", W_SSI, 0},
    {"W_SSI_at_Delta_=_0", W_SSI_centre, 0},
    {"cross-effect_factor", cross_effect, 0},
    {"thermal-mixing_factor", mixing, 0},
    {"W_SSI:glass", W_SSI_glass, 0},
    {"W_SSI_at_Delta_=_0:glass", W_SSI_glass_centre, 0},
    {"cross-effect_factor:glass", cross_effect_glass, 0},
    {"thermal-mixing_factor:glass", mixing_glass, 0},
    {NULL, NULL, 0},
};
