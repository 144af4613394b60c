#pragma once
// Orders by which words were destroyed.

#include "model/versions.hpp"

#include <string>
#include <vector>

namespace mandate {

struct shredding_record {
    standing at;             ///< of the order; its day is the one on which the words were destroyed
    seq_number event;        ///< whose words
    std::uint32_t document;  ///< the row of the order; no_row: it is no document of the ledger
    std::string ordered_by, reason;
    /// Events in which the same words stood then, in order.
    std::vector<seq_number> copies;
};

}  // namespace mandate
