#pragma once
// Which text is in force on a day.

#include "model/state.hpp"

#include <optional>
#include <vector>

namespace mandate {

/// A document is in force from the day stated for that, else from its own day, else from the day of
/// its first relation that takes effect, up to the day before another document that replaces or
/// repeals it comes into force, or to the last day stated for it. When a relation was recorded, and
/// as of which day, changes nothing of that. What amends or supplements it leaves it in force.
struct document_force {
    std::optional<civil_day> from;   ///< nothing: no day is known
    std::optional<civil_day> until;  ///< the last day; nothing: no end is known by the view
    row_number ended_by = no_row;    ///< the document that ended it
    std::vector<row_number>
        amended_by;  ///< and supplemented, those in force by then, by their days

    bool on(civil_day day) const noexcept {
        return from && *from <= day && (!until || day <= *until);
    }
};

/// Whether each document is in force: one pass over all relations, then each answer at once.
class documents_in_force {
public:
    documents_in_force(const state& s, const view& at);
    const document_force& operator[](row_number document) const { return all_[document]; }

private:
    std::vector<document_force> all_;
};

}  // namespace mandate
