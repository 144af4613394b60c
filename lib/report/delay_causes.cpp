// The causes of delay that an explanation chooses from. A ledger may hold others: they print as
// they are.

#include "model/delay_causes.hpp"

#include "report/labels.hpp"

#include <array>

namespace mandate::wording {

std::span<const label_row> delay_causes() noexcept {
    static const auto rows = [] {
        std::array<label_row, default_cause_count> all;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const default_cause& one = default_causes()[i];
            all[i] = {one.key, one.vi, one.en, one.tr};
        }
        return all;
    }();
    return rows;
}

}  // namespace mandate::wording
