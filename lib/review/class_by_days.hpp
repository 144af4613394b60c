#pragma once
// The class of a task from a few numbers, without a branch, so that the compiler can take several
// tasks at once. What it must equal is facts_of (model/task_facts.hpp) of such a task.

#include "mandate/model/task_class.hpp"

#include <cstdint>

namespace mandate {

/// All ones where it is so, else 0.
constexpr std::int32_t mask(bool yes) noexcept { return -static_cast<std::int32_t>(yes); }
constexpr std::int32_t chosen(std::int32_t yes, std::int32_t a, std::int32_t b) noexcept {
    return (yes & a) | (~yes & b);
}

/// On the day `end`, by what is known on `cut_off`. Days are numbers, INT32_MAX never: no deadline;
/// not handed in; not answered.
constexpr std::int32_t class_by_days(std::int32_t end, std::int32_t cut_off, std::int32_t due,
                                     std::int32_t handed_in, std::int32_t accepted) noexcept {
    const auto at = [](task_class c) { return static_cast<std::int32_t>(c); };
    const std::int32_t handed = mask(handed_in <= end), done = handed & mask(accepted <= cut_off);
    // Handed in by the day and not answered: the waiting is the acceptor's.
    const std::int32_t in_time = (handed & mask(handed_in <= due)) | (~done & mask(end <= due));
    return chosen(
        mask(due != INT32_MAX),
        chosen(done, chosen(in_time, at(task_class::done_in_time), at(task_class::done_late)),
               chosen(in_time, at(task_class::open_in_time), at(task_class::open_overdue))),
        chosen(done, at(task_class::done_without_deadline), at(task_class::open_without_deadline)));
}

}  // namespace mandate
