#pragma once
// The little things every command needs: a ledger, an act or a view, arguments.

#include "commands.hpp"
#include "handles.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace command_line {

constexpr std::int32_t viet_nam = 7 * 60;  ///< minutes east of UTC, for a new ledger

/// mode: MANDATE_OPEN_...
ledger open_ledger(const std::string& path, std::int32_t mode);
std::int64_t revision_of(const ledger& of);

std::int32_t day_in(const std::string& text);

/// The act of recording now. It points into `options`.
mandate_act act_now(const ledger& into, const act_options& options);
/// The view of these options; without a day, that of the civil day now, by the ledger's own offset
/// from UTC. It points into `options`.
mandate_view view_of(const ledger& of, const view_options& options);

/// The calendar of the ledger or agency, or that of Viet Nam; without a day, as in force on the
/// last of the year.
calendar calendar_of(const calendar_options& options);

/// Puts a value into a batch of arguments; an empty one is left out.
void put(const batch& arguments, std::int32_t field, const std::string& value);

}  // namespace command_line
