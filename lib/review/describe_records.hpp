#pragma once
// Reviews of documents, items of work programmes and clauses, as a review shows them.

#include "review/document_matters.hpp"
#include "review/programme_matters.hpp"

namespace mandate {

review_of_document describe_review(const lens& through, const due_review& r);
review_item describe_item(const lens& through, const planned_item& i);
review_clause describe_clause(const lens& through, const orphan_clause& one);

}  // namespace mandate
