#include "model/known_calendar.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace mandate {
namespace {

// A fact counts from its announcement on, even if it was typed in later; then what corrected it
// counts from there on too. What is known without a last day is what was recorded up to an event:
// so a closed review stays what it was.
template <class Version>
bool was_known(const Version& v, const view& at, civil_day known_day) {
    if (known_day == last_day && v.seq > at.known) return false;
    const bool withdrawn = v.corrected_by != 0 && (v.corrected_by <= at.known || v.seq > at.known);
    return !withdrawn && v.value.known_from <= known_day;
}

// The statements that were known, in the order in which they were recorded.
template <class Rows>
auto known_statements(const Rows& rows, const view& at, civil_day known_day) {
    using statement = typename std::decay_t<decltype(rows[0])>::statement;
    std::vector<std::pair<seq_number, const statement*>> found;
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (const auto& v : rows[i].stated.all())
            if (was_known(v, at, known_day)) found.emplace_back(v.place, &v.value);
    std::sort(found.begin(), found.end());
    return found;
}

const work_calendar_record::statement* statement_for(const state& s, const view& at,
                                                     row_number agency) {
    for (row_number row = 0; row < s.work_calendars.size(); ++row)
        if (s.work_calendars[row].agency == agency)
            if (const auto* told = s.work_calendars[row].stated.at(at)) return &told->value;
    return nullptr;
}

day_exception exception_of(const state& s, const day_fact_record::statement& told) {
    day_exception e;
    e.day = told.day;
    e.worked = told.kind == day_kind::worked;
    e.pair = told.pair;
    e.name_vi = told.name.vi;
    e.name_en = told.name.en;
    e.name_tr = told.name.tr;
    e.decision = told.decision;
    e.announced_on = told.known_from;
    if (told.agency != no_row) e.agency = s.agencies[told.agency].code;
    return e;
}

}  // namespace

calendar_definition known_calendar(const state& s, const view& at, civil_day known_day,
                                   row_number agency) {
    const work_calendar_record::statement* told =
        agency != no_row ? statement_for(s, at, agency) : nullptr;
    if (told == nullptr) told = statement_for(s, at, no_row);
    const work_calendar_record::statement rules =
        told != nullptr ? *told : work_calendar_record::statement{};

    calendar_definition d;
    d.weekdays = rules.weekdays;
    d.rules = rules.rules;
    d.known_on = known_day;
    if (agency != no_row) d.agency = s.agencies[agency].code;
    if (rules.history == history_kind::known) d.history = viet_nam_history();
    for (const auto& [place, decided] : known_statements(s.holidays, at, known_day)) {
        holiday_choice choice = decided->choice;
        choice.announced_on = decided->known_from;
        d.history.choices.push_back(std::move(choice));
    }
    for (const auto& [place, told_of_day] : known_statements(s.day_facts, at, known_day))
        d.exceptions.push_back(exception_of(s, *told_of_day));
    return d;
}

}  // namespace mandate
