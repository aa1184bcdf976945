#include "classify/exact.h"

#include <stdint.h>
#include <string.h>

/* ln 2 in two parts, the first with enough zero bits at the end that a small whole
 * multiple of it is exact (Cody and Waite). */
static const double ln2_high = 6.93147180369123816490e-01;
static const double ln2_low = 1.90821492927058770002e-10;
static const double ln2_inverse = 1.44269504088896338700;

static double power_of_two(int exponent)
{
    uint64_t bits = (uint64_t)(exponent + 1023) << 52;
    double value;

    memcpy(&value, &bits, sizeof value);
    return value;
}

/* x = n ln 2 + r with |r| <= 0.35; the Taylor series of exp(r) to the 13th power. */
double exact_exp(double x)
{
    double clipped = x > 700 ? 700 : x > -700 ? x : -700;
    int n = (int)(clipped * ln2_inverse + (clipped < 0 ? -0.5 : 0.5));
    double r = (clipped - n * ln2_high) - n * ln2_low;
    double sum = 1;

    for (int i = 13; i > 0; i--) {
        sum = 1 + sum * r / i;
    }
    return sum * power_of_two(n);
}

/* x = 2^n m with sqrt(1/2) <= m < sqrt(2); log m = 2 artanh((m - 1) / (m + 1)), by its
 * series to the 21st power. */
double exact_log(double x)
{
    uint64_t bits;
    double z;
    double square;
    double sum = 0;
    double m;
    int n;

    memcpy(&bits, &x, sizeof bits);
    n = (int)((bits >> 52) & 0x7ff) - 1023;
    bits = (bits & UINT64_C(0x000fffffffffffff)) | UINT64_C(0x3ff0000000000000);
    memcpy(&m, &bits, sizeof m);
    if (m > 1.41421356237309504880) {
        m *= 0.5;
        n++;
    }
    z = (m - 1) / (m + 1);
    square = z * z;
    for (int i = 21; i > 0; i -= 2) {
        sum = sum * square + 1.0 / i;
    }
    return n * ln2_high + (2 * z * sum + n * ln2_low);
}

double exact_logistic(double x)
{
    return 1 / (1 + exact_exp(-x));
}

/* exp for x in [-87, 0], written so that compilers make it one vector loop: rounding by
 * adding 1.5 * 2^23, the polynomial of Cephes' expf (Moshier, netlib.org/cephes), the
 * power of two put together from bits. */
static float small_exp(float x)
{
    const float round = 12582912.0f;
    float clipped = x > -87.0f ? x : -87.0f;
    float n = (clipped * 1.44269504f + round) - round;
    float r = (clipped - n * 0.693359375f) - n * -2.12194440e-4f;
    float p = 1.9875691500e-4f;
    int32_t bits = ((int32_t)n + 127) * (1 << 23);
    float scale;

    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    memcpy(&scale, &bits, sizeof scale);
    return (p * r * r + r + 1.0f) * scale;
}

static float largest(const float *values, size_t count)
{
    float top = values[0];

    for (size_t i = 1; i < count; i++) {
        top = values[i] > top ? values[i] : top;
    }
    return top;
}

void exact_softmax(float *values, size_t count)
{
    float top = largest(values, count);
    float sum = 0;

    for (size_t i = 0; i < count; i++) {
        values[i] = small_exp(values[i] - top);
    }
    for (size_t i = 0; i < count; i++) {
        sum += values[i];
    }
    for (size_t i = 0; i < count; i++) {
        values[i] /= sum;
    }
}

float exact_log_sum_exp(const float *values, size_t count)
{
    float top = largest(values, count);
    float sum = 0;

    for (size_t i = 0; i < count; i++) {
        sum += small_exp(values[i] - top);
    }
    return top + (float)exact_log(sum);
}
