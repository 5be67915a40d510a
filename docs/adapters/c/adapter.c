/*
 * Lets tripleflip check functions written in C (C99, no library but libm):
 *
 *     cc -O2 -o adapter adapter.c -lm
 *     tripleflip check splitting g_D W_SSI -- ./adapter
 *
 * Replace the functions below by your own. Parameters come by name (tripleflip list quantities shows them), in SI units;
 * frequencies are in rad/s. Outside its domain a function returns NaN, which counts as a refusal.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double pi = 3.14159265358979323846;

/*
 * The value of a parameter in a request such as
 * {"id":7,"quantity":"g_D","in":{"DD":"0.5","D":"1e-3"},"left":0}
 * NaN where it is not there.
 */
static double parameter(const char *request, const char *name)
{
    char key[64];
    snprintf(key, sizeof key, "\"%s\":\"", name);
    const char *in = strstr(request, "\"in\":{");
    const char *found = in == NULL ? NULL : strstr(in, key);
    return found == NULL ? NAN : strtod(found + strlen(key), NULL);
}

static double splitting(const char *request)
{
    return hypot(parameter(request, "Delta"), parameter(request, "D"));
}

static double g_D(const char *request)
{
    const double DD = parameter(request, "DD"), D = parameter(request, "D");
    if (!(DD > 0)) return NAN;
    return 1 / (pi * DD * (1 + (D / DD) * (D / DD)));
}

static double W_SSI(const char *request)
{
    const double A2 = parameter(request, "A2"), DD = parameter(request, "DD");
    const double omega0I = parameter(request, "omega0I"), Delta = parameter(request, "Delta");
    if (!(A2 > 0 && DD > 0 && omega0I > 0 && fabs(Delta) <= omega0I)) return NAN;
    /* Not omega0I^2 - Delta^2, which loses digits where the two are nearly equal. */
    const double D = sqrt(omega0I - Delta) * sqrt(omega0I + Delta);
    return A2 / omega0I * (DD * D / (D * D + DD * DD));
}

static double W_far_below_the_cut_off(const char *request)
{
    const double A2 = parameter(request, "A2"), DD = parameter(request, "DD"), omega0I = parameter(request, "omega0I");
    if (!(A2 > 0 && DD > 0 && omega0I > 0)) return NAN;
    return pi / 2 * A2 * (DD / omega0I);
}

static const struct {
    const char *name;
    double (*value)(const char *request);
} quantities[] = {
    {"splitting", splitting},
    {"g_D", g_D},
    {"W_SSI", W_SSI},
    {"W for D0 >= omega0I >> DD", W_far_below_the_cut_off},
};

/* From here on nothing needs to be changed. Standard output is for answers alone: print what else to stderr. */
int main(void)
{
    char request[4096];
    while (fgets(request, sizeof request, stdin) != NULL) {
        const char *id = strstr(request, "\"id\":"), *quantity = strstr(request, "\"quantity\":\"");
        if (id == NULL || quantity == NULL) continue;
        quantity += strlen("\"quantity\":\"");
        const size_t length = strcspn(quantity, "\"");
        size_t n = 0;
        const size_t count = sizeof quantities / sizeof quantities[0];
        while (n < count && (strlen(quantities[n].name) != length || strncmp(quantities[n].name, quantity, length) != 0))
            n++;
        printf("{\"id\":%ld,", strtol(id + strlen("\"id\":"), NULL, 10));
        if (n < count) printf("\"out\":\"%.17g\"}\n", quantities[n].value(request));
        else printf("\"error\":\"no such quantity here\"}\n");
        fflush(stdout); /* without it the answer would wait in a buffer */
    }
    return 0;
}
