#pragma once
// Every list may be ordered by any of its columns, and paged.

#include "mandate/base/table.hpp"
#include "mandate/model/command.hpp"
#include "mandate/model/names.hpp"

#include <functional>

namespace mandate {

/// The rows from `offset` on, at most `limit` of them.
table page_of(const table& all, const arguments& args);

/// What `ask` answers; with order_by the whole of it, by that column (missing values last, rows of
/// equal values as they came) and then paged. Cost with order_by: the whole answer and a sort.
/// @throws error{errc::unknown_field} if order_by names no column of the question.
table ordered_answer(question_kind question, const arguments& args,
                     const std::function<table(const arguments&)>& ask);

}  // namespace mandate
