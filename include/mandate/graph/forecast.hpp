#pragma once
// When a plan will probably be finished: its schedule again and again with durations drawn by lot.

#include "mandate/graph/plan.hpp"
#include "mandate/graph/schedule.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace mandate {

struct forecast_options {
    std::uint32_t runs = 10'000;  ///< 1 to 10,000,000
    std::uint64_t seed = 1;
    unsigned threads = 1;  ///< 1 to 256; the answer does not depend on it
    /// Of tasks without estimates of their own: parts of the likely duration, rounded half up.
    std::int32_t optimistic_percent = 80;    ///< 0 to 100
    std::int32_t pessimistic_percent = 150;  ///< 100 to 1000
    /// What is on time: a run that ends on this day or earlier. Absent: a run in which every
    /// deadline and every not_after is kept. No run is where a task without forecast is to be in
    /// time: with `due` any such task, else one with a deadline.
    std::optional<civil_day> due;
};

struct forecast_result {
    std::uint32_t runs = 0;
    /// Runs that are on time. Absent: there is no deadline and no `due`.
    std::optional<std::uint32_t> on_time;
    /// The first day by which half of the runs, four fifths of them, are at their end; and the
    /// length (schedule::length) that no more of them exceed.
    civil_day p50 = no_day, p80 = no_day;
    std::int32_t p50_days = 0, p80_days = 0;
    civil_day first = no_day, last = no_day;  ///< the earliest and the latest end of all runs
    /// The end by reported progress: of the schedule with the durations of the plan.
    civil_day by_progress = no_day;
};

/// A forecast that is being computed. In every run each task that is not finished takes a number of
/// working days drawn from the triangle of its optimistic, likely and pessimistic estimate (of
/// started tasks: of what is left in the same proportion), rounded half up; then all start as early
/// as their links allow. The same input gives the same answer on every machine with IEEE 754
/// floats, whatever the number of threads. No callbacks: whoever made it asks how far it is, and
/// may cancel.
///
/// One thread at a time may call its members.
class forecast {
public:
    /// Starts the threads and returns.
    /// Cost of all runs: O(runs x (tasks + links)); with one calendar and lags in working days
    /// about what the same number of forward passes costs.
    /// @throws as the constructor of schedule; errc::invalid_argument for options out of range, for
    /// estimates that do not enclose the duration (fact "position": the task).
    forecast(const plan& p, const schedule_policy& policy, const forecast_options& options = {});
    /// Cancels what is not done.
    ~forecast();
    forecast(const forecast&) = delete;
    forecast& operator=(const forecast&) = delete;

    std::uint32_t runs() const noexcept;
    /// How many runs are done, after waiting until all are or it was cancelled, but at most so
    /// long. 0 only looks.
    std::uint32_t wait(std::uint32_t milliseconds);
    /// Makes the threads stop; result() will have nothing to say.
    void cancel() noexcept;
    /// @throws error{errc::busy} while runs are missing; errc::cancelled if it was cancelled
    /// before; errc::out_of_range if a run ended after 2199-12-31.
    forecast_result result() const;

private:
    struct impl;
    std::unique_ptr<impl> self_;
};

}  // namespace mandate
