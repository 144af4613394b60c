#pragma once
// The list of causes of delay that an explanation chooses from: these, and what the ledger adds.

#include "model/state.hpp"

#include <span>
#include <string_view>

namespace mandate {

/// The keys every ledger begins with, sorted. Their labels are in report/delay_causes.cpp.
std::span<const std::string_view> default_causes() noexcept;
/// The ledger's own cause of this key; null where it has none.
const policy_record::cause* own_cause(const state& s, std::string_view key, const view& v);

}  // namespace mandate
