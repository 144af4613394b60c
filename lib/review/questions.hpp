#pragma once
// Questions that answer with a table.

#include "mandate/base/table.hpp"
#include "mandate/model/command.hpp"
#include "review/lens.hpp"

namespace mandate {

/// The arguments were checked by check_form. Columns as the descriptor table says.
/// Cost: linear in tasks and their versions, plus sorting.
/// @throws error{errc::unknown_reference} for an agency or document that is not in the ledger.
table answer(const lens& through, question_kind question, const arguments& args);

}  // namespace mandate
