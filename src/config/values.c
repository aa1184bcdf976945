/* values.c - numbers with units. */

#include "config/values.h"

#include <string.h>

#include "base/attr.h"
#include "base/decimal.h"

static bool unit_ms(struct str unit, int64_t *ms_out)
{
    static const struct {
        const char *name;
        int64_t ms;
    } units[] = {
        { "ms", 1 },
        { "s", 1000 },
        { "m", 60 * 1000 },
        { "h", 3600 * 1000 },
        { "d", 24 * 3600 * 1000 },
    };

    for (size_t i = 0; i < COUNT_OF(units); i++) {
        if (str_equal(unit, str_from(units[i].name))) {
            *ms_out = units[i].ms;
            return true;
        }
    }
    return false;
}

static size_t digit_count(struct str text)
{
    size_t count = 0;

    while (count < text.len && text.at[count] >= '0' && text.at[count] <= '9') {
        count++;
    }
    return count;
}

bool duration_parse(struct str text, struct duration *duration_out)
{
    const struct str business = STR(" business");
    struct duration duration = { .is_business = str_ends_with(text, business) };
    struct str rest =
        str_slice(text, 0, text.len - (duration.is_business ? business.len : 0));
    size_t digits = digit_count(rest);
    int64_t number = 0;
    int64_t unit = 0;

    if (!str_to_int64(str_slice(rest, 0, digits), &number) ||
        !unit_ms(str_slice(rest, digits, rest.len), &unit) ||
        number > DURATION_MS_MAX / unit) {
        return false;
    }
    duration.ms = number * unit;
    *duration_out = duration;
    return true;
}

bool percent_parse(struct str text, int64_t *micros_out)
{
    int64_t hundredfold = 0;

    if (!str_ends_with(text, STR("%")) ||
        !micros_parse(str_trim(str_slice(text, 0, text.len - 1)), &hundredfold) ||
        hundredfold % 100 != 0) {
        return false;
    }
    *micros_out = hundredfold / 100;
    return true;
}

static bool is_currency(struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] < 'A' || text.at[i] > 'Z') {
            return false;
        }
    }
    return text.len == CURRENCY_LEN;
}

bool money_parse(struct str text, struct money *money_out)
{
    size_t space = str_find_char(text, ' ');
    struct str currency = str_trim(str_slice(text, space, text.len));
    int64_t micros = 0;

    if (!is_currency(currency) || !micros_parse(str_slice(text, 0, space), &micros) ||
        micros < 0) {
        return false;
    }
    *money_out = (struct money){ .micros = micros };
    memcpy(money_out->currency, currency.at, CURRENCY_LEN);
    return true;
}
