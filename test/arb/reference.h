/* What the parts of the reference share. Energies in rad/s, as in the paper. */
#ifndef REFERENCE_H
#define REFERENCE_H

#include <acb.h>
#include <arb.h>
#include <fmpq.h>

/* The free symbols of the quantities, in the order of symbol_names. */
enum symbol {
    A2, DD, D0, OMEGA, DELTA, DELTA0, D, NS, MU0, HBAR, GAMMA, R, THETA, R0, AZ, ZEEMAN, ALPHA, BETAI,
    OMEGAS, SIGMA, SEPARATION, BETAL, BETASS, DEPTH, OMEGAM, HOLE, GAMMAI, GAMMAJ, SYMBOLS
};
extern const char *const symbol_names[SYMBOLS];

/* The value of a quantity at exact or nearly exact values of its symbols; indeterminate where prec does not suffice. */
typedef void (*formula)(arb_t value, arb_srcptr at, slong prec);
/* It is not asked for more than most bits; 0: no bound of its own. */
struct quantity { const char *name; formula value; slong most; };
/* The tables, each ending an entry without a name. A name with /2 is the same quantity by another route. */
enum { TABLES = 6 };
extern const struct quantity rate_quantities[], pair_rate_quantities[], coupling_quantities[], pair_quantities[];
extern const struct quantity line_quantities[], printed_quantities[];
extern const struct quantity *const tables[TABLES];
const struct quantity *quantity_named(const char *name);
/* The place of a symbol; the program ends where there is none of that name. */
slong symbol_named(const char *name);

/* Ends the program with what it cannot make sense of, and where. */
void fail(const char *what, const char *where);
/* A number as requests write it; the text is changed. */
void read_number(fmpq_t out, char *text);
/*
 * Prints ends of the value at "symbol=number"s, as "LO HI EXPONENT": hexadecimal integers times 2^EXPONENT; or "none".
 * "planck=number" gives hbar, 2 pi times less.
 */
void print_enclosure(const struct quantity *quantity, slong digits, char **words, slong count);

/*
 * The least and the greatest value over closed intervals, given as their ends: lo, hi, lo, hi, ... Functions that cut
 * what lies outside their domain (sqrt, asin, acos) are given the cut intervals. 1 if found, 0 if there is no such
 * function, -1 if prec does not suffice.
 */
int exact_range(const char *name, fmpq_t least, fmpq_t most, fmpq *args, slong count);
int range(const char *name, arb_t least, arb_t most, fmpq *args, slong prec);

/* A ball around a fraction; exact where the denominator is a power of 2, whatever prec is. */
void ball(arb_t out, const fmpq_t value, slong prec);

#endif
