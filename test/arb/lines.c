/*
 * Integrals over inhomogeneous lines, in units of the standard deviation: omega = omegaS + sigma x. Each bell of a line
 * times each bell of the line moved by d is a bell again, of the middle m of both centres and half the variance, times
 * exp(-e^2/4) for their distance e: norms and overlaps are known, and polarizations are integrated bell by bell.
 */
#include <acb_calc.h>
#include "reference.h"
#include "densities.h"

/* An integral is asked for some tens of digits by the project; more than these bits would take seconds. */
enum { INTEGRATED = 800, INTEGRATED_TWICE = 220 };
/* Bits fewer than the precision that are aimed at: values near one another cancel. */
enum { SPARED = 30 };

static void norm(arb_t out, arb_srcptr at, slong prec)
{
    (void) at; (void) prec;
    arb_one(out);
}

/* The middle of bell i and bell j moved by d, and their distance. */
static void bells(arb_t middle, arb_t distance, int lines, int i, int j, const arb_t d, arb_srcptr at, slong prec)
{
    VALUES(2);
    if (lines == 2) {
        arb_div(v, at + SEPARATION, at + SIGMA, prec);
        arb_mul_2exp_si(v, v, -1);
        arb_set(v + 1, v);
        if (i) arb_neg(v, v);
        if (j) arb_neg(v + 1, v + 1);
    }
    arb_add(v + 1, v + 1, d, prec);
    arb_sub(distance, v, v + 1, prec);
    arb_add(middle, v, v + 1, prec);
    arb_mul_2exp_si(middle, middle, -1);
    DONE(2);
}

/* exp(-e^2/4) over the number of pairs of bells */
static void strength(arb_t out, const arb_t e, int lines, slong prec)
{
    arb_mul(out, e, e, prec);
    arb_mul_2exp_si(out, out, -2);
    arb_neg(out, out);
    arb_exp(out, out, prec);
    if (lines == 2) arb_mul_2exp_si(out, out, -2);
}

static void overlap(arb_t out, int lines, arb_srcptr at, slong prec)
{
    VALUES(4);
    arb_div(v, at + DELTA, at + SIGMA, prec);
    for (int i = 0; i < lines; i++)
        for (int j = 0; j < lines; j++) {
            bells(v + 1, v + 2, lines, i, j, v, at, prec);
            strength(v + 2, v + 2, lines, prec);
            arb_add(v + 3, v + 3, v + 2, prec);
        }
    arb_const_sqrt_pi(v, prec);
    arb_mul(v, v, at + SIGMA, prec);
    arb_mul_2exp_si(v, v, 1);
    arb_div(out, v + 3, v, prec);
    DONE(4);
}
static void overlap_of_one(arb_t out, arb_srcptr at, slong prec) { overlap(out, 1, at, prec); }
static void overlap_of_two(arb_t out, arb_srcptr at, slong prec) { overlap(out, 2, at, prec); }

/* What an integrand over x depends on. */
struct over_line {
    arb_srcptr at;
    /* The numerator or the denominator of a polarization. */
    int difference;
    /* The cross effect: bell of this middle. */
    arb_srcptr middle;
    /* Thermal mixing: these bells, and the pair. */
    int lines;
    acb_srcptr sine, cosine;
};

/* Half the Zeeman term at a frequency, with the hole: (omega betaL/2) (1 - depth w^2/(w^2 + (omega - omegaM)^2)). */
static void half_term(acb_t out, const acb_t frequency, arb_srcptr at, slong prec)
{
    acb_t offset;
    arb_t square;
    acb_init(offset); arb_init(square);
    acb_sub_arb(offset, frequency, at + OMEGAM, prec);
    acb_mul(offset, offset, offset, prec);
    arb_mul(square, at + HOLE, at + HOLE, prec);
    acb_add_arb(offset, offset, square, prec);
    arb_mul(square, square, at + DEPTH, prec);
    acb_inv(offset, offset, prec);
    acb_mul_arb(offset, offset, square, prec);
    acb_sub_ui(offset, offset, 1, prec);
    acb_neg(offset, offset);
    acb_mul(out, frequency, offset, prec);
    acb_mul_arb(out, out, at + BETAL, prec);
    acb_mul_2exp_si(out, out, -1);
    acb_clear(offset); arb_clear(square);
}

/* Half the Zeeman terms at omegaS + sigma x and at that less a difference. */
static void half_terms(acb_t a, acb_t b, const acb_t x, const acb_t difference, arb_srcptr at, slong prec)
{
    acb_t frequency;
    acb_init(frequency);
    acb_mul_arb(frequency, x, at + SIGMA, prec);
    acb_add_arb(frequency, frequency, at + OMEGAS, prec);
    half_term(a, frequency, at, prec);
    acb_sub(frequency, frequency, difference, prec);
    half_term(b, frequency, at, prec);
    acb_clear(frequency);
}

/*
 * exp(-(x - m)^2) times tanh a - tanh b = sinh(a - b)/(cosh a cosh b), or 1 - tanh a tanh b, which is the same with
 * cosh(a - b).
 */
static int cross_effect(acb_ptr out, const acb_t x, void *param, slong order, slong prec)
{
    const struct over_line *f = param;
    acb_t a, b, c;
    if (order > 1) flint_abort();
    acb_init(a); acb_init(b); acb_init(c);
    acb_set_arb(c, f->at + OMEGA);
    half_terms(a, b, x, c, f->at, prec);
    acb_sub(c, a, b, prec);
    if (f->difference) acb_sinh(c, c, prec); else acb_cosh(c, c, prec);
    acb_cosh(a, a, prec);
    acb_cosh(b, b, prec);
    acb_mul(a, a, b, prec);
    acb_div(c, c, a, prec);
    acb_sub_arb(a, x, f->middle, prec);
    acb_mul(a, a, a, prec);
    acb_neg(a, a);
    acb_exp(a, a, prec);
    acb_mul(out, a, c, prec);
    acb_clear(a); acb_clear(b); acb_clear(c);
    return 0;
}

/* Where exp(-x^2) is far below 2^-prec. */
static void cut_at(arb_t K, slong prec)
{
    arb_set_si(K, prec + 20);
    arb_sqrt(K, K, 53);
    arb_get_mid_arb(K, K);
}

static void add_bound(arb_t out, const arb_t bound)
{
    mag_t most;
    mag_init(most);
    arb_get_mag(most, bound);
    arb_add_error_mag(out, most);
    mag_clear(most);
}

static void line_integral(arb_t out, int lines, int difference, arb_srcptr at, slong prec)
{
    VALUES(6);
    arb_ptr d = v, middle = v + 1, e = v + 2, K = v + 3, rest = v + 4;
    acb_t lo, hi, sum;
    mag_t tolerance;
    struct over_line f = {.at = at, .difference = difference, .middle = middle};
    acb_init(lo); acb_init(hi); acb_init(sum); mag_init(tolerance);
    mag_set_ui_2exp_si(tolerance, 1, -prec);
    cut_at(K, prec);
    arb_div(d, at + OMEGA, at + SIGMA, prec);
    for (int i = 0; i < lines; i++)
        for (int j = 0; j < lines; j++) {
            bells(middle, e, lines, i, j, d, at, prec);
            arb_sub(acb_realref(lo), middle, K, prec);
            arb_add(acb_realref(hi), middle, K, prec);
            acb_calc_integrate(sum, cross_effect, &f, lo, hi, prec, tolerance, NULL, prec);
            /* Beyond: at most 2 times the integral of exp(-x^2), which is less than exp(-K^2)/K. */
            arb_mul(rest, K, K, 53);
            arb_neg(rest, rest);
            arb_exp(rest, rest, 53);
            arb_mul_2exp_si(rest, rest, 1);
            arb_div(rest, rest, K, 53);
            add_bound(acb_realref(sum), rest);
            strength(e, e, lines, prec);
            arb_addmul(v + 5, e, acb_realref(sum), prec);
        }
    arb_set(out, v + 5);
    acb_clear(lo); acb_clear(hi); acb_clear(sum); mag_clear(tolerance);
    DONE(6);
}

static void of_cross_effect(arb_t out, int lines, arb_srcptr at, slong prec)
{
    VALUES(2);
    line_integral(v, lines, 1, at, prec);
    line_integral(v + 1, lines, 0, at, prec);
    arb_div(out, v, v + 1, prec);
    DONE(2);
}
static void cross_of_one(arb_t out, arb_srcptr at, slong prec) { of_cross_effect(out, 1, at, prec); }
static void cross_of_two(arb_t out, arb_srcptr at, slong prec) { of_cross_effect(out, 2, at, prec); }

/* Sum over the bells of exp(-(x - c)^2/2). */
static void shape(acb_t out, const acb_t x, const struct over_line *f, slong prec)
{
    acb_t one;
    arb_t half;
    acb_init(one); arb_init(half);
    if (f->lines == 2) {
        arb_div(half, f->at + SEPARATION, f->at + SIGMA, prec);
        arb_mul_2exp_si(half, half, -1);
    }
    acb_zero(out);
    for (int i = 0; i < f->lines; i++) {
        if (i) arb_neg(half, half);
        acb_sub_arb(one, x, half, prec);
        acb_mul(one, one, one, prec);
        acb_mul_2exp_si(one, one, -1);
        acb_neg(one, one);
        acb_exp(one, one, prec);
        acb_add(out, out, one, prec);
    }
    acb_clear(one); arb_clear(half);
}

/*
 * The flow of interaction energy at Delta = omega0I sin t, as a function of x: both shapes times sinh h or cosh h over
 * cosh(a + b) + cosh h, where h = sin t (a - b) + omega0I cos^2 t betaSS/2.
 */
static int mixing_over_line(acb_ptr out, const acb_t x, void *param, slong order, slong prec)
{
    const struct over_line *f = param;
    acb_t a, b, h, y;
    if (order > 1) flint_abort();
    acb_init(a); acb_init(b); acb_init(h); acb_init(y);
    acb_mul_arb(y, f->sine, f->at + OMEGA, prec);
    half_terms(a, b, x, y, f->at, prec);
    acb_div_arb(y, y, f->at + SIGMA, prec);
    acb_sub(y, x, y, prec);
    acb_mul(h, f->cosine, f->cosine, prec);
    acb_mul_arb(h, h, f->at + OMEGA, prec);
    acb_mul_arb(h, h, f->at + BETASS, prec);
    acb_mul_2exp_si(h, h, -1);
    acb_sub(out, a, b, prec);
    acb_addmul(h, out, f->sine, prec);
    acb_add(a, a, b, prec);
    acb_cosh(a, a, prec);
    acb_cosh(b, h, prec);
    acb_add(a, a, b, prec);
    if (f->difference) acb_sinh(b, h, prec);
    acb_div(a, b, a, prec);
    shape(h, x, f, prec);
    shape(b, y, f, prec);
    acb_mul(a, a, h, prec);
    acb_mul(out, a, b, prec);
    acb_clear(a); acb_clear(b); acb_clear(h); acb_clear(y);
    return 0;
}

/* Times cos^4 t/(cos^2 t + (DD/omega0I)^2). */
static int mixing(acb_ptr out, const acb_t t, void *param, slong order, slong prec)
{
    struct over_line f = *(struct over_line *) param;
    acb_calc_integrate_opt_t options;
    acb_t sine, cosine, weight, lo, hi;
    arb_t K;
    mag_t tolerance;
    if (order > 1) flint_abort();
    acb_init(sine); acb_init(cosine); acb_init(weight); acb_init(lo); acb_init(hi); arb_init(K); mag_init(tolerance);
    acb_sin_cos(sine, cosine, t, prec);
    f.sine = sine;
    f.cosine = cosine;
    acb_mul(weight, cosine, cosine, prec);
    arb_div(K, f.at + DD, f.at + OMEGA, prec);
    arb_mul(K, K, K, prec);
    acb_add_arb(out, weight, K, prec);
    acb_mul(weight, weight, weight, prec);
    acb_div(weight, weight, out, prec);
    if (acb_is_finite(weight)) {
        cut_at(K, 2 * prec);
        arb_set(acb_realref(hi), K);
        if (f.lines == 2) {
            arb_div(K, f.at + SEPARATION, f.at + SIGMA, prec);
            arb_mul_2exp_si(K, K, -1);
            arb_add(acb_realref(hi), acb_realref(hi), K, prec);
        }
        acb_neg(lo, hi);
        mag_set_ui_2exp_si(tolerance, 1, -prec);
        acb_calc_integrate_opt_init(options);
        options->eval_limit = 40 * prec;
        acb_calc_integrate(out, mixing_over_line, &f, lo, hi, prec - SPARED, tolerance, options, prec);
        acb_mul(out, out, weight, prec);
    } else acb_indeterminate(out);
    acb_clear(sine); acb_clear(cosine); acb_clear(weight); acb_clear(lo); acb_clear(hi); arb_clear(K); mag_clear(tolerance);
    return 0;
}

static void mixing_integral(arb_t out, int lines, int difference, arb_srcptr at, slong prec)
{
    VALUES(2);
    acb_t lo, hi, sum;
    mag_t tolerance;
    struct over_line f = {.at = at, .difference = difference, .lines = lines};
    acb_init(lo); acb_init(hi); acb_init(sum); mag_init(tolerance);
    mag_set_ui_2exp_si(tolerance, 1, -prec);
    arb_const_pi(acb_realref(hi), prec);
    acb_mul_2exp_si(hi, hi, -1);
    if (arb_lt(at + D0, at + OMEGA)) {
        arb_div(v, at + D0, at + OMEGA, prec);
        arb_acos(acb_realref(lo), v, prec);
    } else if (!arb_ge(at + D0, at + OMEGA)) arb_indeterminate(acb_realref(lo));
    acb_calc_integrate(sum, mixing, &f, lo, hi, prec - SPARED, tolerance, NULL, prec);
    /*
     * Beyond the cut, for real t: the range of t is below 2, the weight at most 1, the fraction at most 1, the other
     * shape at most the number of bells, and this one over both sides less than 2 exp(-K^2/2)/K for each.
     */
    cut_at(v, 2 * prec);
    arb_mul(v + 1, v, v, 53);
    arb_mul_2exp_si(v + 1, v + 1, -1);
    arb_neg(v + 1, v + 1);
    arb_exp(v + 1, v + 1, 53);
    arb_div(v + 1, v + 1, v, 53);
    arb_mul_si(v + 1, v + 1, 4 * lines * lines, 53);
    add_bound(acb_realref(sum), v + 1);
    arb_set(out, acb_realref(sum));
    acb_clear(lo); acb_clear(hi); acb_clear(sum); mag_clear(tolerance);
    DONE(2);
}

static void of_mixing(arb_t out, int lines, arb_srcptr at, slong prec)
{
    VALUES(2);
    mixing_integral(v, lines, 1, at, prec);
    mixing_integral(v + 1, lines, 0, at, prec);
    arb_div(out, v, v + 1, prec);
    DONE(2);
}
static void mixing_of_one(arb_t out, arb_srcptr at, slong prec) { of_mixing(out, 1, at, prec); }
static void mixing_of_two(arb_t out, arb_srcptr at, slong prec) { of_mixing(out, 2, at, prec); }

const struct quantity line_quantities[] = {
    {"norm_of_the_line:gaussian", norm, 0},
    {"norm_of_the_line:two_lines", norm, 0},
    {"overlap_of_the_line:gaussian", overlap_of_one, 0},
    {"overlap_of_the_line:two_lines", overlap_of_two, 0},
    {"cross-effect_polarization:gaussian", cross_of_one, INTEGRATED},
    {"cross-effect_polarization:two_lines", cross_of_two, INTEGRATED},
    {"thermal-mixing_polarization:gaussian", mixing_of_one, INTEGRATED_TWICE},
    {"thermal-mixing_polarization:two_lines", mixing_of_two, INTEGRATED_TWICE},
    {NULL, NULL, 0},
};
