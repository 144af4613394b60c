#include "mandate/graph/forecast.hpp"

#include "graph/forecast_runs.hpp"
#include "graph/schedule_impl.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

namespace mandate {
namespace {

using index = std::uint32_t;
using progress = scheduled_task::progress;

[[noreturn]] void refuse(const std::string& what) { throw error{errc::invalid_argument, what}; }

void check(const forecast_options& o) {
    const auto within = [](long long value, long long low, long long high, const char* name) {
        if (value < low || value > high)
            refuse("forecast: " + std::string{name} + " " + to_text(value) + " is not within " +
                   to_text(low) + " and " + to_text(high));
    };
    within(o.runs, 1, 10'000'000, "runs");
    within(o.threads, 1, 256, "threads");
    within(o.optimistic_percent, 0, 100, "optimistic_percent");
    within(o.pessimistic_percent, 100, 1000, "pessimistic_percent");
    if (o.due) require_covered(*o.due, "the due day of the forecast");
}

// Ten times the longest duration there may be, and more than all calendars have.
constexpr std::int32_t longest = 600'000;

// days * part / of, rounded half up.
std::int32_t share(std::int32_t days, std::int64_t part, std::int64_t of) {
    return static_cast<std::int32_t>(
        std::min<std::int64_t>((2 * days * part + of) / (2 * of), longest));
}

// Of a started task the estimates shrink with what is left of it.
estimate estimate_of(const plan& p, const forecast_options& o, index task, std::int32_t left) {
    const std::int32_t planned = p.duration[task];
    const auto told = [&](const std::vector<std::int32_t>& column, std::int32_t percent) {
        return column.empty() || column[task] < 0 ? share(planned, percent, 100) : column[task];
    };
    estimate e{told(p.optimistic, o.optimistic_percent), planned,
               told(p.pessimistic, o.pessimistic_percent)};
    if (e.optimistic > planned || e.pessimistic < planned)
        throw error{errc::invalid_argument,
                    "task " + to_text(task) + ": its estimates " + to_text(e.optimistic) + " and " +
                        to_text(e.pessimistic) + " do not enclose its duration, " +
                        to_text(planned),
                    {{"position", to_text(task)}}};
    if (left == planned) return e;
    if (planned == 0) return {left, left, left};
    return {std::min(left, std::max(share(e.optimistic, left, planned), std::min(left, 1))), left,
            std::max(left, share(e.pessimistic, left, planned))};
}

}  // namespace

struct forecast::impl {
    impl(const plan& p, const schedule_policy& policy, const forecast_options& o) : options{o} {
        check(o);
        const schedule likely{p, policy};
        by_progress = likely.end().value_or(no_day);
        const settled_plan settled = settle(p, policy, likely.left_out_links());
        start = settled.origin;
        first_calendar = settled.counting;
        std::vector<estimate> estimates(p.duration.size(), estimate{0, 0, 0});
        std::vector<boundary> deadline;
        for (index t = 0; t < p.duration.size(); ++t) {
            if (settled.summary(t) || is_removed(p, t)) continue;
            const progress state = settled.state_of(t);
            without_forecast |= state == progress::no_forecast;
            if (state == progress::finished || state == progress::no_forecast) continue;
            estimates[t] = estimate_of(p, o, t, settled.duration[t]);
            open = true;
        }
        if (!o.due) take_deadlines(p, settled, deadline);
        made.emplace(settled, policy, estimates, deadline, o.seed);
        groups = (o.runs + forecast_runs::at_once - 1) / forecast_runs::at_once;
        ends.resize(std::size_t{groups} * forecast_runs::at_once);
        if (policy.milestones != schedule_policy::milestone::day_of_predecessor)
            counted.resize(ends.size());
        kept.resize(ends.size());
        workers = std::min(o.threads, groups);
        for (unsigned t = 0; t < workers; ++t) scratch.push_back(made->make_scratch());
        working = workers;
        threads.reserve(workers);
        for (unsigned t = 0; t < workers; ++t) {
            try {
                threads.emplace_back([this, t] { work(t); });
            } catch (const std::system_error&) {
                if (t == 0) throw error{errc::busy, "the system gives no thread for a forecast"};
                const std::lock_guard lock{mutex};
                working -= workers - t;
                break;
            }
        }
    }
    ~impl() { stop = true; }  // jthreads join; they are the last members

    // What a deadline leaves of a part is the least of its own and of those of its wholes.
    void take_deadlines(const plan& p, const settled_plan& settled,
                        std::vector<boundary>& deadline) {
        if (p.deadline.empty() && p.not_after.empty()) return;
        deadline.assign(p.duration.size(), last_boundary + 1);
        for (index t = 0; t < deadline.size(); ++t) {
            const progress state = settled.state_of(t);
            if (settled.summary(t) || is_removed(p, t)) continue;
            for (index up = t; up != no_task; up = p.parent.empty() ? no_task : p.parent[up])
                for (const auto* column : {&p.deadline, &p.not_after})
                    if (!column->empty() && (*column)[up] != no_day)
                        deadline[t] = std::min(deadline[t], boundary_after((*column)[up]));
            if (deadline[t] > last_boundary) continue;
            judged = true;
            // A finished task has kept its deadline, or no run does; one without forecast keeps
            // none.
            if (state != progress::finished && state != progress::no_forecast) continue;
            late_already |=
                state == progress::no_forecast || boundary_after(p.finished[t]) > deadline[t];
            deadline[t] = last_boundary + 1;
        }
    }

    void work(unsigned number) {
        for (index group; !stop && (group = next.fetch_add(1)) < groups;) {
            const forecast_runs::ends of = made->run(group, scratch[number]);
            std::copy(of.end.begin(), of.end.end(),
                      ends.begin() + std::ptrdiff_t{group} * forecast_runs::at_once);
            if (!counted.empty())
                std::copy(of.counted.begin(), of.counted.end(),
                          counted.begin() + std::ptrdiff_t{group} * forecast_runs::at_once);
            std::copy(of.kept.begin(), of.kept.end(),
                      kept.begin() + std::ptrdiff_t{group} * forecast_runs::at_once);
            done.fetch_add(1);
        }
        const std::lock_guard lock{mutex};
        if (--working == 0) all_done.notify_all();
    }

    std::uint32_t runs_done() const {
        return std::min(options.runs, done.load() * forecast_runs::at_once);
    }

    const forecast_options options;
    civil_day by_progress = no_day;
    boundary start = 0;
    std::shared_ptr<const day_tables> first_calendar;
    bool open = false, judged = false, late_already = false, without_forecast = false;
    std::optional<forecast_runs> made;
    index groups = 0;
    std::vector<boundary> ends;      // by run
    std::vector<boundary> counted;   // by run; empty: the same
    std::vector<std::uint8_t> kept;  // by run
    std::vector<forecast_runs::scratch> scratch;
    unsigned workers = 0;
    std::atomic<index> next{0}, done{0};
    std::atomic<bool> stop{false};
    std::mutex mutex;
    std::condition_variable all_done;
    unsigned working = 0;
    std::vector<std::jthread> threads;
};

forecast::forecast(const plan& p, const schedule_policy& policy, const forecast_options& options)
    : self_{std::make_unique<impl>(p, policy, options)} {}
forecast::~forecast() = default;

std::uint32_t forecast::runs() const noexcept { return self_->options.runs; }

std::uint32_t forecast::wait(std::uint32_t milliseconds) {
    std::unique_lock lock{self_->mutex};
    if (milliseconds > 0)
        self_->all_done.wait_for(lock, std::chrono::milliseconds{milliseconds},
                                 [&] { return self_->working == 0; });
    return self_->runs_done();
}

void forecast::cancel() noexcept { self_->stop = true; }

forecast_result forecast::result() const {
    const impl& s = *self_;
    if (s.done.load() < s.groups && s.stop)
        throw error{errc::cancelled, "the forecast was cancelled"};
    if (s.done.load() < s.groups) throw error{errc::busy, "the forecast is not done"};
    forecast_result made;
    made.runs = s.options.runs;
    made.by_progress = s.by_progress;
    if (s.by_progress == no_day) {
        if (s.without_forecast && (s.options.due || s.judged)) made.on_time = 0;
        return made;
    }
    std::vector<boundary> ends(s.ends.begin(), s.ends.begin() + made.runs);
    // What is finished may lie before the first day, where no run begins.
    if (!s.open) std::fill(ends.begin(), ends.end(), boundary_after(s.by_progress));
    if (s.options.due)
        made.on_time =
            static_cast<std::uint32_t>(std::count_if(ends.begin(), ends.end(), [&](boundary end) {
                return !s.without_forecast && end <= boundary_after(*s.options.due);
            }));
    else if (s.judged)
        made.on_time = s.late_already ? 0
                                      : static_cast<std::uint32_t>(std::count(
                                            s.kept.begin(), s.kept.begin() + made.runs, 1));
    std::sort(ends.begin(), ends.end());
    if (ends.back() > last_boundary)
        throw error{errc::out_of_range, "a run of the forecast would finish after 2199-12-31"};
    std::vector<boundary> counted(s.counted.begin(),
                                  s.counted.begin() + (s.counted.empty() ? 0 : made.runs));
    std::sort(counted.begin(), counted.end());
    // The first end by which at least so many percent of the runs are over.
    const auto by = [&](const std::vector<boundary>& of, std::uint64_t percent) {
        return of[static_cast<std::size_t>((percent * made.runs + 99) / 100 - 1)];
    };
    const auto days = [&](std::uint64_t percent) {
        const boundary until = by(counted.empty() ? ends : counted, percent);
        return std::max(0, s.first_calendar->rank(until) - s.first_calendar->rank(s.start));
    };
    made.p50 = day_before(by(ends, 50));
    made.p80 = day_before(by(ends, 80));
    made.p50_days = days(50);
    made.p80_days = days(80);
    made.first = day_before(ends.front());
    made.last = day_before(ends.back());
    return made;
}

}  // namespace mandate
