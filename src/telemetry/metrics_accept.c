/* metrics_accept.c - which of the two texts a client asked for (RFC 9110, 12.5.1). */

#include "telemetry/metrics.h"

struct str metrics_content_type(enum metrics_format format)
{
    return format == METRICS_OPENMETRICS
               ? STR("application/openmetrics-text; version=1.0.0; charset=utf-8")
               : STR("text/plain; version=0.0.4; charset=utf-8");
}

/* "0.75" as 750; what is no weight is none: 0. */
static int weight_of(struct str text)
{
    int weight = 0;
    int scale = 1000;

    for (size_t i = 0; i < text.len && i < 5; i++) {
        if (text.at[i] >= '0' && text.at[i] <= '9') {
            weight += (text.at[i] - '0') * scale;
            scale /= 10;
        } else if (text.at[i] != '.' || i != 1) {
            return 0;
        }
    }
    return weight;
}

/* One range of an Accept header: its media type and how it is liked. */
struct range {
    struct str type;
    struct str version; /* empty: any */
    int weight;         /* thousandths */
};

static struct range parse_range(struct str text)
{
    struct range range = { .weight = 1000 };
    struct str part;

    (void)str_split_next(&text, ';', &part);
    range.type = str_trim(part);
    while (str_split_next(&text, ';', &part)) {
        part = str_trim(part);
        if (str_starts_with(part, STR("q="))) {
            range.weight = weight_of(str_slice(part, 2, part.len));
        } else if (str_starts_with(part, STR("version="))) {
            range.version = str_slice(part, 8, part.len);
        }
    }
    return range;
}

static bool is_ours(struct str version)
{
    return str_is_empty(version) || str_equal(version, STR("1.0.0")) ||
           str_equal(version, STR("\"1.0.0\""));
}

enum metrics_format metrics_format_of(struct str accept)
{
    int openmetrics = 0;
    int text = 0;
    struct str part;

    while (str_split_next(&accept, ',', &part)) {
        struct range range = parse_range(part);

        if (str_equal_ascii_nocase(range.type, STR("application/openmetrics-text")) &&
            is_ours(range.version) && range.weight > openmetrics) {
            openmetrics = range.weight;
        } else if (str_equal_ascii_nocase(range.type, STR("text/plain")) &&
                   range.weight > text) {
            text = range.weight;
        }
    }
    return openmetrics > 0 && openmetrics >= text ? METRICS_OPENMETRICS : METRICS_TEXT;
}
