#include "review/lens.hpp"

#include "model/agency_life.hpp"
#include "model/known_calendar.hpp"
#include "model/permissions.hpp"

#include <map>

namespace mandate {

const work_calendar& lens::calendar() const {
    if (!calendar_) calendar_.emplace(known_calendar(record, times, known_day_), pool_);
    return *calendar_;
}

work_calendar lens::calendar_of(row_number agency) const {
    return work_calendar{known_calendar(record, times, known_day_, agency), pool_};
}

const access_marks& lens::access() const {
    if (!access_) access_.emplace(record, times);
    return *access_;
}

bool lens::may_see(entity_kind kind, row_number row) const {
    if (viewer == no_row || record.access_classes.size() == 0) return true;
    if (viewer == rights_at_head(record).inspection) return true;  // it reads all
    if (!in_force_) in_force_.emplace(access_marks::in_force(record));
    if (!is_cleared_for(in_force_->class_of(kind, row))) return false;
    if (kind != entity_kind::task) return true;
    // An instance says what the task says of which it is one.
    const view head = head_view(record);
    for (std::size_t steps = 0; steps < record.tasks.size(); ++steps) {
        const auto* told = record.tasks[row].stated.at(head);
        if (told == nullptr || !told->value.instance || told->value.parent == no_row) break;
        row = told->value.parent;
        if (!is_cleared_for(in_force_->class_of(kind, row))) return false;
    }
    return true;
}

bool lens::is_cleared_for(row_number access_class) const {
    if (access_class == no_row) return true;
    cleared_.resize(record.access_classes.size(), -1);
    signed char& known = cleared_[access_class];
    if (known < 0) known = is_cleared(record, viewer, access_class) ? 1 : 0;
    return known > 0;
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
