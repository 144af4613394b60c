#include "report/format.hpp"

#include "report/labels.hpp"

#include <array>
#include <string_view>

namespace mandate::wording {
namespace {

constexpr std::array<std::string_view, 12> english_months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 12> turkish_months = {
    "Ocak",   "Şubat",   "Mart",  "Nisan", "Mayıs", "Haziran",
    "Temmuz", "Ağustos", "Eylül", "Ekim",  "Kasım", "Aralık"};
constexpr std::array<std::string_view, 4> roman = {"I", "II", "III", "IV"};

std::string two_digits(unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); }

std::string vietnamese_month(unsigned month) {
    return month < 3 ? two_digits(month) : std::to_string(month);
}

std::string month_name(unsigned month, language lang) {
    return std::string{lang == language::tr ? turkish_months[month - 1]
                                            : english_months[month - 1]};
}

std::string day_and_month(civil_day d, language lang) {
    if (lang == language::vi) return two_digits(d.day()) + "/" + vietnamese_month(d.month());
    return std::to_string(d.day()) + " " + month_name(d.month(), lang);
}

// Words around a year, with the index of a quarter or half year where there is one. `which` is the
// Vietnamese word for the first or the second half; the other languages use the number.
std::string in_year(std::string_view key, int year, std::size_t index, language lang) {
    return say(key, lang,
               {{"year", std::to_string(year)},
                {"n", std::to_string(index)},
                {"roman", std::string{roman[(index - 1) % roman.size()]}},
                {"which", index == 1 ? "đầu" : "cuối"}});
}

}  // namespace

std::string day_text(civil_day day, language lang) {
    const char* space = lang == language::vi ? "/" : " ";
    return day_and_month(day, lang) + space + std::to_string(day.year());
}

std::string day_range(civil_day first, civil_day last, language lang) {
    const char* dash = lang == language::vi ? "-" : " – ";
    if (first.year() != last.year()) return day_text(first, lang) + dash + day_text(last, lang);
    if (first.month() != last.month())
        return day_and_month(first, lang) + dash + day_text(last, lang);
    const std::string from =
        lang == language::vi ? two_digits(first.day()) : std::to_string(first.day());
    return from + (lang == language::vi ? "-" : "–") + day_text(last, lang);
}

std::string instant_label(std::int64_t instant_us, int utc_offset_minutes, language lang) {
    constexpr std::int64_t us_per_minute = 60'000'000;
    constexpr std::int64_t minutes_per_day = 1440;
    const civil_day day = day_of(instant_us, utc_offset_minutes);
    const std::int64_t midnight =
        std::int64_t{day.since_epoch()} * minutes_per_day - utc_offset_minutes;
    const std::int64_t minute = (instant_us - midnight * us_per_minute) / us_per_minute;
    const auto clock = [](std::int64_t m) {
        return two_digits(static_cast<unsigned>(m / 60)) + ":" +
               two_digits(static_cast<unsigned>(m % 60));
    };
    const int offset = utc_offset_minutes < 0 ? -utc_offset_minutes : utc_offset_minutes;
    return day_text(day, lang) + ", " + clock(minute) + " (UTC" +
           (utc_offset_minutes < 0 ? "-" : "+") + clock(offset) + ")";
}

std::string period_text(const period& p, language lang) {
    const auto index = static_cast<std::size_t>(p.index());
    switch (p.kind()) {
        case period_kind::month:
            return day_of_precision(p.last(), precision::month, lang);
        case period_kind::quarter:
            return in_year("time.quarter", p.year(), index, lang);
        case period_kind::half_year:
            return in_year("time.half_year", p.year(), index, lang);
        case period_kind::own:
            return say("time.own", lang,
                       {{"first", day_text(p.first(), lang)}, {"last", day_text(p.last(), lang)}});
        case period_kind::year:
            break;
    }
    return in_year("time.year", p.year(), 1, lang);
}

std::string period_with_days(const period& p, language lang) {
    if (p.kind() == period_kind::own) return period_text(p, lang);
    return period_text(p, lang) + " (" + day_range(p.first(), p.last(), lang) + ")";
}

std::string day_of_precision(civil_day day, precision exact, language lang) {
    switch (exact) {
        case precision::day:
        case precision::continuous:  // has no day of its own
            return day_text(day, lang);
        case precision::month:
            return say("time.month", lang,
                       {{"mm", vietnamese_month(day.month())},
                        {"month", month_name(day.month(), lang)},
                        {"year", std::to_string(day.year())}});
        case precision::quarter:
            return in_year("time.quarter", day.year(), (day.month() + 2) / 3, lang);
        case precision::half_year:
            return in_year("time.half_year", day.year(), day.month() <= 6 ? 1 : 2, lang);
        case precision::year:
            break;
    }
    return in_year("time.year", day.year(), 1, lang);
}

std::string number_text(std::int64_t number, language lang) {
    std::string out = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    const char separator = lang == language::en ? ',' : '.';
    for (std::size_t at = out.size(); at > first + 3;) {
        at -= 3;
        out.insert(at, 1, separator);
    }
    return out;
}

std::string counted(std::int64_t number, language lang) {
    const bool padded = lang == language::vi && number > 0 && number < 10;
    return (padded ? "0" : "") + number_text(number, lang);
}

std::string percent_text(const rate& r, language lang, rounding how) {
    const std::int64_t hundredths = hundredths_of_percent(r, how);
    if (hundredths < 0) return not_applicable;
    const std::string number = number_text(hundredths / 100, lang) +
                               (lang == language::en ? "." : ",") +
                               two_digits(static_cast<unsigned>(hundredths % 100));
    return lang == language::tr ? "%" + number : number + "%";
}

std::string rate_text(const rate& r, language lang, rounding how) {
    if (r.denominator == 0) return not_applicable;
    return number_text(r.numerator, lang) + "/" + number_text(r.denominator, lang) + " (" +
           percent_text(r, lang, how) + ")";
}

std::string deadline_text(const stated_deadline& d, language lang) {
    const std::string standing{label("status.standing", lang)};
    if (d.day) {
        const std::string due = day_of_precision(*d.day, d.precision, lang);
        return d.standing_from ? say("deadline.then_standing", lang, {{"due", due}}) : due;
    }
    if (!d.as_stated.empty()) return "“" + d.as_stated + "”";
    return d.standing_from ? standing : not_stated(lang);
}

std::string not_stated(language lang) { return std::string{label("form.not_stated", lang)}; }

std::string not_explained(language lang) { return std::string{label("delay.not_explained", lang)}; }

std::string or_not_stated(std::string_view text, language lang) {
    return text.empty() ? not_stated(lang) : std::string{text};
}

std::string or_not_stated(const std::optional<civil_day>& day, language lang) {
    return day ? day_text(*day, lang) : not_stated(lang);
}

// What it does not see may be there or not.
static bool sees_a_part(const review& r) { return !r.viewer.empty() && !r.viewer_sees_all; }

std::string meeting_day(const review& r, language lang) {
    if (!r.meeting_day && sees_a_part(r)) return std::string{label("none.day_shown", lang)};
    return or_not_stated(r.meeting_day, lang);
}

std::string_view none_of(const review& r, std::string_view key) {
    return sees_a_part(r) ? "none.shown" : key;
}

}  // namespace mandate::wording
