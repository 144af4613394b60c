#include "review/lens.hpp"

#include "model/agency_life.hpp"
#include "model/known_calendar.hpp"

#include <map>

namespace mandate {

const work_calendar& lens::calendar() const {
    if (!calendar_) calendar_.emplace(known_calendar(record, times, known_day_), pool_);
    return *calendar_;
}

work_calendar lens::calendar_of(row_number agency) const {
    return work_calendar{known_calendar(record, times, known_day_, agency), pool_};
}

lens lens::alone() const {
    lens same{record, times, known_day_, viewer};
    same.calendar_ = calendar();
    same.heard_until = heard_until;
    return same;
}

const access_marks& lens::access() const {
    if (!access_) access_.emplace(record, times);
    return *access_;
}

const sight& lens::of_viewer() const {
    if (!sight_) sight_.emplace(record, std::vector{viewer});
    return *sight_;
}

bool lens::may_see(entity_kind kind, row_number row) const {
    return viewer == no_row || of_viewer().may_see(kind, row);
}

bool lens::may_see_event(seq_number event) const {
    return viewer == no_row || of_viewer().may_see_event(event);
}

bool lens::sees_all() const { return viewer == no_row || of_viewer().sees_all(); }

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

multilingual lens::meeting_name(row_number meeting) const {
    if (meeting == no_row || !may_see(entity_kind::meeting, meeting)) return {};
    const auto* told = statement_of(record.meetings[meeting], times);
    return told == nullptr ? multilingual{} : text(told->value.name);
}

}  // namespace mandate
