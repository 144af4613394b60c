#pragma once
// The schedules that a ledger keeps, and the days of its tasks, so that a question does not compute
// what is known.

#include "mandate/model/command.hpp"
#include "review/head_schedule.hpp"
#include "review/ledger_plan.hpp"
#include "review/lens.hpp"
#include "review/task_days.hpp"

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace mandate {

/// A schedule made in bulk, with the plan it was made from.
struct bulk_schedule {
    ledger_plan made;
    schedule_policy policy;
    schedule result;

    /// The first and last day of each task, by number; no_day: no forecast. The first call makes
    /// them: a look at every task. Any thread.
    struct dates {
        std::vector<civil_day> start, finish;
    };
    const dates& days() const;

    struct kept_dates {
        std::once_flag made;
        dates days;
    };
    std::unique_ptr<kept_dates> kept = std::make_unique<kept_dates>();
};
/// @throws as plan_of; errc::out_of_range, naming the task, where the days leave the calendars.
bulk_schedule made_in_bulk(const lens& through, const arguments& args);

class schedule_keeper;

/// Where a question finds what is kept. `record` is what its lens looks through.
struct schedule_place {
    schedule_keeper* keeper;
    std::shared_ptr<const state> record;
    int generation;  ///< how often words had been destroyed by then
};

/// Keeps two: the one made in bulk last, for questions about the same revision, scope, day and
/// policy; and for single tasks the one that follows the record, of the day asked for last. That
/// one is made by the first question about a single task of the whole ledger at its head. Any
/// thread. A ledger of which no schedule is asked pays nothing.
class schedule_keeper {
public:
    /// Made in bulk, now or by an earlier question.
    std::shared_ptr<const bulk_schedule> in_bulk(const schedule_place& at, const lens& through,
                                                 const arguments& args);
    /// The one that follows the record, brought up to date; null where it does not serve: for
    /// another scope or policy, a past view, a record with cycles, or a reader whose revision the
    /// record has left behind.
    std::shared_ptr<const head_schedule> at_head(const schedule_place& at, const lens& through,
                                                 const arguments& args);
    /// The days of all tasks of the revision, made now, or brought up to it from an earlier one;
    /// null for a reader whose revision the record has left behind.
    std::shared_ptr<const task_days> days(const schedule_place& at);
    /// Nothing of what was kept is left, and readers of before bring nothing back.
    void forget();

private:
    struct key {
        view times;
        civil_day known_day;
        row_number document;
        std::optional<civil_day> scope_start;
        std::int64_t default_duration;
        schedule_policy policy;
    };
    static key key_of(const lens& through, const arguments& args);
    static bool same(const key& a, const key& b);

    std::mutex keeping_;  // guards all below
    int generation_ = 0;
    std::optional<key> bulk_key_;
    std::shared_ptr<const bulk_schedule> bulk_;
    std::shared_ptr<const head_schedule> head_;
    std::shared_ptr<const task_days> days_;
    // The day and revision on which it could not be kept: it is not tried again on that day until
    // the record has grown by half.
    std::optional<view> not_kept_;
};

}  // namespace mandate
