#pragma once
// The form of an act: who records, when, and as which request.

#include "mandate/model/command.hpp"

namespace mandate {

/// Brings the texts to NFC; at most 200 bytes each, and an actor there.
/// @throws error{errc::invalid_argument} without an actor, errc::out_of_range, invalid_utf8 or
/// malformed that names the field.
void check_act(act& by);

}  // namespace mandate
