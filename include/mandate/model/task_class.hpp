#pragma once
// The one classification of a task, computed and never stored (lib/README.md, decision 7).

#include <array>
#include <cstdint>
#include <string_view>

namespace mandate {

/// Exactly one per task: the first that fits, in this order.
enum class task_class : std::uint8_t {
    cancelled,
    suspended,
    standing,
    done_in_time,
    done_late,
    done_without_deadline,
    open_overdue,
    open_in_time,
    open_without_deadline,
};
inline constexpr std::size_t task_class_count = 9;
std::string_view name_of(task_class c) noexcept;

constexpr bool is_done(task_class c) noexcept {
    return c == task_class::done_in_time || c == task_class::done_late ||
           c == task_class::done_without_deadline;
}
constexpr bool is_open(task_class c) noexcept { return c >= task_class::open_overdue; }

/// How many tasks are in each class.
struct class_counts {
    std::array<std::int64_t, task_class_count> of{};

    void add(task_class c) noexcept { ++of[static_cast<std::size_t>(c)]; }
    std::int64_t operator[](task_class c) const noexcept { return of[static_cast<std::size_t>(c)]; }
    std::int64_t total() const noexcept;
    std::int64_t done() const noexcept;

    friend bool operator==(const class_counts&, const class_counts&) = default;
};

/// A named rate: exact counts; formatted late. Below 5 cases it is "for reference only".
struct rate {
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;

    bool for_reference_only() const noexcept { return denominator < 5; }
    friend bool operator==(const rate&, const rate&) = default;
};

/// The rates of lib/README.md, decision 7.
struct rates {
    rate completion_due;  ///< (done in time + late) / (those + open overdue)
    rate on_time;         ///< done in time / the same
    rate overdue;         ///< open overdue / the same
    rate late_of_done;    ///< done late / done
    rate completion_all;  ///< done / all but standing tasks, which are in no rate
    rate rating_behind;   ///< (done late + open overdue) / due

    friend bool operator==(const rates&, const rates&) = default;
};
rates rates_of(const class_counts& counts) noexcept;

enum class rounding : std::uint8_t { half_up, truncated };
/// The rate in hundredths of a percent (9863 = 98.63 %); -1 where it says nothing: a denominator
/// that is not positive, a negative numerator, or more than 9 * 10^16 %. Exact for counts and
/// values up to 10^15.
std::int64_t hundredths_of_percent(const rate& r, rounding how) noexcept;

}  // namespace mandate
