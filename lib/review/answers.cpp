#include "review/answers.hpp"

#include "mandate/base/error.hpp"
#include "mandate/model/descriptor.hpp"
#include "model/days_at_rest.hpp"
#include "review/ordered_answer.hpp"
#include "review/question_parts.hpp"

#include <algorithm>
#include <utility>

namespace mandate {

using f = field;

answer_rows::answer_rows(question_kind question) : out_{empty_table(question)} {}

void answer_rows::put(std::string_view text) { out_.put(present(text)); }
void answer_rows::put(std::int64_t number) { out_.put(number); }
void answer_rows::put(std::optional<std::int64_t> number) { out_.put(number); }
void answer_rows::put(std::optional<civil_day> day) { out_.put(number(day)); }

table answer_rows::finish(const arguments& args) {
    const bool whole = !args.has(f::offset) && !args.has(f::limit);
    return whole ? std::move(out_) : page_of(out_, args);
}

row_number asked_row(const lens& through, const arguments& args, f id) {
    const std::vector<row_number> rows = asked_rows(through, args, id);
    return rows.empty() ? no_row : rows.front();
}

std::vector<row_number> asked_rows(const lens& through, const arguments& args, f id) {
    std::vector<row_number> rows;
    for (const std::string_view code : args.texts(id)) {
        const field_descriptor& d = descriptor_of(id);
        // What the viewer may not see is not there.
        const auto row = through.record.find(d.entity, code);
        if (!row || !through.may_see(d.entity, *row))
            throw error{errc::unknown_reference,
                        std::string{d.name} + " " + std::string{code} + " is not in the ledger",
                        {{"field", std::string{d.name}}, {"value", std::string{code}}}};
        rows.push_back(*row);
    }
    return rows;
}

bool contains(std::span<const row_number> rows, row_number row) {
    return std::find(rows.begin(), rows.end(), row) != rows.end();
}

std::optional<civil_day> owed_by(const lens& through, const task_record& t,
                                 const std::optional<civil_day>& due,
                                 std::optional<civil_day> answered) {
    const std::vector<days_at_rest> rests = rests_of(t, through.times, answered);
    return !due || rests.empty() ? due : owed_by(*due, rests, through.calendar());
}

bool silence_has_agreed(const lens& through, const consultation_record::statement& told) {
    if (told.silence != silence_kind::agreement) return false;
    const auto owed = owed_by(through, through.record.tasks[told.task], told.answer_due);
    return owed && *owed < through.times.as_of;
}

std::vector<opinion> opinions_told(const lens& through, row_number consultation) {
    const state& s = through.record;
    const auto& told = s.consultations[consultation].stated.at(through.times)->value;
    const task_record& task = s.tasks[told.task];
    closing_of_opinions closing{std::nullopt, last_day};
    const auto owed = owed_by(through, task, told.answer_due);
    if (!task.life().has_parts) {  // else it ends by its parts
        const task_facts facts = facts_of(s, task, through.times.as_of, through.times);
        if (facts.stated != nullptr) closing.on = ended_on(facts);
    }
    if (silence_has_agreed(through, told)) closing.on = std::min(closing.on.value_or(*owed), *owed);
    if (closing.on) closing.heard_until = std::max(*closing.on, owed.value_or(last_day));
    return opinions_in(s, consultation, through.times, closing);
}

std::vector<asked_task> tasks_asked(const lens& through, const arguments& args) {
    const row_number only = asked_row(through, args, f::task);
    const row_number agency = asked_row(through, args, f::agency);
    const state& s = through.record;
    std::vector<asked_task> all;
    const row_number begin = only == no_row ? 0 : only;
    const row_number end = only == no_row ? static_cast<row_number>(s.tasks.size()) : only + 1;
    for (row_number t = begin; t < end; ++t) {
        const task_facts facts = facts_of(s, s.tasks[t], through.times.as_of, through.times);
        if (facts.stated == nullptr || !through.may_see(entity_kind::task, t)) continue;
        if (agency != no_row && !contains(*facts.leads, agency) &&
            !contains(*facts.coordinating, agency))
            continue;
        all.push_back({t, &s.tasks[t], facts});
    }
    std::sort(all.begin(), all.end(), [](const asked_task& a, const asked_task& b) {
        return a.record->code < b.record->code;
    });
    return all;
}

}  // namespace mandate
