#pragma once
// The schedule of a scope of the ledger, with the codes behind its numbers.

#include "mandate/graph/schedule.hpp"
#include "mandate/model/command.hpp"
#include "review/ledger_plan.hpp"
#include "review/lens.hpp"
#include "review/schedule_keeper.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

namespace mandate {

struct ledger_schedule {
    /// @throws as plan_of; errc::out_of_range, naming the task, where the days leave the calendars.
    ledger_schedule(const lens& seen_through, const arguments& args);

    const std::string& code(std::uint32_t task) const {
        return through.record.tasks[made.task[task]].code;
    }
    const std::string& link_code(std::uint32_t link) const {
        return through.record.links[made.link[link]].code;
    }
    /// Dates are computed with every task, also those that the viewer may not see; told are the
    /// others.
    bool shows(std::uint32_t task) const {
        return through.may_see(entity_kind::task, made.task[task]);
    }
    bool shows_link(std::uint32_t link) const {
        const dependency& d = made.columns.links[link];
        return shows(d.before) && shows(d.after);
    }
    /// The number in the plan of the task in the arguments.
    /// @throws error{errc::unknown_reference} if it is in no such plan.
    std::uint32_t asked_task(const arguments& args) const;

    const lens& through;
    const std::shared_ptr<const bulk_schedule> all;  // shared_ptr: the ledger keeps the last one
    const ledger_plan& made;
    const schedule_policy& policy;
    const schedule& result;
};

/// The task in the arguments, and the schedule that follows the record, where it serves; else null.
struct kept_task {
    /// @throws as ledger_schedule::asked_task.
    kept_task(const lens& through, const arguments& args);

    row_number task = no_row;
    std::shared_ptr<const head_schedule> dates;  // shared_ptr: the ledger goes on meanwhile
};

/// The error with the codes of the tasks instead of their positions; those that the viewer may not
/// see are not named.
error with_codes(const lens& through, const ledger_plan& made, const error& e);

/// What is asked of the network may fail with positions: runs it and names tasks instead.
template <class Ask>
auto naming_tasks(const lens& through, const ledger_plan& made, Ask&& ask) {
    try {
        return std::forward<Ask>(ask)();
    } catch (const error& e) {
        throw with_codes(through, made, e);
    }
}

}  // namespace mandate
