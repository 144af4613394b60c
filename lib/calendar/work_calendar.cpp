// Two tables answer everything. For a week from Monday, with Saturday and Sunday off:
//
//     day        Mo Tu We Th Fr Sa Su Mo
//     offset i    0  1  2  3  4  5  6  7
//     rank[i]     0  1  2  3  4  5  5  5      working days before day i
//     select      0  1  2  3  4  7            select[k]: offset of the k-th working day, from 0
//
// A working day i has k = rank[i], so select[rank[i]] = i. For a day off it is the next working
// day. The n-th working day after i is select[rank[i + 1] + n - 1], the n-th before it
// select[rank[i] - n].
#include "mandate/calendar/work_calendar.hpp"

#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"

#include <string>

namespace mandate {
namespace {

constexpr std::size_t days_covered = static_cast<std::size_t>(last_day - first_day) + 1;

constexpr std::size_t offset_of(civil_day day) noexcept {
    return static_cast<std::size_t>(day - first_day);
}

std::vector<bool> working_days(std::uint8_t weekdays, std::span<const day_exception> exceptions) {
    std::vector<bool> works(days_covered);
    unsigned weekday = first_day.weekday() - 1;
    for (std::size_t i = 0; i < days_covered; ++i) {
        works[i] = (weekdays >> weekday & 1U) != 0;
        weekday = weekday == 6 ? 0 : weekday + 1;
    }
    for (const day_exception& e : exceptions) {
        require_covered(e.day, "an exception of the work calendar");
        works[offset_of(e.day)] = e.worked;
    }
    return works;
}

}  // namespace

work_calendar::work_calendar(std::uint8_t weekdays, std::span<const day_exception> exceptions) {
    if (weekdays == 0 || weekdays > 0b1111111)
        throw error{errc::out_of_range,
                    "working weekdays must be 1 to 127 (bit 0 Monday, bit 6 "
                    "Sunday), not " +
                        to_text(weekdays)};
    const std::vector<bool> works = working_days(weekdays, exceptions);
    rank_.reserve(days_covered + 1);
    rank_.push_back(0);
    for (std::size_t i = 0; i < days_covered; ++i) {
        if (works[i]) select_.push_back(static_cast<std::int32_t>(i));
        rank_.push_back(static_cast<std::int32_t>(select_.size()));
    }
    select_.shrink_to_fit();
}

bool work_calendar::works(civil_day day) const {
    require_covered(day, "the day asked");
    const std::size_t i = offset_of(day);
    return rank_[i] != rank_[i + 1];
}

int work_calendar::count(civil_day from, civil_day to) const {
    require_covered(from, "the day to count from");
    require_covered(to, "the day to count to");
    return rank_[offset_of(to) + 1] - rank_[offset_of(from) + 1];
}

civil_day work_calendar::add(civil_day from, int n) const {
    require_covered(from, "the day to start from");
    const std::size_t i = offset_of(from);
    const std::int64_t k = n > 0 ? std::int64_t{rank_[i + 1]} + n - 1 : std::int64_t{rank_[i]} + n;
    if (k < 0 || k >= static_cast<std::int64_t>(select_.size()))
        throw error{errc::out_of_range, to_text(n) + " working days from " + to_text(from) +
                                            " lie outside 1900-01-01 to 2199-12-31"};
    return first_day + select_[static_cast<std::size_t>(k)];
}

}  // namespace mandate
