/* dice.h - repeatable random numbers for training.
 *
 * SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
 * OOPSLA 2014): one 64-bit word of state, every seed is a good one, the same numbers on
 * every machine.  Not for secrets.
 *
 * Thread: dice belong to one thread at a time.
 * Memory: none beyond the struct.
 */
#ifndef CLASSIFY_DICE_H
#define CLASSIFY_DICE_H

#include <stddef.h>
#include <stdint.h>

struct dice {
    uint64_t state; /* any value is a seed */
};

static inline uint64_t dice_next(struct dice *dice)
{
    uint64_t z = dice->state += UINT64_C(0x9e3779b97f4a7c15);

    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/* A number in [0, bound); bound is 1 to 2^32.  Off from uniform by at most 2^-32. */
static inline size_t dice_below(struct dice *dice, size_t bound)
{
    return (size_t)(((dice_next(dice) >> 32) * (uint64_t)bound) >> 32);
}

/* In [-1, 1), uniform, 24 bits. */
static inline float dice_spread(struct dice *dice)
{
    return (float)(int64_t)(dice_next(dice) >> 40) * (1.0f / 8388608.0f) - 1.0f;
}

#endif
