/*
 * How long Arb takes. Usage: arb WHAT DIGITS REPEATS
 * WHAT is W_Z (closed form) or integral (certified quadrature). Prints the value, how many digits of it are certain,
 * and for each repeat the microseconds of one evaluation; the number of evaluations is chosen so that a repeat takes
 * about a tenth of a second.
 *
 * The point is A2 = 2e15 rad^2/s^2, DD = 1250000, D0 = 326000000, omega0I = 911000000 rad/s: the same in every program.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <acb.h>
#include <acb_calc.h>
#include <arb.h>

typedef struct { arb_t a2, dd, d0, omega; } point_t;

/* 2 A2 w ((asin x + x c)/2 + w^2 asin x - w sqrt(1 + w^2) J), J = pi/2 - atan(w c/(x sqrt(1 + w^2))). */
static void closed_form(arb_t out, const point_t *p, slong prec)
{
    arb_t x, c, w, root, angle, j, t;
    arb_init(x); arb_init(c); arb_init(w); arb_init(root); arb_init(angle); arb_init(j); arb_init(t);
    arb_div(w, p->dd, p->omega, prec);
    arb_div(x, p->d0, p->omega, prec);
    arb_mul(c, x, x, prec);
    arb_sub_ui(c, c, 1, prec);
    arb_neg(c, c);
    arb_sqrt(c, c, prec);
    arb_asin(angle, x, prec);
    arb_mul(root, w, w, prec);
    arb_add_ui(t, root, 1, prec);
    arb_mul(root, root, angle, prec);
    arb_mul(out, x, c, prec);
    arb_add(out, out, angle, prec);
    arb_mul_2exp_si(out, out, -1);
    arb_add(out, out, root, prec);
    arb_sqrt(root, t, prec);
    arb_mul(j, x, root, prec);
    arb_mul(t, w, c, prec);
    arb_div(j, t, j, prec);
    arb_atan(j, j, prec);
    arb_const_pi(t, prec);
    arb_mul_2exp_si(t, t, -1);
    arb_sub(j, t, j, prec);
    arb_mul(j, j, root, prec);
    arb_submul(out, j, w, prec);
    arb_mul(w, w, p->a2, prec);
    arb_mul_2exp_si(w, w, 1);
    arb_mul(out, out, w, prec);
    arb_clear(x); arb_clear(c); arb_clear(w); arb_clear(root); arb_clear(angle); arb_clear(j); arb_clear(t);
}

/* Delta^2/omega0I^2 W_SSI(Delta) without its constant factor. */
static int share(acb_ptr out, const acb_t delta, void *param, slong order, slong prec)
{
    const point_t *p = param;
    acb_t square, root, d2;
    if (order > 1) flint_abort();
    acb_init(square); acb_init(root); acb_init(d2);
    acb_set_arb(square, p->omega);
    acb_mul(square, square, square, prec);
    acb_mul(d2, delta, delta, prec);
    acb_sub(square, square, d2, prec);
    acb_sqrt_analytic(root, square, order != 0, prec);
    arb_addmul(acb_realref(square), p->dd, p->dd, prec);
    acb_div(root, root, square, prec);
    acb_mul(out, root, d2, prec);
    acb_clear(square); acb_clear(root); acb_clear(d2);
    return 0;
}

static void integral(arb_t out, const point_t *p, slong prec)
{
    acb_t lo, hi, sum;
    mag_t tolerance;
    arb_t t;
    acb_init(lo); acb_init(hi); acb_init(sum); mag_init(tolerance); arb_init(t);
    arb_mul(t, p->d0, p->d0, prec);
    arb_mul(acb_realref(lo), p->omega, p->omega, prec);
    arb_sub(t, acb_realref(lo), t, prec);
    arb_sqrt(acb_realref(lo), t, prec);
    acb_set_arb(hi, p->omega);
    mag_set_ui_2exp_si(tolerance, 1, -prec);
    acb_calc_integrate(sum, share, (void *) p, lo, hi, prec, tolerance, NULL, prec);
    arb_pow_ui(t, p->omega, 3, prec);
    arb_div(t, p->dd, t, prec);
    arb_mul(t, t, p->a2, prec);
    arb_mul_2exp_si(t, t, 1);
    arb_mul(out, acb_realref(sum), t, prec);
    acb_clear(lo); acb_clear(hi); acb_clear(sum); mag_clear(tolerance); arb_clear(t);
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec + 1e-9 * now.tv_nsec;
}

int main(int argc, char **argv)
{
    point_t p;
    arb_t out;
    void (*work)(arb_t, const point_t *, slong);
    if (argc != 4) { fprintf(stderr, "expected WHAT DIGITS REPEATS\n"); return 2; }
    work = strcmp(argv[1], "W_Z") == 0 ? closed_form : integral;
    slong digits = atol(argv[2]), repeats = atol(argv[3]);
    slong prec = (slong) ceil(digits * 3.3219280948873626) + 20;
    arb_init(p.a2); arb_init(p.dd); arb_init(p.d0); arb_init(p.omega); arb_init(out);
    arb_set_d(p.a2, 2e15); arb_set_ui(p.dd, 1250000); arb_set_ui(p.d0, 326000000); arb_set_ui(p.omega, 911000000);
    work(out, &p, prec);
    double start = seconds(), took;
    slong loops = 0;
    do { work(out, &p, prec); loops++; took = seconds() - start; } while (took < 0.1);
    printf("value ");
    arb_printn(out, digits, ARB_STR_NO_RADIUS);
    printf("\ndigits %ld\n", (long) floor(arb_rel_accuracy_bits(out) * 0.3010299956639812));
    for (slong i = 0; i < repeats; i++) {
        start = seconds();
        for (slong k = 0; k < loops; k++) work(out, &p, prec);
        printf("us %.6g\n", 1e6 * (seconds() - start) / loops);
    }
    arb_clear(p.a2); arb_clear(p.dd); arb_clear(p.d0); arb_clear(p.omega); arb_clear(out);
    return 0;
}
