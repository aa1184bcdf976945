#include "search/number.h"

#include <math.h>

static const double log_of_2 = 0.69314718055994530942;

/* The series of the inverse hyperbolic tangent, on a mantissa from 0.5 to 1. */
double number_log(double x)
{
    int exponent;
    double mantissa = frexp(x, &exponent); /* exact */
    double ratio = (mantissa - 1) / (mantissa + 1);
    double power = ratio;
    double sum = 0;

    for (int i = 1; i < 40; i += 2) {
        sum += power / i;
        power *= ratio * ratio;
    }
    return 2 * sum + exponent * log_of_2;
}

/* Taylor's series on at most half of log 2, then a power of two. */
double number_exp(double x)
{
    int exponent = (int)(x / log_of_2 + (x < 0 ? -0.5 : 0.5));
    double rest = x - exponent * log_of_2;
    double term = 1;
    double sum = 1;

    for (int i = 1; i < 18; i++) {
        term *= rest / i;
        sum += term;
    }
    return ldexp(sum, exponent); /* exact */
}

uint32_t number_millionths(double x)
{
    return (uint32_t)(x * 1e6 + 0.5);
}
