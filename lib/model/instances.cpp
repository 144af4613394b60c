#include "model/instances.hpp"

#include "model/place.hpp"

#include <algorithm>
#include <tuple>

namespace mandate {
namespace {

const task_record::due* first_deadline(const task_record& t, seq_number known) {
    const task_record::due* found = nullptr;
    t.deadline.each({last_day, known}, [&](const auto& d) {
        if (d.value.original && found == nullptr) found = &d.value;
    });
    return found;
}

auto title_of(const task_record::statement& told) {
    return std::tie(told.title_vi, told.more().title_en, told.more().title_tr);
}
auto day_of(const task_record::due& d) { return std::tie(d.day, d.exact, d.said().as_stated); }

}  // namespace

std::vector<instance_left_behind> instances_left_behind(const state& s, row_number task,
                                                        const view& at) {
    std::vector<instance_left_behind> all;
    const task_record& whole = s.tasks[task];
    whole.life().fan_outs.each(at, [&](const auto& made) {
        const auto* told = said_before(whole.stated, made, at.known);
        const auto* due = said_before(whole.deadline, made, at.known);
        if (told == nullptr || due == nullptr) return;
        for (const row_number row : made.value.instances) {
            const auto* says = s.tasks[row].stated.at(at);
            const auto* its_due = first_deadline(s.tasks[row], at.known);
            if (says == nullptr || its_due == nullptr) continue;
            std::string differs;
            const auto add = [&](bool yes, const char* what) {
                if (yes) differs += (differs.empty() ? "" : " ") + std::string{what};
            };
            add(title_of(says->value) != title_of(*told), "title");
            const bool own_day = says->value.more().instance_of_period.has_value();
            add(!own_day && day_of(*its_due) != day_of(*due), "deadline");
            add(says->value.assigner != told->assigner, "assigner");
            add(!std::ranges::equal(says->value.documents, told->documents), "document");
            add(says->value.more().product != told->more().product, "product");
            add(says->value.priority != told->priority, "priority");
            add(says->value.acceptance_asked != told->acceptance_asked, "acceptance");
            const auto* held = said_before(whole.held, made, at.known);
            if (own_day && held != nullptr)
                for (const auto& its : s.tasks[row].held.all())
                    if (its.seq == made.seq)
                        add(!std::ranges::equal(its.value.leads, held->leads), "lead");
            if (!differs.empty()) all.push_back({row, made.seq, std::move(differs)});
        }
    });
    return all;
}

}  // namespace mandate
