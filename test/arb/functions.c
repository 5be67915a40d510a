/* The ranges of the elementary functions over closed intervals: exact where rational numbers suffice, else by Arb. */
#include <string.h>
#include "reference.h"

void ball(arb_t out, const fmpq_t value, slong prec)
{
    const fmpz *den = fmpq_denref(value);
    slong power = fmpz_val2(den);
    if (fmpz_bits(den) == (flint_bitcnt_t) power + 1) {
        arb_set_fmpz(out, fmpq_numref(value));
        arb_mul_2exp_si(out, out, -power);
    } else arb_set_fmpq(out, value, prec);
}

static void widen(fmpq_t least, fmpq_t most, const fmpq_t value)
{
    if (fmpq_cmp(value, least) < 0) fmpq_set(least, value);
    if (fmpq_cmp(value, most) > 0) fmpq_set(most, value);
}

typedef void (*operation)(fmpq_t, const fmpq_t, const fmpq_t);
static void minimum(fmpq_t out, const fmpq_t a, const fmpq_t b) { fmpq_set(out, fmpq_cmp(a, b) <= 0 ? a : b); }
static void maximum(fmpq_t out, const fmpq_t a, const fmpq_t b) { fmpq_set(out, fmpq_cmp(a, b) >= 0 ? a : b); }
static const struct { const char *name; operation of; } operations[] = {
    {"add", fmpq_add}, {"sub", fmpq_sub}, {"mul", fmpq_mul}, {"div", fmpq_div},
    {"min", minimum}, {"max", maximum}, {NULL, NULL},
};

/* Each is monotone in either argument, so that its extremes lie at corners. */
static void corners(operation of, fmpq_t least, fmpq_t most, fmpq *args)
{
    fmpq_t value;
    fmpq_init(value);
    for (int k = 0; k < 4; k++) {
        of(value, args + (k & 1), args + 2 + (k >> 1));
        if (k == 0) { fmpq_set(least, value); fmpq_set(most, value); }
        widen(least, most, value);
    }
    fmpq_clear(value);
}

/* x^n, or the magnitude of x: extremes at the ends and, where it is even, at 0. */
static void powers(fmpq_t least, fmpq_t most, fmpq *args, slong n, int magnitude)
{
    fmpq_t value;
    fmpq_init(value);
    for (int k = 0; k < 2; k++) {
        if (magnitude) fmpq_abs(value, args + k); else fmpq_pow_si(value, args + k, n);
        if (k == 0) { fmpq_set(least, value); fmpq_set(most, value); }
        widen(least, most, value);
    }
    if ((magnitude || (n > 0 && n % 2 == 0)) && fmpq_sgn(args) < 0 && fmpq_sgn(args + 1) > 0) {
        fmpq_zero(value);
        widen(least, most, value);
    }
    fmpq_clear(value);
}

int exact_range(const char *name, fmpq_t least, fmpq_t most, fmpq *args, slong count)
{
    for (int k = 0; operations[k].name; k++)
        if (strcmp(name, operations[k].name) == 0) { corners(operations[k].of, least, most, args); return 1; }
    if (strcmp(name, "pow") == 0) powers(least, most, args, fmpz_get_si(fmpq_numref(args + 2)), 0);
    else if (strcmp(name, "abs") == 0) powers(least, most, args, 1, 1);
    else if (strcmp(name, "neg") == 0) { fmpq_neg(least, args + 1); fmpq_neg(most, args); }
    else if (strcmp(name, "rational") == 0) { fmpq_set(least, args); fmpq_set(most, args + 1); }
    else if (strcmp(name, "hull") == 0) {
        fmpq_set(least, args);
        fmpq_set(most, args + 1);
        for (slong k = 0; k < count; k++) widen(least, most, args + k);
    } else return 0;
    return 1;
}

typedef void (*real_function)(arb_t, const arb_t, slong);
static const struct { const char *name; real_function of; int slope; } monotone[] = {
    {"sqrt", arb_sqrt, 1}, {"exp", arb_exp, 1}, {"log", arb_log, 1}, {"sinh", arb_sinh, 1}, {"tanh", arb_tanh, 1},
    {"atan", arb_atan, 1}, {"asin", arb_asin, 1}, {"acos", arb_acos, -1}, {NULL, NULL, 0},
};

/* sin and cos: an extreme at every (k + shift) pi in the interval, greatest for even k. */
static int wave(real_function of, double shift, arb_t least, arb_t most, fmpq *args, slong prec)
{
    arb_t x, y, pi;
    fmpz_t first, last;
    int found = 1;
    arb_init(x); arb_init(y); arb_init(pi); fmpz_init(first); fmpz_init(last);
    ball(x, args, prec);
    of(least, x, prec);
    if (fmpq_equal(args, args + 1)) arb_set(most, least);
    else {
        ball(y, args + 1, prec);
        of(most, y, prec);
        arb_const_pi(pi, prec + 64);
        for (int k = 0; k < 2; k++) {
            arb_t turns, half;
            arb_init(turns); arb_init(half);
            arb_div(turns, k ? y : x, pi, prec + 64);
            arb_set_d(half, shift);
            arb_sub(turns, turns, half, prec + 64);
            if (k) arb_floor(turns, turns, prec + 64); else arb_ceil(turns, turns, prec + 64);
            if (!arb_get_unique_fmpz(k ? last : first, turns)) found = -1;
            arb_clear(turns); arb_clear(half);
        }
        arb_t lower;
        arb_init(lower);
        arb_min(lower, least, most, prec);
        arb_max(most, least, most, prec);
        arb_set(least, lower);
        arb_clear(lower);
        fmpz_sub(last, last, first);
        if (found == 1 && fmpz_sgn(last) >= 0) {
            int both = fmpz_sgn(last) > 0;
            if (both || fmpz_is_even(first)) arb_one(most);
            if (both || fmpz_is_odd(first)) arb_set_si(least, -1);
        }
    }
    arb_clear(x); arb_clear(y); arb_clear(pi); fmpz_clear(first); fmpz_clear(last);
    return found;
}

int range(const char *name, arb_t least, arb_t most, fmpq *args, slong prec)
{
    if (strcmp(name, "pi") == 0) { arb_const_pi(least, prec); arb_set(most, least); return 1; }
    if (strcmp(name, "sin") == 0) return wave(arb_sin, 0.5, least, most, args, prec);
    if (strcmp(name, "cos") == 0) return wave(arb_cos, 0, least, most, args, prec);
    arb_t x;
    arb_init(x);
    int found = 0;
    for (int k = 0; monotone[k].name; k++)
        if (strcmp(name, monotone[k].name) == 0) {
            found = 1;
            ball(x, args, prec);
            monotone[k].of(monotone[k].slope > 0 ? least : most, x, prec);
            ball(x, args + 1, prec);
            monotone[k].of(monotone[k].slope > 0 ? most : least, x, prec);
        }
    if (strcmp(name, "cosh") == 0) {
        fmpq_t lo, hi;
        found = 1;
        fmpq_init(lo); fmpq_init(hi);
        exact_range("abs", lo, hi, args, 2);
        ball(x, lo, prec);
        arb_cosh(least, x, prec);
        ball(x, hi, prec);
        arb_cosh(most, x, prec);
        fmpq_clear(lo); fmpq_clear(hi);
    }
    arb_clear(x);
    return found;
}
