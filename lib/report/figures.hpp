#pragma once
// The figures of a review in the order in which every report shows them.

#include "mandate/model/task_class.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace mandate::wording {

/// Classes as annex 1 orders them: done, then not done, then what is outside the count.
inline constexpr std::array<task_class, task_class_count> classes_in_order = {
    task_class::done_in_time, task_class::done_late,    task_class::done_without_deadline,
    task_class::open_overdue, task_class::open_in_time, task_class::open_without_deadline,
    task_class::standing,     task_class::suspended,    task_class::cancelled};

/// A named rate: its label, its place in `rates`, and the class with which its numerator begins.
struct named_rate {
    std::string_view key;
    rate rates::*value;
    task_class begins_with;
};
inline constexpr std::array<named_rate, 6> rates_in_order = {{
    {"rate.completion", &rates::completion_due, task_class::done_in_time},
    {"rate.on_time", &rates::on_time, task_class::done_in_time},
    {"rate.overdue", &rates::overdue, task_class::open_overdue},
    {"rate.late_of_done", &rates::late_of_done, task_class::done_late},
    {"rate.completion_all", &rates::completion_all, task_class::done_in_time},
    {"rate.rating_behind", &rates::rating_behind, task_class::done_late},
}};

/// Standing, suspended and cancelled tasks: one column in the tables by agency.
inline std::int64_t outside_the_count(const class_counts& n) noexcept {
    return n[task_class::standing] + n[task_class::suspended] + n[task_class::cancelled];
}

}  // namespace mandate::wording
