#include "mandate/model/task_class.hpp"

#include <numeric>

namespace mandate {

std::string_view name_of(task_class c) noexcept {
    constexpr std::string_view names[task_class_count] = {
        "cancelled",    "suspended",    "standing",
        "done_in_time", "done_late",    "done_without_deadline",
        "open_overdue", "open_in_time", "open_without_deadline"};
    return names[static_cast<std::size_t>(c)];
}

std::int64_t class_counts::total() const noexcept {
    return std::accumulate(of.begin(), of.end(), std::int64_t{0});
}

std::int64_t class_counts::done() const noexcept {
    return (*this)[task_class::done_in_time] + (*this)[task_class::done_late] +
           (*this)[task_class::done_without_deadline];
}

rates rates_of(const class_counts& n) noexcept {
    const std::int64_t in_time = n[task_class::done_in_time];
    const std::int64_t late = n[task_class::done_late];
    const std::int64_t overdue = n[task_class::open_overdue];
    const std::int64_t due = in_time + late + overdue;
    return {{in_time + late, due},
            {in_time, due},
            {overdue, due},
            {late, n.done()},
            {n.done(), n.total() - n[task_class::standing]},
            {late + overdue, due}};
}

std::int64_t hundredths_of_percent(const rate& r, rounding how) noexcept {
    if (r.denominator <= 0 || r.numerator < 0) return -1;
    // The whole part apart, so that no product overflows: a remainder is below 10^15.
    const auto of = static_cast<std::uint64_t>(r.denominator);
    const auto whole = static_cast<std::uint64_t>(r.numerator) / of;
    const auto scaled = static_cast<std::uint64_t>(r.numerator) % of * 10'000;
    constexpr std::uint64_t most_whole = 900'000'000'000'000;
    if (whole > most_whole) return -1;
    const std::uint64_t rest = scaled % of;
    const bool up = how == rounding::half_up && rest >= of - rest;
    return static_cast<std::int64_t>(whole * 10'000 + scaled / of + (up ? 1 : 0));
}

}  // namespace mandate
