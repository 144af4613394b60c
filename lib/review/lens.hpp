#pragma once
// A state seen through a pair of times: what every part of a review reads from.

#include "mandate/calendar/work_calendar.hpp"
#include "mandate/review/review.hpp"
#include "model/access.hpp"
#include "model/state.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mandate {

struct schedule_place;

/// The state, the times, and the working days as they were known. Borrowed: the state outlives it.
class lens {
public:
    /// `known_day`: the last day whose end had passed when the question's knowledge ends.
    /// `asking`: the agency that asks; no_row: the host, who may see everything. `pool`: shares the
    /// tables of calendars; `kept`: where schedules are kept. Both may be null.
    lens(const state& s, const view& at, civil_day known_day, row_number asking = no_row,
         calendar_pool* pool = nullptr, const schedule_place* kept = nullptr)
        : record{s},
          times{at},
          viewer{asking},
          schedules{kept},
          known_day_{known_day},
          pool_{pool} {}

    /// The same, looking at another day. @pre day <= times.as_of
    lens on(civil_day day) const {
        return {record, {day, times.known}, known_day_, viewer, pool_, schedules};
    }

    /// The same for what outlives the question: it leans on the state alone, and has its calendar.
    lens alone() const;

    const state& record;
    const view times;
    const row_number viewer;
    const schedule_place* const schedules;
    /// Of a review that is closed after its cut-off, the day of the closing: what was said of
    /// delays by then counts. Kept by alone(), not by on().
    std::optional<civil_day> heard_until{};

    /// What is said of delays, by when.
    view heard() const noexcept {
        return {std::max(times.as_of, heard_until.value_or(times.as_of)), times.known};
    }
    civil_day known_day() const noexcept { return known_day_; }

    /// Whether the viewer may see the thing (model/access.hpp, sight).
    bool may_see(entity_kind kind, row_number row) const;
    /// Whether the viewer may see all that the event is about (sight::may_see_event).
    bool may_see_event(seq_number event) const;
    /// Whether nothing is hidden from the viewer.
    bool sees_all() const;
    /// Whether it may, and the thing is there on the day.
    bool shows(entity_kind kind, row_number row) const {
        return statement_seq(record, kind, row, times) != 0 && may_see(kind, row);
    }
    /// The classes of things in this view. The first call makes them.
    const access_marks& access() const;

    /// The ledger's working days as they were known. The first call builds them: about a
    /// millisecond.
    const work_calendar& calendar() const;
    /// Those of an agency: the ledger's, if it has none of its own. Cost: about a millisecond.
    work_calendar calendar_of(row_number agency) const;

    multilingual text(const words& w) const { return {w.vi, w.en, w.tr}; }
    /// The agency as it was called on the day, else as it was ever called.
    named agency(row_number row) const;
    std::optional<named> agency_if(row_number row) const;
    std::vector<named> agencies(std::span<const row_number> rows) const;
    /// The code of a thing that the viewer may see, else "".
    std::string code(entity_kind kind, row_number row) const {
        return row != no_row && may_see(kind, row) ? code_of(record, kind, row) : std::string{};
    }
    /// What a meeting that the viewer may see is called; empty: none, or it has no name.
    multilingual meeting_name(row_number meeting) const;

private:
    const sight& of_viewer() const;

    const civil_day known_day_;
    calendar_pool* const pool_;
    mutable std::optional<access_marks> access_;
    mutable std::optional<sight> sight_;
    mutable std::optional<work_calendar> calendar_;  // one question is one thread's
};

/// The statement that counts on the day, else one from any day: a name is needed also for an
/// agency whose record begins later.
template <class Row>
const auto* statement_of(const Row& row, const view& times) {
    const auto* told = row.stated.at(times);
    return told != nullptr ? told : row.stated.at({last_day, times.known});
}

}  // namespace mandate
