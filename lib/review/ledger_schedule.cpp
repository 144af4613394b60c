#include "review/ledger_schedule.hpp"

#include "mandate/base/error.hpp"
#include "review/question_parts.hpp"

#include <charconv>
#include <utility>
#include <vector>

namespace mandate {

// Errors of the graph know positions only.
error with_codes(const lens& through, const ledger_plan& made, const error& e) {
    std::vector<fact> facts;
    std::string first;
    for (const fact& one : e.facts()) {
        if (one.first != "position") continue;
        std::uint32_t task = 0;
        std::from_chars(one.second.data(), one.second.data() + one.second.size(), task);
        const row_number row = made.task[task];
        const std::string code = through.may_see(entity_kind::task, row)
                                     ? through.record.tasks[row].code
                                     : std::string{"(not shown)"};
        if (first.empty()) first = code;
        facts.emplace_back("task", code);
    }
    if (facts.empty()) return e;
    return error{e.code(),
                 e.code() == errc::out_of_range ? "task " + first + " would finish after 2199-12-31"
                                                : "task " + first + ": " + e.what(),
                 std::move(facts)};
}

ledger_schedule::ledger_schedule(const lens& seen_through, const arguments& args)
    : through{seen_through},
      all{through.schedules != nullptr
              ? through.schedules->keeper->in_bulk(*through.schedules, through, args)
              : std::make_shared<const bulk_schedule>(made_in_bulk(through, args))},
      made{all->made},
      policy{all->policy},
      result{all->result} {}

namespace {

[[noreturn]] void refuse_task(const lens& through, row_number task) {
    const std::string& asked = through.record.tasks[task].code;
    throw error{errc::unknown_reference,
                "task " + asked + " is in no schedule of this scope on this day",
                {{"field", "task"}, {"value", asked}}};
}

}  // namespace

kept_task::kept_task(const lens& through, const arguments& args) {
    if (through.schedules == nullptr) return;
    task = asked_row(through, args, field::task);
    dates = through.schedules->keeper->at_head(*through.schedules, through, args);
    if (dates != nullptr && !dates->is_planned(task)) refuse_task(through, task);
}

std::uint32_t ledger_schedule::asked_task(const arguments& args) const {
    const row_number row = asked_row(through, args, field::task);
    if (made.number_of[row] == no_task) refuse_task(through, row);
    return made.number_of[row];
}

}  // namespace mandate
