#include "review/lens.hpp"

#include <map>

namespace mandate {

// By day, then by place in the record: of several facts on one day the last counts.
std::vector<const day_fact_record::statement*> lens::known_days() const {
    std::map<std::pair<civil_day, seq_number>, const day_fact_record::statement*> known;
    for (std::size_t i = 0; i < record.day_facts.size(); ++i)
        for (const auto& v : record.day_facts[i].stated.all()) {
            // A fact counts from its announcement on, even if it was typed in later; then what
            // corrected it counts from there on too.
            const bool withdrawn =
                v.corrected_by != 0 && (v.corrected_by <= times.known || v.seq > times.known);
            if (!withdrawn && v.value.known_from <= known_day_)
                known[{v.value.day, v.place}] = &v.value;
        }
    std::vector<const day_fact_record::statement*> all;
    for (const auto& [when, told] : known) all.push_back(told);
    return all;
}

const work_calendar& lens::calendar() const {
    if (!calendar_) {
        std::vector<day_exception> exceptions;
        for (const day_fact_record::statement* told : known_days())
            exceptions.push_back({told->day, told->kind == day_kind::worked});
        calendar_.emplace(monday_to_friday, exceptions);
    }
    return *calendar_;
}

std::vector<finding> lens::contradictions() const {
    std::vector<finding> found;
    const day_fact_record::statement* before = nullptr;
    for (const day_fact_record::statement* told : known_days()) {
        if (before != nullptr && before->day == told->day && before->kind != told->kind)
            found.push_back({"calendar.contradiction",
                             to_text(told->day) +
                                 " is recorded both as off and as worked; the later record counts",
                             {{"day", to_text(told->day)}}});
        before = told;
    }
    return found;
}

named lens::agency(row_number row) const {
    const agency_record& a = record.agencies[row];
    const auto* told = statement_of(a, times);
    return {a.code, told != nullptr ? text(told->value.name) : multilingual{a.code, "", ""}};
}

std::optional<named> lens::agency_if(row_number row) const {
    if (row == no_row) return std::nullopt;
    return agency(row);
}

std::vector<named> lens::agencies(std::span<const row_number> rows) const {
    std::vector<named> all;
    for (const row_number row : rows) all.push_back(agency(row));
    return all;
}

}  // namespace mandate
