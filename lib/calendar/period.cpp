#include "mandate/calendar/period.hpp"

#include "base/quote.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"

#include <chrono>
#include <optional>

namespace mandate {
namespace {

/// How many of them a year has.
constexpr int count_of(period_kind kind) noexcept {
    switch (kind) {
        case period_kind::month:
            return 12;
        case period_kind::quarter:
            return 4;
        case period_kind::half_year:
            return 2;
        case period_kind::year:
        case period_kind::own:
            return 1;
    }
    return 1;
}

constexpr const char* noun_of(period_kind kind) noexcept {
    switch (kind) {
        case period_kind::month:
            return "month";
        case period_kind::quarter:
            return "quarter";
        case period_kind::half_year:
            return "half year";
        case period_kind::year:
            return "year";
        case period_kind::own:
            return "period";
    }
    return "";
}

constexpr int months_of(period_kind kind) noexcept { return 12 / count_of(kind); }

/// The first day of the period and the day after its last. The day after may be that of 2200.
struct boundaries {
    civil_day first, after;
};

boundaries days_of(period_kind kind, int year, int index) {
    if (kind == period_kind::own)
        throw error{errc::invalid_argument, "days of its own are no period of the calendar"};
    if (year < first_day.year() || year > last_day.year())
        throw error{errc::out_of_range, "the year " + to_text(year) + " lies outside 1900 to 2199"};
    if (index < 1 || index > count_of(kind))
        throw error{errc::out_of_range, std::string{"there is no "} + noun_of(kind) + " " +
                                            to_text(index) + " in a year"};
    const int months = months_of(kind);
    const auto begin = std::chrono::year{year} / ((index - 1) * months + 1) / 1;
    return {civil_day{begin}, civil_day{begin + std::chrono::months{months}}};
}

/// The same day of the month so many months on, in `last_year` at the latest. @pre the day is one
/// of the 1st to the 28th
civil_day months_on(civil_day day, std::int64_t months, int last_year) {
    const std::int64_t number = day.year() * 12 + std::int64_t{day.month()} - 1 + months;
    const std::int64_t year = number < 0 ? 0 : number / 12;
    if (year < first_day.year() || year > last_year)
        throw error{errc::out_of_range, "the year " + to_text(year) + " lies outside 1900 to 2199"};
    return std::chrono::year{static_cast<int>(year)} / static_cast<int>(number % 12 + 1) /
           static_cast<int>(day.day());
}

civil_day days_on(civil_day day, std::int64_t days) {
    const std::int64_t number = day.since_epoch() + days;
    if (number < first_day.since_epoch() || number > last_day.since_epoch())
        throw error{errc::out_of_range,
                    "a day of the period so many steps away lies outside 1900 "
                    "to 2199"};
    return civil_day{static_cast<std::int32_t>(number)};
}

/// The same day of another year; of 29 February the 28th, where there is none.
civil_day same_day(civil_day day, int year) noexcept {
    const auto ymd = day.ymd();
    const auto then = std::chrono::year{year} / ymd.month() / ymd.day();
    return then.ok() ? civil_day{then} : civil_day{then.year() / then.month() / std::chrono::last};
}

/// The value of one or more decimal digits, nothing else. At most four, so that none overflows.
std::optional<int> digits(std::string_view text) noexcept {
    if (text.empty() || text.size() > 4) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

struct period_text {
    period_kind kind;
    std::optional<int> index;
};

/// What follows the year: ``, `-04`, `-Q1` or `-H1`.
period_text read_part(std::string_view part) noexcept {
    if (part.empty()) return {period_kind::year, 1};
    if (part.size() != 3 || part[0] != '-') return {period_kind::year, std::nullopt};
    if (part[1] == 'Q') return {period_kind::quarter, digits(part.substr(2))};
    if (part[1] == 'H') return {period_kind::half_year, digits(part.substr(2))};
    return {period_kind::month, digits(part.substr(1))};
}

[[noreturn]] void refuse_form(std::string_view text, const char* why) {
    throw error{errc::malformed, in_quotes(text) + why, {{"text", std::string{text}}}};
}

constexpr const char* forms =
    " is not a period in the form 2024, 2024-H1, 2024-Q1, 2024-04 or 2024-01-15/2024-04-20";

/// `2024-01-15/2024-04-20`; `slash`: where the solidus stands.
period read_own(std::string_view text, std::size_t slash) {
    const std::string_view from = text.substr(0, slash), to = text.substr(slash + 1);
    if (to.empty() || to == "..")
        refuse_form(text, " has no end: a period has a last day, as in 2024-01-15/2024-04-20");
    if (from.empty() || from == "..")
        refuse_form(text,
                    " has no beginning: a period has a first day, as in 2024-01-15/2024-04-20");
    try {
        return {parse_day(from), parse_day(to)};
    } catch (const error& e) {
        if (e.code() == errc::malformed) refuse_form(text, forms);
        throw e.at(in_quotes(text), {{"text", std::string{text}}});
    }
}

}  // namespace

period::period(period_kind kind, int year, int index) {
    const boundaries days = days_of(kind, year, index);
    first_ = days.first;
    last_ = days.after - 1;
}

period::period(civil_day first, civil_day last) : first_{first}, last_{last} {
    require_covered(first, "the first day of a period");
    require_covered(last, "the last day of a period");
    if (last < first)
        throw error{errc::out_of_range, "a period that begins on " + to_text(first) +
                                            " ends before it, on " + to_text(last)};
}

// From a day of a month to the day before the same day of a later one: how many months.
std::optional<int> period::months() const noexcept {
    const auto begin = first_.ymd(), after = (last_ + 1).ymd();
    if (begin.day() != after.day() || first_.day() > 28) return std::nullopt;
    return (int{after.year()} - int{begin.year()}) * 12 +
           static_cast<int>(unsigned{after.month()}) - static_cast<int>(unsigned{begin.month()});
}

std::optional<int> period::whole_months() const noexcept {
    return first_.day() == 1 ? months() : std::nullopt;
}

bool period::is_longer_than_a_year() const noexcept {
    return last_ >= same_day(first_, first_.year() + 1);
}

period_kind period::kind() const noexcept {
    const auto count = whole_months();
    const int month = static_cast<int>(first_.month()) - 1;
    if (count)
        for (const period_kind kind :
             {period_kind::month, period_kind::quarter, period_kind::half_year, period_kind::year})
            if (*count == months_of(kind) && month % *count == 0) return kind;
    return period_kind::own;
}

int period::index() const noexcept {
    const period_kind of = kind();
    return of == period_kind::own ? 1 : (static_cast<int>(first_.month()) - 1) / months_of(of) + 1;
}

period period::next(int steps) const {
    const std::int64_t on = steps;
    if (const auto count = months())  // one that ends with 2199 ends before 2200 begins
        return {months_on(first_, on * *count, last_day.year()),
                months_on(first_, (on + 1) * *count, last_day.year() + 1) - 1};
    const std::int64_t length = last_ - first_ + 1;
    return {days_on(first_, on * length), days_on(last_, on * length)};
}

period period::of(period_kind kind, civil_day day) {
    require_covered(day, std::string{"the day of a "} + noun_of(kind));
    return {kind, day.year(), (static_cast<int>(day.month()) - 1) / months_of(kind) + 1};
}

std::strong_ordering operator<=>(const period& a, const period& b) noexcept {
    if (const auto by_kind = a.kind() <=> b.kind(); by_kind != 0) return by_kind;
    if (const auto by_first = a.first_ <=> b.first_; by_first != 0) return by_first;
    return a.last_ <=> b.last_;
}

std::optional<period> period_before(const period& p) {
    try {
        return p.previous();
    } catch (const error&) {
        return std::nullopt;
    }
}

std::optional<period> period_after(const period& p) {
    try {
        return p.next();
    } catch (const error&) {
        return std::nullopt;
    }
}

std::optional<period> years_before(const period& p, int years) {
    if (p.year() - years < first_day.year()) return std::nullopt;
    const civil_day first = same_day(p.first(), p.year() - years);
    const civil_day after = p.last() + 1;
    // To the last day of a month is to the last day of that month also in another year.
    if (after.day() == 1) return period{first, same_day(after, after.year() - years) - 1};
    return period{first, same_day(p.last(), p.last().year() - years)};
}

period parse_period(std::string_view text) {
    if (const std::size_t slash = text.find('/'); slash != text.npos) return read_own(text, slash);
    const auto year = digits(text.substr(0, 4));
    const auto part = read_part(text.size() > 4 ? text.substr(4) : std::string_view{});
    if (text.size() < 4 || !year || !part.index) refuse_form(text, forms);
    try {
        return {part.kind, *year, *part.index};
    } catch (const error& e) {
        throw e.at(in_quotes(text), {{"text", std::string{text}}});
    }
}

std::string to_text(const period& p) {
    std::string out = to_text(p.year());
    switch (p.kind()) {
        case period_kind::month:
            out += p.index() < 10 ? "-0" : "-";
            break;
        case period_kind::quarter:
            out += "-Q";
            break;
        case period_kind::half_year:
            out += "-H";
            break;
        case period_kind::year:
            return out;
        case period_kind::own:
            return to_text(p.first()) + "/" + to_text(p.last());
    }
    return out += to_text(p.index());
}

}  // namespace mandate
