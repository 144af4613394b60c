#include "review/ledger_schedule.hpp"

#include "mandate/base/error.hpp"

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
                                     : "(not shown)";
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
      made{plan_of(through, args)},
      policy{policy_of(args)},
      result{naming_tasks(through, made, [&] {
          return schedule{made.columns, policy};
      })} {}

std::uint32_t ledger_schedule::number_of(std::string_view task_code) const {
    auto row = through.record.find(entity_kind::task, task_code);
    if (row && !through.may_see(entity_kind::task, *row)) row.reset();
    if (row && *row < made.number_of.size() && made.number_of[*row] != no_task)
        return made.number_of[*row];
    throw error{
        errc::unknown_reference,
        "task " + std::string{task_code} +
            (row ? " is in no schedule of this scope on this day" : " is not in the ledger"),
        {{"field", "task"}, {"value", std::string{task_code}}}};
}

}  // namespace mandate
