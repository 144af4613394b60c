#pragma once
// The stored form of a command: JSON text with a schema number. Old schemas stay readable for ever.

#include "mandate/model/command.hpp"
#include "mandate/store/event_store.hpp"

#include <string>
#include <string_view>

namespace mandate {

inline constexpr std::int64_t payload_schema = 1;

/// The fields as one JSON object, keys in the order of the field table, lists as arrays (also of
/// one), days as "2024-04-25", choices by name. Deterministic; {} for none.
std::string encode_payload(const arguments& fields, command_kind kind);

/// The event back from its row. @throws error{errc::damaged} naming the seq and what cannot be
/// read.
event decode(const stored_event& row);
/// The same into an event whose memory is used again; after a failure it holds some of the row.
void decode(const stored_event& row, event& into);

/// What stays of an event whose words are destroyed: its codes, days, choices, numbers and periods,
/// in the form of a payload.
std::string remains_of(const event& e);
/// The texts of an event that remains_of leaves out. The content of a closed review is quoted from
/// other events and is left out here.
std::vector<std::string> words_of(const event& e);
/// A shredded event from its row and its remains; fields of words are absent, also required ones.
/// @throws error{errc::damaged}
event decode_remains(const stored_event& row, const std::string& remains);

}  // namespace mandate
