#include "model/task_oddities.hpp"

#include "mandate/base/civil_day.hpp"
#include "model/apply.hpp"
#include "model/task_facts.hpp"

#include <map>
#include <string>

namespace mandate {
namespace {

using k = command_kind;

// The task that the event may have left ended over open parts; no_row: none.
row_number whole_touched(const state& s, const event_record& e) {
    if (e.set_aside || e.subject == no_row || subject_kind(e.kind) != entity_kind::task)
        return no_row;
    if (descriptor_of(e.kind).creates == entity_kind::task) {
        const auto* told = s.tasks[e.subject].stated.at(head_view(s));
        return told != nullptr ? told->value.parent : no_row;
    }
    const bool ends = e.kind == k::accept_task || e.kind == k::complete_task ||
                      e.kind == k::issue_document || e.kind == k::cancel_task ||
                      e.kind == k::suspend_task || e.kind == k::fan_out_task ||
                      e.kind == k::repeat_task;
    return ends && s.tasks[e.subject].life().has_parts ? e.subject : no_row;
}

std::string in_a_row(const state& s, const std::vector<row_number>& parts) {
    std::string codes;
    for (const row_number part : parts) codes += (codes.empty() ? "" : ", ") + s.tasks[part].code;
    return codes;
}

struct ended_whole {
    task_class its_class;
    std::vector<row_number> open_parts{};
};

}  // namespace

bool leaves_parts_behind(const task_facts& whole) {
    return whole.stated != nullptr &&
           (is_done(whole.its_class) || whole.its_class == task_class::cancelled ||
            whole.its_class == task_class::suspended);
}

finding parts_due_after(const state& s, row_number whole, civil_day deadline,
                        const std::vector<row_number>& parts) {
    const std::string& code = s.tasks[whole].code;
    const std::string codes = in_a_row(s, parts), n = std::to_string(parts.size());
    return {"task.parts_due_after_it",
            "task " + code + " is due on " + to_text(deadline) + ", before " + n +
                " of its parts: " + codes,
            {{"task", code}, {"deadline", to_text(deadline)}, {"n", n}, {"parts", codes}}};
}

finding over_open_parts(const state& s, row_number whole, task_class its_class,
                        const std::vector<row_number>& parts) {
    const std::string codes = in_a_row(s, parts);
    const std::string& code = s.tasks[whole].code;
    const bool done = is_done(its_class);
    const std::string state{done ? "done" : name_of(its_class)};
    finding found{done ? "task.done_over_open_parts" : "task.stopped_over_open_parts",
                  "task " + code + " is " + state + " while " + std::to_string(parts.size()) +
                      " of its parts " + (parts.size() == 1 ? "is" : "are") + " open: " + codes,
                  {{"task", code}, {"n", std::to_string(parts.size())}, {"parts", codes}}};
    if (!done) found.facts.emplace_back("state", state);
    return found;
}

void find_open_parts(const state& after, seq_number before, const sight* of_actor,
                     std::vector<finding>& findings) {
    const auto is_seen = [&](row_number task) {
        return of_actor == nullptr || of_actor->may_see(entity_kind::task, task);
    };
    const view head = head_view(after);
    std::map<row_number, ended_whole> wholes;
    for (seq_number seq = before + 1; seq <= after.revision(); ++seq) {
        const row_number whole = whole_touched(after, after.events[seq - 1]);
        if (whole == no_row || wholes.contains(whole) || !is_seen(whole)) continue;
        const task_facts now = facts_of(after, after.tasks[whole], last_day, head);
        if (leaves_parts_behind(now)) wholes.try_emplace(whole, ended_whole{now.its_class});
    }
    if (wholes.empty()) return;
    for (row_number t = 0; t < after.tasks.size(); ++t) {
        const auto* told = after.tasks[t].stated.at(head);
        const auto found = told != nullptr ? wholes.find(told->value.parent) : wholes.end();
        if (found != wholes.end() && is_seen(t) &&
            is_open(facts_of(after, after.tasks[t], last_day, head).its_class))
            found->second.open_parts.push_back(t);
    }
    for (const auto& [whole, ended] : wholes)
        if (!ended.open_parts.empty())
            findings.push_back(over_open_parts(after, whole, ended.its_class, ended.open_parts));
}

}  // namespace mandate
