#include "review/lens.hpp"

#include "model/known_calendar.hpp"

namespace mandate {

const work_calendar& lens::calendar() const {
    if (!calendar_) calendar_.emplace(known_calendar(record, times, known_day_), pool_);
    return *calendar_;
}

work_calendar lens::calendar_of(row_number agency) const {
    return work_calendar{known_calendar(record, times, known_day_, agency), pool_};
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

std::vector<named> lens::agencies(const std::vector<row_number>& rows) const {
    std::vector<named> all;
    for (const row_number row : rows) all.push_back(agency(row));
    return all;
}

}  // namespace mandate
