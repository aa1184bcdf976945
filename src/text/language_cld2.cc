/* language_cld2.cc - the only C++ of this room.
 *
 * heap: CLD2 takes what it needs with `new` and throws where there is none; no exception
 * leaves this file. */

#include "text/language_cld2.h"

#include <climits>
#include <cstdio> /* CLD2's header wants it */
#include <cstdlib>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

/* More than CLD2 takes at one time for any text. */
static const size_t room_bytes = 192 << 10;

/* CLD2 forgets a buffer of its own when `new` throws, so it is asked only where there is
 * enough for all of them. */
static bool has_room()
{
    void *volatile room = std::malloc(room_bytes);
    bool is_there = room != nullptr;

    std::free(room);
    return is_there;
}

static cld2_verdict detect(const char *text, size_t len)
{
    CLD2::Language languages[3];
    int percents[3];
    double scores[3];
    int text_bytes = 0;
    bool is_reliable = false;
    CLD2::CLDHints no_hints = { nullptr, nullptr, CLD2::UNKNOWN_ENCODING,
                                CLD2::UNKNOWN_LANGUAGE };
    int bounded = len > INT_MAX ? INT_MAX : static_cast<int>(len);
    CLD2::Language language = CLD2::ExtDetectLanguageSummary(
        text, bounded, true, &no_hints, 0, languages, percents, scores, nullptr,
        &text_bytes, &is_reliable);

    return { CLD2::LanguageCode(language), percents[0], is_reliable, false };
}

cld2_verdict cld2_detect(const char *text, size_t len)
{
    try {
        if (has_room()) {
            return detect(text, len);
        }
    } catch (...) {
    }
    return { "un", 0, false, true };
}

const char *cld2_version(void)
{
    return CLD2::DetectLanguageVersion();
}
