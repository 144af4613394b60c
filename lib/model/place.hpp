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

}  // namespace mandate
