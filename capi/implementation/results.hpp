#pragma once
// What calls give back: bytes and tables. They never change and know nothing of their ledger.

#include "mandate.h"
#include "mandate/base/error.hpp"
#include "mandate/base/table.hpp"

#include <string>
#include <vector>

struct mandate_bytes {
    std::string value;
};

struct mandate_table {
    mandate::table value;
};

namespace mandate::capi {

/// Rows of key, text and facts.
mandate_table* new_findings(const std::vector<finding>& findings);

}  // namespace mandate::capi
