#pragma once
// When two documents are one: number, kind, issuer and day are the same.

#include "model/state.hpp"

#include <string>
#include <string_view>

namespace mandate {

/// The name under which the state finds documents of this number, kind and issuer, whatever their
/// day: numbering restarts with each term or year. Two spellings of one number have one key.
std::string identity_key(std::string_view number, document_kind kind, row_number issuer);

/// The last document recorded under the key; further ones by document_record::same_number. The
/// candidates may have been corrected since: compare.
row_number last_of_identity(const state& s, const std::string& key);

}  // namespace mandate
