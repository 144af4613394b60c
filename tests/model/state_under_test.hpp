#pragma once
// A state that grows by the test language, as the ledger would let it grow.

#include "model/apply.hpp"
#include "model/record_rules.hpp"
#include "model/rules.hpp"
#include "model/task_facts.hpp"
#include "model/task_life.hpp"
#include "record.hpp"

namespace mandate::tests {

class state_under_test {
public:
    state record;

    explicit state_under_test(std::string_view text = {}, civil_day today = parse_day("2024-12-31"))
        : today_{today} {
        add(text);
    }

    void add(std::string_view text) {
        for (const command& c : commands_of(text)) add(c);
    }
    void add(command c) {
        check_form(c);
        judge(record, c, today_);
        event e;
        e.seq = std::int64_t{record.revision()} + 1;
        e.recorded_at_us = e.seq;
        e.command = std::move(c);
        state next = record;
        apply(next, e, 0);
        judge_places_in_place(next, e.command);
        if (e.command.corrects != 0) {
            const event_record& old = next.events[static_cast<std::size_t>(e.command.corrects - 1)];
            if (subject_kind(old.kind) == entity_kind::task)
                judge_life(next, next.tasks[old.subject]);
        }
        record = std::move(next);
    }

    const task_record& task(std::string_view code) const {
        return record.tasks[*record.find(entity_kind::task, code)];
    }
    /// The task on `on`, by what is known on `as_of` (by default that day) of the first `known`
    /// events (by default all).
    task_facts facts(std::string_view code, std::string_view on, std::string_view as_of = {},
                     seq_number known = 0xFFFF'FFFF) const {
        const civil_day day = parse_day(on);
        return facts_of(record, task(code), day, {as_of.empty() ? day : parse_day(as_of), known});
    }

private:
    civil_day today_;
};

}  // namespace mandate::tests
