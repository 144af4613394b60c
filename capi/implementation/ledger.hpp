#pragma once
// What stands behind a ledger handle.

#include "base/os.hpp"
#include "mandate.h"
#include "mandate/ledger/ledger.hpp"

#include <cstdint>
#include <memory>

struct mandate_ledger {
    /// Catches a handle of another type or a closed one, as far as its memory still tells.
    static constexpr std::uint32_t tag_of_open = 0x4D4C4447;  // MLDG
    std::uint32_t tag = tag_of_open;
    mandate::fork_guard opened_by;
    std::unique_ptr<mandate::ledger> value;
};
