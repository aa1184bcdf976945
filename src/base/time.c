/* time.c - days, dates and RFC 3339. */

#include "base/time.h"

#include <stdio.h>

enum {
    MS_PER_DAY = 86400000,
    DAYS_PER_ERA = 146097, /* 400 years */
    DAYS_TO_1970 = 719468, /* from 0000-03-01 */
};

int64_t date_to_days(struct date date)
{
    int64_t year = date.month <= 2 ? date.year - 1 : date.year;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t year_of_era = year - era * 400;
    int64_t month_from_march = (date.month + 9) % 12;
    int64_t day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
    int64_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

    return era * DAYS_PER_ERA + day_of_era - DAYS_TO_1970;
}

struct date date_of_days(int64_t days)
{
    int64_t shifted = days + DAYS_TO_1970;
    int64_t era = (shifted >= 0 ? shifted : shifted - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
    int64_t day_of_era = shifted - era * DAYS_PER_ERA;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month_from_march = (5 * day_of_year + 2) / 153;
    int month =
        (int)(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);

    return (struct date){
        .year = (int)(year_of_era + era * 400 + (month <= 2)),
        .month = month,
        .day = (int)(day_of_year - (153 * month_from_march + 2) / 5 + 1),
    };
}

static int64_t clamp(int64_t value, int64_t min, int64_t max)
{
    return value < min ? min : value > max ? max : value;
}

size_t time_format(int64_t ms, char text_out[TIME_TEXT_MAX])
{
    int64_t first = date_to_days((struct date){ 0, 1, 1 }) * MS_PER_DAY;
    int64_t last = date_to_days((struct date){ 10000, 1, 1 }) * MS_PER_DAY - 1;
    int64_t moment = clamp(ms, first, last);
    int64_t days = (moment - (moment < 0 ? MS_PER_DAY - 1 : 0)) / MS_PER_DAY;
    int left = (int)(moment - days * MS_PER_DAY);
    struct date date = date_of_days(days);

    return (size_t)snprintf(text_out, TIME_TEXT_MAX,
                            "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", date.year, date.month,
                            date.day, left / 3600000, left / 60000 % 60, left / 1000 % 60,
                            left % 1000);
}

static bool digits_at(struct str text, size_t start, size_t len, int *value_out)
{
    int value = 0;

    for (size_t i = start; i < start + len; i++) {
        if (text.at[i] < '0' || text.at[i] > '9') {
            return false;
        }
        value = value * 10 + (text.at[i] - '0');
    }
    *value_out = value;
    return true;
}

bool date_parse(struct str text, struct date *date_out)
{
    struct date date;
    struct date again;

    if (text.len != 10 || text.at[4] != '-' || text.at[7] != '-' ||
        !digits_at(text, 0, 4, &date.year) || !digits_at(text, 5, 2, &date.month) ||
        !digits_at(text, 8, 2, &date.day) || date.month < 1 || date.month > 12) {
        return false;
    }
    again = date_of_days(date_to_days(date));
    if (again.year != date.year || again.month != date.month || again.day != date.day) {
        return false;
    }
    *date_out = date;
    return true;
}
