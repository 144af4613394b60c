#pragma once
// The list of causes of delay that an explanation chooses from: these, and what the ledger adds.

#include "model/state.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace mandate {

struct default_cause {
    std::string_view key, vi, en, tr;
};
inline constexpr std::size_t default_cause_count = 25;
/// Those that every ledger begins with, by key.
std::span<const default_cause, default_cause_count> default_causes() noexcept;
bool is_default_cause(std::string_view key) noexcept;
/// The ledger's own cause of this key; null where it has none.
const policy_record::cause* own_cause(const state& s, std::string_view key, const view& v);

}  // namespace mandate
