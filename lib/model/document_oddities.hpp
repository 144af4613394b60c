#pragma once
// What a reader of the record should know about documents although it may be so.

#include "mandate/base/error.hpp"
#include "mandate/model/command.hpp"
#include "model/state.hpp"

#include <optional>
#include <vector>

namespace mandate {

/// A finding "document.chronology" if every day that any source states for the document lies before
/// every day stated for the other one, although it implements, amends ... that one.
std::optional<finding> chronology_of(const state& s, row_number document,
                                     const document_record::relation& to, const view& at);

/// "document.chronology"; "document.same_number": the same number, kind and issuer within one year
/// (state form) or one term of the issuer; "document.maybe_same": the same, and one has no day.
void find_document_oddities(const state& after, const command& c, std::vector<finding>& findings);

}  // namespace mandate
