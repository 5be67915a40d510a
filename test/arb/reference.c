/*
 * Says of enclosures whether they contain the truth. One request a line:
 *
 *     NAME DIGITS LO HI ARGUMENTS
 *
 * [LO, HI] is claimed to contain every value of the function NAME over its argument intervals, each "lo,hi" or one
 * number, or the value of the quantity NAME at "symbol=number"s. A number is [-]hex[p[-]decimal][/hex]: a hexadecimal
 * integer times a power of 2 over another one. The answer, one a line:
 *
 *     in EXCESS      proved to be contained; (HI - LO) over (the true width + 10^-DIGITS of the value)
 *     low, high      proved not to be contained: LO lies above the least value, HI below the greatest
 *     open           not decided with the greatest precision
 *
 *     value NAME DIGITS ARGUMENTS
 *
 * asks for the quantity itself, by ends that agree to about so many digits: enclose.c says how they are written.
 *
 * Nothing is rounded before it is judged: ends and arguments are exact fractions, the truth is a ball whose precision
 * is raised until it lies wholly on one side of either end. `reference --about` prints versions, functions, quantities.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <mpfr.h>
#include "reference.h"

const char *const symbol_names[SYMBOLS] = {
    "A2", "DD", "D0", "omega0I", "Delta", "Delta0", "D", "nS", "mu0", "hbar", "gammaS", "r", "theta", "r0",
    "Az", "omega", "alpha", "betaI",
    "omegaS", "sigma", "separation", "betaL", "betaSS", "depth", "omegaM", "holeWidth", "gammaI", "gammaJ",
};
const struct quantity *const tables[TABLES] = {
    rate_quantities, pair_rate_quantities, coupling_quantities, pair_quantities, line_quantities,
    printed_quantities,
};

const struct quantity *quantity_named(const char *name)
{
    for (int k = 0; k < TABLES; k++)
        for (const struct quantity *q = tables[k]; q->name; q++) if (strcmp(q->name, name) == 0) return q;
    return NULL;
}

enum { MOST_ARGUMENTS = 32, MOST_PREC = 200000 };

void fail(const char *what, const char *where)
{
    fprintf(stderr, "reference: %s: %.80s\n", what, where);
    exit(2);
}

slong symbol_named(const char *name)
{
    for (slong k = 0; k < SYMBOLS; k++) if (strcmp(name, symbol_names[k]) == 0) return k;
    fail("unknown symbol", name);
    return -1;
}

void read_number(fmpq_t out, char *text)
{
    char *slash = strchr(text, '/'), *power = strchr(text, 'p');
    fmpz_t den;
    fmpz_init_set_ui(den, 1);
    if (slash) { *slash = 0; if (fmpz_set_str(den, slash + 1, 16)) fail("no number", slash + 1); }
    slong shift = 0;
    if (power) { *power = 0; shift = atol(power + 1); }
    if (fmpz_set_str(fmpq_numref(out), text, 16)) fail("no number", text);
    fmpq_set_fmpz_frac(out, fmpq_numref(out), den);
    if (shift >= 0) fmpq_mul_2exp(out, out, shift); else fmpq_div_2exp(out, out, -shift);
    fmpz_clear(den);
}

/* Bounds that hold whatever the argument is, where a ball of any precision reaches across them. */
static int always(const char *name, const fmpq_t end, int upper)
{
    static const struct { const char *name; int has_least, least, has_most, most; } bounds[] = {
        {"sin", 1, -1, 1, 1}, {"cos", 1, -1, 1, 1}, {"tanh", 1, -1, 1, 1},
        {"polarization_of_electrons", 1, -1, 1, 1}, {"polarization_of_nuclei", 1, -1, 1, 1},
        {"population_of_the_lower_nuclear_level", 1, 0, 1, 1}, {"share_of_+-_in_the_upper_state", 1, 0, 1, 1},
        {"share_of_-+_in_the_upper_state", 1, 0, 1, 1}, {"exp", 1, 0, 0, 0}, {"cosh", 1, 1, 0, 0}, {"sqrt", 1, 0, 0, 0}, {"acos", 1, 0, 0, 0}, {NULL, 0, 0, 0, 0},
    };
    for (int k = 0; bounds[k].name; k++)
        if (strcmp(name, bounds[k].name) == 0)
            return upper ? bounds[k].has_most && fmpq_cmp_si(end, bounds[k].most) >= 0
                         : bounds[k].has_least && fmpq_cmp_si(end, bounds[k].least) <= 0;
    return 0;
}

/* What the two functions cut: to x >= 0, and to [-1, 1]. */
static void cut(const char *name, fmpq *args)
{
    int root = strcmp(name, "sqrt") == 0, arc = strcmp(name, "asin") == 0 || strcmp(name, "acos") == 0;
    if (root && fmpq_sgn(args) < 0) fmpq_zero(args);
    if (arc && fmpq_cmp_si(args, -1) < 0) fmpq_set_si(args, -1, 1);
    if (arc && fmpq_cmp_si(args + 1, 1) > 0) fmpq_one(args + 1);
}

/* 1 if the end is on the right side, -1 if on the wrong one, 0 if not told. */
static int judged(const char *name, const fmpq_t end, const arb_t extreme, int upper, slong prec)
{
    arb_t x;
    arb_init(x);
    ball(x, end, prec);
    int told = upper ? (arb_ge(x, extreme) ? 1 : arb_lt(x, extreme) ? -1 : 0)
                     : (arb_le(x, extreme) ? 1 : arb_gt(x, extreme) ? -1 : 0);
    arb_clear(x);
    return told ? told : always(name, end, upper);
}

static void print_excess(const fmpq_t lo, const fmpq_t hi, const arb_t least, const arb_t most, int point, slong digits)
{
    arb_t width, unit, size;
    fmpq_t between;
    const slong prec = 64 + 4 * digits;
    arb_init(width); arb_init(unit); arb_init(size); fmpq_init(between);
    arb_abs(unit, least);
    arb_abs(size, most);
    arb_max(unit, unit, size, prec);
    arb_ui_pow_ui(size, 10, digits, prec);
    arb_div(unit, unit, size, prec);
    if (!point) {
        arb_sub(width, most, least, prec);
        arb_add(unit, unit, width, prec);
    }
    fmpq_sub(between, hi, lo);
    ball(width, between, prec);
    arb_div(width, width, unit, prec);
    if (fmpq_is_zero(between)) printf("in 0\n");
    else if (arb_is_finite(width)) printf("in %.6g\n", arf_get_d(arb_midref(width), ARF_RND_NEAR));
    else printf("in Infinity\n");
    arb_clear(width); arb_clear(unit); arb_clear(size); fmpq_clear(between);
}

/* Whether the extremes are known well enough to compare widths. */
static int sharp(const arb_t x) { return arb_is_exact(x) || arb_rel_accuracy_bits(x) >= 24; }

static void answer(const char *name, slong digits, const fmpq_t lo, const fmpq_t hi, char **words, slong count)
{
    const struct quantity *quantity = quantity_named(name);
    const slong most_prec = quantity && quantity->most ? quantity->most : MOST_PREC;
    fmpq *args = _fmpq_vec_init(2 * MOST_ARGUMENTS);
    arb_ptr at = _arb_vec_init(SYMBOLS);
    slong which[MOST_ARGUMENTS], intervals = 0;
    int point = strcmp(name, "hull") != 0;
    fmpq_t least, most;
    arb_t l, m;
    fmpq_init(least); fmpq_init(most); arb_init(l); arb_init(m);
    for (slong k = 0; k < count; k++) {
        char *equals = strchr(words[k], '='), *comma = strchr(words[k], ',');
        if (comma) *comma = 0;
        read_number(args + 2 * k, equals ? equals + 1 : words[k]);
        if (comma) read_number(args + 2 * k + 1, comma + 1); else fmpq_set(args + 2 * k + 1, args + 2 * k);
        if (!fmpq_equal(args + 2 * k, args + 2 * k + 1)) point = 0;
        if (equals) {
            *equals = 0;
            which[k] = symbol_named(words[k]);
        } else intervals++;
    }
    if (intervals) cut(name, args);
    int low = 0, high = 0;
    if (!quantity && exact_range(name, least, most, args, 2 * count)) {
        low = fmpq_cmp(lo, least) <= 0 ? 1 : -1;
        high = fmpq_cmp(hi, most) >= 0 ? 1 : -1;
        ball(l, least, 128 + 4 * digits);
        ball(m, most, 128 + 4 * digits);
    } else
        for (slong prec = 64 + 7 * digits / 2; prec <= most_prec; prec *= 2) {
            if (quantity) {
                for (slong k = 0; k < count; k++) ball(at + which[k], args + 2 * k, prec);
                quantity->value(l, at, prec);
                arb_set(m, l);
            } else {
                int found = range(name, l, m, args, prec);
                if (found == 0) fail("unknown name", name);
                if (found < 0) continue;
            }
            low = judged(name, lo, l, 0, prec);
            high = judged(name, hi, m, 1, prec);
            if (low < 0 || high < 0 || (low > 0 && high > 0 && sharp(l) && sharp(m))) break;
        }
    if (low < 0) printf("low\n");
    else if (high < 0) printf("high\n");
    else if (low == 0 || high == 0) printf("open\n");
    else print_excess(lo, hi, l, m, point, digits);
    _fmpq_vec_clear(args, 2 * MOST_ARGUMENTS);
    _arb_vec_clear(at, SYMBOLS);
    fmpq_clear(least); fmpq_clear(most); arb_clear(l); arb_clear(m);
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "--about") == 0) {
        printf("Arb %s\nFLINT %s\nMPFR %s\n", arb_version, flint_version, mpfr_get_version());
        for (int k = 0; k < TABLES; k++)
            for (const struct quantity *q = tables[k]; q->name; q++) printf("%s\n", q->name);
        return 0;
    }
    char *line = NULL;
    size_t room = 0;
    fmpq_t lo, hi;
    fmpq_init(lo); fmpq_init(hi);
    while (getline(&line, &room, stdin) > 0) {
        char *words[MOST_ARGUMENTS + 4];
        slong count = 0;
        for (char *word = strtok(line, " \n"); word; word = strtok(NULL, " \n")) {
            if (count == MOST_ARGUMENTS + 4) fail("too many words", words[0]);
            words[count++] = word;
        }
        if (count >= 3 && strcmp(words[0], "value") == 0) {
            const struct quantity *quantity = quantity_named(words[1]);
            if (!quantity) fail("unknown name", words[1]);
            print_enclosure(quantity, atol(words[2]), words + 3, count - 3);
            continue;
        }
        if (count < 4) fail("expected NAME DIGITS LO HI", line);
        read_number(lo, words[2]);
        read_number(hi, words[3]);
        answer(words[0], atol(words[1]), lo, hi, words + 4, count - 4);
    }
    fmpq_clear(lo); fmpq_clear(hi);
    free(line);
    flint_cleanup();
    return 0;
}
