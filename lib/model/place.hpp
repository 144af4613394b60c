#pragma once
// The place of a command among what was said before and after it, in the order in which versions
// count.

#include "mandate/model/command.hpp"
#include "model/state.hpp"

namespace mandate {

bool is_after(const auto& one, const auto& other) {
    return one.effective_on != other.effective_on ? one.effective_on > other.effective_on
                                                  : one.place > other.place;
}
bool is_before(const auto& one, const auto& other) { return is_after(other, one); }

/// Where the command would stand: a correction at the place of what it corrects.
/// @pre it has a day, and what it corrects is in the ledger.
inline standing place_of(const state& s, const command& c) {
    if (c.corrects == 0) return {*c.effective_on, s.revision() + 1, 0};
    return {*c.effective_on, s.events[static_cast<std::size_t>(c.corrects - 1)].place,
            static_cast<seq_number>(c.corrects)};
}

/// What was said last before the place, by what is known; where nothing was: what was said last.
template <class Value, class Place>
const Value* said_before(const versions<Value>& attribute, const Place& here, seq_number known) {
    const Value* before = nullptr;
    const Value* last = nullptr;
    attribute.each({last_day, known}, [&](const auto& v) {
        last = &v.value;
        if (is_before(v, here)) before = &v.value;
    });
    return before != nullptr ? before : last;
}

/// Calls take(version) for what the event, and what it corrects or is corrected by, stated of the
/// attribute. Cost: log n; n where there is a correction, which may have moved it to another day.
template <class Value, class Take>
void each_at_place_of(seq_number event, const state& s, const versions<Value>& all, Take&& take) {
    const event_record& e = s.events[event - 1];
    const bool alone = e.place == event && e.corrected_by == 0;
    for (const auto& v : alone ? all.all_at(e.effective_on, e.place) : all.all())
        if (v.place == e.place) take(v);
}

}  // namespace mandate
