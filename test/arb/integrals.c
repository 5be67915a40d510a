/*
 * Integrals over the couplings, s = D/omega0I = 2 t/(1 + t^2), so that q = sqrt(1 - s^2) = (1 - t^2)/(1 + t^2) is
 * rational and ds = q 2 dt/(1 + t^2). W^Z weighs the density with q, W^SS with s^2/q.
 */
#include <acb_calc.h>
#include "reference.h"
#include "integrals.h"

struct integrand {
    int zeeman;
    /* 0: s^2/(s^2 + w^2). 1 and -1: (1 + s/X) sqrt(1 - 2 s/X), with X of this sign. */
    int glass;
    arb_t w2;
    arb_t X;
    /* The end of the range. */
    arb_t end;
};

/*
 * sqrt(1 - 2 s/X), where it must not be seen to vanish but at the end: (1 + t^2)(1 - 2 s/X) = 1 + t^2 - 4 t/X is
 * (end - t)(1/end - t) where it is 0 at the end, for 0 < X < 2, and (1 - t)^2 + 2 t (1 - 2/X) otherwise; over is 1 + t^2.
 */
static void density_root(acb_t out, const struct integrand *f, const acb_t t, const acb_t over, int analytic, slong prec)
{
    acb_t a, b;
    acb_init(a); acb_init(b);
    if (f->glass > 0 && arf_cmp_si(arb_midref(f->X), 2) < 0) {
        acb_set_arb(a, f->end);
        acb_inv(b, a, prec);
        acb_sub(a, a, t, prec);
        acb_sub(b, b, t, prec);
        acb_sqrt_analytic(a, a, analytic, prec);
        acb_sqrt_analytic(b, b, analytic, prec);
        acb_sqrt_analytic(out, over, analytic, prec);
        acb_mul(a, a, b, prec);
    } else {
        acb_set_arb(b, f->X);
        acb_inv(b, b, prec);
        acb_mul_2exp_si(b, b, 1);
        acb_sub_ui(b, b, 1, prec);
        acb_mul(b, b, t, prec);
        acb_mul_2exp_si(b, b, 1);
        acb_sub_ui(a, t, 1, prec);
        acb_mul(a, a, a, prec);
        acb_sub(a, a, b, prec);
        acb_sqrt_analytic(a, a, analytic, prec);
        acb_sqrt_analytic(out, over, analytic, prec);
    }
    acb_div(out, a, out, prec);
    acb_clear(a); acb_clear(b);
}

static int evaluate(acb_ptr out, const acb_t t, void *param, slong order, slong prec)
{
    const struct integrand *f = param;
    acb_t s, q, under, density;
    if (order > 1) flint_abort();
    acb_init(s); acb_init(q); acb_init(under); acb_init(density);
    acb_mul(q, t, t, prec);
    acb_add_ui(under, q, 1, prec);
    acb_inv(under, under, prec);
    acb_sub_ui(q, q, 1, prec);
    acb_neg(q, q);
    acb_mul(q, q, under, prec);
    acb_mul_2exp_si(under, under, 1);
    acb_mul(s, t, under, prec);
    if (f->glass == 0) {
        acb_mul(density, s, s, prec);
        acb_add_arb(out, density, f->w2, prec);
        acb_div(density, density, out, prec);
    } else {
        acb_div_arb(density, s, f->X, prec);
        acb_mul(out, t, t, prec);
        acb_add_ui(out, out, 1, prec);
        density_root(out, f, t, out, order != 0, prec);
        acb_add_ui(density, density, 1, prec);
        acb_mul(density, density, out, prec);
    }
    acb_mul(density, density, under, prec);
    acb_set(out, f->zeeman ? q : s);
    acb_mul(out, out, out, prec);
    acb_mul(out, out, density, prec);
    acb_clear(s); acb_clear(q); acb_clear(under); acb_clear(density);
    return 0;
}

/* From s = 0 to top, where 1 - top^2 = q^2. */
static void integral(arb_t out, struct integrand *f, const arb_t top, const arb_t q, slong prec)
{
    acb_t lo, hi, sum;
    mag_t tolerance;
    acb_init(lo); acb_init(hi); acb_init(sum); mag_init(tolerance);
    arb_add_ui(acb_realref(hi), q, 1, prec);
    arb_div(acb_realref(hi), top, acb_realref(hi), prec);
    arb_set(f->end, acb_realref(hi));
    /* Small beside the whole, which is at least of the order top^5 or, with w, top^5/w^2. */
    arb_get_mag_lower(tolerance, top);
    mag_pow_ui(tolerance, tolerance, 5);
    mag_mul_2exp_si(tolerance, tolerance, -prec);
    if (f->glass == 0) {
        mag_t wide;
        mag_init(wide);
        arb_get_mag(wide, f->w2);
        mag_add_ui(wide, wide, 1);
        mag_div(tolerance, tolerance, wide);
        mag_clear(wide);
    }
    acb_calc_integrate(sum, evaluate, f, lo, hi, prec, tolerance, NULL, prec);
    arb_set(out, acb_realref(sum));
    acb_clear(lo); acb_clear(hi); acb_clear(sum); mag_clear(tolerance);
}

/* sqrt(1 - X^2) */
static void leg_of_1(arb_t out, const arb_t X, slong prec)
{
    arb_t sum;
    arb_init(sum);
    arb_add_ui(sum, X, 1, prec);
    arb_sub_ui(out, X, 1, prec);
    arb_neg(out, out);
    arb_mul(out, out, sum, prec);
    arb_sqrt(out, out, prec);
    arb_clear(sum);
}

/* The lesser of X and 1, and sqrt(1 - top^2). */
static void end_of(arb_t top, arb_t q, const arb_t X, slong prec)
{
    arb_set(top, X);
    if (arb_contains_si(X, 1)) { arb_indeterminate(q); if (arb_is_one(X)) arb_zero(q); }
    else if (arf_cmp_si(arb_midref(X), 1) > 0) { arb_one(top); arb_zero(q); }
    else leg_of_1(q, X, prec);
}

/* factor A2 DD/omega0I */
static void in_units(arb_t out, slong factor, arb_srcptr at, slong prec)
{
    arb_mul_si(out, out, factor, prec);
    arb_mul(out, out, at + A2, prec);
    arb_mul(out, out, at + DD, prec);
    arb_div(out, out, at + OMEGA, prec);
}

void integrated_rate(arb_t out, int zeeman, int from_limit, arb_srcptr at, slong prec)
{
    struct integrand f = {.zeeman = zeeman, .glass = 0};
    arb_t top, q;
    arb_init(f.w2); arb_init(f.X); arb_init(f.end); arb_init(top); arb_init(q);
    arb_div(f.w2, at + DD, at + OMEGA, prec);
    arb_mul(f.w2, f.w2, f.w2, prec);
    if (from_limit) {
        arb_div(q, at + DELTA0, at + OMEGA, prec);
        leg_of_1(top, q, prec);
    } else if (arb_ge(at + D0, at + OMEGA)) { arb_one(top); arb_zero(q); }
    else {
        arb_div(f.X, at + D0, at + OMEGA, prec);
        end_of(top, q, f.X, prec);
    }
    integral(out, &f, top, q, prec);
    in_units(out, 2, at, prec);
    arb_clear(f.w2); arb_clear(f.X); arb_clear(f.end); arb_clear(top); arb_clear(q);
}

void integrated_glass(arb_t out, int zeeman, arb_srcptr at, slong prec)
{
    struct integrand f = {.zeeman = zeeman};
    arb_t top, q, sum;
    arb_init(f.w2); arb_init(f.X); arb_init(f.end); arb_init(top); arb_init(q); arb_init(sum);
    for (int sign = -1; sign <= 1; sign += 2) {
        arb_div(f.X, at + D0, at + OMEGA, prec);
        if (sign > 0) arb_mul_2exp_si(f.X, f.X, -1);
        end_of(top, q, f.X, prec);
        if (sign > 0) arb_mul_2exp_si(f.X, f.X, 1); else arb_neg(f.X, f.X);
        f.glass = sign;
        integral(q, &f, top, q, prec);
        arb_add(sum, sum, q, prec);
    }
    /* 10/(3 sqrt 3) of the wings of the Lorentzian. */
    arb_sqrt_ui(q, 27, prec);
    arb_div(out, sum, q, prec);
    in_units(out, 10, at, prec);
    arb_clear(f.w2); arb_clear(f.X); arb_clear(f.end); arb_clear(top); arb_clear(q); arb_clear(sum);
}
