/* The value of a quantity at an exact point, as narrow as is asked for. */
#include <stdio.h>
#include <string.h>
#include "reference.h"

/*
 * Bits beyond those of the digits, and those that are carried besides; a value that is 0 but not seen to be is followed
 * to so many bits at most.
 */
enum { BEYOND = 8, GUARD = 40, MOST_OF_ZERO = 4000 };

static void set_constants(arb_ptr at, const fmpq_t planck, slong prec)
{
    if (fmpq_is_zero(planck)) return;
    arb_t pi;
    arb_init(pi);
    ball(at + HBAR, planck, prec);
    arb_const_pi(pi, prec);
    arb_div(at + HBAR, at + HBAR, pi, prec);
    arb_mul_2exp_si(at + HBAR, at + HBAR, -1);
    arb_clear(pi);
}

static void print_ends(const arb_t x)
{
    fmpz_t lo, hi, exponent;
    fmpz_init(lo); fmpz_init(hi); fmpz_init(exponent);
    if (arb_is_finite(x)) {
        arb_get_interval_fmpz_2exp(lo, hi, exponent, x);
        char *texts[3] = {fmpz_get_str(NULL, 16, lo), fmpz_get_str(NULL, 16, hi), fmpz_get_str(NULL, 10, exponent)};
        printf("%s %s %s\n", texts[0], texts[1], texts[2]);
        for (int k = 0; k < 3; k++) flint_free(texts[k]);
    } else printf("none\n");
    fmpz_clear(lo); fmpz_clear(hi); fmpz_clear(exponent);
}

void print_enclosure(const struct quantity *quantity, slong digits, char **words, slong count)
{
    const slong wanted = 10 * digits / 3 + BEYOND, most = quantity->most ? quantity->most : 100 * wanted + MOST_OF_ZERO;
    fmpq *given = _fmpq_vec_init(SYMBOLS);
    int is_given[SYMBOLS] = {0};
    arb_ptr at = _arb_vec_init(SYMBOLS);
    fmpq_t planck;
    arb_t value, best;
    fmpq_init(planck); arb_init(value); arb_init(best);
    arb_indeterminate(best);
    for (slong k = 0; k < count; k++) {
        char *equals = strchr(words[k], '=');
        if (!equals) fail("expected symbol=number", words[k]);
        *equals = 0;
        if (strcmp(words[k], "planck") == 0) { read_number(planck, equals + 1); continue; }
        slong which = symbol_named(words[k]);
        is_given[which] = 1;
        read_number(given + which, equals + 1);
    }
    for (slong prec = FLINT_MIN(wanted + GUARD, most);; prec = FLINT_MIN(2 * prec, most)) {
        for (slong k = 0; k < SYMBOLS; k++)
            if (is_given[k]) ball(at + k, given + k, prec); else arb_indeterminate(at + k);
        set_constants(at, planck, prec);
        quantity->value(value, at, prec);
        if (arb_is_finite(value) &&
            (arb_contains_zero(value) || arb_rel_accuracy_bits(value) > arb_rel_accuracy_bits(best)))
            arb_set(best, value);
        if (arb_is_exact(best) || arb_rel_accuracy_bits(best) >= wanted || prec == most) break;
        if (arb_contains_zero(best) && arb_is_finite(best) && prec > MOST_OF_ZERO) break;
    }
    print_ends(best);
    _fmpq_vec_clear(given, SYMBOLS);
    _arb_vec_clear(at, SYMBOLS);
    fmpq_clear(planck); arb_clear(value); arb_clear(best);
}
