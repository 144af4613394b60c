#pragma once
// Working days: a set of weekdays, public holidays by rule, and days that were declared off or
// worked; counted in O(1).

#include "mandate/base/civil_day.hpp"
#include "mandate/base/error.hpp"
#include "mandate/calendar/holidays.hpp"
#include "mandate/calendar/working_days.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mandate {

class calendar_pool;
struct working_day_store;

/// From where working days are counted when the day may be a day off.
enum class roll : std::uint8_t {
    none = 1,   ///< from the day itself: n > 0 is the n-th working day after it, n < 0 the n-th
                ///< before it, 0 the day itself, whether it works or not
    following,  ///< from the first working day on or after it; 0 is that day
    preceding,  ///< from the last working day on or before it; 0 is that day
};

enum class holiday_rules : std::uint8_t { none = 1, viet_nam };

/// What a work calendar is made of.
struct calendar_definition {
    std::uint8_t weekdays = monday_to_friday;
    holiday_rules rules = holiday_rules::none;
    holiday_history history;  ///< counts only with rules
    /// In the order in which they were recorded: of several on a day the last counts; those of
    /// `agency` before those of all; each before the history.
    std::vector<day_exception> exceptions;
    std::string agency;  ///< whose calendar it is; exceptions of others do not count
    /// Only what was announced by the end of this day; absent: all.
    std::optional<civil_day> known_on;
};

/// The rules of Viet Nam with the history that ships.
calendar_definition viet_nam_calendar();

/// A day on which a calendar differs from its weekdays, or a holiday on a day of rest.
struct special_day {
    civil_day day;
    bool works = false;                     ///< what the calendar says of the day in the end
    std::optional<public_holiday> rest;     ///< the holiday, where it is one
    std::optional<day_exception> declared;  ///< the exception that counts, where there is one
    std::optional<holiday_choice> chosen;   ///< what put this holiday here, where it was decided
};

/// The year that a finding of a calendar is about.
int year_of(const finding& f);

/// Counts working days over 1900-01-01 to 2199-12-31 in O(1) by rank and select. Immutable; any
/// thread; a copy shares the tables. add(), count() and the others cost about 1 ns a call for days
/// within a few decades. Made in about a millisecond.
class work_calendar {
public:
    /// Weekdays and exceptions alone, no holidays by rule.
    /// @throws error{errc::out_of_range} if no weekday works or an exception is not covered.
    explicit work_calendar(std::uint8_t weekdays = monday_to_friday,
                           std::span<const day_exception> exceptions = {});
    /// With `pool`, calendars of equal content share their tables.
    /// @throws error{errc::out_of_range} likewise, naming the day; or where a day is swapped with
    /// itself, a choice is for a year outside 1900 to 2199.
    explicit work_calendar(calendar_definition definition, calendar_pool* pool = nullptr);

    bool works(civil_day day) const { return days_.works(checked(day, "the day asked")); }

    /// Working days in (from, to] if from <= to, else minus those in (to, from]. The day after
    /// `from` counts, `from` does not. count(a, b) = -count(b, a), and count(d, add(d, n)) = n for
    /// a working day d. @throws error{errc::out_of_range}
    int count(civil_day from, civil_day to) const {
        const std::int32_t begin = checked(from, "the day to count from");
        return days_.rank(checked(to, "the day to count to") + 1) - days_.rank(begin + 1);
    }

    /// The day n working days on. For every day, also one off, and every policy:
    /// add(day, n) < add(day, n + 1). @throws error{errc::out_of_range}
    civil_day add(civil_day from, int n, roll policy = roll::none) const {
        const std::int32_t i = offset_of(from);
        const working_day_table& table = days_.table();  // no copy: it would go by the stack
        if (table.covers(i) && (n != 0 || policy != roll::none)) [[likely]] {
            // Two paths rather than a sum: callers go one way. Without a sign, so that one
            // comparison is enough: what lies before the first working day wraps beyond the last.
            const std::uint32_t k =
                begins_before(n > 0, policy)
                    ? static_cast<std::uint32_t>(table.rank(i + 1)) +
                          (static_cast<std::uint32_t>(n) - 1)
                    : static_cast<std::uint32_t>(table.rank(i)) + static_cast<std::uint32_t>(n);
            if (k < static_cast<std::uint32_t>(table.count())) [[likely]]
                return day_at(table.nth(static_cast<std::int32_t>(k)));
        }
        return add_slowly(from, n, policy);
    }
    /// add(from, -n), for any n.
    civil_day subtract(civil_day from, int n, roll policy = roll::none) const;
    /// The first working day after it. @throws error{errc::out_of_range}
    civil_day next(civil_day day) const { return add(day, 1); }
    /// The last working day before it. @throws error{errc::out_of_range}
    civil_day previous(civil_day day) const { return add(day, -1); }
    /// The day itself if it works, else as the policy says; with roll::none always the day itself.
    civil_day rolled(civil_day day, roll policy) const { return add(day, 0, policy); }
    /// The n-th working day of first .. last: 1 the first, -1 the last.
    /// @throws error{errc::out_of_range} if n is 0 or there are not so many.
    civil_day nth(civil_day first, civil_day last, int n) const;

    // Many at once. Spans of one call have one length. What they write is undefined after an error,
    // which has the fact "index".
    void add(std::span<const civil_day> from, std::span<const int> n, roll policy,
             std::span<civil_day> results) const;
    void count(std::span<const civil_day> from, std::span<const civil_day> to,
               std::span<int> results) const;
    /// Working days from 1900-01-01 up to the day before: the time in which schedules count.
    void to_ordinals(std::span<const civil_day> days, std::span<std::int32_t> ordinals) const;
    /// The working day of each ordinal. @throws error{errc::out_of_range}
    void to_days(std::span<const std::int32_t> ordinals, std::span<civil_day> days) const;

    /// Whether the holidays and swaps of the day's year are not known, so that the rule alone
    /// speaks: the calendar has holidays by rule, and the year lies outside the history and has no
    /// choice that was known.
    bool is_provisional(civil_day day) const noexcept;
    /// The holidays and exceptions of a year, by day. @throws error{errc::out_of_range}
    std::vector<special_day> special_days(int year) const;
    /// What contradicts itself in the calendar's own record (the later statement counts): days both
    /// off and worked, a day swapped with two others, a year chosen in two ways; and swaps that
    /// change nothing or of which one day is missing. The first fact is the day, or the year.
    const std::vector<finding>& findings() const noexcept { return *findings_; }
    const calendar_definition& definition() const noexcept { return *definition_; }

    /// For loops: unchecked. Borrowed from this calendar.
    working_days days() const noexcept { return days_; }
    /// Whether both are the same on every day.
    bool same_days(const work_calendar& other) const noexcept;

private:
    static constexpr bool covers(std::int32_t offset) noexcept {
        return static_cast<std::uint32_t>(offset) < static_cast<std::uint32_t>(days_covered);
    }
    static std::int32_t checked(civil_day day, const char* what) {
        const std::int32_t i = offset_of(day);
        if (!covers(i)) require_covered(day, what);
        return i;
    }
    // Counted on, the days after a day off begin at the working day before it; counted back, at the
    // one after it.
    static constexpr bool begins_before(bool onwards, roll policy) noexcept {
        return policy == roll::preceding || (policy == roll::none && onwards);
    }
    // Without tables, without a step, or out of what is covered.
    civil_day add_slowly(civil_day from, std::int64_t n, roll policy) const;
    [[noreturn]] static void refuse_add(civil_day from, std::int64_t n, roll policy);

    working_days days_;
    // shared_ptr: copies and calendars of equal content keep one set of tables
    std::shared_ptr<const working_day_store> store_;
    std::shared_ptr<const calendar_definition> definition_;
    std::shared_ptr<const std::vector<finding>> findings_;
};

}  // namespace mandate
