#include "model/task_oddities.hpp"

#include "model/apply.hpp"
#include "model/task_facts.hpp"

#include <map>
#include <string>

namespace mandate {
namespace {

using k = command_kind;

// The task that the event may have left done over open parts; no_row: none.
row_number whole_touched(const state& s, const event_record& e) {
    if (e.set_aside || e.subject == no_row || subject_kind(e.kind) != entity_kind::task)
        return no_row;
    if (descriptor_of(e.kind).creates == entity_kind::task) {
        const auto* told = s.tasks[e.subject].stated.at(head_view(s));
        return told != nullptr ? told->value.parent : no_row;
    }
    const bool ends = e.kind == k::accept_task || e.kind == k::complete_task ||
                      e.kind == k::issue_document || e.kind == k::fan_out_task ||
                      e.kind == k::repeat_task;
    return ends && s.tasks[e.subject].life().has_parts ? e.subject : no_row;
}

bool is_done_now(const state& s, row_number task) {
    const task_facts now = facts_of(s, s.tasks[task], last_day, head_view(s));
    return now.stated != nullptr && is_done(now.its_class);
}

}  // namespace

finding done_over_open_parts(const state& s, row_number whole,
                             const std::vector<row_number>& parts) {
    std::string codes;
    for (const row_number part : parts) codes += (codes.empty() ? "" : ", ") + s.tasks[part].code;
    const std::string& code = s.tasks[whole].code;
    return {"task.done_over_open_parts",
            "task " + code + " is done while " + std::to_string(parts.size()) + " of its parts " +
                (parts.size() == 1 ? "is" : "are") + " open: " + codes,
            {{"task", code}, {"n", std::to_string(parts.size())}, {"parts", codes}}};
}

void find_open_parts(const state& after, seq_number before, const sight* of_actor,
                     std::vector<finding>& findings) {
    const auto is_seen = [&](row_number task) {
        return of_actor == nullptr || of_actor->may_see(entity_kind::task, task);
    };
    std::map<row_number, std::vector<row_number>> done;  // wholes, with their open parts
    for (seq_number seq = before + 1; seq <= after.revision(); ++seq) {
        const row_number whole = whole_touched(after, after.events[seq - 1]);
        if (whole != no_row && !done.contains(whole) && is_seen(whole) && is_done_now(after, whole))
            done.try_emplace(whole);
    }
    if (done.empty()) return;
    const view head = head_view(after);
    for (row_number t = 0; t < after.tasks.size(); ++t) {
        const auto* told = after.tasks[t].stated.at(head);
        const auto found = told != nullptr ? done.find(told->value.parent) : done.end();
        if (found != done.end() && is_seen(t) &&
            is_open(facts_of(after, after.tasks[t], last_day, head).its_class))
            found->second.push_back(t);
    }
    for (const auto& [whole, parts] : done)
        if (!parts.empty()) findings.push_back(done_over_open_parts(after, whole, parts));
}

}  // namespace mandate
