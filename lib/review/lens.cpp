#include "review/lens.hpp"

#include "model/agency_life.hpp"
#include "model/permissions.hpp"

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

const access_marks& lens::access() const {
    if (!access_) access_.emplace(record, times);
    return *access_;
}

bool lens::may_see(entity_kind kind, row_number row) const {
    if (viewer == no_row || record.access_classes.size() == 0) return true;
    if (viewer == rights_at_head(record).inspection) return true;  // it reads all
    const row_number c = access().class_of(kind, row);
    if (c == no_row) return true;
    cleared_.resize(record.access_classes.size(), -1);
    if (cleared_[c] < 0) cleared_[c] = is_cleared(record, viewer, c) ? 1 : 0;
    return cleared_[c] > 0;
}

named lens::agency(row_number row) const {
    const agency_record& a = record.agencies[row];
    const words* called = name_of(a, times);
    // Without a name, as after its words were destroyed, it has its code.
    if (called == nullptr || called->vi.empty()) return {a.code, {a.code, "", ""}};
    return {a.code, text(*called)};
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
