#pragma once
// The part of apply() that changes recommendations, indicators, consultations, the host's
// attributes and the ledger's policy.

#include "model/event_reader.hpp"

namespace mandate {

/// Puts what the event says; returns the row it is about.
row_number put_matter(state& s, const standing& at, const event_reader& r);

/// The thing that a set_attribute names: exactly one field that is a code. no field: none given.
std::optional<field_value> attribute_owner(const command& c);
/// The code of an attribute's record. @pre its owner is named.
std::string attribute_code(const command& c);

}  // namespace mandate
