#pragma once
// Who may see what: classes in order, and the agencies named for each. Rights are judged by all
// that is recorded, never as of a past day.

#include "model/state.hpp"

#include <optional>
#include <unordered_map>

namespace mandate {

/// The highest class the ledger may hold; no_row: nothing that has a class.
row_number highest_class(const state& s);

/// The rank of a class as it stands now; 0 for no_row.
int rank_of(const state& s, row_number access_class);

/// Whether the agency is named for this class or a higher one.
bool is_cleared(const state& s, row_number agency, row_number access_class);

/// The classes of things as seen in one view. Cost of making it: the things that have a class.
class access_marks {
public:
    access_marks() = default;
    access_marks(const state& s, const view& at);

    /// no_row: everybody may see it.
    row_number class_of(entity_kind kind, row_number row) const;
    bool is_placeholder(row_number task) const;

private:
    struct mark {
        row_number access_class;
        bool placeholder;
    };
    static std::uint64_t key(entity_kind kind, row_number row) noexcept {
        return std::uint64_t{static_cast<std::uint8_t>(kind)} << 32 | row;
    }
    std::unordered_map<std::uint64_t, mark> marks_;
};

}  // namespace mandate
