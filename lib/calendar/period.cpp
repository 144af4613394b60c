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
    }
    return "";
}

constexpr int months_of(period_kind kind) noexcept { return 12 / count_of(kind); }

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

}  // namespace

period::period(period_kind kind, int year, int index)
    : kind_{kind}, year_{static_cast<std::int16_t>(year)}, index_{static_cast<std::int8_t>(index)} {
    if (year < first_day.year() || year > last_day.year())
        throw error{errc::out_of_range, "the year " + to_text(year) + " lies outside 1900 to 2199"};
    if (index < 1 || index > count_of(kind))
        throw error{errc::out_of_range, std::string{"there is no "} + noun_of(kind) + " " +
                                            to_text(index) + " in a year"};
}

civil_day period::first() const noexcept {
    return civil_day{std::chrono::year{year_} / ((index_ - 1) * months_of(kind_) + 1) / 1};
}

civil_day period::last() const noexcept {
    return civil_day{std::chrono::year{year_} / (index_ * months_of(kind_)) / std::chrono::last};
}

period period::next(int steps) const {
    const std::int64_t in_year = count_of(kind_);
    const std::int64_t number = year_ * in_year + index_ - 1 + steps;
    const std::int64_t year = number < 0 ? -1 : std::min<std::int64_t>(number / in_year, 9999);
    return {kind_, static_cast<int>(year), number < 0 ? 1 : static_cast<int>(number % in_year) + 1};
}

period period::of(period_kind kind, civil_day day) {
    require_covered(day, std::string{"the day of a "} + noun_of(kind));
    return {kind, day.year(), (static_cast<int>(day.month()) - 1) / months_of(kind) + 1};
}

period parse_period(std::string_view text) {
    const auto year = digits(text.substr(0, 4));
    const auto part = read_part(text.size() > 4 ? text.substr(4) : std::string_view{});
    if (text.size() < 4 || !year || !part.index)
        throw error{
            errc::malformed,
            in_quotes(text) + " is not a period in the form 2024, 2024-H1, 2024-Q1 or 2024-04",
            {{"text", std::string{text}}}};
    try {
        return {part.kind, *year, *part.index};
    } catch (const error& e) {
        throw e.at("period " + in_quotes(text), {{"text", std::string{text}}});
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
    }
    return out += to_text(p.index());
}

}  // namespace mandate
