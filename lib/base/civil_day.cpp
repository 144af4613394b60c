#include "mandate/base/civil_day.hpp"

#include "base/quote.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"

#include <boost/date_time/gregorian/greg_date.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace mandate {
namespace {

constexpr std::int64_t microseconds_a_second = 1'000'000;
constexpr std::int64_t seconds_a_day = 86'400;
constexpr std::int64_t microseconds_a_day = seconds_a_day * microseconds_a_second;

constexpr std::int64_t floor_divide(std::int64_t a, std::int64_t b) noexcept {
    return a / b - (a % b < 0 ? 1 : 0);
}

/// Reads a text of fixed layout from left to right.
class layout_reader {
public:
    explicit layout_reader(std::string_view text) noexcept : rest_{text} {}

    bool take(char c) noexcept {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }
    /// Exactly `count` decimal digits.
    std::optional<int> digits(std::size_t count) noexcept {
        if (rest_.size() < count) return std::nullopt;
        int value = 0;
        for (const char c : rest_.substr(0, count)) {
            if (c < '0' || c > '9') return std::nullopt;
            value = value * 10 + (c - '0');
        }
        rest_.remove_prefix(count);
        return value;
    }
    /// A decimal fraction of a second in microseconds; what is finer is cut off.
    std::optional<int> fraction() noexcept {
        std::optional<int> value;
        int weight = 100'000;
        while (const auto digit = digits(1)) {
            value = value.value_or(0) + *digit * weight;
            weight /= 10;
        }
        return value;
    }
    bool done() const noexcept { return rest_.empty(); }

private:
    std::string_view rest_;
};

struct year_month_day_text {
    int year;
    int month;
    int day;
};

std::optional<year_month_day_text> read_day(layout_reader& in) noexcept {
    const auto year = in.digits(4);
    if (!year || !in.take('-')) return std::nullopt;
    const auto month = in.digits(2);
    if (!month || !in.take('-')) return std::nullopt;
    const auto day = in.digits(2);
    if (!day) return std::nullopt;
    return year_month_day_text{*year, *month, *day};
}

civil_day existing(const year_month_day_text& d, std::string_view text) {
    const std::chrono::year_month_day ymd{std::chrono::year{d.year},
                                          std::chrono::month{static_cast<unsigned>(d.month)},
                                          std::chrono::day{static_cast<unsigned>(d.day)}};
    if (!ymd.ok())
        throw error{errc::out_of_range,
                    in_quotes(text) + " is no day of the calendar",
                    {{"text", std::string{text}}}};
    const civil_day day{ymd};
    if (day < first_day || day > last_day) require_covered(day, in_quotes(text));
    return day;
}

void append_padded(std::string& out, int value, std::size_t width) {
    const std::string digits = to_text(value);
    out.append(width - std::min(width, digits.size()), '0').append(digits);
}

void append_clock(std::string& out, int first, int second) {
    append_padded(out, first, 2);
    out += ':';
    append_padded(out, second, 2);
}

}  // namespace

civil_day::civil_day(const boost::gregorian::date& date) {
    if (date.is_special())
        throw error{errc::out_of_range, "a special date (not_a_date_time, infinity) is no day"};
    since_epoch_ = static_cast<std::int32_t>((date - boost::gregorian::date{1970, 1, 1}).days());
}

boost::gregorian::date civil_day::to_gregorian() const {
    require_covered(*this, "a day to be converted");
    return boost::gregorian::date{1970, 1, 1} + boost::gregorian::date_duration{since_epoch_};
}

civil_day parse_day(std::string_view text) {
    layout_reader in{text};
    const auto read = read_day(in);
    if (!read || !in.done())
        throw error{errc::malformed,
                    in_quotes(text) + " is not a day in the form 2024-04-25",
                    {{"text", std::string{text}}}};
    return existing(*read, text);
}

std::string to_text(civil_day day) {
    std::string out;
    append_padded(out, day.year(), 4);
    out += '-';
    append_padded(out, static_cast<int>(day.month()), 2);
    out += '-';
    append_padded(out, static_cast<int>(day.day()), 2);
    return out;
}

void require_covered(civil_day day, std::string_view what) {
    if (first_day <= day && day <= last_day) return;
    const std::string number = to_text(day.since_epoch());
    std::vector<fact> facts{{"day", number}};
    // One word is the name of a field; others are a description, or a quotation.
    if (what.find_first_of(" \"") == what.npos) facts.emplace_back("field", what);
    throw error{errc::out_of_range,
                std::string{what} + " lies outside 1900-01-01 to 2199-12-31 (day " + number +
                    " since 1970-01-01)",
                std::move(facts)};
}

civil_day day_of(std::int64_t instant_us, int utc_offset_minutes) noexcept {
    // By whole seconds first: the offset cannot overflow there.
    const std::int64_t seconds =
        floor_divide(instant_us, microseconds_a_second) + std::int64_t{utc_offset_minutes} * 60;
    return civil_day{static_cast<std::int32_t>(floor_divide(seconds, seconds_a_day))};
}

std::int64_t parse_instant(std::string_view text, int utc_offset_minutes) {
    const auto malformed = [&] {
        return error{errc::malformed,
                     in_quotes(text) + " is not an instant in the form 2024-04-25T16:30:00+07:00",
                     {{"text", std::string{text}}}};
    };
    layout_reader in{text};
    const auto date = read_day(in);
    if (!date) throw malformed();
    if (in.done()) {
        const std::int64_t next = (existing(*date, text) + 1).since_epoch();
        return next * microseconds_a_day - 1 -
               std::int64_t{utc_offset_minutes} * 60 * microseconds_a_second;
    }

    if (!in.take('T')) throw malformed();
    const auto hour = in.digits(2);
    if (!hour || !in.take(':')) throw malformed();
    const auto minute = in.digits(2);
    if (!minute || !in.take(':')) throw malformed();
    const auto second = in.digits(2);
    if (!second) throw malformed();
    const auto fraction = in.take('.') ? in.fraction() : 0;
    if (!fraction) throw malformed();
    int offset = 0;  // minutes
    if (!in.take('Z')) {
        const int sign = in.take('-') ? -1 : 1;
        if (sign == 1 && !in.take('+')) throw malformed();
        const auto hours = in.digits(2);
        if (!hours || !in.take(':')) throw malformed();
        const auto minutes = in.digits(2);
        if (!minutes) throw malformed();
        offset = sign * (*hours * 60 + *minutes);
        if (*minutes > 59 || offset < -12 * 60 || offset > 14 * 60)
            throw error{errc::out_of_range,
                        in_quotes(text) + " has an offset outside -12:00 to +14:00",
                        {{"text", std::string{text}}}};
    }
    if (!in.done()) throw malformed();
    if (*hour > 23 || *minute > 59 || *second > 59)
        throw error{errc::out_of_range,
                    in_quotes(text) + " is no time of the day",
                    {{"text", std::string{text}}}};

    const std::int64_t seconds = existing(*date, text).since_epoch() * seconds_a_day +
                                 (*hour * 60 + *minute - offset) * 60 + *second;
    return seconds * microseconds_a_second + *fraction;
}

std::string instant_text(std::int64_t instant_us, int utc_offset_minutes) {
    const std::int64_t whole = floor_divide(instant_us, microseconds_a_second);
    const auto fraction = static_cast<int>(instant_us - whole * microseconds_a_second);
    const std::int64_t local = whole + std::int64_t{utc_offset_minutes} * 60;
    const auto second_of_day =
        static_cast<int>(local - floor_divide(local, seconds_a_day) * seconds_a_day);

    std::string out = to_text(day_of(instant_us, utc_offset_minutes));
    out += 'T';
    append_clock(out, second_of_day / 3600, second_of_day / 60 % 60);
    out += ':';
    append_padded(out, second_of_day % 60, 2);
    if (fraction != 0) {
        out += '.';
        append_padded(out, fraction, 6);
    }
    out += utc_offset_minutes < 0 ? '-' : '+';
    const int offset = utc_offset_minutes < 0 ? -utc_offset_minutes : utc_offset_minutes;
    append_clock(out, offset / 60, offset % 60);
    return out;
}

}  // namespace mandate
